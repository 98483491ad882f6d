/* Words that stand together: in which records, and how in a field of one, stem by stem. */
const SearchPhrase = (() => {
  const { STOP, stem } = Analysis;

  /**
   * The records that every one of these is in, and the least that any of them says about each. Records stand by number.
   * @param {Posting[]} found
   */
  const together = (found) => {
    /** @type {{ which: ArrayLike<number>, says: ArrayLike<number> }[]} */
    const [rarest, ...others] = [...found].sort((one, other) => one.which.length - other.which.length);
    return others.reduce((shared, other) => {
      /** @type {{ which: number[], says: number[] }} */
      const both = { which: [], says: [] };
      for (let mine = 0, theirs = 0; mine < shared.which.length && theirs < other.which.length; theirs++) {
        while (shared.which[mine] < other.which[theirs]) mine++;
        if (shared.which[mine] !== other.which[theirs]) continue;
        both.which.push(shared.which[mine]);
        both.says.push(Math.min(shared.says[mine], other.says[theirs]));
      }
      return both;
    }, rarest);
  };

  return class SearchPhrase {
    static together = together;

    /** @param {string[]} said @param {InstanceType<typeof SearchIndex>} index */
    constructor(said, index) {
      /** The stems by their number; -1 for one that stands nowhere. */
      this.query = said.map((word) => index.numbers.get(stem(word)) ?? -1);
      this.telling = said.map((word) => !STOP.has(word));
      this.asked = index.among(said.map(stem));
    }

    /** How many words of the query stand in a field from here on, as from there in the query. @param {Int32Array} field @param {number} at @param {number} from */
    length(field, at, from) {
      let length = 0;
      while (from + length < this.query.length && field[at + length] === this.query[from + length]) length++;
      return length;
    }

    /** How many steps go from word to word of the query where most of it stands together in a field. @param {Int32Array} field */
    run(field) {
      let most = 0;
      for (let at = 0; at + most + 1 < field.length; at++) {
        if (!this.asked[field[at]]) continue;
        for (let from = 0; from + most + 1 < this.query.length; from++) {
          const length = this.length(field, at, from);
          if (length > most + 1 && this.telling.slice(from, from + length).includes(true)) most = length - 1;
        }
      }
      return most;
    }

    /** Whether all of the query stands together in a field. @param {Int32Array} field */
    within(field) {
      for (let at = 0; at + this.query.length <= field.length; at++)
        if (this.length(field, at, 0) === this.query.length) return true;
      return false;
    }
  };
})();
