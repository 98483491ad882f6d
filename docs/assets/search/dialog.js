/* The search dialog: a box to type in, choices, and what was found, as links straight to the place.
   The query and the choices stand in the address, so that going back and sharing work. */
const SearchDialog = (() => {
  const { make } = Page;
  const AT_ONCE = 20;

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
      this.choices = new SearchChoices(() => this.changed());
      this.status = make("p", { id: "search-status", class: "search__status", role: "status" });
      this.found = make("div", { class: "search__found" });
      const body = make("div", { class: "search__body" }, this.choices.row, this.status, this.found);
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
        this.go();
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
      this.choices.read(words === null ? new URLSearchParams() : asked);
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
      for (const name of ["vind", ...SearchChoices.WORDS]) address.searchParams.delete(name);
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
      const asked = { vind: this.input.value.slice(0, Finder.SIGNS), ...this.choices.asked };
      this.remember("replaceState", history.state, asked);
      this.shown = AT_ONCE;
      this.find();
    }

    widen() {
      this.choices.clear();
      this.ask(this.input.value);
    }

    /* --- what was found --- */

    find() {
      this.clear.hidden = !this.input.value;
      if (!this.results) return;
      const { finder } = this.results;
      this.choices.check();
      const words = this.input.value.trim();
      const { soort } = this.choices.chosen;
      /** @param {SearchRecord} record */
      const fits = (record) => this.choices.fits(record);
      const anyKind = finder.search(words, fits);
      const { hits, gap, terms, meant, cut } = soort.size
        ? finder.search(words, (record) => fits(record) && soort.has(record.kind))
        : anyKind;
      const chosen = this.choices.count > 0;
      this.choices.show(words, anyKind.hits);
      if (!words && !chosen) {
        this.say("");
        return this.found.replaceChildren(...this.results.situations(6));
      }
      const only = cut ? ". We zochten alleen met het begin van je vraag." : "";
      const count = hits.length === 1 ? "1 resultaat" : `${hits.length || "Geen"} resultaten`;
      this.say((gap && !hits.length ? "Hierover heeft de gids niets" : count) + only);
      if (!hits.length && !gap) return this.nothing(words, chosen, meant);
      const situation = chosen || gap ? undefined : finder.recognised(words, hits);
      const rest = hits.filter((hit) => hit !== situation);
      this.found.replaceChildren(
        ...this.meant(meant),
        ...this.results.top(terms, gap, situation),
        ...(rest.length ? [this.results.hits(rest.slice(0, this.shown), terms)] : this.results.around()),
      );
      if (rest.length > this.shown) this.found.append(this.button("Toon er meer", () => this.more()));
    }

    more() {
      const before = this.shown;
      this.shown += AT_ONCE;
      this.find();
      this.links(".search__hits > li > ")[before]?.focus();
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

    /* --- keys --- */

    /** @param {string} [within] */
    links(within = "") {
      return [...this.found.querySelectorAll(/** @type {"a"} */ (`${within}a:not(.keep__said a)`))];
    }

    /** Enter goes to the best answer. On a phone it shows the list first: the keyboard covers it. */
    go() {
      const [best = null] = this.links(":is(.search__recognised, .search__hits > li) > ");
      if (!matchMedia("(pointer: coarse)").matches) return best?.click();
      this.input.blur();
      best?.focus({ preventScroll: true });
      this.status.scrollIntoView();
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
