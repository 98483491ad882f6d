/* /selectie/: what a reader kept, in order, with notes; one address that holds all of it; and two ways to print it.
   An address that someone sent is shown first and kept only when asked. Text goes in as text, never as HTML. */
(() => {
  const { MOST, root, sound } = Kept,
    { absolute, make, copy, code } = Sharing;
  const KINDS = {
    recommendation: "Aanbeveling",
    section: "Onderdeel",
    key: "Sleutel",
    tip: "Tip",
    method: "Werkvorm",
    worksheet: "Werkblad",
    partner: "Partner",
    role: "Rol",
    case: "Uit de praktijk",
    box: "Kader",
    resource: "Materiaal",
    list: "Lijst",
    situation: "Situatie",
    term: "Begrip",
    source: "Bron",
  };
  const view = document.querySelector(".selection"),
    empty = document.querySelector(".selection-empty");
  const status = make("span", { role: "status" }),
    back = make("button", { type: "button", hidden: "" }, "Zet terug"),
    printed = make("div", { class: "selection-print" });
  view.before(make("p", { class: "selection__said no-print" }, status, " ", back));
  view.after(printed);
  let fading;
  const say = (text, undo) => {
    clearTimeout(fading);
    status.textContent = text;
    if (text && !undo) fading = setTimeout(say, 10_000, "");
    back.hidden = !undo;
    back.onclick = () => (keep(undo), show(), say("Het staat er weer."), view.querySelector("input, a")?.focus());
  };
  const keep = (selection) =>
    Kept.write(selection) || say("Je browser bewaart niets op dit toestel. Kopieer de link, dan raak je niets kwijt.");

  /* --- one address for all of it: #1;t.familiemuur,m.waaromvraag;titel=…;n2=… --- */

  const coded = (text) =>
    encodeURIComponent(text).replace(/[!'()*.~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const decoded = (text) =>
    text.replace(/(%[0-9a-f]{2})+/gi, (signs) => {
      try {
        return decodeURIComponent(signs);
      } catch {
        return "";
      }
    });
  const address = ({ title, entries }, notes) => {
    const parts = ["1", entries.map(({ key }) => key.replace("/", ".")).join(",")];
    if (title) parts.push(`titel=${coded(title)}`);
    if (notes) entries.forEach(({ note }, at) => note && parts.push(`n${at + 1}=${coded(note)}`));
    return `${absolute("selectie/")}#${parts.join(";")}`;
  };
  /** What an address holds, or null when it holds no selection. `more`: how many entries it names beyond what we take. */
  const held = (fragment) => {
    const text = fragment.includes(";") ? fragment : decoded(fragment);
    const [version, keys, ...rest] = text.split(";", 3 + MOST.entries);
    if (!/^\d{1,3}$/.test(version) || keys === undefined) return null;
    if (version !== "1") return { newer: true };
    const named = decoded(keys).split(",").filter(Boolean),
      said = new Map(
        rest.map((part) => [part.slice(0, part.indexOf("=")), decoded(part.slice(part.indexOf("=") + 1))]),
      );
    return {
      ...sound({
        title: said.get("titel"),
        entries: named.map((key, at) => ({ key: key.replace(".", "/"), note: said.get(`n${at + 1}`) })),
      }),
      more: Math.max(0, named.length - MOST.entries),
    };
  };

  /* --- the catalogue: what an id, also one of before, is called and where it stands now --- */

  let records;
  const load = async () => {
    if (records) return;
    const found = new Map(),
      { entries } = await (await fetch(new URL("catalogue.json", root), { mode: "same-origin" })).json();
    for (const one of entries)
      for (const alias of one.aliases) found.set(`${one.permalink.split("/")[0]}/${alias}`, one);
    for (const one of entries) found.set(one.permalink.replace(/\/$/, ""), one);
    records = found;
  };
  /* An entry that was renamed or merged goes on under its name of today, once. */
  const renamed = ({ title, entries }) => {
    const found = new Map();
    for (const { key, note } of entries) {
      const now = records.get(key)?.permalink.replace(/\/$/, "") || key;
      found.set(now, { key: now, note: found.get(now)?.note || note });
    }
    return { title, entries: [...found.values()] };
  };
  const titled = ({ key }) => records.get(key)?.title || `Onbekend stuk (${key})`;

  /* --- the page --- */

  const button = (label, act, attributes = {}) => {
    const made = make("button", { type: "button", ...attributes }, label);
    made.onclick = act;
    return made;
  };
  const body = (entry) => {
    const record = records.get(entry.key);
    if (!record)
      return [
        make("p", { class: "selection__name" }, titled(entry)),
        make(
          "p",
          { class: "selection__summary" },
          "Dit stuk staat niet meer in de gids, of de link is niet helemaal juist. ",
          make("a", { href: new URL(`${entry.key}/`, root) }, "Kijk wat ervan werd"),
        ),
      ];
    return [
      make("p", { class: "kicker" }, KINDS[record.kind] || record.kind),
      make("p", { class: "selection__name" }, make("a", { href: new URL(record.url, root) }, record.title)),
      make("p", { class: "selection__summary" }, record.summary),
    ];
  };
  const list = (selection, inside) =>
    make(
      "ol",
      { class: "selection__list" },
      ...selection.entries.map((entry, at) => make("li", {}, ...body(entry), ...inside(entry, at))),
    );
  const group = (title, ...inside) =>
    make("section", { class: "selection__do no-print" }, make("h2", {}, title), ...inside);
  const row = (...inside) => make("p", { class: "selection__row" }, ...inside);
  const counted = (number) => `${number} ${number === 1 ? "stuk" : "stukken"}`;

  const paper = (selection) =>
    group(
      "Afdrukken",
      row(
        button("Hand-out", () => print("handout", selection)),
        button("Kaartjes", () => print("cards", selection)),
      ),
      make(
        "p",
        { class: "selection__hint" },
        "De hand-out bevat de tips helemaal, werkvormen kort en werkbladen met een QR-code. Kaartjes staan met acht op een blad, om uit te knippen. Een lange notitie wordt daar ingekort.",
      ),
    );

  const mine = (selection) => {
    const name = make("input", {
      id: "selection-title",
      maxlength: MOST.title,
      autocomplete: "off",
      placeholder: "Bijvoorbeeld: teamoverleg 12 maart",
    });
    name.value = selection.title;
    name.oninput = () => keep(Object.assign(selection, { title: name.value }));
    const changed = (entries, text, undo, ...focus) => {
      keep(Object.assign(selection, { entries }));
      show();
      say(text, undo);
      [...focus, "input, a"]
        .map((one) => view.querySelector(one))
        .find(Boolean)
        ?.focus();
    };
    const move = (at, to) => {
      const entries = [...selection.entries],
        [entry] = entries.splice(at, 1);
      entries.splice(to, 0, entry);
      const way = to < at ? "up" : "down";
      changed(
        entries,
        `${titled(entry)}: nu op plaats ${to + 1} van ${entries.length}`,
        null,
        `li:nth-child(${to + 1}) [data-way=${way}]:not(:disabled)`,
        `li:nth-child(${to + 1}) [data-way]:not(:disabled)`,
      );
    };
    const tools = (entry, at) => {
      const title = titled(entry),
        last = selection.entries.length - 1;
      const note = make("textarea", { maxlength: MOST.note, rows: 3, "aria-label": `Notitie bij ${title}` });
      note.value = entry.note;
      note.oninput = () => ((entry.note = note.value), keep(selection));
      const shelf = make("details", { class: "selection__note" }, make("summary", {}, "Notitie"), note);
      shelf.open = Boolean(entry.note);
      const up = button("↑", () => move(at, at - 1), { "aria-label": `Zet hoger: ${title}`, "data-way": "up" }),
        down = button("↓", () => move(at, at + 1), { "aria-label": `Zet lager: ${title}`, "data-way": "down" });
      up.disabled = !at;
      down.disabled = at === last;
      const away = button(
        "×",
        () =>
          changed(
            selection.entries.filter((one) => one !== entry),
            `${title}: weggehaald.`,
            sound(selection),
            `li:nth-child(${Math.min(at + 1, last)}) [data-away]`,
          ),
        { "aria-label": `Haal weg: ${title}`, "data-away": "" },
      );
      return [shelf, make("p", { class: "selection__tools no-print" }, up, down, away)];
    };
    const notes = make("input", { type: "checkbox" }),
      shown = make("div", { class: "share__code" });
    const link = () => address(renamed(selection), notes.checked);
    notes.onchange = () => shown.replaceChildren();
    const share = row(
      button("Kopieer link", async () =>
        say((await copy(link())) ? "Link gekopieerd" : `Kopiëren lukt hier niet. De link is ${link()}`),
      ),
    );
    if (navigator.share)
      share.append(
        button("Delen", () => navigator.share({ title: selection.title || "Selectie", url: link() }).catch(() => {})),
      );
    share.append(
      button("Toon QR", () =>
        code(link(), `QR-code van ${selection.title || "mijn selectie"}`).then(
          (svg) => (shown.replaceChildren(svg), say("De QR-code staat eronder")),
          () => say("De link is te lang voor een QR-code. Kopieer hem, of laat de notities weg."),
        ),
      ),
    );
    return [
      make("p", { class: "selection__title" }, make("label", { for: "selection-title" }, "Titel"), name),
      list(selection, tools),
      group(
        "Delen",
        share,
        make(
          "label",
          { class: "selection__hint" },
          notes,
          make("span", {}, "Neem mijn notities mee. Notities staan dan in de link: wie hem krijgt, leest ze."),
        ),
        shown,
      ),
      paper(selection),
      make(
        "p",
        { class: "selection__row no-print" },
        button(
          "Leeg maken",
          () => (keep(sound(null)), show(), say("Je selectie is leeg.", sound(selection)), back.focus()),
        ),
      ),
    ];
  };

  const received = (selection, own) => {
    const finish = (kept, text) => {
      if (!Kept.write(kept)) return keep(kept);
      history.replaceState(null, "", location.pathname + location.search);
      show();
      say(text, own.entries.length ? own : null);
    };
    const join = () => {
      const all = renamed({ title: own.title || selection.title, entries: [...own.entries, ...selection.entries] }),
        left = all.entries.length - MOST.entries;
      finish(
        all,
        left > 0
          ? `Toegevoegd. Er is plaats voor ${MOST.entries} stukken: de laatste ${left} pasten er niet bij.`
          : "Toegevoegd aan je selectie.",
      );
    };
    const choices = own.entries.length
      ? [
          button("Voeg toe aan die van mij", join),
          button("Vervang die van mij", () => finish(selection, "Bewaard in de plaats van je vorige selectie.")),
        ]
      : [button("Bewaar op dit toestel", () => finish(selection, "Bewaard op dit toestel."))];
    const more = selection.more
      ? ` De link noemt er nog ${selection.more}; meer dan ${MOST.entries} kunnen we niet tonen.`
      : "";
    return [
      make(
        "div",
        { class: "selection__received no-print" },
        make(
          "p",
          {},
          `Je kreeg een selectie van ${counted(selection.entries.length)}.${more} Je kunt ze lezen en afdrukken zonder iets te bewaren.${own.entries.length ? ` Op dit toestel staat al een selectie van ${counted(own.entries.length)}; die blijft zoals ze is, tot je zelf kiest.` : ""}`,
        ),
        row(...choices, make("a", { href: "#" }, "Naar mijn selectie")),
      ),
      ...(selection.title ? [make("h2", { class: "selection__heading" }, selection.title)] : []),
      list(selection, ({ note }) => (note ? [make("p", { class: "selection__read" }, note)] : [])),
      paper(selection),
    ];
  };

  const same = (one, other) =>
    one.title === other.title &&
    one.entries.length === other.entries.length &&
    one.entries.every(
      ({ key, note }, at) => key === other.entries[at].key && (!note || note === other.entries[at].note),
    );
  const show = () => {
    const asked = held(location.hash.slice(1));
    say("");
    printed.replaceChildren();
    const own = records ? renamed(Kept.read()) : Kept.read(),
      sent = asked?.entries?.length ? { ...renamed(asked), more: asked.more } : null;
    if (sent && !same(sent, own)) view.replaceChildren(...received(sent, own));
    else view.replaceChildren(...(own.entries.length ? mine(own) : []));
    empty.hidden = view.hasChildNodes();
    if (asked && !sent)
      say(
        asked.newer
          ? "Deze link is van een nieuwere versie van de gids. Laad de pagina opnieuw, of vraag de link nog eens."
          : "In deze link staat geen selectie die we kunnen lezen.",
      );
  };

  const open = async () => {
    try {
      if (held(location.hash.slice(1))?.entries?.length || Kept.read().entries.length) await load();
    } catch {
      return view.replaceChildren(
        make(
          "p",
          {},
          "De titels van je selectie kunnen nu niet geladen worden. Heb je verbinding, probeer het dan opnieuw. Staat de gids op een stick of schijf, gebruik dan de gids op het internet.",
        ),
      );
    }
    show();
  };

  const print = async (kind, selection) => {
    say(kind === "cards" ? "De kaartjes worden klaargezet …" : "De hand-out wordt klaargezet …");
    /* The notes are on the paper already; whoever finds the paper need not get them by its code as well. */
    printed.replaceChildren(await Paper[kind](selection, { records, kinds: KINDS, link: address(selection, false) }));
    say("Klaar om af te drukken.");
    window.print();
  };

  addEventListener("hashchange", open);
  addEventListener("storage", open);
  open();
})();
