/* The index of search: BM25 over four fields; what it adds is Dutch: stems, parts of compounds, synonyms. */
const SearchIndex = (() => {
  const { words } = Spelling;
  const { STOP, stem, sense, exactly, denies, split, distance } = Analysis;

  /* How much a word counts where it stands, and how much a long field thins it out. */
  const FIELDS = {
    title: { weight: 5, thin: 0.3 },
    words: { weight: 2.5, thin: 0.2 },
    text: { weight: 1, thin: 0.6 },
    further: { weight: 0.6, thin: 0 },
  };
  const NAMES = /** @type {(keyof typeof FIELDS)[]} */ (Object.keys(FIELDS));
  const SATURATION = 1.2;
  const PART = 0.5; // a word that is only a part of a compound, against the word itself

  /** @param {string} column */
  const lines = (column) => column.split("\n");

  /** @param {string} column */
  const phrases = (column) => lines(column).map((line) => line.split(","));

  /** @param {SearchDataFile} data @returns {SearchRecord[]} */
  const read = ({ kinds, letters, pages, levels, audience, records }) => {
    const [kind, steps, anchors, titles, texts, says, rare, level, who, ids] = records;
    const [title, text, said, further, heading] = [titles, texts, says, rare, pages[1]].map(lines);
    const [anchor, id, address] = [anchors, ids, pages[0]].map((column) => lines(column.replaceAll(" ", "-")));
    /** @param {number} bits @param {NamedValues} all */
    const among = (bits, all) => all.filter((_, index) => bits & (1 << index)).map(([name]) => name);
    let place = 0;
    const page = steps.map((step) => (place += step));
    /* An anchor is a kind and an id: tip-familiemuur, of which only the id is sent. A page is mostly called after the id of what it holds. */
    const called = (/** @type {number} */ at) => id[at] || anchor[at] || address[page[at]].split("/").at(-2);
    const key = (/** @type {string} */ name, /** @type {number} */ at) =>
      name in letters ? `${letters[name]}/${called(at)}` : "";
    const fragment = (/** @type {string} */ name, /** @type {number} */ at) =>
      anchor[at] && `#${name in letters ? `${name}-` : ""}${anchor[at]}`;
    return kind.map((_, at) => ({
      kind: kinds[kind[at]][0],
      key: key(kinds[kind[at]][0], at),
      label: kinds[kind[at]][1],
      address: address[page[at]] + fragment(kinds[kind[at]][0], at),
      page: heading[page[at]],
      title: title[at] || heading[page[at]],
      text: text[at],
      words: said[at],
      further: further[at],
      levels: among(level[at], levels),
      audience: among(who[at], audience),
    }));
  };

  /** Which letters a word has, a bit for each. @param {string} word */
  const letters = (word) => [...word].reduce((found, letter) => found | (1 << (letter.charCodeAt(0) & 31)), 0);

  /** @param {number} set */
  const bits = (set) => {
    let count = 0;
    for (; set; set &= set - 1) count++;
    return count;
  };

  /**
   * A slip is seldom in the first letter, and a short word with another first letter is another word: luizen is not huizen.
   * @param {string} word
   * @param {string} other
   */
  const alike = (word, other) =>
    word[0] === other[0] || word.length >= 8 || (word[0] === other[1] && word[1] === other[0]);

  /** For each record, those that name it or that it names. @param {SearchDataFile} data @returns {number[][]} */
  const spread = ({ links, records: [{ length }] }) => {
    /** @type {number[][]} */
    const near = Array.from({ length }, () => []);
    links.forEach((steps, which) => {
      let other = which;
      for (const step of steps) {
        other += step;
        near[which].push(other);
        near[other].push(which);
      }
    });
    return near;
  };

  return class SearchIndex {
    /** @param {SearchDataFile} data */
    constructor(data) {
      this.records = read(data);
      this.neighbours = spread(data);
      const fields = this.records.map(({ title, words: said, text, further }) => ({
        title: words(title),
        words: words(said),
        text: words(text),
        further: words(further),
      }));
      /** How often each word occurs: by this, compounds are split. @type {Map<string, number>} */
      this.lexicon = new Map();
      /** From a word as it is written to its stem. @type {Map<string, string>} */
      this.stems = new Map();
      /** From a word as it is written to the stems of its parts. @type {Map<string, string[]>} */
      this.parts = new Map();
      /** For every stem: how rare it is, the records it is in, and how much it says about each. @type {Map<string, Posting>} */
      this.postings = new Map();
      /** From what is said, by its sense, to what else is meant by it. @type {Map<string, string[][]>} */
      this.meant = new Map();
      /** From what is said, by its sense, to what the guide does not have. @type {Map<string, SearchGap>} */
      this.gaps = new Map();
      /** A number for every stem of a title, of search words or of a text. @type {Map<string, number>} */
      this.numbers = new Map();
      this.count(fields, data);
      this.weigh(fields);
      /** The stems of those fields of every record, each by its number. */
      this.rows = this.number(fields);
      /** How rare each stem is, by its number. */
      this.rare = Float64Array.from(this.numbers.keys(), (term) => this.postings.get(term)?.rarity ?? 0);
      this.sorted = [...this.stems.keys()].sort();
      this.link(data);
      /** The words by their length, each with its letters. @type {{ word: string, letters: number }[][]} */
      this.spelled = [];
      for (const word of this.stems.keys()) (this.spelled[word.length] ??= []).push({ word, letters: letters(word) });
      this.longest = Math.max(
        1,
        ...[...this.meant.keys(), ...this.gaps.keys()].map((phrase) => phrase.split(" ").length),
      );
    }

    /** @param {SearchFields[]} fields @param {SearchDataFile} data */
    count(fields, { synonyms, everyday }) {
      const count = (/** @type {string} */ word) => this.lexicon.set(word, (this.lexicon.get(word) || 0) + 1);
      /* Not the rare words further on: they would see kern and energie in kernenergie. */
      for (const { title, words, text } of fields) for (const field of [title, words, text]) field.forEach(count);
      const said = [synonyms, ...everyday].flatMap(words);
      for (const word of said) if (word.length > 3) count(word);
    }

    /** @param {SearchFields[]} all */
    weigh(all) {
      /** From a stem to how much it weighs in each record. @type {Map<string, Map<number, number>>} */
      const found = new Map();
      /** @param {string} term @param {number} which @param {number} weight */
      const add = (term, which, weight) => {
        const places = found.get(term) ?? new Map();
        found.set(term, places);
        places.set(which, (places.get(which) || 0) + weight);
      };
      const total = this.records.length;
      const averages = NAMES.map((field) => all.reduce((sum, fields) => sum + fields[field].length, 0) / total);
      all.forEach((fields, which) => {
        NAMES.forEach((field, at) => {
          const { weight, thin } = FIELDS[field];
          const counts = weight / (1 - thin + (thin * fields[field].length) / (averages[at] || 1));
          for (const word of fields[field]) {
            if (STOP.has(word)) continue;
            const term = this.stems.get(word) ?? stem(word);
            this.stems.set(word, term);
            add(term, which, counts);
            for (const part of this.partsOf(word, term)) add(part, which, PART * counts);
          }
        });
      });
      for (const some of this.parts.values())
        for (const part of some) if (!this.stems.has(part)) this.stems.set(part, part);
      for (const [term, places] of found) {
        const says = Float64Array.from(places.values(), (often) => (often * (SATURATION + 1)) / (often + SATURATION));
        this.postings.set(term, { rarity: this.rarity(places.size), which: Int32Array.from(places.keys()), says });
      }
    }

    /** @param {SearchFields[]} fields */
    number(fields) {
      /** By word, so that each is stemmed once. @type {Map<string, number>} */
      const known = new Map();
      /** @param {string} word */
      const numbered = (word) => {
        const term = this.stems.get(word) ?? stem(word);
        const number = this.numbers.get(term) ?? this.numbers.size;
        this.numbers.set(term, number);
        known.set(word, number);
        return number;
      };
      /** @param {string[]} row */
      const row = (row) => Int32Array.from(row, (word) => known.get(word) ?? numbered(word));
      return fields.map(({ title, words, text }) => ({ title: row(title), words: row(words), text: row(text) }));
    }

    /** Which stems are among these, by their number. @param {Iterable<string>} terms */
    among(terms) {
      const found = new Uint8Array(this.numbers.size);
      for (const term of terms) {
        const number = this.numbers.get(term);
        if (number !== undefined) found[number] = 1;
      }
      return found;
    }

    /** Of what the words of a title tell, the share that is meant. @param {number} which @param {Uint8Array} meant */
    share(which, meant) {
      const { title } = this.rows[which];
      let [all, asked] = [0, 0];
      for (let at = 0; at < title.length; at++) {
        if (title.indexOf(title[at]) < at) continue; // It was counted.
        all += this.rare[title[at]];
        if (meant[title[at]]) asked += this.rare[title[at]];
      }
      return asked / (all || 1);
    }

    /** How much a word tells that is in so many records. @param {number} count */
    rarity(count) {
      return Math.log(1 + (this.records.length - count + 0.5) / (count + 0.5));
    }

    /** @param {string} word @param {string} term its stem */
    partsOf(word, term) {
      const known = this.parts.get(word);
      if (known) return known;
      const parts = [...new Set(split(word, this.lexicon).map(stem))].filter((part) => part !== term);
      this.parts.set(word, parts);
      return parts;
    }

    /** @param {SearchDataFile} data */
    link({ synonyms, everyday, gaps }) {
      /** The words of a phrase that tell something. @param {string} phrase */
      const telling = (phrase) => words(phrase).flatMap((word) => (STOP.has(word) ? [] : stem(word)));
      /** @param {string} phrase */
      const learn = (phrase) => {
        for (const word of words(phrase))
          if (!STOP.has(word) && !this.stems.has(word)) this.stems.set(word, stem(word));
      };
      /** @param {string} phrase @param {string[]} meant */
      const lead = (phrase, meant) => {
        learn(phrase);
        const from = sense(words(phrase));
        const own = telling(phrase).join(" ");
        /* What is denied of one word, does not stand where that word does: kan niet lezen is not in lezen. */
        const led = meant.filter((other) => telling(other).length > (words(other).some(denies) ? 1 : 0));
        const to = led.map(telling).filter((other) => other.join(" ") !== own);
        this.meant.set(from, [...(this.meant.get(from) || []), ...to]);
      };
      for (const group of phrases(synonyms)) for (const phrase of group) lead(phrase, group);
      const [says, means] = everyday.map(phrases);
      says.forEach((say, at) => say.forEach((phrase) => lead(phrase, means[at])));
      for (const [say, line, help, still] of gaps)
        for (const phrase of say) {
          learn(phrase);
          this.gaps.set(exactly(words(phrase)), { line, help: help.map((which) => this.records[which]), still });
        }
    }

    /** Where in the sorted words one begins that starts with this. @param {string} word */
    from(word) {
      let low = 0;
      let high = this.sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.sorted[middle] < word) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    /** The words of so many letters, or up to so many more. @param {number} from @param {number} [to] */
    long(from, to) {
      return this.spelled.slice(from, to).flatMap((some) => some ?? []);
    }

    /**
     * The words that may be meant, each with how many slips it lies away.
     * @param {string} word
     */
    near(word) {
      const most = word.length >= 12 ? 3 : word.length >= 8 ? 2 : 1;
      const mine = letters(word);
      /** @type {[string, number][]} */
      const found = [];
      for (const { word: other, letters: theirs } of this.long(Math.max(4, word.length - most), word.length + most + 1))
        if (alike(word, other) && bits(mine & ~theirs) <= most && bits(theirs & ~mine) <= most) {
          const slips = distance(word, other, most);
          if (slips <= most) found.push([other, slips]);
        }
      return found;
    }

    /** @param {string} word */
    knows(word) {
      return this.postings.has(stem(word)) || this.meant.has(stem(word)) || this.gaps.has(exactly([word]));
    }
  };
})();
