/* A selection on paper: one hand-out, or cards to cut out. */
const SelectionPaper = (() => {
  const { absolute, make } = Page;
  const { fetched, told } = SelectionWhole;
  const { square } = Send;

  /** @param {SelectionEntry} entry @param {string} name */
  const note = (entry, name) =>
    entry.note.trim() ? [make("p", { class: `${name}__note` }, make("strong", {}, "Notitie "), entry.note.trim())] : [];

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
      make("p", { class: "handout__date" }, `${Page.today()} · ${Words.counted(count, "stuk", "stukken")}`),
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

  return { handout, cards, fetched };
})();
