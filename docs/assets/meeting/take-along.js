/* What a team takes along of what it agreed: on one sheet of paper, as a link, as a code, in a calendar. */
const TakeAlong = (() => {
  const { make } = Page;
  const { button } = Controls;
  const { say, by } = Agreed;
  const printed = make("div", { class: "agreed-print" });

  /** The address that holds them. @param {AgreementsContent} agreements */
  const address = (agreements) => Send.address("afspraken/", Agreements.encode(agreements));
  /** @param {AgreementsContent} agreements @param {string} link */
  const calendar = ({ date_back, title, items }, link) => {
    const lines = items.map((item) => `- ${item.what}${by(item) && ` (${by(item)})`}`);
    return Calendar.file({
      day: date_back,
      title: title ? `Terugkijken: ${title}` : "Terugkijken op onze afspraken",
      text: [...lines, ...(link ? ["", link] : [])].join("\n"),
      url: link,
      uid: `${Math.random().toString(36).slice(2)}${Date.now()}@sleutelbos`,
      now: new Date(),
    });
  };
  /** @param {() => AgreementsContent} of @param {HTMLElement[]} more buttons */
  const ways = (of, ...more) => {
    const print = async () => {
      await paper(of());
      window.print();
    };
    const keep = () => {
      const { date_back } = of();
      if (!date_back) return say("Kies eerst een dag om terug te kijken.");
      const link = address(of());
      const name = `terugkijken-${date_back}.ics`;
      Files.hand(name, calendar(of(), link.length < 1500 ? link : ""), "text/calendar");
      return say(`Open het bestand ${name}, dan staat de dag in je agenda.`);
    };
    const done = "Link gekopieerd. Wie hem krijgt, leest alles wat erin staat.";
    const { buttons, shown } = Ways.made(
      say,
      () => "de afspraken",
      () => address(of()),
      done,
    );
    const all = [button("Druk af", print), button("Zet in je agenda", keep), ...buttons, ...more];
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
    const square = await Send.square(link, "de afspraken");
    if (mine !== latest) return;
    const cell = (/** @type {string} */ text) => make("td", {}, text);
    const row = (/** @type {string[]} */ ...cells) => make("tr", {}, ...[...cells, "☐"].map(cell));
    const empty = items.length ? Math.max(0, Math.min(3, 8 - items.length)) : 8;
    const heads = ["Wat", "Wie", "Tegen wanneer", "Gedaan"].map((text) => make("th", { scope: "col" }, text));
    const day = make("strong", {}, date_back ? Words.day(date_back, { dateStyle: "full" }) : "………………………………");
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
        make(
          "tbody",
          {},
          ...items.map(({ what, who, when }) => row(what, who, when)),
          ...Array.from({ length: empty }, () => row("", "", "")),
        ),
      ),
      make(
        "div",
        { class: `agreed-print__end${link.length > DENSE ? " agreed-print__end--dense" : ""}` },
        square,
        make("div", {}, back, square ? make("p", {}, "Scan de code, dan staan deze afspraken op je toestel.") : ""),
      ),
    );
    printed.replaceChildren(sheet);
  };

  return { printed, ways, paper };
})();
