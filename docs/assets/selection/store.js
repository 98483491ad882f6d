/* "Mijn selectie": what a reader keeps, on this device and nowhere else. Every page shows how much there is.
   Another tab may write too, so whoever changes something reads it first. */
const SelectionStore = (() => {
  const NAME = "selectie";
  const MOST = { read: 2000, entries: 60, title: 120, note: 600 };
  const ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
  const KEY = RegExp(`^[a-z]/${ID}$`);
  /* Characters that cannot be seen can turn a text around; they have no business in a title. */
  const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

  /** Whether this can be a permanent address. @param {unknown} key @returns {key is string} */
  const isKey = (key) => typeof key === "string" && key.length < 260 && KEY.test(key);

  /** A text that is not too long, without half an emoji. @param {unknown} text @param {number} most */
  const words = (text, most) =>
    typeof text === "string"
      ? text
          .replace(UNSEEN, " ")
          .slice(0, most)
          .replace(/\p{Cs}/gu, "")
      : "";

  /**
   * A selection out of anything, from storage or from an address: each entry once, none too long.
   * @param {any} raw
   * @returns {SelectionContent}
   */
  const sanitise = (raw) => {
    /** @type {Map<string, SelectionEntry>} */
    const found = new Map();
    for (const one of Array.isArray(raw?.entries) ? raw.entries.slice(0, MOST.read) : []) {
      const key = one?.key;
      if (found.size < MOST.entries && isKey(key) && !found.has(key))
        found.set(key, { key, note: words(one.note, MOST.note) });
    }
    return { title: words(raw?.title, MOST.title).replace(/\n/g, " "), entries: [...found.values()] };
  };

  /** What is kept; an empty selection when that is nothing, or nothing that can be read. */
  const read = () => {
    try {
      return sanitise(JSON.parse(`${localStorage.getItem(NAME)}`));
    } catch {
      return sanitise(null);
    }
  };

  /** Keep a selection. False when the browser keeps nothing. @param {SelectionContent} selection */
  const write = (selection) => {
    const { title, entries } = sanitise(selection);
    try {
      if (title || entries.length) localStorage.setItem(NAME, JSON.stringify({ version: 1, title, entries }));
      else localStorage.removeItem(NAME);
    } catch {
      return false;
    }
    count();
    return true;
  };

  const count = () => {
    const { length } = read().entries;
    for (const one of Page.all("[data-kept]")) one.textContent = String(length || "");
  };

  count();
  Page.onKept(NAME, count);
  return { NAME, MOST, ID, isKey, words, sanitise, read, write };
})();
