/* Narrows an overview by what its entries say of themselves, in data-facets or in a line to read, and by typed words; the
   address keeps the choice. */
(() => {
  const { find, make } = Page;
  const { words } = Spelling;
  const form = document.forms.namedItem("filter");
  if (!form) return;
  const status = find("[role=status]", form);
  const door = find(".filter__door", form);
  /** @type {HTMLElement[]} */
  const rows = [...form.querySelectorAll(/** @type {"div"} */ (".filter__quick"))];
  const choices = find(".filter__choices", form);
  const more = find(".filter__more");
  const done = make("button", { type: "button", class: "filter__done" });
  const [box] = form.getElementsByTagName("input");
  const quicks = rows.flatMap((row) => [...row.getElementsByTagName("button")]);
  /* What is chosen in a row is kept as in a list that no one sees. */
  const unseen = rows.map((row) =>
    make(
      "select",
      { name: row.getElementsByTagName("button")[0].name, "aria-label": row.ariaLabel ?? "" },
      make("option", { value: "" }),
      ...[...row.getElementsByTagName("button")].map(({ value, dataset, textContent }) =>
        make("option", { value, "data-also": dataset.also ?? "" }, textContent ?? ""),
      ),
    ),
  );
  const selects = [...unseen, ...form.getElementsByTagName("select")];
  const fields = [box, ...selects];
  const other = () => rows[0].appendChild(make("button", { type: "button", class: "filter__other" }));
  /* Each option, and the button that chooses it in one tap, or only takes it away. */
  const options = selects.flatMap((select) =>
    [...select.options].slice(1).map((option) => ({
      select,
      option,
      label: option.text.replace(/ \(\d+\)$/, ""),
      own: [option.value, ...(option.dataset.also ?? "").split(" ")].map((value) => `${select.name}=${value}`),
      button: quicks.find(({ name, value }) => name === select.name && value === option.value) ?? other(),
    })),
  );
  const facetOf = new Map(options.map(({ label, own }) => [label, own[0]]));
  const items = [...document.querySelectorAll("[data-facets]")].map((mark) => {
    const element = mark.closest("article, li") ?? mark;
    const group = element.closest(".filter-group");
    const together = group?.getAttribute("data-together");
    const facets = new Set(`${mark.getAttribute("data-facets")} ${together}`.split(" "));
    const facts = element.querySelector(".listed__facts")?.textContent.split(/ · |, /);
    facts?.forEach((fact) => facets.add(facetOf.get(fact) ?? ""));
    /* Only who types asks for it. */
    const all = () => {
      const lines = element.querySelectorAll("h3, p:not(.more *, .ties *, .rests-on *)");
      const said = options.filter(({ own }) => own.some((one) => facets.has(one))).map(({ label }) => label);
      return [...lines].map((line) => line.textContent).concat(said, mark.getAttribute("data-words") ?? "");
    };
    let said = "";
    const text = () => (said ||= words(all().join(" ")).join(" "));
    const anchor = () => element.querySelector("a")?.hash.slice(1) || (element.querySelector("[id]")?.id ?? "");
    return { places: [element, group ?? element], facets, text, anchor };
  });
  const places = new Set(items.flatMap(({ places }) => places));
  const contents = [...document.querySelectorAll("#kaart li")];
  let most = 20;
  let fitting = items;
  let waiting = 0;
  /** @type {typeof Panel | undefined} */
  let panel;

  /* Where the search knows each of them, it finds them by their words as it does everywhere. Until it is there, or where it
     cannot come, the words themselves do. */
  const { found: noun } = form.dataset;
  /** @type {(typed: string) => Set<string> | null} the anchors of what was found */
  let searched = () => null;
  const learn = async () => {
    await Page.load("filter/words.js");
    searched = await FilterWords.of(noun ?? "");
    if (box.value) narrow(most);
  };
  if (noun) box.addEventListener("focus", () => learn().catch(() => {}), { once: true });

  /** @param {number} [count] how many of them to show */
  const narrow = (count = 20) => {
    most = count;
    const asked = words(box.value);
    const chosen = options.filter(({ option }) => option.value && option.selected);
    /* Who types only signs, asks for something that is not there. */
    const any = asked.length || !box.value.trim();
    const hits = asked.length && searched(box.value);
    const found = items.filter(({ text, anchor }) =>
      hits ? hits.has(anchor()) : any && asked.every((word) => text().includes(word)),
    );
    /** @param {typeof options} some */
    const having = (some) =>
      found.filter(({ facets }) => some.every(({ own }) => own.some((facet) => facets.has(facet))));
    fitting = having(chosen);
    const fits = new Set(fitting.flatMap(({ places }) => places));
    const seen = new Set(fitting.slice(0, most).flatMap(({ places }) => places));
    /* What is not in sight yet, the browser's own search finds, where it can. */
    places.forEach((one) =>
      seen.has(one) ? one.removeAttribute("hidden") : one.setAttribute("hidden", fits.has(one) ? "until-found" : ""),
    );
    contents.forEach((line) => {
      const target = document.getElementById(line.querySelector("a")?.hash.slice(1) ?? "");
      line.toggleAttribute("hidden", !!target?.closest("[hidden='']"));
    });
    options.forEach((one) => {
      const near = having([one, ...chosen.filter(({ select }) => select !== one.select)]);
      one.button.textContent = one.option.text = `${one.label} (${near.length})`;
      one.button.ariaPressed = String(one.option.selected);
    });
    find("span", door).textContent = chosen.length ? ` (${chosen.length})` : "";
    find("[type=reset]", form).hidden = !chosen.length && !box.value;
    find(".filter__empty", form).hidden = fitting.length > 0;
    more.hidden = fitting.length <= most;
    find("button", more).textContent = `Toon er ${Math.min(20, fitting.length - most)} meer`;
    const counted = `${fitting.length} ${fitting.length === 1 ? form.dataset.one : form.dataset.many}`;
    clearTimeout(waiting);
    waiting = setTimeout(() => (status.textContent = counted), 200);
    done.textContent = `Toon ${counted}`;
    if (panel?.door === door) panel.say(done);
  };
  const changed = () => {
    narrow();
    const address = new URL(location.href);
    fields.forEach(({ name, value }) =>
      value.trim() ? address.searchParams.set(name, value.trim()) : address.searchParams.delete(name),
    );
    try {
      history.replaceState(history.state, "", address);
    } catch {
      /* not from a disk */
    }
  };
  /** @param {URLSearchParams} asked @param {(value: string) => string[]} [names] what a value may have been */
  const choose = (asked, names = (value) => [value]) => {
    box.value = (asked.get("zoek") || "").slice(0, box.maxLength);
    selects.forEach((select) => {
      const known = [...select.options].map(({ value }) => value);
      select.value = names(asked.get(select.name) || "").find((value) => known.includes(value)) ?? "";
    });
    narrow();
  };
  const read = () => {
    const asked = () => new URLSearchParams(location.search);
    choose(asked());
    /* A link that a mail program hurt asks for what is not there. */
    if (selects.some(({ name, value }) => (asked().get(name) || "") !== value))
      Page.load("link/link.js").then(
        () => choose(asked(), Link.names),
        () => {},
      );
  };
  /* Who follows a link to an entry must see it, whatever was chosen before. */
  const reveal = () => {
    const { target } = Page;
    if (!target?.closest("[hidden]") || form.contains(target)) return;
    if (target.closest("[hidden='']")) form.reset();
    narrow(Infinity);
    target.scrollIntoView();
  };
  addEventListener("input", ({ target }) => fields.some((field) => field === target) && changed());
  form.onsubmit = (event) => event.preventDefault();
  form.onreset = (event) => {
    event.preventDefault();
    fields.forEach((field) => (field.value = ""));
    changed();
  };
  options.forEach(({ select, option, button }) => {
    button.onclick = () => {
      select.value = option.selected ? "" : option.value;
      changed();
      if (!button.offsetParent) rows[0].focus();
    };
  });
  /* Of a button that is cut by the edge, a browser takes enough to be in sight. */
  const whole = { block: /** @type {const} */ ("nearest"), inline: /** @type {const} */ ("nearest") };
  rows.forEach((row) =>
    row.addEventListener("focusin", ({ target }) => /** @type {Element} */ (target).scrollIntoView(whole)),
  );
  done.onclick = () => panel?.close();
  door.onclick = async () => {
    panel = await Page.panel();
    panel.open(door, "Filter", choices);
    panel.say(done);
    choices.closest("dialog")?.addEventListener("close", () => rows.at(-1)?.after(choices), { once: true });
  };
  more.onclick = () => {
    const [next] = fitting[most].places;
    narrow(most + 20);
    find("summary, a", next).focus({ preventScroll: true });
  };
  form.querySelector("[data-print]")?.addEventListener("click", () => print());
  form.querySelector("[data-surprise]")?.addEventListener("click", () => {
    const any = fitting[Math.floor(Math.random() * fitting.length)];
    any?.places[0].querySelector("a")?.click();
  });
  const said = document.querySelector(".filter-said");
  addEventListener("beforeprint", () => {
    narrow(Infinity);
    if (!said) return;
    const chosen = options.filter(({ option }) => option.selected);
    const lines = chosen.map(
      ({ select, label }) => `${(select.labels[0]?.textContent ?? select.ariaLabel ?? "").replace("?", "")}: ${label}`,
    );
    if (box.value.trim()) lines.push(`met „${box.value.trim()}”`);
    said.textContent = `${lines.join(" · ") || "De hele lijst"}. ${Page.today()}.`;
  });
  addEventListener("beforematch", () => narrow(Infinity));
  addEventListener("popstate", read);
  addEventListener("hashchange", reveal);
  form.hidden = false;
  read();
  reveal();
})();
