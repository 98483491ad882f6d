/* "Wij spreken af": what a team will do, who, and when, and the day on which it looks back. Nothing here knows of a page:
   anything in, agreements out; and the address that holds them, #1;titel=…;terug=2027-01-15;wat1=…;wie1=…;bij1=t.familiemuur */
const Agreements = (() => {
  const { isKey } = SelectionStore;
  const VERSION = "1";
  const MOST = { read: 400, items: 40, title: 120, what: 300, who: 80, when: 80 };
  /** What each field of an agreement is called in an address. @type {[keyof Agreement, string][]} */
  const FIELDS = [
    ["what", "wat"],
    ["who", "wie"],
    ["when", "wanneer"],
    ["key", "bij"],
  ];

  /** A day that exists, as 2027-01-15; "" when it is none. @param {unknown} text */
  const day = (text) => {
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typeof text === "string" ? text : "") ?? [];
    const time = year && new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
    return time && time.getUTCMonth() === Number(month) - 1 && year >= "1900" ? `${year}-${month}-${date}` : "";
  };

  /** @param {any} raw @returns {Agreement} */
  const one = (raw) => ({
    what: oneLine(raw?.what, MOST.what).trim(),
    who: oneLine(raw?.who, MOST.who).trim(),
    when: oneLine(raw?.when, MOST.when).trim(),
    key: isKey(raw?.key) ? raw.key : "",
  });
  /** Agreements out of anything, from storage or from an address. @param {any} raw @returns {AgreementsContent} */
  const sanitise = (raw) => ({
    title: oneLine(raw?.title, MOST.title),
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

  return { MOST, VERSION, sanitise, joined, same, encode };
})();
