/* What the pages of a reader's own are worked with: buttons, rows of them, fields, and what is folded away. */
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
  /** @param {string} title @param {Node[]} inside */
  const group = (title, ...inside) =>
    make("section", { class: "selection__do no-print" }, make("h2", {}, title), ...inside);
  /** @param {string} name its class @param {string} label @param {Node[]} inside */
  const fold = (name, label, ...inside) => make("details", { class: name }, make("summary", {}, label), ...inside);
  /**
   * Where one types. typed: gets what stands there.
   * @template {"input" | "textarea"} K
   * @param {K} tag
   * @param {string | number | undefined} value
   * @param {(text: string) => unknown} typed
   * @param {Record<string, string | number>} attributes
   */
  const field = (tag, value, typed, attributes) => {
    const made = make(tag, { autocomplete: "off", ...attributes });
    made.value = String(value || "");
    made.oninput = () => typed(made.value);
    return made;
  };

  return { button, row, group, fold, field };
})();
