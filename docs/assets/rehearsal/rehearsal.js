/* A talk to rehearse, one step at a time: the way on comes with a choice. Without this all steps stand below one another. */
(() => {
  const { all, find, make } = Page;
  const steps = all(".rehearsal__step");

  /** @param {ParentNode} [within] */
  const choices = (within) => /** @type {HTMLDetailsElement[]} */ (all(".choice", within));

  /** Show one step and no other. @param {number} at @param {boolean} [moved] whether a reader went there */
  const show = (at, moved = true) => {
    steps.forEach((step, place) => (step.hidden = place !== at));
    const heading = find("h2", steps[at]);
    heading.tabIndex = -1;
    if (!moved) return;
    history.replaceState(null, "", `#${heading.id}`);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  };

  /** The step that the address leads to. */
  const asked = () => steps.findIndex((step) => step.contains(Page.target));

  /** @param {string} words @param {() => void} act @param {string} [look] */
  const button = (words, act, look = "") => {
    const made = make("button", { type: "button", class: look }, words);
    made.addEventListener("click", act);
    return made;
  };

  const again = () => {
    for (const choice of choices()) choice.open = false;
    for (const on of all(".rehearsal__on")) on.hidden = true;
    show(0);
  };

  steps.forEach((step, at) => {
    const ways = make("p", { class: "rehearsal__ways no-print" });
    if (at) ways.append(button("Terug", () => show(at - 1)));
    if (at < steps.length - 1) {
      const on = button("Verder", () => show(at + 1), "rehearsal__on");
      on.hidden = choices(step).every((choice) => !choice.open);
      for (const choice of choices(step)) choice.addEventListener("toggle", () => (on.hidden &&= !choice.open));
      ways.append(on);
    } else {
      ways.append(
        button("Opnieuw", again),
        button("Druk de kaarten af", () => print()),
      );
    }
    step.append(ways);
  });

  addEventListener("hashchange", () => asked() >= 0 && show(asked()));
  if (asked() >= 0) show(asked());
  else show(0, false);
})();
