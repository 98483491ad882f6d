/* Filling in a worksheet: what is written stays on this device, and nowhere else. */
for (const sheet of document.querySelectorAll("[data-sheet]")) {
  if (!(sheet instanceof HTMLElement)) continue;
  const store = `sleutelbos-werkblad-${sheet.dataset.sheet}`;
  /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */
  const fields = [...sheet.querySelectorAll(/** @type {"input"} */ ("input, textarea"))];
  const tools = Page.find(".sheet-tools");
  const said = Page.find("[role=status]", tools);

  /** @param {typeof fields[0]} field @returns {field is HTMLInputElement} */
  const ticks = (field) => field.type === "checkbox";
  /** @param {typeof fields[0]} field */
  const value = (field) => (ticks(field) ? field.checked : field.value);
  /** @param {typeof fields[0]} field @param {unknown} [held] */
  const fill = (field, held) => {
    if (ticks(field)) field.checked = held === true;
    else field.value = typeof held === "string" ? held : "";
  };
  /** @param {typeof fields[0]} field */
  const full = (field) =>
    field.classList.toggle(
      "w-full",
      field.scrollHeight > field.clientHeight + 3 || field.scrollWidth > field.clientWidth + 3,
    );
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(store) ?? "{}") || {};
    } catch {
      return {};
    }
  };

  const held = read();
  for (const field of fields)
    if (field.name in held) {
      fill(field, held[field.name]);
      full(field);
    }
  if (Object.keys(held).length) said.textContent = "Dit vulde je eerder in. Het staat alleen op dit toestel.";
  Page.find(".sheet-tools__buttons", tools).hidden = false;

  sheet.addEventListener("input", ({ target }) => {
    const now = Object.fromEntries(fields.filter(value).map((field) => [field.name, value(field)]));
    try {
      localStorage.setItem(store, JSON.stringify(now));
      said.textContent = "Bewaard op dit toestel.";
    } catch {
      said.textContent = "Deze browser bewaart niets. Druk het blad af voor je weggaat.";
    }
    const changed = fields.find((field) => field === target);
    if (changed && !ticks(changed)) full(changed);
    if (sheet.querySelector(".w-full"))
      said.textContent += " Een tekst is te lang voor zijn vak: kort hem in voor je afdrukt.";
  });

  const blank = () => {
    const before = fields.map(value);
    fields.forEach((field) => fill(field));
    addEventListener("afterprint", () => fields.forEach((field, at) => fill(field, before[at])), { once: true });
    print();
  };
  const wipe = () => {
    if (!confirm("Alles wissen wat je op dit blad invulde?")) return;
    try {
      localStorage.removeItem(store);
    } catch {
      /* nothing was kept */
    }
    fields.forEach((field) => {
      fill(field);
      field.classList.remove("w-full");
    });
    said.textContent = "Gewist. Er staat niets meer op dit toestel.";
  };
  const doing = new Map(Object.entries({ print: () => print(), blank, wipe }));
  tools.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLElement) doing.get(target.dataset.sheetDo ?? "")?.();
  });
}
