/* Giving an address to others. keep.js and send.js fetch this for whoever asks for it first. */
const Share = (() => {
  const { absolute, make, find } = Page;

  /** Put a text on the clipboard. False when the browser refuses. @param {string} text */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      /* Without https there is no clipboard to write to, but one can still copy what is selected. */
      const field = make("textarea", { class: "share__field" });
      const before = document.activeElement;
      field.value = text;
      (before?.closest("dialog") ?? document.body).append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (before instanceof HTMLElement) before.focus();
      return done;
    }
    return true;
  };

  /**
   * An address as an SVG of black squares, with a title for who cannot see it. Rejects when it is too long.
   * @param {string} address
   * @param {string} title
   */
  const code = async (address, title) => {
    await Page.load("vendor/qrcode-generator/qrcode.js");
    const made = qrcode(0, address.length < 300 ? "M" : "L");
    made.addData(address);
    made.make();
    const size = made.getModuleCount();
    const all = [...Array(size).keys()];
    const path = all
      .flatMap((row) =>
        all.filter((column) => made.isDark(row, column)).map((column) => `M${column + 3} ${row + 3}h1v1h-1z`),
      )
      .join("");
    const svg = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" viewBox="0 0 ${size + 6} ${size + 6}" shape-rendering="crispEdges"><title></title><path fill="#fff" d="M0 0h${size + 6}v${size + 6}H0z"/><path d="${path}"/></svg>`,
      "image/svg+xml",
    ).documentElement;
    find("title", svg).textContent = title;
    return document.importNode(svg, true);
  };

  /**
   * The ways to give an address to others, in the panel.
   * @param {HTMLElement} door
   * @param {string} key
   * @param {string} title
   */
  const open = async (door, key, title) => {
    const panel = await Page.panel();
    const url = absolute(`${key}/`);
    const [text, subject, body] = [`${title}\n${url}`, title, url].map(encodeURIComponent);
    const shown = make("div", { class: "share__code" });
    /** @param {string} label @param {() => unknown} act */
    const button = (label, act) => {
      const made = make("button", { type: "button" }, label);
      made.onclick = act;
      return made;
    };
    const whatsapp = { href: `https://wa.me/?text=${text}`, target: "_blank", rel: "noopener noreferrer" };
    const ways = [
      make("a", whatsapp, "WhatsApp"),
      make("a", { href: `mailto:?subject=${subject}&body=${body}` }, "Mail"),
      button("Kopieer link", async () =>
        panel.say((await copy(url)) ? "Link gekopieerd" : `Kopiëren lukt hier niet. De link is ${url}`),
      ),
      button("Toon QR", async () => {
        try {
          shown.replaceChildren(await code(url, `QR-code van ${title}`), make("span", {}, url));
          panel.say("De QR-code staat erboven");
        } catch {
          panel.say("De QR-code lukt nu niet.");
        }
      }),
    ];
    if (/^[ts]/.test(key)) {
      const href = new URL(`${Page.onDisk() ? "affiches.html" : "affiches/"}#1;a5;${key.replace("/", ".")}`, Page.root);
      ways.push(make("a", { href }, "Affiche of kaartje"));
    }
    if ("share" in navigator)
      ways.splice(
        3,
        0,
        button("Andere app", () => navigator.share({ title, url }).catch(() => {})),
      );
    const list = make("ul", { class: "share__ways" }, ...ways.map((way) => make("li", {}, way)));
    panel.open(door, `Deel: ${title}`, list, shown);
  };

  return { copy, code, open };
})();
