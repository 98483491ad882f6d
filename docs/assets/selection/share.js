/* A quiet "Deel" at whatever carries data-share, its permanent address from the site's root. One small menu for all of them. */
const Sharing = (() => {
  /* The address that the site gives itself lasts longer than the one it is read at, once whoever publishes it has filled it in (content/site.yml holds a placeholder until then). */
  const own = document.querySelector("link[rel=canonical]")?.href;
  const page = own && new URL(own).hostname !== "sleutelbos.example" ? own : location.href;
  const base = new URL(`${document.querySelector(".search-door").dataset.root.replace(/\/$/, "")}/`, page);
  const absolute = (path) => new URL(path, base).href;

  const make = (tag, attributes = {}, ...inside) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  };
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
      before?.focus();
      return done;
    }
    return true;
  };
  let encoder;
  /** An address as an SVG of black squares, with a title for who cannot see it. Rejects when it is too long. */
  const code = async (address, title) => {
    encoder ??= new Promise((ready, failed) => {
      const src = new URL("assets/vendor/qrcode-generator/qrcode.js", Kept.root);
      document.head.append(
        Object.assign(document.createElement("script"), {
          src,
          onload: ready,
          onerror: () => failed((encoder = undefined)),
        }),
      );
    });
    await encoder;
    const made = qrcode(0, address.length < 300 ? "M" : "L");
    made.addData(address);
    made.make();
    const size = made.getModuleCount(),
      all = [...Array(size).keys()];
    const path = all
      .map((row) =>
        all
          .filter((column) => made.isDark(row, column))
          .map((column) => `M${column + 3} ${row + 3}h1v1h-1z`)
          .join(""),
      )
      .join("");
    const svg = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" viewBox="0 0 ${size + 6} ${size + 6}" shape-rendering="crispEdges"><title></title><path fill="#fff" d="M0 0h${size + 6}v${size + 6}H0z"/><path d="${path}"/></svg>`,
      "image/svg+xml",
    ).documentElement;
    svg.firstChild.textContent = title;
    return document.importNode(svg, true);
  };

  let open;
  const said = make("p", { class: "share__said", role: "status" }),
    shown = make("div", { class: "share__code" });
  const menu = make("div", { class: "share__menu", id: "share-menu", role: "group" });
  const choices = make("div", { class: "share__choices" });
  menu.append(choices, shown, said);

  const has = (key) => Kept.read().entries.some((one) => one.key === key);
  const mark = (button) => (button.lastChild.hidden = !has(button.key));
  const close = (back) => {
    if (!open) return;
    open.setAttribute("aria-expanded", "false");
    menu.remove();
    if (back) open.focus();
    open = undefined;
  };
  const choice = (label, act, attributes = {}) => {
    const button = make("button", { type: "button", ...attributes }, label);
    button.onclick = () => act(button);
    choices.append(button);
  };
  const show = (button) => {
    close();
    open = button;
    const address = absolute(`${button.key}/`),
      title = button.told;
    choices.replaceChildren();
    shown.replaceChildren();
    said.textContent = "";
    choice(
      "Kopieer link",
      async () =>
        (said.textContent = (await copy(address))
          ? "Link gekopieerd"
          : `Kopiëren lukt hier niet. De link is ${address}`),
    );
    if (navigator.share) choice("Delen", () => navigator.share({ title, url: address }).catch(() => {}));
    choice("Toon QR", () =>
      code(address, `QR-code van ${title}`).then(
        (svg) => (
          shown.replaceChildren(svg, make("span", {}, address)),
          (said.textContent = "De QR-code staat eronder")
        ),
        () => (said.textContent = "De QR-code lukt nu niet."),
      ),
    );
    choice(
      "In mijn selectie",
      (toggle) => {
        const selection = Kept.read(),
          kept = has(button.key);
        if (!kept && selection.entries.length >= Kept.MOST.entries)
          return (said.textContent = `Je selectie is vol: ${Kept.MOST.entries} stukken.`);
        selection.entries = kept
          ? selection.entries.filter((one) => one.key !== button.key)
          : [...selection.entries, { key: button.key, note: "" }];
        const done = Kept.write(selection);
        toggle.setAttribute("aria-pressed", has(button.key));
        mark(button);
        said.replaceChildren(
          done ? (kept ? "Uit je selectie gehaald" : "In je selectie gezet. ") : "Je browser bewaart niets.",
        );
        if (done && !kept) said.append(make("a", { href: document.querySelector(".kept-door").href }, "Bekijk ze"));
      },
      { "aria-pressed": has(button.key) },
    );
    menu.setAttribute("aria-label", `Deel: ${title}`);
    button.after(menu);
    button.setAttribute("aria-expanded", "true");
  };

  for (const place of document.querySelectorAll("[data-share]")) {
    const heading = place.querySelector("h2, h3") || place,
      whole = heading === place;
    const told = (heading.querySelector("a:not(.headerlink)") || heading.firstChild || place).textContent.trim();
    const button = make(
      "button",
      { type: "button", class: "share__door", "aria-expanded": "false", "aria-controls": "share-menu" },
      "Deel",
      make("span", { class: "said" }, ` ${told}`),
      make("span", {}, " · in mijn selectie"),
    );
    Object.assign(button, {
      key: place.dataset.share.replace(/\/$/, ""),
      told,
      onclick: () => (button === open ? close(true) : show(button)),
    });
    mark(button);
    const bar = make("div", { class: "share no-print" }, button);
    if (!whole) place.append(bar);
    else (place.parentElement.querySelector(".lead") || place).after(bar);
  }
  addEventListener(
    "keydown",
    (event) =>
      event.key === "Escape" && close(menu.contains(document.activeElement) || document.activeElement === open),
  );
  addEventListener("pointerdown", (event) => open && !open.parentElement.contains(event.target) && close());
  addEventListener("focusin", (event) => open && !open.parentElement.contains(event.target) && close());
  addEventListener("pageshow", () => document.querySelectorAll(".share__door").forEach(mark));
  return { absolute, make, copy, code };
})();
