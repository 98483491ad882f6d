/* The buttons that search opens with. What lies behind it is fetched when someone first opens it. */
(() => {
  const button = Page.find("button.search-door");
  /** @type {Promise<InstanceType<typeof SearchDialog>> | null} */
  let dialog = null;

  const load = () => Page.load("search/data.js");
  /** @param {HTMLElement} [from] what gets the focus back */
  const open = (from) => {
    dialog ??= Promise.all([Page.load("base/spelling.js"), Page.load("search/search.js")]).then(() =>
      SearchDialog.make(button, load),
    );
    return dialog
      .then((one) => {
        one.opener = from ?? one.opener;
        return one.open();
      })
      .catch(() => (dialog = null));
  };

  for (const one of Page.all("[data-search]")) {
    one.hidden = false;
    one.onclick = () => open(one);
  }
  addEventListener("keydown", (event) => {
    /* Never a letter alone: who speaks to the computer would open it with any word (WCAG 2.1.4). */
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  /* An address can hold a search: someone shares it, or comes back to it. */
  const asked = () => /[?&]vind=/.test(location.search);
  addEventListener("popstate", () => (asked() ? open() : dialog?.then((one) => one.leave())));
  addEventListener("pageshow", () => asked() && open());
})();
