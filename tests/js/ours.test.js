/* The guide of a school in one file: what goes in comes out, two become one without loss, and what is hostile is refused. */
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { load, ours, sentences } = require("./scripts.js");

const FILES = ["base/page.js", "selection/store.js", "ours/parts.js", "ours/file.js"];

const page = { localStorage: { getItem: () => null } };

/** A device that keeps these texts by name; it may be full. */
const device = (texts = {}, full = Infinity) => {
  const held = new Map(Object.entries(texts));
  let writes = 0;
  const storage = {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => {
      if (++writes > full) {
        full = Infinity;
        throw new Error("QuotaExceededError");
      }
      held.set(name, String(text));
    },
    removeItem: (name) => held.delete(name),
  };
  const localStorage = new Proxy(storage, {
    ownKeys: () => [...held.keys()],
    getOwnPropertyDescriptor: (_, name) => ({ value: held.get(name), enumerable: true, configurable: true }),
  });
  const parts = load("({ ...OursParts, ...OursFile, words: OursParts.read, file: OursFile.read })", FILES, {
    localStorage,
  });
  return { ...parts, held };
};
const { merge, file, written, words, isPart } = device();

/** Chance that comes out the same each time. @param {number} seed */
const chance = (seed) => () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32;
  return seed / 2 ** 32;
};
const pick = (random, list) => list[Math.floor(random() * list.length)];
const some = (random, list, most) => [
  ...new Set(Array.from({ length: Math.floor(random() * most) }, () => pick(random, list))),
];

const KEYS = ["t/a", "t/b", "m/c", "w/d", "s/s01", "p/e"];
const SAID = ["", "goed", "Zwaai eerst.", "met z'n tweeën = ; 50%", "🙂 én een regel\nerbij"];

/** A guide as a school may have it: some of everything. */
const guide = (random) => {
  const note = () => pick(random, SAID);
  const all = {
    selectie: {
      version: 1,
      title: pick(random, ["", "Overleg", "Ander overleg"]),
      entries: some(random, KEYS, 6).map((key) => ({ key, note: note() })),
    },
    gedaan: some(random, KEYS, 6),
    "hoe-ging-het": {
      v: 1,
      items: Object.fromEntries(some(random, KEYS, 4).map((key) => [key, { day: "2026-11-27", how: note() }])),
    },
    trajecten: { visietraject: some(random, ["een", "twee", "drie"], 4) },
    zelfscan: { v: 1, done: some(random, [1, 2, 3], 4).map((one) => ({ day: `2026-11-0${one}`, answers: [one, 4] })) },
    draaiboek: {
      v: 1,
      start: pick(random, ["13:30", "9:00"]),
      parts: some(random, KEYS, 4).map((key) => ({ key, minutes: 10 })),
    },
    afspraken: {
      v: 1,
      title: "",
      date_back: pick(random, ["", "2027-01-15"]),
      items: some(random, KEYS, 4).map((key) => ({ what: note(), who: "An", when: "", key })),
    },
    "sleutelbos-werkblad-botenblad": Object.fromEntries(
      some(random, ["een", "twee", "drie"], 4).map((name) => [name, pick(random, [true, false, ...SAID])]),
    ),
  };
  return { parts: new Map(Object.entries(all).filter(() => random() < 0.7)), aside: [] };
};

/** Everything that someone once wrote, each apart, with where it stands. */
const pieces = (value, where) => {
  if (value === "" || value === false || value === null) return [];
  if (typeof value !== "object") return [`${where}=${value}`];
  if (Array.isArray(value))
    return value.flatMap((one) =>
      pieces(one, `${where}[${typeof one === "object" ? JSON.stringify(one.key ?? one) : ""}]`),
    );
  return Object.entries(value).flatMap(([name, one]) => pieces(one, `${where}.${name}`));
};
const holds = ({ parts, aside }) =>
  new Set(
    [...[...parts], ...aside.map(({ name, value }) => [name, value])].flatMap(([name, value]) => pieces(value, name)),
  );
const plain = ({ parts, aside }) => ours({ parts: Object.fromEntries([...parts].sort()), aside });

test("two guides become one that holds all of both, whatever they hold", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const random = chance(seed);
    const [mine, theirs] = [guide(random), guide(random)];
    const both = holds(merge(mine, theirs));
    for (const one of [...holds(mine), ...holds(theirs)]) assert.ok(both.has(one), `seed ${seed} lost ${one}`);
  }
});

