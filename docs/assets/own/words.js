/* Words that the pages of a reader's own say: how many, and which day. */
const Words = (() => {
  /** @param {number} number @param {string} one @param {string} more */
  const counted = (number, one, more) => `${number} ${number === 1 ? one : more}`;
  /** Today as it is kept, and as Swedes write it: 2026-11-27. */
  const today = () => new Date().toLocaleDateString("sv-SE");
  /** A day as one says it: 27 november 2026. @param {string} date as it is kept @param {Intl.DateTimeFormatOptions} [how] */
  const day = (date, how = { dateStyle: "long" }) => new Date(`${date}T12:00`).toLocaleDateString("nl-BE", how);

  return { counted, today, day };
})();
