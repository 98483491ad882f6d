/* The running order as its reader works on it: what holds for all of it, its rows, and what to bring. What is typed is kept
   at once, and only what follows from it is drawn again, so that no one loses the place where they type. */
const RunsheetTable = (() => {
  const { make } = Page;
  const { MOST } = RunsheetStore;
  const { button, row } = Controls;
  const { group, field } = Fields;
  const { read } = RunsheetOwn;
  const { number } = RunsheetRow;

  /** What follows from what is typed: when each part begins, when all is over, what to bring, and who may lead. @param {number} rows */
  const following = (rows) => {
    const clocks = Array.from({ length: rows }, () => make("p", { class: "runsheet__at" }));
    const total = make("p", { class: "runsheet__total", "aria-live": "polite" });
    const names = make("datalist", { id: "runsheet-names" });
    const bring = make("div");
    const recount = () => {
      const now = read();
      const { at, end, total: sum, open } = RunsheetClock.times(now);
      clocks.forEach((clock, index) => (clock.textContent = at[index] ?? ""));
      const all = `Samen ${RunsheetClock.lasting(sum)}${end ? `, tot ${end}` : ""}.`;
      const left = open ? ` ${Words.counted(open, "deel heeft", "delen hebben")} nog geen tijd.` : "";
      total.textContent = sum ? all + left : "Hoelang elk deel duurt, schat je zelf.";
      const who = new Set(now.parts.flatMap((part) => part.who || []));
      names.replaceChildren(...[...who].map((value) => make("option", { value })));
      bring.replaceChildren(...RunsheetPaper.bring(now));
    };
    recount();
    return { clocks, total, names, bring, recount };
  };

  /**
   * All of it. page: says what was done, and draws anew.
   * @param {Runsheet} runsheet
   * @param {RunsheetView} page
   */
  const build = ({ title, start, people, parts, bring: own }, page) => {
    const { clocks, total, names, bring, recount } = following(parts.length);
    /** @param {RunsheetChange} act */
    const keep = (act) => {
      page.keep(act);
      recount();
    };
    /** Put in a part of the reader's own. @param {RunsheetPart} part @param {number} at @param {string} text */
    const add = (part, at, text) =>
      page.done(
        (now) => ({ ...now, parts: [...now.parts.slice(0, at), part, ...now.parts.slice(at)] }),
        () => text,
        null,
        `li:nth-child(${at + 1}) input`,
      );
    /* A break comes between other things; what else one thinks of, comes last until it is moved. */
    const pause = () => add({ break: true, minutes: 0 }, Math.ceil(parts.length / 2), "Pauze toegevoegd.");
    const point = () => add({ own: "", minutes: 0, who: "" }, parts.length, "Eigen punt toegevoegd.");

    /** A field under its label, for something of the whole meeting. @param {string} label @param {HTMLElement} made */
    const under = (label, made) => [make("label", { for: made.id }, label), made];
    /** @param {"title" | "start" | "bring"} name @param {string} text */
    const say = (name, text) => keep((now) => ({ ...now, [name]: text }));
    const titled = field("input", title, (text) => say("title", text), {
      id: "runsheet-title",
      maxlength: MOST.title,
      placeholder: "Bijvoorbeeld: teamoverleg 12 maart",
    });
    const time = field("input", start, (text) => say("start", text), { id: "runsheet-start", type: "time" });
    const count = field("input", people, (text) => keep((now) => ({ ...now, people: number(text, MOST.people) })), {
      id: "runsheet-people",
      inputmode: "numeric",
      maxlength: 3,
    });
    const besides = field("textarea", own, (text) => say("bring", text), {
      id: "runsheet-bring",
      maxlength: MOST.bring,
      rows: 2,
      placeholder: "Eén ding per regel",
    });
    const table = { ...page, last: parts.length - 1, keep };
    return [
      make("p", { class: "selection__title" }, ...under("Titel", titled)),
      make(
        "p",
        { class: "runsheet__facts" },
        make("span", {}, ...under("Begint om", time)),
        make("span", {}, ...under("Deelnemers", count)),
      ),
      total,
      names,
      make(
        "ol",
        { class: "selection__list runsheet__list" },
        ...parts.map((part, at) => RunsheetRow.build(part, at, clocks[at], table)),
      ),
      row(button("+ Pauze", pause), button("+ Eigen punt", point)),
      group("Mee te nemen", bring, make("p", { class: "runsheet__bring" }, ...under("Zelf nog meenemen", besides))),
    ];
  };

  return { build };
})();
