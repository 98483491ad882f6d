/* A word of the glossary shows its explanation: on hover and on focus, and at a first tap. Without this script
   it is a link with a title. What is shown stays while the pointer is on it, and leaves with Escape (WCAG 1.4.13). */
(() => {
  const words = Page.make("span", { id: "term-note", role: "tooltip" });
  const more = Page.make("a", {}, "Meer over dit woord");
  const note = Page.make("span", { class: "term-note" }, words, " ", more);
  /** @type {HTMLAnchorElement | undefined} */
  let open;
  /** @type {number | undefined} */
  let leaving;
  let touched = false;

  const hide = () => {
    clearTimeout(leaving);
    open?.removeAttribute("aria-describedby");
    open = undefined;
    note.remove();
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  };
  const stay = () => clearTimeout(leaving);
  /** @param {HTMLAnchorElement} term */
  const show = (term) => {
    stay();
    if (term === open) return;
    hide();
    open = term;
    words.textContent = term.dataset.note ?? "";
    more.href = term.href;
    note.style.left = note.style.top = "0";
    term.after(note);
    term.setAttribute("aria-describedby", words.id);
    const { clientWidth, clientHeight } = document.documentElement;
    const line = term.getClientRects()[0];
    const from = (note.offsetParent ?? document.body).getBoundingClientRect();
    const left = Math.max(12, Math.min(line.left, clientWidth - note.offsetWidth - 12));
    const below = line.bottom + note.offsetHeight + 12 < clientHeight || line.top < note.offsetHeight + 70;
    const top = below ? term.getBoundingClientRect().bottom + 4 : line.top - note.offsetHeight - 4;
    note.style.left = `${left - from.left}px`;
    note.style.top = `${top - from.top}px`;
  };

  note.onpointerenter = stay;
  note.onpointerleave = (event) => event.pointerType === "mouse" && leave();
  note.addEventListener("focusin", stay);
  note.addEventListener("focusout", leave);
  for (const term of document.querySelectorAll("a.term[title]")) {
    if (!(term instanceof HTMLAnchorElement)) continue;
    term.dataset.note = term.title;
    term.removeAttribute("title");
    term.onpointerenter = (event) => event.pointerType === "mouse" && show(term);
    term.onpointerleave = (event) => event.pointerType === "mouse" && leave();
    term.onpointerdown = (event) => (touched = event.pointerType !== "mouse" && term !== open);
    term.onpointercancel = () => (touched = false);
    term.onfocus = () => touched || show(term);
    term.onblur = leave;
    term.onclick = (event) => {
      if (touched) {
        event.preventDefault();
        show(term);
      }
      touched = false;
    };
  }
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("pointerdown", ({ target }) => {
    if (open && target instanceof Node && !open.contains(target) && !note.contains(target)) hide();
  });
})();
