/* What was tried of what someone keeps, and in one line how it went. On this device only. The start page keeps what was done
   of its tips in the same place; an entry that has another name by now, goes on under that. */
const Tried = (() => {
  const { make } = Page;
  const { isKey, MOST } = SelectionStore;
  const DONE = "gedaan";
  const MOST_DONE = 999;
  const TRIED = "tmw"; // Tips, methods and sheets: what one does.
  const DAY = /^\d{4}-\d\d-\d\d$/;

  const { today } = SelectionEntries;
  const done = () => {
    try {
      return [...new Set((localStorage.getItem(DONE) ?? "").split("\n").filter(isKey).slice(0, MOST_DONE).map(today))];
    } catch {
      return [];
    }
  };
  /** How each went, and on which day, by the names that they were written under. */
  const kept = ownStore("hoe-ging-het", (raw) => {
    const said = Object.entries(Object(raw?.items)).filter(([key]) => isKey(key));
    /** @param {any} one @returns {TriedLine} */
    const line = (one) => ({ day: DAY.test(one?.day) ? `${one.day}` : "", how: oneLine(one?.how, MOST.title) });
    return { items: Object.fromEntries(said.slice(0, MOST_DONE).map(([key, one]) => [key, line(one)])) };
  });
  /** The same, by the names of today. */
  const lines = () => {
    /** @type {Map<string, TriedLine>} */
    const found = new Map();
    for (const [key, one] of Object.entries(kept.read().items))
      if (!found.get(today(key))?.how) found.set(today(key), one);
    return found;
  };

  /** What was tried, the last day first. @returns {(TriedLine & { key: string })[]} */
  const all = () => {
    const said = lines();
    return done()
      .map((key) => ({ key, day: "", how: "", ...said.get(key) }))
      .sort((one, other) => other.day.localeCompare(one.day));
  };

  /** Keep that an entry was tried and how it went, or that it was not. What it said stays. @param {string} key @param {boolean} did @param {string} line */
  const keep = (key, did, line) => {
    const others = done().filter((one) => one !== key);
    const said = lines();
    if (did) said.set(key, { day: said.get(key)?.day || Words.today(), how: line });
    const held = kept.change(() => ({ items: Object.fromEntries(said) }));
    kept.forget();
    if (!held) return false;
    try {
      localStorage.setItem(DONE, (did ? [...others, key] : others).join("\n"));
      return true;
    } catch {
      return false;
    }
  };

  /** A box to tick at what one can do, and a line for how it went. @param {string} key @param {string} title @param {() => void} refused */
  const row = (key, title, refused) => {
    if (!TRIED.includes(key[0])) return [];
    const box = make("input", { type: "checkbox", "data-tried": key });
    const write = (/** @type {string} */ text) => {
      if (keep(key, box.checked, text)) return;
      show(said);
      refused();
    };
    const how = Fields.field("input", "", write, {
      id: `tried-${key}`,
      maxlength: MOST.title,
      placeholder: "Hoe ging het? In één zin.",
      "aria-label": `Hoe ging het met ${title}?`,
      "data-how": key,
    });
    box.onchange = () => {
      how.hidden = !box.checked;
      write(how.value);
    };
    const said = make("p", { class: "tried no-print" }, make("label", {}, box, `Gedaan`), how);
    box.setAttribute("aria-label", `Gedaan: ${title}`);
    show(said);
    return [said];
  };

  /** Show what is kept, but for where someone writes. @param {ParentNode} view */
  const show = (view) => {
    const now = new Map(all().map((one) => [one.key, one]));
    for (const box of /** @type {HTMLInputElement[]} */ (Page.all("[data-tried]", view))) {
      const key = box.dataset.tried ?? "";
      const how = /** @type {HTMLInputElement} */ (box.closest("p")?.querySelector("[data-how]"));
      box.checked = now.has(key);
      how.hidden = !box.checked;
      if (how !== document.activeElement) how.value = now.get(key)?.how ?? "";
    }
  };

  return { DONE, HOW: kept.NAME, isNewer: kept.isNewer, all, keep, row, show };
})();
