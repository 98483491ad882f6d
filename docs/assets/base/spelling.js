/* One spelling for whatever compares words: search, the filter of an overview, the page for an address that is not there.
   macros/model/spelling.py reads the same for what is written beforehand; tests/spelling.json holds both to it. */
const Spelling = (() => {
  /* Letters that Unicode leaves whole, as one types them without their key. */
  /** @type {Record<string, string>} */
  const LETTERS = { æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", ı: "i" };

  /**
   * The words of a text, without capitals, accents and signs: één is een, papa's is papa, ﬁlm is film; a hyphen parts
   * words, one that cannot be seen does not. No words are left of a text without letters and digits.
   * @param {string} text
   * @returns {string[]}
   */
  const words = (text) =>
    text
      .replace(/´/g, "'")
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}\u115f\u1160]/gu, "")
      .replace(/[æœøłđðþßı]/g, (letter) => LETTERS[letter])
      .replace(/[’‘‛\u0060ʹʻʼʽˈˊˋꞌ′‵]/g, "'")
      .replace(/'s(?![\p{L}\p{N}])/gu, "")
      .replace(/'/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];

  return { words };
})();
