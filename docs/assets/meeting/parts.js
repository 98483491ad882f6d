/* What stands on each screen of a meeting: the entries of a selection, in the order and with the minutes of a running
   order when one is kept of them; and of each entry what to do, the example, and the question. */
const MeetingParts = (() => {
  const SHORT = 230; // signs
  /** What has a question for a team in the page, where it has none of its own. */
  const ASKED = ["tip", "method", "worksheet", "key", "situation", "case", "partner"];

  /**
   * The parts of a meeting: those of a running order as far as they are chosen, with its breaks and its own points, and
   * after them what it does not name. One that names nothing of the selection is of another meeting.
   * @param {SelectionContent} selection @param {Runsheet} plan
   * @returns {MeetingPart[]}
   */
  const order = ({ entries }, plan, today = (/** @type {string} */ key) => key) => {
    const listed = plan.parts.map((one) => (one.key ? { ...one, key: today(one.key) } : one));
    /* Who has no selection, meets about what the running order holds: a colleague may have sent it. */
    const keys = new Set((entries.length ? entries : listed).flatMap(({ key }) => key ?? []));
    const planned = listed.some(({ key = "" }) => keys.has(key)) ? listed : [];
    if (planned.length) for (const key of plan.without) keys.delete(today(key));
    /** @type {MeetingPart[]} */
    const parts = [];
    for (const { key = "", own = "Pauze", minutes } of planned)
      if (key ? keys.delete(key) : own.trim()) parts.push({ key, own: key ? "" : own.trim(), minutes });
    return [...parts, ...entries.flatMap(({ key }) => (keys.delete(key) ? [{ key, own: "", minutes: 0 }] : []))];
  };

  /** Whole sentences, until it is enough. @param {string} text */
  const short = (text) => {
    const [first = "", ...others] = text.split(/(?<=[.!?…][”"’)]*)\s+/u);
    let said = first;
    for (const one of others) {
      if (said.length + one.length >= SHORT) break;
      said += ` ${one}`;
    }
    return said;
  };
  /**
   * What a screen says of an entry.
   * @param {SelectionRecord} record @param {Document | undefined} page where it stands, when that could be read
   * @returns {{ what: string, example: string, consent: string, steps: string[] }}
   */
  const told = (record, page) => {
    const { squeezed } = SelectionWhole;
    const text = new DocumentFragment();
    text.append(...SelectionWhole.told(record, page).text);
    const take = (/** @type {string} */ selector) => {
      const [found, ...others] = text.querySelectorAll(selector);
      for (const one of [found, ...others]) one?.remove();
      return squeezed(found);
    };
    const steps = [...text.querySelectorAll(".steps li")].map((step) => short(squeezed(step)));
    const consent = take(".consent");
    const goal = text.querySelector(".at-a-glance li");
    goal?.querySelector("strong")?.remove();
    take(".tip__example--secondary");
    const example = take(".tip__example");
    take(".tip__why");
    const what = record.kind === "tip" ? short(squeezed(text)) : squeezed(goal) || record.summary;
    return { what: what || record.summary, example, consent, steps };
  };

  /** @param {string} key @param {string} kind */
  const question = (key, kind) => globalThis.MeetingAsks?.[key] ?? Piece.text(ASKED.includes(kind) ? kind : "anything");

  return { order, told, short, question };
})();
