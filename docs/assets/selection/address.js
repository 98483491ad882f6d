/* What a selection may hold, and the address that holds all of it: #1;t.familiemuur,m.waaromvraag;titel=…;n2=…
   Nothing here knows of a page or a browser: text in, text out. */
const SelectionAddress = (() => {
  const MOST = { entries: 60, title: 120, note: 600 };
  const VERSION = "1";
  const KEY = /^[a-z]\/[a-z0-9]+(-[a-z0-9]+)*$/;
  /* Characters that cannot be seen can turn a text around; they have no business in a title. */
  const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

  /** @param {unknown} text @param {number} most */
  const words = (text, most) => (typeof text === "string" ? text.replace(UNSEEN, " ").slice(0, most) : "");

  /**
   * A selection out of anything, from storage or from an address: each entry once, none too long.
   * @param {any} raw
   * @returns {SelectionContent}
   */
  const sanitise = (raw) => {
    /** @type {Map<string, SelectionEntry>} */
    const found = new Map();
    for (const one of Array.isArray(raw?.entries) ? raw.entries.slice(0, 1000) : []) {
      const key = one?.key;
      if (found.size < MOST.entries && typeof key === "string" && key.length < 100 && KEY.test(key) && !found.has(key))
        found.set(key, { key, note: words(one.note, MOST.note) });
    }
    return { title: words(raw?.title, MOST.title).replace(/\n/g, " "), entries: [...found.values()] };
  };

  /** @param {string} text */
  const encoded = (text) =>
    encodeURIComponent(text).replace(/[!'()*.~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

  /** @param {string} text */
  const decoded = (text) =>
    text.replace(/(%[0-9a-f]{2})+/gi, (signs) => {
      try {
        return decodeURIComponent(signs);
      } catch {
        return "";
      }
    });

  /**
   * What comes after # in the address of a selection.
   * @param {SelectionContent} selection
   * @param {boolean} notes whether the notes go along
   */
  const encode = ({ title, entries }, notes) => {
    const parts = [VERSION, entries.map(({ key }) => key.replace("/", ".")).join(",")];
    if (title) parts.push(`titel=${encoded(title)}`);
    if (notes) entries.forEach(({ note }, at) => note && parts.push(`n${at + 1}=${encoded(note)}`));
    return parts.join(";");
  };

  /**
   * What comes after # as a selection, or null when it holds none. newer: a later version of the guide wrote it.
   * more: how many entries it names beyond what we take.
   * @param {string} fragment
   * @returns {ReceivedSelection | null}
   */
  const decode = (fragment) => {
    const text = fragment.includes(";") ? fragment : decoded(fragment);
    const [version, keys, ...rest] = text.split(";", 3 + MOST.entries);
    if (!/^\d{1,3}$/.test(version) || keys === undefined) return null;
    if (version !== VERSION) return { title: "", entries: [], more: 0, newer: true };
    const named = decoded(keys).split(",").filter(Boolean);
    const said = new Map(
      rest.map((part) => [part.slice(0, part.indexOf("=")), decoded(part.slice(part.indexOf("=") + 1))]),
    );
    const entries = named.map((key, at) => ({ key: key.replace(".", "/"), note: said.get(`n${at + 1}`) }));
    const more = Math.max(0, named.length - MOST.entries);
    return { ...sanitise({ title: said.get("titel"), entries }), more, newer: false };
  };

  return { MOST, sanitise, encode, decode };
})();
