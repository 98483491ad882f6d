/* The last pages about one thing that were read: for the start page, on this device and nowhere else. */
(() => {
  const title = document.querySelector("h1[id*='-']")?.firstChild?.textContent;
  const path = location.pathname.slice(Page.root.pathname.length);
  if (!title || !path) return;
  /** @type {[path: string, title: string][]} */
  let before = [];
  try {
    before = JSON.parse(localStorage.getItem("gelezen") ?? "[]").filter(
      (/** @type {string[]} */ [one]) => one !== path,
    );
  } catch {}
  try {
    localStorage.setItem("gelezen", JSON.stringify([[path, title], ...before].slice(0, 3)));
  } catch {}
})();