test("what is joined again, stays as it is", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = chance(seed);
    const [mine, theirs] = [guide(random), guide(random)];
    assert.deepEqual(plain(merge(mine, mine)), plain(mine));
    const once = merge(mine, theirs);
    assert.deepEqual(plain(merge(once, theirs)), plain(once), `seed ${seed}`);
  }
});

test("mine stays where it was: only what was empty is filled in", () => {
  const sheet = "sleutelbos-werkblad-botenblad";
  const mine = { parts: new Map([[sheet, { een: "van ons", twee: "" }]]), aside: [] };
  const theirs = { parts: new Map([[sheet, { een: "van hen", twee: "ook", drie: true }]]), aside: [] };
  assert.deepEqual(plain(merge(mine, theirs)), {
    parts: { [sheet]: { een: "van ons", twee: "ook", drie: true } },
    aside: [{ name: sheet, value: { een: "van hen", twee: "ook", drie: true } }],
  });
});

test("a scan that someone began is never half of one and half of another", () => {
  const begun = (answers) => ({ parts: new Map([["zelfscan", { v: 1, begun: { blad: answers } }]]), aside: [] });
  const { parts, aside } = merge(begun({ s01: 1 }), begun({ s02: 4 }));
  assert.deepEqual(ours(parts.get("zelfscan").begun), { blad: { s01: 1 } });
  assert.deepEqual(ours(aside), [{ name: "zelfscan", value: { v: 1, begun: { blad: { s02: 4 } } } }]);
});

test("what was renamed since, is one: a second note stands aside", () => {
  const noted = (key, note) => ({ parts: new Map([["selectie", { entries: [{ key, note }] }]]), aside: [] });
  const today = (key) => key.replace("oud", "nieuw");
  const { parts, aside } = merge(noted("t/oud", "van ons"), noted("t/nieuw", "van hen"), today);
  assert.deepEqual(ours(parts.get("selectie").entries), [{ key: "t/oud", note: "van ons" }]);
  assert.equal(aside.length, 1);
});

test("what cannot be read stays where it is, until all is wiped", () => {
  const { keep, kept, held } = device({ "sleutelbos-werkblad-botenblad": '"tekst"' });
  keep(merge(kept(), { parts: new Map([["gedaan", ["t/a"]]]), aside: [] }));
  assert.deepEqual([...held.keys()].sort(), ["gedaan", "sleutelbos-werkblad-botenblad"]);
  keep({ parts: new Map(), aside: [] });
  assert.equal(held.size, 0);
});

test("what a file holds is what went in, and what this device keeps of it", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = chance(seed);
    const one = merge(guide(random), guide(random));
    assert.deepEqual(plain(file(written(one, "2026-11-27"))), plain(one), `seed ${seed}`);
    const { keep, kept } = device({ gelezen: "blijft" });
    assert.equal(keep(one), true);
    const there = plain(kept());
    assert.deepEqual(there, { ...plain(one), parts: Object.fromEntries(Object.entries(plain(one).parts)) });
  }
});

test("a full device keeps what it had", () => {
  const texts = { selectie: '{"version":1,"title":"van ons","entries":[]}', gedaan: "t/a", weergave: "dark" };
  for (let full = 0; full < 3; full++) {
    const { keep, held } = device(texts, full);
    const one = guide(chance(7));
    if (!keep({ parts: new Map([...one.parts, ["gedaan", ["t/b"]]]), aside: [{ name: "gedaan", value: ["t/c"] }] }))
      assert.deepEqual(Object.fromEntries(held), texts);
  }
});

test("an older file is read for ever", () => {
  const folder = path.join(__dirname, "fixtures");
  const files = fs.readdirSync(folder).filter((name) => name.startsWith("onze-gids-"));
  assert.ok(files.length);
  for (const name of files) {
    const found = file(fs.readFileSync(path.join(folder, name), "utf8"));
    assert.notEqual(typeof found, "string", `${name}: ${found}`);
    assert.equal(found.unknown, 0, name);
    assert.deepEqual([...found.parts.keys()].sort(), [
      "afspraken",
      "draaiboek",
      "gedaan",
      "hoe-ging-het",
      "selectie",
      "sleutelbos-werkblad-zelfscan-sleutels",
      "trajecten",
      "zelfscan",
    ]);
  }
});

