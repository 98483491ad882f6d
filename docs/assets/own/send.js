/* Sending what a page of one's own holds: the one address that has all of it, as a link or as a code; and what such an address
   brings. */
const Send = (() => {
  const { absolute } = Page;
  const ready = () => Page.load("selection/share.js");

  /** The address of a page with this behind its #; "" when others cannot open any. @param {string} page @param {string} held */
  const address = (page, held) => absolute(page) && `${absolute(page)}#${held}`;
  /** An address as a code; "" where there is none, or it is too long for one. @param {string} address @param {string} of what */
  const square = async (address, of, named = "QR-code van") => {
    if (!address) return "";
    try {
      await ready();
      return await Share.code(address, `${named} ${of}`);
    } catch {
      return "";
    }
  };
  /** What a button does that copies it. @param {(text: string) => void} say @param {() => string} address @param {string} [done] what is said then */
  const copy =
    (say, address, done = "Link gekopieerd") =>
    async () => {
      const copied = await ready().then(
        () => Share.copy(address()),
        () => false,
      );
      say(copied ? done : Piece.text("uncopied", address()));
    };
  /** Whether the address of this page brings something: more than a place on it. */
  const sent = () => location.hash.length > 1 && !Page.target;
  /** Take out of the address what was sent. */
  const taken = () => history.replaceState(null, "", location.href.split("#")[0]);

  return { address, square, copy, sent, taken };
})();
