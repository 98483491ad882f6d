/* Finds in the records what someone means, best first. The index is BM25 over three fields; what it adds is Dutch:
   stems, parts of compounds, the guide's synonyms, and spellings that lie close to a known word.
   Every number here was set on one half of tests/search/judged.yml and checked on the other. */
(() => {
  const { STOP, words, stem, split, distance } = globalThis.Dutch;

  /* How much a word counts where it stands, and how much a long field thins it out. */
  const FIELDS = { title: { weight: 5, thin: 0.3 }, words: { weight: 2.5, thin: 0.2 }, text: { weight: 1, thin: 0.6 } };
  const SATURATION = 1.2;
  const PART = 0.5; // a word that is only a part of a compound, against the word itself
  const SYNONYM = 0.8; // what is meant by a word, against the word itself
  const FAINT = 0.25; // what scores less than this share of the best, is not what was meant
  /* Who searches wants something to do first, then what is told about it, then where it comes from. */
  const STANDING = { partner: 0.95, kader: 0.9, lijst: 0.9, praktijk: 0.9, overzicht: 0.9, materiaal: 0.85, figuur: 0.8, pagina: 0.8, bron: 0.7 };

  class Finder {
    constructor({ kinds, pages, levels, audience, records, synonyms, everyday }) {
      const among = (bits, all) => all.filter((_, index) => bits & (1 << index)).map(([name]) => name);
      const [kind, page, anchor, title, text, said, level, who] = records;
      this.records = kind.map((_, at) => ({
        kind: kinds[kind[at]][0],
        label: kinds[kind[at]][1],
        address: pages[page[at]][0] + (anchor[at] && `#${anchor[at]}`),
        page: pages[page[at]][1],
        title: title[at] || pages[page[at]][1],
        text: text[at],
        words: said[at],
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
      this.fields = this.records.map((record) => Object.fromEntries(Object.keys(FIELDS).map((field) => [field, words(record[field])])));
      for (const fields of this.fields) for (const field in FIELDS) fields[field].forEach(count);
      for (const word of said) if (word.length > 3) count(word);
    }

    index() {
      this.postings = new Map(); // stem -> Map(record -> weight)
      this.stems = new Map(); // word as it is written -> stem
      const parts = new Map();
      const add = (term, which, weight) => {
        let found = this.postings.get(term);
        if (!found) this.postings.set(term, (found = new Map()));
        found.set(which, (found.get(which) || 0) + weight);
      };
      const average = {};
      for (const field in FIELDS) average[field] = this.fields.reduce((sum, fields) => sum + fields[field].length, 0) / this.records.length || 1;
      this.fields.forEach((fields, which) => {
        for (const field in FIELDS) {
          const { weight, thin } = FIELDS[field];
          const counts = weight / (1 - thin + (thin * fields[field].length) / average[field]);
          for (const word of fields[field]) {
            if (STOP.has(word)) continue;
            const term = stem(word);
            this.stems.set(word, term);
            add(term, which, counts);
            if (!parts.has(word)) parts.set(word, [...new Set(split(word, this.lexicon).map(stem))].filter((part) => part !== term));
            for (const part of parts.get(word)) add(part, which, PART * counts);
          }
        }
      });
      for (const found of parts.values()) for (const part of found) if (!this.stems.has(part)) this.stems.set(part, part);
      this.sorted = [...this.stems.keys()].sort();
      this.rarity = new Map();
      const total = this.records.length;
      for (const [term, found] of this.postings) this.rarity.set(term, Math.log(1 + (total - found.size + 0.5) / (found.size + 0.5)));
    }

    /* From what is said, in stems, to what else is meant by it. */
    link(synonyms, everyday) {
      this.meant = new Map();
      const stems = (phrase) => words(phrase).map(stem);
      const lead = (from, to) => this.meant.set(from.join(" "), [...(this.meant.get(from.join(" ")) || []), ...to.filter((other) => other.join(" ") !== from.join(" "))]);
      const learn = (phrase) => words(phrase).forEach((word) => STOP.has(word) || this.stems.has(word) || this.stems.set(word, stem(word)));
      for (const group of synonyms) group.forEach((phrase) => (learn(phrase), lead(stems(phrase), group.map(stems))));
      for (const [say, mean] of everyday) for (const phrase of say) learn(phrase), lead(stems(phrase), mean.map(stems));
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
        for (let at = this.from(word); at < this.sorted.length && this.sorted[at].startsWith(word); at++) put(this.stems.get(this.sorted[at]), (last ? 0.8 : 0.6) * Math.sqrt(word.length / this.sorted[at].length));
      const parts = split(word, this.lexicon);
      for (const part of parts) put(stem(part), known ? 0.25 : 0.55);
      if (word.length >= 4 && !known) this.slips(word, put);
      return found;
    }

    slips(word, put) {
      const most = word.length >= 8 ? 2 : 1;
      for (const other of this.spelled) {
        if (other.length < 4 || Math.abs(other.length - word.length) > most) continue;
        const slips = distance(word, other, most);
        if (slips <= most) put(this.stems.get(other), (other[0] === word[0] ? 1 : 0.7) * (slips < 2 ? 0.8 : 0.5));
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

    score(term, which) {
      const often = this.postings.get(term).get(which) || 0;
      return (often * (SATURATION + 1)) / (often + SATURATION);
    }

    /* What was found, best first; the terms that were looked for, to mark them; and what was probably meant by a word that nobody knows.
       keep: which records are wanted at all. Without a query, all of these are found, in editorial order. */
    search(query, keep = () => true) {
      const said = words(query);
      if (!said.length) return { hits: this.records.filter(keep).map((record) => ({ record, score: 1 })), terms: new Set(), meant: "" };
      const stems = said.map(stem);
      let telling = said.map((_, index) => index).filter((index) => !STOP.has(said[index]));
      if (!telling.length) telling = said.map((_, index) => index);
      const concepts = telling.map((index) => ({ index, terms: this.variants(said[index], index === said.length - 1), phrases: [] }));
      for (let index = 0; index + 1 < said.length; index++)
        for (const link of ["", "s"]) {
          const whole = stem(said[index] + link + said[index + 1]);
          if (said[index].length > 2 && said[index + 1].length > 2 && this.postings.has(whole)) for (const concept of concepts) if (concept.index === index || concept.index === index + 1) concept.terms.set(whole, 1.1);
        }
      for (let length = Math.min(this.longest, stems.length); length; length--)
        for (let at = 0; at + length <= stems.length; at++)
          for (const phrase of this.meant.get(stems.slice(at, at + length).join(" ")) || []) for (const concept of concepts) if (concept.index >= at && concept.index < at + length) concept.phrases.push([phrase, SYNONYM]);
      for (const concept of concepts)
        if (!concept.phrases.length) for (const [term, surely] of concept.terms) if (surely >= 0.5 && surely !== 1) for (const phrase of this.meant.get(term) || []) concept.phrases.push([phrase, SYNONYM * Math.min(1, surely)]);
      const hits = this.rank(concepts, said, stems, keep);
      return { hits: hits.filter((hit) => hit.score >= FAINT * hits[0].score), terms: this.looked(concepts), meant: this.respelled(said) };
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
      return words(word).some((bare) => !STOP.has(bare) && (terms.has(stem(bare)) || split(bare, this.lexicon).some((part) => terms.has(stem(part)))));
    }

    /* The query with every unknown word as the guide would spell it, or nothing when that changes nothing. */
    respelled(said) {
      let changed = false;
      const better = said.map((word) => {
        if (STOP.has(word) || word.length < 4 || this.stems.has(word) || this.postings.has(stem(word)) || this.meant.has(stem(word)) || split(word, this.lexicon).length) return word;
        let [near, slips] = [word, word.length >= 12 ? 4 : word.length >= 6 ? 3 : 2];
        for (const other of this.spelled) {
          if (other.length < 4) continue;
          const apart = distance(word, other, slips - 1) + (other[0] === word[0] ? 0 : 0.5);
          if (apart < slips) [near, slips] = [other, apart];
        }
        changed ||= near !== word;
        return near;
      });
      return changed ? better.join(" ") : "";
    }

    rank(concepts, said, stems, keep) {
      const scores = new Map();
      const met = new Map();
      for (const concept of concepts) {
        const best = new Map();
        const own = stem(said[concept.index]);
        const cap = this.rarity.get(own) ?? 99;
        const use = (found, value) => {
          for (const which of found.keys()) {
            const score = value(which);
            if (score > (best.get(which) || 0)) best.set(which, score);
          }
        };
        for (const [term, surely] of concept.terms) {
          const found = this.postings.get(term);
          if (!found) continue;
          const rarity = surely < 1 ? Math.min(cap, this.rarity.get(term)) : this.rarity.get(term);
          use(found, (which) => surely * rarity * this.score(term, which));
        }
        const groups = concept.phrases.map(([phrase, surely]) => [phrase.filter((term) => !STOP.has(term)), surely]).filter(([phrase]) => phrase.length && phrase.every((term) => this.postings.has(term)));
        const rarity = Math.min(cap, ...groups.map(([phrase]) => Math.max(...phrase.map((term) => this.rarity.get(term)))));
        for (const [phrase, surely] of groups) {
          const rarest = phrase.map((term) => this.postings.get(term)).reduce((one, other) => (other.size < one.size ? other : one));
          use(rarest, (which) => surely * rarity * Math.min(...phrase.map((term) => this.score(term, which))));
        }
        for (const [which, score] of best) {
          scores.set(which, (scores.get(which) || 0) + score);
          met.set(which, (met.get(which) || 0) + 1);
        }
      }
      const phrase = said.length > 1 ? ` ${stems.join(" ")} ` : null;
      const hits = [];
      for (const [which, sum] of scores) {
        const record = this.records[which];
        if (!keep(record)) continue;
        let score = sum * (0.4 + (0.6 * met.get(which)) / concepts.length) * (STANDING[record.kind] || 1);
        if (phrase) score *= this.flat(which, "title").includes(phrase) ? 2 : this.flat(which, "text").includes(phrase) ? 1.5 : 1;
        if (this.flat(which, "title") === (phrase || ` ${stems[0]} `)) score *= 1.5;
        hits.push({ record, score });
      }
      return hits.sort((one, other) => other.score - one.score);
    }

    flat(which, field) {
      const fields = this.fields[which];
      return (fields[`flat ${field}`] ??= ` ${fields[field].map(stem).join(" ")} `);
    }
  }

  globalThis.Finder = Finder;
})();
