/* A running order: what it takes in, its clock, what to bring, and the address that holds it. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { SELECTION, load, ours } = require("./scripts.js");

const RUNSHEET = ["store", "clock", "bring", "address"].map((name) => `runsheet/${name}.js`);
const FILES = [...SELECTION, "own/store.js", ...RUNSHEET];
const storage = new Map();
const localStorage = {
  getItem: (name) => storage.get(name) ?? null,
  setItem: (name, text) => storage.set(name, text),
  removeItem: (name) => storage.delete(name),
};
const { store, clock, bring, address, selection } = load(
  "({ store: RunsheetStore, clock: RunsheetClock, bring: RunsheetBring, address: RunsheetAddress, selection: SelectionAddress })",
  FILES,
  { localStorage },
);
const { MOST } = store;

const MEETING = store.sanitise({
  title: "Teamoverleg 12 maart; 100% samen, (écht) ~ & meer.",
  start: "13:30",
  people: 12,
  bring: "Laptop & beamer\nsleutel = 3de verdieping; links",
  parts: [
    { own: "Welkom, allemaal.", minutes: 5, who: "An" },
    { key: "t/familiemuur", minutes: 10, who: "Jo; Mo", note: "Wie, wat & waarom?\nMet z'n tweeën = ; 50%" },
    { break: true, minutes: 15 },
    { key: "m/top-10", minutes: 0, who: "" },
    { own: "", minutes: 0, who: "" },
  ],
});

/* --- numbers by chance, the same at every run --- */

let seed = 21;
const chance = (most) => (seed = (seed * 48271) % 2147483647) % most;
const pick = (from) => from[chance(from.length)];
const SIGNS = [..."aB é€😀;,=.%&#?'\"()<>\n\\/_-~!*“”…|0123"];
const words = (most) => Array.from({ length: chance(most) }, () => pick(SIGNS)).join("");
const id = () =>
  Array.from({ length: 1 + chance(3) }, () => pick(["muur", "a", "10", "x2", "pauze", "punt"])).join("-");
const someone = (part) => ({ ...part, ...(chance(2) && { who: words(8) }), ...(chance(2) && { note: words(40) }) });
const somePart = () =>
  [
    () => ({ break: true, minutes: chance(61) }),
    () => someone({ own: chance(2) ? words(20) : "", minutes: chance(2) * 5 }),
    () => someone({ key: `${pick(["t", "m", "w", "p"])}/${id()}`, minutes: chance(601) }),
  ][chance(3)]();
const someMeeting = () =>
  store.sanitise({
    title: chance(2) ? words(30) : "",
    start: chance(2) ? `${String(chance(24)).padStart(2, "0")}:${String(chance(60)).padStart(2, "0")}` : "",
    people: chance(40),
    bring: chance(2) ? words(60) : "",
    parts: Array.from({ length: 1 + chance(12) }, somePart),
  });

/* A link of one's own device does not say what is left out of the selection, and an empty text is none. */
const sent = (runsheet) => ({
  ...runsheet,
  without: [],
  parts: runsheet.parts.map(({ note, ...part }) => (note ? { ...part, note } : part)),
});

test("an address holds a running order: what goes in comes out", () => {
  assert.equal(
    address.encode({ ...MEETING, title: "Overleg", bring: "" }, false),
    "1;punt.5,t.familiemuur.10,pauze.15,m.top-10,punt;om=13.30;met=12;titel=Overleg;wat1=Welkom%2C%20allemaal%2e",
  );
  assert.deepEqual(ours(address.decode(address.encode(MEETING, true))), { ...ours(MEETING), unread: 0, newer: false });
});

test("whatever goes in comes out, five hundred times", () => {
  for (let times = 0; times < 500; times++) {
    const meeting = someMeeting();
    const link = address.encode(meeting, true);
    assert.match(link, /^[\w%;,.=-]+$/, "no sign at which a mail program would end a link");
    assert.deepEqual(ours(address.decode(link)), { ...ours(sent(meeting)), unread: 0, newer: false }, link);
    assert.deepEqual(ours(store.sanitise(JSON.parse(JSON.stringify(meeting)))), ours(meeting));
  }
});

