/* Finds in the records what someone means, best first. The index is BM25 over four fields; what it adds is Dutch:
   stems, parts of compounds, the guide's synonyms, and spellings that lie close to a known word.
   Every number here was set on one half of tests/search/judged.yml and checked on the other. */
(() => {
  const { STOP, words, stem, split, distance } = globalThis.Dutch;

  /* How much a word counts where it stands, and how much a long field thins it out. */
  const FIELDS = {
    title: { weight: 5, thin: 0.3 },
    words: { weight: 2.5, thin: 0.2 },
    text: { weight: 1, thin: 0.6 },
    further: { weight: 0.6, thin: 0 },
  };
  const SATURATION = 1.2;
  const PART = 0.5; // a word that is only a part of a compound, against the word itself
  const SYNONYM = 0.8; // what is meant by a word, against the word itself
  const FAINT = 0.25; // what scores less than this share of the best, is not what was meant
  /* Who searches wants something to do first, then what is told about it, then where it comes from. */
  const STANDING = {
    partner: 0.95,
    kader: 0.9,
    lijst: 0.9,
    praktijk: 0.9,
    overzicht: 0.9,
    materiaal: 0.85,
    figuur: 0.8,
    pagina: 0.8,
    bron: 0.7,
  };

  class Finder {
    constructor({ kinds, pages, levels, audience, records, synonyms, everyday }) {
      const among = (bits, all) => all.filter((_, index) => bits & (1 << index)).map(([name]) => name);
      const [kind, page, anchor, title, text, said, further, level, who] = records;
      this.records = kind.map((_, at) => ({
        kind: kinds[kind[at]][0],
        label: kinds[kind[at]][1],
        address: pages[page[at]][0] + (anchor[at] && `#${anchor[at]}`),
        page: pages[page[at]][1],
        title: title[at] || pages[page[at]][1],
        text: text[at],
        words: said[at],
        further: further[at],
        levels: among(level[at], levels),
        audience: among(who[at], audience),
      }));
      this.read(synonyms, everyday);
      this.index();
      this.link(synonyms, everyday);
    }

    /* The words of every field, and how often each word occurs: the lexicon by which compounds are split. */
    read(synonyms, everyday) {
      const said = [...synonyms, ...everyday.map(([say, mean]) => [...say, ...mean])].flat().flatMap(words);
      this.lexicon = new Map();
      const count = (word) => this.lexicon.set(word, (this.lexicon.get(word) || 0) + 1);
      this.fields = this.records.map((record) =>
        Object.fromEntries(Object.keys(FIELDS).map((field) => [field, words(record[field])])),
      );
      /* Not the rare words further on: they would see kern and energie in kernenergie. */
      for (const fields of this.fields) for (const field of ["title", "words", "text"]) fields[field].forEach(count);
      for (const word of said) if (word.length > 3) count(word);
    }

    index() {
      const found = new Map(); // stem -> Map(record -> weight)
      this.stems = new Map(); // word as it is written -> stem
      const parts = (this.parts = new Map()); // word as it is written -> the stems of its parts
      const add = (term, which, weight) => {
        let places = found.get(term);
        if (!places) found.set(term, (places = new Map()));
        places.set(which, (places.get(which) || 0) + weight);
      };
      const average = {};
      for (const field in FIELDS)
        average[field] = this.fields.reduce((sum, fields) => sum + fields[field].length, 0) / this.records.length || 1;
      this.fields.forEach((fields, which) => {
        for (const field in FIELDS) {
          const { weight, thin } = FIELDS[field];
          const counts = weight / (1 - thin + (thin * fields[field].length) / average[field]);
          for (const word of fields[field]) {
            if (STOP.has(word)) continue;
            const term = stem(word);
            this.stems.set(word, term);
            add(term, which, counts);
            if (!parts.has(word))
              parts.set(
                word,
                [...new Set(split(word, this.lexicon).map(stem))].filter((part) => part !== term),
              );
            for (const part of parts.get(word)) add(part, which, PART * counts);
          }
        }
      });
      for (const some of parts.values()) for (const part of some) if (!this.stems.has(part)) this.stems.set(part, part);
      this.sorted = [...this.stems.keys()].sort();
      /* For every stem: how rare it is, the records it is in, and how much it says about each. */
      this.postings = new Map();
      const total = this.records.length;
      for (const [term, places] of found) {
        const says = Float64Array.from(places.values(), (often) => (often * (SATURATION + 1)) / (often + SATURATION));
        this.postings.set(term, {
          rarity: Math.log(1 + (total - places.size + 0.5) / (places.size + 0.5)),
          which: Int32Array.from(places.keys()),
          says,
        });
      }
    }

    /* From what is said, in stems, to what else is meant by it. */
    link(synonyms, everyday) {
      this.meant = new Map();
      const stems = (phrase) => words(phrase).map(stem);
      const lead = (from, to) =>
        this.meant.set(from.join(" "), [
          ...(this.meant.get(from.join(" ")) || []),
          ...to.filter((other) => other.join(" ") !== from.join(" ")),
        ]);
      const learn = (phrase) =>
        words(phrase).forEach((word) => STOP.has(word) || this.stems.has(word) || this.stems.set(word, stem(word)));
      for (const group of synonyms) group.forEach((phrase) => (learn(phrase), lead(stems(phrase), group.map(stems))));
      for (const [say, mean] of everyday)
        for (const phrase of say) (learn(phrase), lead(stems(phrase), mean.map(stems)));
      this.spelled = [...this.stems.keys()];
      this.longest = Math.max(1, ...[...this.meant.keys()].map((phrase) => phrase.split(" ").length));
    }

    /* The terms that one word of a query may stand for, each with how surely. */
    variants(word, last) {
      const found = new Map();
      const put = (term, surely) => surely > (found.get(term) || 0) && found.set(term, surely);
      const own = stem(word);
      const known = this.postings.has(own) || this.meant.has(own);
      put(own, 1);
      if (word.length >= 3)
        for (let at = this.from(word); at < this.sorted.length && this.sorted[at].startsWith(word); at++)
          put(this.stems.get(this.sorted[at]), (last ? 0.8 : 0.6) * Math.sqrt(word.length / this.sorted[at].length));
      const parts = split(word, this.lexicon);
      for (const part of parts) put(stem(part), known ? 0.25 : 0.55);
      if (word.length >= 4 && !known) {
        /* A half that never stands alone, and so was never seen as a part: bende is in taalbende. */
        for (const other of this.spelled)
          if (other.length >= word.length + 3 && other.endsWith(word))
            put(this.stems.get(other), 0.8 * Math.sqrt(word.length / other.length));
        this.slips(word, put);
      }
      return found;
    }

    slips(word, put) {
      const most = word.length >= 12 ? 3 : word.length >= 8 ? 2 : 1;
      for (const other of this.spelled) {
        if (other.length < 4 || Math.abs(other.length - word.length) > most || !alike(word, other)) continue;
        const slips = distance(word, other, most);
        if (slips <= most) put(this.stems.get(other), (other[0] === word[0] ? 1 : 0.7) * [1, 0.8, 0.5, 0.4][slips]);
      }
    }

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

    /* What was found, best first; the terms that were looked for, to mark them; and what was probably meant by a word that nobody knows.
       keep: which records are wanted at all. Without a query, all of these are found, in editorial order. */
    search(query, keep = () => true) {
      const said = words(query);
      if (!said.length)
        return { hits: this.records.filter(keep).map((record) => ({ record, score: 1 })), terms: new Set(), meant: "" };
      const stems = said.map(stem);
      let telling = said.map((_, index) => index).filter((index) => !STOP.has(said[index]));
      if (!telling.length) telling = said.map((_, index) => index);
      const concepts = telling.map((index) => ({
        index,
        terms: this.variants(said[index], index === said.length - 1),
        phrases: [],
      }));
      for (let index = 0; index + 1 < said.length; index++)
        for (const link of ["", "s"]) {
          const whole = stem(said[index] + link + said[index + 1]);
          if (said[index].length > 2 && said[index + 1].length > 2 && this.postings.has(whole))
            for (const concept of concepts)
              if (concept.index === index || concept.index === index + 1) concept.terms.set(whole, 1.1);
        }
      for (let length = Math.min(this.longest, stems.length); length; length--)
        for (let at = 0; at + length <= stems.length; at++)
          for (const phrase of this.meant.get(stems.slice(at, at + length).join(" ")) || [])
            for (const concept of concepts)
              if (concept.index >= at && concept.index < at + length) concept.phrases.push([phrase, SYNONYM]);
      for (const concept of concepts)
        if (!concept.phrases.length)
          for (const [term, surely] of concept.terms)
            if (surely >= 0.5 && surely !== 1)
              for (const phrase of this.meant.get(term) || [])
                concept.phrases.push([phrase, SYNONYM * Math.min(1, surely)]);
      const hits = this.rank(concepts, said, stems, keep);
      return {
        hits: hits.filter((hit) => hit.score >= FAINT * hits[0].score),
        terms: this.looked(concepts),
        meant: this.respelled(said),
      };
    }

    looked(concepts) {
      const terms = new Set();
      for (const { terms: found, phrases } of concepts) {
        for (const [term, surely] of found) if (surely >= 0.3) terms.add(term);
        for (const [phrase] of phrases) if (phrase.length === 1) terms.add(phrase[0]);
      }
      return terms;
    }

    /** Whether a word of a text is one that was looked for. */
    marks(word, terms) {
      return words(word).some(
        (bare) =>
          !STOP.has(bare) && (terms.has(stem(bare)) || (this.parts.get(bare) || []).some((part) => terms.has(part))),
      );
    }

    /* The query with every unknown word as the guide would spell it, or nothing when that changes nothing. */
    respelled(said) {
      let changed = false;
      const better = said.map((word) => {
        if (
          STOP.has(word) ||
          word.length < 4 ||
          this.stems.has(word) ||
          this.postings.has(stem(word)) ||
          this.meant.has(stem(word)) ||
          split(word, this.lexicon).length ||
          this.sorted[this.from(word)]?.startsWith(word)
        )
          return word;
        let [near, slips] = [word, word.length >= 12 ? 4 : word.length >= 8 ? 3 : 2];
        for (const other of this.spelled) {
          if (other.length < 4 || !alike(word, other)) continue;
          const apart = distance(word, other, slips - 1) + (other[0] === word[0] ? 0 : 0.5);
          if (apart < slips) [near, slips] = [other, apart];
        }
        changed ||= near !== word;
        return near;
      });
      return changed ? better.join(" ") : "";
    }

    rank(concepts, said, stems, keep) {
      const scores = new Float64Array(this.records.length);
      const met = new Uint8Array(this.records.length);
      for (const concept of concepts)
        for (const [which, score] of this.weigh(concept, said)) {
          scores[which] += score;
          met[which]++;
        }
      let hits = [];
      let best = 0;
      for (let which = 0; which < scores.length; which++) {
        if (!met[which] || !keep(this.records[which])) continue;
        const score =
          scores[which] * (0.4 + (0.6 * met[which]) / concepts.length) * (STANDING[this.records[which].kind] || 1);
        hits.push({ which, record: this.records[which], score });
        if (score > best) best = score;
      }
      /* Words that stand together in the title, the search words or the text, as they do in the query. Only for what can still matter. */
      const phrase = ` ${stems.join(" ")} `;
      hits = hits.filter((hit) => hit.score * 3 >= best * FAINT);
      for (const hit of hits) {
        const title = this.flat(hit.which, "title");
        if (said.length > 1)
          hit.score *= title.includes(phrase)
            ? 2
            : ["words", "text"].some((field) => this.flat(hit.which, field).includes(phrase))
              ? 1.5
              : 1;
        if (title === phrase) hit.score *= 1.5;
      }
      return hits.sort((one, other) => other.score - one.score);
    }

    /* What one word of the query says about each record: the most that anything it may stand for says, and not the sum.
       No meaning counts as rarer than the word itself. */
    weigh(concept, said) {
      const best = new Map();
      const cap = this.postings.get(stem(said[concept.index]))?.rarity ?? 99;
      const use = (which, score) => score > (best.get(which) || 0) && best.set(which, score);
      for (const [term, surely] of concept.terms) {
        const found = this.postings.get(term);
        if (!found) continue;
        const weight = surely * (surely < 1 ? Math.min(cap, found.rarity) : found.rarity);
        for (let at = 0; at < found.which.length; at++) use(found.which[at], weight * found.says[at]);
      }
      const phrases = concept.phrases
        .map(([phrase, surely]) => [
          phrase.filter((term) => !STOP.has(term)).map((term) => this.postings.get(term)),
          surely,
        ])
        .filter(([found]) => found.length && found.every(Boolean));
      const rarity = Math.min(cap, ...phrases.map(([found]) => Math.max(...found.map((one) => one.rarity))));
      for (const [found, surely] of phrases)
        for (const [which, says] of together(found)) use(which, surely * rarity * says);
      return best;
    }

    flat(which, field) {
      const fields = this.fields[which];
      return (fields[`flat ${field}`] ??= ` ${fields[field].map(stem).join(" ")} `);
    }
  }

  /* A slip is seldom in the first letter, and a short word with another first letter is another word: luizen is not huizen. */
  const alike = (word, other) =>
    word[0] === other[0] || word.length >= 8 || (word[0] === other[1] && word[1] === other[0]);

  /* The records that every word of a phrase is in, and the least that any of its words says about them. */
  function together(found) {
    const [rarest, ...others] = [...found].sort((one, other) => one.which.length - other.which.length);
    let shared = new Map();
    rarest.which.forEach((which, at) => shared.set(which, rarest.says[at]));
    for (const { which, says } of others) {
      const both = new Map();
      for (let at = 0; at < which.length; at++)
        if (shared.has(which[at])) both.set(which[at], Math.min(shared.get(which[at]), says[at]));
      shared = both;
    }
    return shared;
  }

  globalThis.Finder = Finder;
})();
