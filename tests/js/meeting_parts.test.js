/* In which order a meeting goes, with how many minutes, and how much of a text is shown. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours, piece } = require("./scripts.js");

const FILES = ["base/page.js", "selection/store.js", "own/store.js", "runsheet/store.js", "meeting/parts.js"];
const page = { localStorage: { getItem: () => null } };
const { sanitise, ...Parts } = load("({ ...MeetingParts, sanitise: RunsheetStore.sanitise })", FILES, page);
const SELECTION = { title: "", entries: ["t/a", "t/b", "m/c"].map((key) => ({ key, note: "" })) };
const order = (plan) =>
  ours(Parts.order(SELECTION, sanitise(plan))).map(
    ({ key, own, minutes }) => `${key || own}${minutes ? ` ${minutes}` : ""}`,
  );

test("without a running order it goes as the selection does", () => {
  for (const plan of [
    null,
    7,
    {},
    { parts: "x" },
    { parts: [null, 3, {}] },
    { parts: [{ key: "t/other", minutes: 5 }] },
  ])
    assert.deepEqual(order(plan), ["t/a", "t/b", "m/c"], JSON.stringify(plan));
});

test("a running order gives the order, the minutes, the breaks and the points of one's own", () => {
  const parts = [
    { own: " Welkom ", minutes: 5, who: "An" },
    { key: "m/c", minutes: 20 },
    { break: true, minutes: 15 },
    { key: "t/a", minutes: 0 },
    { key: "t/a", minutes: 9 },
    { key: "t/gone", minutes: 9 },
  ];
  assert.deepEqual(order({ v: 1, parts }), ["Welkom 5", "m/c 20", "Pauze 15", "t/a", "t/b"]);
  assert.deepEqual(order({ v: 1, parts, without: ["t/b"] }), ["Welkom 5", "m/c 20", "Pauze 15", "t/a"]);
});

test("what was renamed since keeps its place and its minutes", () => {
  const today = (key) => (key === "t/old" ? "t/b" : key);
  const plan = { parts: [{ key: "t/old", minutes: 20 }, { key: "t/a" }], without: [] };
  assert.deepEqual(
    ours(Parts.order(SELECTION, sanitise(plan), today)).map(({ key, minutes }) => [key, minutes]),
    [
      ["t/b", 20],
      ["t/a", 0],
      ["m/c", 0],
    ],
  );
});

test("without a selection it goes as the running order does", () => {
  const plan = { parts: [{ own: "Welkom" }, { key: "t/a" }, { key: 7 }, null] };
  assert.deepEqual(
    ours(Parts.order({ title: "", entries: [] }, sanitise(plan))).map(({ key, own }) => key || own),
    ["Welkom", "t/a"],
  );
  assert.deepEqual(ours(Parts.order({ title: "", entries: [] }, sanitise({ parts: [{ own: "Welkom" }] }))), []);
});

test("a number that is no number of minutes counts as none", () => {
  for (const minutes of [-1, 1.5, "10", NaN, null, {}, 1e9])
    assert.equal(order({ parts: [{ key: "t/a", minutes }] })[0], "t/a");
  assert.equal(order({ parts: [{ key: "t/a", minutes: 600 }] })[0], "t/a 600");
});

test("a text is shown in whole sentences", () => {
  const long = "Doe dit eerst. " + "Daarna komt er nog een zin met veel woorden die we zo tellen. ".repeat(9);
  const said = Parts.short(long);
  assert.ok(said.startsWith("Doe dit eerst. Daarna") && said.endsWith("tellen.") && said.length <= 230);
  assert.equal(Parts.short("„Kom je mee?” Ze lacht."), "„Kom je mee?” Ze lacht.");
  assert.equal(Parts.short(""), "");
});

test("what has no question of its own gets a general one", () => {
  const asking = load("MeetingParts", FILES, {
    ...page,
    Piece: piece("meeting/page"),
    MeetingAsks: { "t/a": "Waarom?" },
  });
  assert.equal(asking.question("t/a", "tip"), "Waarom?");
  for (const kind of ["tip", "worksheet", "glossary"])
    assert.match(asking.question("t/b", kind), /\b(wie|waar|welke)\b.*\?$/i);
});
