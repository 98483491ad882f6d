/* "Laat het ons weten": the mail also holds what the reader selected last. A click takes a selection away, so it is kept before. */
(() => {
  const link = /** @type {HTMLAnchorElement} */ (Page.find("a.feedback"));
  const mail = link.href;
  const quote = () => {
    const words = String(getSelection()).trim().replace(/\s+/g, " ").slice(0, 300);
    if (words) link.href = `${mail}${encodeURIComponent(`\n\nHet gaat over:\n„${words}”\n`)}`;
  };
  quote();
  document.addEventListener("selectionchange", quote);
})();
