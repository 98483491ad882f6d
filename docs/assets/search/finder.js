/* Finds in the records what someone means, best first: also when it is spelled a little otherwise.
   The numbers of the index were set on one half of tests/search/judged.yml; those here on all of it and on the tuned half of the
   graded queries. */
const Finder = (() => {
  const { words } = Spelling;
  const { together } = SearchPhrase;
  const { STOP, stem, isLight, isSentence } = Analysis;
  const MOST = { signs: 1000, words: 16 }; // of a query
  const FAINT = 0.25; // what scores less than this share of the best, is not what was meant
  const MANY = 120; // so many answers to more than one word nobody reads: the further down, the nearer to the best it must come
  const TOGETHER = { whole: 1.5, title: 1.6, text: 1.25 }; // words that stand together as in the query, by where
  const NAMED = 0.35; // how much more a title counts in which nothing stands but what is meant
  const FAINTER = 0.6; // a word that nearly any question holds, beside a word that tells what it is about
  /* In a sentence such words are most of it; of what several words mean together, each of them brings all; and what many
     others name or are named by, is likelier to be what is told. */
  const TOLD_IN_FULL = { fainter: 0.2, together: 0.7, central: 0.15 };
  const UNMET = 0.8; // what is left of a score when all the rest of the query is missing
  const NEAR = 0.5; // what a record gets of the score of one that it names or that names it
  const NEAREST = 30; // how many of the best pass something on
  const FEW = 5; // when so few are left, those that lie near them are shown too
  const FAINTEST = 0.08; // of those
  const STRONG = 0.5; // what scores so much of the best, may be shown beside what the guide does not have
  const SENTENCE = 4; // words in which someone tells what happens
  const FIRST = 3; // of the answers, in which a situation that fits stands
  const FITS = 0.6; // of the score of the best, that it then has
  /* Who searches wants something to do first, then what is told about it, then where it comes from. */
  /** @type {Record<string, number>} */
  const STANDING = {
    partner: 0.95,
    begrip: 0.9,
    kader: 0.9,
    lijst: 0.9,
    praktijk: 0.9,
    overzicht: 0.9,
    materiaal: 0.95,
    figuur: 0.8,
    pagina: 0.8,
    bron: 0.7,
  };

  /** @param {Hit} one @param {Hit} other */
  const byScore = (one, other) => other.score - one.score;

  /** So many of the best, without sorting all; of equals, the first. @param {Hit[]} hits @param {number} most */
  const foremost = (hits, most) => {
    /** @type {Hit[]} */
    const found = [];
    for (const hit of hits) {
      if (found.length === most && hit.score <= found[most - 1].score) continue;
      let at = Math.min(found.length, most - 1);
      for (; at && found[at - 1].score < hit.score; at--) found[at] = found[at - 1];
      found[at] = hit;
    }
    return found;
  };

  /** The words of a query; of a long one the first that tell something. cut: it said more. @param {string} query */
  const read = (query) => {
    let said = words(query.slice(0, MOST.signs));
    const cut = query.length > MOST.signs;
    if (cut && said.length > 1) said.pop();
    if (said.length > MOST.words) said = [...new Set(said)].filter((word) => !STOP.has(word));
    return { said: said.slice(0, MOST.words), cut: cut || said.length > MOST.words };
  };

  return class Finder {
    static SIGNS = MOST.signs;

    /** @param {SearchDataFile} data */
    constructor(data) {
      this.index = new SearchIndex(data);
      this.records = this.index.records;
      this.meaning = new SearchMeaning(this.index);
    }

    /**
     * What was found, best first; what of it the guide does not have; the terms to mark; and what was probably meant by a
     * word that nobody knows. Without a query, all that is wanted is found, in editorial order; signs alone find nothing.
     * @param {string} query
     * @param {(record: SearchRecord) => boolean} [keep] which records are wanted at all
     * @returns {{ hits: Hit[], gap?: SearchGap, terms: Set<string>, meant: string, cut: boolean }}
     */
    search(query, keep = () => true) {
      const { said, cut } = read(query);
      if (!said.length) {
        const all = this.records.map((record, which) => ({ which, record, score: 1 }));
        const hits = query.trim() ? [] : all.filter(({ record }) => keep(record));
        return { hits, terms: new Set(), meant: "", cut };
      }
      const spelled = this.meaning.spelled(said);
      const concepts = this.meaning.concepts(said, spelled);
      const lack = this.meaning.gap(said);
      const hits = this.rank(concepts, said, keep);
      return {
        hits: lack ? this.still(lack.gap, hits, keep).concat(this.beside(hits, said, lack, keep)) : hits,
        gap: lack?.gap,
        terms: this.meaning.looked(concepts, said),
        meant: spelled.some((word, at) => word !== said[at]) ? spelled.join(" ") : "",
        cut,
      };
    }

    /** What does help with something that the guide does not have: an editor said so. @param {SearchGap} gap @param {Hit[]} hits @param {(record: SearchRecord) => boolean} keep @returns {Hit[]} */
    still({ still }, hits, keep) {
      const helps = still.map((which) => ({ which, record: this.records[which], score: hits[0]?.score ?? 1 }));
      return helps.filter(({ record }) => keep(record));
    }

    /** What answers the rest of what is said. @param {Hit[]} hits @param {string[]} said @param {{ gap: SearchGap, by: string[] }} lack @param {(record: SearchRecord) => boolean} keep */
    beside(hits, said, lack, keep) {
      const rest = said.filter((word) => !lack.by.includes(word));
      if (!isSentence(rest)) return this.strong(hits, said, lack);
      return this.rank(this.meaning.concepts(rest, this.meaning.spelled(rest)), rest, keep).filter(
        ({ which }) => !lack.gap.still.includes(which),
      );
    }

    /**
     * Of a query that the guide has no answer to: what has a telling word of it in its title or its search words.
     * @param {Hit[]} hits
     * @param {string[]} said
     * @param {{ gap: SearchGap, by: string[] }} lack by: what says that there is no answer. One word may stand in a title,
     *   several mean something else there
     */
    strong(hits, said, { gap, by }) {
      const telling = said.filter(
        (word) => !STOP.has(word) && !isLight(word) && (by.length === 1 || !by.includes(word)),
      );
      const asked = this.index.among(telling.map(stem));
      return hits.filter(({ which, score }) => {
        if (gap.still.includes(which)) return false;
        const { title, words } = this.index.rows[which];
        const named = (/** @type {number} */ number) => asked[number];
        return score >= STRONG * hits[0].score && (title.some(named) || words.some(named));
      });
    }

    /** Of what a whole sentence brings up: the situation that fits, if one stands among the first. @param {string} query @param {Hit[]} hits */
    recognised(query, hits) {
      if (read(query).said.length < SENTENCE) return undefined;
      const first = hits.slice(0, FIRST).filter(({ score }) => score >= FITS * hits[0].score);
      return first.find(({ record }) => record.kind === "situatie");
    }

    /** Whether a word of a text is one that was looked for. @param {string} word @param {Set<string>} terms */
    marks(word, terms) {
      const parts = (/** @type {string} */ bare) => this.index.parts.get(bare) ?? [];
      return words(word).some(
        (bare) => !STOP.has(bare) && (terms.has(stem(bare)) || parts(bare).some((part) => terms.has(part))),
      );
    }

    /** @param {Concept[]} concepts @param {string[]} said @param {(record: SearchRecord) => boolean} keep @returns {Hit[]} */
    rank(concepts, said, keep) {
      const scores = new Float64Array(this.records.length);
      const met = new Float64Array(this.records.length);
      const full = isSentence(said);
      let whole = 0;
      for (const concept of concepts) {
        const { best, size } = this.weigh(concept, said);
        /* A rare word is missed more than a common one. */
        const faint = concepts.length > 1 && !concept.told && isLight(said[concept.index]);
        const light = faint ? (full ? TOLD_IN_FULL.fainter : FAINTER) : 1;
        const counts = full && concept.told ? TOLD_IN_FULL.together : light;
        const rarity = this.index.postings.get(stem(said[concept.index]))?.rarity ?? this.index.rarity(size);
        const share = light * rarity;
        whole += share;
        for (let which = 0; which < best.length; which++)
          if (best[which]) {
            scores[which] += counts * best[which];
            met[which] += share;
          }
      }
      /** @type {Hit[]} */
      const hits = [];
      for (let which = 0; which < met.length; which++) {
        if (!met[which]) continue;
        const record = this.records[which];
        const part = UNMET + ((1 - UNMET) * met[which]) / whole;
        const central = full ? (1 + this.index.neighbours[which].length) ** TOLD_IN_FULL.central : 1;
        hits.push({ which, record, score: scores[which] * part * central * (STANDING[record.kind] || 1) });
      }
      const plain = hits.reduce((most, { score }) => Math.max(most, score), 0);
      this.reward(hits, said, this.meaning.meant(concepts));
      /* Held against the best before words that stand together counted: who types a title, wants to see what else there is. */
      const { kept, least } = this.neighbours(hits, keep, plain);
      const most = said.length > 1 ? MANY : Infinity;
      /** @param {Hit} hit @param {number} at */
      const share = ({ via }, at) => (via ? (at < FEW ? FAINTEST : NEAR) : Math.max(FAINT, at / most));
      return kept.filter((hit, at) => hit.score >= least * share(hit, at));
    }

    /**
     * Words that stand together in the title as they do in the query count for more, and more so when there are many;
     * in the search words or the text, when all of the query stands there. And the more of a title is meant, the more it
     * counts: what it says beside that, the query does not ask for.
     * @param {Hit[]} hits
     * @param {string[]} said
     * @param {Set<string>} meant
     */
    reward(hits, said, meant) {
      const best = hits.reduce((most, { score }) => Math.max(most, score), 0);
      const phrase = new SearchPhrase(said, this.index);
      const asked = this.index.among(meant);
      for (const hit of hits) {
        if (hit.score * 3 < best * FAINT) continue;
        const { title, words, text } = this.index.rows[hit.which];
        if (said.length > 1) {
          const inTitle = 1 + ((TOGETHER.title - 1) * phrase.run(title)) / (said.length - 1);
          const inWords = 1 + ((TOGETHER.text - 1) * phrase.run(words)) / (said.length - 1);
          const inText = phrase.within(text) ? TOGETHER.text : 1;
          hit.score *= Math.max(inTitle, inWords, inText);
        }
        if (title.length === said.length && phrase.within(title)) hit.score *= TOGETHER.whole;
        hit.score *= 1 + NAMED * this.index.share(hit.which, asked);
      }
    }

    /**
     * What good hits name, or what names them, is good too: a situation and its tips, a method and its worksheet.
     * Who has many neighbours, gets less from each. Answers all that is wanted and may be near enough to the best, best
     * first, and the score that they are held against.
     * @param {Hit[]} hits
     * @param {(record: SearchRecord) => boolean} keep
     * @param {number} plain what that score is at most
     */
    neighbours(hits, keep, plain) {
      const { neighbours } = this.index;
      const more = new Float64Array(this.records.length);
      /** What was led to, each by what gave it the most. @type {Map<number, { most: number, via: SearchRecord }>} */
      const led = new Map();
      for (const { which, record, score } of foremost(hits, NEAREST))
        for (const near of neighbours[which]) {
          const gift = (NEAR * score) / Math.sqrt(neighbours[near].length + 1);
          more[near] += gift;
          if (gift > (led.get(near)?.most ?? 0)) led.set(near, { most: gift, via: record });
        }
      for (const { which } of hits) led.delete(which);
      for (const [which, { via }] of led) hits.push({ which, record: this.records[which], score: 0, via });
      const wanted = hits.filter(({ record }) => keep(record));
      let most = 0;
      for (const { which, score } of wanted) most = Math.max(most, score + more[which]);
      const least = Math.min(plain, most);
      /* Of equals, those come first that had the most of their own. */
      const near = wanted.filter(({ which, score }) => score + more[which] >= least * FAINTEST).sort(byScore);
      for (const hit of near) hit.score += more[hit.which];
      return { kept: near.sort(byScore), least };
    }

    /**
     * What one word of the query says about each record: the most that anything it may stand for says, and not the sum.
     * No meaning counts as rarer than the word itself.
     * @param {Concept} concept
     * @param {string[]} said
     */
    weigh({ index, terms, phrases }, said) {
      const { postings } = this.index;
      const best = new Float64Array(this.records.length);
      let size = 0;
      /** @param {number} which @param {number} score */
      const use = (which, score) => {
        if (!best[which]) size++;
        if (score > best[which]) best[which] = score;
      };
      const cap = postings.get(stem(said[index]))?.rarity ?? 99;
      for (const [term, surely] of terms) {
        const found = postings.get(term);
        if (!found) continue;
        const weight = surely * (surely < 1 ? Math.min(cap, found.rarity) : found.rarity);
        for (let at = 0; at < found.which.length; at++) use(found.which[at], weight * found.says[at]);
      }
      const whole = phrases.flatMap(({ phrase, surely, length }) => {
        const found = phrase.flatMap((term) => postings.get(term) ?? []);
        return found.length === phrase.length ? [{ found, surely, length }] : [];
      });
      const rarity = Math.min(cap, ...whole.map(({ found }) => Math.max(...found.map((one) => one.rarity))));
      for (const { found, surely, length } of whole) {
        const { which, says } = together(found);
        const sure = this.sure(found, which.length, length, rarity);
        for (let at = 0; at < which.length; at++) use(which[at], surely * says[at] * sure);
      }
      return { best, size };
    }

    /**
     * How much a phrase tells: of several words that are meant, those that are found together in so many records.
     * @param {Posting[]} found
     * @param {number} size
     * @param {number} length of what was said
     * @param {number} rarity of what one word may mean
     */
    sure(found, size, length, rarity) {
      if (length === 1) return rarity;
      return found.length > 2 ? this.index.rarity(size) : Math.max(...found.map((one) => one.rarity));
    }
  };
})();
