/* Has this device keep what a reader opens, and what every page needs. Fetched once, long after the first page has come. */
(async () => {
  const { serviceWorker } = navigator;
  try {
    await serviceWorker.register(new URL("sw.js", Page.root));
    /* The page that is open, came before there was anyone to keep it. */
    const { active } = await serviceWorker.ready;
    const came = performance.getEntriesByType("resource").map(({ name }) => name);
    active?.postMessage({ keep: [location.href, ...came] });
  } catch {
    /* A private window keeps nothing, and then the guide is as it was. */
  }
})();
