/* The running order of a meeting, as this device keeps it: what comes when, for how long, and who leads it.
   Another tab may write too, so whoever changes something reads it first. */
const RunsheetStore = (() => {
  const NAME = "draaiboek";
  const VERSION = 1;
  const MOST = { parts: 80, minutes: 600, people: 500, title: 120, who: 60, own: 120, note: 600, bring: 600 };

  /** A text as a note of a selection is kept: not too long, without signs that no one sees. @param {unknown} text @param {number} most */
  const text = (text, most) =>
    SelectionStore.sanitise({ entries: [{ key: "t/a", note: text }] })
      .entries[0].note.slice(0, most)
      .replace(/\p{Cs}/gu, "");
  /** @param {unknown} words @param {number} most */
  const line = (words, most) => text(words, most).replace(/\n/g, " ");
  /** A number that one can mean; 0 is none. @param {any} number @param {number} most */
  const whole = (number, most) => (Number.isInteger(number) && number > 0 && number <= most ? number : 0);

  /** @param {any} raw @returns {RunsheetPart | null} */
  const part = (raw) => {
    const minutes = whole(raw?.minutes, MOST.minutes);
    if (raw?.break === true) return { break: true, minutes };
    const who = line(raw?.who, MOST.who);
    const note = typeof raw?.note === "string" ? { note: text(raw.note, MOST.note) } : {};
    if (SelectionStore.isKey(raw?.key)) return { key: raw.key, minutes, who, ...note };
    return typeof raw?.own === "string" ? { own: line(raw.own, MOST.own), minutes, who, ...note } : null;
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
    const without = Array.isArray(raw?.without) ? raw.without.filter(SelectionStore.isKey) : [];
    return {
      title: line(raw?.title, MOST.title),
      start: /^([01]\d|2[0-3]):[0-5]\d$/.test(raw?.start) ? raw.start : "",
      people: whole(raw?.people, MOST.people),
      parts: once.slice(0, MOST.parts),
      bring: text(raw?.bring, MOST.bring),
      without: [...new Set(without)].slice(0, SelectionStore.MOST.entries),
    };
  };

  /** What is kept, as it was written; null when that is nothing. */
  const held = () => {
    try {
      return JSON.parse(localStorage.getItem(NAME) ?? "null");
    } catch {
      return null;
    }
  };
  /** Whether a later version of the guide wrote it: then it is not ours to read, nor to write over. */
  const isNewer = () => held()?.v > VERSION;
  const read = () => sanitise(isNewer() ? null : held());

  /** Keep a running order. False when the browser keeps nothing. @param {Runsheet} runsheet */
  const write = (runsheet) => {
    if (isNewer()) return false;
    const sound = sanitise(runsheet);
    const holds = Object.values(sound).some((one) => (Array.isArray(one) ? one.length : one));
    try {
      if (holds) localStorage.setItem(NAME, JSON.stringify({ v: VERSION, ...sound }));
      else localStorage.removeItem(NAME);
    } catch {
      return false;
    }
    return true;
  };

  return { NAME, MOST, sanitise, isNewer, read, write };
})();
