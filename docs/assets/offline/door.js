/* Without network the guide goes on. What that takes, comes once a reader has had the page for a while, unless they save
   data. A copy on a disk and a guide that is being written are without this piece: macros/publish/offline.py. */
if (navigator.serviceWorker?.controller === null && !navigator.connection?.saveData)
  addEventListener("load", () => setTimeout(Page.load, 3000, "offline/keep.js"));
