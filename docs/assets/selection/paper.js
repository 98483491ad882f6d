/* A selection on paper: one hand-out, or cards to cut out. The full text comes from the page that an entry stands on,
   so that paper never says something else; of that page only plain elements and their text are taken over. */
const Paper = (() => {
  const { absolute, make, code } = Sharing;
  const TAKEN = new Set("P UL OL LI STRONG EM B I BR BLOCKQUOTE DIV H4".split(" "));
  const LEFT =
    "script, style, template, noscript, svg, math, button, form, input, textarea, select, iframe, object, embed, nav, footer, details, [hidden], h1, h2, h3, .headerlink, .alias, .ties, .share, .rests-on, .checked, .tags";

  /** A copy of a node without anything that could act: no attributes but its class, and no link. */
  const copied = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(LEFT)) return "";
    const inside = [...node.childNodes].map(copied);
    if (TAKEN.has(node.tagName))
      return make(node.localName, node.className ? { class: node.className } : {}, ...inside);
    const loose = new DocumentFragment();
    loose.append(...inside);
    return loose;
  };
  const squeezed = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");

  /* The pages of a selection, each asked for once, and never another site. */
  const fetched = (addresses) =>
    Promise.all(
      [...new Set(addresses)].map(async (address) => {
        try {
          const answer = await fetch(address, { mode: "same-origin" });
          return [address, answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null];
        } catch {
          return [address, null];
        }
      }),
    ).then((pairs) => new Map(pairs));

  const SHOWN = { method: ".at-a-glance, .steps", worksheet: ".lead" };
  /** What an entry says in full, and what it rests on: { text: [nodes], source }. */
  const told = (record, page) => {
    const [, anchor] = record.url.split("#"),
      whole = anchor
        ? page?.getElementById(anchor)?.closest("article")
        : page?.querySelector("article.md-content__inner");
    const shown = anchor
      ? [...(whole?.childNodes || [])]
      : [...(whole?.querySelectorAll(SHOWN[record.kind] || ".lead") || [])];
    const text = shown.map(copied).filter((one) => (one.textContent ?? one).trim());
    const rests = whole?.querySelector(".rests-on")?.cloneNode(true),
      evidence = rests?.querySelector(".evidence");
    evidence?.remove();
    return {
      text: text.length ? text : [make("p", {}, record.summary)],
      source: [squeezed(evidence), squeezed(rests)].filter(Boolean).join(". "),
    };
  };

  const date = () => new Date().toLocaleDateString("nl-BE", { day: "numeric", month: "long", year: "numeric" });
  const note = (entry, name) =>
    entry.note.trim() ? [make("p", { class: `${name}__note` }, make("strong", {}, "Notitie "), entry.note.trim())] : [];
  const small = (key, title) => code(absolute(`${key}/`), `QR-code van ${title}`).catch(() => "");

  /** One tidy hand-out: tips in full, methods in short, sheets with a code to open them by. */
  const handout = async (selection, { records, kinds, link }) => {
    const pageOf = (record) => new URL(record.url.split("#")[0], Kept.root).href;
    const known = selection.entries.map((entry) => ({ entry, record: records.get(entry.key) }));
    const pages = await fetched(known.filter(({ record }) => record).map(({ record }) => pageOf(record)));
    const pieces = await Promise.all(
      known.map(async ({ entry, record }) => {
        if (!record)
          return make(
            "article",
            { class: "handout__entry" },
            make("h2", {}, `Onbekend stuk (${entry.key})`),
            ...note(entry, "handout"),
          );
        const { text, source } = told(record, pages.get(pageOf(record)));
        const square = record.kind === "worksheet" ? [await small(entry.key, record.title)] : [];
        return make(
          "article",
          { class: `handout__entry handout__entry--${record.kind}` },
          ...square,
          make("p", { class: "kicker" }, kinds[record.kind] || ""),
          make("h2", {}, record.title),
          make("div", { class: "handout__text" }, ...text),
          ...note(entry, "handout"),
          make("p", { class: "handout__source" }, source, source ? make("br") : "", absolute(`${entry.key}/`)),
        );
      }),
    );
    const square = await code(link, "QR-code van deze selectie").catch(() => "");
    const count = selection.entries.length;
    return make(
      "section",
      { class: "handout" },
      make("h1", {}, selection.title || "Selectie uit Sleutelbos"),
      make("p", { class: "handout__date" }, `${date()} · ${count} ${count === 1 ? "stuk" : "stukken"}`),
      ...pieces,
      make(
        "div",
        { class: "handout__end" },
        square,
        make(
          "p",
          {},
          make("strong", {}, "Open deze selectie op een toestel."),
          make("br"),
          link.length > 400 ? absolute("selectie/") : link,
        ),
      ),
    );
  };

  /** Cards to cut out, eight on a sheet. */
  const cards = async (selection, { records, kinds }) => {
    const all = await Promise.all(
      selection.entries
        .filter(({ key }) => records.has(key))
        .map(async (entry) => {
          const record = records.get(entry.key);
          return make(
            "article",
            { class: "cutout" },
            make("p", { class: "kicker" }, kinds[record.kind] || ""),
            make("h2", {}, record.title),
            make("p", { class: "cutout__text" }, record.summary),
            make("div", { class: "cutout__end" }, ...note(entry, "cutout"), await small(entry.key, record.title)),
          );
        }),
    );
    const sheets = new DocumentFragment();
    for (let at = 0; at < all.length; at += 8)
      sheets.append(make("section", { class: "cutouts" }, ...all.slice(at, at + 8)));
    return sheets;
  };

  return { handout, cards };
})();
