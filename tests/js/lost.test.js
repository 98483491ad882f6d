/* What an address that is not there looks like. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours } = require("./scripts.js");

const page = { document: { querySelector: () => null }, location: { pathname: "/" }, fetch: () => Promise.reject() };
const { likeness, nearest } = load("Lost", ["base/page.js", "base/spelling.js", "lost/lost.js"], page);

const entry = (title, permalink, url, aliases = []) => ({
  id: permalink.split("/")[1],
  title,
  permalink,
  url,
  aliases,
});
const ENTRIES = [
  entry("Zwaai naar de eerste boot", "t/zwaai-naar-de-boot/", "sleutels/01-zwaai-eerst/#tip-zwaai-naar-de-boot", [
    "wuif-eens",
  ]),
  entry("Enquête bij ouders", "m/enquete/", "werkvormen/enquete/"),
  entry("Lantaarngesprek", "m/lantaarngesprek/", "werkvormen/lantaarngesprek/"),
  entry("Lantaarngesprekken", "t/lantaarngesprekken/", "tips/#tip-lantaarngesprekken"),
  entry("Strandwandeling", "m/strandwandeling/", "werkvormen/strandwandeling/"),
];
const found = (asked) => nearest(asked, ENTRIES).map(({ title }) => title);

test("words are alike by the pairs of letters that they share", () => {
  assert.equal(likeness("boot", "boot"), 1);
  assert.equal(likeness("vuur", "kust"), 0);
  assert.equal(likeness("boot", "boten"), likeness("boten", "boot"));
  assert.ok(likeness("familiemuur", "famliemuur") > 0.8);
});

test("a slip of the finger, an older name, an older habit, a deeper folder", () => {
  assert.equal(found("t/zwaai-nar-de-boot/")[0], "Zwaai naar de eerste boot");
  assert.equal(found("t/wuif-een")[0], "Zwaai naar de eerste boot");
  assert.equal(found("Strandwandeling.html")[0], "Strandwandeling");
  assert.equal(found("werkvormen/strandwandeling/index.html")[0], "Strandwandeling");
  assert.equal(found("een/twee/drie/strand%20wandeling".replace("%20", " "))[0], "Strandwandeling");
});

test("an accent makes no difference: enquête is enquete", () => {
  for (const asked of ["enquête", "werkvormen/enquête/", "m/ENQUÊTE", "enque\u0302te"])
    assert.deepEqual(found(asked), ["Enquête bij ouders"], asked);
});

test("of two that are as alike, the one in the same folder comes first", () => {
  assert.equal(found("m/lantaarngesprekk")[0], "Lantaarngesprek");
  assert.equal(found("t/lantaarngesprekk")[0], "Lantaarngesprekken");
});

test("what looks like nothing gets no guess", () => {
  for (const asked of ["", "/", "t/", "qqq/zzzzzz/", "<img src=x onerror=alert(1)>/", "a".repeat(3000), "/../..//"])
    assert.deepEqual(ours(found(asked)), [], asked.slice(0, 20));
  assert.deepEqual(ours(nearest("boot", [])), []);
});

test("few are named", () => {
  const many = Array.from({ length: 30 }, (_, at) => entry(`Soep ${at}`, `t/soep-${at}/`, `tips/#tip-soep-${at}`));
  assert.equal(nearest("t/soep-1", many).length, 4);
});
