/* A selection on paper: one hand-out, or cards to cut out. The full text comes from the page that an entry stands on,
   so that paper never says something else; of that page only plain elements and their text are taken over. */
const SelectionPaper = (() => {
  const { absolute, make } = Page;
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

  /** @param {SelectionEntry} entry @param {string} name */
  const note = (entry, name) =>
    entry.note.trim() ? [make("p", { class: `${name}__note` }, make("strong", {}, "Notitie "), entry.note.trim())] : [];
  /** Nothing where there is no address. @param {string} address @param {string} of */
  const square = async (address, of) => (address ? Share.code(address, `QR-code van ${of}`).catch(() => "") : "");

  /**
   * One tidy hand-out: tips in full, methods in short, sheets with a code to open them by.
   * @param {SelectionContent} selection
   * @param {Records} records
   * @param {string} link "" when it has no address
   */
  const handout = async (selection, { entries, kinds }, link) => {
    /** @param {SelectionRecord} record */
    const pageOf = (record) => record.url.split("#")[0];
    const found = selection.entries.flatMap(({ key }) => entries.get(key) ?? []);
    const pages = await fetched(found.map(pageOf));
    const pieces = selection.entries.map(async (entry) => {
      const record = entries.get(entry.key);
      if (!record) {
        const unknown = make("h2", {}, `Onbekend stuk (${entry.key})`);
        return make("article", { class: "handout__entry" }, unknown, ...note(entry, "handout"));
      }
      const permanent = absolute(`${entry.key}/`);
      const { text, source } = told(record, pages.get(pageOf(record)));
      return make(
        "article",
        { class: `handout__entry handout__entry--${record.kind}` },
        record.kind === "worksheet" ? await square(permanent, record.title) : "",
        make("p", { class: "kicker" }, kinds[record.kind] || ""),
        make("h2", {}, record.title),
        make("div", { class: "handout__text" }, ...text),
        ...note(entry, "handout"),
        make("p", { class: "handout__source" }, source, source && permanent ? make("br") : "", permanent),
      );
    });
    const count = selection.entries.length;
    const open = make("strong", {}, "Open deze selectie op een toestel.");
    const end = make(
      "div",
      { class: "handout__end" },
      await square(link, "deze selectie"),
      make("p", {}, open, make("br"), link.length > 400 ? absolute("selectie/") : link),
    );
    return make(
      "section",
      { class: "handout" },
      make("h1", {}, selection.title || "Selectie uit Sleutelbos"),
      make("p", { class: "handout__date" }, `${Page.today()} · ${count} ${count === 1 ? "stuk" : "stukken"}`),
      ...(await Promise.all(pieces)),
      link ? end : "",
    );
  };

  /**
   * Cards to cut out, eight on a sheet.
   * @param {SelectionContent} selection
   * @param {Records} records
   */
  const cards = async (selection, { entries, kinds }) => {
    const all = await Promise.all(
      selection.entries.map(async (entry) => {
        const record = entries.get(entry.key);
        if (!record) return [];
        return make(
          "article",
          { class: "cutout" },
          make("p", { class: "kicker" }, kinds[record.kind] || ""),
          make("h2", {}, record.title),
          make("p", { class: "cutout__text" }, record.summary),
          make(
            "div",
            { class: "cutout__end" },
            ...note(entry, "cutout"),
            await square(absolute(`${entry.key}/`), record.title),
          ),
        );
      }),
    );
    const known = all.flat();
    const sheets = new DocumentFragment();
    for (let at = 0; at < known.length; at += 8)
      sheets.append(make("section", { class: "cutouts" }, ...known.slice(at, at + 8)));
    return sheets;
  };

  return { handout, cards };
})();
