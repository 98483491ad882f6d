/* The running order of a meeting, as this device keeps it: what comes when, for how long, and who leads it. */
const RunsheetStore = (() => {
  const { isKey, words } = SelectionStore;
  const MOST = { parts: 80, minutes: 600, people: 500, title: 120, who: 60, own: 120, note: 600, bring: 600 };

  /** A number that one can mean; 0 is none. @param {any} number @param {number} most */
  const whole = (number, most) => (Number.isInteger(number) && number > 0 && number <= most ? number : 0);

  /** @param {any} raw @returns {RunsheetPart | null} */
  const part = (raw) => {
    const minutes = whole(raw?.minutes, MOST.minutes);
    if (raw?.break === true) return { break: true, minutes };
    const who = oneLine(raw?.who, MOST.who);
    const note = typeof raw?.note === "string" ? { note: words(raw.note, MOST.note) } : {};
    if (isKey(raw?.key)) return { key: raw.key, minutes, who, ...note };
    return typeof raw?.own === "string" ? { own: oneLine(raw.own, MOST.own), minutes, who, ...note } : null;
  };

  /**
   * A running order out of anything, from storage or from an address: each entry once, nothing too long.
   * @param {any} raw
   * @returns {Runsheet}
   */
  const sanitise = (raw) => {
    /** @type {any[]} */
    const listed = Array.isArray(raw?.parts) ? raw.parts.slice(0, SelectionStore.MOST.read) : [];
    const read = listed.map(part).flatMap((one) => one ?? []);
    const once = read.filter(({ key }, at) => !key || read.findIndex((one) => one.key === key) === at);
    const without = Array.isArray(raw?.without) ? raw.without.filter(isKey) : [];
    return {
      title: oneLine(raw?.title, MOST.title),
      start: /^([01]\d|2[0-3]):[0-5]\d$/.test(raw?.start) ? raw.start : "",
      people: whole(raw?.people, MOST.people),
      parts: once.slice(0, MOST.parts),
      bring: words(raw?.bring, MOST.bring),
      without: [...new Set(without)].slice(0, SelectionStore.MOST.entries),
    };
  };

  return { MOST, sanitise, ...ownStore("draaiboek", sanitise) };
})();
