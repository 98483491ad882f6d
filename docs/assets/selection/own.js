/* The reader's own selection as /selectie/ works with it, under the names of today.
   Another tab may change it at any moment: whatever changes here, changes what is kept by then. */
const SelectionOwn = (() => {
  const { renamed } = SelectionEntries;
  /** What the browser did not keep; it stays as long as this page. @type {SelectionContent | null} */
  let unkept = null;
  const read = () => renamed(unkept ?? SelectionStore.read());
  /** Change it. False when the browser does not keep it. @param {SelectionChange} act */
  const change = (act) => {
    const now = SelectionStore.sanitise(act(read()));
    unkept = SelectionStore.write(now) ? null : now;
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

  return { read, change, forget, undone };
})();
