/* /affiches/: tips and keys as posters, or as cards with a back. Which ones, and how large, stands in the address:
   #1;a5;t.familiemuur,s.s06, or a5z in black and white. Nothing is kept. */
(() => {
  const { find, load, make } = Page;
  const { records, today } = SelectionEntries;
  const { button } = Controls;
  const { text, copy } = Piece;
  const VERSION = "1";
  /** Stands in an address for all keys. */
  const EVERY = "sleutels";
  /** Of each size: how many stand on a sheet, and whether it is a card. */
  const SIZES = {
    a5: { on: 2, cuts: "cuts-2", card: false },
    a6: { on: 4, cuts: "cuts-4", card: false },
    k6: { on: 4, cuts: "cuts-4", card: true },
    k7: { on: 8, cuts: "cuts-8", card: true },
  };
  /** @typedef {keyof typeof SIZES} Size */
  /** @param {string} word @returns {word is Size} */
  const isSize = (word) => Object.hasOwn(SIZES, word);
  /** What the addresses of the guide's own pages ask: ?affiches=s.s06. @type {Record<string, Size>} */
  const ASKED = { affiches: "a5", kaartjes: "k7" };

  const view = find(".posters-page");
  const empty = find(".posters-empty");
  const status = make("p", { class: "posters__said no-print", role: "status" });
  view.before(status);
  const say = (/** @type {string} */ words) => (status.textContent = words);

  /** @type {Size} */
  let size = "a5";
  let black = false;
  /** @type {string[]} */
  let keys = [];
  let told = "";
  /** The pages that were fetched: who goes on without network, has them. @type {Map<string, Document>} */
  const pages = new Map();

  const address = () => `#${VERSION};${size}${black ? "z" : ""};${keys.join().replaceAll("/", ".")}`;
  /** @param {SelectionRecord} record */
  const pageOf = ({ url }) => url.split("#")[0];
  /** @param {string} key */
  const hangs = (key) => ["tip", "key"].includes(records.entries.get(key)?.kind ?? "");

  /** @param {string} key */
  const known = (key) => records.entries.has(key);
  /** All keys of the guide. */
  const allKeys = () =>
    [...records.entries].flatMap(([key, { kind }]) => (kind === "key" && key === today(key) ? key : []));

  /** What the address asks for: which, how large, and what has to be said of it. */
  const read = () => {
    const query = new URLSearchParams(location.search);
    const [asked] = Object.keys(ASKED).filter((name) => query.has(name));
    const sent = asked ? `${VERSION};${ASKED[asked]};${query.get(asked)}` : location.hash.slice(1);
    const [, version = "", word = "", grey = "", rest = ""] =
      /^(\d{1,3});([a-z]\d)(z?);(.*)$/s.exec(Link.bare(sent, (bare) => bare.includes(";"))) ?? [];
    if (isSize(word)) [size, black] = [word, Boolean(grey)];
    const every = allKeys().join().replaceAll("/", ".");
    const got = SelectionAddress.decode(word ? `${version};${rest === EVERY ? every : rest}` : sent, known);
    const all = [...new Set(got?.entries.map(({ key }) => today(key)))];
    keys = all.filter(hangs);
    const left = all.length - keys.length + (got?.more ?? 0) + (got?.unread ?? 0);
    if (!sent || Page.target) told = "";
    else if (got?.newer) told = SelectionAddress.NEWER;
    else if (!keys.length) told = text("none");
    else if (left) told = left === 1 ? text("left-one") : text("left", left);
    else told = "";
    if (asked) history.replaceState(null, "", location.pathname + (keys.length ? address() : ""));
  };

  /** @param {string[]} chosen @param {Size} [as] @returns {Promise<void>} */
  const choose = (chosen, as = size) => {
    [keys, size, told] = [chosen, as, ""];
    history.replaceState(null, "", location.pathname + (keys.length ? address() : ""));
    return draw();
  };

  /** How large, in which colours, and the ways to print it. */
  const choices = () => {
    const made = copy(
      "choose",
      () => print(),
      Send.copy(say, () => Page.absolute("affiches/") + address()),
    );
    if (!Page.absolute("")) find("button + button", made).remove();
    for (const one of /** @type {HTMLInputElement[]} */ (Page.all("input", made))) {
      one.checked = one.id ? black : one.value === size;
      one.onchange = async () => {
        if (one.id) black = one.checked;
        await choose(keys, isSize(one.value) ? one.value : size);
        find(one.id ? "#black" : "input:checked", view).focus();
      };
    }
    for (const how of Page.all("[data-how]", made)) if (how.dataset.how !== size) how.remove();
    return made;
  };

  /** One side of a sheet. What stands left in front, stands right behind. @param {HTMLElement[]} posters @param {string} label @param {boolean} behind */
  const sheet = (posters, label, behind) => {
    posters.forEach(({ style }, at) => {
      style.gridArea = `${(at >> 1) + 1} / ${at % 2 === Number(behind) ? 1 : 2}`;
    });
    const marks = behind ? [] : [copy(SIZES[size].cuts)];
    return make(
      "section",
      { class: "posters__sheet", "aria-label": label },
      make("p", { class: "posters__label no-print", "aria-hidden": "true" }, label),
      make("div", { class: "posters__grid" }, ...posters, ...marks),
    );
  };

  const sheets = async () => {
    const { card, on } = SIZES[size];
    const found = keys.flatMap((key) => records.entries.get(key) ?? []);
    const missing = found.map(pageOf).filter((path) => !pages.has(path));
    for (const [path, page] of await SelectionWhole.fetched(missing)) pages.set(path, page);
    const pieces = await Promise.all(
      found.map(async (record, at) => {
        const sides = await Poster.sides(keys[at], record, pages.get(pageOf(record)), { card, black });
        const away = async () => {
          await choose(keys.filter((_, other) => other !== at));
          const others = Page.all(".posters__away", view);
          (others[Math.min(at, others.length - 1)] ?? find("button", view)).focus();
          say(text("gone", record.title));
        };
        sides[0].append(
          button("×", away, { class: "posters__away no-print", "aria-label": text("drop", record.title) }),
        );
        return sides;
      }),
    );
    const made = [];
    for (let at = 0; at < pieces.length; at += on) {
      const here = pieces.slice(at, at + on);
      const name = pieces.length > on || card ? text("sheet", at / on + 1) : text("example");
      made.push(
        sheet(
          here.map(([front]) => front),
          card ? text("front", name) : name,
          false,
        ),
      );
      if (card)
        made.push(
          sheet(
            here.map(([, back]) => back),
            text("back", name),
            true,
          ),
        );
    }
    return make("div", { class: `posters posters--${size}${black ? " posters--black" : ""}` }, ...made);
  };

  const draw = async () => {
    empty.hidden = keys.length > 0;
    say(told);
    if (keys.length) await hang();
    else begin();
  };
  /** Nothing hangs yet: the selection is a way to begin too. */
  const begin = () => {
    const kept = SelectionEntries.renamed(SelectionStore.read()).entries.flatMap(({ key }) => (hangs(key) ? key : []));
    const doors = copy(
      "begin",
      () => choose(kept, "a5"),
      () => choose(allKeys(), "a6"),
    );
    const own = find("button", doors);
    own.textContent = text("own", kept.length);
    if (!kept.length) own.remove();
    view.replaceChildren(doors);
  };
  const hang = async () => {
    const all = await sheets();
    view.replaceChildren(choices(), all);
    /* A text is fitted as large as it is on paper: so it breaks there as it does here. */
    all.classList.add("posters--true");
    for (const one of Page.all(".poster__face", all)) Poster.fit(one);
    all.classList.remove("posters--true");
  };

  const open = async () => {
    /* Who skips to the text, or follows a link to a heading, asks for nothing else. */
    if (Page.target && keys.length) return history.replaceState(null, "", location.pathname + address());
    try {
      await Promise.all([SelectionEntries.load(), load("link/link.js"), load("poster/pictures/of.js")]);
    } catch {
      return view.replaceChildren(copy("unloaded"));
    }
    read();
    return draw();
  };
  addEventListener("hashchange", open);
  open();
})();
