/* What a team agreed, in a meeting and on /afspraken/: a form to write it down, and the list. Text goes in as text, never as
   HTML. */
const Agreed = (() => {
  const { all, find, make } = Page;
  const { text, copy } = Piece;
  const { MOST, same } = Agreements;
  const { read, change } = MeetingKept;
  const { line: said, back, say } = saidLine("agreed__said");

  /** What they are called as long as no one says otherwise: as the meeting. */
  let titled = "";

  const refused = () => (MeetingKept.isNewer() ? Refused.newer(text("these")) : Refused.unkept("afspraken"));
  /** Change what is kept, and say how it went. @param {(now: AgreementsContent) => AgreementsContent} act @param {string} words @param {() => void} [undo] */
  const changed = (act, words, undo) => {
    if (change(act)) say(words, undo);
    else say(refused());
    Ways.stale();
    show();
    sync();
  };
  /** @param {(items: Agreement[]) => Agreement[]} act @param {string} words @param {() => void} [undo] */
  const changedItems = (act, words, undo) =>
    changed((now) => ({ ...now, title: now.title || titled, items: act(now.items) }), words, undo);

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
    const made = copy("form");
    const inputs = /** @type {HTMLInputElement[]} */ (all("input", made));
    inputs.forEach((input, at) => {
      input.maxLength = [MOST.what, MOST.who, MOST.when][at];
      input.value = draft[at];
      input.oninput = () => changing || (draft[at] = input.value);
    });
    const [what, who, when] = inputs;
    made.onsubmit = (event) => {
      event.preventDefault();
      const old = changing;
      const next = { what: what.value, who: who.value, when: when.value, key: old?.key ?? key };
      if (!next.what.trim()) return what.focus();
      const full = !old && read().items.length >= MOST.items;
      if (full) return say(text("full", MOST.items));
      changedItems((items) => {
        const at = old ? items.findIndex((one) => same(one, old)) : -1;
        return at < 0 ? [...items, next] : items.with(at, next);
      }, text("written"));
      if (!old) draft = ["", "", ""];
      changing = null;
      inputs.forEach((input, at) => (input.value = draft[at]));
      what.focus();
    };
    edit = (item) => {
      changing = item;
      [item.what, item.who, item.when].forEach((words, at) => (inputs[at].value = words));
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
        const undo = () => changedItems((now) => now.toSpliced(Math.max(place, 0), 0, item), text("back"));
        changedItems(without, text("gone"), undo);
        back.focus();
      };
      const tools = copy("tools", () => edit(item), away);
      all("button", tools).forEach((one, at) => (one.ariaLabel = text(["change", "drop"][at], item.what)));
      const { linked, records } = SelectionEntries;
      const about = records.entries.get(item.key);
      return make(
        "li",
        {},
        make("strong", {}, item.what),
        make("span", { class: "agreed__by" }, by(item)),
        about ? linked(item.key, `Bij: ${about.title}`, { class: "agreed__about" }) : "",
        mine ? tools : "",
      );
    };
    return make("ol", { class: "agreed__list" }, ...items.map(one));
  };

  /** What the title and the day say follows what is kept, but not while someone writes there. */
  let sync = () => {};
  /** The title and the day to look back; with them, what is agreed is whole. */
  const frame = () => {
    const made = copy("frame");
    const inputs = /** @type {HTMLInputElement[]} */ (all("input", made));
    inputs[0].maxLength = MOST.title;
    for (const input of inputs) input.oninput = () => changed((now) => ({ ...now, [input.name]: input.value }), "");
    sync = () => {
      const { title, date_back } = read();
      [title, date_back].forEach((held, at) => {
        if (document.activeElement !== inputs[at]) inputs[at].value = held;
      });
    };
    sync();
    return made;
  };

  /** Begins anew, for the next meeting. */
  const wipe = () =>
    Controls.button("Maak leeg", () => {
      const old = read();
      changed(
        () => ({ title: "", date_back: "", items: [] }),
        text("wiped"),
        () => changed((now) => Agreements.joined(old, now), text("back")),
      );
    });

  /** What of the page follows what is kept. @type {() => void} */
  let show = () => {};
  return {
    said,
    /** Whether something is typed that is not written down yet. */
    isWriting: () => draft.some((words) => words.trim()),
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
