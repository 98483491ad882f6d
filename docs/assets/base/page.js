/* What Material leaves out of reach of a keyboard: it wraps wide tables after loading, and a wrap that scrolls must be reachable. */
window.addEventListener("load", () => {
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
  }
});
