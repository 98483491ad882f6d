/* /afspraken/: what a team agreed, on this device or in the address that someone sent. What was sent is shown, and kept
   only when asked. */
(() => {
  const { make, find } = Page;
  const { text, copy } = Piece;
  const { sent, taken } = Send;
  const { say } = Agreed;
  const { read, change } = MeetingKept;
  const view = find(".looked-back");
  view.before(Agreed.said);
  view.after(TakeAlong.printed);

  /** @param {ReceivedAgreements | null} got */
  const received = (got) => {
    const done =
      (/** @type {(now: AgreementsContent) => AgreementsContent} */ act, /** @type {string} */ words) => () => {
        if (!change(act)) return say(Agreed.refused());
        taken();
        draw();
        say(words);
        return Agreed.said.focus();
      };
    const own = read();
    const box = copy("received");
    const choice = find("button", box);
    find("p", box).textContent = AgreementsReceived.told(got, own);
    if (!got?.items.length) {
      choice.remove();
      return [box];
    }
    const { MOST } = Agreements;
    const left = Agreements.joined(own, got).items.length - MOST.items;
    choice.onclick = done(() => got, text("kept"));
    if (own.items.length) {
      choice.textContent = text("join");
      choice.onclick = done(
        (now) => Agreements.joined(now, got),
        text("joined", Refused.full(`${MOST.items} afspraken`, left)),
      );
    }
    return [
      box,
      ...(got.title ? [make("h2", {}, got.title)] : []),
      Agreed.list(got.items, false),
      TakeAlong.ways(() => got),
    ];
  };
  const mine = () => {
    const own = read();
    const list = make("div", {});
    const fill = () => {
      const { items } = read();
      list.replaceChildren(Agreed.list(items, true));
      TakeAlong.paper(read());
    };
    Agreed.follow(fill);
    fill();
    const add = /** @type {HTMLDetailsElement} */ (copy("add"));
    add.append(Agreed.form(""));
    add.open = !own.items.length;
    return [Agreed.frame(), list, add, TakeAlong.ways(read, Agreed.wipe())];
  };

  const draw = async () => {
    try {
      if (sent()) await Page.load("link/link.js");
    } catch {
      return view.replaceChildren(copy("unloaded"));
    }
    const got = sent() ? AgreementsReceived.decode(location.hash.slice(1)) : null;
    /* What an agreement is about has a name in what is fetched here; most pages have none. */
    if ((sent() ? got : read())?.items.some(({ key }) => key)) await SelectionEntries.load().catch(() => {});
    if (sent()) Agreed.follow(() => {});
    view.replaceChildren(...(sent() ? received(got) : mine()));
    if (got?.items.length) TakeAlong.paper(got);
  };
  addEventListener("hashchange", () => {
    say("");
    draw();
  });
  Page.onKept(MeetingKept.NAME, Agreed.refresh);
  draw();
})();
