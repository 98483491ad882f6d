/* What is said on a page of the reader's own: what was done, how it is put back, and that the browser did not keep it. */
/**
 * @template T what is kept
 * @param {HTMLElement} view where it is shown
 * @param {string} what it is called
 * @param {(undo: (now: T) => T) => boolean} change
 * @param {() => void} show
 */
const selectionSaid = (view, what, change, show) => {
  const { make } = Page;
  const status = make("span", { role: "status" });
  const back = make("button", { type: "button", hidden: true }, "Zet terug");
  view.before(make("p", { class: "selection__said no-print" }, status, " ", back));

  /** @type {number | undefined} */
  let fading;
  /** @param {string} text @param {((now: T) => T) | null} [undo] what puts it back when asked */
  const say = (text, undo) => {
    clearTimeout(fading);
    status.textContent = text;
    if (text && !undo) fading = setTimeout(say, 10_000, "");
    back.hidden = !undo;
    back.onclick = () => {
      const kept = !undo || change(undo);
      show();
      say(kept ? "Het staat er weer." : refused());
      focus("input, a");
    };
  };
  /** Where the focus goes: the first of these that is there. @param {string[]} selectors */
  const focus = (...selectors) => {
    const found = selectors.map((one) => view.querySelector(one)).find(Boolean);
    if (found instanceof HTMLElement) found.focus();
  };
  const refused = () =>
    `Deze browser kan dit niet bewaren. ${Page.absolute("") ? "Kopieer de link" : `Druk je ${what} af`}, dan raak je niets kwijt.`;

  return { back, say, focus, refused };
};
