/* What typed words find on an overview, as the search of the whole guide finds it. Fetched once someone types. */
const FilterWords = {
  /** Finds the anchors of entries of one kind. @param {string} noun */
  async of(noun) {
    await Promise.all([Page.load("search/search.js"), Page.load("search/data.js")]);
    const finder = new Finder(SearchData);
    /** @param {string} typed */
    return (typed) => {
      const { hits } = finder.search(typed, ({ kind }) => kind === noun);
      return new Set(hits.map(({ record }) => record.address.split("#")[1]));
    };
  },
};
