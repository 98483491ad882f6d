/* A page of one's own that is drawn anew at each change: what was done is said and can be put back, and whoever types or tabs
   stays where they were. */
/**
 * @template T what is kept
 * @param {HTMLElement} view where it is shown
 * @param {string} what it is called
 * @param {() => unknown} state all that the page shows
 * @param {(act: (now: T) => T) => boolean} write false when the browser does not keep it
 * @param {() => void} show
 */
const ownPage = (view, what, state, write, show) => {
  const { make } = Page;
  const { button } = Controls;
  const { line, back, say: tell } = saidLine("selection__said");
  view.before(line);

  let shown = "";
  const seen = () => (shown = JSON.stringify(state()));
  const isOther = () => JSON.stringify(state()) !== shown;
  /** @param {(now: T) => T} act */
  const change = (act) => {
    const other = isOther();
    const kept = write(act);
    if (!other) seen();
    return kept;
  };
  const refused = () => Refused.unkept(what);
  /** Where the focus goes: the first of these that is there. @param {string[]} selectors */
  const focus = (...selectors) => {
    const found = selectors.map((one) => view.querySelector(one)).find(Boolean);
    if (found instanceof HTMLElement) found.focus();
  };
  /** @type {number | undefined} */
  let fading;
  /** @param {string} text @param {((now: T) => T) | null} [undo] what puts it back when asked */
  const say = (text, undo) => {
    clearTimeout(fading);
    tell(text, undo && (() => done(undo, () => Piece.text("back"))));
    if (text && !undo) fading = setTimeout(tell, 10_000, "");
  };
  /**
   * Change it, draw it anew, and say so.
   * @param {(now: T) => T} act
   * @param {() => string} text
   * @param {(() => (now: T) => T) | null} [undo]
   * @param {string[]} after where the focus goes
   */
  const done = (act, text, undo, ...after) => {
    const kept = change(act);
    show();
    say(kept ? text() : refused(), undo?.());
    focus(...after, "input, a");
  };
  /** Change it, where what stands on the page says it already. @param {(now: T) => T} act */
  const keep = (act) => {
    if (!change(act)) say(refused());
    Ways.stale();
  };

  /**
   * What moves one of a list and takes it away.
   * @param {string} name @param {[sooner: string, later: string]} ways @param {number} at @param {number} last
   * @param {(by: 1 | -1) => OwnChange<T>} moved @param {() => OwnChange<T>} gone
   */
  const tools = (name, [sooner, later], at, last, moved, gone) => {
    /** @param {string} label @param {string} sign @param {() => OwnChange<T>} changed @param {string} way @param {string[]} after */
    const tool = (label, sign, changed, way, ...after) => {
      const act = () => {
        const [act, text, undo] = changed();
        done(act, text, undo, ...after);
      };
      return button(sign, act, { "aria-label": `${label}: ${name}`, "data-way": way });
    };
    /** @param {number} place @param {string} [way] */
    const spot = (place, way) => `li:nth-child(${place + 1}) [data-way${way ? `="${way}"` : ""}]:not(:disabled)`;
    const up = tool(`Zet ${sooner}`, "↑", () => moved(-1), "up", spot(at - 1, "up"), spot(at - 1));
    const down = tool(`Zet ${later}`, "↓", () => moved(1), "down", spot(at + 1, "down"), spot(at + 1));
    const away = tool("Haal weg", "×", gone, "away", spot(Math.min(at, last - 1), "away"));
    up.disabled = !at;
    down.disabled = at === last;
    return make("p", { class: "selection__tools no-print" }, up, down, away);
  };
  /** How to send it, with what others may not be meant to read only when asked. @param {Sent} sent */
  const send = ({ title, address, hint }) => {
    const made = Piece.copy("send");
    /** @type {HTMLInputElement} */
    const all = Page.find("input", made);
    all.onchange = Ways.stale;
    const { buttons, shown } = Ways.made(say, title, () => address(all.checked));
    if (!buttons.length) return Piece.copy("on-disk");
    Page.find("p", made).append(...buttons);
    Page.find("span", made).textContent = hint;
    made.append(shown);
    return made;
  };

  /** @param {Element | null} one @returns {one is HTMLInputElement | HTMLTextAreaElement} */
  const typed = (one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement;
  /** Draw anew when what is kept is other than what stands here; where someone writes, the text and the cursor stay. @param {() => Promise<void>} draw */
  const follow = async (draw) => {
    if (!isOther()) return;
    const writing = document.activeElement;
    await draw();
    const again = writing?.id ? document.getElementById(writing.id) : null;
    if (!again || !view.contains(again)) return;
    again.closest("details")?.setAttribute("open", "");
    again.focus();
    if (!typed(writing) || !typed(again) || writing.selectionStart === null) return;
    again.value = writing.value;
    again.setSelectionRange(writing.selectionStart, writing.selectionEnd);
  };

  return { line, back, seen, change, say, refused, done, keep, focus, tools, send, follow };
};
