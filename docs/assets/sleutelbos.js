/* What Material leaves unsaid to a screen reader, and out of reach of a keyboard. */
document.addEventListener("DOMContentLoaded", () => {
  document.querySelector(".md-search")?.setAttribute("aria-label", "Zoeken in de gids");
});
/* Material wraps wide tables after loading; a wrap that scrolls must be reachable by keyboard. */
window.addEventListener("load", () => {
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
  }
});
