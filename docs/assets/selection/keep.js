/* The bookmark on whatever carries data-share, its permanent address, and on a tip in a long list: one tap keeps it, the
   next takes it out again. One listener serves all of them, and "Deel" comes when a card opens: a page may hold hundreds. */
const Keep = (() => {
  const { all, make } = Page;
  const said = make("span", { class: "keep__said no-print", role: "status" });
  let kept = new Set();
  let shown = "";

  /** Show on each bookmark whether it is kept; the selection is read once for all of them. */
  const mark = () => {
    const keys = SelectionStore.read().entries.map(({ key }) => key);
    if (shown === (shown = keys.join())) return;
    kept = new Set(keys);
    for (const one of all(".keep")) one.ariaPressed = String(kept.has(one.dataset.key));
  };

  /** Say beside a bookmark what came of it. What speaks stands there a moment before, or no one hears it. @param {Element} button @param {(Node | string)[]} words */
  const say = (button, ...words) => {
    if (said.previousElementSibling !== button) {
      said.replaceChildren();
      button.after(said);
    }
    setTimeout(() => said.replaceChildren(...words), 100);
  };

  /** @param {HTMLElement} button */
  const toggle = (button) => {
    const { key = "" } = button.dataset;
    const { title, entries } = SelectionStore.read();
    const others = entries.filter((one) => one.key !== key);
    const had = others.length < entries.length;
    const { entries: most } = SelectionStore.MOST;
    if (!had && entries.length >= most) return say(button, `Je selectie is vol: ${most} stukken.`);
    if (!SelectionStore.write({ title, entries: had ? others : [...entries, { key, note: "" }] }))
      return say(button, "Deze browser kan dit niet bewaren.");
    mark();
    /** @type {HTMLAnchorElement} */
    const { href } = Page.find(".kept-door");
    say(button, ...(had ? ["Niet meer bewaard"] : ["Bewaard · ", make("a", { href }, "Bekijk")]));
  };

  /** A bookmark. @param {string} key its permanent address without the slash at the end @param {string} title */
  const button = (key, title) =>
    make("button", {
      type: "button",
      class: "keep no-print",
      title: "Bewaar",
      "aria-label": `Bewaar ${title}`,
      "aria-pressed": String(kept.has(key)),
      "data-key": key,
    });

  /** In a long list it follows from the link: …#tip-afspraken. @param {HTMLElement} place */
  const keyOf = (place) =>
    place.dataset.share?.replace(/\/$/, "") || place.querySelector("a")?.hash.replace("#tip-", "t/") || "";
  /** What is kept is called as its heading or its link, without its icon and the mark behind it. @param {HTMLElement} place */
  const titleOf = (place) => {
    const named = place.querySelector("h2, h3") ?? place;
    const words = [...named.childNodes].find(({ textContent }) => textContent?.trim());
    return ((named.querySelector("a:not(.headerlink)") ?? words)?.textContent ?? "").trim();
  };
  /** A copy on a disk that has no address elsewhere cannot be shared. @param {HTMLElement} place */
  const door = (place) =>
    make(
      "button",
      { type: "button", class: "share__door no-print", "aria-haspopup": "dialog", "aria-expanded": "false" },
      "Deel",
      make("span", { class: "said" }, ` ${titleOf(place)}`),
    );
  const shares = Boolean(Page.absolute(""));
  document.documentElement.classList.toggle("alone", !shares);
  /** @param {HTMLElement} place @param {Element} fold what opened */
  const open = (place, fold) => {
    if (shares && fold === place.querySelector("details") && !place.querySelector(".share__door"))
      fold.append(door(place));
  };

  mark();
  /** @param {HTMLElement} place */
  const fit = (place) => {
    const bookmark = button(keyOf(place), titleOf(place));
    if (place.matches("h1")) {
      Page.find(".share").append(bookmark, ...(shares ? [door(place)] : []));
      return;
    }
    place.closest("li, article")?.append(bookmark);
    const fold = place.querySelector("details");
    if (fold?.open) open(place, fold);
  };
  const places = all("[data-share], .listed li");
  /* Some at a time, from the top: hundreds at once would keep a phone from its reader. */
  const fill = () => {
    places.splice(0, 20).forEach(fit);
    if (places.length) setTimeout(fill);
  };
  fill();

  /** @param {EventTarget | null} target @param {string} selector */
  const around = (target, selector) =>
    target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest(selector)) : null;
  addEventListener("click", async ({ target }) => {
    const bookmark = around(target, ".keep");
    if (bookmark) toggle(bookmark);
    const sharing = around(target, ".share__door");
    const place = sharing?.closest("article[data-share]") ?? document.querySelector("h1[data-share]");
    if (!sharing || !(place instanceof HTMLElement)) return;
    await Page.load("selection/share.js");
    Share.open(sharing, keyOf(place), titleOf(place));
  });
  /* A fold that opens tells it to no one above it, unless asked beforehand. */
  addEventListener(
    "toggle",
    ({ target }) => {
      const place = around(target, "[data-share]");
      if (place && target instanceof HTMLDetailsElement && target.open) open(place, target);
    },
    true,
  );
  Page.onKept(SelectionStore.NAME, mark);
  return { button };
})();
