/* A day in a calendar, as the text of an .ics file (RFC 5545): a whole day has no hour, and so no time zone to go wrong. */
const Calendar = (() => {
  const MOST = 75; // octets on a line
  const LINE = "\r\n";

  /** Text as a value: no sign in it begins something else. @param {string} text */
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n|\r/g, "\\n");

  /** A line of at most so many octets, with the rest on lines that begin with a space; no letter is cut in two. @param {string} line */
  const folded = (line) => {
    const pieces = [""];
    let octets = 0;
    for (const sign of line) {
      const size = new TextEncoder().encode(sign).length;
      if (octets + size > MOST) {
        pieces.push(" ");
        octets = 1;
      }
      pieces.push(pieces.pop() + sign);
      octets += size;
    }
    return pieces.join(LINE);
  };

  /** 2027-01-15 as a calendar writes it, so many days later. @param {string} day @param {number} later */
  const dated = (day, later) => {
    const time = new Date(`${day}T00:00:00Z`);
    time.setUTCDate(time.getUTCDate() + later);
    return time.toISOString().slice(0, 10).replace(/-/g, "");
  };

  /**
   * The file of one whole day.
   * @param {{ day: string, title: string, text: string, url: string, uid: string, now: Date }} event now: when it was made
   */
  const file = ({ day, title, text, url, uid, now }) =>
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Sleutelbos//Afspraken//NL",
      "CALSCALE:GREGORIAN",
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${dated(day, 0)}`,
      `DTEND;VALUE=DATE:${dated(day, 1)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      ...(url ? [`URL:${url}`] : []),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]
      .map(folded)
      .join(LINE);

  return { file };
})();
