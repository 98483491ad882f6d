/* Search on a handful of make-believe records. How well it finds in the real guide: tests/built/test_search.py. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { ours } = require("./scripts.js");
const { Finder, RECORDS, data, others } = require("./records.js");

const finder = new Finder(data(RECORDS));
const titles = (query, keep, among = finder) => ours(among.search(query, keep).hits.map((hit) => hit.record.title));

test("a record says what it is, where it stands and for whom", () => {
  const { kind, label, address, page, levels, audience } = finder.records[0];
  assert.deepEqual(
    [kind, label, address, page, ours(levels), ours(audience)],
    ["tip", "Tip", "pagina-0/#tip-lamp", "Hang een lamp op", ["kleuter"], []],
  );
});

test("a record knows its permanent address, by its anchor or by its id; a document without one has none", () => {
  const { records } = finder;
  assert.deepEqual(
    [records[0], records[2], records[3]].map(({ key }) => key),
    ["t/lamp", "m/lantaarngesprek", ""],
  );
});

test("an id is not sent where the address of its page ends in it", () => {
  const shelf = data([RECORDS[0], ["werkvorm", "Soep", "Samen.", ""]]);
  shelf.pages[0] = shelf.pages[0].replace("pagina 1/", "werkvormen/soep/");
  assert.equal(new Finder(shelf).records[1].key, "m/soep");
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

test("two words are also looked for as one, but not a small word and the next: bij lezen is no bijles", () => {
  const rows = ["Bijles", "Samen lezen", "Soepboek"].map((title) => ["tip", title, "Weer.", ""]);
  const among = new Finder(data([...rows, ...others(9)]));
  assert.equal(titles("soep boek", undefined, among)[0], "Soepboek");
  assert.deepEqual(titles("ouders bij lezen", undefined, among), ["Samen lezen"]);
});

test("while one types, a word counts as far as it goes", () => {
  assert.equal(titles("lant")[0], "Lantaarngesprek");
});

test("a slip of the finger is forgiven, and said", () => {
  const { hits, meant } = finder.search("lantaarngesprrek");
  assert.equal(hits[0].record.title, "Lantaarngesprek");
  assert.equal(finder.search("lantarengesperk").meant, "lantaarngesprek");
  assert.equal(meant, "lantaarngesprek");
  const care = new Finder(data([["tip", "Behandeling", "Het kamp.", ""]]));
  assert.deepEqual(
    ["behandelign", "mishandeling", "lamp"].map((query) => care.search(query).meant),
    ["behandeling", "", ""],
    "another word is no slip",
  );
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
  for (const query of ["'", "…", "__proto__", "constructor toString", "(.*)+$", "[a-z]{2,", "\\", "soep ".repeat(200)])
    assert.ok(Array.isArray(ours(finder.search(query).hits)), query);
});

test("a query in other letters finds what is written so, one of signs alone nothing; never everything", () => {
  for (const query of ["مرحبا", "добро", "日本", "😀", "👩\u200d👧", "???", "%", "*", "—", "\u200b", "\ud83d"])
    assert.deepEqual(titles(query), [], query);
  const welcome = new Finder(data([...RECORDS, ["tip", "Zeg مرحبا", "Добро пожаловать is welkom.", ""]]));
  for (const query of ["مَرْحَبًا", "добро", "ДОБРО"]) assert.deepEqual(titles(query, undefined, welcome), ["Zeg مرحبا"]);
});

test("the spelling of a query makes no difference", () => {
  for (const query of [
    "SOEP",
    "soep,",
    "„soep”",
    "so\u00adep",
    "soep\u200b",
    "\u00a0soep",
    "sóép",
    "ｓｏｅｐ",
    "soep’s",
  ])
    assert.deepEqual(titles(query), titles("soep"), query);
});

/** How often a search looks something up or compares it with a word of the guide: its work, whatever the machine. */
const work = (among, query) => {
  const { index } = among;
  const { lexicon, postings } = index;
  let looked = 0;
  const counted = (map) => ({
    has: (key) => (looked++, map.has(key)),
    get: (key) => (looked++, map.get(key)),
  });
  const counting =
    (name) =>
    (...asked) => {
      const found = Object.getPrototypeOf(index)[name].apply(index, asked);
      looked += found.length;
      return found;
    };
  const counts = { near: counting("near"), long: counting("long") };
  Object.assign(index, { lexicon: counted(lexicon), postings: counted(postings), ...counts });
  try {
    among.search(query);
  } finally {
    Object.assign(index, { lexicon, postings });
    delete index.near;
    delete index.long;
  }
  return looked;
};

