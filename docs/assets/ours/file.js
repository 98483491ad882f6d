/* The guide of a school as one file, and as it stands in the storage of this device. A file of before is read for ever. */
const OursFile = (() => {
  const FORMAT = "sleutelbos-gids";
  const VERSION = 1;
  const MOST = { bytes: 12_000_000, parts: 300, aside: 200, depth: 12 };
  const ASIDE = "naast";

  /** Whether something goes no deeper than what we keep. @param {unknown} value @param {number} [depth] @returns {boolean} */
  const shallow = (value, depth = 0) =>
    typeof value !== "object" ||
    value === null ||
    (depth < MOST.depth && Object.values(value).every((one) => shallow(one, depth + 1)));

  /** Parts put aside, out of anything. @param {unknown} held @returns {OursPart[]} */
  const aside = (held) =>
    (Array.isArray(held) ? held.slice(0, MOST.aside) : []).flatMap((/** @type {any} */ one) =>
      typeof one?.name === "string" && OursParts.isPart(one.name) && OursParts.fits(one.name, one.value)
        ? [{ name: one.name, value: one.value }]
        : [],
    );

  /** @param {OursGuide} guide @param {string} day as 2026-11-27 */
  const written = (guide, day) =>
    JSON.stringify(
      { format: FORMAT, version: VERSION, written: day, parts: Object.fromEntries(guide.parts), aside: guide.aside },
      null,
      1,
    );

  /**
   * What a file holds, or why it is refused, by the name of the sentence that says so. unknown: how many parts of it this
   * guide does not know.
   * @param {string} text
   * @returns {string | (OursGuide & { unknown: number })}
   */
  const read = (text) => {
    if (text.length > MOST.bytes) return "large";
    let held;
    try {
      held = JSON.parse(text);
    } catch {
      return "unreadable";
    }
    if (held?.format !== FORMAT || !Number.isInteger(held.version) || held.version < 1) return "other";
    if (held.version > VERSION) return "newer";
    if (typeof held.parts !== "object" || held.parts === null || Array.isArray(held.parts)) return "damaged";
    const found = Object.entries(held.parts);
    if (found.length > MOST.parts || !shallow(held)) return "damaged";
    /** @type {Map<string, OursValue>} */
    const parts = new Map();
    for (const [name, value] of found)
      if (OursParts.isPart(name) && OursParts.fits(name, value)) parts.set(name, value);
    return { parts, aside: aside(held.aside), unknown: found.length - parts.size };
  };

  /** The names of what is kept on this device. */
  const names = () => Object.keys(localStorage).filter((name) => OursParts.isPart(name) || name === ASIDE);

  /** What is kept on this device, as it stands there; what cannot be read is nothing. @returns {OursGuide} */
  const kept = () => {
    /** @type {OursGuide} */
    const guide = { parts: new Map(), aside: [] };
    try {
      for (const name of names()) {
        const text = localStorage.getItem(name) ?? "";
        if (name === ASIDE) guide.aside = aside(JSON.parse(text)?.items);
        else {
          const value = OursParts.read(name, text);
          if (value !== undefined) guide.parts.set(name, value);
        }
      }
    } catch {
      /* A browser that shows nothing, keeps nothing. */
    }
    return guide;
  };

  /** Keep all of a guide in the place of what is there, or none of it. Answers whether it is kept. @param {OursGuide} guide */
  const keep = (guide) => {
    /** What stood under each name that was written. @type {Map<string, string | null>} */
    const before = new Map();
    try {
      const after = new Map([...guide.parts].map(([name, value]) => [name, OursParts.written(value)]));
      if (guide.aside.length) after.set(ASIDE, JSON.stringify({ v: 1, items: guide.aside }));
      for (const [name, text] of after) {
        const held = localStorage.getItem(name);
        if (held === text) continue;
        before.set(name, held);
        localStorage.setItem(name, text);
      }
      /* What cannot be read is not in a guide, and stays where it is; unless all of it has to go. */
      const reads = (/** @type {string} */ name) =>
        OursParts.read(name, localStorage.getItem(name) ?? "") !== undefined;
      for (const name of names()) if (!after.has(name) && (!after.size || reads(name))) localStorage.removeItem(name);
      return true;
    } catch {
      /* What came in goes out first, and what grew becomes small again: then there is room for what stood there. */
      const grows = (/** @type {[string, string | null]} */ [name, held]) =>
        (held?.length ?? -Infinity) - (localStorage.getItem(name)?.length ?? 0);
      for (const [name, held] of [...before].sort((one, other) => grows(one) - grows(other)))
        if (held === null) localStorage.removeItem(name);
        else if (localStorage.getItem(name) !== held) localStorage.setItem(name, held);
      return false;
    }
  };

  return { MOST, ASIDE, read, written, kept, keep };
})();
