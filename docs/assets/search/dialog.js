/* The search dialog: a box to type in, choices to narrow it down, and what was found, as links straight to the place.
   The query and the choices stand in the address, so that going back and sharing work. */
(() => {
  const AT_ONCE = 20;
  const CONTEXT = 26; // words of context, enough for two lines
  const CHOICES = { soort: ["kinds", "Soort"], niveau: ["levels", "Niveau"], voor: ["audience", "Voor wie"] };

  /** An element with attributes, texts and elements in it. Text is never read as HTML. */
  const make = (tag, attributes = {}, ...inside) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      value === true ? element.setAttribute(name, "") : value !== false && element.setAttribute(name, value);
    element.append(...inside);
    return element;
  };

  class SearchDialog {
    static async make(root, door, load) {
      const style = make("link", { rel: "stylesheet", href: new URL("assets/search/dialog.css", root) });
      await new Promise((ready) => ((style.onload = style.onerror = ready), document.head.append(style)));
      return new SearchDialog(root, door, load);
    }

    constructor(root, door, load) {
      Object.assign(this, {
        root,
        door,
        load,
        finder: null,
        shown: AT_ONCE,
        chosen: { soort: new Set(), niveau: new Set(), voor: new Set() },
      });
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
      this.form = make(
        "form",
        { role: "search", class: "search__bar" },
        this.input,
        this.clear,
        make("button", { type: "button", class: "search__close" }, "Sluit"),
      );
      this.choices = make("div", { class: "search__choices" });
      this.status = make("p", { id: "search-status", class: "search__status", role: "status" });
      this.found = make("div", { class: "search__found" });
      this.dialog = make(
        "dialog",
        { class: "search", "aria-label": "Zoeken in de gids" },
        this.form,
        make("div", { class: "search__body" }, this.choices, this.status, this.found),
      );
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
        this.found.querySelector(".search__hits a")?.click();
      });
      this.form.querySelector(".search__close").addEventListener("click", () => this.close());
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
      if (!asked.has("vind")) {
        this.remember("pushState", { search: true }, { vind: "" });
        this.input.value = "";
        for (const set of Object.values(this.chosen)) set.clear();
      } else {
        this.input.value = asked.get("vind");
        for (const name in CHOICES)
          this.chosen[name] = new Set((asked.get(`vind-${name}`) || "").split(",").filter(Boolean));
      }
      if (!this.dialog.open) this.dialog.showModal();
      this.input.focus();
      if (this.finder) return this.find();
      this.status.textContent = "De gids wordt klaargezet …";
      this.ready ??= this.load().then(
        () => ((this.finder = new Finder(SearchData)), this.find()),
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
      this.door.focus();
    }

    /* Some browsers keep no addresses for a page that was opened from a disk. It searches all the same. */
    remember(how, state, asked) {
      try {
        history[how](state, "", this.address(asked));
      } catch {}
    }

    address(asked) {
      const address = new URL(location);
      for (const name of ["vind", ...Object.keys(CHOICES).map((name) => `vind-${name}`)])
        address.searchParams.delete(name);
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return address;
    }

    ask(words) {
      this.input.value = words;
      this.input.focus();
      this.changed();
    }

    changed() {
      const asked = { vind: this.input.value };
      for (const name in CHOICES) if (this.chosen[name].size) asked[`vind-${name}`] = [...this.chosen[name]].join(",");
      this.remember("replaceState", history.state, asked);
      this.shown = AT_ONCE;
      this.find();
    }

    /* --- what was found --- */

    find() {
      this.clear.hidden = !this.input.value;
      if (!this.finder) return;
      const words = this.input.value.trim();
      const { soort, niveau, voor } = this.chosen;
      const fits = (record) =>
        (!niveau.size || record.levels.some((one) => niveau.has(one))) &&
        (!voor.size || record.audience.some((one) => voor.has(one)));
      const anyKind = this.finder.search(words, fits);
      const result = soort.size
        ? this.finder.search(words, (record) => fits(record) && soort.has(record.kind))
        : anyKind;
      const chosen = soort.size + niveau.size + voor.size;
      this.choices.hidden = !words && !chosen;
      this.choose(words, anyKind.hits);
      this.found.replaceChildren();
      if (!words && !chosen) return this.begin();
      this.say({ 0: "Geen resultaten", 1: "1 resultaat" }[result.hits.length] || `${result.hits.length} resultaten`);
      if (!result.hits.length) return this.nothing(words, chosen, result.meant);
      if (result.meant) this.found.append(this.meant(result.meant));
      this.found.append(
        make(
          "ol",
          { class: "search__hits" },
          ...result.hits.slice(0, this.shown).map((hit) => this.hit(hit.record, result.terms)),
        ),
      );
      if (result.hits.length > this.shown) this.found.append(this.button("Toon er meer", () => this.more()));
    }

    more() {
      const before = this.shown;
      this.shown += AT_ONCE;
      this.find();
      this.links()[before]?.focus();
    }

    hit(record, terms) {
      const where = record.page === record.title ? record.label : `${record.label} · ${record.page}`;
      const context = this.context(record.text, terms);
      return make(
        "li",
        {},
        make(
          "a",
          { href: new URL(record.address, this.root) },
          make("span", { class: "search__kind" }, where),
          make("strong", {}, ...this.marked(record.title, terms)),
          make("span", { class: "search__context" }, ...context),
        ),
      );
    }

    /* The stretch of a text that holds most of what was looked for. */
    context(text, terms) {
      const words = text.split(" ");
      const hits = words.map((word) => (terms.size && this.finder.marks(word, terms) ? 1 : 0));
      let [sum, most, from] = [0, 0, 0];
      hits.forEach((hit, index) => {
        sum += hit - (index >= CONTEXT ? hits[index - CONTEXT] : 0);
        if (sum > most) [most, from] = [sum, Math.max(0, index - CONTEXT + 1)];
      });
      if (from) from = Math.max(0, Math.min(from + 6, words.length - CONTEXT));
      const stretch = words.slice(from, from + CONTEXT).join(" ");
      return [from ? "… " : "", ...this.marked(stretch, terms), from + CONTEXT < words.length ? " …" : ""];
    }

    marked(text, terms) {
      if (!terms.size) return [text];
      return text
        .split(/([\p{L}\p{N}][\p{L}\p{N}’'-]*)/u)
        .map((piece, index) => (index % 2 && this.finder.marks(piece, terms) ? make("mark", {}, piece) : piece));
    }

    /* --- when there is nothing, or nothing yet --- */

    begin() {
      this.say("");
      this.found.append(make("h2", {}, "Waar loop je tegenaan?"), this.list(this.all("situatie").slice(0, 6)));
    }

    nothing(words, chosen, meant) {
      if (chosen) {
        const wider = this.finder.search(words).hits.length;
        if (wider)
          this.found.append(
            make(
              "p",
              {},
              wider === 1 ? "Zonder je keuzes is er 1 resultaat. " : `Zonder je keuzes zijn er ${wider}. `,
              this.button("Toon alles", () => this.widen()),
            ),
          );
      }
      if (meant) this.found.append(this.meant(meant));
      const near = this.finder
        .search(meant || words, (record) => ["sleutel", "situatie"].includes(record.kind))
        .hits.map((hit) => hit.record);
      this.found.append(
        make("p", {}, words ? "Probeer een ander woord, of begin hier." : "Kies iets anders, of begin hier."),
      );
      if (words && near.length) this.found.append(make("h2", {}, "In de buurt"), this.list(near.slice(0, 5)));
      else this.found.append(make("h2", {}, "Waar loop je tegenaan?"), this.list(this.all("situatie").slice(0, 5)));
      this.found.append(
        make("h2", {}, "Of kijk rond"),
        this.list(this.all("overzicht").filter((record) => /^(sleutels|werkvormen|tips)\b/.test(record.address))),
      );
    }

    widen() {
      for (const set of Object.values(this.chosen)) set.clear();
      this.ask(this.input.value);
    }

    meant(words) {
      return make(
        "p",
        { class: "search__meant" },
        "Bedoelde je ",
        this.button(words, () => this.ask(words)),
        "?",
      );
    }

    all(kind) {
      return this.finder.records.filter((record) => record.kind === kind);
    }

    list(records) {
      return make(
        "ul",
        { class: "search__list" },
        ...records.map((record) =>
          make("li", {}, make("a", { href: new URL(record.address, this.root) }, record.title)),
        ),
      );
    }

    button(words, act) {
      const button = make("button", { type: "button", class: "search__button" }, words);
      button.addEventListener("click", act);
      return button;
    }

    /* A screen reader hears how many there are once the typing pauses, not at every letter. */
    say(words) {
      clearTimeout(this.saying);
      this.saying = setTimeout(() => (this.status.textContent = words), 200);
    }

    /* --- choices --- */

    choose(words, hits) {
      const counts = new Map();
      for (const { record } of hits) counts.set(record.kind, (counts.get(record.kind) || 0) + 1);
      const focus = document.activeElement?.dataset?.choice;
      const rows = Object.entries(CHOICES).map(([name, [list, heading]]) => {
        const values = SearchData[list].filter(
          ([value]) =>
            name !== "soort" ||
            this.chosen.soort.has(value) ||
            (counts.has(value) && !["pagina", "overzicht"].includes(value)),
        );
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
      const [kinds, ...others] = rows;
      const open = this.choices.querySelector("details")?.open || this.chosen.niveau.size + this.chosen.voor.size > 0;
      this.choices.replaceChildren(
        kinds,
        make("details", { open }, make("summary", {}, "Verfijn op niveau en voor wie"), ...others),
      );
      if (focus) this.choices.querySelector(`[data-choice="${focus}"]`)?.focus();
    }

    chip(name, value, label) {
      const set = this.chosen[name];
      const chip = make(
        "button",
        {
          type: "button",
          class: "search__chip",
          "data-choice": `${name} ${value}`,
          "aria-pressed": String(set.has(value)),
        },
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
      return [...this.found.querySelectorAll("a")];
    }

    /* Arrows go from the box through what was found, and back. */
    move(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || event.target.closest(".search__choices")) return;
      const row = [this.input, ...this.links()];
      const to = row[row.indexOf(document.activeElement) + step];
      if (!to) return;
      event.preventDefault();
      to.focus();
    }
  }

  globalThis.SearchDialog = SearchDialog;
})();