test("names and notes go along only when asked", () => {
  const read = address.decode(address.encode(MEETING, false));
  assert.deepEqual(ours(read.parts.flatMap(({ who, note }) => [who || note || []].flat())), []);
  assert.equal(read.parts[0].own, "Welkom, allemaal.");
});

test("the address of a selection is that of a running order without times", () => {
  const entries = [
    { key: "t/familiemuur", note: "Let op" },
    { key: "m/waaromvraag", note: "" },
  ];
  const read = address.decode(selection.encode({ title: "Overleg", entries }, true));
  assert.deepEqual(ours(read.parts), [
    { key: "t/familiemuur", minutes: 0, who: "", note: "Let op" },
    { key: "m/waaromvraag", minutes: 0, who: "" },
  ]);
  assert.equal(read.title, "Overleg");
});

test("what a mail program, a chat or a hand makes of an address: all parts are there", () => {
  const sound = "1;t.familiemuur.10,pauze.15,m.waaromvraag.20";
  const left = [
    ...[".", ")", ">", ",", ";", "…", "**", "%20", "&utm_source=x", "?fbclid=IwAR0-x_y", "&gt;", "%E2%80%8B"].map(
      (end) => sound + end,
    ),
    sound.toUpperCase(),
    sound.replace("muur", "%0Amuur"),
    sound.replace(",", ",%20"),
    sound.replace(/,/g, ";"),
    encodeURIComponent(sound),
    encodeURIComponent(encodeURIComponent(sound)),
    `%20${sound}`,
  ];
  for (const fragment of left) {
    const { parts, unread } = address.decode(fragment);
    const told = parts.map(({ key, minutes }) => [key ?? "pauze", minutes].join());
    assert.deepEqual(ours(told), ["t/familiemuur,10", "pauze,15", "m/waaromvraag,20"], fragment);
    assert.equal(unread, 0, fragment);
  }
});

const HOSTILE = [
  "1;javascript:alert(1),../../boos,t.__proto__,__proto__.5,constructor.5",
  "1;t.a.5;__proto__=1;constructor=2;wie1=%3Cimg src=x onerror=alert(1)%3E;n1=%E2%80%AE%00x",
  "1;t.a.99999999999,t.b.-5,t.c.1e3,pauze.0000,punt.NaN;om=25.99;met=-3;titel=%E0%A4%A",
  `1;${Array.from({ length: 10000 }, (_, at) => `t.x${at}.5`)};titel=${"a".repeat(5000)};mee=${"b".repeat(9000)}`,
  `1;${"pauze.5,".repeat(5000)}`,
  `1;punt.5;wat1=${"c".repeat(5000)};wie1=${"d".repeat(5000)}`,
  "1;t.a,t.a,t.a",
  "1;%%%,;;;===;wie=x;wie0=y;n=z",
];
for (let times = 0; times < 200; times++)
  HOSTILE.push(
    `1;${Array.from({ length: 60 }, () => pick([...SIGNS, "t.", "pauze.", "wie1=", "om=", ";", "%", "%E2"])).join("")}`,
  );

test("a hostile address gives a sound running order, or none", () => {
  for (const fragment of HOSTILE) {
    const read = address.decode(fragment);
    if (!read) continue;
    const { unread, newer, ...runsheet } = ours(read);
    assert.deepEqual(runsheet, ours(store.sanitise(runsheet)), fragment.slice(0, 80));
    assert.ok(runsheet.parts.length <= MOST.parts && runsheet.title.length <= MOST.title && unread >= 0 && !newer);
    assert.ok(runsheet.parts.every(({ key }) => key === undefined || /^[a-z]\/[a-z0-9-]+$/.test(key)));
    assert.ok(runsheet.parts.every(({ minutes }) => minutes >= 0 && minutes <= MOST.minutes));
    assert.doesNotMatch(JSON.stringify(runsheet), /[\u202e\u0000]/);
  }
  assert.equal(address.decode(HOSTILE[3]).unread, 10000 - MOST.parts);
  assert.equal(address.decode("1;t.a.5,onzin!;x=1").unread, 2);
  for (const none of ["", "1", "tip-x", "%E0%A4%A", "x;t.a"]) assert.equal(address.decode(none), null, none);
  assert.ok(address.decode("2;t.a.5").newer);
});

