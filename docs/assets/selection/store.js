/* "Mijn selectie": what a reader keeps, on this device and nowhere else. Every page shows how much there is.
   Whatever comes in, from storage or from an address, goes through `sound` first. */
const Kept = (() => {
  const NAME = "selectie",
    KEY = /^[a-z]\/[a-z0-9]+(-[a-z0-9]+)*$/;
  const MOST = { entries: 60, title: 120, note: 600 };
  const door = document.querySelector(".kept-door"),
    search = document.querySelector(".search-door");
  const root = new URL(`${search.dataset.root.replace(/\/$/, "")}/`, location.href);

  /* Signs that cannot be seen can turn a text around; they have no business in a title. */
  const words = (text, most) =>
    typeof text === "string"
      ? text
          .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ")
          .slice(0, most)
      : "";

  /** A selection out of anything: { title, entries: [{ key: "t/familiemuur", note }] }, each entry once, none too long. */
  const sound = (raw) => {
    const found = new Map();
    for (const one of Array.isArray(raw?.entries) ? raw.entries.slice(0, 1000) : []) {
      if (
        found.size < MOST.entries &&
        typeof one?.key === "string" &&
        one.key.length < 100 &&
        KEY.test(one.key) &&
        !found.has(one.key)
      )
        found.set(one.key, { key: one.key, note: words(one.note, MOST.note) });
    }
    return { title: words(raw?.title, MOST.title).replace(/\n/g, " "), entries: [...found.values()] };
  };
  const read = () => {
    try {
      return sound(JSON.parse(localStorage.getItem(NAME)));
    } catch {
      return sound(null);
    }
  };
  /** Keep a selection. False when the browser keeps nothing. */
  const write = (selection) => {
    const { title, entries } = sound(selection);
    try {
      if (title || entries.length) localStorage.setItem(NAME, JSON.stringify({ version: 1, title, entries }));
      else localStorage.removeItem(NAME);
    } catch {
      return false;
    }
    count();
    return true;
  };
  const count = () => {
    const { length } = read().entries;
    door.hidden = !length;
    door.querySelector("b").textContent = length;
  };

  count();
  addEventListener("storage", count);
  addEventListener("pageshow", count);
  return { MOST, root, sound, read, write };
})();
