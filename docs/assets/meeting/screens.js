/* The screens of a meeting, each made when it is shown: what is on the table, an entry, a break, and what was agreed. */
const MeetingScreens = (() => {
  const { find, make, absolute } = Page;
  const { text, copy } = Piece;
  const { records, titled, linked } = SelectionEntries;

  /** @param {string | Node} words @param {string} [kicker] */
  const heading = (words, kicker) => [
    ...(kicker ? [make("p", { class: "stage__kicker" }, kicker)] : []),
    make("h2", { class: "stage__title" }, words),
  ];
  /** @param {string} name @param {string} words */
  const line = (name, words) => (words ? [make("p", { class: `stage__${name}` }, words)] : []);
  /** @param {MeetingPart} part */
  const named = ({ key, own }) => own || titled(key);

  /** @param {string} title @param {MeetingPart[]} parts */
  const first = (title, parts) => {
    const one = (/** @type {MeetingPart} */ part) => {
      const { kind = "tip" } = records.entries.get(part.key) ?? {};
      const beside = [
        kind === "tip" ? "" : records.kinds[kind].toLowerCase(),
        part.minutes ? `${part.minutes} min` : "",
      ];
      const small = beside.filter(Boolean).join(", ");
      return make("li", {}, named(part), ...(small ? [make("small", {}, ` ${small}`)] : []));
    };
    return [...heading(title || text("ours"), Page.today()), make("ol", { class: "stage__list" }, ...parts.map(one))];
  };

  /** A sheet, to open on one's own device. @param {SelectionRecord} record */
  const square = (record) => {
    const shown = make("div", { class: "stage__code" });
    Send.square(absolute(record.permalink), record.title).then(
      (made) => made && shown.replaceChildren(made, copy("on-device")),
    );
    return shown;
  };

  /** @param {string} key @param {Document | undefined} page */
  const entry = (key, page) => {
    const record = records.entries.get(key);
    if (!record) return [...heading(titled(key)), ...line("what", text("unknown"))];
    const { what, example, consent, steps } = MeetingParts.told(record, page);
    const ask = copy("ask");
    ask.append(make("p", {}, MeetingParts.question(key, record.kind)));
    const fold = copy("steps");
    find("ol", fold).append(...steps.map((step) => make("li", {}, step)));
    return [
      ...heading(linked(key, record.title, { title: text("whole") }), records.kinds[record.kind] || record.kind),
      ...line("what", what),
      ...line("consent", consent),
      ...(example ? [make("blockquote", { class: "stage__example" }, example)] : []),
      ...(record.kind === "worksheet" ? [square(record)] : []),
      steps.length ? fold : "",
      ask,
    ];
  };

  /** @param {MeetingPart} part @param {Document | undefined} page */
  const part = (part, page) =>
    part.key
      ? entry(part.key, page)
      : [...heading(part.own), ...line("what", part.minutes ? Words.counted(part.minutes, "minuut", "minuten") : "")];

  /** @param {() => void} act what follows the list */
  const last = (act) => {
    const list = make("div", {});
    const fill = () => {
      const { items } = MeetingKept.read();
      list.replaceChildren(...(items.length ? [Agreed.list(items, true)] : line("what", text("none"))));
      TakeAlong.paper(MeetingKept.read());
      act();
    };
    Agreed.follow(fill);
    Agreed.say("");
    fill();
    const add = /** @type {HTMLDetailsElement} */ (copy("add"));
    add.append(Agreed.form(""));
    add.open = Agreed.isWriting();
    return [
      ...heading(text("agree")),
      list,
      add,
      Agreed.frame(),
      Agreed.said,
      TakeAlong.ways(MeetingKept.read, Agreed.wipe()),
    ];
  };

  return { first, part, last, named };
})();
