/* The one line of a page of one's own that says what was done, with the way to put it back. */
const Said = (() => {
  const { make } = Page;

  /** @param {string} name its class @param {boolean} [fades] whether what cannot be put back goes by itself */
  const line = (name, fades) => {
    const status = make("span", { role: "status" });
    const back = make("button", { type: "button", hidden: true });
    const line = make("p", { class: `${name} no-print`, tabindex: -1 }, status, " ", back);
    /** @type {number | undefined} */
    let fading;
    /** @param {string} text @param {(() => unknown) | null} [undo] puts back what was there, or does what its button says */
    const say = (text, undo = null, label = "Zet terug") => {
      clearTimeout(fading);
      status.textContent = text;
      if (text && !undo && fades) fading = setTimeout(say, 10_000, "");
      /* Who was on the button that goes, stays where it was. */
      if (!undo && document.activeElement === back) line.focus();
      back.textContent = label;
      back.hidden = !undo;
      back.onclick = undo;
    };
    return { line, back, say };
  };
  const NEWER = "van een nieuwere versie van de gids. Laad de pagina opnieuw";
  /** Of what a later version of the guide wrote. @param {string} what it is called: "Dit draaiboek is" */
  const newer = (what) => `${what} ${NEWER}. Er is niets veranderd.`;
  /** @param {string} what is kept */
  const refused = (what) =>
    `Deze browser kan dit niet bewaren. ${Page.absolute("") ? "Kopieer de link" : `Druk je ${what} af`}, dan raak je niets kwijt.`;

  return { line, newer, refused };
})();
