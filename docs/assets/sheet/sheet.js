/* Filling in a worksheet: what is written stays on this device, and nowhere else. */
document.addEventListener("DOMContentLoaded", () => {
  for (const sheet of document.querySelectorAll("[data-sheet]")) {
    const store = "sleutelbos-werkblad-" + sheet.dataset.sheet;
    const fields = [...sheet.querySelectorAll("input, textarea")];
    const tools = document.querySelector(".sheet-tools");
    const said = tools.querySelector("[role=status]");
    const ticks = (field) => field.type === "checkbox";
    const value = (field) => (ticks(field) ? field.checked : field.value);
    const fill = (field, held) => {
      if (ticks(field)) field.checked = held === true;
      else field.value = typeof held === "string" ? held : "";
    };
    const kept = () => {
      try {
        return JSON.parse(localStorage.getItem(store)) || {};
      } catch {
        return {};
      }
    };
    const full = (field) =>
      field.classList.toggle(
        "w-full",
        field.scrollHeight > field.clientHeight + 3 || field.scrollWidth > field.clientWidth + 3,
      );

    const held = kept();
    for (const field of fields)
      if (field.name in held) {
        fill(field, held[field.name]);
        full(field);
      }
    if (Object.keys(held).length) said.textContent = "Dit vulde je eerder in. Het staat alleen op dit toestel.";
    tools.querySelector(".sheet-tools__buttons").hidden = false;

    sheet.addEventListener("input", (event) => {
      const now = Object.fromEntries(fields.filter(value).map((field) => [field.name, value(field)]));
      try {
        localStorage.setItem(store, JSON.stringify(now));
        said.textContent = "Bewaard op dit toestel.";
      } catch {
        said.textContent = "Deze browser bewaart niets. Druk het blad af voor je weggaat.";
      }
      if (!ticks(event.target)) full(event.target);
      if (sheet.querySelector(".w-full"))
        said.textContent += " Een tekst is te lang voor zijn vak: kort hem in voor je afdrukt.";
    });

    const blankly = () => {
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
    const doing = { print: () => print(), blank: blankly, wipe };
    tools.addEventListener("click", (event) => doing[event.target.dataset.sheetDo]?.());
  }
});
