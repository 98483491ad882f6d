/* All ways to send what a page of one's own holds, as buttons. */
const Ways = (() => {
  const { button } = Controls;

  /** What a code held is other by now. */
  const stale = () => Page.all(".share__code").forEach((one) => one.replaceChildren());
  /**
   * A button for each way, none from a disk; and where the code is shown.
   * @param {(text: string) => void} say
   * @param {() => string} title
   * @param {() => string} address
   * @param {string} [done] what is said when it is copied
   */
  const made = (say, title, address, done) => {
    const shown = Page.make("div", { class: "share__code" });
    if (!address()) return { buttons: [], shown };
    /* Fetched before anyone asks: who comes too long after a tap, may not copy. */
    Page.load("selection/share.js").catch(() => {});
    const pass = () => navigator.share({ title: title(), url: address() }).catch(() => {});
    const code = async () => {
      const square = await Send.square(address(), title());
      shown.replaceChildren(square);
      say(square ? Piece.text("square") : Piece.text("too-long"));
    };
    const buttons = [button("Kopieer link", Send.copy(say, address, done)), button("Toon QR", code)];
    if ("share" in navigator) buttons.splice(1, 0, button("Delen", pass));
    return { buttons, shown };
  };

  return { stale, made };
})();