test("anything at all can be taken in from storage, and nothing of a later version is written over", () => {
  const wrong = [
    "{",
    "[]",
    "7",
    '"x"',
    '{"parts":7}',
    '{"v":1,"parts":[null,3,{"key":"<b>"},{"own":{}},{"break":"yes"}]}',
  ];
  for (const text of wrong) {
    storage.set(store.NAME, text);
    assert.deepEqual(ours(store.read().parts), [], text);
    assert.ok(!store.isNewer(), text);
  }
  storage.set(store.NAME, '{"v":2,"parts":[],"more":"x"}');
  assert.ok(store.isNewer() && !store.change(() => MEETING));
  assert.equal(storage.get(store.NAME), '{"v":2,"parts":[],"more":"x"}');
  storage.clear();
  assert.ok(store.change(() => MEETING));
  const { v, ...kept } = JSON.parse(storage.get(store.NAME));
  assert.deepEqual([v, kept], [1, ours(MEETING)]);
  assert.ok(store.change(() => store.sanitise(null)) && !storage.size);
});

test("a clock says when, as far as anyone can know", () => {
  const timed = (start, ...minutes) => ours(clock.times({ start, parts: minutes.map((one) => ({ minutes: one })) }));
  assert.deepEqual(timed("13:30", 5, 25, 15), { at: ["13:30", "13:35", "14:00"], end: "14:15", total: 45, open: 0 });
  assert.deepEqual(timed("13:30", 5, 0, 15), { at: ["13:30", "13:35", ""], end: "", total: 20, open: 1 });
  assert.deepEqual(timed("", 5, 15), { at: ["", ""], end: "", total: 20, open: 0 });
  assert.deepEqual(timed("23:50", 20, 5), { at: ["23:50", "00:10"], end: "00:15", total: 25, open: 0 });
  assert.deepEqual([1, 45, 60, 85, 121].map(clock.lasting), [
    "1 minuut",
    "45 minuten",
    "1 uur",
    "1 uur en 25 minuten",
    "2 uur en 1 minuut",
  ]);
});

test("what to bring is added up: each thing once, each sheet as often as it is needed", () => {
  const data = {
    methods: {
      "m/boom": [[["Teken."]], ["Stiften", "Een vel"], ["w/boom", "w/eigen"]],
      "m/ring": [[["Kijk."]], ["stiften "], ["w/boom"]],
    },
    sheets: { "w/boom": "team", "w/eigen": "person", "w/groep": "group" },
  };
  const meeting = store.sanitise({
    people: 8,
    bring: " Laptop \n\n sleutel",
    parts: ["m/boom", "t/tip", "w/groep", "m/ring", "w/eigen"].map((key) => ({ key })),
  });
  const needs = (one) => ours(bring.needs(one, data, (key) => key.slice(2)));
  assert.deepEqual(needs(meeting), {
    things: [
      { thing: "Stiften", of: ["boom", "ring"] },
      { thing: "Een vel", of: ["boom"] },
    ],
    sheets: [
      { key: "w/boom", title: "boom", count: "één voor het team" },
      { key: "w/eigen", title: "eigen", count: "8 keer" },
      { key: "w/groep", title: "groep", count: "één per groepje" },
    ],
    own: ["Laptop", "sleutel"],
  });
  assert.equal(needs({ ...meeting, people: 0 }).sheets[1].count, "één per persoon");
});
