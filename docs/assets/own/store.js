/* What a page of one's own keeps on this device, under one name. Another tab may write at any moment: whoever changes something,
   reads it first. What a browser does not keep, stays as long as the page. */

/** One line of text, as a note of a selection is kept otherwise. @param {unknown} text @param {number} most */
const oneLine = (text, most) => SelectionStore.words(text, most).replace(/\n/g, " ");

/**
 * @template {object} T what is kept
 * @param {string} NAME
 * @param {(raw: any) => T} sanitise makes one of anything; of nothing an empty one
 */
const ownStore = (NAME, sanitise) => {
  const VERSION = 1;
  /** @type {T | null} */
  let unkept = null;
  const held = () => {
    try {
      return JSON.parse(`${localStorage.getItem(NAME)}`);
    } catch {
      return null;
    }
  };
  /** Whether a later version of the guide wrote it: then it is not ours to read, nor to write over. */
  const isNewer = () => held()?.v > VERSION;
  const read = () => unkept ?? sanitise(isNewer() ? null : held());
  /** Change it. False when the browser does not keep it. @param {(now: T) => T} act */
  const change = (act) => {
    const now = sanitise(act(read()));
    unkept = now;
    if (isNewer()) return false;
    try {
      if (JSON.stringify(now) === JSON.stringify(sanitise(null))) localStorage.removeItem(NAME);
      else localStorage.setItem(NAME, JSON.stringify({ v: VERSION, ...now }));
      unkept = null;
    } catch {
      /* Full, or closed. */
    }
    return !unkept;
  };
  /** Go on with what is kept. */
  const forget = () => (unkept = null);
  return { NAME, isNewer, read, change, forget };
};
