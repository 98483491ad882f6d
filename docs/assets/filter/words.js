/* What words are to the search of the whole guide, and what it finds on an overview. Fetched once someone types. */
const FilterWords = {
  /** How it reads a text. */
  async read() {
    await Page.load("base/spelling.js");
    return Spelling.words;
  },

  /**
   * Finds the anchors of entries of one kind, where an overview leaves that to it.
   * @param {string} [noun]
   * @returns {Promise<(typed: string) => Set<string> | null>}
   */
  async found(noun) {
    if (!noun) return () => null;
    await Promise.all([Page.load("search/search.js"), Page.load("search/data.js")]);
    const finder = new Finder(SearchData);
    return (typed) => {
      const { hits } = finder.search(typed, ({ kind }) => kind === noun);
      return new Set(hits.map(({ record }) => record.address.split("#")[1]));
    };
  },
};
