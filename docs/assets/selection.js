/* Mijn selectie: the reader's own order of things, kept on this device or in one address. Every word is set as text, never as HTML. */
(() => {
  const { make, sound, read, write, say, copy, qr, root, published } = sleutelbos;
  const place = document.getElementById("selectie");
  let entries = new Map();
  let shared = null;
  let selection = read();

  const pack = (chosen, notes) => {
    const words = new URLSearchParams({ v: "1", ids: chosen.items.map((item) => item.id.replace("/", ".")).join(",") });
    if (chosen.title) words.set("titel", chosen.title);
    if (notes) chosen.items.forEach((item, index) => item.note && words.set(`n${index}`, item.note));
    return words.toString().replaceAll("%2C", ",");
  };
  const unpack = (fragment) => {
    const words = new URLSearchParams(fragment.replace(/^#/, "").slice(0, 60000));
    if (!words.get("ids")) return null;
    return sound({ title: words.get("titel"), items: words.get("ids").split(",").map((id, index) => ({ id: id.replace(".", "/"), note: words.get(`n${index}`) })) });
  };

  /* An id from long ago may be an alias now; what the guide never had, is left out. */
  const resolved = (chosen) => {
    const seen = new Set();
    const items = chosen.items.map((item) => ({ ...item, id: entries.get(item.id)?.permalink.slice(0, -1) })).filter((item) => item.id && !seen.has(item.id) && seen.add(item.id));
    return { ...chosen, items, lost: chosen.items.length - items.length };
  };

  const keep = () => { if (!shared) write(selection); };
  const button = (text, click, more = {}) => make("button", { type: "button", text, click, ...more });
  const move = (from, to) => {
    selection.items.splice(to, 0, ...selection.items.splice(from, 1));
    keep();
    draw();
    place.querySelectorAll(".selection__item")[to]?.querySelector(`button[data-way="${to < from ? "up" : "down"}"]:not([disabled]), button:not([disabled])`)?.focus();
    say(`Nu op plaats ${to + 1}`);
  };

  const words = async (item) => {
    try {
      const answer = await fetch(new URL(`${item.id}/words.json`, root));
      return answer.ok ? await answer.json() : null;
    } catch { return null; }
  };

  const itemOf = (item, index) => {
    const entry = entries.get(item.id);
    const note = make("textarea", { rows: "1", maxlength: "500", "aria-label": `Notitie bij ${entry.title}`, placeholder: "Notitie", input: () => { item.note = note.value; keep(); print.textContent = note.value; refresh(); } });
    note.value = item.note;
    const print = make("p", { class: "selection__note", text: item.note });
    const full = make("div", { class: "selection__words" }, make("p", { text: entry.summary }));
    words(item).then(async (said) => {
      if (said) full.replaceChildren(...said.parts.map(([label, text]) => make("p", {}, ...(label ? [make("strong", { text: `${label}. ` })] : []), (text.includes("\n") && label ? "\n" : "") + text)), make("p", { class: "selection__source", text: said.sources.join("; ") }));
      if (entry.kind === "worksheet") full.append(await qr(`${published}${item.id}/`));
    });
    return make("li", { class: `selection__item selection__item--${entry.kind}` },
      make("h2", {}, make("a", { href: new URL(entry.url, root).href, text: entry.title })),
      full, print,
      make("div", { class: "selection__tools no-print" }, note,
        button("↑", () => move(index, index - 1), { "data-way": "up", disabled: index === 0, "aria-label": `${entry.title}: hoger` }),
        button("↓", () => move(index, index + 1), { "data-way": "down", disabled: index === selection.items.length - 1, "aria-label": `${entry.title}: lager` }),
        button("Haal weg", () => { selection.items.splice(index, 1); keep(); draw(); say("Weggehaald"); place.querySelector("h2 a, a")?.focus(); }, { "aria-label": `${entry.title}: haal weg` })));
  };

  const withNotes = make("input", { type: "checkbox", id: "met-notities", change: () => refresh() });
  const address = make("input", { type: "text", readonly: true, id: "adres" });
  const refresh = () => { address.value = `${published}selectie/#${pack(selection, withNotes.checked)}`; };
  const out = (how) => { document.body.classList.toggle("as-cards", how === "cards"); window.print(); };

  const draw = () => {
    const title = make("input", { type: "text", id: "titel", maxlength: "120", placeholder: "Teamoverleg 12 maart", input: () => { selection.title = title.value; keep(); shown.textContent = title.value || "Mijn selectie"; refresh(); } });
    title.value = selection.title;
    const shown = make("p", { class: "selection__title", text: selection.title || "Mijn selectie" });
    if (!selection.items.length) {
      place.replaceChildren(make("p", { text: "Je selectie is nog leeg. Kies bij een tip, werkvorm, werkblad of partner ‘Deel’ en dan ‘In mijn selectie’." }), make("p", {}, make("a", { href: new URL("tips/", root).href, text: "Bekijk alle tips" })));
      return;
    }
    const offer = shared ? make("div", { class: "selection__offer no-print" },
      make("p", { text: read().items.length ? "Iemand deelde deze selectie met je. Op dit toestel staat al een andere: bewaren vervangt die." : "Iemand deelde deze selectie met je." }),
      button(read().items.length ? "Vervang mijn selectie" : "Bewaar op dit toestel", () => { shared = null; write(selection); history.replaceState(null, "", location.pathname); draw(); say("Bewaard op dit toestel"); }),
      ...(read().items.length ? [button("Voeg toe aan mijn selectie", () => { const mine = read(); selection = resolved(sound({ title: mine.title || selection.title, items: [...mine.items, ...selection.items] })); shared = null; write(selection); history.replaceState(null, "", location.pathname); draw(); say("Toegevoegd"); })] : [])) : "";
    place.replaceChildren(offer, shown,
      make("p", { class: "selection__field no-print" }, make("label", { for: "titel", text: "Titel" }), title),
      selection.lost ? make("p", { text: `${selection.lost} van deze stukken kennen we niet. Die staan er niet bij.` }) : "",
      make("ol", { class: "selection" }, ...selection.items.map(itemOf)),
      make("p", { class: "selection__date", text: `${document.title.split(" - ").pop()} · ${new Date().toLocaleDateString("nl-BE", { day: "numeric", month: "long", year: "numeric" })}` }),
      make("div", { class: "selection__share no-print" },
        make("p", { class: "selection__field" }, make("label", { for: "adres", text: "Eén link met je hele selectie" }), address),
        make("p", {}, withNotes, make("label", { for: "met-notities", text: " Neem mijn notities mee. Wie de link heeft, kan ze lezen." })),
        make("p", {}, button("Kopieer de link", () => copy(address.value)), button("Druk af", () => out("page")), button("Druk af als kaartjes", () => out("cards")))));
    refresh();
  };

  const begin = () => {
    shared = unpack(location.hash);
    selection = resolved(shared ?? read());
    withNotes.checked = Boolean(shared && selection.items.some((item) => item.note));
    draw();
  };
  fetch(new URL("catalogue.json", root)).then((answer) => answer.json()).then((catalogue) => {
    for (const entry of catalogue.entries) for (const id of [...entry.aliases, entry.id]) {
      const name = `${entry.permalink[0]}/${id}`;
      if (id === entry.id || !entries.has(name)) entries.set(name, entry);
    }
    begin();
    window.addEventListener("hashchange", begin);
  }).catch(() => place.replaceChildren(make("p", { text: "De selectie kan hier niet getoond worden. Open de gids op zijn adres op het web." })));
})();
