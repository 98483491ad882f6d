/* One part of a running order as its reader works on it: how long, who leads it, its steps, a note, and where it stands. */
const RunsheetRow = (() => {
  const { make } = Page;
  const { MOST } = RunsheetStore;
  const { button } = Controls;
  const { fold, field } = Fields;
  const { records, linked } = SelectionEntries;
  const { kept, place } = RunsheetOwn;
  const STEP = 5;

  /** A whole number as someone may write it: 10, or "10 min". @param {string} text @param {number} most */
  const number = (text, most) => {
    const found = Number(/^\s*(\d{1,3})\D*$/.exec(text)?.[1] ?? 0);
    return found <= most ? found : 0;
  };

  /** How long it takes: by five minutes at a time, or as it is typed. @param {RunsheetRowOf} row @param {(values: Partial<RunsheetPart>) => void} edit */
  const timing = ({ part, id, name }, edit) => {
    let { minutes } = part;
    const unit = make("span", { class: "runsheet__unit" });
    const tell = () => (unit.textContent = minutes ? "min" : "nog geen tijd");
    /** @param {number} other */
    const timed = (other) => {
      minutes = other;
      edit({ minutes });
      tell();
    };
    const typed = field("input", minutes, (text) => timed(number(text, MOST.minutes)), {
      id: `minutes-${id}`,
      "aria-label": `Minuten voor ${name}`,
      inputmode: "numeric",
      maxlength: 3,
    });
    const write = () => (typed.value = String(minutes || ""));
    typed.onchange = write;
    /** @param {string} label @param {string} what @param {() => number} next */
    const step = (label, what, next) =>
      button(
        label,
        () => {
          timed(Math.min(Math.max(next() * STEP, 0), MOST.minutes));
          write();
        },
        { "aria-label": `${STEP} minuten ${what}: ${name}` },
      );
    const less = step("−", "minder", () => Math.ceil(minutes / STEP) - 1);
    const more = step("+", "meer", () => Math.floor(minutes / STEP) + 1);
    tell();
    return make("p", { class: "runsheet__how" }, less, typed, more, unit);
  };

  /** What it is called; a point of the reader's own is called as they type. @param {RunsheetRowOf} row @param {(values: Partial<RunsheetPart>) => void} edit */
  const title = ({ part, id, name }, edit) => {
    const record = records.entries.get(part.key ?? "");
    const typed = () =>
      field("input", part.own, (own) => edit({ own }), {
        id: `own-${id}`,
        "aria-label": "Eigen punt",
        maxlength: MOST.own,
        placeholder: "Bijvoorbeeld: welkom",
      });
    return [
      ...(record ? [make("p", { class: "kicker" }, records.kinds[record.kind] || record.kind)] : []),
      make("p", { class: "selection__name" }, part.own === undefined ? linked(part.key ?? "", name) : typed()),
    ];
  };

  /** Who leads it, its steps and a note. A break has none. @param {RunsheetRowOf} row @param {(values: Partial<RunsheetPart>) => void} edit */
  const further = ({ part, id, name }, edit) => {
    if (part.break) return [];
    const who = field("input", part.who, (who) => edit({ who }), {
      id: `who-${id}`,
      "aria-label": `Wie leidt ${name}`,
      maxlength: MOST.who,
      placeholder: "Wie leidt dit?",
      list: "runsheet-names",
    });
    const note = field("textarea", part.note, (note) => edit({ note }), {
      id: `note-${id}`,
      "aria-label": `Notitie bij ${name}`,
      maxlength: MOST.note,
      rows: 2,
    });
    const noted = fold("selection__note", "Notitie", note);
    noted.open = Boolean(part.note);
    const steps = (RunsheetData.methods[part.key ?? ""]?.[0] ?? []).map((step) => make("li", {}, step.join(" ")));
    const folds = steps.length ? [fold("selection__note", "De stappen", make("ol", {}, ...steps)), noted] : [noted];
    return [make("p", { class: "runsheet__who" }, who), make("div", { class: "runsheet__more" }, ...folds)];
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
      () => `${name}: nu op plaats ${place(kept().parts, now(), at + by) + 1} van ${kept().parts.length}`,
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
        () => `${name}: weggehaald uit het draaiboek.`,
        () => back,
      ];
    };
    return tools(name, ["vroeger", "later"], at, last, moved, away);
  };

  /** All of it, below when it begins. @param {RunsheetPart} shown @param {number} at @param {Node} clock @param {RunsheetTableOf} table */
  const build = (shown, at, clock, table) => {
    const row = { part: shown, at, id: shown.key ?? String(at), name: RunsheetPaper.nameOf(shown) || "eigen punt" };
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
