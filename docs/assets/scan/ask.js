/* The self-scan on a page: one statement at a time, and what came of it. What it asks stands on the page itself. */
const ScanAsk = (() => {
  const { make, find, all } = Page;
  const { button } = Controls;
  const { text, copy } = Piece;
  const { ring, report, print } = ScanShow;
  const { today, day } = Words;
  const { read, change } = ScanStore;

  /** The words of a statement. @param {HTMLElement} one */
  const worded = (one) => {
    const words = /** @type {HTMLElement} */ (find("p", one).cloneNode(true));
    words.querySelector(".scan__explained")?.remove();
    return (words.textContent ?? "").replace(/\s+/g, " ").trim();
  };
  /** What one part of the page asks. @param {HTMLElement} part @returns {ScanAsked} */
  const askedIn = (part) => {
    const rows = all(".scan__row", part);
    const words = (part.dataset.answers ?? "").split("|");
    return {
      part,
      said: saidLine("scan__said"),
      sheet: part.dataset.scan ?? "",
      edition: part.dataset.edition ?? "",
      title: find("h2", part).firstChild?.textContent ?? "",
      words,
      of: words.length,
      abouts: rows.map((one) => one.dataset.about ?? ""),
      texts: rows.map(worded),
      explained: rows.map((one) => one.querySelector(".scan__explained")?.textContent ?? ""),
      helps: rows.map((one) => one.querySelector("ul")),
    };
  };

  /** @type {ScanAsked[]} */
  const scans = all(".scan").map(askedIn);
  const chance = () => Math.random().toString(36).slice(2, 8).padEnd(6, "0");

  /** Where the part of a scan shows what it is at. @param {ScanAsked} asked */
  const own = (asked) => find(".scan__own", asked.part);
  /** Show this, and nothing else of the page while one is asked. @param {ScanAsked} asked @param {boolean} alone @param {Node[]} inside */
  const show = (asked, alone, ...inside) => {
    asked.said.say("");
    own(asked).replaceChildren(...inside);
    asked.part.classList.toggle("scan--asks", alone);
    asked.part.closest("article")?.classList.toggle("scan-alone", alone);
    document.onkeydown = null;
  };
  /** @param {ScanAsked} asked @param {string} selector */
  const focus = (asked, selector) => find(selector, own(asked)).focus();

  /** @param {ScanAsked} asked @returns {Record<string, number>} */
  const begun = (asked) => read().begun[asked.sheet] ?? {};
  /** @param {ScanAsked} asked @param {Record<string, number>} answers */
  const valued = (asked, answers) => asked.abouts.map((id) => (answers[id] <= asked.of ? answers[id] : null));
  /** The first statement without an answer; -1 where none is. @param {ScanAsked} asked */
  const open = (asked) => valued(asked, begun(asked)).indexOf(null);
  /** What was done of a scan, the last first. @param {ScanAsked} asked */
  const done = (asked) =>
    read()
      .done.filter(
        ({ sheet, of, answers }) => sheet === asked.sheet && of === asked.of && valued(asked, answers).some(Boolean),
      )
      .reverse()
      .sort((one, other) => other.date.localeCompare(one.date));

  /** One statement. @param {ScanAsked} asked @param {number} at */
  const ask = (asked, at) => {
    const values = valued(asked, begun(asked));
    const many = values.length;
    /** @param {number} answer */
    const choose = (answer) => {
      change((now) => ({
        ...now,
        begun: { ...now.begun, [asked.sheet]: { ...now.begun[asked.sheet], [asked.abouts[at]]: answer } },
      }));
      const next = values.indexOf(null, at + 1);
      const left = next < 0 ? open(asked) : next;
      if (left >= 0) ask(asked, left);
      else finish(asked);
    };
    const back = () => (at ? ask(asked, at - 1) : rest(asked));
    const answers = asked.words.map((word, nth) => {
      const one = button("", () => choose(nth + 1), { "aria-pressed": `${values[at] === nth + 1}` });
      one.append(make("b", {}, `${nth + 1}`), make("span", {}, word));
      return one;
    });
    const statement = copy("statement");
    const said = [text("place", at + 1, many), asked.texts[at], asked.explained[at]];
    said.forEach((words, nth) => (statement.children[nth].textContent = words));
    const filled = values.filter(Boolean).length;
    show(
      asked,
      true,
      make("div", { class: "scan__key" }, ring(values, asked.of, text("filled", filled, many))),
      statement,
      make("div", { class: "scan__answers" }, ...answers),
      copy("asking", back, () => rest(asked)),
    );
    statement.focus({ preventScroll: true });
    asked.part.scrollIntoView();
    document.onkeydown = (event) => {
      const { repeat, ctrlKey, altKey, metaKey, key, code } = event;
      if (repeat || ctrlKey || altKey || metaKey || !own(asked).contains(document.activeElement)) return;
      /* By the place of the key: the digits of an azerty keyboard give & é " ' as long as shift is not down. */
      const digit = /^Digit(\d)$/.exec(code)?.[1] ?? key;
      if (key === "ArrowLeft") back();
      else answers[Number(digit) - 1]?.click();
    };
  };

  /** A scan that is being set right keeps its day and its mark: it is no second one. @type {Map<string, ScanDone>} */
  const righted = new Map();

  /** All is answered: keep it, with the day. @param {ScanAsked} asked */
  const finish = (asked) => {
    const { date, mark } = righted.get(asked.sheet) ?? { date: today(), mark: chance() };
    const one = { sheet: asked.sheet, date, of: asked.of, mark, answers: begun(asked) };
    righted.delete(asked.sheet);
    const kept = change((now) => {
      const { [asked.sheet]: _, ...others } = now.begun;
      return { ...now, begun: others, done: [...now.done.filter((old) => old.mark !== mark), one] };
    });
    look(asked, one);
    asked.said.say(text(kept ? "kept" : "unkept"));
    own(asked).scrollIntoView();
  };

  /** What came of a scan. @param {ScanAsked} asked @param {ScanDone} one */
  const look = (asked, one) => {
    const values = valued(asked, one.answers);
    const mine = done(asked);
    const before = mine[mine.findIndex(({ mark }) => mark === one.mark) + 1];
    const old = before && valued(asked, before.answers);
    /** @param {number | null | undefined} value */
    const word = (value) => (value ? `${value} · ${asked.words[value - 1]}` : "");
    const cells = values.map((value, at) => {
      const last = old?.[at];
      const way = !last || !value ? "" : value > last ? " ↑ vooruit" : value < last ? " ↓ achteruit" : " = gelijk";
      return [word(value), ...(old ? [word(last) + way] : [])];
    });
    const shown = report(asked, {
      title: `${asked.title}, ${day(one.date)}`,
      said: before ? text("mine-beside", day(before.date)) : text("mine"),
      values,
      heads: before ? [one.mark === mine[0].mark ? "Nu" : day(one.date), day(before.date)] : ["Antwoord"],
      cells,
      groups: [text("my-strong"), text("my-growth")],
    });
    const code = { edition: asked.edition, answers: values.join(""), mark: one.mark };
    const handed = make("div", { class: "scan__handed no-print" });
    const reopen = () => {
      righted.set(asked.sheet, one);
      change((now) => ({ ...now, begun: { ...now.begun, [asked.sheet]: one.answers } }));
      ask(asked, values.length - 1);
    };
    const whole = ScanAnswers.fit(code.answers, asked);
    const doors = copy(
      "looking",
      () => print(shown),
      () => ScanTeam.hand(code, handed),
      reopen,
      () => rest(asked),
    );
    const [, hand, adjust] = all("button", doors);
    hand.hidden = !whole;
    adjust.hidden = !whole || Object.keys(begun(asked)).length > 0;
    show(asked, true, shown, asked.said.line, doors, handed);
    focus(asked, "h2");
  };

  /** What this device keeps of a scan. @param {ScanAsked} asked */
  const keeping = (asked) =>
    done(asked).map((one) => {
      const away = () => {
        change((now) => ({ ...now, done: now.done.filter(({ mark }) => mark !== one.mark) }));
        draw(asked);
        asked.said.say(text("gone"), () => {
          change((now) => ({ ...now, done: [...now.done, one] }));
          rest(asked);
        });
        asked.said.back.focus();
      };
      const named = day(one.date);
      return make(
        "li",
        {},
        button(named, () => look(asked, one), { "aria-label": text("see", named) }),
        button("×", away, { "aria-label": text("drop", named) }),
      );
    });

  /** As long as nothing is asked. @param {ScanAsked} asked */
  const draw = (asked) => {
    const at = open(asked);
    const some = Object.keys(begun(asked)).length > 0;
    const begin = button(some ? `Ga verder bij ${Math.max(at, 0) + 1}` : "Begin", () => ask(asked, Math.max(at, 0)), {
      class: "scan__begin",
    });
    const kept = make("ul", { class: "scan__kept", "aria-label": "Op dit toestel" }, ...keeping(asked));
    show(asked, false, make("p", { class: "scan__buttons no-print" }, begin), asked.said.line, kept);
    ScanTeam.draw(asked);
  };
  /** Back to where one begins. @param {ScanAsked} asked */
  const rest = (asked) => {
    draw(asked);
    focus(asked, ".scan__begin");
  };

  /** Whether there is more to show of a scan than that one may begin. @param {ScanAsked} asked */
  const used = (asked) => Object.keys(begun(asked)).length + done(asked).length;
  /** Ask what this part of the page asks. @param {HTMLElement} part */
  const begin = (part) =>
    scans.filter((one) => one.part === part).forEach((asked) => ask(asked, Math.max(open(asked), 0)));

  return { scans, used, begin, draw };
})();
