/* A word of the glossary explains itself: beside the word for a mouse and a keyboard, in the panel for a finger.
   door.js fetches this when someone first comes to such a word, which until then is a link with a title.
   What is shown stays while the pointer is on it, and leaves with Escape (WCAG 1.4.13). */
const Terms = (() => {
  const { make } = Page;
  const words = make("span", { id: "term-note", role: "tooltip" });
  const more = make("a", {}, "Meer over dit woord");
  const note = make("span", { class: "term-note" }, words, " ", more);
  /** @type {HTMLAnchorElement | undefined} */
  let open;
  let leaving = 0;
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
  /** @param {HTMLAnchorElement} term */
  const show = (term) => {
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
  /** The word that something happens to, or its explanation. @param {Event} event */
  const at = ({ target }) => target instanceof Element && target.closest("a.term[data-note], .term-note");
  /** @param {Event} event */
  const come = (event) => {
    const one = at(event);
    if (one) clearTimeout(leaving);
    if (one instanceof HTMLAnchorElement && one !== open) show(one);
  };

  for (const term of document.querySelectorAll("a.term[title]")) {
    term.setAttribute("data-note", term.getAttribute("title") ?? "");
    term.removeAttribute("title");
  }
  addEventListener("pointerover", (event) => event.pointerType === "mouse" && come(event));
  addEventListener("pointerout", (event) => event.pointerType === "mouse" && at(event) && leave());
  addEventListener("focusin", (event) => touched || come(event));
  addEventListener("focusout", (event) => at(event) && leave());
  addEventListener("pointerdown", (event) => {
    touched = event.pointerType !== "mouse";
    if (!at(event)) hide();
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
    if (key === "Tab") touched = false;
  });
  /** @param {HTMLAnchorElement} term */
  const tell = async (term) => {
    const panel = await Page.panel();
    const link = make("a", { href: term.href }, "Meer over dit woord");
    const [first, ...rest] = term.textContent;
    panel.open(term, first.toUpperCase() + rest.join(""), make("p", {}, term.dataset.note ?? ""), make("p", {}, link));
  };
  addEventListener("click", (event) => {
    const term = at(event);
    if (!touched || !(term instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    tell(term);
  });
  return { show, tell };
})();
