/* What was tried and how it went, as a device keeps it. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours } = require("./scripts.js");

const FILES = ["base/page.js", "selection/store.js", "own/words.js", "own/fields.js", "own/store.js"].concat([
  "selection/entries.js",
  "selection/tried.js",
]);
/** A device that keeps these texts by name. */
const device = (texts = {}) => {
  const held = new Map(Object.entries(texts));
  const localStorage = {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => held.set(name, text),
    removeItem: (name) => held.delete(name),
  };
  return { ...load("Tried", FILES, { localStorage }), held };
};

test("what was tried is kept with how it went, and goes again", () => {
  const { keep, all, held } = device({ gedaan: "t/a" });
  assert.equal(keep("t/b", true, "Het lukte."), true);
  assert.deepEqual(
    ours(all()).map(({ key, how }) => [key, how]),
    [
      ["t/b", "Het lukte."],
      ["t/a", ""],
    ],
  );
  assert.equal(JSON.parse(held.get("hoe-ging-het")).items["t/b"].how, "Het lukte.");
  keep("t/b", false, "");
  assert.equal(held.get("gedaan"), "t/a");
});

test("what a later version of the guide wrote of it, is left as it is", () => {
  const text = '{"v":2,"lines":[]}';
  const { keep, isNewer, held } = device({ gedaan: "t/a", "hoe-ging-het": text });
  assert.ok(isNewer());
  assert.equal(keep("t/b", true, "Het lukte."), false);
  assert.deepEqual([held.get("hoe-ging-het"), held.get("gedaan")], [text, "t/a"]);
});

test("anything at all may stand in the storage", () => {
  for (const text of ["{", "7", "null", '{"items":7}', '{"items":{"<b>":1,"t/a":null,"t/b":{"day":7,"how":{}}}}'])
    assert.deepEqual(ours(device({ gedaan: "t/b\n<b>", "hoe-ging-het": text }).all()), [
      { key: "t/b", day: "", how: "" },
    ]);
});
