/* The address that holds a whole selection: #1;t.familiemuur,m.waaromvraag;titel=…;n2=…
   Nothing here knows of a page or a browser: text in, text out. Reading an address takes link/link.js. */
const SelectionAddress = (() => {
  const { MOST, ID, isKey, sanitise } = SelectionStore;
  const VERSION = "1";
  /** Of a link that another version of the guide made. */
  const NEWER = "Deze link is van een nieuwere versie van de gids. Laad de pagina opnieuw, of vraag de link nog eens.";
  const TRACKING = /[?&][\w.~-]+=.*$/s;
  const NAMED = /^titel$|^n\d{1,4}$/;
  const KEY = RegExp(`^([a-z])[./](${ID})(?![\\p{L}\\p{N}/_-])`, "u");

  /** Text as it may stand in a link: no sign that ends a link for a mail program, and no half emoji. @param {string} text */
  const encoded = (text) =>
    encodeURIComponent(text.replace(/\p{Cs}/gu, "")).replace(
      /[!'()*.~]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16)}`,
    );

  /**
   * What someone typed, out of an address: without what hangs on to its end. When every percent sign was encoded, so
   * that a space is %2520, the text was, once more than we do.
   * @param {string} raw
   */
  const typed = (raw) => {
    let text = raw.replace(TRACKING, "").replace(/%[0-9a-f]?$/i, "");
    while (/[\s.,:!?)\]}>'"»”’…*|]$/.test(text.slice(-1))) text = text.slice(0, -1);
    return Link.decoded(/%25(?:20|C[23])/i.test(text) && !/%(?!25)/.test(text) ? Link.decoded(text) : text);
  };

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

  /** The pieces of a list, without those of a tracking code behind it. @param {string} list @param {RegExp} pattern of a piece */
  const listed = (list, pattern) => {
    const pieces = Link.bare(list).split(",");
    const tracked = pieces.findIndex((piece) => TRACKING.test(piece));
    return pieces.filter((piece, at) => at <= tracked || tracked < 0 || pattern.test(Link.trimmed(piece)));
  };

  /**
   * What comes after #, in parts: the version of its form, the pieces of its lists, what it says by name, and how many parts
   * could not be read. Null when it has no parts.
   * @param {string} fragment
   * @param {RegExp} named the names that it may say something by
   * @param {RegExp} pattern of a piece
   */
  const parted = (fragment, named, pattern) => {
    const hidden = RegExp(`(?<!${named.source.replace(/[$^]/g, "")})=(?=3B|2C)`, "gi");
    const text = Link.unescaped(fragment).replace(hidden, "%");
    const [first, ...parts] = Link.bare(text, (bare) => bare.includes(";")).split(";");
    const version = Link.trimmed(Link.bare(first));
    if (!/^\d{1,3}$/.test(version) || !parts.length) return null;
    /** @type {string[]} */
    const pieces = [];
    /** @type {Map<string, string>} */
    const said = new Map();
    let unread = 0;
    parts.forEach((part, at) => {
      const [, name, text] = /^([^=]*)=(.*)$/s.exec(part.includes("=") ? part : Link.decoded(part)) ?? [];
      const field = Link.trimmed(name ?? "").toLowerCase();
      if (named.test(field)) said.set(field, typed(text));
      else if (name === undefined || !at) pieces.push(...listed(part, pattern));
      else if (field) unread++;
    });
    return { version, pieces: pieces.filter((piece) => Link.trimmed(piece)), said, unread };
  };

  /** What a piece of a link may be, by a pattern of it. @param {string} piece @param {RegExp} pattern */
  const meant = (piece, pattern) =>
    Link.names(piece).flatMap((name) => [pattern.exec(name) ?? []].filter(({ length }) => length));

  /**
   * The key that a piece of a link names, or "" when it names none.
   * @param {string} piece
   * @param {(key: string) => boolean} known
   */
  const keyed = (piece, known) => {
    const keys = meant(piece, KEY)
      .map(([, letter, id]) => `${letter}/${id}`)
      .filter(isKey);
    return keys.find(known) ?? keys.at(-1) ?? "";
  };

  /**
   * What comes after # as a selection, or null when it holds none. newer: a later version of the guide wrote it.
   * more: how many entries it names beyond what we take. unread: how many parts of it could not be read.
   * @param {string} fragment
   * @param {(key: string) => boolean} [known] whether the guide has an entry of this key
   * @returns {ReceivedSelection | null}
   */
  const decode = (fragment, known = () => false) => {
    const parts = parted(fragment, NAMED, KEY);
    if (!parts) return null;
    const { version, pieces, said } = parts;
    if (version !== VERSION) return { title: "", entries: [], more: 0, unread: 0, newer: true };
    const entries = pieces
      .slice(0, MOST.read)
      .map((piece, at) => ({ key: keyed(piece, known), note: said.get(`n${at + 1}`) }));
    const unread = parts.unread + entries.filter(({ key }) => !key).length;
    const taken = sanitise({ title: said.get("titel"), entries });
    const distinct = new Set(entries.map(({ key }) => key).filter(Boolean)).size;
    const more = distinct - taken.entries.length + Math.max(0, pieces.length - MOST.read);
    return { ...taken, more, unread, newer: false };
  };

  return { NEWER, encode, decode, encoded, typed, parted, meant };
})();
