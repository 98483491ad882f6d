/* A page of one's own as long as nothing is kept for it: what stands there then, and where it says so a button to begin with.
   What makes the page is fetched once there is something, kept here or asked in the address, or once someone begins. */
(() => {
  const { find, load, make } = Page;
  const view = find("[data-opens]");
  const { opens = "", begin = "" } = view.dataset;
  const names = view.dataset.names?.split(" ") ?? [];
  let asked = false;

  const any = () => {
    try {
      return names.some((name) => Object.keys(localStorage).some((one) => one.startsWith(name)));
    } catch {
      return false;
    }
  };
  const fetched = async () => {
    asked = true;
    view.replaceChildren("Even geduld …");
    try {
      await load(opens);
    } catch {
      asked = false;
      view.replaceChildren("Dit kan nu niet geladen worden. Heb je verbinding, probeer het dan opnieuw.");
    }
  };
  /** On the page that comes, what this button said; a page takes a moment to be drawn. */
  const start = async () => {
    await fetched();
    const same = () => [...view.querySelectorAll("button, summary")].find((one) => one.textContent === begin);
    for (let turn = 0; turn < 100 && !same(); turn++) await new Promise((done) => setTimeout(done, 50));
    const found = same();
    if (found instanceof HTMLButtonElement) found.click();
    else if (found instanceof HTMLElement) found.focus();
  };
  const open = () => {
    if (asked) return;
    if ((location.hash.length > 1 && !Page.target) || location.search || any()) return void fetched();
    const empty = document.querySelector("[data-empty]")?.cloneNode(true);
    const button = make("button", { type: "button" }, begin);
    button.onclick = start;
    view.replaceChildren(
      ...(empty?.childNodes ?? []),
      ...(begin ? [make("p", { class: "selection__row" }, button)] : []),
    );
  };
  addEventListener("hashchange", open);
  for (const name of names) Page.onKept(name, open);
  open();
})();
