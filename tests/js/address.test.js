/* The address of a selection, and what a selection takes in. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours } = require("./scripts.js");

const { MOST, sanitise, encode, decode } = load("SelectionAddress", ["selection/address.js"]);

const MEETING = {
  title: "Teamoverleg 12 maart; 100% samen, (écht) ~ & meer.",
  entries: [
    { key: "t/familiemuur", note: "Wie, wat & waarom?\nMet z'n tweeën = ; 50%" },
    { key: "m/waaromvraag", note: "" },
    { key: "p/foyer", note: "🙂" },
  ],
};

test("an address holds a selection: what goes in comes out", () => {
  assert.deepEqual(ours(decode(encode(MEETING, true))), { ...MEETING, more: 0, newer: false });
});

test("an address can be read, and survives a mail program", () => {
  const fragment = encode({ title: "Overleg", entries: MEETING.entries }, false);
  assert.equal(fragment, "1;t.familiemuur,m.waaromvraag,p.foyer;titel=Overleg");
  assert.match(encode(MEETING, true), /^[\w%;,.=-]+$/, "no sign at which a mail program would end a link");
  assert.doesNotMatch(encode(MEETING, true), /[.~')]$/);
});

test("notes go along only when asked", () => {
  assert.deepEqual(ours(decode(encode(MEETING, false)).entries.map(({ note }) => note)), ["", "", ""]);
});

test("an address that was encoded once more on its way is read all the same", () => {
  assert.deepEqual(ours(decode(encodeURIComponent(encode(MEETING, false))).entries.length), 3);
});

test("what is no selection is none", () => {
  for (const fragment of ["", "top", "mijn-selectie", "1", "a;t.x", "1234;t.x", ";", "%E0%A4%A"])
    assert.equal(decode(fragment), null, fragment);
  assert.deepEqual(ours(decode("1;").entries), []);
});

test("an address of a later version says so, rather than being shown by half", () => {
  const { newer, entries } = decode("2;t.familiemuur");
  assert.deepEqual([newer, ours(entries)], [true, []]);
});

test("a selection holds no more than it can show, and says how many there were", () => {
  const fragment = `1;${Array.from({ length: 10_000 }, (_, number) => `t.x${number}`).join(",")};titel=${"a".repeat(5000)};n1=${"b".repeat(9000)}`;
  const { title, entries, more } = decode(fragment);
  assert.deepEqual([title.length, entries.length, entries[0].note.length], [MOST.title, MOST.entries, MOST.note]);
  assert.equal(more, 10_000 - MOST.entries);
});

test("an entry that is named twice stands there once, with its first note", () => {
  assert.deepEqual(ours(decode("1;t.a,t.b,t.a;n1=een;n3=drie").entries), [
    { key: "t/a", note: "een" },
    { key: "t/b", note: "" },
  ]);
});

test("only permanent addresses are taken in", () => {
  const hostile = [
    "javascript:alert(1)",
    "../../boos",
    "t.__proto__",
    "__proto__.x",
    "t.%2e%2e",
    "%3Cscript%3E",
    "T.familiemuur",
    "tt.familiemuur",
    "t.Familiemuur",
    "t.-x",
    "t.x-",
    "t.x--y",
    "t.x/y",
    "//t.x",
    `t.${"x".repeat(200)}`,
  ];
  const { entries } = decode(`1;${hostile.join(",")},t.goed;titel=a`);
  assert.deepEqual(ours(entries), [{ key: "t/goed", note: "" }]);
});

test("broken and unknown parts are left out", () => {
  const { title, entries } = decode("1;t.familiemuur;titel=%E0%A4%A;n1=%;n2=%zz;nNaN=x;__proto__=1;constructor=2;;=;x");
  assert.deepEqual([title, ours(entries)], ["%A", [{ key: "t/familiemuur", note: "%" }]]);
  assert.equal({}.x, undefined);
});

test("signs that turn a text around or cannot be seen do not come in", () => {
  const { title, entries } = decode("1;t.a;titel=%E2%80%AEomgekeerd%00%0Aregel;n1=een%0Atwee%07");
  assert.equal(title, " omgekeerd  regel");
  assert.equal(entries[0].note, "een\ntwee ", "a note may have lines");
});

test("markup is a text like any other", () => {
  const { title } = decode("1;t.a;titel=%3Cimg%20src=x%20onerror=alert(1)%3E");
  assert.equal(title, "<img src=x onerror=alert(1)>");
});

test("anything at all can be taken in", () => {
  const empty = { title: "", entries: [] };
  for (const raw of [null, undefined, 7, "abc", [], {}, { entries: 7 }, { title: {}, entries: "abc" }])
    assert.deepEqual(ours(sanitise(raw)), empty);
  const mixed = { title: 3, entries: [null, 3, { key: "<b>" }, { key: ["t/a"] }, { key: "t/familiemuur", note: 9 }] };
  assert.deepEqual(ours(sanitise(mixed)), { title: "", entries: [{ key: "t/familiemuur", note: "" }] });
});

test("what was taken in is ours: nothing else comes along, and nothing changes what was handed in", () => {
  const raw = JSON.parse(
    '{"title": "a", "more": 1, "entries": [{"key": "t/a", "note": "n", "x": 1, "__proto__": {"y": 1}}]}',
  );
  const before = JSON.stringify(raw);
  assert.deepEqual(ours(sanitise(raw)), { title: "a", entries: [{ key: "t/a", note: "n" }] });
  assert.equal(JSON.stringify(raw), before);
});
