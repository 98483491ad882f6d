/* Search on a handful of make-believe records. How well it finds in the real guide: tests/built/test_search.py. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours } = require("./scripts.js");

const Finder = load("Finder", ["base/page.js", "search/analysis.js", "search/index.js", "search/finder.js"]);

const KINDS = ["tip", "werkvorm", "bron"];
const RECORDS = [
  ["tip", "Hang een lamp op", "Wie laat thuiskomt, ziet waar de deur is.", "vuurtoren"],
  ["tip", "Soep op de kade", "Nodig ouders uit voor soep. Ouders brengen brood mee.", ""],
  ["werkvorm", "Lantaarngesprek", "Een gesprek met ouders, bij een lantaarn.", ""],
  ["bron", "Het soepboek", "Wat ouders over soep en brood zeggen.", ""],
  ["tip", "Taalbende op het strand", "Kinderen vertellen in elke taal.", ""],
];

/** What the build hands to the browser, column by column, of rows that can be read. */
const data = (rows, { synonyms = [], everyday = [] } = {}) => ({
  kinds: KINDS.map((kind) => [kind, kind[0].toUpperCase() + kind.slice(1)]),
  levels: [["kleuter", "kleuteronderwijs"]],
  audience: [["coach", "coaches"]],
  pages: rows.map(([, title], at) => [`pagina-${at}/`, title]),
  records: [
    rows.map(([kind]) => KINDS.indexOf(kind)),
    rows.map((_, at) => at),
    rows.map(() => ""),
    rows.map(() => ""),
    rows.map(([, , text]) => text),
    rows.map(([, , , words]) => words),
    rows.map(() => ""),
    rows.map((_, at) => (at === 0 ? 1 : 0)),
    rows.map(() => 0),
  ],
  synonyms,
  everyday,
});

const finder = new Finder(data(RECORDS));
const titles = (query, keep, among = finder) => among.search(query, keep).hits.map((hit) => hit.record.title);

test("a record says what it is, where it stands and for whom", () => {
  const { kind, label, address, page, levels, audience } = finder.records[0];
  assert.deepEqual(
    [kind, label, address, page, ours(levels), ours(audience)],
    ["tip", "Tip", "pagina-0/", "Hang een lamp op", ["kleuter"], []],
  );
});

test("a title says more than a text, and something to do comes before where it comes from", () => {
  assert.deepEqual(titles("soep"), ["Soep op de kade", "Het soepboek"]);
});

test("inflected words, parts of compounds and search words are found", () => {
  assert.equal(titles("lampen")[0], "Hang een lamp op");
  assert.equal(titles("gesprekken")[0], "Lantaarngesprek");
  assert.equal(titles("vuurtorens")[0], "Hang een lamp op");
});

test("half a compound is found though it never stands alone", () => {
  assert.equal(titles("bende")[0], "Taalbende op het strand");
});

test("while one types, a word counts as far as it goes", () => {
  assert.equal(titles("lant")[0], "Lantaarngesprek");
});

test("a slip of the finger is forgiven, and said", () => {
  const { hits, meant } = finder.search("lantaarngesprrek");
  assert.equal(hits[0].record.title, "Lantaarngesprek");
  assert.equal(finder.search("lantarengesperk").meant, "lantaarngesprek");
  assert.equal(meant, "lantaarngesprek");
  assert.equal(finder.search("soep").meant, "", "what is known needs no other spelling");
});

test("a question is answered by the words in it that tell something", () => {
  assert.equal(titles("hoe kan ik soep maken voor de ouders?")[0], "Soep op de kade");
});

test("synonyms lead both ways, everyday words one way", () => {
  const taught = new Finder(data(RECORDS, { synonyms: [["bouillon", "soep"]], everyday: [[["pikdonker"], ["lamp"]]] }));
  assert.equal(titles("bouillon", undefined, taught)[0], "Soep op de kade");
  assert.equal(titles("pikdonker", undefined, taught)[0], "Hang een lamp op");
  assert.deepEqual(titles("lamp", undefined, taught), titles("lamp"));
});

test("without a query, all that is wanted is there, in editorial order", () => {
  assert.deepEqual(
    titles("", (record) => record.kind === "tip"),
    ["Hang een lamp op", "Soep op de kade", "Taalbende op het strand"],
  );
});

test("what is not wanted is not found, and what is not there neither", () => {
  assert.deepEqual(
    titles("soep", (record) => record.kind === "bron"),
    ["Het soepboek"],
  );
  assert.deepEqual(titles("quantumfysica"), []);
});

test("strange queries do no harm", () => {
  for (const query of ["'", "…", "__proto__", "constructor toString", "a".repeat(5000), "soep ".repeat(200)])
    assert.ok(Array.isArray(ours(finder.search(query).hits)), query.slice(0, 20));
});

test("a word that was looked for is marked, also in another form or as a part", () => {
  const { terms } = finder.search("gesprek");
  assert.deepEqual(
    ["gesprekken", "Lantaarngesprek", "donker", "een"].map((word) => finder.marks(word, terms)),
    [true, true, false, false],
  );
});

test("an empty guide can be searched", () => {
  assert.deepEqual(titles("soep", undefined, new Finder(data([]))), []);
});
