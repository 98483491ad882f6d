/* Narrows an overview by what its entries say of themselves, in data-facets or in a line to read, and by typed words; the
   address keeps the choice. */
(() => {
  const { all, find, make } = Page;
  const form = document.forms.namedItem("filter");
  if (!form) return;
  const status = find("[role=status]", form);
  const door = find(".filter__door", form);
  const rows = all(".filter__quick", form);
  const choices = find(".filter__choices", form);
  const more = find(".filter__more");
  const done = make("button", { type: "button", class: "filter__done" });
  const [box] = form.getElementsByTagName("input");
  const selects = [...form.getElementsByTagName("select")];
  const groups = all(".filter-group");
  /* Where one can choose a heading, it is there to read already. */
  for (const group of all("[data-together]")) {
    const [name, value] = (group.dataset.together ?? "").split("=");
    const label = `${group.children[0].textContent} (${all("li", group).length})`;
    find(`[name=${name}]`, form).append(new Option(label, value));
  }
  /* What is chosen in a row is kept in a field that no one sees. */
  const quick = rows.flatMap((row) => {
    const buttons = [...row.getElementsByTagName("button")];
    const field = make("input", { name: buttons[0].name });
    return buttons.map((option) => ({ field, asks: row.ariaLabel, option, button: option }));
  });
  const listed = selects.flatMap((field) => {
    const asks = field.labels[0].textContent;
    const button = rows[0].appendChild(make("button", { type: "button", class: "filter__other" }));
    return [...field.options].slice(1).map((option) => ({ field, asks, option, button }));
  });
  /* Each option, and the button that chooses it in one tap; of a list, the one that takes away what is chosen in it. */
  const options = [...quick, ...listed].map((one) => {
    const { value, dataset } = one.option;
    const own = [value, ...(dataset.also ?? "").split(" ")].map((each) => `${one.field.name}=${each}`);
    return { ...one, value, own, label: (one.option.textContent ?? "").replace(/ \(\d+\)$/, "") };
  });
  const fields = [...new Set(options.map(({ field }) => field)), box];
  const facetOf = new Map(options.map(({ label, own }) => [label, own[0]]));
  /** @param {(typeof options)[0]} one */
  const isChosen = ({ field, value }) => field.value === value;
  /** What is made once someone asks for it. @template T @param {() => T} made @param {T} [kept] @returns {() => T} */
  const once = (made, kept) => () => (kept ??= made());
  const items = all(".listed li, [data-facets]").map((mark) => {
    const element = mark.closest("li") ?? mark.closest("article") ?? mark;
    const group = () => element.closest(".filter-group");
    const together = group()?.getAttribute("data-together");
    const facets = once(() => {
      const said = element.querySelector("small")?.textContent.split(/ · |, /) ?? [];
      const marked = `${mark.dataset.facets} ${together}`.split(" ");
      return new Set([...marked, ...said.map((fact) => facetOf.get(fact))]);
    });
    const text = once(() => {
      const lines = all("h3, p:not(.more *, .ties *, .rests-on *)", element);
      const shown = (lines.length ? lines : [element]).map((line) => line.textContent);
      const said = options.filter(({ own }) => own.some((one) => facets().has(one))).map(({ label }) => label);
      return [...shown, ...said, mark.dataset.words].join(" ");
    });
    const anchor = () => element.querySelector("a")?.hash.slice(1) || (element.querySelector("[id]")?.id ?? "");
    return { element, group, leads: !!element.closest(".listed--first"), facets, text, anchor };
  });
  const contents = all("#kaart li");
  let most = 20;
  let fitting = items;
  let waiting = 0;
  /** @type {typeof Panel | undefined} */
  let panel;

  /* Who types, is read as by the search; and where it knows each of them, it finds them. Until that is there, or where it
     cannot come, small letters do. */
  /** @type {(text: string) => string[]} */
  let words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  /** @type {(typed: string) => Set<string> | null} the anchors of what was found */
  let searched = () => null;
  const learn = once(async () => {
    const again = () => box.value && narrow(most);
    try {
      await Page.load("filter/words.js");
      words = await FilterWords.read();
      again();
      searched = await FilterWords.found(form.dataset.found);
      again();
    } catch {
      /* Then it goes on with what it has. */
    }
  });
  box.onfocus = learn;

  /* What leads a group comes before all else for whom chooses, and in its place for who does not. */
  const lead = document.querySelector(".filter-lead");
  const first = all(".listed--first").map((list) => ({ list, heading: list.previousElementSibling }));
  let apart = false;

  /** @param {Element} one @param {string | null} how it is hidden */
  const hide = (one, how) => (how === null ? one.removeAttribute("hidden") : one.setAttribute("hidden", how));

  /** @param {number} [count] how many of them to show */
  const narrow = (count = 20) => {
    most = count;
    const typed = box.value.trim();
    if (typed) learn();
    const asked = words(typed);
    const chosen = options.filter(isChosen);
    const plain = !typed && !chosen.length;
    if (apart === plain) first.forEach(({ list, heading }) => (plain ? heading?.after(list) : lead?.append(list)));
    const hits = asked.length && searched(typed);
    /* Who types only signs, asks for something that is not there. */
    const found = items.filter(({ text, anchor }) => {
      if (hits || !typed) return !hits || hits.has(anchor());
      const said = words(text()).join(" ");
      return asked.length && asked.every((word) => said.includes(word));
    });
    /** @param {typeof options} some */
    const having = (some) =>
      found.filter(({ facets }) => some.every(({ own }) => own.some((facet) => facets().has(facet))));
    fitting = having(chosen);
    if (!plain) fitting.sort((one, other) => Number(other.leads) - Number(one.leads));
    const near = new Set(fitting.map(({ group }) => group()));
    const shown = new Set(fitting.slice(0, most));
    const open = new Set([...shown].map(({ group }) => group()));
    const fits = new Set(fitting);
    /* What is not in sight yet, the browser's own search finds, where it can. What stands in a group that is not, needs no
       sign of its own. */
    for (const item of items) {
      const place = item.group();
      hide(item.element, !fits.has(item) ? "" : shown.has(item) || (place && !open.has(place)) ? null : "until-found");
    }
    for (const group of groups) hide(group, open.has(group) ? null : near.has(group) ? "until-found" : "");
    contents.forEach((line) => {
      const target = document.getElementById(line.querySelector("a")?.hash.slice(1) ?? "");
      line.hidden = !!target?.closest("[hidden='']");
    });
    /* The page comes with how many there are of each option. */
    if (apart || !plain)
      options.forEach((one) => {
        const count = having([one, ...chosen.filter(({ field }) => field !== one.field)]).length;
        one.option.textContent = `${one.label} (${count})`;
        if (isChosen(one)) one.button.textContent = one.option.textContent;
        one.button.ariaPressed = String(chosen.some(({ button }) => button === one.button));
      });
    apart = !plain;
    find("span", door).textContent = chosen.length ? ` (${chosen.length})` : "";
    find("[type=reset]", form).hidden = plain;
    find(".filter__empty", form).hidden = fitting.length > 0;
    more.hidden = fitting.length <= most;
    find("button", more).textContent = `Toon er ${Math.min(20, fitting.length - most)} meer`;
    const said = `${fitting.length} ${fitting.length === 1 ? form.dataset.one : form.dataset.many}`;
    clearTimeout(waiting);
    waiting = setTimeout(() => (status.textContent = said), 200);
    done.textContent = `Toon ${said}`;
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
    fields.forEach((field) => {
      const known = options.flatMap((one) => (one.field === field ? one.value : []));
      field.value = names(asked.get(field.name) || "").find((value) => known.includes(value)) ?? "";
    });
    box.value = (asked.get("zoek") || "").slice(0, box.maxLength);
    narrow();
  };
  const read = () => {
    const asked = () => new URLSearchParams(location.search);
    choose(asked());
    /* A link that a mail program hurt asks for what is not there. */
    if (fields.some((field) => field !== box && (asked().get(field.name) || "") !== field.value))
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
  fields.forEach((field) => (field.oninput = changed));
  form.onsubmit = (event) => event.preventDefault();
  form.onreset = (event) => {
    event.preventDefault();
    fields.forEach((field) => (field.value = ""));
    changed();
  };
  options.forEach((one) => {
    one.button.onclick = () => {
      one.field.value = one.button.ariaPressed === "true" ? "" : one.value;
      changed();
      if (!one.button.offsetParent) rows[0].focus();
    };
  });
  /* Of a button that is cut by the edge, a browser takes enough to be in sight. */
  rows.forEach((row) =>
    row.addEventListener("focusin", () =>
      document.activeElement?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    ),
  );
  done.onclick = () => panel?.close();
  door.onclick = async () => {
    panel = await Page.panel();
    panel.open(door, "Filter", choices);
    panel.say(done);
    choices.closest("dialog")?.addEventListener("close", () => rows.at(-1)?.after(choices), { once: true });
  };
  more.onclick = () => {
    const { element } = fitting[most];
    narrow(most + 20);
    find("summary, a", element).focus({ preventScroll: true });
  };
  form.querySelector("[data-print]")?.addEventListener("click", () => print());
  form.querySelector("[data-surprise]")?.addEventListener("click", () => {
    const any = fitting[Math.floor(Math.random() * fitting.length)];
    any?.element.querySelector("a")?.click();
  });
  const paper = document.querySelector(".filter-said");
  addEventListener("beforeprint", () => {
    narrow(Infinity);
    if (!paper) return;
    const lines = options.filter(isChosen).map(({ asks, label }) => `${asks?.replace("?", "")}: ${label}`);
    const typed = box.value.trim();
    if (typed) lines.push(`met „${typed}”`);
    paper.textContent = `${lines.join(" · ") || "De hele lijst"}. ${Page.today()}.`;
  });
  addEventListener("beforematch", () => narrow(Infinity));
  addEventListener("popstate", read);
  addEventListener("hashchange", reveal);
  /* In a breath of its own: together with the end of the page it would keep a phone from its reader. */
  setTimeout(() => {
    form.hidden = false;
    read();
    reveal();
  });
})();
