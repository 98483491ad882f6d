/* What someone who leads a meeting brings along: of every part, added up. Data in, lines out: nothing here knows of a page. */
const RunsheetBring = (() => {
  /** What one of a kind of sheets is printed for. @type {Record<string, string>} */
  const EACH = { person: "één per persoon", group: "één per groepje", team: "één voor het team" };

  /** The same thing, however it is written. @param {string} thing */
  const same = (thing) => thing.trim().toLowerCase();

  /**
   * Each thing once, with the methods that want it; the sheets to print, with how many; and what the reader thought of.
   * @param {Runsheet} runsheet
   * @param {typeof RunsheetData} data
   * @param {(key: string) => string} titled
   * @returns {RunsheetNeeds}
   */
  const needs = ({ parts, people, bring }, { methods, sheets }, titled) => {
    const keys = parts.flatMap(({ key }) => key ?? []);
    /** @type {Map<string, { thing: string; of: string[] }>} */
    const things = new Map();
    for (const key of keys)
      for (const thing of methods[key]?.[1] ?? []) {
        const known = things.get(same(thing));
        if (known) known.of.push(titled(key));
        else things.set(same(thing), { thing, of: [titled(key)] });
      }
    const wanted = keys.flatMap((key) => (sheets[key] ? [key] : (methods[key]?.[2] ?? [])));
    const printed = [...new Set(wanted)].map((key) => ({
      key,
      title: titled(key),
      count: people && sheets[key] === "person" ? `${people} keer` : EACH[sheets[key]],
    }));
    const own = bring
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    return { things: [...things.values()], sheets: printed, own };
  };

  return { needs };
})();
