/* What a team agreed, in an address and out of it; and whatever a storage or a stranger's link holds in its place. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours, piece } = require("./scripts.js");

const FILES = ["base/page.js", "selection/store.js", "link/link.js", "own/words.js", "selection/address.js"].concat([
  "own/store.js",
  "meeting/agreements.js",
  "meeting/received.js",
]);
const Agreements = load("({ ...Agreements, ...AgreementsReceived })", FILES, { Piece: piece("meeting/looked-back") });
const { MOST } = Agreements;

const TWO = {
  title: "Overleg 12 maart; 100% samen",
  date_back: "2027-01-15",
  items: [
    { what: "Elke maandag één goed bericht, ook aan wie zwijgt", who: "An & Karim", when: "", key: "t/deel-het-goede" },
    { what: "We bellen (twee keer)?", who: "", when: "voor 1/2; liefst eerder.", key: "" },
  ],
};
const read = (fragment) => {
  const got = Agreements.decode(fragment);
  if (!got) return got;
  const { title, date_back, items } = ours(got);
  return { title, date_back, items };
};

/** Numbers that look like chance and are the same at each run. */
const dice = (seed) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const SIGNS = [..."abcdefghijklmnopqrstuvwxyzéëïç0123456789 ;,=&%#+?/.:!()'\"“”…~*_-<>[]{}|\\^`€łمש😀👩🏽‍🏫"];
const spell = (roll, most) =>
  Array.from({ length: Math.floor(roll() * most) }, () => SIGNS[Math.floor(roll() * SIGNS.length)]).join("");

test("what goes into an address comes out of it", () => {
  assert.deepEqual(read(Agreements.encode(TWO)), TWO);
  assert.match(
    Agreements.encode(TWO),
    /^1;titel=[^;]+;terug=2027-01-15;wat1=[^;]+;wie1=[^;]+;bij1=t\.deel-het-goede;wat2=/,
  );
});

test("whatever a team writes goes there and back", () => {
  const roll = dice(7);
  for (let times = 0; times < 300; times++) {
    const items = Array.from({ length: Math.floor(roll() * 6) }, (_, at) => ({
      what: `${at}${spell(roll, 60)}`,
      who: spell(roll, 20),
      when: spell(roll, 20),
      key: roll() < 0.5 ? "" : "m/problemenboom",
    }));
    const day = `20${10 + Math.floor(roll() * 80)}-0${1 + Math.floor(roll() * 9)}-${10 + Math.floor(roll() * 18)}`;
    const sound = ours(Agreements.sanitise({ title: `t${spell(roll, 30)}`, date_back: day, items }));
    assert.deepEqual(read(Agreements.encode(sound)), sound, Agreements.encode(sound));
  }
});

test("an address holds nothing that ends a link in a mail", () => {
  assert.match(Agreements.encode(TWO), /^[\w;=%-]+(\.[\w;=%-]+)*$/);
});

test("a link that mail encoded once more is read", () => {
  assert.deepEqual(read(encodeURIComponent(Agreements.encode(TWO))), TWO);
});

test("a link that a mail program or a hand hurt is read as that of a selection is", () => {
  const one = { ...TWO, title: "Overleg", items: [TWO.items[0]] };
  const link = Agreements.encode(one);
  for (const hurt of [link.replace(/;/g, "=3B"), link.replace(/=/g, "%3D")]) assert.deepEqual(read(hurt), one, hurt);
});

test("a hundred and more that are none of ours are refused, or lose only what cannot be read", () => {
  const roll = dice(11);
  const good = Agreements.encode(TWO);
  const hostile = [
    ...[
      "",
      "1",
      "x;wat1=a",
      "-1;wat1=a",
      "1e3;wat1=a",
      "<script>;wat1=a",
      "afspraken",
      "1.5;",
      ";;;",
      "%;%",
      "%00;%00",
    ],
    ...Array.from({ length: 60 }, () => spell(roll, 200)),
    ...Array.from({ length: 40 }, () => good.slice(Math.floor(roll() * good.length))),
    `1;${"wat1=a;".repeat(5000)}`,
    `1;${Array.from({ length: 5000 }, (_, at) => `wat${at}=a`).join(";")}`,
    `1;wat1=${"x".repeat(100_000)}`,
    "1;__proto__=a;constructor1=b;wat1=c",
    "1;terug=2027-02-31;wat1=a",
    "1;bij1=../../etc;wat1=a",
    "1;wie1=An",
  ];
  for (const text of hostile) {
    const got = Agreements.decode(text);
    if (got === null) continue;
    assert.ok(got.items.length <= MOST.items);
    for (const { what, who, when, key } of got.items) {
      assert.ok(
        what && what.length <= MOST.what && who.length <= MOST.who && when.length <= MOST.when,
        text.slice(0, 80),
      );
      assert.match(key, /^([a-z]\/[a-z0-9-]+)?$/);
    }
    assert.match(got.date_back, /^(\d{4}-\d\d-\d\d)?$/);
  }
  assert.ok(hostile.length > 100);
  assert.equal(Agreements.decode("1;terug=2027-02-31;wat1=a").date_back, "");
  assert.equal(Agreements.decode("1;bij1=../../etc;wat1=a").items[0].key, "");
  assert.equal(Agreements.decode("1;wie1=An").unread, 1);
});

test("a later version is not guessed at", () => {
  assert.equal(Agreements.decode("2;wat1=a").newer, true);
  assert.match(
    Agreements.told(Agreements.decode("2;wat1=a"), TWO),
    /nieuwere versie.*2 afspraken; die blijven staan\./,
  );
});

test("who gets a link is told what is in it, and what was lost", () => {
  const none = Agreements.sanitise(null);
  assert.equal(Agreements.told(Agreements.decode(Agreements.encode(TWO)), none), "Je kreeg 2 afspraken.");
  assert.match(Agreements.told(null, none), /geen afspraken die we kunnen lezen/);
  assert.match(Agreements.told(Agreements.decode("1;wat1=a;wie2=An"), none), /1 afspraak\. Een deel van de link/);
  const many = Array.from({ length: 45 }, (_, at) => `wat${at + 1}=a${at}`).join(";");
  assert.match(Agreements.told(Agreements.decode(`1;${many}`), none), /nog 5; meer dan 40/);
});

test("whatever a storage holds becomes agreements or nothing", () => {
  const empty = { title: "", date_back: "", items: [] };
  for (const raw of [
    null,
    7,
    "x",
    [],
    { items: "x" },
    { items: [null, 3, {}, { what: "  " }] },
    { title: {}, date_back: 5 },
  ])
    assert.deepEqual(ours(Agreements.sanitise(raw)), empty, JSON.stringify(raw));
  const turned = Agreements.sanitise({ items: [{ what: "a\u202eb\nc\u0000", who: 3, key: "<b>" }] });
  assert.deepEqual(ours(turned.items), [{ what: "a b c", who: "", when: "", key: "" }]);
});

test("two sets are joined without losing or doubling anything", () => {
  const other = {
    title: "Anders",
    date_back: "",
    items: [TWO.items[1], { what: "Nieuw", who: "", when: "", key: "" }],
  };
  assert.deepEqual(ours(Agreements.joined(TWO, other)), { ...TWO, items: [...TWO.items, other.items[1]] });
  assert.deepEqual(ours(Agreements.joined(Agreements.sanitise(null), TWO)), TWO);
});
