/* What is said of what is not kept: a later version of the guide wrote it, the browser keeps nothing, or there is no room. */
const Refused = (() => {
  const { text } = Piece;

  /** @param {string} what it is called: "Dit draaiboek is" */
  const newer = (what) => text("newer", what);
  /** @param {string} what it is called: "draaiboek" */
  const unkept = (what) => (Page.absolute("") ? text("unkept-link") : text("unkept-paper", what));
  /** @param {string} room for how many there is @param {number} left how many are too many */
  const full = (room, left) => (left > 1 ? text("full-more", room, left) : left === 1 ? text("full-one", room) : "");

  return { newer, unkept, full };
})();
