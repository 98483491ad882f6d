/* What stands on each screen of a meeting: the entries of a selection, in the order and with the minutes of a running
   order when one is kept of them; and of each entry what to do, the example, and the question. */
const MeetingParts = (() => {
  const MOST = { parts: 120, minutes: 600, words: 120, short: 230 };
  /** What a team can talk about at something that has no question of its own, by what it is. @type {Record<string, string>} */
  const GENERAL = {
    tip: "Bij welke ouder kan dit deze week, en wie begint?",
    method: "Wanneer past dit bij ons, en wie bereidt het voor?",
    worksheet: "Met wie vullen we dit blad in, en wanneer?",
    key: "Waar in onze school zie je dit al, en waar nog niet?",
    situation: "Wanneer maakte jij dit mee, en wat deed je toen?",
    case: "Wat deden zij dat bij ons ook kan, en wat moet bij ons anders?",
    partner: "Voor welke vraag kunnen wij hier terecht, en wie belt?",
  };
  const ANYTHING = "Waar herkennen we dit in onze school, en wat doen we er volgende week mee?";

  /** A number of minutes, or 0. @param {unknown} minutes */
  const minutesOf = (minutes) =>
    Number.isInteger(minutes) && Number(minutes) > 0 ? Math.min(Number(minutes), MOST.minutes) : 0;

  /**
   * The parts of a meeting: those of a running order as far as they are chosen, with its breaks and its own points, and
   * after them what it does not name. One that names nothing of the selection is of another meeting.
   * @param {SelectionContent} selection @param {any} plan whatever is kept as a running order
   * @returns {MeetingPart[]}
   */
  const order = ({ entries }, plan, today = (/** @type {string} */ key) => key) => {
    /** @type {any[]} */
    const listed = Array.isArray(plan?.parts) ? plan.parts.slice(0, MOST.parts) : [];
    const raw = listed.map((one) => (typeof one?.key === "string" ? { ...one, key: today(one.key) } : one));
    /* Who has no selection, meets about what the running order holds: a colleague may have sent it. */
    const named = (entries.length ? entries : raw).map((one) => one?.key);
    const keys = new Set(named.filter((key) => typeof key === "string"));
    const planned = raw.some((one) => keys.has(one?.key)) ? raw : [];
    if (planned.length)
      for (const key of Array.isArray(plan.without) ? plan.without.slice(0, MOST.parts) : []) keys.delete(today(key));
    /** @type {MeetingPart[]} */
    const parts = [];
    for (const one of [...planned, ...entries]) {
      const minutes = minutesOf(one?.minutes);
      const own = typeof one?.own === "string" ? one.own.trim().slice(0, MOST.words) : "";
      if (one?.key) {
        if (keys.delete(one.key)) parts.push({ key: one.key, own: "", minutes });
      } else if (one?.break === true) parts.push({ key: "", own: "Pauze", minutes });
      else if (own) parts.push({ key: "", own, minutes });
    }
    return parts;
  };

  /** Whole sentences, until it is enough. @param {string} text */
  const short = (text) => {
    const [first = "", ...others] = text.split(/(?<=[.!?…][”"’)]*)\s+/u);
    let said = first;
    for (const one of others) {
      if (said.length + one.length >= MOST.short) break;
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
  const question = (key, kind) => globalThis.MeetingAsks?.[key] ?? GENERAL[kind] ?? ANYTHING;

  return { order, told, short, question };
})();
