/* What the search dialog shows of what was found, or of nothing. */
const SearchResults = (() => {
  const { make } = Page;
  const CONTEXT = 26; // words of context, enough for two lines

  return class SearchResults {
    /** @param {InstanceType<typeof Finder>} finder */
    constructor(finder) {
      this.finder = finder;
    }

    /**
     * Records as links, each with its kind and the stretch of its text that was looked for.
     * @param {SearchRecord[]} records
     * @param {Set<string>} terms
     */
    hits(records, terms) {
      const hits = records.map((record) => {
        const where = record.page === record.title ? record.label : `${record.label} · ${record.page}`;
        const link = make(
          "a",
          { href: new URL(record.address, Page.root) },
          make("span", { class: "search__kind" }, where),
          make("strong", {}, ...this.marked(record.title, terms)),
          make("span", { class: "search__context" }, ...this.context(record.text, terms)),
        );
        return make("li", {}, link, record.key ? Keep.button(record.key, record.title) : "");
      });
      return make("ol", { class: "search__hits" }, ...hits);
    }

    /** The stretch of a text that holds most of what was looked for. @param {string} text @param {Set<string>} terms */
    context(text, terms) {
      const words = text.split(" ");
      const hits = words.map((word) => (terms.size && this.finder.marks(word, terms) ? 1 : 0));
      let [sum, most, from] = [0, 0, 0];
      hits.forEach((hit, index) => {
        sum += hit - (index >= CONTEXT ? hits[index - CONTEXT] : 0);
        if (sum > most) [most, from] = [sum, Math.max(0, index - CONTEXT + 1)];
      });
      if (from) from = Math.max(0, Math.min(from + 6, words.length - CONTEXT));
      const stretch = words.slice(from, from + CONTEXT).join(" ");
      return [from ? "… " : "", ...this.marked(stretch, terms), from + CONTEXT < words.length ? " …" : ""];
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
      const around = this.all("overzicht").filter(({ address }) => /^(sleutels|werkvormen|tips)\b/.test(address));
      return [
        make("p", {}, words ? "Probeer een ander woord, of begin hier." : "Kies iets anders, of begin hier."),
        ...(words && near.length ? [make("h2", {}, "In de buurt"), this.list(near)] : this.situations(5)),
        make("h2", {}, "Of kijk rond"),
        this.list(around),
      ];
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
