/* The address of a selection, and what a selection takes in. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { SELECTION, load, ours } = require("./scripts.js");

const page = {
  localStorage: { getItem: () => null },
};
const FILES = [...SELECTION, "selection/told.js"];
const names = "({ ...SelectionStore, ...SelectionAddress, told: selectionTold })";
const { MOST, sanitise, encode, decode, told } = load(names, FILES, page);
const keys = (fragment, known) => ours(decode(fragment, known)?.entries.map(({ key }) => key) ?? null);

const MEETING = {
  title: "Teamoverleg 12 maart; 100% samen, (écht) ~ & meer.",
  entries: [
    { key: "t/familiemuur", note: "Wie, wat & waarom?\nMet z'n tweeën = ; 50%" },
    { key: "m/waaromvraag", note: "" },
    { key: "p/foyer", note: "🙂" },
  ],
};

test("an address holds a selection: what goes in comes out", () => {
  assert.deepEqual(ours(decode(encode(MEETING, true))), { ...MEETING, more: 0, unread: 0, newer: false });
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

test("what a mail program, a chat or a hand makes of an address: both entries are there", () => {
  const LEFT = [
    "1;t.familiemuur,m.waaromvraag.",
    "1;t.familiemuur,m.waaromvraag)",
    "1;t.familiemuur,m.waaromvraag).",
    "1;t.familiemuur,m.waaromvraag>",
    "1;t.familiemuur,m.waaromvraag,",
    "1;t.familiemuur,m.waaromvraag;",
    "1;t.familiemuur,m.waaromvraag…",
    "1;t.familiemuur,m.waaromvraag”",
    "1;t.familiemuur,m.waaromvraag**",
    "1;t.familiemuur,m.waaromvraag/",
    "1;t.familiemuur,m.waaromvraag%20",
    "1;t.familiemuur,m.waaromvraag%22%3E",
    "1;t.familiemuur,m.waaromvraag%E2%80%8B",
    "1;t.familiemuur,%20m.waaromvraag",
    "1;%20t.familiemuur%20,%20m.waaromvraag%20",
    "1;%C2%A0t.familiemuur,m.waaromvraag",
    "1;t.familiemuur,m.waaromvraag&utm_source=x",
    "1;t.familiemuur,m.waaromvraag&utm_source=x&utm_medium=mail,nieuws",
    "1;t.familiemuur,m.waaromvraag&amp;utm_source=x&amp;utm_medium=mail",
    "1;t.familiemuur,m.waaromvraag?fbclid=IwAR0-x_y",
    "1;t.familiemuur,m.waaromvraag%26utm_source%3Dx",
    "1;t.familiemuur,m.waaromvraag.&gclid=x).",
    "1;t.familiemuur,m.waaromvraag&gt;",
    "&quot;1;t.familiemuur,m.waaromvraag&quot;",
    "1;t.familiemuur,m.waaromvraag&#39;",
    "1;T.Familiemuur,m.waaromvraag",
    "1;T.FAMILIEMUUR,M.WAAROMVRAAG",
    "1;t.familie%0Amuur,m.waaromvraag",
    "1;t.familie%0D%0A%3E%20muur,m.waaromvraag",
    "1;t.familie=%0D%0Amuur,m.waarom%0Avraag",
    "1;t.familie\nmuur,m.waaromvraag",
    "1;t.familie\u00admuur,\u200bm.waaromvraag",
    "1%3Bt.familiemuur%2Cm.waaromvraag",
    "1%253Bt.familiemuur%252Cm.waaromvraag",
    "1%25253bt.familiemuur%25252cm.waaromvraag",
    "1;t.familiemuur%252Cm.waaromvraag",
    "1%3Bt.familiemuur%2Cm.waaromvraag%3E",
    "%201;t.familiemuur,m.waaromvraag",
    "1;t.familiemuur;m.waaromvraag",
    "1;t.familiemuur,,m.waaromvraag",
    "1;t.familie=muur,m.waarom=vraag",
    "1;t.familiemuur,m.waaromvraag=20",
    "1=3Bt.familiemuur=2Cm.waaromvraag",
    "1;t\\.familiemuur,m\\.waaromvraag",
    "1;t.familiemuur,m.waaromvraag__;Iw!!AbC-x!d_f$",
    "1;t.familiemuur,m.waaromvraag</a>",
    "1;t.familiemuur,m.waaromvraag%22%20target=%22_blank%22",
    "1;t.familiemuur,m.waaromvraag](https://gids.test/selectie/",
    "1;t.familiemuur,m.waaromvraag|Onze%20lijst",
  ];
  for (const fragment of LEFT) {
    assert.deepEqual(keys(fragment), ["t/familiemuur", "m/waaromvraag"], fragment);
    assert.equal(decode(fragment).unread, 0, fragment);
  }
});

test("a space may be a broken line or the end of the link: the guide knows which", () => {
  const known = (key) => ["t/familiemuur", "m/waaromvraag"].includes(key);
  for (const end of ["m.waarom%20vraag", "m.waaromvraag%20zie je morgen", "m.waa%20rom%20vraag%20tot%20morgen!"])
    assert.deepEqual(keys(`1;t.familie muur,${end}`, known), ["t/familiemuur", "m/waaromvraag"], end);
  for (const end of ["m.waaromvraag\nMet groeten", "m.waaromvraag%0AMet%20groeten", "m.waaromvraagMet groeten"])
    assert.deepEqual(keys(`1;t.familiemuur,${end}`, known), ["t/familiemuur", "m/waaromvraag"], end);
  assert.deepEqual(keys("1;t.nieuw tot morgen", known), ["t/nieuw"]);
  assert.deepEqual(keys("1;t.zwaai\u2011naar\u2013de\u2010boot"), ["t/zwaai-naar-de-boot"], "hyphens of all kinds");
});

test("a title and a note keep what was typed, and lose what hangs on to them", () => {
  for (const end of [
    ".",
    ")",
    ">",
    ",",
    "&utm_source=x",
    "?fbclid=x",
    "&amp;utm_source=x).",
    " ",
    "%",
    "%F",
    "%F0%9F%98",
  ])
    assert.equal(decode(`1;t.a;titel=Wat%20nu%3f%20%281%29${end}`).title, "Wat nu? (1)", end);
  for (const [raw, title] of [
    ["Van%2520mij", "Van mij"],
    ["Enqu%25C3%25AAte", "Enquête"],
    ["100%25echt", "100%echt"],
    ["Jan%20%26%20Piet", "Jan & Piet"],
    ["caf%C3%A9%F0%9F%98", "café"],
  ])
    assert.equal(decode(`1;t.a;titel=${raw}`).title, title, raw);
  assert.equal(decode("1;T.A;TITEL=Overleg;N1=Let%20op").entries[0].note, "Let op");
  assert.equal(decode("1%3Bt.a%3Btitel%3DVan%2520mij%3B").title, "Van mij");
});

test("half an emoji is left out, and never stops a link", () => {
  const cut = { title: `${"a".repeat(119)}😀`, entries: [{ key: "t/a", note: "\ude00" }] };
  assert.equal(sanitise(cut).title, "a".repeat(119));
  assert.equal(sanitise(cut).entries[0].note, "");
  assert.equal(encode({ ...cut, title: "Samen \ud83d" }, true), "1;t.a;titel=Samen%20;n1=");
  assert.equal(decode(`1;t.familiemuur;titel=${"a".repeat(119)}%F0%9F%98%80`).title, "a".repeat(119));
});

test("what could not be read is counted: no entry is lost without a word", () => {
  for (const [fragment, count, unread] of [
    ["1;t.a,%E0%A4%A,m.b", 2, 1],
    ["1;t.a,fami,m.b;onzin", 2, 2],
    ["1;t.a,t.;x=1", 1, 2],
    ["1;t", 0, 1],
    [`1;t.${"x".repeat(100)},t.${"y".repeat(250)}`, 2, 0],
    [`1;t.${"x".repeat(5000)},t.a`, 1, 1],
  ]) {
    const found = decode(fragment);
    assert.deepEqual([found.entries.length, found.unread], [count, unread], fragment.slice(0, 40));
  }
});

test("a reader is told what came, what was lost, and what stays", () => {
  const own = { title: "", entries: [{ key: "t/mijn", note: "" }] };
  const none = { title: "", entries: [] };
  const guide = ["t/mijn", "t/familiemuur", "m/waaromvraag"];
  const say = (fragment, kept = none) =>
    told(decode(fragment) ?? { ...none, more: 0, unread: 0, newer: false }, kept, guide);
  const ASKED = "Je kunt ze lezen en afdrukken zonder iets te bewaren.";
  assert.equal(say("1;t.familiemuur"), `Je kreeg een selectie van 1 stuk. ${ASKED}`);
  assert.match(say("1;t.familiemuur,%E0%A4%A"), /Eén deel van de link konden we niet lezen/);
  assert.match(say("1;t.familiemuur,x,y"), /2 delen van de link konden we niet lezen/);
  assert.match(say("1;t.familiemuur,m.waaro"), /afgebroken in het laatste stuk/);
  assert.doesNotMatch(say("1;t.familiemuur,m.verdwenen"), /afgebroken/);
  assert.match(say("1;t.familiemuur", own), /al een selectie van 1 stuk; die blijft zoals ze is/);
  assert.match(say("2;t.familiemuur", own), /nieuwere versie/);
  for (const cut of ["1", "1;", "1;t", "%", "1;%"]) {
    assert.match(say(cut), /geen selectie die we kunnen lezen.*helemaal\.$/, cut);
    assert.match(say(cut, own), /Wat je zelf verzamelde, staat er nog\.$/, cut);
  }
});

test("what is no selection is none", () => {
  for (const fragment of [
    "",
    "top",
    "mijn-selectie",
    "1",
    "1%3",
    "1,",
    "a;t.x",
    "1234;t.x",
    ";",
    "%E0%A4%A",
    "%",
    "%ud83d",
  ])
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
    "tt.familiemuur",
    "t.-x",
    "t.x--y",
    "t.x/y",
    "t.x_y",
    "t.é",
  ];
  const { entries, unread } = decode(`1;${hostile.join(",")},t.goed;titel=a`);
  assert.deepEqual(ours(entries), [{ key: "t/goed", note: "" }]);
  assert.equal(unread, hostile.length, "and what is not, is counted");
});

test("broken and unknown parts are left out, and counted", () => {
  const { title, entries, unread } = decode(
    "1;t.familiemuur;titel=%E0%A4%A;n1=%;n2=%zz;nNaN=x;__proto__=1;constructor=2;;=;x",
  );
  assert.deepEqual([title, ours(entries)], ["", [{ key: "t/familiemuur", note: "" }]]);
  assert.equal(unread, 4, "nNaN, __proto__, constructor, x");
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
