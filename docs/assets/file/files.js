/* Files of whoever reads: handed out to the device, and chosen on it. */
const Files = (() => {
  const { make } = Page;

  /** @param {string} name @param {BlobPart} content @param {string} type */
  const hand = (name, content, type) => {
    const url = URL.createObjectURL(new Blob([content], { type }));
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  /**
   * Let someone choose a file of ours. It stands in the page meanwhile: a browser may clean up what stands nowhere, and then
   * nobody hears what was chosen.
   * @param {number} most bytes
   * @param {(text: string | null) => unknown} act with what it holds; null when it is too large
   */
  const choose = (most, act) => {
    const chooser = make("input", { type: "file", accept: ".json,application/json", hidden: true });
    const away = () => chooser.remove();
    chooser.oncancel = away;
    chooser.onchange = async () => {
      const [file] = chooser.files ?? [];
      away();
      if (file) act(file.size > most ? null : await file.text());
    };
    document.body.append(chooser);
    chooser.click();
  };
  return { hand, choose };
})();
