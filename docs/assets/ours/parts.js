/* What a school keeps of its own in this guide: parts by the name that they have in the storage, and how two become one.
   Nothing here knows of a page or a browser. Two that do not fit together lose nothing: what has no place is put aside. */
const OursParts = (() => {
  const SHEET = /^sleutelbos-werkblad-[a-z0-9]+(?:-[a-z0-9]+)*$/;
  /* What is written as lines; all other parts are objects. */
  const LINES = ["gedaan"];
  /* What has an order of its own: two of these are never mixed. */
  const WHOLE = ["draaiboek"];
  const NAMES = ["selectie", "gedaan", "hoe-ging-het", "trajecten", "zelfscan", "draaiboek", "afspraken"];
  const MOST_NAME = 160;
  /** How much of a list each of these keeps. @type {Record<string, Record<string, number>>} */
  const ROOM = { zelfscan: { done: 100, team: 400 }, afspraken: { items: 40 } };

  /** Whether something of a school is kept under this name. @param {string} name */
  const isPart = (name) => NAMES.includes(name) || (name.length < MOST_NAME && SHEET.test(name));

  /** @param {unknown} value @returns {value is Record<string, any>} */
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /**
   * What a text in the storage holds; undefined when it is not what such a part is.
   * @param {string} name @param {string} text
   * @returns {OursValue | undefined}
   */
  const read = (name, text) => {
    if (LINES.includes(name)) return text.split("\n").filter(Boolean);
    try {
      const value = JSON.parse(text);
      return isObject(value) ? value : undefined;
    } catch {
      return undefined;
    }
  };
  /** Whether a value of a file can be one of this part. @param {string} name @param {unknown} value @returns {value is OursValue} */
  const fits = (name, value) =>
    LINES.includes(name)
      ? Array.isArray(value) && value.every((line) => typeof line === "string" && !line.includes("\n"))
      : isObject(value);
  /** What stands in the storage for a value. @param {OursValue} value */
  const written = (value) => (Array.isArray(value) ? value.join("\n") : JSON.stringify(value));

  /** A value as text in which the order of names says nothing. @param {unknown} value @returns {string} */
  const sorted = (value) =>
    JSON.stringify(value, (_, one) => (isObject(one) ? Object.fromEntries(Object.entries(one).sort()) : one));
  /** @param {unknown} one @param {unknown} other */
  const same = (one, other) => sorted(one) === sorted(other);
  /** @param {unknown} value */
  const empty = (value) => value === undefined || value === null || value === "" || value === false;

  /**
   * One value that holds both, as far as that can be: lists grow, names come beside each other, and what differs stays as mine is.
   * whole: whether it holds all of theirs.
   * @param {any} mine @param {any} theirs
   * @returns {{ value: any, whole: boolean }}
   */
  const joined = (mine, theirs) => {
    if (mine === undefined) return { value: theirs, whole: true };
    if (empty(theirs) || same(mine, theirs)) return { value: mine, whole: true };
    if (empty(mine)) return { value: theirs, whole: true };
    if (Array.isArray(mine) && Array.isArray(theirs)) {
      const had = new Set(mine.map(sorted));
      return { value: [...mine, ...theirs.filter((one) => !had.has(sorted(one)))], whole: true };
    }
    if (!isObject(mine) || !isObject(theirs)) return { value: mine, whole: false };
    const value = new Map(Object.entries(mine));
    let whole = true;
    for (const [name, one] of Object.entries(theirs)) {
      const both = joined(value.get(name), one);
      value.set(name, both.value);
      whole &&= both.whole;
    }
    return { value: Object.fromEntries(value), whole };
  };

  /** A selection by what it holds, in order, so that each entry stands in it once. @param {any} selection */
  const byKey = ({ entries, ...others }) => ({
    ...others,
    notes: Object.fromEntries(
      (Array.isArray(entries) ? entries : []).map((one) => [`${one?.key}`, `${one?.note ?? ""}`]),
    ),
  });
  /**
   * Theirs by the names that mine has for the same: what was renamed since is one entry, not two.
   * @param {any} mine @param {any} theirs both by key
   * @param {(key: string) => string} today what a key is by now
   */
  const named = (mine, theirs, today) => {
    if (!isObject(mine) || !isObject(theirs)) return theirs;
    const own = new Map(Object.keys(mine).map((key) => [today(key), key]));
    const key = (/** @type {string} */ one) => {
      const other = own.get(today(one)) ?? one;
      return Object.hasOwn(theirs, other) ? one : other;
    };
    return Object.fromEntries(Object.entries(theirs).map(([one, value]) => [key(one), value]));
  };
  /** @param {any} mine @param {any} theirs @param {(key: string) => string} today */
  const selections = (mine, theirs, today) => {
    const [own, other] = [byKey(mine), byKey(theirs)];
    const { value, whole } = joined(own, { ...other, notes: named(own.notes, other.notes, today) });
    const { notes, ...others } = value;
    const entries = Object.entries(notes).map(([key, note]) => ({ key, note }));
    const kept = entries.slice(0, SelectionStore.MOST.entries);
    return { value: { ...others, entries: kept }, whole: whole && kept.length === entries.length };
  };

  /** A scan that someone began is of one person: never half of one and half of another. @param {any} mine @param {any} theirs */
  const begun = (mine, theirs) => {
    if (!isObject(mine) || !isObject(theirs)) return joined(mine, theirs);
    const whole = Object.entries(theirs).every(([sheet, answers]) => empty(mine[sheet]) || same(mine[sheet], answers));
    return { value: { ...theirs, ...mine }, whole };
  };

  /** @param {string} name @param {any} mine @param {any} theirs @param {(key: string) => string} today */
  const two = (name, mine, theirs, today) => {
    if (name === "selectie") return selections(mine, theirs, today);
    if (WHOLE.includes(name)) return { value: mine, whole: same(mine, theirs) };
    if (name === "hoe-ging-het") theirs = { ...theirs, items: named(mine.items, theirs.items, today) };
    const first = name === "zelfscan" ? begun(mine.begun, theirs.begun) : null;
    const both = joined(mine, first ? { ...theirs, begun: mine.begun } : theirs);
    if (first?.value) both.value = { ...both.value, begun: first.value };
    both.whole &&= first?.whole ?? true;
    const full = Object.entries(ROOM[name] ?? {}).filter(([list, most]) => both.value[list]?.length > most);
    const cut = full.map(([list, most]) => [list, both.value[list].slice(0, most)]);
    return full.length ? { value: { ...both.value, ...Object.fromEntries(cut) }, whole: false } : both;
  };

  /**
   * Two guides of a school as one. What of theirs does not fit in mine is put aside, once; mine stays where it was.
   * @param {OursGuide} mine @param {OursGuide} theirs
   * @param {(key: string) => string} [today] what a key is by now, of an entry that was renamed
   * @returns {OursGuide}
   */
  const merge = (mine, theirs, today = (key) => key) => {
    const parts = new Map(mine.parts);
    const left = [...mine.aside, ...theirs.aside];
    for (const [name, value] of theirs.parts) {
      const before = parts.get(name);
      const both = before === undefined ? { value, whole: true } : two(name, before, value, today);
      parts.set(name, both.value);
      if (!both.whole) left.push({ name, value });
    }
    const aside = new Map(left.map((one) => [sorted(one), one]));
    return { parts, aside: [...aside.values()].filter(({ name, value }) => !same(parts.get(name), value)) };
  };

  return { NAMES, ROOM, isPart, read, fits, written, same, merge };
})();
