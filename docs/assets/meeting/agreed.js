/* What a team agreed: a form to write it down, the list, and the ways to take it along: on paper, as a link, in a calendar.
   In a meeting and on /afspraken/. Text goes in as text, never as HTML. */
const Agreed = (() => {
  const { make, absolute } = Page;
  const { button, field } = Controls;
  const { MOST, same } = Agreements;
  const { read, change } = MeetingKept;
  const status = make("span", { role: "status" });
  const back = make("button", { type: "button", hidden: true }, "Zet terug");
  const said = make("p", { class: "agreed__said", tabindex: -1 }, status, " ", back);
  const printed = make("div", { class: "agreed-print" });
  /** The code of their link; it goes when what it holds is other. */
  const shown = make("div", { class: "share__code" });

  /** What they are called as long as no one says otherwise: as the meeting. */
  let titled = "";

  /** @param {string} text @param {() => void} [undo] puts back what was there */
  const say = (text, undo) => {
    status.textContent = text;
    const left = document.activeElement === back && !undo;
    back.hidden = !undo;
    if (left) said.focus();
    back.onclick = () => undo?.();
  };
  /** Change what is kept, and say how it went. @param {(now: AgreementsContent) => AgreementsContent} act @param {string} text @param {() => void} [undo] */
  const changed = (act, text, undo) => {
    if (change(act)) say(text, undo);
    else if (MeetingKept.isNewer())
      say("Deze afspraken zijn van een nieuwere versie van de gids. Laad de pagina opnieuw. Er is niets veranderd.");
    else say("Deze browser kan dit niet bewaren. Druk de afspraken af, of kopieer de link: dan raak je niets kwijt.");
    shown.replaceChildren();
    show();
    sync();
  };
  /** @param {(items: Agreement[]) => Agreement[]} act @param {string} text @param {() => void} [undo] */
  const changedItems = (act, text, undo) =>
    changed((now) => ({ ...now, title: now.title || titled, items: act(now.items) }), text, undo);

  /** A field under its label. @param {string} label @param {HTMLElement} input */
  const under = (label, input) => make("label", { class: "agreed__field" }, make("span", {}, label), input);
  /** A day as one says it: vrijdag 15 januari 2027. @param {string} day */
  const spoken = (day) =>
    new Date(`${day}T12:00`).toLocaleDateString("nl-BE", {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
    });
  /** Who, and when. @param {Agreement} item */
  const by = ({ who, when }) => [who, when].filter(Boolean).join(" · ");

  /* --- writing down --- */

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
      const about = SelectionOwn.records.entries.get(item.key);
      return make(
        "li",
        {},
        make("strong", {}, item.what),
        make("span", { class: "agreed__by" }, by(item)),
        ...(about
          ? [make("a", { class: "agreed__about", href: new URL(about.url, Page.root) }, `Bij: ${about.title}`)]
          : []),
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
    button("Leeg maken", () => {
      const old = read();
      changed(
        () => ({ title: "", date_back: "", items: [] }),
        "Je afspraken zijn leeg.",
        () => changed((now) => Agreements.joined(old, now), "Het staat er weer."),
      );
    });

  /* --- taking along --- */

  /** The address that holds them; "" when others cannot open any. @param {AgreementsContent} agreements */
  const address = (agreements) => {
    const page = absolute("afspraken/");
    return page && `${page}#${Agreements.encode(agreements)}`;
  };
  /** @param {AgreementsContent} agreements */
  const calendar = ({ date_back, title, items }, link = "") => {
    const lines = items.map((item) => `- ${item.what}${by(item) && ` (${by(item)})`}`);
    const random = [...crypto.getRandomValues(new Uint32Array(3))].map((number) => number.toString(36)).join("");
    return Calendar.file({
      day: date_back,
      title: title ? `Terugkijken: ${title}` : "Terugkijken op onze afspraken",
      text: [...lines, ...(link ? ["", link] : [])].join("\n"),
      url: link,
      uid: `${random}@sleutelbos`,
      now: new Date(),
    });
  };
  /** @param {() => AgreementsContent} of @param {boolean} mine whether they can be changed */
  const ways = (of, mine) => {
    shown.replaceChildren();
    const ready = () => Page.load("selection/share.js");
    const print = async () => {
      await paper(of());
      window.print();
    };
    const copy = async () => {
      const copied = await ready().then(
        () => Share.copy(address(of())),
        () => false,
      );
      say(
        copied
          ? "Link gekopieerd. Wie hem krijgt, leest alles wat erin staat."
          : `Kopiëren lukt hier niet. De link is ${address(of())}`,
      );
    };
    const code = () =>
      ready()
        .then(() => Share.code(address(of()), "QR-code van de afspraken"))
        .then(
          (square) => shown.replaceChildren(square),
          () => say("De link is te lang voor een QR-code. Kopieer hem."),
        );
    const keep = () => {
      const { date_back } = of();
      if (!date_back) return say("Kies eerst een dag om terug te kijken.");
      const link = address(of());
      const name = `terugkijken-${date_back}.ics`;
      Files.hand(name, calendar(of(), link.length < 1500 ? link : ""), "text/calendar");
      return say(`Open het bestand ${name}, dan staat de dag in je agenda.`);
    };
    const all = [button("Druk af", print), button("Zet in je agenda", keep)];
    if (absolute("")) all.push(button("Kopieer link", copy), button("Toon QR", code));
    if (mine) all.push(wipe());
    return make("div", { class: "agreed__ways no-print" }, ...all, shown);
  };

  const PAUSE = 250; // milliseconds in which no one types: a code takes a phone a while
  const DENSE = 700; // signs; the squares of a longer link are too fine for a telephone on a code of that size
  /** Which paper was made last: a code may come later than the next one. */
  let latest = 0;
  /** All of it on one sheet, with room for what is agreed by hand. @param {AgreementsContent} agreements */
  const paper = async (agreements) => {
    const mine = ++latest;
    await new Promise((done) => setTimeout(done, PAUSE));
    if (mine !== latest) return;
    const { title, date_back, items } = agreements;
    const link = items.length ? address(agreements) : "";
    const cell = (/** @type {string} */ text) => make("td", {}, text);
    const row = (/** @type {Agreement} */ { what, who, when }) => make("tr", {}, ...[what, who, when, "☐"].map(cell));
    const empty = Array.from({ length: items.length ? Math.max(0, Math.min(3, 8 - items.length)) : 8 }, () =>
      row({ what: "", who: "", when: "", key: "" }),
    );
    const heads = ["Wat", "Wie", "Tegen wanneer", "Gedaan"].map((text) => make("th", { scope: "col" }, text));
    const square =
      link &&
      (await Page.load("selection/share.js")
        .then(() => Share.code(link, "QR-code van de afspraken"))
        .catch(() => ""));
    if (mine !== latest) return;
    const open = "Open deze afspraken op een toestel.";
    const day = make("strong", {}, date_back ? spoken(date_back) : "………………………………");
    const back = make("p", { class: "agreed-print__back" }, "We kijken terug op ", day);
    const sheet = make(
      "section",
      {},
      make("h1", {}, title || "Wij spreken af"),
      make("p", {}, Page.today()),
      make(
        "table",
        { class: "agreed-print__table" },
        make("thead", {}, make("tr", {}, ...heads)),
        make("tbody", {}, ...items.map(row), ...empty),
      ),
      make(
        "div",
        { class: `agreed-print__end${link.length > DENSE ? " agreed-print__end--dense" : ""}` },
        square || "",
        make("div", {}, back, square ? make("p", {}, open) : ""),
      ),
    );
    printed.replaceChildren(sheet);
  };

  /** What of the page follows what is kept. @type {() => void} */
  let show = () => {};
  return {
    said,
    printed,
    /** Whether something is typed that is not written down yet. */
    isWriting: () => draft.some((text) => text.trim()),
    say,
    form,
    list,
    frame,
    ways,
    paper,
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
