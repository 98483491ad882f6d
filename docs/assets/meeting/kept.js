/* The agreements of this device, and the running order that the minutes of a meeting come from. Another tab may write at
   any moment: whoever changes something, reads it first. What a browser does not keep, stays as long as the page. */
const MeetingKept = (() => {
  const NAME = "afspraken";
  const VERSION = 1;

  /** @param {string} name */
  const held = (name) => {
    try {
      return JSON.parse(localStorage.getItem(name) ?? "null");
    } catch {
      return null;
    }
  };
  /** @type {AgreementsContent | null} */
  let unkept = null;
  /** Whether a later version of the guide wrote them: then they are not ours to read, nor to write over. */
  const isNewer = () => held(NAME)?.v > VERSION;
  const read = () => unkept ?? Agreements.sanitise(isNewer() ? null : held(NAME));
  /** Change them. False when the browser does not keep it. @param {(now: AgreementsContent) => AgreementsContent} act */
  const change = (act) => {
    const now = Agreements.sanitise(act(read()));
    try {
      if (isNewer()) throw new Error("a later version of the guide wrote these");
      if (now.items.length || now.title || now.date_back)
        localStorage.setItem(NAME, JSON.stringify({ v: VERSION, ...now }));
      else localStorage.removeItem(NAME);
      unkept = null;
    } catch {
      unkept = now;
    }
    return !unkept;
  };
  return { NAME, isNewer, read, change, plan: () => held("draaiboek") };
})();
