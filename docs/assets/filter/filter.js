/* Narrows an overview by what its entries say of themselves in data-facets, and by typed words. The address keeps the choice. */
(() => {
  const { find } = Page;
  const { words } = Spelling;
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form.filter");
  if (!form) return;
  const status = find("[role=status]", form);
  const empty = find(".filter__empty", form);
  /** @type {HTMLInputElement} */
  const box = find("[name=zoek]", form);
  const selects = [...form.querySelectorAll("select")];
  /** @type {(selector: string) => HTMLElement[]} */
  const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
  /** @param {HTMLOptionElement} option */
  const uncounted = (option) => option.text.replace(/ \(\d+\)$/, "");

  const items = all("[data-facets]").map((mark) => {
    const element = /** @type {HTMLElement} */ (mark.closest("article, li"));
    const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
    copy.querySelectorAll(".ties, .rests-on").forEach((other) => other.remove());
    const pairs = (mark.dataset.facets ?? "").split(" ").map((pair) => pair.split("="));
    const facets = new Map(pairs.map(([name, values = ""]) => [name, values.split(",")]));
    return { element, facets, text: words(`${copy.textContent} ${mark.dataset.words}`).join(" ") };
  });
  const options = selects.map((select) =>
    [...select.options].slice(1).map((option) => ({ option, label: uncounted(option) })),
  );
  const groups = all(".filter-group");
  const contents = all("#kaart li").map((line) => {
    const { hash } = /** @type {HTMLAnchorElement} */ (find("a", line));
    return { line, target: document.getElementById(hash.slice(1)) };
  });
  /** @param {typeof items[0]} item @param {HTMLSelectElement} select */
  const answers = (item, select, value = select.value) => !value || item.facets.get(select.name)?.includes(value);
  /** @type {number} */
  let waiting;

  const narrow = () => {
    const asked = words(box.value);
    /* Who types only signs, asks for something that is not there. */
    const any = asked.length > 0 || !box.value.trim();
    const found = items.filter((item) => any && asked.every((word) => item.text.includes(word)));
    const shown = new Set(found.filter((item) => selects.every((select) => answers(item, select))));
    items.forEach((item) => (item.element.hidden = !shown.has(item)));
    groups.forEach((group) => (group.hidden = !items.some((item) => shown.has(item) && group.contains(item.element))));
    contents.forEach(({ line, target }) => (line.hidden = !!target?.closest("[hidden]")));
    selects.forEach((select, at) => {
      const near = found.filter((item) => selects.every((other) => other === select || answers(item, other)));
      options[at].forEach(({ option, label }) => {
        option.text = `${label} (${near.filter((item) => answers(item, select, option.value)).length})`;
      });
    });
    empty.hidden = shown.size > 0;
    const counted = `${shown.size} ${shown.size === 1 ? form.dataset.one : form.dataset.many}`;
    clearTimeout(waiting);
    waiting = setTimeout(() => (status.textContent = counted), 200);
  };
  const keep = () => {
    const address = new URL(location.href);
    [box, ...selects].forEach(({ name, value }) =>
      value.trim() ? address.searchParams.set(name, value.trim()) : address.searchParams.delete(name),
    );
    try {
      history.replaceState(history.state, "", address);
    } catch {
      /* a page from a disk may not: it narrows all the same */
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
    form.reset();
    target.scrollIntoView();
  };
  const changed = () => {
    narrow();
    keep();
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    [box, ...selects].forEach((field) => (field.value = ""));
    changed();
  });
  form.querySelector("[data-print]")?.addEventListener("click", () => print());
  const said = document.querySelector(".filter-said");
  addEventListener("beforeprint", () => {
    if (!said) return;
    const chosen = selects
      .filter((select) => select.value)
      .map((select) => `${select.labels[0].textContent.replace("?", "")}: ${uncounted(select.selectedOptions[0])}`);
    if (box.value.trim()) chosen.push(`met „${box.value.trim()}”`);
    said.textContent = `${chosen.join(" · ") || "De hele lijst"}. ${Page.today()}.`;
  });
  addEventListener("popstate", read);
  addEventListener("hashchange", reveal);
  form.hidden = false;
  read();
  reveal();
})();
