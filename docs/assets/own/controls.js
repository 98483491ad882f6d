/* What the pages of a reader's own are worked with: buttons, and rows of them. */
const Controls = (() => {
  const { make } = Page;

  /** @param {string} label @param {() => unknown} act */
  const button = (label, act, attributes = {}) => {
    const made = make("button", { type: "button", ...attributes }, label);
    made.onclick = act;
    return made;
  };
  /** @param {Node[]} inside */
  const row = (...inside) => make("p", { class: "selection__row no-print" }, ...inside);

  return { button, row };
})();
