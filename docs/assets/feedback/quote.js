/* Who selects something may want to write about it: only then the mail learns to hold it. */
if (document.querySelector("a.feedback"))
  document.addEventListener("selectionchange", () => Page.load("feedback/feedback.js").catch(() => {}), { once: true });
