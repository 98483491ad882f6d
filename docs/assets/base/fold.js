/* Paper holds everything: what is folded opens for it (early.js opens what an address leads to). */
(() => {
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = /** @type {HTMLDetailsElement[]} */ (Page.all("details")).filter(
      (fold) => !fold.open && !fold.closest(".selection"),
    );
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => closed.splice(0).forEach((fold) => (fold.open = false)));
})();
