/* What every entry of the guide is called and where it stands, also under an id of before. Fetched once there is one to name. */
const SelectionEntries = (() => {
  /** @type {Records} */
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
  /** @param {string} key */
  const titled = (key) => records.entries.get(key)?.title || `Onbekend stuk (${key})`;
  /** A name that leads to its entry, if there is one. @param {string} key */
  const linked = (key, name = titled(key), attributes = {}) => {
    const record = records.entries.get(key);
    return record ? Page.make("a", { href: new URL(record.url, Page.root), ...attributes }, name) : name;
  };

  return { records, load, today, renamed, titled, linked };
})();
