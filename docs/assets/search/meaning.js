/* What the words of a query may mean: other forms, parts, synonyms, what lies a slip away. */
const SearchMeaning = (() => {
  const { STOP, FILLING, PARTICLES, stem, present, isLight, isSentence, sense, exactly, denies, split } = Analysis;
  const REMEMBERED = 64; // words of which is kept what lies near
  const SYNONYM = 0.8; // what is meant by a word, against the word itself
  const TOLD = 1; // what is meant by several words together: an editor wrote them down, so nothing is guessed
  const PARTED = { words: 0.25, sentence: 0 }; // a part of a compound that the guide knows: a sentence has other words to go by
  const DENIED = 0.5; // a word of what is denied, such as lezen in kan niet lezen, against the word itself
  const SLIP = 5; // letters of a word for each slip in it that someone may have meant another by
  const LONG = 7; // letters of a word that another spelling may stand for, in several words that mean something together
  const SURE = 0.5; // from here on a term is what a word means, and not what it might mean
  const APART = 4; // how many words from what it denies a niet may stand: ze lezen de brieven van school niet

  /** What stands together in a row, the longest first. @template T @param {T[]} row @param {number} longest @returns {T[][]} */
  const stretches = (row, longest) =>
    Array.from({ length: Math.min(longest, row.length) }, (_, at) => at + 1)
      .reverse()
      .flatMap((length) => row.slice(length - 1).map((_, at) => row.slice(at, at + length)));

  /** What a niet that stands a little further denies, each with that niet. @param {number[]} row @param {(index: number) => boolean} denied */
  const apart = (row, denied) => {
    const far = (/** @type {number} */ steps) => steps > 1 && steps <= APART;
    return row.flatMap((niet, at) =>
      denied(niet) ? row.filter((_, other) => far(Math.abs(other - at))).map((other) => [other, niet]) : [],
    );
  };

  return class SearchMeaning {
    /** @param {InstanceType<typeof SearchIndex>} index */
    constructor(index) {
      this.index = index;
      /** @type {Map<string, [string, number][]>} */
      this.nearby = new Map();
    }

    /** What each telling word of a query may stand for. @param {string[]} said @param {string[]} spelled as the guide would spell it */
    concepts(said, spelled) {
      const { postings, meant, longest } = this.index;
      const all = said.map((_, index) => index);
      const telling = all.filter((index) => !STOP.has(said[index]));
      /** @type {Concept[]} */
      const concepts = (telling.length ? telling : all).map((index) => ({
        index,
        terms: this.variants(said[index], index === said.length - 1, isSentence(said) ? PARTED.sentence : PARTED.words),
        phrases: [],
      }));
      for (const concept of concepts)
        for (const [at, word] of said.entries())
          if (at > concept.index && PARTICLES.has(word)) {
            const whole = word + stem(said[concept.index]);
            if (postings.has(whole)) concept.terms.set(whole, 1.1);
          }
      for (let index = 0; index + 1 < said.length; index++)
        for (const link of ["", "s"]) {
          const whole = stem(said[index] + link + said[index + 1]);
          if (said[index].length > 2 && !STOP.has(said[index]) && !STOP.has(said[index + 1]) && postings.has(whole))
            for (const concept of concepts)
              if (concept.index === index || concept.index === index + 1) concept.terms.set(whole, 1.1);
        }
      const row = all.filter((index) => !FILLING.has(said[index]));
      const denied = (/** @type {number} */ index) => denies(said[index]);
      for (const some of [...stretches(row, longest), ...apart(row, denied)])
        for (const phrase of meant.get(
          sense(some.map((index) => (said[index].length < LONG ? said : spelled)[index])),
        ) ?? []) {
          const within = (/** @type {Concept} */ { index }) => some.includes(index);
          /* te laat: none of its words tells anything, together they do. */
          if (!concepts.some(within)) concepts.push({ index: some[0], terms: new Map(), phrases: [] });
          for (const concept of concepts.filter(within)) {
            concept.phrases.push({ phrase, surely: some.length > 1 ? TOLD : SYNONYM, length: some.length });
            concept.told ||= some.length > 1;
            if (some.length > 1 && some.some(denied))
              for (const [term, surely] of concept.terms) concept.terms.set(term, surely * DENIED);
          }
        }
      for (const { terms, phrases } of concepts)
        if (!phrases.length)
          for (const [term, surely] of terms)
            if (surely >= 0.5 && surely !== 1)
              for (const phrase of meant.get(term) ?? [])
                phrases.push({ phrase, surely: SYNONYM * Math.min(1, surely), length: 1 });
      return concepts;
    }

    /** What the guide does not have of what someone says, and the words that say it. @param {string[]} said */
    gap(said) {
      const { gaps, longest } = this.index;
      const row = said.filter((word) => !FILLING.has(word));
      for (const by of stretches(row, longest)) {
        const gap = gaps.get(exactly(by));
        if (gap) return { gap, by };
      }
    }

    /** The terms that one word of a query may stand for, each with how surely. @param {string} word @param {boolean} last @param {number} parted what a part of it counts when the guide knows it whole */
    variants(word, last, parted) {
      const { sorted, stems, lexicon } = this.index;
      /** @type {Map<string, number>} */
      const found = new Map();
      /** @param {string} term @param {number} surely */
      const put = (term, surely) => {
        if (surely > (found.get(term) || 0)) found.set(term, surely);
      };
      /** @param {string} known @param {number} surely */
      const putStem = (known, surely) => put(stems.get(known) ?? stem(known), surely);
      const known = this.index.knows(word);
      put(stem(word), 1);
      if (word.length >= 3)
        for (let at = this.index.from(word); sorted[at]?.startsWith(word); at++)
          putStem(sorted[at], (last ? 0.8 : 0.6) * Math.sqrt(word.length / sorted[at].length));
      for (const part of split(word, lexicon)) put(stem(part), known ? parted : 0.55);
      if (word.length >= 4 && !known) {
        for (const term of present(word))
          if (this.index.postings.has(term) || this.index.meant.has(term)) put(term, 0.9);
        /* A half that never stands alone, and so was never seen as a part: bende is in taalbende. */
        for (const { word: other } of this.index.long(word.length + 3))
          if (other.endsWith(word)) putStem(other, 0.8 * Math.sqrt(word.length / other.length));
        for (const [other, slips] of this.near(word))
          putStem(other, (other[0] === word[0] ? 1 : 0.7) * [1, 0.8, 0.5, 0.4][slips]);
      }
      return found;
    }

    /** All that the words of a query mean. @param {Concept[]} concepts @returns {Set<string>} */
    meant(concepts) {
      return new Set(
        concepts.flatMap(({ terms, phrases }) => [
          ...[...terms.keys()].filter((term) => (terms.get(term) || 0) >= SURE),
          ...phrases.flatMap(({ phrase }) => phrase),
        ]),
      );
    }

    /** What to mark: of a query, the words that tell what it is about, if it has any. @param {Concept[]} concepts @param {string[]} said */
    looked(concepts, said) {
      /** @type {Set<string>} */
      const terms = new Set();
      const telling = concepts.filter(({ index }) => !isLight(said[index]));
      for (const { terms: found, phrases } of telling.length ? telling : concepts) {
        for (const [term, surely] of found) if (surely >= 0.3) terms.add(term);
        for (const { phrase } of phrases) if (phrase.length === 1) terms.add(phrase[0]);
      }
      return terms;
    }

    /** A query with every unknown word as the guide would spell it. @param {string[]} said */
    spelled(said) {
      return said.map((word) => (this.familiar(word) ? word : this.nearest(word)));
    }

    /** Whether a word needs no other spelling. @param {string} word */
    familiar(word) {
      const { stems, lexicon, sorted } = this.index;
      if (STOP.has(word) || word.length < 4 || stems.has(word) || this.index.knows(word)) return true;
      return split(word, lexicon).length > 0 || sorted[this.index.from(word)]?.startsWith(word);
    }

    /** The word that a slip away is known: mishandeling is no slip of behandeling. @param {string} word */
    nearest(word) {
      let [nearest, least] = [word, Infinity];
      for (const [other, slips] of this.near(word)) {
        const same = other[0] === word[0];
        const apart = slips + (same ? 0 : 0.5);
        if (slips <= Math.max(1, same ? word.length / SLIP : 0) && apart < least) [nearest, least] = [other, apart];
      }
      return nearest;
    }

    /** The words that may be meant by one. @param {string} word */
    near(word) {
      const found = this.nearby.get(word) ?? this.index.near(word);
      if (this.nearby.size > REMEMBERED) this.nearby.clear();
      this.nearby.set(word, found);
      return found;
    }
  };
})();