test("what is no file of ours, or is damaged, is refused in a sentence", () => {
  const told = sentences("ours/page");
  const whole = written(guide(chance(3)), "2026-11-27");
  const deep = (depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const format = '"format":"sleutelbos-gids"';
  const hostile = [
    "",
    " ",
    "null",
    "true",
    "7",
    '"sleutelbos-gids"',
    "[]",
    "{}",
    "<html>",
    "\u0000",
    "{",
    "undefined",
    deep(100_000),
    `{${format}}`,
    `{${format},"version":1}`,
    `{${format},"version":"1","parts":{}}`,
    `{${format},"version":0,"parts":{}}`,
    `{${format},"version":-1,"parts":{}}`,
    `{${format},"version":1.5,"parts":{}}`,
    `{${format},"version":2,"parts":{}}`,
    `{${format},"version":1e99,"parts":{}}`,
    `{${format},"version":1,"parts":[]}`,
    `{${format},"version":1,"parts":null}`,
    `{${format},"version":1,"parts":"x"}`,
    '{"format":"sleutelbos-werkblad","version":1,"parts":{}}',
    `{${format},"version":1,"parts":{"selectie":{"a":${deep(40)}}}}`,
    `{${format},"version":1,"parts":{${Array.from({ length: 400 }, (_, at) => `"a${at}":1`).join()}}}`,
    `${" ".repeat(12_000_001)}{}`,
    ...Array.from({ length: 80 }, (_, at) => whole.slice(0, Math.floor((whole.length * (at + 1)) / 82))),
  ];
  assert.ok(hostile.length >= 100);
  for (const text of hostile) {
    const said = file(text);
    assert.equal(typeof said, "string", text.slice(0, 60));
    assert.match(told[said], /^[A-Z].* Er is niets veranderd\.$/, said);
  }
});

test("of a file with strange parts, only what we know comes in", () => {
  const parts = {
    selectie: "geen selectie",
    gedaan: ["t/a", 7],
    trajecten: ["x"],
    weergave: "dark",
    gelezen: ["x"],
    naast: { items: [] },
    __proto__: { boos: true },
    "sleutelbos-werkblad-../x": {},
    "sleutelbos-werkblad-botenblad": { een: "ja" },
  };
  const text = `{"format":"sleutelbos-gids","version":1,"parts":${JSON.stringify(parts).replace("{", '{"__proto__":{"boos":true},')},"aside":[{"name":"weergave","value":{}},{"name":"gedaan","value":["t/b"]},7]}`;
  const found = file(text);
  assert.deepEqual(ours([...found.parts]), [["sleutelbos-werkblad-botenblad", { een: "ja" }]]);
  assert.deepEqual(ours(found.aside), [{ name: "gedaan", value: ["t/b"] }]);
  assert.equal({}.boos, undefined);
});

test("what is more than a part can keep, stands aside", () => {
  const scan = load("ScanAnswers.MOST", ["scan/answers.js"]);
  const agreed = load(
    "Agreements.MOST",
    ["base/page.js", "selection/store.js", "link/link.js", "selection/address.js", "meeting/agreements.js"],
    page,
  );
  const { ROOM } = load("OursParts", FILES, page);
  assert.deepEqual(ours(ROOM), {
    zelfscan: { done: scan.kept, team: 10 * scan.team },
    afspraken: { items: agreed.items },
  });
  const many = (from) =>
    new Map([["afspraken", { v: 1, items: Array.from({ length: 30 }, (_, at) => ({ what: `${from + at}` })) }]]);
  const { parts, aside } = merge({ parts: many(0), aside: [] }, { parts: many(30), aside: [] });
  assert.equal(parts.get("afspraken").items.length, 40);
  assert.deepEqual(ours(aside), ours([{ name: "afspraken", value: many(30).get("afspraken") }]));
});

test("what the reader chose of this site, or read, is no part of a school's guide", () => {
  assert.deepEqual(
    ["weergave", "gelezen", "naast", "sleutelbos-werkblad-", "sleutelbos-werkblad-A"].filter(isPart),
    [],
  );
  assert.equal(words("selectie", "kapot"), undefined);
});
