/* On paper no one can tap: every link gets a number, and its address stands at the end of the page, once. */
(() => {
  /** By the word that an anchor begins with, the letter of the permanent address of what stands there. */
  const LETTERS = new Map(
    Object.entries({
      tip: "t",
      partner: "p",
      rol: "r",
      materiaal: "h",
      lijst: "l",
      kader: "k",
      figuur: "f",
      moment: "j",
    }),
  );
  /** What only leads on from a page, or what the paper says anyhow. */
  const LEFT =
    ".no-print, .headerlink, .on-this-page, .ties, .rests-on, .term, .ours, .verdict, .chapter__line, [download]";

  /** Where a link leads to as one types it; nothing when that stands on this paper, or when no one else comes there. */
  const addressOf = (/** @type {HTMLAnchorElement} */ link) => {
    const here = link.origin + link.pathname === location.origin + location.pathname;
    if (here || link.closest(LEFT) || !link.textContent?.trim()) return "";
    const root = Page.root.href;
    if (!link.href.startsWith(root)) return link.protocol.startsWith("http") ? link.href : "";
    const [, word, id] = /^#([a-z]+)-(.+)$/.exec(link.hash) ?? [];
    const letter = LETTERS.get(word);
    const path = link.href.slice(root.length).replace(/#.*/, "");
    /* A page on a disk is a file; on the web it is a folder. */
    const there = Page.onDisk() ? path.replace(/(^|\/)index\.html/, "$1").replace(/\.html/, "/") : path;
    return Page.absolute(letter ? `${letter}/${id}/` : there);
  };

  /** @type {HTMLElement[]} */
  let added = [];
  addEventListener("beforeprint", () => {
    if (added.length || document.documentElement.dataset.printing !== undefined) return;
    /** @type {Map<string, HTMLElement>} */
    const lines = new Map();
    for (const link of /** @type {HTMLAnchorElement[]} */ (Page.all(".md-content__inner a[href]"))) {
      const address = addressOf(link);
      if (!address) continue;
      if (!lines.has(address))
        lines.set(
          address,
          Page.make("li", {}, `${link.textContent?.trim()}: `, address.replace(/^https?:\/\/|\/$/g, "")),
        );
      const number = Page.make("sup", {}, String([...lines.keys()].indexOf(address) + 1));
      link.after(number);
      added.push(number);
    }
    if (!lines.size) return;
    const list = Page.make("section", {}, Page.make("h2", {}, "Adressen"), Page.make("ol", {}, ...lines.values()));
    Page.find(".md-content__inner").append(list);
    added.push(list);
  });
  addEventListener("afterprint", () => added.splice(0).forEach((one) => one.remove()));
})();
