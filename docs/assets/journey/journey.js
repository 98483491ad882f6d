/* Which steps of a journey a team has taken, on this device and nowhere else: a box to tick with each step. */
(() => {
  const NAME = "trajecten";
  const { make } = Page;
  const steps = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".first[data-title]"));

  /** The ids of the steps that were taken, by journey; storage may hold anything. @returns {Record<string, string[]>} */
  const read = () => {
    try {
      const kept = Object.entries(JSON.parse(localStorage.getItem(NAME) ?? "{}"));
      return Object.fromEntries(kept.flatMap(([id, done]) => (Array.isArray(done) ? [[id, done.map(String)]] : [])));
    } catch {
      return {};
    }
  };

  /** @param {HTMLElement} step */
  const isDone = ({ dataset }) => read()[dataset.journey ?? ""]?.includes(dataset.step ?? "") ?? false;

  /** @param {HTMLElement} step @param {boolean} done */
  const note = ({ dataset }, done) => {
    const { journey = "", step = "" } = dataset;
    const all = read();
    const others = (all[journey] ?? []).filter((one) => one !== step);
    try {
      localStorage.setItem(NAME, JSON.stringify({ ...all, [journey]: done ? [...others, step] : others }));
    } catch {
      /* A browser that keeps nothing shows the tick for as long as the page stands. */
    }
  };

  const progress = document.querySelector(".route__progress");
  const boxes = [...steps].map((step) => {
    const box = make("input", { type: "checkbox", "aria-label": `Klaar: ${step.dataset.title}` });
    step.append(make("label", { class: "first__tick no-print" }, box, "Klaar"));
    box.addEventListener("change", () => {
      note(step, box.checked);
      tell();
    });
    return { step, box };
  });

  /** Mark the stops, and say how far the team is. */
  const tell = () => {
    for (const { step, box } of boxes) step.closest(".stop")?.classList.toggle("stop--done", box.checked);
    const done = boxes.filter(({ box }) => box.checked).length;
    if (!progress) return; // the page of one step
    progress.textContent = done
      ? `${done} van de ${boxes.length} stappen klaar. Dat staat alleen op dit toestel.`
      : "Vink aan wat klaar is. Dat blijft op dit toestel.";
  };

  const show = () => {
    for (const { step, box } of boxes) box.checked = isDone(step);
    tell();
  };

  if (!boxes.length) return;
  show();
  Page.onKept(NAME, show);
})();
