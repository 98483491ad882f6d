/* What an entry says in full, from the page that it stands on: so that a hand-out or a meeting never says something else.
   Of that page only plain elements and their text are taken over. */
const SelectionWhole = (() => {
  const { make } = Page;
  const TAKEN = new Set("P UL OL LI STRONG EM B I BR BLOCKQUOTE DIV H4".split(" "));
  const LEFT =
    "script, style, template, noscript, svg, math, button, form, input, textarea, select, iframe, object, embed, nav, footer, summary, .more, [hidden], h1, h2, h3, .headerlink, .alias, .ties, .rests-on, .chips, .tip__tools, .tip__home, .checked, .tags";

  /**
   * A copy of a node without anything that could act: no attributes but its class, and no link.
   * @param {Node} node
   * @returns {Node}
   */
  const copied = (node) => {
    const loose = new DocumentFragment();
    if (node instanceof Text) loose.append(node.data);
    if (!(node instanceof HTMLElement) || node.matches(LEFT)) return loose;
    loose.append(...[...node.childNodes].map(copied));
    if (!TAKEN.has(node.tagName)) return loose;
    return make(/** @type {"div"} */ (node.localName), node.className ? { class: node.className } : {}, loose);
  };
  /** @param {Node | null | undefined} node */
  const squeezed = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

  /** The HTML of a page, never of another site. A disk has it in a script as well, which may be read. @param {string} path below the root */
  const html = async (path) => {
    if (!Page.onDisk()) {
      const answer = await fetch(new URL(path, Page.root), { mode: "same-origin" });
      return answer.ok ? answer.text() : "";
    }
    await Page.load(`selection/pages/${path}.js`);
    return SelectionPages[path];
  };
  /** The pages of a selection, each asked for once. @param {string[]} paths */
  const fetched = async (paths) => {
    /** @type {Map<string, Document>} */
    const pages = new Map();
    const one = async (/** @type {string} */ path) => {
      try {
        pages.set(path, new DOMParser().parseFromString(await html(path), "text/html"));
      } catch {
        /* Without its page, an entry is printed with its summary. */
      }
    };
    await Promise.all([...new Set(paths)].map(one));
    return pages;
  };

  /** What of a page is printed, for entries that have one to themselves. @type {Record<string, string>} */
  const SHOWN = { method: ".at-a-glance, .consent, .steps", worksheet: ".lead" };

  /**
   * What an entry says in full, and what it rests on.
   * @param {SelectionRecord} record
   * @param {Document} [page]
   */
  const told = (record, page) => {
    const [, anchor] = record.url.split("#");
    const whole = anchor
      ? page?.getElementById(anchor)?.closest("article")
      : page?.querySelector("article.md-content__inner");
    const shown = anchor ? whole?.childNodes : whole?.querySelectorAll(SHOWN[record.kind] || ".lead");
    const text = [...(shown ?? [])].map(copied).filter((one) => one.textContent?.trim());
    const rests = whole?.querySelector(".rests-on");
    const evidence = squeezed(rests?.querySelector(".evidence"));
    const from = /** @type {Element | undefined} */ (rests?.cloneNode(true));
    from?.querySelector(".evidence")?.remove();
    return {
      text: text.length ? text : [make("p", {}, record.summary)],
      source: [evidence, squeezed(from)].filter(Boolean).join(". "),
    };
  };

  return { fetched, told, squeezed };
})();
