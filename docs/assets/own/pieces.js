/* The texts and the pieces of a page of one's own that are shown when a script asks for them. They stand in the template of
   that page, in overrides/partials/, under a name: there an editor finds them. */
const Piece = (() => {
  /** @param {string} name */
  const named = (name) =>
    Page.find(`[data-piece="${name}"]`, /** @type {HTMLTemplateElement} */ (Page.find("#pieces")).content);

  return {
    /** A text, with these in the place of each {}. @param {string} name @param {(string | number)[]} values */
    text: (name, ...values) => `${named(name).textContent}`.replace(/\{\}/g, () => `${values.shift()}`),
    /** A piece of page; its buttons do these, in order. @param {string} name @param {(() => unknown)[]} acts */
    copy(name, ...acts) {
      const made = /** @type {HTMLElement} */ (named(name).cloneNode(true));
      Page.all("button", made).forEach((one, at) => (one.onclick = acts[at]));
      return made;
    },
  };
})();