/** A guide in which the parts of long words are known: there a compound falls apart in the most ways. */
const compounds = new Finder(
  data([["tip", "ouder avond soep kade boot vuur toren", "aaa aaaa aaaaa aaaaaa aaaaaaa", ""]]),
);

/* At most sixteen words, each with what one of forty letters can cost. */
test("a long word, a pasted page, a word again and again: the work has a limit", () => {
  const LONG = [
    "1234567890".repeat(200),
    "a".repeat(10_000),
    "ouderavondsoepkadebootvuurtoren".repeat(300),
    "soepkade".repeat(5),
    Array.from({ length: 500 }, (_, at) => `lantaarngesprokken${at}`).join(" "),
    Array.from({ length: 500 }, (_, at) => "oudersoepkadeavond".repeat(2) + (at % 2 ? "x" : "y") + (at + 10)).join(" "),
    "soep ".repeat(2000),
    "(a+)+$ ".repeat(1500),
    "é\u0301".repeat(5000),
    "\ufdfa".repeat(5000),
  ];
  for (const query of LONG)
    for (const among of [finder, compounds])
      assert.ok(work(among, query) <= 16 * 1250, `${query.slice(0, 30)}: ${work(among, query)}`);
  assert.ok(work(compounds, "a".repeat(41)) < 50, "a word of more than forty letters is not taken apart");
  assert.ok(work(compounds, "a".repeat(40)) > 500, "and one of forty is");
});

test("what lies near a word that nobody knows is looked up once: also while one types on", () => {
  const fresh = new Finder(data(RECORDS));
  assert.ok(work(fresh, "lantaarngesprokken soep") > 0);
  const first = fresh.meaning.near("lantaarngesprokken");
  fresh.search("lantaarngesprokken soep kade");
  assert.equal(fresh.meaning.near("lantaarngesprokken"), first);
  for (let at = 0; at < 1000; at++) fresh.meaning.near(`lantaarn${at}`);
  assert.ok(fresh.meaning.nearby.size < 100, "and what is remembered has a limit");
});

test("of a long query the beginning is looked for, and that is said; words said twice count once", () => {
  const many = Array.from({ length: 17 }, (_, at) => `woord${at}`).join(" ");
  assert.equal(finder.search(many).cut, true);
  assert.equal(finder.search(`soep ${many}`).hits[0].record.title, "Soep op de kade");
  for (const whole of [
    "",
    "soep",
    "soep ".repeat(150),
    "hoe kan ik met de ouders van het kind een soep maken op de kade bij de boot",
  ])
    assert.equal(finder.search(whole).cut, false, whole);
  assert.equal(finder.search("soep ".repeat(2000)).hits[0].record.title, "Soep op de kade");
  assert.equal(finder.search("a".repeat(10_000)).cut, true);
});

test("a word that was looked for is marked, also in another form or as a part", () => {
  const { terms } = finder.search("gesprek");
  assert.deepEqual(
    ["gesprekken", "Lantaarngesprek", "donker", "een"].map((word) => finder.marks(word, terms)),
    [true, true, false, false],
  );
});

test("a word that any question holds is marked only when there is no other", () => {
  const marked = (query) => finder.marks("ouders", finder.search(query).terms);
  assert.deepEqual(["ouders", "ouders en soep"].map(marked), [true, false]);
});

test("an empty guide can be searched", () => {
  assert.deepEqual(titles("soep", undefined, new Finder(data([]))), []);
});
