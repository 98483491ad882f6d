(({ classList, dataset }) => {
  let kept;
  try {
    kept = localStorage.getItem("weergave");
  } catch {}
  const dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  dataset.theme = dark ? "dark" : "light";
  classList.add("js");
})(document.documentElement);
