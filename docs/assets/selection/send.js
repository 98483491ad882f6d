/* Sending a selection: the one address that holds all of it. */
const SelectionSend = (() => {
  const { make } = Page;
  const { button, row, group } = Controls;

  /** The address that holds a selection; "" when others cannot open any. @param {SelectionContent} selection @param {boolean} notes */
  const address = (selection, notes) => {
    const page = Page.absolute("selectie/");
    return page && `${page}#${SelectionAddress.encode(selection, notes)}`;
  };
  /** The way to posters and cards of the tips and the keys in a selection, if it holds any. @param {SelectionContent} selection */
  const posters = ({ entries }) => {
    const keys = entries.flatMap(({ key }) => (/^[ts]\//.test(key) ? [key.replace("/", ".")] : []));
    const href = new URL(`${Page.onDisk() ? "affiches.html" : "affiches/"}#1;a5;${keys}`, Page.root);
    return keys.length
      ? [make("p", {}, make("a", { href }, "Maak er affiches van, of kaartjes met een achterkant"))]
      : [];
  };
  /** The selection of this device. @type {Sent} */
  const selection = {
    title: () => SelectionOwn.read().title || "mijn selectie",
    address: (personal) => address(SelectionOwn.read(), personal),
    hint: "Neem mijn notities mee. Notities staan dan in de link: wie hem krijgt, leest ze.",
  };
  /** Ways to send something of this device; from a disk there may be none. @param {(text: string) => void} say */
  const send = (say, { title, address, hint } = selection) => {
    if (!Page.absolute("")) {
      const none =
        "Deze gids staat op een schijf en heeft geen adres op het internet. Een link delen kan dus niet; afdrukken wel.";
      return group("Delen", make("p", { class: "selection__hint" }, none));
    }
    const notes = make("input", { type: "checkbox" });
    const shown = make("div", { class: "share__code" });
    const url = () => address(notes.checked);
    notes.onchange = () => shown.replaceChildren();
    /* Fetched before anyone asks: who comes too long after a tap, may not copy. */
    const ready = () => Page.load("selection/share.js");
    ready().catch(() => {});
    const copy = async () => {
      const copied = await ready().then(
        () => Share.copy(url()),
        () => false,
      );
      say(copied ? "Link gekopieerd" : `Kopiëren lukt hier niet. De link is ${url()}`);
    };
    const send = () => navigator.share({ title: title(), url: url() }).catch(() => {});
    const code = async () => {
      try {
        await ready();
        shown.replaceChildren(await Share.code(url(), `QR-code van ${title()}`));
        say("De QR-code staat eronder");
      } catch {
        say("De link is te lang voor een QR-code. Kopieer hem, of laat de notities weg.");
      }
    };
    const ways = row(button("Kopieer link", copy));
    if ("share" in navigator) ways.append(button("Delen", send));
    ways.append(button("Toon QR", code));
    return group("Delen", ways, make("label", { class: "selection__hint" }, notes, make("span", {}, hint)), shown);
  };

  return { address, posters, send };
})();
