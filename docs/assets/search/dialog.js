/* The search dialog: a box to type in, choices, and what was found, as links straight to the place.
   The query and the choices stand in the address, so that going back and sharing work. */
const SearchDialog = (() => {
  const { make } = Page;
  const AT_ONCE = 20;
  /** By its word in the address: where its values stand in the data, and what a reader calls it. */
  const CHOICES = /** @type {const} */ ({
    soort: ["kinds", "Soort"],
    niveau: ["levels", "Niveau"],
    voor: ["audience", "Voor wie"],
  });
  /** @typedef {keyof typeof CHOICES} Choice */
  const NAMES = /** @type {Choice[]} */ (Object.keys(CHOICES));

  return class SearchDialog {
    /** The dialog, once it has its looks. @param {HTMLElement} opener @param {() => Promise<unknown>} load */
    static async make(opener, load) {
      const style = make("link", { rel: "stylesheet", href: new URL("assets/search/dialog.css", Page.root) });
      await new Promise((ready) => {
        style.onload = style.onerror = ready;
        document.head.append(style);
      });
      return new SearchDialog(opener, load);
    }

    /** @param {HTMLElement} opener what gets the focus back @param {() => Promise<unknown>} load fetches the data */
    constructor(opener, load) {
      this.opener = opener;
      this.load = load;
      /** @type {Promise<void> | null} */
      this.ready = null;
      /** @type {InstanceType<typeof SearchResults> | null} */
      this.results = null;
      this.shown = AT_ONCE;
      this.chosen = { soort: new Set(), niveau: new Set(), voor: new Set() };
      this.saying = 0;
      this.input = make("input", {
        id: "search-words",
        type: "text",
        role: "searchbox",
        inputmode: "search",
        enterkeyhint: "search",
        autocomplete: "off",
        autocapitalize: "off",
        spellcheck: "false",
        placeholder: "Wat zoek je?",
        "aria-label": "Zoeken in de gids",
        "aria-describedby": "search-status",
      });
      this.clear = make("button", { type: "reset", hidden: true }, "Wis");
      const close = make("button", { type: "button", class: "search__close" }, "Sluit");
      close.addEventListener("click", () => this.close());
      this.form = make("form", { role: "search", class: "search__bar" }, this.input, this.clear, close);
      this.choices = make("div", { class: "search__choices" });
      this.status = make("p", { id: "search-status", class: "search__status", role: "status" });
      this.found = make("div", { class: "search__found" });
      const body = make("div", { class: "search__body" }, this.choices, this.status, this.found);
      this.dialog = make("dialog", { class: "search", "aria-label": "Zoeken in de gids" }, this.form, body);
      document.body.append(this.dialog);
      this.listen();
    }

    listen() {
      this.input.addEventListener("input", () => this.changed());
      this.form.addEventListener("reset", (event) => {
        event.preventDefault();
        this.ask("");
      });
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.found.querySelector(/** @type {"a"} */ (".search__hits a"))?.click();
      });
      this.dialog.addEventListener("cancel", (event) => {
        event.preventDefault();
        this.close();
      });
      this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.close());
      this.dialog.addEventListener("keydown", (event) => this.move(event));
    }

    /** Show the dialog with what the address asks for. */
    open() {
      const asked = new URLSearchParams(location.search);
      const words = asked.get("vind");
      if (words === null) this.remember("pushState", { search: true }, { vind: "" });
      this.input.value = words ?? "";
      /** @param {Choice} name */
      const picked = (name) => (words === null ? "" : (asked.get(`vind-${name}`) ?? "").toLowerCase());
      for (const name of NAMES) this.chosen[name] = new Set(picked(name).match(/[\w-]+/g));
      if (!this.dialog.open) this.dialog.showModal();
      this.input.focus();
      if (this.results) return this.find();
      this.status.textContent = "De gids wordt klaargezet …";
      this.ready ??= this.load().then(
        () => {
          this.results = new SearchResults(new Finder(SearchData));
          this.find();
        },
        () => {
          this.ready = null;
          this.status.textContent = "Zoeken lukt nu niet. Kijk of je verbinding hebt, en probeer het opnieuw.";
        },
      );
      return this.ready;
    }

    /** Close, and leave the address as it was before. */
    close() {
      if (history.state?.search) history.back();
      else this.remember("replaceState", null, {});
      this.leave();
    }

    leave() {
      if (!this.dialog.open) return;
      this.dialog.close();
      this.opener.focus();
    }

    /* --- what is asked, and the address that holds it --- */

    /** @param {"pushState" | "replaceState"} how @param {unknown} state @param {Record<string, string>} asked */
    remember(how, state, asked) {
      const address = new URL(location.href);
      for (const name of ["vind", ...NAMES.map((name) => `vind-${name}`)]) address.searchParams.delete(name);
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      try {
        history[how](state, "", address);
      } catch {
        /* Some browsers keep no addresses for a page that was opened from a disk. It searches all the same. */
      }
    }

    /** @param {string} words */
    ask(words) {
      this.input.value = words;
      this.input.focus();
      this.changed();
    }

    changed() {
      /** @type {Record<string, string>} */
      const asked = { vind: this.input.value.slice(0, Finder.SIGNS) };
      for (const name of NAMES) if (this.chosen[name].size) asked[`vind-${name}`] = [...this.chosen[name]].join(",");
      this.remember("replaceState", history.state, asked);
      this.shown = AT_ONCE;
      this.find();
    }

    widen() {
      for (const set of Object.values(this.chosen)) set.clear();
      this.ask(this.input.value);
    }

    /* --- what was found --- */

    find() {
      this.clear.hidden = !this.input.value;
      if (!this.results) return;
      const { finder } = this.results;
      for (const name of NAMES) {
        const known = new Map(SearchData[CHOICES[name][0]]);
        this.chosen[name].forEach((value, _, set) => known.has(value) || set.delete(value)); // an address may be hurt
      }
      const words = this.input.value.trim();
      const { soort, niveau, voor } = this.chosen;
      /** @param {SearchRecord} record */
      const fits = ({ levels, audience }) =>
        (!niveau.size || levels.some((one) => niveau.has(one))) &&
        (!voor.size || audience.some((one) => voor.has(one)));
      const anyKind = finder.search(words, fits);
      const { hits, terms, meant, cut } = soort.size
        ? finder.search(words, (record) => fits(record) && soort.has(record.kind))
        : anyKind;
      const chosen = soort.size + niveau.size + voor.size > 0;
      this.choices.hidden = !words && !chosen;
      this.choose(words, anyKind.hits);
      if (!words && !chosen) {
        this.say("");
        return this.found.replaceChildren(...this.results.situations(6));
      }
      const only = cut ? ". We zochten alleen met het begin van je vraag." : "";
      this.say((hits.length === 1 ? "1 resultaat" : `${hits.length || "Geen"} resultaten`) + only);
      if (!hits.length) return this.nothing(words, chosen, meant);
      const records = hits.slice(0, this.shown).map(({ record }) => record);
      this.found.replaceChildren(...this.meant(meant), this.results.hits(records, terms));
      if (hits.length > this.shown) this.found.append(this.button("Toon er meer", () => this.more()));
    }

    more() {
      const before = this.shown;
      this.shown += AT_ONCE;
      this.find();
      this.links()[before]?.focus();
    }

    /** @param {string} words @param {boolean} chosen @param {string} meant */
    nothing(words, chosen, meant) {
      if (!this.results) return;
      const wider = chosen ? this.results.finder.search(words).hits.length : 0;
      const without = wider === 1 ? "Zonder je keuzes is er 1 resultaat. " : `Zonder je keuzes zijn er ${wider}. `;
      const everything = this.button("Toon alles", () => this.widen());
      this.found.replaceChildren(
        ...(wider ? [make("p", {}, without, everything)] : []),
        ...this.meant(meant),
        ...this.results.elsewhere(words, meant),
      );
    }

    /** @param {string} words what was probably meant, or nothing */
    meant(words) {
      if (!words) return [];
      const button = this.button(words, () => this.ask(words));
      return [make("p", { class: "search__meant" }, "Bedoelde je ", button, "?")];
    }

    /** @param {string} words @param {() => void} act */
    button(words, act) {
      const button = make("button", { type: "button", class: "search__button" }, words);
      button.addEventListener("click", act);
      return button;
    }

    /** A screen reader hears how many there are once the typing pauses, not at every letter. @param {string} words */
    say(words) {
      clearTimeout(this.saying);
      this.saying = setTimeout(() => (this.status.textContent = words), 200);
    }

    /* --- choices --- */

    /** @param {string} words @param {{ record: SearchRecord }[]} hits */
    choose(words, hits) {
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
      const open = this.choices.querySelector("details")?.open || niveau.size + voor.size > 0;
      const more = make("details", { open }, make("summary", {}, "Verfijn op niveau en voor wie"), ...others);
      this.choices.replaceChildren(kinds, more);
      const again = [...this.choices.querySelectorAll("button")].find(({ dataset }) => dataset.choice === focused);
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

    /* --- keys --- */

    links() {
      return [...this.found.querySelectorAll(/** @type {"a"} */ ("a:not(.keep__said a)"))];
    }

    /** Arrows go from the box through what was found, and back. @param {KeyboardEvent} event */
    move(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || (event.target instanceof Element && event.target.closest(".search__choices"))) return;
      const row = [this.input, ...this.links()];
      const to = row[row.findIndex((one) => one === document.activeElement) + step];
      if (!to) return;
      event.preventDefault();
      to.focus();
    }
  };
})();
