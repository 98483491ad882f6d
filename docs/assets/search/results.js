/* What the search dialog shows of what was found, or of nothing. */
const SearchResults = (() => {
  const { make } = Page;
  const SHOWN = 12; // words in which as many as can be of what was looked for are shown
  const BEFORE = 2; // words that stand before the first of these

  return class SearchResults {
    /** @param {InstanceType<typeof Finder>} finder */
    constructor(finder) {
      this.finder = finder;
    }

    /**
     * What was found as links, each with its kind, the stretch of its text that was looked for, and what led there.
     * @param {Hit[]} hits
     * @param {Set<string>} terms
     */
    hits(hits, terms) {
      const items = hits.map(({ record, via }) => {
        const where = record.page === record.title ? record.label : `${record.label} · ${record.page}`;
        const link = make(
          "a",
          { href: new URL(record.address, Page.root) },
          make("span", { class: "search__kind" }, where),
          make("strong", {}, ...this.marked(record.title, terms)),
          make("span", { class: "search__context" }, ...this.context(record.text, terms)),
          ...this.led(record, via, terms),
        );
        return make("li", {}, link, record.key ? Keep.button(record.key, record.title) : "");
      });
      return make("ol", { class: "search__hits" }, ...items);
    }

    /** What stands above what was found. @param {Set<string>} terms @param {SearchGap} [gap] @param {Hit} [situation] */
    top(terms, gap, situation) {
      return [...(gap ? [this.gap(gap)] : []), ...(situation ? [this.recognised(situation.record, terms)] : [])];
    }

    /** The situation in which someone may be who tells what happens. @param {SearchRecord} record @param {Set<string>} terms */
    recognised(record, terms) {
      const link = make(
        "a",
        { href: new URL(record.address, Page.root) },
        make("span", { class: "search__kind" }, "Herken je dit?"),
        make("strong", {}, ...this.marked(record.title, terms)),
        make("span", {}, record.text),
      );
      return make("p", { class: "search__recognised" }, link);
    }

    /** What the guide does not have, and who can help. @param {SearchGap} gap */
    gap({ line, help }) {
      const links = help.map(({ address, title }) => make("a", { href: new URL(address, Page.root) }, title));
      return make("div", { class: "search__gap" }, make("p", {}, line), ...links);
    }

    /** What led to a record that shows no word of the query: another record, or a search word. @param {SearchRecord} record @param {SearchRecord | undefined} via @param {Set<string>} terms */
    led(record, via, terms) {
      const shown = `${record.title} ${record.text}`.split(" ").some((word) => this.finder.marks(word, terms));
      const said = record.words
        .split(", ")
        .find((words) => words.split(" ").some((word) => this.finder.marks(word, terms)));
      const by = via?.title ?? (shown ? "" : said);
      return by ? [make("span", { class: "search__via" }, `Hoort bij „${by}”`)] : [];
    }

    /** The stretch of a text that holds most of what was looked for: it begins just before. @param {string} text @param {Set<string>} terms */
    context(text, terms) {
      const words = text.split(" ");
      const hits = words.map((word) => terms.size > 0 && this.finder.marks(word, terms));
      let [most, from] = [0, 0];
      hits.forEach((hit, index) => {
        const count = hit ? hits.slice(index, index + SHOWN).filter(Boolean).length : 0;
        if (count > most) [most, from] = [count, index];
      });
      from = from < SHOWN / 2 ? 0 : from - BEFORE;
      return [from ? "… " : "", ...this.marked(words.slice(from).join(" "), terms)];
    }

    /** @param {string} text @param {Set<string>} terms */
    marked(text, terms) {
      if (!terms.size) return [text];
      const pieces = text.split(/([\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}’'-]*)/u);
      return pieces.map((piece, index) =>
        index % 2 && this.finder.marks(piece, terms) ? make("mark", {}, piece) : piece,
      );
    }

    /** Where one may begin. @param {number} most */
    situations(most) {
      return [make("h2", {}, "Waar loop je tegenaan?"), this.list(this.all("situatie").slice(0, most))];
    }

    /** What lies close to what was not found, and where one may look around. @param {string} words @param {string} meant */
    elsewhere(words, meant) {
      const { hits } = this.finder.search(meant || words, ({ kind }) => ["sleutel", "situatie"].includes(kind));
      const near = hits.slice(0, 5).map(({ record }) => record);
      return [
        make("p", {}, words ? "Probeer een ander woord, of begin hier." : "Kies iets anders, of begin hier."),
        ...(words && near.length ? [make("h2", {}, "In de buurt"), this.list(near)] : this.situations(5)),
        ...this.around(),
      ];
    }

    around() {
      const around = this.all("overzicht").filter(({ address }) => /^(sleutels|werkvormen|tips)\b/.test(address));
      return [make("h2", {}, "Of kijk rond"), this.list(around)];
    }

    /** @param {string} kind */
    all(kind) {
      return this.finder.records.filter((record) => record.kind === kind);
    }

    /** @param {SearchRecord[]} records */
    list(records) {
      const links = records.map(({ address, title }) => make("a", { href: new URL(address, Page.root) }, title));
      return make("ul", { class: "search__list" }, ...links.map((link) => make("li", {}, link)));
    }
  };
})();
