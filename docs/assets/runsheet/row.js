/* One part of a running order as its reader works on it: how long, who leads it, its steps, a note, and where it stands. */
const RunsheetRow = (() => {
  const { all, find, make } = Page;
  const { text, copy } = Piece;
  const { MOST } = RunsheetStore;
  const { fill } = Fields;
  const { records, linked } = SelectionEntries;
  const { kept, place } = RunsheetOwn;
  const STEP = 5;

  /** A whole number as someone may write it: 10, or "10 min". @param {string} words @param {number} most */
  const number = (words, most) => {
    const found = Number(/^\s*(\d{1,3})\D*$/.exec(words)?.[1] ?? 0);
    return found <= most ? found : 0;
  };

  /** How long it takes: by five minutes at a time, or as it is typed. @param {RunsheetRowOf} row @param {(values: Partial<RunsheetPart>) => void} edit */
  const timing = ({ part, id, name }, edit) => {
    let { minutes } = part;
    const tell = () => (find("span", made).textContent = minutes ? "min" : text("untimed"));
    /** @param {number} other */
    const timed = (other) => {
      minutes = other;
      edit({ minutes });
      tell();
    };
    /** @param {number} steps */
    const step = (steps) => {
      timed(Math.min(Math.max(steps * STEP, 0), MOST.minutes));
      write();
    };
    const made = copy(
      "how",
      () => step(Math.ceil(minutes / STEP) - 1),
      () => step(Math.floor(minutes / STEP) + 1),
    );
    all("button", made).forEach((one, at) => (one.ariaLabel = text(["less", "more"][at], name)));
    /** @type {HTMLInputElement} */
    const typed = find("input", made);
    fill(typed, minutes, (words) => timed(number(words, MOST.minutes)), {
      id: `minutes-${id}`,
      "aria-label": text("minutes", name),
    });
    const write = () => (typed.value = String(minutes || ""));
    typed.onchange = write;
    tell();
    return made;
  };

  /** What it is called; a point of the reader's own is called as they type. @param {RunsheetRowOf} row @param {(values: Partial<RunsheetPart>) => void} edit */
  const title = ({ part, id, name }, edit) => {
    const record = records.entries.get(part.key ?? "");
    const typed = () =>
      fill(/** @type {HTMLInputElement} */ (copy("own")), part.own, (own) => edit({ own }), {
        id: `own-${id}`,
        maxlength: MOST.own,
      });
    return [
      ...(record ? [make("p", { class: "kicker" }, records.kinds[record.kind] || record.kind)] : []),
      make("p", { class: "selection__name" }, part.own === undefined ? linked(part.key ?? "", name) : typed()),
    ];
  };

  /** Who leads it, its steps and a note. A break has none. @param {RunsheetRowOf} row @param {(values: Partial<RunsheetPart>) => void} edit */
  const further = ({ part, id, name }, edit) => {
    if (part.break) return [];
    const made = copy("further");
    /** @param {"who" | "note"} field @param {string} selector @param {string} label */
    const typed = (field, selector, label) =>
      fill(/** @type {HTMLInputElement} */ (find(selector, made)), part[field], (words) => edit({ [field]: words }), {
        id: `${field}-${id}`,
        "aria-label": text(label, name),
        maxlength: MOST[field],
      });
    typed("who", "input", "leads");
    typed("note", "textarea", "note");
    const [stepped, noted] = /** @type {HTMLDetailsElement[]} */ (all("details", made));
    noted.open = Boolean(part.note);
    const steps = RunsheetData.methods[part.key ?? ""]?.[0] ?? [];
    find("ol", stepped).append(...steps.map((step) => make("li", {}, step.join(" "))));
    if (!steps.length) stepped.remove();
    return [...made.children];
  };

  /** What moves it and takes it away. @param {RunsheetRowOf} row @param {() => RunsheetPart} now @param {RunsheetTableOf} table */
  const tools = ({ at, name }, now, { last, tools }) => {
    /** @param {1 | -1} by @returns {OwnChange<Runsheet>} */
    const moved = (by) => [
      (order) => {
        const from = place(order.parts, now(), at);
        if (from >= 0) order.parts.splice(Math.max(from + by, 0), 0, ...order.parts.splice(from, 1));
        return order;
      },
      () => text("moved", name, place(kept().parts, now(), at + by) + 1, kept().parts.length),
    ];
    /** @returns {OwnChange<Runsheet>} */
    const away = () => {
      /** @type {RunsheetPart[]} */
      let gone = [];
      const isGone = (/** @type {string | undefined} */ key) => Boolean(key) && key === gone[0]?.key;
      /** Puts back the one part, where it stood: what was typed in the others since, stays. @type {RunsheetChange} */
      const back = ({ parts, without, ...order }) => {
        const others = parts.filter((part) => !isGone(part.key));
        others.splice(at, 0, ...gone);
        return { ...order, parts: others, without: without.filter((key) => !isGone(key)) };
      };
      return [
        (order) => {
          const spot = place(order.parts, now(), at);
          gone = spot < 0 ? [] : order.parts.splice(spot, 1);
          return { ...order, without: [...order.without, ...gone.flatMap(({ key }) => key ?? [])] };
        },
        () => text("away", name),
        () => back,
      ];
    };
    return tools(name, ["vroeger", "later"], at, last, moved, away);
  };

  /** All of it, below when it begins. @param {RunsheetPart} shown @param {number} at @param {Node} clock @param {RunsheetTableOf} table */
  const build = (shown, at, clock, table) => {
    const row = {
      part: shown,
      at,
      id: shown.key ?? String(at),
      name: RunsheetPaper.nameOf(shown) || text("own-point"),
    };
    let part = shown;
    /** @param {Partial<RunsheetPart>} values */
    const edit = (values) => {
      const before = part;
      [part] = RunsheetStore.sanitise({ parts: [{ ...part, ...values }] }).parts;
      table.keep((now) => {
        const spot = place(now.parts, before, at);
        /* What another tab took out comes back with what is typed here. */
        if (spot < 0) now.parts.push(part);
        else now.parts[spot] = { ...now.parts[spot], ...values };
        return now;
      });
    };
    return make(
      "li",
      shown.key ? {} : { class: "runsheet__own" },
      clock,
      ...title(row, edit),
      timing(row, edit),
      ...further(row, edit),
      tools(row, () => part, table),
    );
  };

  return { number, build };
})();
