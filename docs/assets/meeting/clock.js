/* How long each part of a meeting takes: it counts up, says nothing, and waits while another part is shown. */
const MeetingClock = (() => {
  /** Seconds spent, by part. @type {Map<string, number>} */
  const spent = new Map();
  let part = "";
  let since = 0;

  const now = () => Math.floor(performance.now() / 1000);
  const seconds = () => (spent.get(part) ?? 0) + now() - since;
  /** @param {number} number */
  const padded = (number) => String(number).padStart(2, "0");
  /** Minutes and seconds, with hours where there are any. @param {number} all */
  const written = (all) => {
    const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60)];
    return `${hours ? `${hours}:${padded(minutes % 60)}` : minutes}:${padded(all % 60)}`;
  };

  return {
    /** Go on counting for this part; "" for none. @param {string} next */
    turn(next) {
      if (next === part) return;
      if (part) spent.set(part, seconds());
      part = next;
      since = now();
    },
    /** What it says, beside the minutes that were planned. @param {number} minutes */
    said: (minutes) => (part ? written(seconds()) + (minutes ? ` van ${minutes} min` : "") : ""),
    written,
  };
})();
