/* Puts on the clipboard what stands on the page, as it stands there. */
(() => {
  /* Fetched before anyone asks: who comes too long after a tap, may not copy. */
  const ready = () => Page.load("selection/share.js");
  ready().catch(() => {});
  addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest("[data-copy]");
    if (!button) return;
    const said = Page.find("[role=status]", button.parentElement ?? document);
    said.textContent = "";
    const { innerText } = Page.find(`#${button.getAttribute("data-copy")}`);
    const copied = await ready().then(
      () => Share.copy(innerText.trim()),
      () => false,
    );
    said.textContent = copied ? "Gekopieerd" : "Dat lukt hier niet. Hou je vinger op de tekst, en kies kopiëren.";
  });
})();
