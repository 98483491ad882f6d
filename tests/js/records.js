/* A handful of make-believe records to search in, and the scripts that do. */
const { load } = require("./scripts.js");

const PARTS = ["analysis", "index", "meaning", "phrase", "finder"];
const FILES = ["base/spelling.js", ...PARTS.map((part) => `search/${part}.js`)];
const Finder = load("Finder", FILES);

const KINDS = ["tip", "werkvorm", "bron"];
const RECORDS = [
  ["tip", "Hang een lamp op", "Wie laat thuiskomt, ziet waar de deur is.", "vuurtoren"],
  ["tip", "Soep op de kade", "Nodig ouders uit voor soep. Ouders brengen brood mee.", ""],
  ["werkvorm", "Lantaarngesprek", "Een gesprek met ouders, bij een lantaarn.", ""],
  ["bron", "Het soepboek", "Wat ouders over soep en brood zeggen.", ""],
  ["tip", "Taalbende op het strand", "Kinderen vertellen in elke taal.", ""],
];

const lines = (some) => some.join("\n");

/** What the build hands to the browser, column by column, of rows that can be read. */
const data = (rows, { synonyms = [], everyday = [], gaps = [], links = rows.map(() => []) } = {}) => ({
  kinds: KINDS.map((kind) => [kind, kind[0].toUpperCase() + kind.slice(1)]),
  letters: { tip: "t", werkvorm: "m" },
  levels: [["kleuter", "kleuteronderwijs"]],
  audience: [["coach", "coaches"]],
  pages: [lines(rows.map((_, at) => `pagina ${at}/`)), lines(rows.map(([, title]) => title))],
  records: [
    rows.map(([kind]) => KINDS.indexOf(kind)),
    rows.map((_, at) => Number(at > 0)),
    lines(rows.map((_, at) => (at === 0 ? "lamp" : ""))),
    lines(rows.map(([, title]) => title)),
    lines(rows.map(([, , text]) => text)),
    lines(rows.map(([, , , words]) => words)),
    lines(rows.map(() => "")),
    rows.map((_, at) => (at === 0 ? 1 : 0)),
    rows.map(() => 0),
    lines(rows.map((_, at) => (at === 2 ? "lantaarngesprek" : ""))),
  ],
  links,
  synonyms: lines(synonyms.map((group) => group.join())),
  everyday: [0, 1].map((at) => lines(everyday.map((one) => one[at].join()))),
  gaps,
});

/** Rows that no query here looks for: among them, a word of another row is rare. */
const others = (count) => Array.from({ length: count }, (_, at) => ["tip", `Ander ${at}`, "Weer iets anders.", ""]);

module.exports = { Finder, RECORDS, data, others };
