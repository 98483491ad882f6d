/* A running order to read: on paper, and on the screen of who got it in a link. */
const RunsheetPaper = (() => {
  const { find, make } = Page;
  const { copy } = Piece;
  const { records, titled, linked } = SelectionEntries;

  /** What a part is called. @param {RunsheetPart} part */
  const nameOf = ({ key, own = "Pauze" }) => (key ? titled(key) : own);

  /** @param {Runsheet} runsheet */
  const needs = (runsheet) => RunsheetBring.needs(runsheet, RunsheetData, titled);

  /** What to bring, as a list of boxes to tick. Nothing when there is nothing. @param {Runsheet} runsheet */
  const bring = (runsheet) => {
    const { things, sheets, own } = needs(runsheet);
    /** @param {Node | string} what @param {string} [more] */
    const line = (what, more, of = "bring__count") =>
      make("li", {}, what, ...(more ? [" ", make("span", { class: of }, more)] : []));
    const lines = [
      ...sheets.map(({ key, title, count }) => line(linked(key, `Werkblad ${title}`), count)),
      ...things.map(({ thing, of }) => line(thing, of.join(", "), "bring__of")),
      ...own.map((thing) => line(thing)),
    ];
    return lines.length ? [make("ul", { class: "bring" }, ...lines)] : [];
  };

  /** From when to when, how long, with how many. @param {Runsheet} runsheet */
  const facts = (runsheet) => {
    const { end, total, open } = RunsheetClock.times(runsheet);
    const { start, people } = runsheet;
    return [
      start && (end ? `${start} tot ${end}` : `vanaf ${start}`),
      total && !open ? RunsheetClock.lasting(total) : "",
      people && Words.counted(people, "deelnemer", "deelnemers"),
    ]
      .filter(Boolean)
      .join(" · ");
  };

  /** The steps of a method, in one run: the first sentence of each. @param {string[][]} steps */
  const short = (steps) => {
    const run = steps.flatMap(([first], at) => [make("b", {}, String(at + 1)), `\u00a0${first} `]);
    return make("p", { class: "programme__steps" }, ...run);
  };

  /** @param {RunsheetPart} part @param {string} begins @param {boolean} steps whether the steps of a method come along */
  const row = (part, begins, steps) => {
    const { key = "", minutes, who, note } = part;
    const record = records.entries.get(key);
    const inside = RunsheetData.methods[key]?.[0];
    const lines = [
      ...(record && !inside ? [make("p", {}, record.summary)] : []),
      ...(inside && steps ? [short(inside)] : []),
      ...(note?.trim() ? [make("p", { class: "programme__note" }, note.trim())] : []),
    ];
    const made = copy("programme-part");
    made.classList.toggle("programme__break", Boolean(part.break));
    find("b", made).textContent = begins;
    find(".programme__at", made).append(minutes ? `${minutes} min` : "…… min");
    find(".programme__name", made).append(linked(key, nameOf(part)));
    if (record) find(".programme__name", made).append(" ", make("span", {}, records.kinds[record.kind] ?? ""));
    find(".programme__what", made).append(...lines);
    const leads = find(".programme__who", made);
    if (who) leads.append(who);
    else leads.remove();
    return made;
  };

  /**
   * The whole of it.
   * @param {Runsheet} runsheet
   * @param {"h1" | "h2"} heading
   * @param {boolean} steps
   * @param {Node[]} end
   */
  const programme = (runsheet, heading, steps, ...end) => {
    const { at } = RunsheetClock.times(runsheet);
    const things = bring(runsheet);
    const made = copy("programme");
    made.prepend(make(heading, {}, runsheet.title || "Draaiboek"));
    find("p", made).textContent = facts(runsheet);
    find("ol", made).append(...runsheet.parts.map((part, index) => row(part, at[index], steps)));
    const foot = find(".programme__foot", made);
    if (things.length) find("div", foot).append(...things);
    else foot.replaceChildren();
    foot.append(...end);
    return made;
  };

  /** How to come to it on a device. @param {Node | string} code */
  const door = (code) => {
    const made = copy("door");
    made.prepend(code);
    return made;
  };

  return { nameOf, bring, programme, door };
})();
