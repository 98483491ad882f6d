/* The one line of a page of one's own that says what was done, with the way to put it back. */
/** @param {string} name its class */
const saidLine = (name) => {
  const { make } = Page;
  const status = make("span", { role: "status" });
  const back = make("button", { type: "button", hidden: true });
  const line = make("p", { class: `${name} no-print`, tabindex: -1 }, status, " ", back);
  /** @param {string} text @param {(() => unknown) | null} [undo] puts back what was there, or does what its button says */
  const say = (text, undo = null, label = "Zet terug") => {
    status.textContent = text;
    /* Who was on the button that goes, stays where it was. */
    if (!undo && document.activeElement === back) line.focus();
    back.textContent = label;
    back.hidden = !undo;
    back.onclick = undo;
  };
  return { line, back, say };
};
