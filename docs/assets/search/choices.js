/* The choices above what was found: of which kind, for which level and for whom. They stand in the address. */
const SearchChoices = (() => {
  const { make } = Page;
  /** By its word in the address: where its values stand in the data, and what a reader calls it. */
  const CHOICES = /** @type {const} */ ({
    soort: ["kinds", "Soort"],
    niveau: ["levels", "Niveau"],
    voor: ["audience", "Voor wie"],
  });
  /** @typedef {keyof typeof CHOICES} Choice */
  const NAMES = /** @type {Choice[]} */ (Object.keys(CHOICES));

  return class SearchChoices {
    static WORDS = NAMES.map((name) => `vind-${name}`);

    /** @param {() => void} changed what happens when someone chooses */
    constructor(changed) {
      this.changed = changed;
      this.chosen = { soort: new Set(), niveau: new Set(), voor: new Set() };
      this.row = make("div", { class: "search__choices" });
    }

    /** How many are chosen. */
    get count() {
      return NAMES.reduce((sum, name) => sum + this.chosen[name].size, 0);
    }

    /** What an address asks for. @param {URLSearchParams} asked */
    read(asked) {
      for (const name of NAMES)
        this.chosen[name] = new Set((asked.get(`vind-${name}`) ?? "").toLowerCase().match(/[\w-]+/g));
    }

    /** The same for an address. @returns {Record<string, string>} */
    get asked() {
      const chosen = NAMES.filter((name) => this.chosen[name].size);
      return Object.fromEntries(chosen.map((name) => [`vind-${name}`, [...this.chosen[name]].join(",")]));
    }

    clear() {
      for (const set of Object.values(this.chosen)) set.clear();
    }

    /** An address may be hurt: keep what is a choice. */
    check() {
      for (const name of NAMES) {
        const known = new Map(SearchData[CHOICES[name][0]]);
        this.chosen[name].forEach((value, _, set) => known.has(value) || set.delete(value));
      }
    }

    /** Whether a record is for whom was chosen. @param {SearchRecord} record */
    fits({ levels, audience }) {
      const { niveau, voor } = this.chosen;
      return (
        (!niveau.size || levels.some((one) => niveau.has(one))) && (!voor.size || audience.some((one) => voor.has(one)))
      );
    }

    /** Show them, the kinds with how many were found. @param {string} words @param {{ record: SearchRecord }[]} hits */
    show(words, hits) {
      this.row.hidden = !words && !this.count;
      /** @type {Map<string, number>} */
      const counts = new Map();
      for (const { record } of hits) counts.set(record.kind, (counts.get(record.kind) || 0) + 1);
      /** @param {Choice} name @param {string} value */
      const offered = (name, value) =>
        name !== "soort" ||
        this.chosen.soort.has(value) ||
        (counts.has(value) && !["pagina", "overzicht"].includes(value));
      const focused = document.activeElement instanceof HTMLElement && document.activeElement.dataset.choice;
      const [kinds, ...others] = NAMES.map((name) => {
        const [list, heading] = CHOICES[name];
        const values = SearchData[list].filter(([value]) => offered(name, value));
        const chips = values.map(([value, label]) =>
          this.chip(name, value, name === "soort" && words ? `${label} ${counts.get(value) || 0}` : label),
        );
        return make(
          "div",
          { role: "group", "aria-label": heading, class: "search__row", hidden: !chips.length },
          make("span", { class: "search__label", "aria-hidden": "true" }, heading),
          ...chips,
        );
      });
      const { niveau, voor } = this.chosen;
      const open = this.row.querySelector("details")?.open || niveau.size + voor.size > 0;
      const more = make("details", { open }, make("summary", {}, "Verfijn op niveau en voor wie"), ...others);
      this.row.replaceChildren(kinds, more);
      const again = [...this.row.querySelectorAll("button")].find(({ dataset }) => dataset.choice === focused);
      if (focused) again?.focus();
    }

    /** @param {Choice} name @param {string} value @param {string} label */
    chip(name, value, label) {
      const set = this.chosen[name];
      const pressed = String(set.has(value));
      const chip = make(
        "button",
        { type: "button", class: "search__chip", "data-choice": `${name} ${value}`, "aria-pressed": pressed },
        label,
      );
      chip.addEventListener("click", () => {
        if (!set.delete(value)) set.add(value);
        this.changed();
      });
      return chip;
    }
  };
})();
