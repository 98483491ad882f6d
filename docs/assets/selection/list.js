/* /selectie/: what a reader kept, in order, with notes; one address that holds all of it; and two ways to print it.
   An address that someone sent is shown first and kept only when asked. Text goes in as text, never as HTML. */
(() => {
  const { MOST } = SelectionStore;
  const { records, load, renamed, titled, linked } = SelectionEntries;
  const { undone } = SelectionOwn;
  const { button, row } = Controls;
  const { field } = Fields;
  const own = SelectionOwn.read;
  const { make, find } = Page;
  const view = find(".selection");
  const printed = make("div", { class: "selection-print" });
  const doors = find(".selection-on");
  const agreed = find("a[href*=afspraken]", doors);
  view.after(printed);
  doors.hidden = false;
  doors.remove();

  /** @param {string} name its class @param {string} label @param {Node[]} inside */
  const fold = (name, label, ...inside) => make("details", { class: name }, make("summary", {}, label), ...inside);
  /** @param {string} title @param {Node[]} inside */
  const group = (title, ...inside) =>
    make("section", { class: "selection__do no-print" }, make("h2", {}, title), ...inside);

  const page = ownPage(view, "selectie", own, SelectionOwn.change, () => show());
  const { line, back, change, say, refused, done, keep, follow } = page;
  const { sent, taken } = Send;
  /** What the address asks for: nothing, a selection, or something of which nothing can be read. */
  const asked = () => {
    if (!sent()) return null;
    const found = SelectionAddress.decode(location.hash.slice(1), (key) => records.entries.has(key));
    return found ?? { title: "", entries: [], more: 0, unread: 0, newer: false };
  };

  /* --- the parts of the page --- */

  /** @param {SelectionEntry} entry */
  const body = (entry) => {
    const record = records.entries.get(entry.key);
    const title = titled(entry.key);
    if (!record) {
      const lost = "Dit stuk staat niet meer in de gids, of de link is niet helemaal juist. ";
      /* A copy on a disk has no permanent addresses of its own. */
      const permanent = Page.onDisk() ? Page.absolute(`${entry.key}/`) : new URL(`${entry.key}/`, Page.root);
      return [
        make("p", { class: "selection__name" }, title),
        make(
          "p",
          { class: "selection__summary" },
          lost,
          permanent ? make("a", { href: permanent }, "Kijk wat ervan werd") : "",
        ),
      ];
    }
    return [
      make("p", { class: "kicker" }, records.kinds[record.kind] || record.kind),
      make("p", { class: "selection__name" }, linked(entry.key)),
      make("p", { class: "selection__summary" }, record.summary),
    ];
  };
  /** @param {SelectionContent} selection @param {(entry: SelectionEntry, at: number) => Node[]} inside */
  const list = ({ entries }, inside) => {
    const pieces = entries.map((entry, at) => make("li", {}, ...body(entry), ...inside(entry, at)));
    return make("ol", { class: "selection__list" }, ...pieces);
  };
  /** The way to posters and cards of the tips and the keys in a selection, if it holds any. @param {SelectionContent} selection */
  const posters = ({ entries }) => {
    const keys = entries.flatMap(({ key }) => (/^[ts]\//.test(key) ? [key.replace("/", ".")] : []));
    const href = new URL(`${Page.onDisk() ? "affiches.html" : "affiches/"}#1;a5;${keys}`, Page.root);
    return keys.length
      ? [make("p", {}, make("a", { href }, "Maak er affiches van, of kaartjes met een achterkant"))]
      : [];
  };
  /** @param {() => SelectionContent} selection */
  const paper = (selection) => {
    const hint =
      "De hand-out bevat de tips helemaal, werkvormen kort en werkbladen met een QR-code. Kaartjes staan met acht op een blad, om uit te knippen. Een lange notitie wordt daar ingekort.";
    const handout = button("Hand-out", () => print("handout", selection()));
    const cards = button("Kaartjes", () => print("cards", selection()));
    return group(
      "Afdrukken",
      row(handout, cards),
      make("p", { class: "selection__hint" }, hint),
      ...posters(selection()),
    );
  };

  /** @param {SelectionContent} selection @param {boolean} notes */
  const address = (selection, notes) => Send.address("selectie/", SelectionAddress.encode(selection, notes));

  /* --- what stands on this device --- */

  /** The note at an entry, and the buttons that move it and take it away. @param {SelectionContent} selection */
  const tools = (selection) => {
    const last = selection.entries.length - 1;
    return (/** @type {SelectionEntry} */ entry, /** @type {number} */ at) => {
      const title = titled(entry.key);
      const id = `note-${entry.key}`;
      const write = (/** @type {string} */ text) => {
        const noted = { key: entry.key, note: text };
        keep(({ title, entries }) => {
          const at = entries.findIndex(({ key }) => key === noted.key);
          entries.splice(at < 0 ? entries.length : at, 1, noted);
          return { title, entries };
        });
        update();
      };
      const attributes = { id, maxlength: MOST.note, rows: 3, "aria-label": `Notitie bij ${title}` };
      const note = fold("selection__note", "Notitie", field("textarea", entry.note, write, attributes));
      note.open = Boolean(entry.note);
      const place = () => own().entries.findIndex(({ key }) => key === entry.key);
      /** @param {1 | -1} by @returns {OwnChange<SelectionContent>} */
      const moved = (by) => [
        ({ title, entries }) => {
          const at = place();
          if (at >= 0) entries.splice(Math.max(at + by, 0), 0, ...entries.splice(at, 1));
          return { title, entries };
        },
        () => `${title}: nu op plaats ${place() + 1} van ${own().entries.length}`,
      ];
      /** @returns {OwnChange<SelectionContent>} */
      const gone = () => {
        const before = own();
        return [
          (now) => ({ title: now.title, entries: now.entries.filter(({ key }) => key !== entry.key) }),
          () => `${title}: weggehaald.`,
          () => undone(before, own()),
        ];
      };
      const tried = Tried.row(entry.key, title, () =>
        say(Tried.isNewer() ? Refused.newer("Hoe het ging, is") : refused()),
      );
      return [...tried, note, page.tools(title, ["hoger", "lager"], at, last, moved, gone)];
    };
  };

  /** @param {SelectionContent} selection */
  const mine = (selection) => {
    const write = (/** @type {string} */ title) => {
      keep(({ entries }) => ({ title, entries }));
      update();
    };
    const name = field("input", selection.title, write, {
      id: "selection-title",
      maxlength: MOST.title,
      placeholder: "Bijvoorbeeld: teamoverleg 12 maart",
    });
    const clear = () => {
      const before = own();
      const empty = { title: "", entries: [] };
      done(
        () => empty,
        () => "Je selectie is leeg.",
        () => undone(before, empty),
      );
      back.focus();
    };
    return [
      make("p", { class: "selection__title" }, make("label", { for: name.id }, "Titel"), name),
      list(selection, tools(selection)),
      group("Voor je overleg", doors),
      page.send({
        title: () => own().title || "mijn selectie",
        address: (personal) => address(own(), personal),
        hint: "Neem mijn notities mee. Notities staan dan in de link: wie hem krijgt, leest ze.",
      }),
      paper(own),
      row(button("Maak leeg", clear)),
    ];
  };

  /* --- what someone sent --- */

  const home = () => make("a", { href: "#" }, "Naar mijn selectie");
  /** Brings what was sent to a meeting, without keeping it. */
  const meeting = () =>
    make("a", { href: `${find("a[href*=overleg]", doors).getAttribute("href")}${location.hash}` }, "Start het overleg");

  /** @param {ReceivedSelection} selection @param {SelectionContent} mine */
  const received = (selection, mine) => {
    /** @param {SelectionChange} act @param {string} text */
    const finish = (act, text) => {
      const before = own();
      if (!change(act)) {
        SelectionOwn.forget();
        return say(refused());
      }
      taken();
      show();
      say(text, before.entries.length ? undone(before, own()) : null);
      line.focus();
    };
    /** @param {SelectionContent} now */
    const joined = (now) =>
      renamed({ title: now.title || selection.title, entries: [...now.entries, ...selection.entries] });
    const join = () => {
      const left = joined(own()).entries.length - MOST.entries;
      finish(joined, `Toegevoegd aan je selectie.${Refused.full(`${MOST.entries} stukken`, left)}`);
    };
    const replace = () => finish(() => selection, "Bewaard in de plaats van je vorige selectie.");
    const first = () => finish(() => selection, "Bewaard op dit toestel.");
    const choices = mine.entries.length
      ? [button("Voeg toe aan mijn selectie", join), button("Vervang mijn selectie", replace)]
      : [button("Bewaar op dit toestel", first)];
    const said = selectionTold(selection, mine, [...records.entries.keys()]);
    if (!selection.entries.length)
      return [make("div", { class: "selection__received no-print" }, make("p", {}, said), row(home()))];
    return [
      make("div", { class: "selection__received no-print" }, make("p", {}, said), row(...choices, meeting(), home())),
      ...(selection.title ? [make("h2", { class: "selection__heading" }, selection.title)] : []),
      list(selection, ({ note }) => (note ? [make("p", { class: "selection__read" }, note)] : [])),
      paper(() => selection),
    ];
  };

  /** @param {SelectionContent} one @param {SelectionContent} other */
  const same = (one, other) =>
    one.title === other.title &&
    one.entries.length === other.entries.length &&
    one.entries.every(
      ({ key, note }, at) => key === other.entries[at].key && (!note || note === other.entries[at].note),
    );

  /* --- the page --- */

  /** Looking back has a door where there is something to look back on. */
  const look = () => {
    try {
      agreed.hidden = !localStorage.getItem("afspraken");
    } catch {
      agreed.hidden = true;
    }
  };
  const show = () => {
    const got = asked();
    printed.replaceChildren();
    look();
    const held = own();
    page.seen();
    const other = got && { ...got, ...renamed(got) };
    const known = other && same(other, held) && held.entries.length && !other.unread && !other.more;
    if (other && !known) view.replaceChildren(...received(other, held));
    else view.replaceChildren(...(held.entries.length ? mine(held) : []));
    find(".selection-empty").hidden = view.hasChildNodes();
  };

  const draw = async () => {
    try {
      if (sent()) await Page.load("link/link.js");
      if (sent() || own().entries.length) await load();
    } catch {
      const text =
        "De titels van je selectie kunnen nu niet geladen worden. Heb je verbinding, probeer het dan opnieuw.";
      return view.replaceChildren(make("p", {}, text));
    }
    show();
  };
  const open = () => {
    say("");
    draw();
  };
  /** Show what is kept when that is other than what stands here. */
  const update = () => follow(draw);

  /** @param {"handout" | "cards"} what @param {SelectionContent} selection */
  const print = async (what, selection) => {
    say(what === "cards" ? "De kaartjes worden klaargezet …" : "De hand-out wordt klaargezet …");
    /* The notes are on the paper already; whoever finds the paper need not get them by its code as well. */
    try {
      await Page.load("selection/printing.js");
    } catch {
      return say("Dat lukt nu niet. Heb je verbinding, probeer het dan opnieuw.");
    }
    printed.replaceChildren(await SelectionPaper[what](selection, records, address(selection, false)));
    say("Klaar om af te drukken.");
    window.print();
  };

  addEventListener("hashchange", open);
  Page.onKept(SelectionStore.NAME, update);
  Page.onKept("afspraken", look);
  for (const name of [Tried.DONE, Tried.HOW]) Page.onKept(name, () => Tried.show(view));
  open();
})();
