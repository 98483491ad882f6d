/* What the pages of a reader's own are filled in with. */
const Fields = (() => {
  const { make } = Page;

  /**
   * Fill where one types. typed: gets what stands there.
   * @template {HTMLInputElement | HTMLTextAreaElement} T
   * @param {T} made
   * @param {string | number | undefined} value
   * @param {(text: string) => unknown} typed
   * @param {Record<string, string | number>} [attributes]
   */
  const fill = (made, value, typed, attributes = {}) => {
    for (const [name, one] of Object.entries(attributes)) made.setAttribute(name, `${one}`);
    made.value = String(value || "");
    made.oninput = () => typed(made.value);
    return made;
  };
  /**
   * Where one types.
   * @template {"input" | "textarea"} K
   * @param {K} tag
   * @param {string | number | undefined} value
   * @param {(text: string) => unknown} typed
   * @param {Record<string, string | number>} attributes
   */
  const field = (tag, value, typed, attributes) => fill(make(tag, { autocomplete: "off" }), value, typed, attributes);
  return { fill, field };
})();
