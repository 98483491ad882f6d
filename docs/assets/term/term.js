/* A word of the glossary shows its explanation: on hover and on focus, and at a first tap. Without this script
   it is a link with a title. What is shown stays while the pointer is on it, and leaves with Escape (WCAG 1.4.13). */
(() => {
  let open, leaving, touched;
  const note = document.createElement("span");
  note.className = "term-note";
  note.innerHTML = '<span id="term-note" role="tooltip"></span> <a>Meer over dit woord</a>';
  const [words, more] = note.children;

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
  const show = (term) => {
    stay();
    if (term === open) return;
    hide();
    open = term;
    words.textContent = term.dataset.note;
    more.href = term.href;
    note.style.left = note.style.top = 0;
    term.after(note);
    term.setAttribute("aria-describedby", "term-note");
    const line = term.getClientRects()[0],
      from = note.offsetParent.getBoundingClientRect();
    const left = Math.max(12, Math.min(line.left, document.documentElement.clientWidth - note.offsetWidth - 12));
    const below =
      line.bottom + note.offsetHeight + 12 < document.documentElement.clientHeight || line.top < note.offsetHeight + 70;
    note.style.left = left - from.left + "px";
    note.style.top =
      (below ? term.getBoundingClientRect().bottom + 4 : line.top - note.offsetHeight - 4) - from.top + "px";
  };

  note.onpointerenter = stay;
  note.onpointerleave = (event) => event.pointerType === "mouse" && leave();
  note.addEventListener("focusin", stay);
  note.addEventListener("focusout", leave);
  for (const term of document.querySelectorAll("a.term[title]")) {
    term.dataset.note = term.title;
    term.removeAttribute("title");
    term.onpointerenter = (event) => event.pointerType === "mouse" && show(term);
    term.onpointerleave = (event) => event.pointerType === "mouse" && leave();
    term.onpointerdown = (event) => (touched = event.pointerType !== "mouse" && term !== open);
    term.onpointercancel = () => (touched = false);
    term.onfocus = () => touched || show(term);
    term.onblur = leave;
    term.onclick = (event) => {
      if (touched) (event.preventDefault(), show(term));
      touched = false;
    };
  }
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener(
    "pointerdown",
    (event) => open && !open.contains(event.target) && !note.contains(event.target) && hide(),
  );
})();
