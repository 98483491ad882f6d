(({ classList, dataset }) => {
  let kept;
  try {
    kept = localStorage.getItem("weergave");
  } catch {}
  const dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  dataset.theme = dark ? "dark" : "light";
  classList.add("js");
})(document.documentElement);
/* What is folded opens for whom an address leads there, and above a tip it says where one is, and which is the next. */
(() => {
  const whence = document.createElement("p");
  whence.className = "tip__whence no-print";
  /** @param {string} id @param {string} text */
  const link = (id, text) => Object.assign(document.createElement("a"), { href: `#${id}`, textContent: text });
  const target = () => {
    const id = location.hash.slice(1);
    try {
      return document.getElementById(decodeURIComponent(id));
    } catch {
      return document.getElementById(id);
    }
  };
  /** @param {Element} tip */
  const tell = (tip) => {
    const heading = document.querySelector("h1[id]");
    if (!heading) return;
    whence.replaceChildren("Uit: ", link(heading.id, heading.firstChild?.textContent?.trim() ?? ""));
    const tips = [...document.querySelectorAll(".tip")];
    const next = tips[tips.indexOf(tip) + 1]?.querySelector("h3[id]");
    if (next) whence.append(" · ", link(next.id, "volgende tip"));
    tip.prepend(whence);
  };
  /** Whether it had been hidden. */
  const open = () => {
    const place = target();
    const card = place?.closest("article:not(:has(h1))");
    const own = card?.querySelector(":scope > details:not(.more)");
    let hidden = false;
    for (let fold = place?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
      hidden ||= fold !== own && !fold.open;
      fold.open = true;
    }
    if (own instanceof HTMLDetailsElement) own.open = true;
    if (card?.matches(".tip")) tell(card);
    else whence.remove();
    return hidden;
  };
  addEventListener("hashchange", () => open() && target()?.scrollIntoView());
  /* The text is there, and nothing is drawn yet. A browser goes to an anchor after the scripts: so it is asked to go before. */
  document.addEventListener(
    "readystatechange",
    () => {
      const { hash } = location;
      if (!hash) return;
      open();
      const [how] = performance.getEntriesByType("navigation");
      if (target() && how instanceof PerformanceNavigationTiming && how.type === "navigate")
        requestAnimationFrame(() => location.replace(hash));
    },
    { once: true },
  );
})();
