/* Words of the glossary explain themselves once someone comes to one; most readers of a page come to none. */
(() => {
  const WAYS = ["pointerover", "pointerdown", "focusin", "click", "keydown"];
  let finger = false;
  /** @param {Event} event */
  const come = async (event) => {
    const { target, type } = event;
    if (type === "keydown") finger = false;
    else if (event instanceof PointerEvent && type !== "click") finger = event.pointerType !== "mouse";
    const term = target instanceof Element && target.closest("a.term");
    /* Of a finger only the tap counts, of a mouse and a keyboard all that comes before. */
    if (!(term instanceof HTMLAnchorElement) || type === "keydown" || finger !== (type === "click")) return;
    if (finger) event.preventDefault();
    for (const way of WAYS) removeEventListener(way, come);
    try {
      await Page.load("term/term.js");
      (finger ? Terms.tell : Terms.show)(term);
    } catch {
      if (finger) location.href = term.href;
    }
  };
  for (const way of WAYS) addEventListener(way, come);
})();
