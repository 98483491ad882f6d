/* The reader's own selection as /selectie/ works with it, under the names of today; and what every entry is called.
   Another tab may change it at any moment: whatever changes here, changes what is kept by then. */
const SelectionOwn = (() => {
  /** What an id, also one of before, is called and where it stands now. @type {Records} */
  const records = { kinds: {}, entries: new Map() };
  const load = async () => {
    if (records.entries.size) return;
    await Page.load("selection/data.js");
    const { kinds, entries } = SelectionData;
    records.kinds = kinds;
    for (const one of entries)
      for (const alias of one.aliases) records.entries.set(`${one.permalink.split("/")[0]}/${alias}`, one);
    for (const one of entries) records.entries.set(one.permalink.replace(/\/$/, ""), one);
  };
  /** The key under which an entry goes on today. @param {string} key */
  const today = (key) => records.entries.get(key)?.permalink.replace(/\/$/, "") || key;
  /** An entry that was renamed or merged goes on under its name of today, once. @param {SelectionContent} selection */
  const renamed = ({ title, entries }) => {
    /** @type {Map<string, SelectionEntry>} */
    const found = new Map();
    for (const { key, note } of entries) {
      const now = today(key);
      found.set(now, { key: now, note: found.get(now)?.note || note });
    }
    return { title, entries: [...found.values()] };
  };
  /** @param {SelectionEntry} entry */
  const titled = ({ key }) => records.entries.get(key)?.title || `Onbekend stuk (${key})`;

  /** What the browser did not keep; it stays as long as this page. @type {SelectionContent | null} */
  let unkept = null;
  /** What the page shows of it. */
  let shown = "";
  const read = () => renamed(unkept ?? SelectionStore.read());
  const seen = () => (shown = JSON.stringify(read()));
  /** Whether it is other than what the page shows. */
  const changed = () => JSON.stringify(read()) !== shown;

  /** Change it. False when the browser does not keep it. @param {SelectionChange} act */
  const change = (act) => {
    const other = changed();
    const now = SelectionStore.sanitise(act(read()));
    unkept = SelectionStore.write(now) ? null : now;
    if (!other) seen();
    return !unkept;
  };
  /** Go on with what is kept. */
  const forget = () => (unkept = null);
  /**
   * Puts back what was there, with what another tab added since.
   * @param {SelectionContent} before
   * @param {SelectionContent} after
   * @returns {SelectionChange}
   */
  const undone = (before, after) => (now) => {
    const known = new Set([...before.entries, ...after.entries].map(({ key }) => key));
    const added = now.entries.filter(({ key }) => !known.has(key));
    const noted = new Map(after.entries.map(({ key, note }) => [key, note]));
    /* A note that was written since, stays. */
    const back = before.entries.map(
      (one) => now.entries.find(({ key, note }) => key === one.key && note !== (noted.get(key) ?? one.note)) ?? one,
    );
    return { title: now.title === after.title ? before.title : now.title, entries: [...back, ...added] };
  };

  return { records, load, today, renamed, titled, read, seen, changed, change, forget, undone };
})();
