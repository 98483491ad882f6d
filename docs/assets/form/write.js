/**
 * Writes what a content file holds as people write it: the same form as `make format`, so that a changed word is one changed line.
 * The rules stand in macros/content/canonical.py; a test writes every file of the guide with both.
 */
const Writing = (() => {
  "use strict";

  const WIDTH = 120;
  const SHORT_ITEM = 40;
  const SHORT_FIELD = 60;

  const NUMBER = /^(0|[1-9][0-9]{0,14})$/;
  /** What YAML reads as something else than text. */
  const NO_TEXT = [
    /^(~|null|Null|NULL|true|True|TRUE|false|False|FALSE)$/,
    /^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/,
    /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/,
    /^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/,
  ];
  const MARKS = /^([-?:,[\]{}#&*!|>'"%@\x60]|\.\.\.)|: | #|:$|\t/;
  const SENTENCE = /(?<=[.!?…][”"’')\]]*) (?=[^\s\p{Ll}])/u;

  /**
   * The value with its texts stripped, its fields in order and its empty ones left out.
   * @param {unknown} value @param {WrittenOrder} order @returns {Written}
   */
  const cleaned = (value, order) => {
    if (value === null || value === undefined) return "";
    if (Array.isArray(value)) return value.map((item) => cleaned(item, order));
    if (typeof value !== "object") return String(value).trim();
    /** @type {{ [name: string]: Written }} */
    const fields = {};
    const held = /** @type {{ [name: string]: unknown }} */ (value);
    for (const name of new Set([...order(held), ...Object.keys(held)])) {
      const field = cleaned(held[name], order);
      if (field !== "" && (typeof field === "string" || Object.keys(field).length > 0)) fields[name] = field;
    }
    return fields;
  };

  /** How many signs a reader counts in a text. @param {string} text */
  const length = (text) => [...text].length;

  /** A text on one line, with quotation marks where it needs them. @param {string} text @param {boolean} inside whether in brackets */
  const scalar = (text, inside) => {
    const odd = text === "" || MARKS.test(text) || (inside && /[,[\]{}]/.test(text));
    if (!odd && (NUMBER.test(text) || !NO_TEXT.some((other) => other.test(text)))) return text;
    return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  };

  /** The value on one line; nothing when it does not belong there. @param {Written} value @param {boolean} [inside] @returns {string | undefined} */
  const flat = (value, inside = false) => {
    if (typeof value === "string") return value.includes("\n") ? undefined : scalar(value, inside);
    const list = Array.isArray(value);
    const held = list ? value : Object.values(value);
    const longest = list ? SHORT_ITEM : SHORT_FIELD;
    if (held.some((one) => (typeof one === "string" ? length(one) > longest || one.includes("\n") : list)))
      return undefined;
    const parts = held.map((one) => flat(one, true));
    if (parts.includes(undefined)) return undefined;
    if (list) return `[${parts.join(", ")}]`;
    const named = Object.keys(value).map((name, at) => `${scalar(name, true)}: ${parts[at]}`);
    return `{${named.join(", ")}}`;
  };

  /** The lines of a text that takes several. @param {string} sign @param {string[]} lines @param {string} indent */
  const several = (sign, lines, indent) => [sign, ...lines.map((line) => (line.trim() ? indent + line.trimEnd() : ""))];

  /**
   * What stands behind a name or a dash: the first line, and those under it.
   * @param {Written} value @param {string} before what the line begins with @param {string} indent of the lines under it @param {boolean} item whether behind a dash
   * @returns {string[]}
   */
  const behind = (value, before, indent, item) => {
    const line = flat(value);
    if (typeof value === "string") {
      if (line === undefined) return several("|", value.split("\n"), indent);
      const sentences = length(before + line) > WIDTH && !value.includes("  ") ? value.split(SENTENCE) : [];
      return sentences.length > 1 ? several(">", sentences, indent) : [line];
    }
    if (line !== undefined && length(before + line) <= WIDTH) return [line];
    const under = Array.isArray(value) ? listed(value, indent) : fields(value, indent);
    return item ? [under[0].trimStart(), ...under.slice(1)] : ["", ...under];
  };

  /** @param {Written[]} items @param {string} indent @returns {string[]} */
  const listed = (items, indent) =>
    items.flatMap((item) => {
      const [first, ...rest] = behind(item, `${indent}- `, `${indent}  `, true);
      return [`${indent}- ${first}`, ...rest];
    });

  /** @param {{ [name: string]: Written }} held @param {string} indent @returns {string[]} */
  const fields = (held, indent) =>
    Object.entries(held).flatMap(([name, value]) => {
      const start = `${indent}${scalar(name, false)}:`;
      const [first, ...rest] = behind(value, `${start} `, `${indent}  `, false);
      return [first ? `${start} ${first}` : start, ...rest];
    });

  /** The whole text of a file. @param {{ [name: string]: unknown }} values @param {WrittenOrder} [order] */
  const file = (values, order = () => []) => {
    const held = /** @type {{ [name: string]: Written }} */ (cleaned(values, order));
    return `${fields(held, "").join("\n")}\n`;
  };

  return { file };
})();
