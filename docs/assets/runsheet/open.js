/* /draaiboek/: the selection as the running order of a meeting. One that someone sent is shown first, and kept only when asked. */
(() => {
  const { make, find } = Page;
  const { button, row } = Controls;
  const { read, holds, kept } = RunsheetOwn;
  const { records, load } = SelectionEntries;
  const view = find(".runsheet");
  const printed = make("div", { class: "runsheet-print" });
  view.after(printed);

  const page = ownPage(view, "draaiboek", RunsheetOwn.state, RunsheetOwn.change, () => show());
  const { line, change, say, refused, done, follow } = page;
  const { sent, taken } = Send;
  /** @param {Runsheet} runsheet @param {boolean} personal */
  const address = (runsheet, personal) => Send.address("draaiboek/", RunsheetAddress.encode(runsheet, personal));

  /* --- paper --- */

  let steps = true;
  /** What is printed. */
  let chosen = () => RunsheetStore.sanitise(null);
  /** Its code, and the address that it is of. @type {{ link: string, square: Node | string }} */
  let code = { link: "", square: "" };
  /* The names and the notes are on the paper already; whoever finds the paper need not get them by its code as well. */
  const open = () => address(chosen(), false);
  const lay = () => {
    if (!chosen().parts.length) return printed.replaceChildren();
    const end = code.square && code.link === open() ? [RunsheetPaper.door(code.square)] : [];
    printed.replaceChildren(RunsheetPaper.programme(chosen(), "h1", steps, ...end));
  };
  const print = async () => {
    const link = open();
    code = { link, square: await Send.square(link, "dit draaiboek") };
    lay();
    say("Klaar om af te drukken.");
    window.print();
  };
  const printing = () => {
    const box = make("input", { type: "checkbox" });
    box.checked = steps;
    box.onchange = () => (steps = box.checked);
    const go = button("Druk af", print, { class: "runsheet__print" });
    const hint = make(
      "label",
      { class: "selection__hint" },
      box,
      make("span", {}, "Met de stappen van de werkvormen, kort."),
    );
    return Fields.group("Afdrukken", row(go), hint);
  };

  /* --- what may stand on the page --- */

  /** Begin anew, with what the selection holds. */
  const anew = () => {
    const before = kept();
    done(
      () => RunsheetStore.sanitise(null),
      () => "Een nieuw draaiboek.",
      () => () => before,
    );
  };
  /** A running order that is not worked on, under what can be done with it. @param {string} text @param {Runsheet} runsheet @param {Node[]} choices */
  const shown = (text, runsheet, ...choices) => {
    const box = make("div", { class: "selection__received no-print" }, make("p", {}, text), row(...choices));
    return runsheet.parts.length ? [box, RunsheetPaper.programme(runsheet, "h2", steps), printing()] : [box];
  };
  const other = () => {
    const further = () =>
      done(
        () => RunsheetOwn.apart(kept()),
        () => "",
      );
    const { title, parts } = kept();
    const named = title ? `„${title}”` : `van ${Words.counted(parts.length, "deel", "delen")}`;
    const text = `Op dit toestel staat nog een draaiboek ${named}. In je selectie staan nu andere stukken.`;
    return shown(
      text,
      kept(),
      button("Maak een nieuw draaiboek", anew),
      button("Ga verder met dit draaiboek", further),
    );
  };
  const mine = () => {
    const of = {
      title: () => read().title || "mijn draaiboek",
      /** @param {boolean} personal */
      address: (personal) => address(read(), personal),
      hint: "Neem namen en notities mee. Ze staan dan in de link: wie hem krijgt, leest ze.",
    };
    return [...RunsheetTable.build(read(), page), printing(), page.send(of), row(button("Begin opnieuw", anew))];
  };
  /** @param {ReceivedRunsheet} got */
  const received = (got) => {
    const home = make("a", { href: "#" }, "Naar mijn draaiboek");
    if (got.newer) return shown(SelectionAddress.NEWER, got, home);
    if (!got.parts.length)
      return shown(
        "In deze link staat geen draaiboek dat we kunnen lezen. Waarschijnlijk is hij onderweg afgebroken. Vraag hem nog eens, of kopieer hem helemaal.",
        got,
        home,
      );
    const before = kept();
    const keep = () => {
      if (!change(() => RunsheetOwn.apart(got))) {
        RunsheetStore.forget();
        return say(refused());
      }
      taken();
      show();
      say("Bewaard op dit toestel.", before.parts.length ? () => before : null);
      line.focus();
    };
    const text = [
      "Je kreeg een draaiboek. Je kunt het lezen en afdrukken zonder iets te bewaren.",
      got.unread && "Een stuk van de link konden we niet lezen: dat ging onderweg verloren.",
      before.parts.length && "Op dit toestel staat al een draaiboek; dat blijft zoals het is, tot je zelf kiest.",
    ];
    const label = before.parts.length ? "Vervang mijn draaiboek" : "Bewaar op dit toestel";
    return shown(text.filter(Boolean).join(" "), got, button(label, keep), home);
  };

  /* --- the page --- */

  const asked = () => {
    if (!sent()) return null;
    const found = RunsheetAddress.decode(location.hash.slice(1), (key) => records.entries.has(key));
    const got = { ...RunsheetStore.sanitise(null), unread: 0, newer: false, ...found };
    const own = [kept(), read()].flatMap((one) => [true, false].map((all) => RunsheetAddress.encode(one, all)));
    const same = own.includes(RunsheetAddress.encode(got, true));
    return same && got.parts.length && !got.unread ? null : got;
  };
  const show = () => {
    page.seen();
    const got = asked();
    chosen = got ? () => got : RunsheetOwn.isOther() ? kept : read;
    printed.replaceChildren();
    if (got) view.replaceChildren(...received(got));
    else if (RunsheetStore.isNewer()) view.replaceChildren(make("p", {}, Refused.newer("Dit draaiboek is")));
    else if (RunsheetOwn.isOther()) view.replaceChildren(...other());
    else view.replaceChildren(...(holds() ? mine() : []));
    find(".runsheet-empty").hidden = view.hasChildNodes();
  };
  const draw = async () => {
    try {
      if (sent()) await Page.load("link/link.js");
      if (sent() || holds()) await Promise.all([load(), Page.load("runsheet/data.js")]);
    } catch {
      const text = "Je draaiboek kan nu niet geladen worden. Heb je verbinding, probeer het dan opnieuw.";
      return view.replaceChildren(make("p", {}, text));
    }
    show();
  };
  const begin = () => {
    say("");
    draw();
  };
  /** Show what is kept when that is other than what stands here. */
  const update = () => follow(draw);

  addEventListener("hashchange", begin);
  addEventListener("beforeprint", lay);
  Page.onKept(RunsheetStore.NAME, update);
  Page.onKept(SelectionStore.NAME, update);
  begin();
})();
