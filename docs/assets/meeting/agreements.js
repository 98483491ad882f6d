/* "Wij spreken af": what a team will do, who, and when, and the day on which it looks back. Nothing here knows of a page:
   anything in, agreements out; and the address that holds them, #1;titel=…;terug=2027-01-15;wat1=…;wie1=…;bij1=t.familiemuur */
const Agreements = (() => {
  const VERSION = "1";
  const MOST = { read: 400, items: 40, title: 120, what: 300, who: 80, when: 80 };
  const UNSEEN = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
  const NAMED = /^(?:titel|terug|(?:wat|wie|wanneer|bij)\d{1,3})$/;
  /** What each field of an agreement is called in an address. @type {[keyof Agreement, string][]} */
  const FIELDS = [
    ["what", "wat"],
    ["who", "wie"],
    ["when", "wanneer"],
    ["key", "bij"],
  ];

  /** One line of text that is not too long, without signs that cannot be seen. @param {unknown} text @param {number} most */
  const words = (text, most) =>
    typeof text === "string"
      ? text
          .replace(UNSEEN, " ")
          .slice(0, most)
          .replace(/\p{Cs}/gu, "")
      : "";

  /** A day that exists, as 2027-01-15; "" when it is none. @param {unknown} text */
  const day = (text) => {
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typeof text === "string" ? text : "") ?? [];
    const time = year && new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
    return time && time.getUTCMonth() === Number(month) - 1 && year >= "1900" ? `${year}-${month}-${date}` : "";
  };

  /** @param {any} raw @returns {Agreement} */
  const one = (raw) => ({
    what: words(raw?.what, MOST.what).trim(),
    who: words(raw?.who, MOST.who).trim(),
    when: words(raw?.when, MOST.when).trim(),
    key: SelectionStore.isKey(raw?.key) ? raw.key : "",
  });
  /** Agreements out of anything, from storage or from an address. @param {any} raw @returns {AgreementsContent} */
  const sanitise = (raw) => ({
    title: words(raw?.title, MOST.title),
    date_back: day(raw?.date_back),
    items: (Array.isArray(raw?.items) ? raw.items.slice(0, MOST.read).map(one) : [])
      .filter((/** @type {Agreement} */ { what }) => what)
      .slice(0, MOST.items),
  });

  /** @param {Agreement} one @param {Agreement} other */
  const same = (one, other) => FIELDS.every(([field]) => one[field] === other[field]);
  /** What is here, with what came: each once, and what is said here already stays. @param {AgreementsContent} own @param {AgreementsContent} got */
  const joined = (own, got) => ({
    title: own.title || got.title,
    date_back: own.date_back || got.date_back,
    items: [...own.items, ...got.items.filter((item) => !own.items.some((mine) => same(mine, item)))],
  });

  /** What comes after # in their address. @param {AgreementsContent} agreements */
  const encode = ({ title, date_back, items }) => {
    const parts = [VERSION];
    if (title) parts.push(`titel=${SelectionAddress.encoded(title)}`);
    if (date_back) parts.push(`terug=${date_back}`);
    items.forEach((item, at) => {
      for (const [field, name] of FIELDS)
        if (item[field])
          parts.push(
            `${name}${at + 1}=${field === "key" ? item.key.replace("/", ".") : SelectionAddress.encoded(item[field])}`,
          );
    });
    return parts.join(";");
  };

  /**
   * What comes after # as agreements, or null when it holds none. newer: a later version of the guide wrote it.
   * unread: how many parts could not be read. more: how many agreements beyond what we take.
   * @param {string} fragment
   * @returns {ReceivedAgreements | null}
   */
  const decode = (fragment) => {
    const all = SelectionAddress.parted(fragment, NAMED, /(?!)/);
    if (!all) return null;
    const { version, said, pieces } = all;
    if (version !== VERSION) return { ...sanitise(null), unread: 0, more: 0, newer: true };
    const numbers = [...new Set([...said.keys()].flatMap((name) => name.match(/\d+$/) ?? []))];
    const raw = numbers
      .sort((one, other) => Number(one) - Number(other))
      .map((number) => ({
        what: said.get(`wat${number}`),
        who: said.get(`wie${number}`),
        when: said.get(`wanneer${number}`),
        key: said.get(`bij${number}`)?.toLowerCase().replace(".", "/"),
      }));
    const taken = sanitise({ title: said.get("titel"), date_back: said.get("terug"), items: raw });
    const more = Math.max(0, raw.filter(({ what }) => what?.trim()).length - taken.items.length);
    const unread = all.unread + pieces.length + raw.filter(({ what }) => !what?.trim()).length;
    return { ...taken, unread, more, newer: false };
  };

  /** @param {number} number */
  const counted = (number) => `${number} ${number === 1 ? "afspraak" : "afspraken"}`;
  /** What a reader is told of agreements that came with a link, also of a link that was hurt on its way. @param {ReceivedAgreements | null} got @param {AgreementsContent} own */
  const told = (got, own) => {
    const { length } = own.items;
    const stay = length === 1 ? "staat al 1 afspraak; die blijft" : `staan al ${length} afspraken; die blijven`;
    const mine = length ? ` Op dit toestel ${stay} staan.` : "";
    if (got?.newer)
      return `Deze link is van een nieuwere versie van de gids. Laad de pagina opnieuw, of vraag de link nog eens.${mine}`;
    if (!got?.items.length)
      return `In deze link staan geen afspraken die we kunnen lezen. Waarschijnlijk is hij onderweg afgebroken. Vraag hem nog eens.${mine}`;
    const said = [`Je kreeg ${counted(got.items.length)}.`];
    if (got.more) said.push(`De link noemt er nog ${got.more}; meer dan ${MOST.items} kunnen we niet tonen.`);
    if (got.unread) said.push("Een deel van de link konden we niet lezen: dat ging onderweg verloren.");
    return said.join(" ") + mine;
  };

  return { MOST, sanitise, joined, same, encode, decode, told, counted };
})();
