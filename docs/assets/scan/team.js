/* The self-scan of a team: each hands over an address, one device gathers them and shows how they lie, never whose. */
const ScanTeam = (() => {
  const { all, find } = Page;
  const { MOST, ENOUGH, decode, encode, gathered, figures, fit } = ScanAnswers;
  const { text, copy } = Piece;
  const { report, print, written } = ScanShow;
  const { read, change } = ScanStore;

  /** The answers of a team to what is asked today. @param {ScanAsked} asked */
  const codes = (asked) =>
    read().team.filter(({ edition, answers }) => edition === asked.edition && fit(answers, asked));

  /** The sentence that says why something is refused. @param {string} name */
  const why = (name) => text(name, MOST.team);

  /**
   * Take in all that can be read in a text: how many that were, and what is said of it, in sentences.
   * @param {string} addresses
   * @param {string} here the edition of the scan that one looks at
   */
  const take = (addresses, here) => {
    const { found, refused } = decode(addresses, ScanAsk.scans);
    const said = new Set(refused);
    /** @type {Map<string, number>} */
    const many = new Map();
    for (const code of found) {
      const kept = change((now) => {
        const next = gathered(now.team, code);
        if (next.refused) said.add(next.refused);
        else many.set(code.edition, (many.get(code.edition) ?? 0) + 1);
        return { ...now, team: next.team };
      });
      if (!kept) said.add("unkept");
    }
    const whole = !said.size;
    /** @param {string} edition */
    const titled = (edition) => `${ScanAsk.scans.find((one) => one.edition === edition)?.title}`;
    const more = [...many].map(([edition, number]) =>
      edition === here ? text("added", number) : text("added-other", number, titled(edition)),
    );
    return { whole, said: [...more, ...[...said].map(why)].join(" ") };
  };

  /** Ways to hand answers over. @param {ScanCode} code @param {HTMLElement} shown */
  const hand = (code, shown) => {
    const page = Page.absolute("zelfscan/");
    const address = page ? `${page}#${encode(code)}` : encode(code);
    const say = (/** @type {string} */ words) => (find("[role]", made).textContent = words);
    const made = copy(
      "hand",
      Send.copy(say, () => address, text("copied")),
      () => say(take(encode(code), code.edition).said),
    );
    const field = /** @type {HTMLInputElement} */ (find("input", made));
    field.value = address;
    shown.replaceChildren(made);
    field.focus();
    Send.square(page && address, "je antwoorden", "QR-code met").then((square) =>
      find(".share__code", made).append(square),
    );
  };

  /** What a team said, whole; nothing as long as too few did. @param {ScanAsked} asked */
  const found = (asked) => {
    const all = codes(asked);
    const told = figures(all, asked);
    if (!told) return [text("few", ENOUGH - all.length)];
    const cells = told.map(({ mean, least, most, apart }) => [
      written(mean),
      least === most ? `allemaal ${least}` : `${least} tot ${most}`,
      apart ? text("spread") : "",
    ]);
    const shown = report(asked, {
      title: text("team-title", asked.title),
      said: text("team-said", all.length, asked.words[0], asked.of, asked.words[asked.of - 1]),
      values: told.map(({ mean }) => mean),
      heads: ["Gemiddeld", "Van – tot", "Spreiding"],
      cells,
      groups: [text("our-strong"), text("our-growth")],
    });
    return [shown, copy("print", () => print(shown))];
  };

  /** Where a team gathers. @param {ScanAsked} asked */
  const draw = (asked) => {
    const fold = /** @type {HTMLDetailsElement} */ (find(".scan__team", asked.part));
    const { line, back, say } = saidLine("scan__said");
    /** @param {string} words */
    const again = (words) => {
      find("div", made).replaceChildren(...found(asked));
      wipe.hidden = !codes(asked).length;
      say(words);
    };
    const add = () => {
      const taken = take(field.value, asked.edition);
      if (taken.whole) field.value = "";
      again(taken.said);
      for (const one of ScanAsk.scans) if (one !== asked) draw(one);
    };
    const away = () => {
      const before = codes(asked);
      change((now) => ({ ...now, team: now.team.filter(({ edition }) => edition !== asked.edition) }));
      again("");
      say(text("gone"), () => {
        change((now) => ({ ...now, team: before.reduce((team, code) => gathered(team, code).team, now.team) }));
        again(text("back"));
      });
      back.focus();
    };
    const made = copy("team", add, away);
    const field = /** @type {HTMLTextAreaElement} */ (find("textarea", made));
    const [, wipe] = all("button", made);
    field.value = fold.querySelector("textarea")?.value ?? "";
    find("p", made).after(line);
    find("div", fold).replaceChildren(made);
    again("");
    fold.open ||= codes(asked).length > 0;
  };

  /** What the address of this page hands over, if it does: counted at once where a team gathers, else when asked. */
  const received = () => {
    const sent = location.hash.slice(1, MOST.text + 2);
    if (Page.target || !/;|%(?:25)*3b/i.test(sent)) return;
    Send.taken();
    const { found, refused } = decode(sent, ScanAsk.scans);
    const asked = ScanAsk.scans.find(({ edition }) => edition === found[0]?.edition) ?? ScanAsk.scans[0];
    const count = () => {
      const taken = take(sent, asked.edition);
      ScanAsk.scans.forEach(ScanAsk.draw);
      asked.said.say(taken.said);
      find(".scan__team", asked.part).scrollIntoView({ block: "center" });
    };
    if (found.length && codes(asked).length) return count();
    ScanAsk.scans.forEach(ScanAsk.draw);
    if (found.length) asked.said.say(text("got", asked.title), count, text("gather"));
    else asked.said.say(refused.map(why).join(" "));
    asked.part.scrollIntoView();
  };

  return { hand, draw, received };
})();

(() => {
  const draw = () => {
    if (!document.querySelector(".scan-alone, .scan :focus, .scan__said [role=status]:not(:empty)"))
      ScanAsk.scans.forEach(ScanAsk.draw);
  };
  for (const asked of ScanAsk.scans) (ScanAsk.used(asked) ? ScanAsk : ScanTeam).draw(asked);
  ScanTeam.received();
  Page.onKept(ScanStore.NAME, draw);
  addEventListener("hashchange", ScanTeam.received);
})();
