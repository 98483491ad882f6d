/* /affiches/ as long as nothing was chosen: something to begin with. What makes posters is fetched once there is something
   to make them of: in the address, or chosen here. */
const Posters = (() => {
  const { find, load, make } = Page;
  const view = find(".posters-page");
  const empty = find(".posters-empty");

  /** @param {string} label @param {string} chosen what the address then says of it */
  const door = (label, chosen) => make("a", { href: `#1;${chosen}` }, label);
  const first = () => {
    const own = SelectionStore.read().entries.flatMap(({ key }) => (/^[ts]/.test(key) ? [key.replace("/", ".")] : []));
    empty.hidden = false;
    view.replaceChildren(
      make(
        "p",
        { class: "posters__do" },
        ...(own.length ? [door(`Mijn selectie (${own.length})`, `a5;${own}`)] : []),
        door("Alle sleutels", "a6;sleutels"),
      ),
    );
  };

  let asked = false;
  const open = async () => {
    if (asked) return;
    asked = (location.hash.length > 1 && !Page.target) || /[?&](affiches|kaartjes)=/.test(location.search);
    if (!asked) return first();
    empty.hidden = true;
    view.replaceChildren("Even geduld …");
    try {
      await load("poster/page.js");
    } catch {
      asked = false;
      view.textContent = "Dat lukt nu niet. Heb je verbinding, probeer het dan opnieuw.";
    }
  };
  addEventListener("hashchange", open);
  open();
  return { first };
})();
