/* What the pages of a reader's own say in words: one of a thing, and more of it. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, piece } = require("./scripts.js");

const { counted, day } = load("Words", ["own/words.js"]);
const { full } = load("Refused", ["own/refused.js"], { Piece: piece("own/refused") });

test("one is said as one", () => {
  assert.equal(counted(1, "minuut", "minuten"), "1 minuut");
  assert.equal(counted(0, "minuut", "minuten"), "0 minuten");
  assert.equal(full("40 afspraken", 0), "");
  assert.equal(full("40 afspraken", 1), " Er is plaats voor 40 afspraken: de laatste paste er niet bij.");
  assert.equal(full("60 stukken", 2), " Er is plaats voor 60 stukken: de laatste 2 pasten er niet bij.");
});

test("a day is written as one says it", () => {
  assert.equal(day("2027-01-15"), "15 januari 2027");
  assert.equal(day("2027-01-15", { dateStyle: "full" }), "vrijdag 15 januari 2027");
});
