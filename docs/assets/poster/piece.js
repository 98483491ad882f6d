/* A tip or a key as a poster, or as a card: what it says, taken from the page it stands on, in a frame that fits it. */
const Poster = (() => {
  const { absolute, make } = Page;
  /**
   * Where on its page stands what a poster says: in front, and behind it. Of a tip within its article; a key has a page.
   * Behind stands the first of these that there is, under its words.
   * @type {Record<string, PosterPlaces>}
   */
  const PLACES = {
    key: { front: ".lead", behind: [["De kern", ":scope > .lead ~ p:not([class]):not(h2 ~ p)"]] },
    tip: {
      front: ".tip__example:not(.tip__example--secondary)",
      behind: [
        ["Waarom", ".tip__why"],
        ["Wat je doet", ":is(.tip__body, .tip--row) > :is(p:not([class]), ul, ol)"],
      ],
    },
  };
  /** @param {ParentNode | null | undefined} place @param {string} selector */
  const said = (place, selector) =>
    [...(place?.querySelectorAll(selector) ?? [])]
      .map(({ textContent }) => textContent)
      .join(" ")
      .replace(/\s+/g, " ")
      .trim();

  /**
   * What a poster says of an entry. page: the one it stands on; without it, what the guide says in one sentence.
   * @param {SelectionRecord} record
   * @param {Document} [page]
   */
  const told = (record, page) => {
    const anchor = record.url.split("#")[1];
    const place = anchor ? page?.getElementById(anchor)?.closest("article") : page?.querySelector("article");
    const { front, behind } = PLACES[record.kind];
    const quote = said(place, front);
    const reasons = behind.map(([words, selector]) => [words, said(place, selector)]);
    const [label, reason] = reasons.find(([, text]) => text) ?? ["", record.summary];
    return {
      kicker: page?.querySelector("h1")?.dataset.kicker ?? "",
      quote: quote || record.summary,
      ours: Boolean(quote && anchor),
      label,
      reason: reason.replace(/^Waarom\. /, ""),
      consent: anchor ? said(place, ".consent") : "",
    };
  };

  /** The picture of an entry: a scene, or an icon, which has no colours to lose. @param {string} key @param {boolean} black */
  const picture = (key, black) => {
    const [name] = Object.entries(PosterPictures).find(([, keys]) => keys.includes(key)) ?? [];
    if (!name) return "";
    const icon = name.startsWith("icon-");
    const src = new URL(`assets/poster/pictures/${name}${black && !icon ? "-zw" : ""}.svg`, Page.root);
    const kind = icon ? "poster__picture poster__picture--icon" : "poster__picture";
    return make("div", { class: kind }, make("img", { src, alt: "" }));
  };

  /** Where it comes from: the code, the guide and the address that stays. @param {string} key @param {string} title */
  const from = async (key, title) => {
    const address = absolute(`${key}/`);
    const name = Page.find(".top__home").textContent?.trim() ?? "";
    const code = await Send.square(address, title);
    const short = address.replace(/^https?:\/\/|\/$/g, "");
    return make("div", { class: "poster__from" }, code, make("p", {}, make("b", {}, name), make("span", {}, short)));
  };
  /** @param {string} name @param {string} text */
  const line = (name, text) => (text ? [make("p", { class: `poster__${name}` }, text)] : []);

  /** @param {Node[]} words */
  const word = (words) => make("div", { class: "poster__words" }, ...words);
  /** @param {"article" | "div"} tag @param {string} name @param {(Node | string)[]} inside */
  const face = (tag, name, ...inside) => make(tag, { class: name }, make("div", { class: "poster__face" }, ...inside));

  /**
   * The front and the back of one entry. A poster has no back: its code stands in front.
   * @param {string} key
   * @param {SelectionRecord} record
   * @param {Document | undefined} page
   * @param {{ card: boolean, black: boolean }} how
   */
  const sides = async (key, record, page, { card, black }) => {
    const { kicker, quote, ours, label, reason, consent } = told(record, page);
    const quoted = make("blockquote", {}, ...line("ours", ours ? "Voorbeeld van ons" : ""), make("p", {}, quote));
    const words = [
      ...line("kicker", kicker && record.kind === "key" ? kicker : ""),
      make("h2", {}, record.title),
      quoted,
      ...line("consent", card ? "" : consent),
    ];
    const foot = await from(key, record.title);
    const reasons = [...line("kicker", label), make("p", {}, reason), ...line("consent", consent)];
    const front = face("article", "poster", picture(key, black), word(words), card ? "" : foot);
    return card ? [front, face("div", "poster poster--back", word(reasons), foot)] : [front];
  };

  /** Smaller letters where a text is long; the smallest are 9 points on A6. And of more than that, the end. @param {HTMLElement} face */
  const fit = (face) => {
    const over = () => face.scrollHeight > face.clientHeight;
    for (let step = 0; step < 5 && (!step || over()); step++) face.dataset.step = String(step);
    const text = face.querySelector("blockquote > p:last-child, .poster__words > p:not([class])");
    while (text?.textContent && over())
      text.textContent = text.textContent.replace(/\s*\S+\s*…?$/, " …").replace(/^ …$/, "");
  };

  return { sides, fit };
})();
