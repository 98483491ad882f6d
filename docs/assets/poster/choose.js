/* /affiches/: tips and keys as posters, or as cards with a back. Which ones, and how large, stands in the address:
   #1;a5;t.familiemuur,s.s06, or a5z in black and white. Nothing is kept. */
(() => {
  const { find, load, make } = Page;
  const { records, today } = SelectionEntries;
  const { button, row } = Controls;
  const VERSION = "1";
  /** Stands in an address for all keys. */
  const EVERY = "sleutels";
  const PAPER = "Kies in het afdrukvenster A4 en ware grootte (100 %).";
  const TURNED = `${PAPER} Druk dubbelzijdig af, en laat het blad omslaan langs de lange zijde.`;
  /** Of each size: what it is called, how many stand on a sheet, and what to choose to print it. */
  const SIZES = {
    a5: { label: "Affiche A5", on: 2, card: false, how: `Twee op een liggend blad. ${PAPER}` },
    a6: { label: "Affiche A6", on: 4, card: false, how: `Vier op een blad. ${PAPER}` },
    k6: { label: "Kaartje A6", on: 4, card: true, how: `Vier op een blad. ${TURNED}` },
    k7: { label: "Kaartje A7", on: 8, card: true, how: `Acht op een blad. ${TURNED}` },
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
  const say = (/** @type {string} */ text) => (status.textContent = text);

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
    else if (!keys.length) told = "In deze link staat geen tip of sleutel die we kennen. Vraag hem nog eens.";
    else if (left)
      told = `Van ${Words.counted(left, "stuk", "stukken")} maken we geen affiche. Dat kan alleen van een tip of een sleutel die in de gids staat.`;
    else told = "";
    if (asked) history.replaceState(null, "", location.pathname + (keys.length ? address() : ""));
  };

  /** @param {string[]} chosen @param {Size} [as] @returns {Promise<void>} */
  const choose = (chosen, as = size) => {
    [keys, size, told] = [chosen, as, ""];
    history.replaceState(null, "", location.pathname + (keys.length ? address() : ""));
    return draw();
  };

  const sizes = () => {
    const choices = Object.entries(SIZES).map(([word, { label }]) => {
      const radio = make("input", { type: "radio", name: "size", value: word, checked: word === size });
      radio.onchange = async () => {
        if (isSize(word)) await choose(keys, word);
        find("input:checked", view).focus();
      };
      return make("label", {}, radio, make("span", {}, label));
    });
    return make("fieldset", { class: "posters__sizes" }, make("legend", {}, "Hoe groot?"), ...choices);
  };
  const colours = () => {
    const box = make("input", { type: "checkbox", id: "black", checked: black });
    box.onchange = async () => {
      black = box.checked;
      await choose(keys);
      find("#black", view).focus();
    };
    return make("label", { class: "posters__black" }, box, " In zwart-wit, voor een kopieertoestel");
  };
  const doors = () =>
    row(
      button("Druk af", () => print(), { class: "posters__print" }),
      ...(Page.absolute("")
        ? [
            button(
              "Kopieer link",
              Send.copy(say, () => Page.absolute("affiches/") + address()),
            ),
          ]
        : []),
    );

  /** Short lines where to cut, none of which comes near a text. They stand on the cuts alone. @param {boolean} wide @param {number} rows */
  const cuts = (wide, rows) => {
    const [width, height] = wide ? [297, 210] : [210, 297];
    const down = [...Array(rows - 1).keys()].map((at) => ((at + 1) * height) / rows);
    const across = width / 2;
    const path = [
      `M${across} 4v4M${across} ${height - 4}v-4`,
      ...down.map((y) => `M4 ${y}h4M${width - 4} ${y}h-4M${across - 2} ${y}h4M${across} ${y - 2}v4`),
    ].join("");
    const svg = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg" class="posters__cuts" aria-hidden="true" viewBox="0 0 ${width} ${height}"><path d="${path}"/></svg>`,
      "image/svg+xml",
    );
    return document.importNode(svg.documentElement, true);
  };

  /** One side of a sheet. What stands left in front, stands right behind. @param {HTMLElement[]} posters @param {string} label @param {boolean} behind */
  const sheet = (posters, label, behind) => {
    const { on } = SIZES[size];
    posters.forEach(({ style }, at) => {
      style.gridArea = `${(at >> 1) + 1} / ${at % 2 === Number(behind) ? 1 : 2}`;
    });
    const marks = behind ? [] : [cuts(size === "a5", on / 2)];
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
          say(`Weggehaald: ${record.title}.`);
        };
        sides[0].append(
          button("×", away, { class: "posters__away no-print", "aria-label": `Haal weg: ${record.title}` }),
        );
        return sides;
      }),
    );
    const made = [];
    for (let at = 0; at < pieces.length; at += on) {
      const here = pieces.slice(at, at + on);
      const name = pieces.length > on || card ? `Blad ${at / on + 1}` : "Voorbeeld";
      made.push(
        sheet(
          here.map(([front]) => front),
          card ? `${name}, voorkant` : name,
          false,
        ),
      );
      if (card)
        made.push(
          sheet(
            here.map(([, back]) => back),
            `${name}, achterkant`,
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
    const own = button(`Mijn selectie (${kept.length})`, () => choose(kept, "a5"));
    const every = button("Alle sleutels", () => choose(allKeys(), "a6"));
    view.replaceChildren(row(...(kept.length ? [own] : []), every));
  };
  const hang = async () => {
    const all = await sheets();
    const how = make("p", { class: "posters__how" }, SIZES[size].how);
    view.replaceChildren(make("div", { class: "posters__choose no-print" }, sizes(), colours(), doors(), how), all);
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
      return view.replaceChildren("Dat lukt nu niet. Heb je verbinding, probeer het dan opnieuw.");
    }
    read();
    return draw();
  };
  addEventListener("hashchange", open);
  open();
})();
