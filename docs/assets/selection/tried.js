/* What was tried of what someone keeps, and in one line how it went. On this device only. The start page keeps what was done
   of its tips in the same place; an entry that has another name by now, goes on under that. */
const Tried = (() => {
  const { make } = Page;
  const { isKey, MOST } = SelectionStore;
  const DONE = "gedaan";
  const HOW = "hoe-ging-het";
  const MOST_DONE = 999;
  const TRIED = "tmw"; // Tips, methods and sheets: what one does.
  const DAY = /^\d{4}-\d\d-\d\d$/;

  /** @param {string} name */
  const kept = (name) => {
    try {
      return localStorage.getItem(name) ?? "";
    } catch {
      return "";
    }
  };
  const { today } = SelectionEntries;
  const done = () => [...new Set(kept(DONE).split("\n").filter(isKey).slice(0, MOST_DONE).map(today))];

  /** How each went, and on which day; storage may hold anything. @returns {Map<string, TriedLine>} */
  const lines = () => {
    /** @type {Map<string, TriedLine>} */
    const found = new Map();
    try {
      for (const [key, one] of Object.entries(JSON.parse(kept(HOW))?.items ?? {}).slice(0, MOST_DONE)) {
        const said = { day: DAY.test(one?.day) ? String(one.day) : "", how: oneLine(one?.how, MOST.title) };
        if (isKey(key) && !found.get(today(key))?.how) found.set(today(key), said);
      }
    } catch {}
    return found;
  };

  /** What was tried, the last day first. @returns {(TriedLine & { key: string })[]} */
  const all = () => {
    const how = lines();
    return done()
      .map((key) => ({ key, day: "", how: "", ...how.get(key) }))
      .sort((one, other) => other.day.localeCompare(one.day));
  };

  /** Keep that an entry was tried and how it went, or that it was not. What it said stays. @param {string} key @param {boolean} did @param {string} [how] */
  const keep = (key, did, how) => {
    const others = done().filter((one) => one !== key);
    const said = lines();
    const before = said.get(key);
    if (did) said.set(key, { day: before?.day || Words.today(), how: how ?? before?.how ?? "" });
    try {
      localStorage.setItem(HOW, JSON.stringify({ v: 1, items: Object.fromEntries(said) }));
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
    const write = (/** @type {string} */ text) => keep(key, box.checked, text) || refused();
    const how = Controls.field("input", "", write, {
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

  return { DONE, HOW, all, row, show };
})();
