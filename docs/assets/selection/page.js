/* /selectie/: what a reader kept, in order, with notes; one address that holds all of it; and two ways to print it.
   An address that someone sent is shown first and kept only when asked. Text goes in as text, never as HTML. */
(() => {
  const { MOST, sanitise } = SelectionStore;
  const { make, find } = Page;
  const view = find(".selection");
  const status = make("span", { role: "status" });
  const back = make("button", { type: "button", hidden: true }, "Zet terug");
  const printed = make("div", { class: "selection-print" });
  view.before(make("p", { class: "selection__said no-print" }, status, " ", back));
  view.after(printed);

  /** @type {number | undefined} */
  let fading;
  /** @param {string} text @param {SelectionContent | null} [undo] what to put back when asked */
  const say = (text, undo) => {
    clearTimeout(fading);
    status.textContent = text;
    if (text && !undo) fading = setTimeout(say, 10_000, "");
    back.hidden = !undo;
    back.onclick = () => {
      if (undo) keep(undo);
      show();
      say("Het staat er weer.");
      focus("input, a");
    };
  };
  /** Where the focus goes: the first of these that is there. @param {string[]} selectors */
  const focus = (...selectors) => {
    const found = selectors.map((one) => view.querySelector(one)).find(Boolean);
    if (found instanceof HTMLElement) found.focus();
  };
  /** @param {SelectionContent} selection */
  const keep = (selection) => {
    if (!SelectionStore.write(selection))
      say("Je browser bewaart niets op dit toestel. Kopieer de link, dan raak je niets kwijt.");
  };
  /** The address that holds a selection. @param {SelectionContent} selection @param {boolean} notes */
  const address = (selection, notes) => `${Page.absolute("selectie/")}#${SelectionAddress.encode(selection, notes)}`;
  /** What the address asks for: nothing, a selection, or something of which nothing can be read. */
  const asked = () => {
    if (!sent()) return null;
    const found = SelectionAddress.decode(location.hash.slice(1), (key) => records.entries.has(key));
    return found ?? { title: "", entries: [], more: 0, unread: 0, newer: false };
  };
  /** Whether the address points at more than a place on this page. */
  const sent = () => location.hash.length > 1 && !Page.target;

  /* --- the catalogue: what an id, also one of before, is called and where it stands now --- */

  /** @type {Records} */
  const records = { kinds: {}, entries: new Map() };
  const load = async () => {
    if (records.entries.size) return;
    /** @type {Catalogue} */
    const found = await (await fetch(new URL("catalogue.json", Page.root), { mode: "same-origin" })).json();
    records.kinds = found.kinds;
    for (const one of found.entries)
      for (const alias of one.aliases) records.entries.set(`${one.permalink.split("/")[0]}/${alias}`, one);
    for (const one of found.entries) records.entries.set(one.permalink.replace(/\/$/, ""), one);
  };
  /** An entry that was renamed or merged goes on under its name of today, once. @param {SelectionContent} selection */
  const renamed = ({ title, entries }) => {
    /** @type {Map<string, SelectionEntry>} */
    const found = new Map();
    for (const { key, note } of entries) {
      const now = records.entries.get(key)?.permalink.replace(/\/$/, "") || key;
      found.set(now, { key: now, note: found.get(now)?.note || note });
    }
    return { title, entries: [...found.values()] };
  };
  /** @param {SelectionEntry} entry */
  const titled = ({ key }) => records.entries.get(key)?.title || `Onbekend stuk (${key})`;

  /* --- the parts of the page --- */

  /** @param {string} label @param {() => unknown} act */
  const button = (label, act, attributes = {}) => {
    const made = make("button", { type: "button", ...attributes }, label);
    made.onclick = act;
    return made;
  };
  /** @param {SelectionEntry} entry */
  const body = (entry) => {
    const record = records.entries.get(entry.key);
    const title = titled(entry);
    const lost = "Dit stuk staat niet meer in de gids, of de link is niet helemaal juist. ";
    const permanent = new URL(`${entry.key}/`, Page.root);
    if (!record)
      return [
        make("p", { class: "selection__name" }, title),
        make("p", { class: "selection__summary" }, lost, make("a", { href: permanent }, "Kijk wat ervan werd")),
      ];
    return [
      make("p", { class: "kicker" }, records.kinds[record.kind] || record.kind),
      make("p", { class: "selection__name" }, make("a", { href: new URL(record.url, Page.root) }, title)),
      make("p", { class: "selection__summary" }, record.summary),
    ];
  };
  /** @param {SelectionContent} selection @param {(entry: SelectionEntry, at: number) => Node[]} inside */
  const list = ({ entries }, inside) => {
    const pieces = entries.map((entry, at) => make("li", {}, ...body(entry), ...inside(entry, at)));
    return make("ol", { class: "selection__list" }, ...pieces);
  };
  /** @param {string} title @param {Node[]} inside */
  const group = (title, ...inside) =>
    make("section", { class: "selection__do no-print" }, make("h2", {}, title), ...inside);
  /** @param {Node[]} inside */
  const row = (...inside) => make("p", { class: "selection__row" }, ...inside);
  /** @param {SelectionContent} selection */
  const paper = (selection) => {
    const hint =
      "De hand-out bevat de tips helemaal, werkvormen kort en werkbladen met een QR-code. Kaartjes staan met acht op een blad, om uit te knippen. Een lange notitie wordt daar ingekort.";
    const handout = button("Hand-out", () => print("handout", selection));
    const cards = button("Kaartjes", () => print("cards", selection));
    return group("Afdrukken", row(handout, cards), make("p", { class: "selection__hint" }, hint));
  };

  /* --- what stands on this device --- */

  /** The note at an entry, and the buttons that move it and take it away. @param {SelectionContent} selection */
  const tools = (selection) => {
    const last = selection.entries.length - 1;
    /** @param {SelectionEntry[]} entries @param {string} text @param {SelectionContent | null} undo @param {string[]} after */
    const changed = (entries, text, undo, ...after) => {
      keep(Object.assign(selection, { entries }));
      show();
      say(text, undo);
      focus(...after, "input, a");
    };
    /** @param {number} at @param {number} to */
    const move = (at, to) => {
      const entries = [...selection.entries];
      const [entry] = entries.splice(at, 1);
      entries.splice(to, 0, entry);
      const place = `li:nth-child(${to + 1})`;
      const same = `${place} [data-way=${to < at ? "up" : "down"}]:not(:disabled)`;
      const text = `${titled(entry)}: nu op plaats ${to + 1} van ${entries.length}`;
      changed(entries, text, null, same, `${place} [data-way]:not(:disabled)`);
    };
    return (/** @type {SelectionEntry} */ entry, /** @type {number} */ at) => {
      const title = titled(entry);
      const note = make("textarea", { maxlength: MOST.note, rows: 3, "aria-label": `Notitie bij ${title}` });
      note.value = entry.note;
      note.oninput = () => {
        entry.note = note.value;
        keep(selection);
      };
      const fold = make("details", { class: "selection__note" }, make("summary", {}, "Notitie"), note);
      fold.open = Boolean(entry.note);
      const remove = () => {
        const others = selection.entries.filter((one) => one !== entry);
        const next = `li:nth-child(${Math.min(at + 1, last)}) [data-away]`;
        changed(others, `${title}: weggehaald.`, sanitise(selection), next);
      };
      const up = button("↑", () => move(at, at - 1), { "aria-label": `Zet hoger: ${title}`, "data-way": "up" });
      const down = button("↓", () => move(at, at + 1), { "aria-label": `Zet lager: ${title}`, "data-way": "down" });
      const away = button("×", remove, { "aria-label": `Haal weg: ${title}`, "data-away": true });
      up.disabled = !at;
      down.disabled = at === last;
      return [fold, make("p", { class: "selection__tools no-print" }, up, down, away)];
    };
  };

  /** Ways to send it. @param {SelectionContent} selection */
  const sharing = (selection) => {
    const notes = make("input", { type: "checkbox" });
    const shown = make("div", { class: "share__code" });
    const url = () => address(renamed(selection), notes.checked);
    notes.onchange = () => shown.replaceChildren();
    const copy = async () =>
      say((await Share.copy(url())) ? "Link gekopieerd" : `Kopiëren lukt hier niet. De link is ${url()}`);
    const send = () => navigator.share({ title: selection.title || "Selectie", url: url() }).catch(() => {});
    const code = async () => {
      try {
        shown.replaceChildren(await Share.code(url(), `QR-code van ${selection.title || "mijn selectie"}`));
        say("De QR-code staat eronder");
      } catch {
        say("De link is te lang voor een QR-code. Kopieer hem, of laat de notities weg.");
      }
    };
    const hint = "Neem mijn notities mee. Notities staan dan in de link: wie hem krijgt, leest ze.";
    const ways = row(button("Kopieer link", copy));
    if ("share" in navigator) ways.append(button("Delen", send));
    ways.append(button("Toon QR", code));
    return group("Delen", ways, make("label", { class: "selection__hint" }, notes, make("span", {}, hint)), shown);
  };

  /** @param {SelectionContent} selection */
  const mine = (selection) => {
    const name = make("input", {
      id: "selection-title",
      maxlength: MOST.title,
      autocomplete: "off",
      placeholder: "Bijvoorbeeld: teamoverleg 12 maart",
    });
    name.value = selection.title;
    name.oninput = () => keep(Object.assign(selection, { title: name.value }));
    const clear = () => {
      keep({ title: "", entries: [] });
      show();
      say("Je selectie is leeg.", sanitise(selection));
      back.focus();
    };
    return [
      make("p", { class: "selection__title" }, make("label", { for: name.id }, "Titel"), name),
      list(selection, tools(selection)),
      sharing(selection),
      paper(selection),
      make("p", { class: "selection__row no-print" }, button("Leeg maken", clear)),
    ];
  };

  /* --- what someone sent --- */

  const home = () => make("a", { href: "#" }, "Naar mijn selectie");

  /** @param {ReceivedSelection} selection @param {SelectionContent} own */
  const received = (selection, own) => {
    /** @param {SelectionContent} now @param {string} text */
    const finish = (now, text) => {
      if (!SelectionStore.write(now)) return keep(now);
      history.replaceState(null, "", location.pathname + location.search);
      show();
      say(text, own.entries.length ? own : null);
    };
    const join = () => {
      const all = renamed({ title: own.title || selection.title, entries: [...own.entries, ...selection.entries] });
      const left = all.entries.length - MOST.entries;
      const full = `Toegevoegd. Er is plaats voor ${MOST.entries} stukken: de laatste ${left} pasten er niet bij.`;
      finish(all, left > 0 ? full : "Toegevoegd aan je selectie.");
    };
    const replace = () => finish(selection, "Bewaard in de plaats van je vorige selectie.");
    const first = () => finish(selection, "Bewaard op dit toestel.");
    const choices = own.entries.length
      ? [button("Voeg toe aan die van mij", join), button("Vervang die van mij", replace)]
      : [button("Bewaar op dit toestel", first)];
    const said = SelectionAddress.told(selection, own, [...records.entries.keys()]);
    if (!selection.entries.length)
      return [make("div", { class: "selection__received no-print" }, make("p", {}, said), row(home()))];
    return [
      make("div", { class: "selection__received no-print" }, make("p", {}, said), row(...choices, home())),
      ...(selection.title ? [make("h2", { class: "selection__heading" }, selection.title)] : []),
      list(selection, ({ note }) => (note ? [make("p", { class: "selection__read" }, note)] : [])),
      paper(selection),
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

  const show = () => {
    const got = asked();
    say("");
    printed.replaceChildren();
    const own = renamed(SelectionStore.read());
    const other = got && { ...got, ...renamed(got) };
    const known = other && same(other, own) && own.entries.length && !other.unread && !other.more;
    if (other && !known) view.replaceChildren(...received(other, own));
    else view.replaceChildren(...(own.entries.length ? mine(own) : []));
    find(".selection-empty").hidden = view.hasChildNodes();
  };

  const open = async () => {
    try {
      if (sent()) await Page.load("link/link.js");
      if (sent() || SelectionStore.read().entries.length) await load();
    } catch {
      const text =
        "De titels van je selectie kunnen nu niet geladen worden. Heb je verbinding, probeer het dan opnieuw. Staat de gids op een stick of schijf, gebruik dan de gids op het internet.";
      return view.replaceChildren(make("p", {}, text));
    }
    show();
  };

  /** @param {"handout" | "cards"} what @param {SelectionContent} selection */
  const print = async (what, selection) => {
    say(what === "cards" ? "De kaartjes worden klaargezet …" : "De hand-out wordt klaargezet …");
    /* The notes are on the paper already; whoever finds the paper need not get them by its code as well. */
    printed.replaceChildren(await SelectionPaper[what](selection, records, address(selection, false)));
    say("Klaar om af te drukken.");
    window.print();
  };

  addEventListener("hashchange", open);
  addEventListener("storage", open);
  open();
})();
