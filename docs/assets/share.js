/* Share one thing, or put it in a selection that stays on this device. Buttons are made here: without a script there are none. */
const sleutelbos = (() => {
  const LETTERS = { tip: "t", werkvorm: "m", werkblad: "w", partner: "p" };
  const KEY = "sleutelbos:selectie";
  const MOST = 100;
  const config = document.getElementById("__config");
  const root = new URL((config ? JSON.parse(config.textContent).base : ".").replace(/\/?$/, "/"), location.href);
  /* The address that people may keep: where the guide is published, not where this copy happens to be. */
  const published = document.querySelector('meta[name="guide-address"]')?.content || root.href;

  const make = (tag, { text, ...attributes } = {}, ...children) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  };

  /* Whatever comes from storage or from an address: only this shape, and no longer than this. */
  const sound = (raw) => {
    const seen = new Set();
    const items = (Array.isArray(raw?.items) ? raw.items : [])
      .filter((item) => /^[a-z]\/[a-z0-9-]{1,80}$/.test(item?.id) && !seen.has(item.id) && seen.add(item.id))
      .slice(0, MOST)
      .map((item) => ({ id: item.id, note: String(item.note ?? "").slice(0, 500) }));
    return { title: String(raw?.title ?? "").slice(0, 120), items };
  };
  const read = () => {
    try { return sound(JSON.parse(localStorage.getItem(KEY))); } catch { return sound(null); }
  };
  const write = (selection) => {
    try { localStorage.setItem(KEY, JSON.stringify({ v: 1, ...sound(selection) })); } catch { return false; }
    show();
    return true;
  };

  const says = make("p", { role: "status", class: "share__says" });
  const say = (text) => { says.textContent = ""; setTimeout(() => { says.textContent = text; }, 30); };
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); say("Link gekopieerd"); }
    catch { prompt("Kopieer deze link:", text); }
  };

  let encoder;
  const qr = async (text) => {
    encoder ??= new Promise((resolve, reject) => {
      document.head.append(make("script", { src: new URL("assets/vendor/qrcode-generator/qrcode.js", root).href, load: () => resolve(window.qrcode), error: reject }));
    });
    const code = (await encoder)(0, "M");
    code.addData(text);
    code.make();
    const count = code.getModuleCount();
    let path = "";
    for (let y = 0; y < count; y++) for (let x = 0; x < count; x++) if (code.isDark(y, x)) path += `M${x + 4} ${y + 4}h1v1h-1z`;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const drawn = document.createElementNS(svg.namespaceURI, "path");
    drawn.setAttribute("d", path);
    svg.setAttribute("viewBox", `0 0 ${count + 8} ${count + 8}`);
    svg.setAttribute("class", "qr");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `QR-code van ${text}`);
    svg.append(drawn);
    return svg;
  };

  const counter = make("a", { class: "selection-count", href: new URL("selectie/", root).href });
  const show = () => {
    const count = read().items.length;
    counter.hidden = !count;
    counter.textContent = `Mijn selectie (${count})`;
  };

  const open = (bar, button, id, title) => {
    const standing = bar.querySelector(".share__menu");
    button.setAttribute("aria-expanded", String(!standing));
    if (standing) return standing.remove();
    const link = `${published}${id}/`;
    const held = () => read().items.some((item) => item.id === id);
    const keep = make("button", { type: "button", text: held() ? "Uit mijn selectie" : "In mijn selectie", click: () => {
      const selection = read();
      if (held()) selection.items = selection.items.filter((item) => item.id !== id);
      else if (selection.items.length >= MOST) return say(`Je selectie is vol: ${MOST} is het meeste.`);
      else selection.items.push({ id, note: "" });
      if (!write(selection)) return say("Dit toestel bewaart niets. Kijk de instellingen van je browser na.");
      keep.textContent = held() ? "Uit mijn selectie" : "In mijn selectie";
      say(held() ? "Staat in je selectie" : "Niet meer in je selectie");
    } });
    const code = make("button", { type: "button", text: "Toon QR-code", click: async () => {
      const shown = menu.querySelector(".share__qr");
      if (shown) shown.remove(); else menu.append(make("div", { class: "share__qr" }, await qr(link)));
      code.textContent = shown ? "Toon QR-code" : "Verberg QR-code";
    } });
    const menu = make("div", { class: "share__menu", role: "group", "aria-label": `Delen: ${title}` }, make("button", { type: "button", text: "Kopieer de link", click: () => copy(link) }));
    if (navigator.share) menu.append(make("button", { type: "button", text: "Deel via dit toestel", click: () => navigator.share({ title, url: link }).catch(() => {}) }));
    menu.append(code, keep);
    bar.append(menu);
  };

  const bars = () => {
    for (const heading of document.querySelectorAll(".md-content :is(h1, h2, h3)[id]")) {
      const [, noun, id] = heading.id.match(/^(tip|werkvorm|werkblad|partner)-([a-z0-9-]+)$/) ?? [];
      if (!noun || heading.dataset.searchExclude !== undefined) continue;
      const title = heading.firstChild.textContent.trim();
      const button = make("button", { type: "button", class: "share__open", text: "Deel", "aria-expanded": "false", "aria-label": `Deel: ${title}` });
      const bar = make("div", { class: "share no-print" }, button);
      button.addEventListener("click", () => open(bar, button, `${LETTERS[noun]}/${id}`, title));
      bar.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !bar.querySelector(".share__menu")) return;
        bar.querySelector(".share__menu").remove();
        button.setAttribute("aria-expanded", "false");
        button.focus();
      });
      const article = heading.closest("article.tip, article.partner");
      if (article) article.append(bar); else heading.after(bar);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(".md-content")?.append(says);
    document.querySelector(".md-footer-meta__inner, .md-footer")?.prepend(counter);
    window.addEventListener("storage", show);
    show();
    bars();
  });
  return { LETTERS, MOST, root, published, make, sound, read, write, say, copy, qr };
})();
