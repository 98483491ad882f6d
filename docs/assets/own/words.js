/* Words that the pages of a reader's own say: how many, and which day. */
const Words = (() => {
  /** @param {number} number @param {string} one @param {string} more */
  const counted = (number, one, more) => `${number} ${number === 1 ? one : more}`;
  /** That not all of it had a place. @param {string} room for how many there is @param {number} left how many are too many */
  const full = (room, left) =>
    left > 0 ? ` Er is plaats voor ${room}: de laatste ${left === 1 ? "paste" : `${left} pasten`} er niet bij.` : "";
  /** Today as it is kept, and as Swedes write it: 2026-11-27. */
  const today = () => new Date().toLocaleDateString("sv-SE");
  /** A day as one says it: 27 november 2026. @param {string} date as it is kept @param {Intl.DateTimeFormatOptions} [how] */
  const day = (date, how = { dateStyle: "long" }) => new Date(`${date}T12:00`).toLocaleDateString("nl-BE", how);

  return { counted, full, today, day };
})();
