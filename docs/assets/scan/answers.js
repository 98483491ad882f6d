/* The self-scan as texts and numbers: what is handed over, what a team makes of it, what is strong and what may grow.
   Nothing here knows of a page or a browser: text in, text out. */
const ScanAnswers = (() => {
  const VERSION = "1";
  const MOST = { team: 40, kept: 100, statements: 60, text: 20_000 };
  const ENOUGH = 3; // answers; below it a figure would tell what one person said
  const MODULUS = 46_649; // a prime below 36 to the third: no one sign that is other, and no two that change places, slip through
  const CODE = /(?<![\da-z])(\d{1,3});([\da-f]{5});(\d{1,60});([\da-z]{6});([\da-z]{3})(?![\da-z;])/g;

  const START = /(?<![\da-z])\d{1,3};[\da-f]{5};/g;

  /** The check digits of a text. @param {string} text */
  const digits = (text) => {
    let sum = 0;
    for (const sign of text) sum = (sum * 131 + (sign.codePointAt(0) ?? 0)) % MODULUS;
    return sum.toString(36).padStart(3, "0");
  };

  /** What comes after # in an address that hands answers over. @param {ScanCode} code */
  const encode = ({ edition, answers, mark }) => {
    const text = [VERSION, edition, answers, mark].join(";");
    return `${text};${digits(text)}`;
  };

  /** Whether these can be the answers to what is asked. @param {string} answers @param {ScanAsked} asked */
  const fit = (answers, asked) =>
    answers.length === asked.abouts.length && [...answers].every((one) => +one > 0 && +one <= asked.of);

  /**
   * All the answers in a text that someone pasted or opened; and for each piece that is refused, why, by the name
   * of the sentence that says so.
   * @param {string} text
   * @param {ScanAsked[]} scans what this guide asks
   * @returns {{ found: ScanCode[], refused: string[] }}
   */
  const decode = (text, scans) => {
    if (text.length > MOST.text) return { found: [], refused: ["long"] };
    const plain = text.replace(/%(?:25)*3b/gi, ";").toLowerCase();
    /* Where nothing can be read, a mail program may have broken the line. */
    let codes = [...plain.matchAll(CODE)];
    if (!codes.length) codes = [...plain.replace(/[\s>]+/g, "").matchAll(CODE)];
    /** @type {ScanCode[]} */
    const found = [];
    /** @type {string[]} */
    const refused = [];
    for (const [whole, version, edition, answers, mark, check] of codes) {
      const asked = scans.find((one) => one.edition === edition);
      if (version !== VERSION) refused.push("newer");
      else if (digits(whole.slice(0, -4)) !== check) refused.push("hurt");
      else if (!asked) refused.push("other");
      else if (!fit(answers, asked)) refused.push("hurt");
      else found.push({ edition, answers, mark });
    }
    if (codes.length) {
      if ((plain.match(START) ?? []).length > codes.length) refused.push("hurt");
    } else {
      const version = /(?:^|[#/\s])(\d{1,3});/.exec(plain)?.[1];
      refused.push(version === VERSION ? "hurt" : version ? "newer" : "none");
    }
    return { found, refused };
  };

  /**
   * A team with one more answer, or why not, by name. In the order of their marks: nothing tells who came when. Who set an answer
   * right hands over the same mark: it takes the place of what they said before.
   * @param {ScanCode[]} team all that was gathered, of every edition
   * @param {ScanCode} code
   * @returns {{ team: ScanCode[], refused: string }}
   */
  const gathered = (team, code) => {
    const same = team.filter(({ edition }) => edition === code.edition);
    const known = same.find(({ mark }) => mark === code.mark);
    if (known?.answers === code.answers) return { team, refused: "again" };
    if (known) return { team: team.map((one) => (one === known ? code : one)), refused: "instead" };
    if (same.length >= MOST.team) return { team, refused: "full" };
    return { team: [...team, code].sort((one, other) => (one.mark < other.mark ? -1 : 1)), refused: "" };
  };

  /**
   * What a team says of each statement, in whole numbers until the last: the order of the answers changes nothing.
   * Null as long as too few answered. apart: the spread is a third of the scale, and two answers lie two apart.
   * @param {ScanCode[]} codes
   * @param {ScanAsked} asked
   */
  const figures = (codes, asked) => {
    const many = codes.length;
    if (many < ENOUGH) return null;
    return asked.abouts.map((_, at) => {
      const all = codes.map(({ answers }) => Number(answers[at])).sort();
      const [least, most] = [all[0], all[many - 1]];
      let [sum, squares] = [0, 0];
      for (const one of all) [sum, squares] = [sum + one, squares + one * one];
      const wide = 9 * (many * squares - sum * sum) >= many * many * (asked.of - 1) ** 2;
      return { mean: sum / many, least, most, apart: wide && most - least >= 2 };
    });
  };

  /**
   * Which statements are strongest, and which may grow most: two of each where four have an answer. None is both; where
   * two are alike, the guide's order counts.
   * @param {(number | null)[]} values null where there is no answer
   */
  const ranked = (values) => {
    const places = [...values.keys()].filter((at) => values[at] !== null);
    const many = Math.min(2, Math.floor(places.length / 2));
    /** @param {number} at */
    const value = (at) => values[at] ?? 0;
    const strong = [...places].sort((one, other) => value(other) - value(one)).slice(0, many);
    const rest = places.filter((at) => !strong.includes(at));
    return { strong, grow: rest.sort((one, other) => value(one) - value(other)).slice(0, many) };
  };

  return { MOST, ENOUGH, encode, decode, fit, gathered, figures, ranked };
})();
