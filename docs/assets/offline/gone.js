/* In the place of worker.js where the guide is not kept: in a browser that kept it before, it takes all of that away, and
   then itself. */
(() => {
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const forget = async () => {
    await caches.delete(`gids ${worker.registration.scope}`);
    await worker.registration.unregister();
  };
  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(forget()));
})();
