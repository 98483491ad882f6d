/* /draaiboek/: the selection as the running order of a meeting. One that someone sent is shown first, and kept only when asked. */
(() => {
  const { make, find } = Page;
  const { text, copy } = Piece;
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
    code = { link, square: await Send.square(link, text("this")) };
    lay();
    say(text("ready"));
    window.print();
  };
  const printing = () => {
    const made = copy("printing", print);
    /** @type {HTMLInputElement} */
    const box = find("input", made);
    box.checked = steps;
    box.onchange = () => (steps = box.checked);
    return made;
  };

  /* --- what may stand on the page --- */

  /** Begin anew, with what the selection holds. */
  const anew = () => {
    const before = kept();
    done(
      () => RunsheetStore.sanitise(null),
      () => text("new"),
      () => () => before,
    );
  };
  /** A running order that is not worked on, under what can be done with it. @param {HTMLElement} box @param {string} words @param {Runsheet} runsheet */
  const shown = (box, words, runsheet) => {
    find("p", box).textContent = words;
    return runsheet.parts.length ? [box, RunsheetPaper.programme(runsheet, "h2", steps), printing()] : [box];
  };
  const other = () => {
    const further = () =>
      done(
        () => RunsheetOwn.apart(kept()),
        () => "",
      );
    const { title, parts } = kept();
    const words = title
      ? text("other-named", title)
      : text("other-parts", Words.counted(parts.length, "deel", "delen"));
    return shown(copy("other", anew, further), words, kept());
  };
  const mine = () => {
    const of = {
      title: () => read().title || text("mine"),
      /** @param {boolean} personal */
      address: (personal) => address(read(), personal),
      hint: text("names-too"),
    };
    return [...RunsheetTable.build(read(), page), printing(), page.send(of), copy("anew", anew)];
  };
  /** @param {ReceivedRunsheet} got */
  const received = (got) => {
    const box = copy("received", () => keep());
    const button = find("button", box);
    if (got.newer || !got.parts.length) {
      button.remove();
      return shown(box, got.newer ? SelectionAddress.NEWER : text("none"), got);
    }
    const before = kept();
    const keep = () => {
      if (!change(() => RunsheetOwn.apart(got))) {
        RunsheetStore.forget();
        return say(refused());
      }
      taken();
      show();
      say(text("kept"), before.parts.length ? () => before : null);
      line.focus();
    };
    if (before.parts.length) button.textContent = text("replace");
    const words = [text("got"), got.unread && text("unread"), before.parts.length && text("stays")];
    return shown(box, words.filter(Boolean).join(" "), got);
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
    else if (RunsheetStore.isNewer()) view.replaceChildren(make("p", {}, Refused.newer(text("this-is"))));
    else if (RunsheetOwn.isOther()) view.replaceChildren(...other());
    else view.replaceChildren(...(holds() ? mine() : []));
    find(".runsheet-empty").hidden = view.hasChildNodes();
  };
  const draw = async () => {
    try {
      if (sent()) await Page.load("link/link.js");
      if (sent() || holds()) await Promise.all([load(), Page.load("runsheet/data.js")]);
    } catch {
      return view.replaceChildren(copy("unloaded"));
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
