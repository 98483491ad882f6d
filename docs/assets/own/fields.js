/* What the pages of a reader's own are filled in with: fields, and what stands around them. */
const Fields = (() => {
  const { make } = Page;

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
  /** @param {string} name its class @param {string} label @param {Node[]} inside */
  const fold = (name, label, ...inside) => make("details", { class: name }, make("summary", {}, label), ...inside);
  /** @param {string} title @param {Node[]} inside */
  const group = (title, ...inside) =>
    make("section", { class: "selection__do no-print" }, make("h2", {}, title), ...inside);

  return { field, fold, group };
})();
