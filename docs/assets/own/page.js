/* A page of one's own that is drawn anew at each change: what was done is said and can be put back, and whoever types or tabs
   stays where they were. */
/**
 * @template T what is kept
 * @param {HTMLElement} view where it is shown
 * @param {string} what it is called
 * @param {(undo: (now: T) => T) => boolean} change
 * @param {() => void} show
 */
const ownPage = (view, what, change, show) => {
  const { make } = Page;
  const { row, group } = Controls;
  const { line, back, say: tell } = Said.line("selection__said", true);
  view.before(line);
  const refused = () => Said.refused(what);
  /** Where the focus goes: the first of these that is there. @param {string[]} selectors */
  const focus = (...selectors) => {
    const found = selectors.map((one) => view.querySelector(one)).find(Boolean);
    if (found instanceof HTMLElement) found.focus();
  };
  /** @param {string} text @param {((now: T) => T) | null} [undo] what puts it back when asked */
  const say = (text, undo) =>
    tell(
      text,
      undo &&
        (() => {
          const kept = change(undo);
          show();
          say(kept ? "Het staat er weer." : refused());
          focus("input, a");
        }),
    );
  /** How to send it, with what others may not be meant to read only when asked. @param {Sent} sent */
  const send = ({ title, address, hint }) => {
    const all = make("input", { type: "checkbox" });
    all.onchange = Ways.stale;
    const { buttons, shown } = Ways.made(say, title, () => address(all.checked));
    const none =
      "Deze gids staat op een schijf en heeft geen adres op het internet. Een link delen kan dus niet; afdrukken wel.";
    const inside = buttons.length
      ? [row(...buttons), make("label", { class: "selection__hint" }, all, make("span", {}, hint)), shown]
      : [make("p", { class: "selection__hint" }, none)];
    return group("Delen", ...inside);
  };
  /** @param {Element | null} one @returns {one is HTMLInputElement | HTMLTextAreaElement} */
  const typed = (one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement;
  /** Draw anew; where someone writes, the text and the cursor stay. @param {() => Promise<void>} draw */
  const follow = async (draw) => {
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

  return { line, back, say, focus, refused, send, follow };
};
