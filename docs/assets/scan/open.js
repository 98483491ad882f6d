/* /zelfscan/ until someone comes near. What asks is fetched then, so that it is there before a tap; at once where something
   is kept, or the address hands something over. */
(() => {
  const { make, find, all } = Page;
  const load = () => Page.load("scan/page.js");
  for (const part of all(".scan")) {
    const begin = make("button", { type: "button", class: "scan__begin" }, "Begin");
    const said = make("p", { class: "scan__said no-print", role: "status" });
    begin.onclick = () =>
      load().then(
        () => ScanAsk.begin(part),
        () =>
          (said.textContent = "De zelfscan kan nu niet geladen worden. Heb je verbinding, probeer het dan opnieuw."),
      );
    find(".scan__own", part).append(make("p", { class: "scan__buttons no-print" }, begin), said);
    find(".scan__team", part).hidden = false;
  }
  const soon = () => load().catch(() => {});
  const handed = () => /;|%(?:25)*3b/i.test(location.hash);
  for (const sign of ["pointerover", "pointerdown", "focusin", "scroll"]) addEventListener(sign, soon, { once: true });
  addEventListener("hashchange", () => handed() && soon());
  try {
    if (handed() || localStorage.getItem("zelfscan")) soon();
  } catch {
    /* A browser that keeps nothing: then there is nothing to show yet. */
  }
})();
