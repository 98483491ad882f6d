/* The self-scan as texts and numbers: what is handed over, what a team makes of it, and what is refused. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours, sentences } = require("./scripts.js");

const { MOST, encode, decode, gathered, figures, ranked } = load("ScanAnswers", ["scan/answers.js"]);

const asked = (edition, many, of) => ({ edition, of, abouts: Array.from({ length: many }, (_, at) => `a-${at}`) });
const KEYS = asked("99e0f", 12, 4);
const SCANS = [KEYS, asked("ad36a", 24, 4), asked("b9e2e", 4, 3)];

/** Numbers that look like chance and are the same at every run: mulberry32. */
const chance = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const pick = (next, from) => from[Math.floor(next() * from.length)];
const LETTERS = [..."0123456789abcdefghijklmnopqrstuvwxyz"];
const code = (next, scan) => ({
  edition: scan.edition,
  answers: scan.abouts.map(() => 1 + Math.floor(next() * scan.of)).join(""),
  mark: Array.from({ length: 6 }, () => pick(next, LETTERS)).join(""),
});
const shuffled = (next, list) =>
  list
    .map((one) => [next(), one])
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one);
const team = (codes, from = []) => codes.reduce((all, one) => gathered(all, one).team, from);

test("what is handed over is read as it was, out of an address and out of a whole chat", () => {
  const next = chance(1);
  for (let turn = 0; turn < 300; turn++) {
    const codes = Array.from({ length: 1 + (turn % 4) }, () => code(next, pick(next, SCANS)));
    const chat = codes.map((one) => `Hier: https://gids.example/zelfscan/#${encode(one)}. Groeten!`).join("\n");
    assert.deepEqual(ours(decode(chat, SCANS)), { found: codes, refused: [] });
    assert.deepEqual(ours(decode(encode(codes[0]).replaceAll(";", "%253B").toUpperCase(), SCANS)).found, [codes[0]]);
  }
});

test("among others that are whole, an address that is cut off is told", () => {
  const next = chance(8);
  const [one, other] = [code(next, KEYS), code(next, KEYS)];
  const { found, refused } = ours(decode(`${encode(one)} ${encode(other).slice(0, -2)} ${encode(other)}`, SCANS));
  assert.deepEqual([found, refused], [[one, other], ["hurt"]]);
});

test("an address that a mail program broke over two lines is read", () => {
  const one = code(chance(2), SCANS[1]);
  const text = encode(one);
  for (let at = 1; at < text.length; at++)
    assert.deepEqual(ours(decode(`${text.slice(0, at)}\n> ${text.slice(at)}`, SCANS)).found, [one], `${at}`);
});

test("one sign that is other, missing or moved is noticed, wherever it stands", () => {
  const next = chance(3);
  for (let turn = 0; turn < 60; turn++) {
    const text = encode(code(next, pick(next, SCANS)));
    for (let at = 0; at < text.length; at++) {
      const hurt = [
        text.slice(0, at) + pick(next, LETTERS) + text.slice(at + 1),
        text.slice(0, at) + text.slice(at + 1),
        text.slice(0, at) +
          text
            .slice(at, at + 2)
            .split("")
            .reverse()
            .join("") +
          text.slice(at + 2),
      ].filter((one) => one !== text);
      for (const one of hurt) {
        const { found, refused } = decode(one, SCANS);
        assert.deepEqual([found.length, refused.length], [0, 1], one);
      }
    }
  }
});

test("a team of forty gets the same figures whatever the order, and they are right", () => {
  const next = chance(4);
  for (let turn = 0; turn < 120; turn++) {
    const scan = SCANS[turn % SCANS.length];
    const codes = Array.from({ length: 3 + Math.floor(next() * 38) }, () => code(next, scan));
    const first = team(codes);
    const told = figures(first, scan);
    const other = team(shuffled(next, [...codes, ...codes.slice(0, 5)]));
    assert.deepEqual(ours(other), ours(first));
    assert.deepEqual(ours(figures(shuffled(next, codes), scan)), ours(told));
    scan.abouts.forEach((_, at) => {
      const all = codes.map(({ answers }) => Number(answers[at]));
      const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
      const spread = Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length);
      const third = (scan.of - 1) / 3;
      assert.ok(Math.abs(told[at].mean - mean) < 1e-12);
      assert.deepEqual([told[at].least, told[at].most], [Math.min(...all), Math.max(...all)]);
      if (Math.abs(spread - third) > 1e-9)
        assert.equal(told[at].apart, spread > third && told[at].most - told[at].least >= 2, all.join(""));
    });
  }
});

test("no figure before three answered, and no answer is one of another edition", () => {
  const next = chance(5);
  const codes = [code(next, KEYS), code(next, KEYS), code(next, KEYS)];
  assert.equal(figures(codes.slice(0, 2), KEYS), null);
  assert.equal(figures(codes, KEYS).length, 12);
  assert.deepEqual(Object.keys(ours(figures(codes, KEYS)[0])), ["mean", "least", "most", "apart"]);
});

test("who answers twice counts once, forty is the most, and what was there stays", () => {
  const next = chance(6);
  const codes = Array.from({ length: MOST.team }, () => code(next, KEYS));
  const full = team(codes);
  assert.equal(full.length, MOST.team);
  assert.deepEqual(ours(gathered(full, code(next, KEYS))), { team: ours(full), refused: "full" });
  assert.equal(gathered(full, codes[7]).refused, "again");
  const forged = { ...codes[7], answers: codes[7].answers === "111111111111" ? "222222222222" : "111111111111" };
  const righted = ours(gathered(full, forged));
  assert.deepEqual([righted.team.length, righted.refused], [MOST.team, "instead"]);
  assert.deepEqual(
    righted.team.find(({ mark }) => mark === forged.mark),
    forged,
  );
  assert.equal(gathered(full, code(next, SCANS[1])).refused, "");
});

