/* /onze-gids/: all that a school keeps of its own on this device, as one file; and what was tried, as a sheet for the team. */
(() => {
  const { find, make, all } = Page;
  const { button, row } = Controls;
  const { counted } = Words;
  const { records, load, today, linked } = SelectionEntries;
  const view = find(".ours");
  const { line, back, say: tell } = saidLine("selection__said");
  const tried = find(".tried-list");
  const REFUSED = "Deze browser kan dit niet bewaren. Er is niets veranderd.";

  /** @param {string} text @param {OursGuide} [before] what stands there again when asked */
  const say = (text, before) => {
    if (!before) return tell(text);
    const left = OursFile.written(OursFile.kept(), "");
    tell(text, () => {
      const now = OursFile.kept();
      const other = OursFile.written(now, "") !== left;
      const kept = OursFile.keep(other ? OursParts.merge(before, now, today) : before);
      show();
      say(!kept ? REFUSED : `Het staat er weer.${other ? " Wat je intussen elders schreef, bleef staan." : ""}`);
      find("button", view).focus();
    });
  };
  /** @param {any} held */
  const length = (held) => (Array.isArray(held) ? held.length : 0);

  /** How much there is of each part, in words. @type {Record<string, (value: any) => string>} */
  const TOLD = {
    selectie: ({ title, entries }) =>
      [String(title || ""), counted(length(entries), "stuk", "stukken")].filter(Boolean).join(" · "),
    gedaan: (lines) => counted(length(lines), "ding", "dingen"),
    "hoe-ging-het": ({ items }) =>
      counted(Object.keys(items ?? {}).length, "zin over hoe het ging", "zinnen over hoe het ging"),
    trajecten: (value) => counted(Object.values(value).flat().length, "stap klaar", "stappen klaar"),
    zelfscan: ({ begun, done, team }) =>
      [
        counted(length(done), "keer ingevuld", "keer ingevuld"),
        Object.keys(begun ?? {}).length ? `${Object.keys(begun).length} begonnen` : "",
        length(team) ? counted(length(team), "antwoord van het team", "antwoorden van het team") : "",
      ]
        .filter(Boolean)
        .join(" · "),
    draaiboek: ({ parts }) => counted(length(parts), "punt", "punten"),
    afspraken: ({ items }) => counted(length(items), "afspraak", "afspraken"),
  };
  /** What a part is called on this page. @param {string} name */
  const nameOf = (name) =>
    name.startsWith("sleutelbos-werkblad-")
      ? `Werkblad: ${titleOf(`w/${name.slice("sleutelbos-werkblad-".length)}`)}`
      : (document.querySelector(`[data-part="${name}"]`)?.textContent ?? "Hoe het ging");
  /** @param {string} key */
  const titleOf = (key) => records.entries.get(key)?.title || key.slice(2);
  /** @param {OursPart} part */
  const told = ({ name, value }) =>
    TOLD[name]?.(value) ?? counted(Object.values(value).filter(Boolean).length, "vakje ingevuld", "vakjes ingevuld");

  /* --- the file --- */

  const save = () => {
    const guide = OursFile.kept();
    if (!guide.parts.size && !guide.aside.length) return say("Er is nog niets om te bewaren.");
    const day = Words.today();
    const name = `${day}.onze-gids.json`;
    Files.hand(name, OursFile.written(guide, day), "application/json");
    say(`Bewaard als ${name}. Op een ander toestel kies je op deze pagina „Open een bestand”.`);
  };
  /** @param {string} text */
  const opened = (text) => {
    const theirs = OursFile.read(text);
    if (typeof theirs === "string") return say(`${theirs} Er is niets veranderd.`);
    const before = OursFile.kept();
    const after = OursParts.merge(before, theirs, today);
    if (!theirs.parts.size && !theirs.aside.length) return say("In dit bestand staat niets. Er is niets veranderd.");
    if (!OursFile.keep(after)) return say(REFUSED);
    show();
    const more = after.aside.length - before.aside.length;
    const words = [
      `Samengevoegd: ${counted(theirs.parts.size, "deel", "delen")} uit het bestand.`,
      more > 0 ? `Wat niet bij dat van jullie paste, staat onderaan opzij: ${counted(more, "deel", "delen")}.` : "",
      theirs.unknown ? `Dit kennen we niet, en lieten we weg: ${counted(theirs.unknown, "deel", "delen")}.` : "",
    ];
    say(words.filter(Boolean).join(" "), before);
  };
  const open = () =>
    Files.choose(OursFile.MOST.bytes, (text) =>
      text === null ? say("Dit bestand is te groot. Er is niets veranderd.") : opened(text),
    );
  const wipe = () => {
    const before = OursFile.kept();
    const kept = OursFile.keep({ parts: new Map(), aside: [] });
    show();
    say(
      kept
        ? "Gewist. Op dit toestel staat niets meer van jullie. Terugzetten kan tot je deze pagina verlaat."
        : REFUSED,
      kept ? before : undefined,
    );
    if (kept) back.focus();
  };

  /* --- what is there --- */

  /** How much there is, behind the name of each part on the page. @param {OursGuide} guide */
  const showParts = ({ parts }) => {
    for (const one of all("[data-part]")) {
      const value = parts.get(one.dataset.part ?? "");
      const item = one.closest("li");
      item?.querySelector(".ours__told")?.remove();
      item?.append(
        make("span", { class: "ours__told" }, " ", value ? told({ name: one.dataset.part ?? "", value }) : "nog niets"),
      );
    }
    const sheets = [...parts].filter(([name]) => !OursParts.NAMES.includes(name));
    const place = find("[data-sheets]").closest("li");
    place?.querySelectorAll(".ours__told, ul").forEach((one) => one.remove());
    const pieces = sheets.map(([name, value]) => {
      const key = `w/${name.slice("sleutelbos-werkblad-".length)}`;
      return make(
        "li",
        {},
        linked(key, titleOf(key)),
        " ",
        make("span", { class: "ours__told" }, told({ name, value })),
      );
    });
    place?.append(pieces.length ? make("ul", {}, ...pieces) : make("span", { class: "ours__told" }, "nog niets"));
  };

  /** What did not fit when two became one: it can be put in the place of what is there, which then stands aside. @param {OursGuide} guide */
  const shownAside = ({ aside }) => {
    const pieces = aside.map((part) => {
      const others = () => {
        const guide = OursFile.kept();
        return { guide, rest: guide.aside.filter((one) => !OursParts.same(one, part)) };
      };
      const swap = () => {
        const { guide, rest } = others();
        const mine = guide.parts.get(part.name);
        const left = mine === undefined ? rest : [...rest, { name: part.name, value: mine }];
        finish({ parts: new Map(guide.parts).set(part.name, part.value), aside: left }, "Omgewisseld.", guide);
      };
      const drop = () => {
        const { guide, rest } = others();
        finish({ parts: guide.parts, aside: rest }, "Weggegooid.", guide);
      };
      const name = nameOf(part.name);
      const buttons = row(
        button("Wissel om", swap, { "aria-label": `Wissel om: ${name}, ${told(part)}` }),
        button("Gooi weg", drop, { "aria-label": `Gooi weg: ${name}, ${told(part)}` }),
      );
      return make("li", {}, make("strong", {}, name), " ", make("span", { class: "ours__told" }, told(part)), buttons);
    });
    if (!pieces.length) return [];
    const hint =
      "Dit kwam uit een ander bestand en paste niet bij wat er al stond. Wissel je om, dan komt het andere hier.";
    return [make("h2", {}, "Opzij gezet"), make("p", {}, hint), make("ul", { class: "ours__aside" }, ...pieces)];
  };
  /** @param {OursGuide} guide @param {string} text @param {OursGuide} before */
  const finish = (guide, text, before) => {
    const kept = OursFile.keep(guide);
    show();
    say(kept ? text : REFUSED, kept ? before : undefined);
    if (kept) back.focus();
  };

  /** What was tried, as a table that prints on one sheet. */
  const showTried = () => {
    const lines = Tried.all().map(({ key, day, how }) => {
      const name = linked(key, records.entries.get(key)?.title ?? key);
      const when = day ? Words.day(day, { day: "numeric", month: "long" }) : "";
      return make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, when), make("td", {}, how));
    });
    const heads = ["Wat", "Wanneer", "Hoe ging het?"].map((head) => make("th", { scope: "col" }, head));
    const table = make(
      "table",
      { class: "tried-table" },
      make("thead", {}, make("tr", {}, ...heads)),
      make("tbody", {}, ...lines),
    );
    const print = button("Druk af voor het team", () => window.print());
    const none = "Nog niets. Vink in je selectie aan wat je deed, en schrijf in één zin hoe het ging.";
    tried.replaceChildren(...(lines.length ? [table, row(print)] : [make("p", {}, none)]));
  };

  const aside = make("section", { class: "selection no-print" });
  let shown = "";
  /** Nothing is drawn again that stands there already: who is on a button of it, stays there. */
  const show = () => {
    const guide = OursFile.kept();
    if (shown === (shown = OursFile.written(guide, ""))) return;
    showParts(guide);
    aside.replaceChildren(...shownAside(guide));
    showTried();
  };

  const start = async () => {
    try {
      await load();
    } catch {
      view.textContent = "De titels kunnen nu niet geladen worden. Heb je verbinding, laad de pagina dan opnieuw.";
      return;
    }
    view.replaceChildren(
      row(button("Bewaar als bestand", save), button("Open een bestand", open), button("Wis alles", wipe)),
      line,
    );
    find(".ours__parts").after(aside);
    show();
    for (const name of [...OursParts.NAMES, OursFile.ASIDE]) Page.onKept(name, show);
  };
  start();
})();
