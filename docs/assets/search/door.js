/* The door to search, on every page. What lies behind it is fetched when someone first opens it, and not before. */
(() => {
  const door = document.querySelector("button.search-door");
  if (!door) return;
  const root = new URL(`${door.dataset.root.replace(/\/$/, "")}/`, location.href);
  const assets = new URL("assets/search/", root);
  let opened = null;

  /* Scripts rather than fetched data: a page that was opened from a disk may not fetch. */
  const script = (name) =>
    new Promise((ready, failed) => {
      const tag = document.createElement("script");
      Object.assign(tag, { src: new URL(name, assets), async: false, onload: ready, onerror: failed });
      document.head.append(tag);
    });

  const open = (words) => {
    opened ??= script("dialog.js").then(() =>
      SearchDialog.make(root, door, () => Promise.all(["analysis.js", "finder.js", "data.js"].map(script))),
    );
    return opened.then((dialog) => dialog.open(words)).catch(() => (opened = null));
  };

  door.hidden = false;
  door.addEventListener("click", () => open());
  addEventListener("keydown", (event) => {
    /* Never a letter alone: who speaks to the computer would open it with any word (WCAG 2.1.4). */
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  /* An address can hold a search: someone shares it, or comes back to it. An overview that is narrowed down has words of its own there (zoek, niveau …). */
  const asked = () => new URLSearchParams(location.search).has("vind");
  addEventListener("popstate", () => (asked() ? open() : opened?.then((dialog) => dialog.leave())));
  addEventListener("pageshow", () => asked() && open());
})();
