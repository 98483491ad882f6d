/* The running order as its reader works on it: what holds for all of it, its rows, and what to bring. What is typed is kept
   at once, and only what follows from it is drawn again, so that no one loses the place where they type. */
const RunsheetTable = (() => {
  const { find, make } = Page;
  const { text, copy } = Piece;
  const { MOST } = RunsheetStore;
  const { read } = RunsheetOwn;
  const { number } = RunsheetRow;

  /**
   * All of it. page: says what was done, and draws anew.
   * @param {Runsheet} runsheet
   * @param {RunsheetView} page
   */
  const build = ({ title, start, people, parts, bring }, page) => {
    /** Put in a part of the reader's own. @param {RunsheetPart} part @param {number} at @param {string} words */
    const add = (part, at, words) =>
      page.done(
        (now) => ({ ...now, parts: [...now.parts.slice(0, at), part, ...now.parts.slice(at)] }),
        () => words,
        null,
        `li:nth-child(${at + 1}) input`,
      );
    const made = copy(
      "table",
      /* A break comes between other things; what else one thinks of, comes last until it is moved. */
      () => add({ break: true, minutes: 0 }, Math.ceil(parts.length / 2), text("break-added")),
      () => add({ own: "", minutes: 0, who: "" }, parts.length, text("point-added")),
    );
    const clocks = parts.map(() => make("p", { class: "runsheet__at" }));
    const [total, names, needed] = [".runsheet__total", "datalist", "section div"].map((one) => find(one, made));
    /** What follows from what is typed: when each part begins, when all is over, what to bring, and who may lead. */
    const recount = () => {
      const now = read();
      const { at, end, total: sum, open } = RunsheetClock.times(now);
      clocks.forEach((clock, index) => (clock.textContent = at[index] ?? ""));
      const all = RunsheetClock.lasting(sum);
      const left = open > 1 ? text("open", open) : open ? text("open-one") : "";
      if (!sum) total.textContent = text("estimate");
      else total.textContent = (end ? text("total-until", all, end) : text("total", all)) + left;
      const who = new Set(now.parts.flatMap((part) => part.who || []));
      names.replaceChildren(...[...who].map((value) => make("option", { value })));
      needed.replaceChildren(...RunsheetPaper.bring(now));
    };
    recount();
    /** @param {RunsheetChange} act */
    const keep = (act) => {
      page.keep(act);
      recount();
    };

    /**
     * Something of the whole meeting, where it is typed.
     * @param {"title" | "start" | "people" | "bring"} name @param {string | number} value @param {number} most signs
     * @param {(words: string) => string | number} [meant]
     */
    const field = (name, value, most, meant = (words) => words) =>
      Fields.fill(
        /** @type {HTMLInputElement} */ (find(`#runsheet-${name}`, made)),
        value,
        (words) => keep((now) => ({ ...now, [name]: meant(words) })),
        { maxlength: most },
      );
    field("title", title, MOST.title);
    field("start", start, 5);
    field("people", people, 3, (words) => number(words, MOST.people));
    field("bring", bring, MOST.bring);
    const table = { ...page, last: parts.length - 1, keep };
    find("ol", made).append(...parts.map((part, at) => RunsheetRow.build(part, at, clocks[at], table)));
    return [...made.children];
  };

  return { build };
})();