/** A hundred and more texts that hold no answers to what is asked here. */
function hostile() {
  const next = chance(7);
  const good = encode(code(next, KEYS));
  const [, edition, answers, mark] = good.split(";");
  /** With check digits that are right: not damaged, but wrong. */
  const forged = (one) => encode({ edition, answers, mark, ...one });
  const noise = (many) => Array.from({ length: many }, () => String.fromCharCode(32 + next() * 700)).join("");
  return [
    "",
    " ",
    "1",
    "1;",
    ";;;;",
    "#",
    "null",
    "[object Object]",
    "<img src=x onerror=alert(1)>",
    `<script>${good.slice(0, 20)}</script>`,
    "javascript:alert(1)",
    "../../etc/passwd;1;2;3",
    "1;__proto__;1111;abcdef;000",
    "1;constructor;1111;abcdef;000",
    good.replace("1;", "2;"),
    good.replace("1;", "999;"),
    good.replace("1;", "0;"),
    `${good}${good}`,
    `x${good}x`,
    `${good};titel=x`,
    "1;".repeat(5000),
    good.repeat(2000),
    "%".repeat(10_000),
    "%3B".repeat(6000),
    "\u202e".repeat(30),
    "\ud800;\udfff;1;1;1",
    ...["0", "5", "9"].map((one) => forged({ answers: one + answers.slice(1) })),
    ...["", "1", answers.slice(1), `${answers}1`, "1".repeat(60), "1".repeat(61)].map((one) =>
      forged({ answers: one }),
    ),
    ...["00000", "fffff", "ad36", "ad36a1", "zzzzz"].map((one) => forged({ edition: one })),
    forged({ edition: "ad36a" }),
    ...["", "abc", "abcdefg", "ab-def", "àbcdef"].map((one) => forged({ mark: one })),
    ...Array.from({ length: 30 }, (_, at) => good.slice(0, at + 1)),
    ...Array.from({ length: 30 }, (_, at) => noise(1 + at * 7)),
  ];
}

test("more than a hundred hostile texts are refused, each with one sentence, and nothing of a team is lost", () => {
  const texts = hostile();
  assert.ok(texts.length > 100, `${texts.length}`);
  const said = sentences("scan/page");
  for (const text of texts) {
    const { found, refused } = decode(text, SCANS);
    assert.deepEqual([found.length, refused.length], [0, 1], text.slice(0, 80));
    assert.match(said[refused[0]], /^[A-Z].*\.$/, refused[0]);
  }
});

test("what is strong and what may grow: two of each, the guide's order where two are alike, none in both", () => {
  const told = (values) => ours(ranked(values));
  assert.deepEqual(told([3, 1, 4, 1, 4, 2]), { strong: [2, 4], grow: [1, 3] });
  assert.deepEqual(told([2, 2, 2, 2]), { strong: [0, 1], grow: [2, 3] });
  assert.deepEqual(told([4, 3]), { strong: [0], grow: [1] });
  assert.deepEqual(told([null, 4, null, 1, 2, 3]), { strong: [1, 5], grow: [3, 4] });
  assert.deepEqual(told([null, 4]), { strong: [], grow: [] });
});

/** A device with a text in its storage. */
const device = (text) => {
  const kept = new Map(text ? [["zelfscan", text]] : []);
  const localStorage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  };
  return { store: load("ScanStore", ["own/store.js", "scan/answers.js", "scan/store.js"], { localStorage }), kept };
};
const NOTHING = { begun: {}, done: [], team: [] };
const DONE = { sheet: "zelfscan", date: "2026-11-27", of: 4, mark: "abc123", answers: { "a1-1": 3 } };

test("what is kept is read again; when all is taken away, nothing stays behind", () => {
  const { store, kept } = device("");
  assert.equal(
    store.change(() => ({ ...NOTHING, begun: { zelfscan: { s01: 2 } }, done: [DONE] })),
    true,
  );
  assert.deepEqual(ours(device(kept.get("zelfscan")).store.read()), {
    begun: { zelfscan: { s01: 2 } },
    done: [DONE],
    team: [],
  });
  store.change(() => NOTHING);
  assert.equal(kept.size, 0);
});

test("another program or a hand in the storage breaks nothing, and what is sound in it stays", () => {
  const texts = [
    "{",
    "7",
    "[]",
    '{"done": 7, "team": {}, "begun": []}',
    '{"__proto__": {"x": 1}}',
    '{"begun": {"<b>": 1}}',
  ];
  for (const text of texts) assert.deepEqual(ours(device(text).store.read()), NOTHING, text);
  const bad = [
    null,
    3,
    { mark: "abc124" },
    { ...DONE, date: [DONE.date], mark: "abc126" },
    { ...DONE, mark: "x" },
    { ...DONE, date: "2026-99-99", mark: "abc125" },
  ];
  const mixed = { v: 1, done: [...bad, DONE, DONE], begun: { s: { "<b>": 1, s01: "2", s02: 9, s03: 1 } } };
  assert.deepEqual(ours(device(JSON.stringify(mixed)).store.read()), {
    begun: { s: { s03: 1 } },
    done: [DONE],
    team: [],
  });
});

test("what a later version of the guide kept, is left as it is", () => {
  const text = '{"v":2,"done":"anders"}';
  const { store, kept } = device(text);
  assert.equal(
    store.change(() => ({ ...NOTHING, done: [DONE] })),
    false,
  );
  assert.equal(kept.get("zelfscan"), text);
  assert.deepEqual(ours(store.read().done), [DONE]);
});
