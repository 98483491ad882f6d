/* What a device keeps of a selection, and what a page makes of whatever it finds there. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours } = require("./scripts.js");

/** A device with a text in its storage, or one that keeps nothing (null); and the mark in the header of a page. */
const device = (text) => {
  const kept = new Map(text ? [["selectie", text]] : []);
  const refuse = () => {
    throw new Error("SecurityError");
  };
  const storage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  };
  const mark = { textContent: "" };
  const store = load("SelectionStore", ["base/page.js", "selection/store.js"], {
    document: { querySelectorAll: () => [mark] },
    localStorage: text === null ? { getItem: refuse, setItem: refuse, removeItem: refuse } : storage,
  });
  return { store, kept, shown: () => mark.textContent };
};

const TWO = {
  title: "Overleg",
  entries: [
    { key: "t/a", note: "n" },
    { key: "t/b", note: "" },
  ],
};

test("what is kept is read again, and the page shows how much there is", () => {
  const { store, kept, shown } = device("");
  assert.equal(shown(), "");
  assert.equal(store.write(TWO), true);
  assert.equal(shown(), "2");
  assert.deepEqual(ours(store.read()), TWO);
  assert.deepEqual(ours(device(kept.get("selectie")).store.read()), TWO);
});

test("an empty selection leaves nothing behind", () => {
  const { store, kept, shown } = device("");
  store.write(TWO);
  store.write({ title: "", entries: [] });
  assert.equal(kept.size, 0);
  assert.equal(shown(), "");
});

test("another version, another program or a hand in the storage breaks nothing", () => {
  for (const text of ["{", "[]", "null", "7", '{"entries": 7}', '{"__proto__": {"x": 1}, "entries": "abc"}'])
    assert.deepEqual(ours(device(text).store.read()), { title: "", entries: [] }, text);
  const mixed = '{"title": {}, "entries": [null, 3, {"key": "<b>"}, {"key": "t/familiemuur", "note": 9}]}';
  assert.deepEqual(ours(device(mixed).store.read().entries), [{ key: "t/familiemuur", note: "" }]);
});

test("a browser that keeps nothing says so", () => {
  const { store, shown } = device(null);
  assert.deepEqual(ours(store.read()), { title: "", entries: [] });
  assert.equal(store.write(TWO), false);
  assert.equal(shown(), "");
});
