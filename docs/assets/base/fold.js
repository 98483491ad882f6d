/* What is folded opens for whom an address leads there, and for paper. */
(() => {
  const { make } = Page;
  /** Where one is, and the next tip: above the tip that an address led to. */
  const whence = make("p", { class: "tip__whence no-print" });

  /** @param {Element} tip */
  const tell = (tip) => {
    const heading = document.querySelector("h1[id]");
    if (!heading) return;
    const title = heading.firstChild?.textContent?.trim() ?? "";
    whence.replaceChildren("Uit: ", make("a", { href: `#${heading.id}` }, make("em", {}, title)));
    const tips = [...document.querySelectorAll(".tip")];
    const next = tips[tips.indexOf(tip) + 1]?.querySelector("h3[id]");
    if (next) whence.append(" · ", make("a", { href: `#${next.id}` }, "volgende tip"));
    tip.prepend(whence);
  };

  const reveal = () => {
    const { target } = Page;
    const card = target?.closest("article:not(:has(h1))");
    const own = card?.querySelector(":scope > details:not(.more)");
    let hidden = false;
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
      hidden ||= fold !== own && !fold.open;
      fold.open = true;
    }
    if (own instanceof HTMLDetailsElement) {
      own.open = true;
      own.classList.add("is-open"); // from here on, it is the reader who opens and closes it
    }
    if (card?.matches(".tip")) tell(card);
    else whence.remove();
    if (hidden) target?.scrollIntoView();
  };
  reveal();
  addEventListener("hashchange", reveal);

  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details")].filter((fold) => !fold.open && !fold.closest(".selection"));
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => closed.splice(0).forEach((fold) => (fold.open = false)));
})();
