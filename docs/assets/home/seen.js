/* On the start page: the pages that were read last, as note.js keeps them on this device. */
(() => {
  const NAME = "gelezen";
  const { make, root } = Page;
  const section = Page.find("#verder");
  const heading = Page.find("h2", section);

  /** What is kept, as links to pages of this guide; storage may hold anything. */
  const kept = () => {
    try {
      return (localStorage.getItem(NAME) ?? "").split("\n", 3).flatMap((line) => {
        const [url, title = ""] = line.split(/ (.*)/);
        return url.startsWith(root.href) && title ? [make("a", { href: url }, title.slice(0, 120))] : [];
      });
    } catch {
      return [];
    }
  };

  const forget = () => {
    try {
      localStorage.removeItem(NAME);
    } catch {}
    const said = make("p", { tabindex: -1 }, "Gewist. Dit toestel weet niet meer wat je las.");
    section.replaceChildren(said);
    said.focus();
  };

  const show = () => {
    const links = kept();
    section.hidden = !links.length;
    if (!links.length) return;
    const wipe = make("button", { type: "button", "aria-label": "Wis wat je las van dit toestel" }, "Wis");
    wipe.addEventListener("click", forget);
    section.replaceChildren(heading, wipe, make("ul", {}, ...links.map((link) => make("li", {}, link))));
  };

  show();
  Page.onKept(NAME, show);
})();
