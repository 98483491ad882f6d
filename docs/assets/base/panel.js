/* The one thing that opens over a page: a sheet from below on a phone, a small window beside its door on a wide screen.
   The browser keeps the focus inside, closes it with Escape and keeps the rest of the page away from a screen reader. */
const Panel = (() => {
  const { make } = Page;
  const heading = make("h2", { class: "panel__title", id: "panel-title" });
  const shut = make("button", { type: "button", class: "panel__shut", "aria-label": "Sluit" });
  const body = make("div", { class: "panel__body md-typeset" });
  const said = make("p", { class: "panel__said", role: "status" });
  const inside = make("div", { class: "panel__in" }, make("div", { class: "panel__head" }, heading, shut), body, said);
  const dialog = make("dialog", { class: "panel no-print", "aria-labelledby": heading.id }, inside);
  const wide = matchMedia("(min-width: 45em)");
  /** @type {HTMLElement | null} */
  let door = null;

  /** Beside its door: below it, or above it where there is no room; a phone has it at the bottom, by its style. */
  const place = () => {
    dialog.style.left = dialog.style.top = "";
    if (!door || !wide.matches) return;
    const { left, top, bottom } = door.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetWidth, offsetHeight } = dialog;
    const below = bottom + 6 + offsetHeight < clientHeight ? bottom + 6 : top - 6 - offsetHeight;
    dialog.style.left = `${Math.max(8, Math.min(left, clientWidth - offsetWidth - 8))}px`;
    dialog.style.top = `${Math.max(8, Math.min(below, clientHeight - offsetHeight - 8))}px`;
  };
  const close = () => dialog.close();

  shut.onclick = close;
  /* What is inside covers the dialog: whoever presses the dialog itself, presses beside it. */
  dialog.onclick = ({ target }) => {
    if (target === dialog) close(); // and nothing comes back from here: false would stop a link inside
  };
  dialog.onclose = () => {
    door?.setAttribute("aria-expanded", "false");
    door?.focus({ preventScroll: true });
    door = null;
    body.replaceChildren();
  };
  addEventListener("resize", place);

  return {
    close,

    /** What it is open for now, if it is open. */
    get door() {
      return door;
    },

    /**
     * Open it for a door, which says so itself; what was open makes room.
     * @param {HTMLElement} from
     * @param {string} title
     * @param {(Node | string)[]} inside
     */
    open(from, title, ...inside) {
      if (door && door !== from) door.setAttribute("aria-expanded", "false");
      door = from;
      door.setAttribute("aria-expanded", "true");
      heading.textContent = title;
      said.textContent = "";
      body.replaceChildren(...inside);
      if (!dialog.isConnected) document.body.append(dialog);
      if (!dialog.open) dialog.showModal();
      place();
    },

    /** Say in it, in sight and aloud, how something went. @param {(Node | string)[]} words */
    say: (...words) => said.replaceChildren(...words),
  };
})();
