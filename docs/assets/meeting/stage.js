/* /overleg/: a selection on a big screen, one thing at a time, by arrows, a clicker, a swipe or its buttons. */
(() => {
  const { all, find } = Page;
  const { text, copy } = Piece;
  const { records, load, today, renamed } = SelectionEntries;
  const stage = find(".stage");
  const made = copy(
    "stage",
    () => void whole(),
    () => write(),
    () => go(at - 1),
    () => go(at + 1),
  );
  const pieces = [...made.children];
  const screen = find(".stage__screen", made);
  const said = find(".said", made);
  const place = find(".stage__place", made);
  const clock = find(".stage__clock", made);
  const track = find(".stage__track", made);
  /** @type {HTMLAnchorElement} */
  const leave = find("a", made);
  const [full, agree, before, after] = /** @type {HTMLButtonElement[]} */ (all("button", made));

  /** @type {{ title: string, parts: MeetingPart[], pages: Map<string, Document> }} */
  let meeting = { title: "", parts: [], pages: new Map() };
  let at = 0;
  const last = () => meeting.parts.length + 1;
  /** The part on the screen; none on the first and the last. */
  const part = () => meeting.parts[at - 1];

  /* --- the bar --- */

  full.hidden = !document.fullscreenEnabled;
  const whole = () =>
    (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
      () => (full.hidden = true),
    );
  document.addEventListener("fullscreenchange", () => {
    full.ariaPressed = String(Boolean(document.fullscreenElement));
  });

  const counted = () => {
    const { length } = MeetingKept.read().items;
    agree.textContent = length ? text("agreed", length) : text("agree");
  };
  const tick = () => (clock.textContent = MeetingClock.said(part()?.minutes ?? 0));
  setInterval(tick, 1000);

  /** Write down what is agreed here, over the screen. */
  const write = async () => {
    const panel = await Page.panel();
    const key = part()?.key ?? "";
    const list = Page.make("div");
    const fill = () => {
      const { items } = MeetingKept.read();
      const here = items.filter((item) => item.key === key);
      list.replaceChildren(...(here.length ? [Agreed.list(here, true)] : []));
      counted();
    };
    Agreed.follow(fill);
    fill();
    Agreed.say("");
    panel.open(agree, text("agree"), Agreed.form(key), Agreed.said, list);
    find("input", list.parentElement ?? list).focus();
  };

  /* --- going from one to the next --- */

  const show = () => {
    at = Math.max(0, Math.min(at, last()));
    const now = part();
    const { title, parts, pages } = meeting;
    const ended = at === last();
    const record = now && records.entries.get(now.key);
    if (ended) screen.replaceChildren(...MeetingScreens.last(counted));
    else if (now) screen.replaceChildren(...MeetingScreens.part(now, pages.get(record?.url.split("#")[0] ?? "")));
    else screen.replaceChildren(...MeetingScreens.first(title, parts));
    screen.scrollTop = 0;
    screen.classList.toggle("stage__screen--own", Boolean(now?.own));
    MeetingClock.turn(now ? String(at) : "");
    tick();
    before.disabled = !at;
    after.disabled = ended;
    agree.hidden = ended;
    place.textContent = `${at + 1} / ${last() + 1}`;
    track.style.width = `${(100 * at) / last()}%`;
    counted();
  };
  /** @param {number} next */
  const go = (next) => {
    if (next < 0 || next > last()) return;
    at = next;
    history.replaceState({ ...history.state, at }, "");
    show();
    said.textContent = `${at + 1} van ${last() + 1}: ${find("h2", screen).textContent}`;
  };

  /** What a key does; a clicker sends the pages. @type {Record<string, () => void>} */
  const keys = {
    ArrowRight: () => go(at + 1),
    PageDown: () => go(at + 1),
    ArrowLeft: () => go(at - 1),
    PageUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(last()),
    Escape: () => leave.click(),
  };
  /** Whether a key is meant for what has the focus or is open. @param {Event} event */
  const taken = ({ target }) =>
    Boolean(document.querySelector("dialog[open]")) || (target instanceof Element && target.matches("input, textarea"));
  addEventListener("keydown", (event) => {
    const act = keys[event.key];
    const bent = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
    const idle = !meeting.parts.length && event.key !== "Escape";
    if (!act || bent || idle || taken(event)) return;
    event.preventDefault();
    act();
  });

  /* A swipe: one finger, sideways, and further than it went up or down. */
  /** @type {Touch | null} */
  let finger = null;
  screen.addEventListener(
    "touchstart",
    (event) => (finger = taken(event) || event.touches[1] ? null : event.touches[0]),
    {
      passive: true,
    },
  );
  screen.addEventListener("touchend", ({ changedTouches: [end] }) => {
    const [across, down] = finger ? [end.clientX - finger.clientX, end.clientY - finger.clientY] : [0, 0];
    finger = null;
    if ((visualViewport?.scale ?? 1) > 1.05) return; // who has zoomed in, looks around
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) go(at + (across < 0 ? 1 : -1));
  });

  /* --- what the meeting is about --- */

  /** The selection in the address, or else that of this device. */
  const chosen = () => {
    if (!Send.sent()) return SelectionOwn.read();
    const got = SelectionAddress.decode(location.hash.slice(1), (key) => records.entries.has(key));
    return got ? { ...got, ...renamed(got) } : { title: "", entries: [] };
  };
  /** Nothing to show: why, and the way back. @param {"nothing" | "unloaded"} why */
  const none = (why) => {
    meeting.parts = [];
    const shown = copy(why);
    /** @type {HTMLAnchorElement} */ (find("a", shown)).href = leave.href;
    stage.replaceChildren(shown);
  };
  /** What the screens are made of: who comes back to this tab, finds everything as it was. */
  let shownOf = "";
  const open = async () => {
    const of = JSON.stringify([location.hash, SelectionStore.read(), RunsheetStore.read()]);
    if (shownOf === of) return;
    shownOf = of;
    const { href } = /** @type {HTMLAnchorElement} */ (find(".kept-door"));
    const sent = Send.sent();
    leave.href = href + (sent ? location.hash : "");
    try {
      if (sent) await Page.load("link/link.js");
      await load();
    } catch {
      shownOf = "";
      return none("unloaded");
    }
    const selection = chosen();
    const parts = MeetingParts.order(selection, sent ? RunsheetStore.sanitise(null) : RunsheetStore.read(), today);
    if (!parts.length) return none("nothing");
    /* All of it is fetched before it is shown: in a meeting room the network may be gone. */
    const found = parts.flatMap(({ key }) => records.entries.get(key) ?? []);
    const paths = new Set(found.map(({ url }) => url.split("#")[0]));
    const [pages] = await Promise.all([
      SelectionWhole.fetched([...paths].filter((path) => !meeting.pages.has(path))),
      ...["meeting/asks.js", "selection/share.js", "vendor/qrcode-generator/qrcode.js", "base/panel.js"].map((path) =>
        Page.load(path).catch(() => {}),
      ),
    ]);
    if (shownOf !== of) return; // something else was chosen in the meantime
    for (const [path, page] of meeting.pages) pages.set(path, page);
    if ([...paths].some((path) => !pages.has(path))) shownOf = ""; // asked for again when someone comes back
    meeting = { title: selection.title, parts, pages };
    at = Number(history.state?.at) || 0;
    Agreed.entitle(selection.title);
    stage.replaceChildren(...pieces);
    return show();
  };
  addEventListener("hashchange", open);
  Page.onKept(SelectionStore.NAME, open);
  Page.onKept(MeetingKept.NAME, () => {
    Agreed.refresh();
    counted();
  });
  stage.after(TakeAlong.printed);
  open();
})();
