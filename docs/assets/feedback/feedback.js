/* "Laat het ons weten": the mail also holds what the reader selected last. A click takes a selection away, so it is kept before. */
(() => {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.feedback"));
  if (!link) return;
  const mail = link.href;
  document.addEventListener("selectionchange", () => {
    const words = String(getSelection()).trim().replace(/\s+/g, " ").slice(0, 300);
    if (words) link.href = `${mail}${encodeURIComponent(`\n\nHet gaat over:\n„${words}”\n`)}`;
  });
})();
