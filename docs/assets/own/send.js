/* Sending what a page of one's own holds: the one address that has all of it, copied, passed on or as a code. */
const Send = (() => {
  const { make, absolute } = Page;
  const { button, row, group } = Controls;
  const ready = () => Page.load("selection/share.js");

  /** The address of a page with this behind its #; "" when others cannot open any. @param {string} page @param {string} held */
  const address = (page, held) => absolute(page) && `${absolute(page)}#${held}`;
  /** An address as a code; "" where there is none, or it is too long for one. @param {string} address @param {string} of what */
  const square = async (address, of) => {
    if (!address) return "";
    try {
      await ready();
      return await Share.code(address, `QR-code van ${of}`);
    } catch {
      return "";
    }
  };
  /** @param {(text: string) => void} say @param {() => string} address @param {string} [done] what is said then */
  const copy = (say, address, done = "Link gekopieerd", label = "Kopieer link") =>
    button(label, async () => {
      const copied = await ready().then(
        () => Share.copy(address()),
        () => false,
      );
      say(copied ? done : `Kopiëren lukt hier niet. De link is ${address()}`);
    });
  /** What a code held is other by now. */
  const stale = () => Page.all(".share__code").forEach((one) => one.replaceChildren());

  /**
   * A button for each way to send something, and where its code is shown.
   * @param {(text: string) => void} say
   * @param {() => string} title
   * @param {() => string} address
   * @param {string} [done]
   */
  const ways = (say, title, address, done) => {
    const shown = make("div", { class: "share__code" });
    /* Fetched before anyone asks: who comes too long after a tap, may not copy. */
    ready().catch(() => {});
    const pass = () => navigator.share({ title: title(), url: address() }).catch(() => {});
    const code = async () => {
      const made = await square(address(), title());
      shown.replaceChildren(made);
      say(made ? "De QR-code staat eronder" : "De link is te lang voor een QR-code. Kopieer hem, of laat iets weg.");
    };
    const buttons = [copy(say, address, done), button("Toon QR", code)];
    if ("share" in navigator) buttons.splice(1, 0, button("Delen", pass));
    return { buttons, shown };
  };

  /** Ways to send something of this device; from a disk there may be none. @param {(text: string) => void} say @param {Sent} sent */
  const send = (say, { title, address, hint }) => {
    const none =
      "Deze gids staat op een schijf en heeft geen adres op het internet. Een link delen kan dus niet; afdrukken wel.";
    if (!absolute("")) return group("Delen", make("p", { class: "selection__hint" }, none));
    const personal = make("input", { type: "checkbox" });
    personal.onchange = stale;
    const { buttons, shown } = ways(say, title, () => address(personal.checked));
    return group(
      "Delen",
      row(...buttons),
      make("label", { class: "selection__hint" }, personal, make("span", {}, hint)),
      shown,
    );
  };

  return { address, square, copy, stale, ways, send };
})();
