/* What a team takes along of what it agreed: on one sheet of paper, as a link, as a code, in a calendar. */
const TakeAlong = (() => {
  const { find, make } = Page;
  const { text, copy } = Piece;
  const { say, by } = Agreed;
  const printed = make("div", { class: "agreed-print" });

  /** The address that holds them. @param {AgreementsContent} agreements */
  const address = (agreements) => Send.address("afspraken/", Agreements.encode(agreements));
  /** @param {AgreementsContent} agreements @param {string} link */
  const calendar = ({ date_back, title, items }, link) => {
    const lines = items.map((item) => `- ${item.what}${by(item) && ` (${by(item)})`}`);
    return Calendar.file({
      day: date_back,
      title: title ? text("look-back-on", title) : text("look-back"),
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
      if (!date_back) return say(text("no-day"));
      const link = address(of());
      const name = `terugkijken-${date_back}.ics`;
      Files.hand(name, calendar(of(), link.length < 1500 ? link : ""), "text/calendar");
      return say(text("in-calendar", name));
    };
    const { buttons, shown } = Ways.made(
      say,
      () => "de afspraken",
      () => address(of()),
      text("copied"),
    );
    const made = copy("take", print, keep);
    made.append(...buttons, ...more, shown);
    return made;
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
    const cell = (/** @type {string} */ words) => make("td", {}, words);
    const row = (/** @type {string[]} */ ...cells) => make("tr", {}, ...[...cells, "☐"].map(cell));
    const empty = items.length ? Math.max(0, Math.min(3, 8 - items.length)) : 8;
    const sheet = copy("paper");
    if (title) find("h1", sheet).textContent = title;
    find("p", sheet).textContent = Page.today();
    find("tbody", sheet).append(
      ...items.map(({ what, who, when }) => row(what, who, when)),
      ...Array.from({ length: empty }, () => row("", "", "")),
    );
    if (date_back) find("strong", sheet).textContent = Words.day(date_back, { dateStyle: "full" });
    const end = find(".agreed-print__end", sheet);
    end.classList.toggle("agreed-print__end--dense", link.length > DENSE);
    if (square) end.prepend(square);
    else find("p:last-child", end).remove();
    printed.replaceChildren(sheet);
  };

  return { printed, ways, paper };
})();
