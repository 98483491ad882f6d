/* The self-scan of a team: each hands over an address, one device gathers them and shows how they lie, never whose. */
const ScanTeam = (() => {
  const { make, find } = Page;
  const { MOST, ENOUGH, decode, encode, gathered, figures, fit } = ScanAnswers;
  const { button } = Controls;
  const { row, report, print, written } = ScanShow;
  const { read, change } = ScanStore;

  /** The answers of a team to what is asked today. @param {ScanAsked} asked */
  const codes = (asked) =>
    read().team.filter(({ edition, answers }) => edition === asked.edition && fit(answers, asked));

  /**
   * Take in all that can be read in a text: how many that were, and what is said of it, in sentences.
   * @param {string} text
   * @param {string} here the edition of the scan that one looks at
   */
  const take = (text, here) => {
    const { found, refused } = decode(text, ScanAsk.scans);
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
      if (!kept) said.add(ScanAsk.unkept);
    }
    const whole = !said.size;
    const more = [...many].map(
      ([edition, number]) =>
        `${number} erbij${edition === here ? "" : ` bij „${ScanAsk.scans.find((one) => one.edition === edition)?.title}”`}.`,
    );
    return { whole, said: [...more, ...said].join(" ") };
  };

  /** Ways to hand answers over. @param {ScanCode} code @param {HTMLElement} shown */
  const hand = (code, shown) => {
    const page = Page.absolute("zelfscan/");
    const address = page ? `${page}#${encode(code)}` : encode(code);
    const said = make("p", { role: "status" });
    const say = (/** @type {string} */ text) => (said.textContent = text);
    const field = make("input", { readonly: true, value: address, "aria-label": "Je antwoorden" });
    const square = make("div", { class: "share__code" });
    shown.replaceChildren(
      make("p", {}, "Hierin staan alleen je antwoorden, zonder naam. Wie het adres krijgt, kan ze lezen."),
      field,
      row(
        Send.copy(say, () => address, "Gekopieerd. Stuur het door.", "Kopieer"),
        button("Tel mee op dit toestel", () => say(take(encode(code), code.edition).said)),
      ),
      said,
      square,
    );
    field.focus();
    Send.square(page && address, "je antwoorden", "QR-code met").then((made) => square.replaceChildren(made));
  };

  /** What a team said, whole; nothing as long as too few did. @param {ScanAsked} asked */
  const found = (asked) => {
    const all = codes(asked);
    const told = figures(all, asked);
    if (!told) return [make("p", {}, `Nog ${ENOUGH - all.length}, en je ziet hoe jullie antwoorden liggen.`)];
    const cells = told.map(({ mean, least, most, apart }) => [
      written(mean),
      least === most ? `allemaal ${least}` : `${least} tot ${most}`,
      apart ? "Hier denken jullie verschillend" : "",
    ]);
    const shown = report(asked, {
      title: `${asked.title}, ons team`,
      said: `${all.length} antwoorden, van 1 (${asked.words[0]}) tot ${asked.of} (${asked.words[asked.of - 1]})`,
      values: told.map(({ mean }) => mean),
      heads: ["Gemiddeld", "Van – tot", "Spreiding"],
      cells,
      groups: ["Hier staan jullie sterk", "Hier kunnen jullie groeien"],
    });
    return [shown, row(button("Druk af", () => print(shown)))];
  };

  /** Where a team gathers. @param {ScanAsked} asked */
  const draw = (asked) => {
    const fold = /** @type {HTMLDetailsElement} */ (find(".scan__team", asked.part));
    const { line, back, say } = saidLine("scan__said");
    const field = make("textarea", { rows: 3, class: "no-print", "aria-label": "Adressen van je collega's" });
    field.value = fold.querySelector("textarea")?.value ?? "";
    /** @param {string} text */
    const again = (text) => {
      result.replaceChildren(...found(asked));
      wipe.hidden = !codes(asked).length;
      say(text);
    };
    const wipe = button("Wis deze groep", () => {
      const before = codes(asked);
      change((now) => ({ ...now, team: now.team.filter(({ edition }) => edition !== asked.edition) }));
      again("");
      say("Weggehaald.", () => {
        change((now) => ({ ...now, team: before.reduce((team, code) => gathered(team, code).team, now.team) }));
        again("Ze staan er weer.");
      });
      back.focus();
    });
    const add = button("Tel mee", () => {
      const taken = take(field.value, asked.edition);
      if (taken.whole) field.value = "";
      again(taken.said);
      for (const one of ScanAsk.scans) if (one !== asked) draw(one);
    });
    const result = make("div", {});
    find("div", fold).replaceChildren(field, row(add, wipe), line, result);
    again("");
    fold.open ||= codes(asked).length > 0;
  };

  /** What the address of this page hands over, if it does: counted at once where a team gathers, else when asked. */
  const received = () => {
    const text = location.hash.slice(1, MOST.text + 2);
    if (Page.target || !/;|%(?:25)*3b/i.test(text)) return;
    Send.taken();
    const { found, refused } = decode(text, ScanAsk.scans);
    const asked = ScanAsk.scans.find(({ edition }) => edition === found[0]?.edition) ?? ScanAsk.scans[0];
    const count = () => {
      const taken = take(text, asked.edition);
      ScanAsk.scans.forEach(ScanAsk.draw);
      asked.said.say(taken.said);
      find(".scan__team", asked.part).scrollIntoView({ block: "center" });
    };
    if (found.length && codes(asked).length) return count();
    ScanAsk.scans.forEach(ScanAsk.draw);
    if (found.length) {
      const text = `Je kreeg de antwoorden van een collega op „${asked.title}”.`;
      asked.said.say(text, count, "Verzamel ze op dit toestel");
    } else asked.said.say(refused.join(" "));
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
