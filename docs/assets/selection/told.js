/* What a reader is told of a selection that came with a link, also of one that was hurt on its way. Nothing here knows of a page. */
/**
 * @param {ReceivedSelection} selection
 * @param {SelectionContent} own what was kept here already
 * @param {string[]} keys those of the guide
 */
const selectionTold = ({ entries, more, unread, newer }, own, keys) => {
  const mine = own.entries.length;
  if (newer) return SelectionAddress.NEWER;
  if (!entries.length) {
    const cut =
      "In deze link staat geen selectie die we kunnen lezen. Waarschijnlijk is hij onderweg afgebroken. Vraag hem nog eens, of kopieer hem helemaal.";
    return mine ? `${cut} Wat je zelf verzamelde, staat er nog.` : cut;
  }
  const said = [`Je kreeg een selectie van ${Words.counted(entries.length, "stuk", "stukken")}.`];
  if (more) said.push(`De link noemt er nog ${more}; meer dan ${SelectionStore.MOST.entries} kunnen we niet tonen.`);
  if (unread === 1) said.push("Eén deel van de link konden we niet lezen: dat ging onderweg verloren.");
  if (unread > 1) said.push(`${unread} delen van de link konden we niet lezen: die gingen onderweg verloren.`);
  const last = entries[entries.length - 1].key;
  if (!keys.includes(last) && keys.some((key) => key.startsWith(last)))
    said.push("De link lijkt afgebroken in het laatste stuk. Misschien ontbreekt er nog meer.");
  said.push("Je kunt ze lezen en afdrukken zonder iets te bewaren.");
  if (mine)
    said.push(
      `Op dit toestel staat al een selectie van ${Words.counted(mine, "stuk", "stukken")}; die blijft zoals ze is, tot je zelf kiest.`,
    );
  return said.join(" ");
};
