/* A button that prints one piece of a page: the role play of a talk, or the meeting of a team, with where it comes from. */
(() => {
  const root = document.documentElement;

  /** @param {HTMLElement} piece @param {HTMLButtonElement} button */
  const printAlone = (piece, button) => {
    const address = Page.absolute(button.dataset.permalink ?? "").replace(/^https?:\/\/|\/$/g, "");
    const from = Page.make("p", { class: "ours" }, address ? `Uit Sleutelbos: ${address}` : "Uit Sleutelbos");
    piece.classList.add("printed-alone");
    piece.append(from);
    root.dataset.printing = "";
    const done = () => {
      piece.classList.remove("printed-alone");
      from.remove();
      delete root.dataset.printing;
    };
    addEventListener("afterprint", done, { once: true });
    print();
  };

  for (const piece of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("details[data-alone]"))) {
    const button = /** @type {HTMLButtonElement} */ (Page.find(".printer button", piece));
    button.addEventListener("click", () => printAlone(piece, button));
    Page.find(".printer", piece).hidden = false;
  }
})();
