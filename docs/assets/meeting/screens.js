/* The screens of a meeting, each made when it is shown: what is on the table, an entry, a break, and what was agreed. */
const MeetingScreens = (() => {
  const { make, absolute } = Page;
  const { records, titled, linked } = SelectionEntries;

  /** @param {string | Node} text @param {string} [kicker] */
  const heading = (text, kicker) => [
    ...(kicker ? [make("p", { class: "stage__kicker" }, kicker)] : []),
    make("h2", { class: "stage__title" }, text),
  ];
  /** @param {string} name @param {string} text */
  const line = (name, text) => (text ? [make("p", { class: `stage__${name}` }, text)] : []);
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
    return [...heading(title || "Ons overleg", Page.today()), make("ol", { class: "stage__list" }, ...parts.map(one))];
  };

  /** A sheet, to open on one's own device. @param {SelectionRecord} record */
  const square = (record) => {
    const shown = make("div", { class: "stage__code" });
    Send.square(absolute(record.permalink), record.title).then(
      (made) => made && shown.replaceChildren(made, make("p", {}, "Open dit blad op je eigen toestel.")),
    );
    return shown;
  };

  /** @param {string[]} steps */
  const folded = (steps) =>
    steps.length
      ? [Fields.fold("stage__steps", "De stappen", make("ol", {}, ...steps.map((step) => make("li", {}, step))))]
      : [];

  /** @param {string} key @param {Document | undefined} page */
  const entry = (key, page) => {
    const record = records.entries.get(key);
    if (!record) return [...heading(titled(key)), ...line("what", "Dit stuk staat niet meer in de gids.")];
    const { what, example, consent, steps } = MeetingParts.told(record, page);
    const ours = make("p", { class: "stage__label" }, "Vraag van ons");
    const ask = make("div", { class: "stage__ask" }, ours, make("p", {}, MeetingParts.question(key, record.kind)));
    return [
      ...heading(linked(key, record.title, { title: "Lees het helemaal" }), records.kinds[record.kind] || record.kind),
      ...line("what", what),
      ...line("consent", consent),
      ...(example ? [make("blockquote", { class: "stage__example" }, example)] : []),
      ...(record.kind === "worksheet" ? [square(record)] : []),
      ...folded(steps),
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
      const none = "Nog niets. Leg vast wat jullie doen, wie het op zich neemt en tegen wanneer.";
      list.replaceChildren(...(items.length ? [Agreed.list(items, true)] : line("what", none)));
      TakeAlong.paper(MeetingKept.read());
      act();
    };
    Agreed.follow(fill);
    Agreed.say("");
    fill();
    const add = Fields.fold("stage__add", "Schrijf een afspraak bij", Agreed.form(""));
    add.open = Agreed.isWriting();
    return [
      ...heading("Wij spreken af"),
      list,
      add,
      Agreed.frame(),
      Agreed.said,
      TakeAlong.ways(MeetingKept.read, Agreed.wipe()),
    ];
  };

  return { first, part, last, named };
})();
