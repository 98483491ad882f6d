/* The last pages about one thing that were read, a line each: for the start page, on this device and nowhere else. */
try {
  const title = Page.find("h1[id*='-']").firstChild?.textContent;
  const here = `${location.href.split(/[?#]/)[0]} ${title}`;
  const before = localStorage.getItem("gelezen")?.split("\n") ?? [];
  localStorage.setItem("gelezen", [...new Set([here, ...before])].slice(0, 3).join("\n"));
} catch {}
