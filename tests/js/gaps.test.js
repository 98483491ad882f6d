/* What the guide does not have, it says; and a sentence brings up the situation it tells of. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { ours } = require("./scripts.js");
const { Finder, RECORDS, data, others } = require("./records.js");

const GAPS = [
  [["kwallen", "kwal"], "Over kwallen zegt deze gids niets.", [3], []],
  [["vasten"], "Over vasten zegt deze gids niets.", [], []],
  [["blijven liggen"], "Over blijven liggen zegt deze gids niets.", [], []],
  [["storm"], "Over storm zegt deze gids niets.", [], [0]],
];
const ROWS = [
  ...RECORDS,
  ["tip", "Maak een vast touw", "Aan de kade.", ""],
  ["tip", "Blijven", "Waar de boten liggen.", ""],
  ...others(9),
];
const finder = new Finder(data(ROWS, { gaps: GAPS }));
const titles = (query) => ours(finder.search(query).hits.map(({ record }) => record.title));

test("what is not there is said, with who can help, in whatever words it was asked", () => {
  for (const query of ["kwallen", "Kwal", "hoe vertel ik ouders over kwallen?"]) {
    const { gap, hits } = finder.search(query);
    assert.equal(gap?.line, "Over kwallen zegt deze gids niets.", query);
    assert.deepEqual(
      gap.help.map(({ title }) => title),
      ["Het soepboek"],
    );
    assert.equal(hits.length, 0, query);
  }
  assert.equal(finder.search("kwalen").meant, "kwallen", "also with a slip");
});

test("what does help comes first, though none of its words is in the query", () => {
  assert.equal(titles("storm")[0], "Hang een lamp op");
  assert.deepEqual(titles("storm bij soep").slice(0, 2), ["Hang een lamp op", "Soep op de kade"]);
  assert.deepEqual(finder.search("storm", ({ kind }) => kind === "bron").hits, []);
});

test("a short word is only itself", () => {
  assert.equal(finder.search("vast touw").gap, undefined);
  assert.equal(titles("vaste touwen")[0], "Maak een vast touw");
  assert.ok(finder.search("vasten").gap);
});

test("only what has another word of the query in its title or its search words follows", () => {
  assert.deepEqual(
    titles("soep met kwallen"),
    ["Soep op de kade", "Het soepboek"].slice(0, titles("soep met kwallen").length),
  );
  assert.equal(titles("soep met kwallen")[0], "Soep op de kade");
  assert.deepEqual(titles("kwallen bij een deur"), [], "deur stands only in a text");
  assert.deepEqual(titles("blijft liggen"), [], "its words mean something else in a title");
});

test("a sentence brings up the situation that fits; a few words do not", () => {
  const rows = [["bron", "Het touw", "Aan een boot.", ""], ...others(9)];
  const told = new Finder({
    ...data(rows),
    kinds: [
      ["tip", "Tip"],
      ["werkvorm", "Werkvorm"],
      ["situatie", "Situatie"],
    ],
  });
  const of = (query) => told.recognised(query, told.search(query).hits)?.record.title;
  assert.equal(of("mijn boot hangt los aan touw"), "Het touw");
  assert.equal(of("boot touw"), undefined);
});

test("a sentence that holds more than what is not there, brings what answers the rest of it", () => {
  const sentence = "wat zeg ik over kwallen, een lamp, soep en de taalbende op het strand";
  assert.ok(finder.search(sentence).gap);
  assert.ok(titles(sentence).includes("Taalbende op het strand"));
});
