/* /selectie/ as long as there is nothing on it. What shows a selection is fetched once there is one: kept here, or in the address. */
(() => {
  const { find, load } = Page;
  const view = find(".selection");
  let asked = false;
  const open = async () => {
    if (asked) return;
    const sent = location.hash.length > 1 && !Page.target;
    asked = sent || SelectionStore.read().entries.length > 0;
    find(".selection-empty").hidden = asked;
    view.replaceChildren(asked ? "Even geduld …" : "");
    if (!asked) return;
    try {
      await load("selection/page.js");
    } catch {
      asked = false;
      view.textContent = "Je selectie kan nu niet geladen worden. Heb je verbinding, probeer het dan opnieuw.";
    }
  };
  addEventListener("hashchange", open);
  Page.onKept(SelectionStore.NAME, open);
  open();
})();
