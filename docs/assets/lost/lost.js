/* On the page for an unknown address: the page it was meant for, or what it most looks like. The catalogue is fetched only here. */
const Lost = (() => {
  /** @param {string} text */
  const words = (text) => Spelling.words(text).join(" ");

  /** @param {string} word */
  const pairs = (word) => Array.from({ length: word.length + 1 }, (_, at) => ` ${word} `.slice(at, at + 2));

  /**
   * How alike two words are, from 0 to 1: the pairs of letters that they share. A slip of the finger changes few.
   * @param {string} one
   * @param {string} other
   */
  const likeness = (one, other) => {
    const [mine, theirs] = [pairs(one), pairs(other)];
    const left = [...theirs];
    const shared = mine.filter((pair) => left.includes(pair) && left.splice(left.indexOf(pair), 1)).length;
    return (2 * shared) / (mine.length + theirs.length);
  };

  /**
   * The entries that an address looks like, best first, at most four.
   * @param {string} asked the address below the root of the site
   * @param {CatalogueEntry[]} entries
   */
  const nearest = (asked, entries) => {
    const path = asked.replace(/(index)?\.html?$/, "");
    const parts = path.split("/").map(words).filter(Boolean);
    const wanted = parts.at(-1)?.slice(0, 80);
    if (!wanted) return [];
    /** @param {CatalogueEntry} entry */
    const score = ({ id, aliases, title, url, permalink }) => {
      const spot = url.split(/[/#]/).filter(Boolean).at(-1) ?? "";
      const best = Math.max(...[id, ...aliases, title, spot].map((name) => likeness(wanted, words(name))));
      const beside = parts.length > 1 && [permalink, url].some((place) => place.startsWith(`${parts[0]}/`));
      return best + (beside ? 0.1 : 0);
    };
    const scored = entries.map((entry) => ({ entry, score: score(entry) })).sort((a, b) => b.score - a.score);
    const least = Math.max(0.5, (scored[0]?.score ?? 0) - 0.25);
    return scored
      .filter(({ score }) => score >= least)
      .slice(0, 4)
      .map(({ entry }) => entry);
  };

  return { likeness, nearest };
})();

(async () => {
  try {
    const { make, root } = Page;
    await Page.load("link/link.js");
    const meant = Link.meant(location.pathname.slice(root.pathname.length));
    const to = new URL(location.href);
    to.pathname = root.pathname + meant.path;
    if (meant.query) to.search = meant.query;
    if (meant.fragment) to.hash = meant.fragment;
    /* A page that is there shows itself rather than a guess. */
    if (to.href !== location.href && (await fetch(to, { method: "HEAD", mode: "same-origin" })).ok)
      return location.replace(to);
    /** @type {Catalogue} */
    const { entries } = await (await fetch(new URL("catalogue.json", root))).json();
    const near = Lost.nearest(meant.path, entries);
    if (!near.length) return;
    const cards = near.map(({ title, url, summary }) =>
      make(
        "li",
        {},
        make("p", {}, make("strong", {}, make("a", { href: new URL(url, root) }, title))),
        make("p", {}, summary),
      ),
    );
    const said = near.length > 1 ? "Zocht je een van deze?" : "Zocht je dit?";
    Page.find("#nearest").append(make("p", {}, said), make("div", { class: "cards" }, make("ul", {}, ...cards)));
  } catch {
    /* Without the catalogue the page says what it says without a script. */
  }
})();
