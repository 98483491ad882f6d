/* What comes first, and what is shown with it: on make-believe records. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { ours } = require("./scripts.js");
const { Finder, RECORDS, data, others } = require("./records.js");

const titles = (query, keep, among) => ours(among.search(query, keep).hits.map((hit) => hit.record.title));

test("what good answers name is found with them, and says which; who has many neighbours gets less", () => {
  const tied = new Finder(data(RECORDS, { links: [[], [3], [], [1], []] }));
  const [first, second, third] = tied.search("brood").hits;
  assert.deepEqual([first.record.title, second.record.title], ["Soep op de kade", "Het soepboek"]);
  assert.deepEqual([third.record.title, third.via.title], ["Taalbende op het strand", "Soep op de kade"]);
  assert.equal(second.via, undefined, "what says the word itself needs no one");
  const crowded = [...RECORDS, ...others(9).map((row) => [...row.slice(0, 3), "kreeft"])];
  const links = [[], [3], [], [1], [1, 1, 1, 1, 1, 1, 1, 1, 1], ...others(9).map(() => [])];
  const few = new Finder(data(crowded, { links })).search("brood").hits[2];
  assert.ok(few.score < third.score);
  assert.deepEqual(
    titles("brood", ({ title }) => !title.includes("oep"), tied),
    ["Taalbende op het strand"],
  );
});

test("small words mean something together, in any order and in any form, and what is denied counts less", () => {
  const rows = [
    ["tip", "Lezen op de kade", "Samen lezen.", ""],
    ["tip", "Laaggeletterd", "Teken en vertel.", ""],
    ["tip", "De boot is weg", "Wie na het vertrek komt.", "laatkomer"],
  ];
  const everyday = [
    [["kan niet lezen"], ["laaggeletterd"]],
    [["te laat"], ["laatkomer"]],
  ];
  const taught = new Finder(data([...others(9), ...rows], { everyday }));
  for (const query of ["kan niet lezen", "kunnen nooit lezen", "lezen kan hij niet"])
    assert.equal(titles(query, undefined, taught)[0], "Laaggeletterd", query);
  assert.equal(titles("kan lezen", undefined, taught)[0], "Lezen op de kade");
  assert.equal(titles("te laat", undefined, taught)[0], "De boot is weg");
});

test("what is denied may stand a little way from its niet, and not at the other end of a sentence", () => {
  const taught = new Finder(
    data([...others(9), ["tip", "Zwijgen", "Op zee.", "antwoord"]], { everyday: [[["lezen niet"], ["antwoord"]]] }),
  );
  for (const query of ["ze lezen niet", "ze lezen de brieven van school niet", "niet dat ze brieven lezen"])
    assert.equal(titles(query, undefined, taught)[0], "Zwijgen", query);
  assert.deepEqual(titles("lezen op een boot met kreeft bij zonsopgang niet", undefined, taught), []);
});

test("a verb is found by its past, and by its two halves apart", () => {
  const rows = [...others(9), ["tip", "Afhalen", "Aan de kade.", ""], ["tip", "Straffen", "Op zee.", ""]];
  const verbs = new Finder(data(rows));
  assert.equal(titles("oma haalt de kreeft altijd af", undefined, verbs)[0], "Afhalen");
  assert.equal(titles("gestraft", undefined, verbs)[0], "Straffen");
});

test("two words are one with a gap in it, but not when one is too short to tell", () => {
  const nights = new Finder(
    data([...others(9), ["tip", "Nascholing", "Op zee.", ""], ["tip", "Kaderand", "Hier.", ""]]),
  );
  assert.equal(titles("kade rand", undefined, nights)[0], "Kaderand");
  assert.ok(!titles("boot na school", undefined, nights).includes("Nascholing"));
});

test("several words mean something together, also with a slip in one", () => {
  const taught = new Finder(
    data([...others(9), ["tip", "Zwijgen", "Op zee.", "antwoord"]], { everyday: [[["geen vuurtoren"], ["antwoord"]]] }),
  );
  assert.equal(titles("ze zien geen vuurtroen", undefined, taught)[0], "Zwijgen");
});

test("what is denied is not led to by the word alone", () => {
  const taught = new Finder(
    data([...others(9), ["tip", "Lezen", "Samen.", ""]], { synonyms: [["laaggeletterd", "kan niet lezen"]] }),
  );
  assert.deepEqual(titles("laaggeletterd", undefined, taught), []);
});

test("what an editor wrote down in several words tells, also when each of them is a light one", () => {
  const rows = [
    ["tip", "Anker lichten", "Bij zonsopgang.", ""],
    ["tip", "Kreeft", "In de haven.", ""],
  ];
  const taught = new Finder(data([...others(9), ...rows], { everyday: [[["weten niet"], ["kreeft"]]] }));
  assert.equal(titles("we weten het niet bij zonsopgang", undefined, taught)[0], "Kreeft");
});

test("words that stand together among the search words count for more, also when the query says more", () => {
  const rows = [
    ["tip", "Anker lichten", "In de haven.", "dag thuis, lange wind"],
    ["tip", "Zeil hijsen", "In de haven.", "geen wind, lange dag"],
  ];
  assert.equal(
    titles("lange dag zonder haast", undefined, new Finder(data([...others(9), ...rows])))[0],
    "Zeil hijsen",
  );
});

test("a word that any question holds weighs less beside one that tells something", () => {
  const rows = [
    ...Array.from({ length: 4 }, () => ["tip", "Anker uitgooien", "In de haven.", ""]),
    ["tip", "Praten", "Samen.", ""],
  ];
  const harbour = new Finder(
    data([
      ...others(9),
      ["tip", "Praten", "Weer.", ""],
      ["tip", "Praten", "Weer.", ""],
      ["tip", "Praten", "Weer.", ""],
      ...rows,
    ]),
  );
  assert.equal(titles("praten anker", undefined, harbour)[0], "Anker uitgooien");
});

test("what lies near is shown where little is found, and not below a page of answers", () => {
  const boats = (count) => Array.from({ length: count }, () => ["tip", "Boot", "Op zee.", ""]);
  const links = (count) => [[count], ...Array.from({ length: count }, () => [])];
  const anchor = ["tip", "Anker", "In het zand.", ""];
  const among = (count) =>
    titles("zee", undefined, new Finder(data([...boats(count), anchor], { links: links(count) })));
  assert.deepEqual(among(1), ["Boot", "Anker"]);
  assert.equal(among(8).includes("Anker"), false);
});

test("a rare word that is missing is missed more than a common one", () => {
  const common = Array.from({ length: 6 }, (_, at) => ["tip", `Zee ${at}`, "Met een boot langs de kade.", ""]);
  const harbour = new Finder(data([...others(13), ...common, ["tip", "Zeilen", "Met een anker en een zeil.", ""]]));
  assert.equal(titles("boot kade anker", undefined, harbour)[0], "Zeilen");
});

test("who types a title sees what else there is: words that stand together do not hide the rest", () => {
  const rows = ["Soep delen", "Soep", "Delen"].map((title) => ["tip", title, "Samen.", ""]);
  assert.deepEqual(titles("soep delen", undefined, new Finder(data([...others(20), ...rows]))).sort(), [
    "Delen",
    "Soep",
    "Soep delen",
  ]);
});

test("a stretch of a title counts for more as more of the query stands in it", () => {
  const rows = [
    ["tip", "Ik wil meer soep voor de kade", "Samen.", ""],
    ["tip", "Soep", "Samen.", ""],
  ];
  const kitchen = new Finder(data([...rows, ...others(20)]));
  assert.equal(titles("soep", undefined, kitchen)[0], "Soep");
  assert.equal(titles("papa wil meer soep", undefined, kitchen)[0], "Ik wil meer soep voor de kade");
});

test("to one word all that says it is an answer; to more of them, the tail is cut off", () => {
  const boats = Array.from({ length: 200 }, (_, at) => ["tip", `Boot ${at}`, "Op zee bij de kade.", ""]);
  const harbour = new Finder(data(boats));
  assert.equal(titles("boot", undefined, harbour).length, 200);
  assert.equal(titles("boot kade", undefined, harbour).length, 121);
});

test("in a sentence what nearly any holds hardly counts, and what others name comes before what stands alone", () => {
  const rows = [
    ...others(9),
    ["tip", "Vraag ouders en vertel", "Praat met ouders.", ""],
    ["tip", "Kreeft", "Op zee.", ""],
    ["tip", "Anker", "Op zee.", ""],
  ];
  const first = (links) =>
    titles("hoe vertel ik ouders over een kreeft, een anker en zilver", undefined, new Finder(data(rows, { links })));
  const alone = rows.map(() => []);
  assert.deepEqual(first(alone).slice(0, 2), ["Kreeft", "Anker"]);
  const named = rows.map((_, at) => (at < 3 ? [11 - at] : []));
  assert.equal(first(named)[0], "Anker");
});

test("a title in which nothing stands but what is meant comes before one that says something else too", () => {
  const rows = [
    ["tip", "Anker hijsen", "In de haven.", ""],
    ["tip", "Anker en kreeft", "In de haven.", ""],
  ];
  const synonyms = [["anker", "kreeft"]];
  assert.equal(
    titles("anker", undefined, new Finder(data([...others(9), ...rows], { synonyms })))[0],
    "Anker en kreeft",
  );
});

test("a word in another script leads where any word in another script does, and nowhere by itself", () => {
  const taught = new Finder(data(RECORDS, { everyday: [[["مرحبا"], ["taalbende"]]] }));
  for (const query of ["привіт вчитель", "学校", "η κόρη μου"])
    assert.deepEqual(titles(query, undefined, taught), ["Taalbende op het strand"], query);
  assert.deepEqual(titles("привіт", undefined, new Finder(data(RECORDS))), []);
});
