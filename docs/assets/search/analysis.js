/* The Dutch that search needs, for the index and the query alike: stems, parts of a compound, how far two spellings lie apart. */
const Analysis = (() => {
  /* Words that say nothing about what is meant. Also those of a question: hoe, wat, kan ik. */
  const STOP = new Set(
    (
      "de het een en of in op te van voor met aan als bij om uit dan dat die dit deze ook maar nog al wel niet geen is zijn was waren wordt worden " +
      "werd ben bent heb hebt heeft hebben had kan kun kunt kunnen kon moet moeten mag mogen zal zullen zou zouden wil wilt willen doe doet doen ik je " +
      "jij jou jouw u uw we wij ze zij hij men me mij mijn hun hen haar ons onze zich zelf wie wat waar wanneer waarom hoe hoeveel welke welk waarbij " +
      "waarin hierbij daar hier er ergens door over naar tot tegen tussen zo dus want omdat terwijl toch veel meer meest alle alles iets niets iemand " +
      "nooit altijd soms best per s n t laten laat maken maak gaan gaat ga geven geeft geef krijgen krijgt krijg hele helemaal gewoon eigenlijk even " +
      "eens misschien steeds telkens toen zodat allemaal beetje iedereen erbij ervan mezelf elke elk iedere zeer ooit zulke sommige enkele"
    ).split(" "),
  );

  /* Small words that are one where several words mean something together: kunnen nooit lezen is kan niet lezen. */
  /** @type {Record<string, string>} */
  const SAME = {
    geen: "niet",
    nooit: "niet",
    kunnen: "kan",
    kun: "kan",
    kunt: "kan",
    komt: "kom",
    kwam: "kom",
    kwamen: "kom",
  };

  /* Words that stand between those: mama kan echt niet goed lezen. */
  const FILLING = new Set(
    "de het een die dit deze ik je jij u we wij ze zij hij hun hem zijn haar mijn ons onze zich er ook nog wel al zo echt goed heel erg toch vaak bijna meer".split(
      " ",
    ),
  );

  const VOWEL = /[aeiouy]/;
  const LONGEST = 40; // what is longer takes ever longer to split
  const LINKS = ["", "s", "e", "en", "er", "n"];
  /* Endings that look like a word but are a suffix, and small words, beside those that say nothing, that make any split
     look likely. */
  const NO_PART = new Set(
    "ver onder samen mee heid lijk ing ingen baar loos ende eren isch ische ster den ten ter der dag hoge sing ring ling ting ning king ging ding ping lijke lijkheid matig matige teit elen".split(
      " ",
    ),
  );

  /* All words in another script are one: who types them, shares no language with the guide. */
  const SCRIPT = /^\P{sc=Latn}*\p{L}\P{sc=Latn}*$/u;

  /** What inflected forms of a word share. Not a word itself: scholen and school are schol. @param {string} word */
  const stem = (word) => {
    if (SCRIPT.test(word)) return "ж";
    if (word.length < 4 || /\d/.test(word)) return word;
    let s = word;
    if (s.length > 5 && /[^aeiou]jes?$|[aeiou]tjes?$/.test(s)) s = diminished(s.replace(/jes?$/, ""));
    else if (s === "kinderen") s = "kind";
    else if (s.length > 6 && /ing(en)?$/.test(s) && VOWEL.test(s.replace(/ing(en)?$/, "")))
      s = s.replace(/ing(en)?$/, "");
    else if (s.length > 7 && /he(id|den)$/.test(s)) s = s.replace(/he(id|den)$/, "").replace(/en$/, "");
    else if (s.length > 6 && /[^e]ende$/.test(s) && VOWEL.test(s.slice(0, -4))) s = s.slice(0, -4);
    else if (s.length > 4 && s.endsWith("en") && VOWEL.test(s.slice(0, -2))) s = s.slice(0, -2);
    else if (s.length > 4 && /[^aeiustj]s$/.test(s)) s = s.slice(0, -1);
    else if (/^(pap|mam|op|om)as$/.test(s)) s = s.slice(0, -1);
    else if (s.length > 6 && /[^ei]es$/.test(s)) s = s.slice(0, -1);
    if (s.length > 4 && /[^e]e$/.test(s)) s = s.slice(0, -1);
    s = s.replace(/([bcdfgklmnprst])\1$/, "$1");
    if (s.length > 4 && /[bcdfghklmnprsw]t$/.test(s)) s = s.slice(0, -1);
    return s
      .replace(/v$/, "f")
      .replace(/z$/, "s")
      .replace(/(aa|ee|oo|uu)([bcdfghjklmnpqrstvwxz])$/, (whole, vowels, last) => vowels[0] + last);
  };

  /* Small words that stand apart from their verb: haalt het kind af is afhalen. */
  const PARTICLES = new Set(
    "aan af bij binnen door in langs mee na om op over rond samen terug thuis toe uit voor weg".split(" "),
  );

  const PARTICIPLE = new RegExp(`^(|${[...PARTICLES].join("|")})ge(..+?)(d|t|en)$`);

  /** What a word may be a past form of: stuurde, gestuurd, opgestuurd, ondertekend. @param {string} word */
  const present = (word) =>
    [word.replace(PARTICIPLE, "$1$2"), word.replace(/([^aeiou])[dt]en?$|d$/, "$1")]
      .filter((one) => one !== word)
      .map(stem);

  /* What nearly any question holds, beside a word that tells what it is about. */
  const LIGHT = new Set(
    (
      "helpen zeggen komen vragen spreken weten beginnen vertellen starten opstarten opstellen oprichten organiseren aanpakken omgaan bereiken " +
      "betrekken houden zoeken vinden nemen brengen blijven staan zetten werken leren voeren plannen delen sturen schrijven gebruiken " +
      "zei vroeg tijd keer zitten lopen gebeuren proberen lukken merken voelen reden manier oplossing " +
      "sta liggen geraken doorgeven aanbrengen duidelijk kennen snappen begrijpen bedoelen lijken blijkt stellen verwachten antwoorden " +
      "zien kijken denken horen praten reageren aanvragen informeren bespreken voorbereiden leggen uitleggen nodig goed beter samen ander graag heel " +
      "ouder ouderbetrokkenheid moeder kind school leerkracht leerling klas gezin mama papa mensen nu alleen eerst"
    )
      .split(" ")
      .map(stem),
  );

  /** @param {string} word */
  const isLight = (word) => LIGHT.has(stem(word));

  /* Words of a sentence, and how many of them tell something: less is a few words that were typed. */
  const SENTENCE = { words: 6, telling: 3 };

  /** Whether someone tells what happens, in so many words. @param {string[]} said */
  const isSentence = (said) =>
    said.length >= SENTENCE.words &&
    said.filter((word) => !STOP.has(word) && !isLight(word)).length >= SENTENCE.telling;

  /** What several words mean together is known by this, in whatever order: niet komen is komen niet. @param {string[]} some */
  const sense = (some) =>
    some
      .filter((word) => !FILLING.has(word))
      .map((word) => (Object.hasOwn(SAME, word) ? SAME[word] : stem(word)))
      .sort()
      .join(" ");

  /** The same, but a short word is only itself: vasten is not vast. @param {string[]} some */
  const exactly = (some) => (some.length === 1 && stem(some[0]).length < 5 ? some[0] : sense(some));

  /** @param {string} word */
  const denies = (word) => sense([word]) === "niet";

  /**
   * bloemp(je) is bloem but lamp(je) is lamp; spellet(je) is spel, babbelt(je) is babbel, kringet(je) is kring.
   * @param {string} s
   */
  const diminished = (s) =>
    s
      .replace(/([aeiouy]{2}|ij|l|r)mp$/, "$1m")
      .replace(/([bgklmnprst])\1et$/, "$1")
      .replace(/nget$/, "ng")
      .replace(/([aeiou]|[lnrw])t$/, (whole, before) => (VOWEL.test(before) && s.length < 7 ? whole : before));

  /**
   * The known words that a compound is made of, or none.
   * @param {string} word
   * @param {Map<string, number>} known how often each word occurs
   * @returns {string[]}
   */
  const split = (word, known, depth = 0) => {
    if (word.length < 7 || word.length > LONGEST) return [];
    /** @type {{ score: number, parts: string[] } | null} */
    let best = null;
    for (let at = 3; at <= word.length - 3; at++) {
      const tail = word.slice(at);
      const often = known.get(tail) || 0;
      if (NO_PART.has(tail) || STOP.has(tail) || (tail.length < 4 && often < 3)) continue;
      let tails = often ? [tail] : null;
      if (!tails && !depth && tail.length >= 7) {
        const deeper = split(tail, known, 1);
        if (deeper.length) tails = deeper;
      }
      if (!tails) continue;
      for (const link of LINKS) {
        if (link && !word.slice(0, at).endsWith(link)) continue;
        const head = word.slice(0, at - link.length);
        /* boterhammendoos: nobody here says boterhammen, but boterham they do. */
        const seen = known.get(head) || (head.length >= 7 && head.endsWith("en") && known.get(stem(head))) || 0;
        if (head.length < 3 || NO_PART.has(head) || STOP.has(head) || !seen || (head.length < 4 && seen < 3)) continue;
        const rarest = Math.min(...tails.map((part) => known.get(part) || 1));
        const score =
          Math.log(1 + seen) +
          Math.log(1 + rarest) +
          0.35 * Math.min(head.length, tail.length) -
          (link ? 0.3 : 0) -
          0.6 * (tails.length - 1);
        if (!best || score > best.score) best = { score, parts: [head, ...tails] };
      }
    }
    return best?.parts ?? [];
  };

  /**
   * How many slips lie between two spellings: a letter too many, too few, wrong, or two swapped. Stops counting above most.
   * @param {string} one
   * @param {string} other
   * @param {number} most
   */
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[] | null} */
    let before = null;
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (before && i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          cost = Math.min(cost, before[j - 2] + 1);
        next[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return row[other.length];
  };

  return { STOP, FILLING, PARTICLES, stem, present, isLight, isSentence, sense, exactly, denies, split, distance };
})();
