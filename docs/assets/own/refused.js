/* What is said of what is not kept: a later version of the guide wrote it, the browser keeps nothing, or there is no room. */
const Refused = (() => {
  /** @param {string} what it is called: "Dit draaiboek is" */
  const newer = (what) => `${what} van een nieuwere versie van de gids. Laad de pagina opnieuw. Er is niets veranderd.`;
  /** @param {string} what it is called: "draaiboek" */
  const unkept = (what) =>
    `Deze browser kan dit niet bewaren. ${Page.absolute("") ? "Kopieer de link" : `Druk je ${what} af`}, dan raak je niets kwijt.`;
  /** @param {string} room for how many there is @param {number} left how many are too many */
  const full = (room, left) =>
    left > 0 ? ` Er is plaats voor ${room}: de laatste ${left === 1 ? "paste" : `${left} pasten`} er niet bij.` : "";

  return { newer, unkept, full };
})();
