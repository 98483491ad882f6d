/* A quiet "Deel" at whatever carries data-share, its permanent address from the site's root. One small menu for all of them. */
const Share = (() => {
  const { absolute, make, find } = Page;

  /** Put a text on the clipboard. False when the browser refuses. @param {string} text */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      /* Without https there is no clipboard to write to, but one can still copy what is selected. */
      const field = make("textarea", { class: "share__field" });
      const before = document.activeElement;
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (before instanceof HTMLElement) before.focus();
      return done;
    }
    return true;
  };

  /**
   * An address as an SVG of black squares, with a title for who cannot see it. Rejects when it is too long.
   * @param {string} address
   * @param {string} title
   */
  const code = async (address, title) => {
    await Page.load("vendor/qrcode-generator/qrcode.js");
    const made = qrcode(0, address.length < 300 ? "M" : "L");
    made.addData(address);
    made.make();
    const size = made.getModuleCount();
    const all = [...Array(size).keys()];
    const path = all
      .flatMap((row) =>
        all.filter((column) => made.isDark(row, column)).map((column) => `M${column + 3} ${row + 3}h1v1h-1z`),
      )
      .join("");
    const svg = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" viewBox="0 0 ${size + 6} ${size + 6}" shape-rendering="crispEdges"><title></title><path fill="#fff" d="M0 0h${size + 6}v${size + 6}H0z"/><path d="${path}"/></svg>`,
      "image/svg+xml",
    ).documentElement;
    find("title", svg).textContent = title;
    return document.importNode(svg, true);
  };

  const said = make("p", { class: "share__said", role: "status" });
  const shown = make("div", { class: "share__code" });
  const choices = make("div", { class: "share__choices" });
  const menu = make("div", { class: "share__menu", id: "share-menu", role: "group" }, choices, shown, said);
  /** A copy on a disk that has no address elsewhere cannot be shared. */
  const word = absolute("") ? "Deel" : "Bewaar";
  /** @type {HTMLButtonElement | undefined} */
  let open;

  /** @param {string} key */
  const has = (key) => SelectionStore.read().entries.some((one) => one.key === key);
  /** @param {boolean} [back] whether the focus goes back to the button */
  const close = (back) => {
    open?.setAttribute("aria-expanded", "false");
    menu.remove();
    if (back) open?.focus();
    open = undefined;
  };
  /** @param {string} label @param {() => unknown} act */
  const choice = (label, act, attributes = {}) => {
    const button = make("button", { type: "button", ...attributes }, label);
    button.onclick = act;
    choices.append(button);
  };
  /** Put an entry in the selection, or take it out. @param {string} key */
  const keep = (key) => {
    const { title, entries } = SelectionStore.read();
    const kept = has(key);
    const { entries: most } = SelectionStore.MOST;
    if (!kept && entries.length >= most) return (said.textContent = `Je selectie is vol: ${most} stukken.`);
    const now = kept ? entries.filter((one) => one.key !== key) : [...entries, { key, note: "" }];
    const done = SelectionStore.write({ title, entries: now });
    mark();
    said.textContent = !done
      ? "Deze browser kan dit niet bewaren."
      : kept
        ? "Uit je selectie gehaald"
        : "In je selectie gezet. ";
    if (done && !kept) {
      /** @type {HTMLAnchorElement} */
      const { href } = find(".kept-door");
      said.append(make("a", { href }, "Bekijk ze"));
    }
  };
  /** The ways to give an address to others. @param {string} url @param {string} title */
  const ways = (url, title) => {
    choice("Kopieer link", async () => {
      said.textContent = (await copy(url)) ? "Link gekopieerd" : `Kopiëren lukt hier niet. De link is ${url}`;
    });
    if ("share" in navigator) choice("Delen", () => navigator.share({ title, url }).catch(() => {}));
    choice("Toon QR", async () => {
      try {
        shown.replaceChildren(await code(url, `QR-code van ${title}`), make("span", {}, url));
        said.textContent = "De QR-code staat eronder";
      } catch {
        said.textContent = "De QR-code lukt nu niet.";
      }
    });
  };
  /** @param {HTMLButtonElement} button @param {string} key @param {string} title */
  const show = (button, key, title) => {
    close();
    open = button;
    const url = absolute(`${key}/`);
    choices.replaceChildren();
    shown.replaceChildren();
    said.textContent = "";
    if (url) ways(url, title);
    choice("In mijn selectie", () => keep(key), { "aria-pressed": String(has(key)), "data-key": key });
    menu.setAttribute("aria-label", `${word}: ${title}`);
    button.after(menu);
    button.setAttribute("aria-expanded", "true");
  };

  /** For each entry on the page, what says that it is in the selection. @type {{ key: string, said: HTMLElement }[]} */
  const marks = [];
  const mark = () => {
    const kept = new Set(SelectionStore.read().entries.map(({ key }) => key));
    marks.forEach(({ key, said }) => (said.hidden = !kept.has(key)));
    const toggle = /** @type {HTMLElement | null} */ (choices.querySelector("[data-key]"));
    toggle?.setAttribute("aria-pressed", String(kept.has(toggle.dataset.key ?? "")));
  };

  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll("[data-share]");
  for (const place of places) {
    const heading = place.querySelector("h2, h3");
    const named = (heading ?? place).querySelector("a:not(.headerlink)") ?? (heading ?? place).firstChild ?? place;
    const title = named.textContent?.trim() ?? "";
    const key = (place.dataset.share ?? "").replace(/\/$/, "");
    const inside = make("span", {}, " · in mijn selectie");
    const button = make(
      "button",
      { type: "button", class: "share__door", "aria-expanded": "false", "aria-controls": "share-menu" },
      word,
      make("span", { class: "said" }, ` ${title}`),
      inside,
    );
    button.onclick = () => (button === open ? close(true) : show(button, key, title));
    marks.push({ key, said: inside });
    const bar = make("div", { class: "share no-print" }, button);
    if (heading) place.append(bar);
    else (place.parentElement?.querySelector(".lead") ?? place).after(bar);
  }
  mark();

  /** @param {Event} event */
  const leave = ({ target }) => {
    if (open && target instanceof Node && !open.parentElement?.contains(target)) close();
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(menu.contains(document.activeElement) || document.activeElement === open);
  });
  addEventListener("pointerdown", leave);
  addEventListener("focusin", leave);
  Page.onKept(SelectionStore.NAME, mark);
  return { copy, code };
})();
