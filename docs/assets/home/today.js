/* One tip of two minutes, chosen by the day: a whole team sees the same one. What someone did is kept on this device. */
(() => {
  const NAME = "gedaan";
  const { make, find, root } = Page;
  const card = find(".today__tip");
  const count = Number(card.dataset.count);
  const said = make("span", { class: "today__said", role: "status" });

  /** @returns {Set<string>} the keys of what was done; storage may hold anything */
  const done = () => {
    try {
      return new Set((localStorage.getItem(NAME) ?? "").split("\n").filter(Boolean).slice(0, 999));
    } catch {
      return new Set();
    }
  };
  /** @param {string} key */
  const finish = (key) => {
    const now = done();
    const was = now.delete(key);
    if (!was) now.add(key);
    try {
      localStorage.setItem(NAME, [...now].join("\n"));
      return !was;
    } catch {
      return null;
    }
  };

  /** How many days it is since the first of 1970, where the reader is. */
  const day = () => {
    const now = new Date();
    return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5);
  };

  /** Each is a script of its own: who opens the page reads one. @param {number} at */
  const tip = async (at) => {
    await Page.load(`home/tips/${at}.js`);
    return QuickTips[at];
  };
  /** A clock that was never set may stand before 1970: then the number of the day is negative. @param {number} at */
  const wrapped = (at) => ((at % count) + count) % count;
  /** The next from here that was not done yet, or simply the next when all of them were. @param {number} from */
  const nextFrom = async (from) => {
    const had = done();
    for (let step = 0; step < count; step++) {
      const at = wrapped(from + step);
      if (!had.has((await tip(at))[0])) return at;
    }
    return wrapped(from);
  };

  /** @param {number} at */
  const show = async (at) => {
    const [key, title, address, line] = await tip(at);
    const did = make("button", { type: "button" }, "Gedaan");
    const other = make("button", { type: "button" }, "Andere");
    const mark = () => did.setAttribute("aria-pressed", String(done().has(key)));
    did.addEventListener("click", () => {
      const now = finish(key);
      mark();
      const kept = now ? "Mooi. De volgende keer staat hier een andere." : "";
      const words = now === null ? "Deze browser kan dit niet bewaren." : kept;
      /* What speaks stands there a moment before, or no one hears it. */
      said.textContent = "";
      other.after(said);
      setTimeout(() => (said.textContent = words), 100);
    });
    other.addEventListener("click", async () => {
      await show(await nextFrom(at + 1));
      find("a", card).focus();
    });
    mark();
    card.replaceChildren(
      make("p", { class: "today__title" }, make("a", { href: new URL(address, root) }, title)),
      make("p", {}, line),
      make("p", { class: "today__do" }, did, other),
      Keep.button(key, title),
    );
  };

  /* Without the tips, the link that stands there leads to all of them. */
  if (count) nextFrom(day()).then(show, () => {});
})();
