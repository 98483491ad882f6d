/* /onze-gids/: all that a school keeps of its own on this device, as one file; and what was tried, as a sheet for the team. */
(() => {
  const { find, make, all } = Page;
  const { text, copy } = Piece;
  const { counted } = Words;
  const { records, load, today, linked } = SelectionEntries;
  const SHEET = "sleutelbos-werkblad-";
  const view = find(".ours");
  const { line, back, say } = saidLine("selection__said");

  /** Keep this guide: all that shows what is kept, also at the top of the page, hears of it as if another tab wrote it. @param {OursGuide} guide */
  const keep = (guide) => {
    const kept = OursFile.keep(guide);
    dispatchEvent(new StorageEvent("storage"));
    return kept;
  };
  /** Keep it, say so, and put back what was there before when asked. @param {OursGuide} guide @param {string} words @param {OursGuide} before */
  const finish = (guide, words, before) => {
    if (!keep(guide)) return say(text("unkept"));
    const left = OursFile.written(OursFile.kept(), "");
    say(words, () => {
      const now = OursFile.kept();
      const other = OursFile.written(now, "") !== left;
      const kept = keep(other ? OursParts.merge(before, now, today) : before);
      say(text(!kept ? "unkept" : other ? "back-joined" : "back"));
      find("button", view).focus();
    });
    back.focus();
  };
  /** @param {any} held */
  const length = (held) => Object.keys(held ?? {}).length;

  /** How much there is of each part, in words. @type {Record<string, (value: any) => string>} */
  const TOLD = {
    selectie: ({ title, entries }) =>
      [String(title || ""), counted(length(entries), "stuk", "stukken")].filter(Boolean).join(" · "),
    gedaan: (lines) => counted(length(lines), "ding", "dingen"),
    "hoe-ging-het": ({ items }) => counted(length(items), "zin over hoe het ging", "zinnen over hoe het ging"),
    trajecten: (value) => counted(Object.values(value).flat().length, "stap klaar", "stappen klaar"),
    zelfscan: ({ begun, done, team }) =>
      [
        `${length(done)} keer ingevuld`,
        length(begun) ? `${length(begun)} begonnen` : "",
        length(team) ? counted(length(team), "antwoord van het team", "antwoorden van het team") : "",
      ]
        .filter(Boolean)
        .join(" · "),
    draaiboek: ({ parts }) => counted(length(parts), "punt", "punten"),
    afspraken: ({ items }) => counted(length(items), "afspraak", "afspraken"),
  };
  /** @param {OursPart} part */
  const told = ({ name, value }) =>
    TOLD[name]?.(value) ?? counted(Object.values(value).filter(Boolean).length, "vakje ingevuld", "vakjes ingevuld");
  /** Behind the name of a part. @param {string} words */
  const amount = (words) => make("span", { class: "ours__told" }, ` ${words}`);
  /** The entry of the guide that a filled sheet is of. @param {string} name */
  const sheetOf = (name) => {
    const key = name.replace(SHEET, "w/");
    return { key, title: records.entries.get(key)?.title || key.slice(2) };
  };
  /** What a part is called on this page. @param {string} name */
  const nameOf = (name) =>
    name.startsWith(SHEET)
      ? text("sheet", sheetOf(name).title)
      : (document.querySelector(`[data-part="${name}"]`)?.textContent ?? text("how"));

  /* --- the file --- */

  const save = () => {
    const guide = OursFile.kept();
    if (!guide.parts.size && !guide.aside.length) return say(text("nothing"));
    const day = Words.today();
    const name = `${day}.onze-gids.json`;
    Files.hand(name, OursFile.written(guide, day), "application/json");
    return say(text("saved", name));
  };
  /** @param {string} held */
  const opened = (held) => {
    const theirs = OursFile.read(held);
    if (typeof theirs === "string") return say(text(theirs));
    if (!theirs.parts.size && !theirs.aside.length) return say(text("empty"));
    const before = OursFile.kept();
    const after = OursParts.merge(before, theirs, today);
    /** @param {string} name @param {number} many */
    const parts = (name, many) => (many > 0 ? [text(name, counted(many, "deel", "delen"))] : []);
    const words = [
      ...parts("joined", theirs.parts.size),
      ...parts("left", after.aside.length - before.aside.length),
      ...parts("unknown", theirs.unknown),
    ];
    return finish(after, words.join(" "), before);
  };
  const open = () => Files.choose(OursFile.MOST.bytes, (held) => (held === null ? say(text("large")) : opened(held)));
  const wipe = () => finish({ parts: new Map(), aside: [] }, text("wiped"), OursFile.kept());

  /* --- what is there --- */

  /** @param {HTMLElement} named on the page @param {Element} shown behind it */
  const behind = (named, shown) => {
    const item = named.closest("li");
    item?.querySelectorAll(".ours__told, ul").forEach((one) => one.remove());
    item?.append(shown);
  };
  /** How much there is, behind the name of each part on the page. @param {OursGuide} guide */
  const showParts = ({ parts }) => {
    for (const one of all("[data-part]")) {
      const { part: name = "" } = one.dataset;
      const value = parts.get(name);
      behind(one, amount(value ? told({ name, value }) : text("none")));
    }
    const sheets = [...parts].filter(([name]) => name.startsWith(SHEET));
    const pieces = sheets.map(([name, value]) => {
      const { key, title } = sheetOf(name);
      return make("li", {}, linked(key, title), amount(told({ name, value })));
    });
    behind(find("[data-sheets]"), pieces.length ? make("ul", {}, ...pieces) : amount(text("none")));
  };

  /** What did not fit when two became one: it can be put in the place of what is there, which then stands aside. @param {OursPart} part */
  const setAside = (part) => {
    const others = () => {
      const guide = OursFile.kept();
      return { guide, rest: guide.aside.filter((one) => !OursParts.same(one, part)) };
    };
    const swap = () => {
      const { guide, rest } = others();
      const mine = guide.parts.get(part.name);
      const aside = mine === undefined ? rest : [...rest, { name: part.name, value: mine }];
      finish({ parts: new Map(guide.parts).set(part.name, part.value), aside }, text("swapped"), guide);
    };
    const drop = () => {
      const { guide, rest } = others();
      finish({ parts: guide.parts, aside: rest }, text("dropped"), guide);
    };
    const name = nameOf(part.name);
    const choice = copy("choice", swap, drop);
    for (const one of all("button", choice)) one.ariaLabel = `${one.textContent}: ${name}, ${told(part)}`;
    return make("li", {}, make("strong", {}, name), amount(told(part)), choice);
  };

  /** What was tried, as a table that prints on one sheet. */
  const showTried = () => {
    const lines = Tried.all().map(({ key, day, how }) => {
      const name = linked(key, records.entries.get(key)?.title ?? key);
      const when = day ? Words.day(day, { day: "numeric", month: "long" }) : "";
      return make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, when), make("td", {}, how));
    });
    const sheet = copy("tried", () => print());
    find("tbody", sheet).append(...lines);
    find(".tried-list").replaceChildren(lines.length ? sheet : copy("untried"));
  };

  const aside = copy("aside");
  let shown = "";
  /** Nothing is drawn again that stands there already: who is on a button of it, stays there. */
  const show = () => {
    const guide = OursFile.kept();
    if (shown === (shown = OursFile.written(guide, ""))) return;
    showParts(guide);
    aside.hidden = !guide.aside.length;
    find("ul", aside).replaceChildren(...guide.aside.map(setAside));
    showTried();
  };

  const start = async () => {
    try {
      await load();
    } catch {
      return view.replaceChildren(copy("unloaded"));
    }
    view.replaceChildren(copy("doors", save, open, wipe), line);
    find(".ours__parts").after(aside);
    show();
    for (const name of [...OursParts.NAMES, OursFile.ASIDE]) Page.onKept(name, show);
  };
  start();
})();
