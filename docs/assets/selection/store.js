/* "Mijn selectie": what a reader keeps, on this device and nowhere else. Every page shows how much there is. */
const SelectionStore = (() => {
  const NAME = "selectie";

  /** What is kept; an empty selection when that is nothing, or nothing that can be read. */
  const read = () => {
    try {
      return SelectionAddress.sanitise(JSON.parse(localStorage.getItem(NAME) ?? "null"));
    } catch {
      return SelectionAddress.sanitise(null);
    }
  };

  /** Keep a selection. False when the browser keeps nothing. @param {SelectionContent} selection */
  const write = (selection) => {
    const { title, entries } = SelectionAddress.sanitise(selection);
    try {
      if (title || entries.length) localStorage.setItem(NAME, JSON.stringify({ version: 1, title, entries }));
      else localStorage.removeItem(NAME);
    } catch {
      return false;
    }
    count();
    return true;
  };

  const count = () => {
    const { length } = read().entries;
    const link = Page.find(".kept-door");
    link.hidden = !length;
    Page.find("b", link).textContent = String(length);
  };

  count();
  addEventListener("storage", count);
  addEventListener("pageshow", count);
  return { read, write };
})();
