/* The address that holds a whole running order: #1;t.familiemuur.10,pauze.15,punt.5;om=13.30;met=12;titel=…;wat3=…
   It is that of a selection with more in it, so that of a selection is one too. Text in, text out. */
const RunsheetAddress = (() => {
  const { encoded, meant } = SelectionAddress;
  const { read: MOST_READ } = SelectionStore.MOST;
  const VERSION = "1";
  const NAMED = /^(?:titel|om|met|mee|wie\d{1,4}|wat\d{1,4}|n\d{1,4})$/;
  const PIECE = RegExp(
    `^(?:([a-z])[./](${SelectionStore.ID})|(pauze|punt))(?:\\.(\\d{1,3}))?(?![\\p{L}\\p{N}/_-])`,
    "u",
  );

  /**
   * What comes after # in the address of a running order.
   * @param {Runsheet} runsheet
   * @param {boolean} personal whether notes go along, and who leads what
   */
  const encode = ({ title, start, people, parts, bring }, personal) => {
    const pieces = parts.map((part) => {
      const name = part.key?.replace("/", ".") ?? (part.break ? "pauze" : "punt");
      return part.minutes ? `${name}.${part.minutes}` : name;
    });
    const said = [VERSION, pieces.join(",")];
    /** @param {string} name @param {string} [text] */
    const say = (name, text) => text && said.push(`${name}=${encoded(text)}`);
    if (start) said.push(`om=${start.replace(":", ".")}`);
    if (people) said.push(`met=${people}`);
    say("titel", title);
    parts.forEach((part, at) => {
      say(`wat${at + 1}`, part.own);
      if (personal) say(`wie${at + 1}`, part.who);
      if (personal) say(`n${at + 1}`, part.note);
    });
    say("mee", bring);
    return said.join(";");
  };

  /**
   * A piece of a link as a part, or null when it is none.
   * @param {string} piece
   * @param {(key: string) => boolean} known
   */
  const part = (piece, known) => {
    /** @type {RunsheetPart[]} */
    const found = meant(piece, PIECE).map(([, letter, id, other, minutes = "0"]) => ({
      ...(other === "pauze"
        ? { break: /** @type {const} */ (true) }
        : other
          ? { own: "" }
          : { key: `${letter}/${id}` }),
      minutes: Number(minutes),
    }));
    return found.find(({ key }) => !key || known(key)) ?? found.at(-1) ?? null;
  };

  /**
   * What comes after # as a running order, or null when it holds none. newer: a later version of the guide wrote it.
   * unread: how much of it could not be read, or was too much.
   * @param {string} fragment
   * @param {(key: string) => boolean} [known] whether the guide has an entry of this key
   * @returns {ReceivedRunsheet | null}
   */
  const decode = (fragment, known = () => false) => {
    const all = SelectionAddress.parted(fragment, NAMED, PIECE);
    if (!all) return null;
    if (all.version !== VERSION) return { ...RunsheetStore.sanitise(null), unread: 0, newer: true };
    const { said, pieces } = all;
    const parts = pieces.slice(0, MOST_READ).map((piece, index) => {
      const at = index + 1;
      const read = part(piece, known);
      const own = read?.own === "" ? { own: said.get(`wat${at}`) ?? "" } : {};
      return read && { ...read, ...own, who: said.get(`wie${at}`), note: said.get(`n${at}`) };
    });
    const runsheet = RunsheetStore.sanitise({
      title: said.get("titel"),
      start: said.get("om")?.replace(".", ":"),
      people: Number(said.get("met")),
      bring: said.get("mee"),
      parts,
    });
    const keys = parts.flatMap((one) => one?.key ?? []);
    const twice = keys.length - new Set(keys).size;
    return { ...runsheet, unread: all.unread + pieces.length - twice - runsheet.parts.length, newer: false };
  };

  return { encode, decode };
})();
