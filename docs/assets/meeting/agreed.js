/* What a team agreed, in a meeting and on /afspraken/: a form to write it down, and the list. Text goes in as text, never as
   HTML. */
const Agreed = (() => {
  const { make } = Page;
  const { button } = Controls;
  const { field } = Fields;
  const { MOST, same } = Agreements;
  const { read, change } = MeetingKept;
  const { line: said, back, say } = saidLine("agreed__said");

  /** What they are called as long as no one says otherwise: as the meeting. */
  let titled = "";

  const refused = () => (MeetingKept.isNewer() ? Refused.newer("Deze afspraken zijn") : Refused.unkept("afspraken"));
  /** Change what is kept, and say how it went. @param {(now: AgreementsContent) => AgreementsContent} act @param {string} text @param {() => void} [undo] */
  const changed = (act, text, undo) => {
    if (change(act)) say(text, undo);
    else say(refused());
    Ways.stale();
    show();
    sync();
  };
  /** @param {(items: Agreement[]) => Agreement[]} act @param {string} text @param {() => void} [undo] */
  const changedItems = (act, text, undo) =>
    changed((now) => ({ ...now, title: now.title || titled, items: act(now.items) }), text, undo);

  /** A field under its label. @param {string} label @param {HTMLElement} input */
  const under = (label, input) => make("label", { class: "agreed__field" }, make("span", {}, label), input);
  /** Who, and when. @param {Agreement} item */
  const by = ({ who, when }) => [who, when].filter(Boolean).join(" · ");

  /** Puts other words in the form, to change an agreement. @type {(item: Agreement) => void} */
  let edit = () => {};
  /** What is typed and not written down yet: a panel that closes or a screen that turns does not lose it. */
  let draft = ["", "", ""];
  /** What is written down, at an entry or at none. @param {string} key */
  const form = (key) => {
    /** @type {Agreement | null} */
    let changing = null;
    /** @param {"what" | "who" | "when"} name @param {number} at */
    const typed = (name, at, attributes = {}) =>
      field("input", draft[at], (text) => changing || (draft[at] = text), {
        name,
        maxlength: MOST[name],
        ...attributes,
      });
    const inputs = [typed("what", 0, { required: "" }), typed("who", 1), typed("when", 2)];
    const [what, who, when] = inputs;
    const made = make(
      "form",
      { class: "agreed__form" },
      under("Wat spreken we af?", what),
      under("Wie?", who),
      under("Tegen wanneer?", when),
      make("button", { type: "submit" }, "Leg vast"),
    );
    made.onsubmit = (event) => {
      event.preventDefault();
      const old = changing;
      const next = { what: what.value, who: who.value, when: when.value, key: old?.key ?? key };
      if (!next.what.trim()) return what.focus();
      const full = !old && read().items.length >= MOST.items;
      if (full) return say(`Er is plaats voor ${MOST.items} afspraken. Haal er eerst een weg.`);
      changedItems((items) => {
        const at = old ? items.findIndex((one) => same(one, old)) : -1;
        return at < 0 ? [...items, next] : items.with(at, next);
      }, "Vastgelegd.");
      if (!old) draft = ["", "", ""];
      changing = null;
      inputs.forEach((input, at) => (input.value = draft[at]));
      what.focus();
    };
    edit = (item) => {
      changing = item;
      [item.what, item.who, item.when].forEach((text, at) => (inputs[at].value = text));
      made.closest("details")?.setAttribute("open", "");
      what.focus();
    };
    return made;
  };

  /** @param {Agreement[]} items @param {boolean} mine whether they can be changed */
  const list = (items, mine) => {
    const one = (/** @type {Agreement} */ item) => {
      const away = () => {
        let place = 0;
        const without = (/** @type {Agreement[]} */ now) => {
          place = now.findIndex((other) => same(other, item));
          return now.filter((_, at) => at !== place);
        };
        const undo = () => changedItems((now) => now.toSpliced(Math.max(place, 0), 0, item), "Het staat er weer.");
        changedItems(without, "Weggehaald.", undo);
        back.focus();
      };
      const tools = [
        button("Wijzig", () => edit(item), { "aria-label": `Wijzig: ${item.what}` }),
        button("×", away, { "aria-label": `Haal weg: ${item.what}` }),
      ];
      const { linked, records } = SelectionEntries;
      const about = records.entries.get(item.key);
      return make(
        "li",
        {},
        make("strong", {}, item.what),
        make("span", { class: "agreed__by" }, by(item)),
        about ? linked(item.key, `Bij: ${about.title}`, { class: "agreed__about" }) : "",
        ...(mine ? [make("span", { class: "agreed__tools no-print" }, ...tools)] : []),
      );
    };
    return make("ol", { class: "agreed__list" }, ...items.map(one));
  };

  /** What the title and the day say follows what is kept, but not while someone writes there. */
  let sync = () => {};
  /** The title and the day to look back; with them, what is agreed is whole. */
  const frame = () => {
    /** @param {"title" | "date_back"} name @param {Record<string, string | number>} attributes */
    const held = (name, attributes) =>
      field("input", "", (text) => changed((now) => ({ ...now, [name]: text }), ""), { name, ...attributes });
    const title = held("title", { maxlength: MOST.title, placeholder: "Bijvoorbeeld: overleg over de visie" });
    const day = held("date_back", { type: "date" });
    sync = () => {
      const now = read();
      if (document.activeElement !== title) title.value = now.title;
      if (document.activeElement !== day) day.value = now.date_back;
    };
    sync();
    return make(
      "div",
      { class: "agreed__frame no-print" },
      under("Titel", title),
      under("Wanneer kijken jullie terug?", day),
    );
  };

  /** Begins anew, for the next meeting. */
  const wipe = () =>
    button("Maak leeg", () => {
      const old = read();
      changed(
        () => ({ title: "", date_back: "", items: [] }),
        "Je afspraken zijn weg.",
        () => changed((now) => Agreements.joined(old, now), "Het staat er weer."),
      );
    });

  /** What of the page follows what is kept. @type {() => void} */
  let show = () => {};
  return {
    said,
    /** Whether something is typed that is not written down yet. */
    isWriting: () => draft.some((text) => text.trim()),
    say,
    refused,
    form,
    list,
    frame,
    wipe,
    by,
    /** @param {string} title of the meeting */
    entitle: (title) => (titled = title),
    /** Hear when what is kept is other than what stands here. @param {() => void} act */
    follow: (act) => (show = act),
    /** Show what is kept by now; a form stays as it is. */
    refresh() {
      show();
      sync();
    },
  };
})();
