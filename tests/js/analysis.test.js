/* Search knows Dutch: which words meet, which stay apart, and where a compound falls apart. */
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load, ours } = require("./scripts.js");

const { Analysis, Spelling } = load("({ Analysis, Spelling })", ["base/spelling.js", "search/analysis.js"]);
const stems = (row) => Spelling.words(row).map(Analysis.stem);

/* Whoever types one of a row, finds the others. */
const MEET = {
  inflection: [
    "ouder ouders",
    "school scholen",
    "huis huizen",
    "brief brieven",
    "gezin gezinnen",
    "gesprek gesprekken",
    "leerling leerlingen",
    "kind kinderen",
    "taal talen",
    "drempel drempels",
    "moment momenten",
    "dag dagen",
    "groot grote",
    "moeilijk moeilijke",
    "tolk tolken",
    "verwachting verwachtingen verwachten verwacht verwachtten",
    "begeleiding begeleiden begeleid",
    "inschrijving inschrijven inschrijvingen",
    "betrokken betrokkenheid",
    "kleuterklas kleuterklassen",
    "methode methodes",
    "proces processen",
    "glimlachen glimlachende",
    "babbelen babbelt",
    "wennen wennende",
    "schreeuwen schreeuwt",
  ],
  diminutives: [
    "huis huisje huisjes",
    "brief briefje briefjes",
    "gesprek gesprekje",
    "sticker stickertje",
    "kaart kaartje kaarten",
    "praten praat praatje",
    "babbel babbeltje",
    "kring kringetje kringen",
    "bloem bloempje bloemen",
    "vriend vriendje vrienden",
    "lamp lampje lampen",
    "film filmpje films",
    "spel spelletje spelletjes",
  ],
  "accents and apostrophes": [
    "enquête enquete Enquêtes",
    "oudercafé oudercafe",
    "papa papa's papa’s papas",
    "foto foto's fotos",
  ],
};

/* However alike they look. */
const APART = [
  "ouder oud",
  "brief brug",
  "kring koning",
  "leerling leerkracht",
  "week weekend",
  "school schoen",
  "taal tafel",
  "tip tijd",
  "klas klaar",
];

for (const [how, rows] of Object.entries(MEET))
  test(`words meet: ${how}`, () => {
    for (const row of rows) assert.equal(new Set(stems(row)).size, 1, `${row}: ${stems(row)}`);
  });

test("a past form may be of what is known: only when no one knows it as it stands", () => {
  const FORMS = {
    gestuurd: "stuur",
    stuurde: "stuur",
    gestraft: "straf",
    afgehaald: "afhaal",
    ondertekend: "onderteken",
  };
  for (const [past, present] of Object.entries(FORMS))
    assert.ok(ours(Analysis.present(past)).includes(Analysis.stem(present)), past);
  assert.deepEqual(ours(Analysis.present("kade")), []);
});

test("other words stay apart", () => {
  for (const row of APART) assert.equal(new Set(stems(row)).size, 2, row);
});

test("whoever looks for bezoek finds huisbezoek: a compound falls into the guide's own words", () => {
  const lexicon =
    "ouder contact huis bezoek familie muur inschrijving gesprek driehoek vertrouwen band avond kracht leer wacht ver wachting leiding";
  const known = new Map(lexicon.split(" ").map((word) => [word, 5]));
  const COMPOUNDS = {
    oudercontact: ["ouder", "contact"],
    huisbezoek: ["huis", "bezoek"],
    familiemuur: ["familie", "muur"],
    inschrijvingsgesprek: ["inschrijving", "gesprek"],
    driehoeksgesprek: ["driehoek", "gesprek"],
    vertrouwensband: ["vertrouwen", "band"],
    oudercontactavond: ["ouder", "contact", "avond"],
    leerkracht: ["leer", "kracht"],
  };
  for (const [word, parts] of Object.entries(COMPOUNDS)) assert.deepEqual(ours(Analysis.split(word, known)), parts);
  const more = new Map([...known, ["boterham", 2], ["doos", 1], ["zelf", 9], ["standig", 1]]);
  assert.deepEqual(
    ours(Analysis.split("boterhammendoos", more)),
    ["boterhammen", "doos"],
    "a known word in the plural",
  );
  assert.deepEqual(ours(Analysis.split("zelfstandig", more)), [], "a word that tells nothing is no part");
  for (const whole of ["verwachting", "begeleiding", "muur"])
    assert.deepEqual(ours(Analysis.split(whole, known)), [], `${whole} is no compound, whatever seems to be in it`);
});

test("slips are counted: a letter too many, too few, wrong, or two swapped", () => {
  const SLIPS = [
    ["familiemuur", "familiemuur", 0],
    ["familiemuur", "famliemuur", 1],
    ["familiemuur", "familiemuurr", 1],
    ["bezoek", "bezoak", 1],
    ["bezoek", "bezeok", 1],
    ["contact", "contcat", 1],
    ["tolk", "tolken", 2],
    ["brug", "brood", 3],
  ];
  for (const [one, other, slips] of SLIPS) {
    assert.equal(Analysis.distance(one, other, 4), slips, `${one} ${other}`);
    assert.equal(Analysis.distance(other, one, 4), slips, `${other} ${one}`);
  }
  assert.equal(Analysis.distance("brug", "brood", 1), 2, "counting stops one above the most");
});
