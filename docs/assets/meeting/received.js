/* Agreements that came with a link, also of one that was hurt on its way. Nothing here knows of a page: text in, agreements out, and
   what is told of them. */
const AgreementsReceived = (() => {
  const { MOST, VERSION, sanitise } = Agreements;
  const NAMED = /^(?:titel|terug|(?:wat|wie|wanneer|bij)\d{1,3})$/;

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

  /** What a reader is told of agreements that came with a link, also of a link that was hurt on its way. @param {ReceivedAgreements | null} got @param {AgreementsContent} own */
  const told = (got, own) => {
    const { text } = Piece;
    const { length } = own.items;
    const said = [];
    if (got?.newer) said.push(SelectionAddress.NEWER);
    else if (!got?.items.length) said.push(text("none"));
    else {
      said.push(text("got", Words.counted(got.items.length, "afspraak", "afspraken")));
      if (got.more) said.push(text("more", got.more, MOST.items));
      if (got.unread) said.push(text("unread"));
    }
    if (length) said.push(length === 1 ? text("stays") : text("stay", length));
    return said.join(" ");
  };

  return { decode, told };
})();
