/* On the start page: the pages that were read last, as note.js keeps them on this device. */
(() => {
  const NAME = "gelezen";
  const { make, root } = Page;
  const section = Page.find("#verder");

  /** What is kept, as links to pages of this guide; storage may hold anything. */
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(NAME) ?? "[]").flatMap((/** @type {unknown} */ one) => {
        const [path, title] = Array.isArray(one) ? one : [];
        if (typeof path !== "string" || typeof title !== "string" || !title.trim()) return [];
        const url = new URL(path, root);
        return url.href.startsWith(root.href) ? [make("a", { href: url }, title.slice(0, 120))] : [];
      });
    } catch {
      return [];
    }
  };

  const forget = () => {
    try {
      localStorage.removeItem(NAME);
    } catch {}
    const said = make("p", { tabindex: -1 }, "Gewist. Dit toestel weet niet meer wat je las.");
    section.replaceChildren(said);
    said.focus();
  };

  const show = () => {
    const links = kept();
    section.hidden = !links.length;
    if (!links.length) return;
    const wipe = make("button", { type: "button", "aria-label": "Wis wat je las van dit toestel" }, "Wis");
    wipe.addEventListener("click", forget);
    const rows = links.slice(0, 3).map((/** @type {Node} */ link) => make("li", {}, link));
    section.replaceChildren(make("h2", { id: "verder-kop" }, "Verder waar je was"), wipe, make("ul", {}, ...rows));
  };

  show();
  Page.onKept(NAME, show);
})();
