/* One spelling: what search, the filter of an overview and the page for a lost address take for the same words. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours } = require("./scripts.js");
const CASES = require("../spelling.json");

const Spelling = load("Spelling", ["base/spelling.js"]);

test("a text falls into the same words here and where the search data is written (tests/test_spelling.py)", () => {
  for (const [text, words] of Object.entries(CASES)) assert.deepEqual(ours(Spelling.words(text)), words, text);
});

test("words stay what they are when they are read again", () => {
  for (const words of Object.values(CASES)) assert.deepEqual(ours(Spelling.words(words.join(" "))), words);
});

test("half an emoji is no word", () => {
  assert.deepEqual(ours(Spelling.words("huis\ud83d bezoek \ude00")), ["huis", "bezoek"]);
});
