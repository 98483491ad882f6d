"""Slips of the pen, as an educator makes them: a table of which each line is one.

The file of the tiny guide, what stood there, what was typed, on which line the answer points, a telling word of it.
"""

from __future__ import annotations

TIP, SOUP, METHOD = "tips/hang-een-lamp-op.yml", "tips/soep-op-de-kade.yml", "methods/lantaarngesprek.yml"
SHEET, PARTNER, TERM = "worksheets/botenblad.yml", "partners/kustwacht.yml", "glossary/eb.yml"
WALK = "methods/strandwandeling.yml"
WORRY, SOURCE = "situations/de-lamp-is-uit.yml", "sources/logboek.yml"
BOX, LIST = "boxes/een-emmer-mosselen.yml", "lists/drie-vlaggen.yml"
LAMP, STEP, WHAT = "De lamp", "Zwijg, en luister.", "what: Een lamp boven de deur is genoeg."
CITED = "sources: [{source: logboek, section: De lantaarn, page: 15}]"

MENDED = (
    # A text that starts with a sign of YAML's own.
    (METHOD, STEP, "'t Is stil, en dat mag.", 18, "aanhalingsteken"),
    (METHOD, STEP, "'s Avonds zwijg je, en 's morgens ook.", 18, "aanhalingsteken"),
    (METHOD, STEP, "'90 was een stil jaar.", 18, "aanhalingsteken"),
    (METHOD, STEP, '"Vaar wel", zeg je zacht.', 18, "nog verder"),
    (METHOD, STEP, "'Ahoi' roepen mag ook.", 18, "nog verder"),
    (METHOD, STEP, '"Zwijg, en luister.”', 18, "sluit met een ander"),
    (METHOD, STEP, "[de wandeling](werkvorm:strandwandeling) overdoen", 18, "als een lijst"),
    (METHOD, STEP, "**Zwijg.** En luister.", 18, "niet met *"),
    (METHOD, STEP, "% van de ouders telt niet.", 18, "niet met %"),
    (TERM, "Na eb komt", "'t Zand ligt droog. Na eb komt", 4, "aanhalingsteken"),
    (WORRY, "answer: Steek", 'answer: "Licht!" roep je. Steek', 4, "nog verder"),
    (BOX, "text: Na een", "text: @allen Na een", 5, "niet met @"),
    (LIST, "title: Geel", "title: 'Foto's in geel'", 8, '- title: "Foto\'s in geel"'),
    (LIST, "title: Geel", "title: 's Morgens geel", 8, "aanhalingsteken"),
    # Lists, and what stands between braces.
    (METHOD, "  - Na zonsondergang\n  - Als", "  * Na zonsondergang\n  * Als", 9, "punt van een lijst"),
    (METHOD, "  - Na zonsondergang\n  - Als", "  – Na zonsondergang: acht uur\n  – Als", 9, "punt van een lijst"),
    (METHOD, CITED, "sources:\n  • {source: logboek, section: De lantaarn}", 31, "punt van een lijst"),
    (METHOD, CITED, "sources:\n  - source: logboek, section: De lantaarn, page: 15", 31, "accolades"),
    (METHOD, "evidence: {kind: practice}", "evidence: kind: practice", 21, "accolades"),
    (METHOD, "evidence: {kind: practice}", "evidence: {kind:practice}", 21, "een spatie"),
    (METHOD, "evidence: {kind: practice}", "evidence: {kind=practice}", 21, "een dubbele punt"),
    (METHOD, "evidence: {kind: practice}", "evidence: {kind: practice}}", 21, "een te veel"),
    (METHOD, "levels: [lager]", "levels: [lager]]", 22, "een te veel"),
    (METHOD, "section: De lantaarn", "section: De lantaarn, boven", 30, "komma voor 'boven'"),
    (METHOD, CITED, "sources:\n  - {source: logboek, section: De lantaarn: boven, page: 15}", 31, "dubbele punt"),
    (METHOD, CITED, "sources:\n  - {source: logboek; section: De lantaarn; page: 15}", 31, "Tussen accolades"),
    (METHOD, CITED, "sources:\n  - {source: logboek, section: De lantaarn, page: 15},", 31, "geen komma"),
    (METHOD, CITED, "sources:\n  - {source: logboek, section: 't Licht, page: 15}", 31, "Tussen accolades"),
    (SHEET, "- block: checklist", "- {block: lines, label: Wie: naam?}\n  - block: checklist", 18, "dubbele punt"),
    (SHEET, '{block: heading, text: "Deel 1: kijken"}', "{block: heading, text: Deel 1: kijken}", 13, "dubbele punt"),
    (METHOD, f"- {STEP}", "- Leg klaar:\n      - de lantaarn\n      - de lucifers", 18, "Onder een punt"),
    (METHOD, STEP, "Tot slot: zwijgen", 18, "dubbele punt"),
    # Remarks, and fields that are no field.
    (PARTNER, "url:", "// nog nakijken\nurl:", 10, "geen opmerking"),
    (PARTNER, "url:", "<!-- nog nakijken -->\nurl:", 10, "geen opmerking"),
    (PARTNER, "region: de", "region = de", 5, "hoort een dubbele punt"),
    (PARTNER, "kustwacht.example\nmail", "[kustwacht](https://kustwacht.be)\nmail", 10, "als een lijst"),
    (PARTNER, "kustwacht.example\nmail", '"[kustwacht](https://kustwacht.be)"\nmail', 10, "alleen het adres"),
    (PARTNER, "kustwacht.example\nmail", "<https://kustwacht.be>\nmail", 10, "alleen het adres"),
    ("site.yml", "tagline: Een", "tagline: 'n", 2, "aanhalingsteken"),
    ("search.yml", "[schipper, kapitein]", "[schipper, kapitein],", 2, "geen komma"),
    # Signs that came along from elsewhere.
    (TIP, "Hang een", "Hang\u00adeen", 1, "zacht koppelteken (U+00AD)"),
    (TIP, "home: a1", "home:\u00a0a1", 2, "vaste spatie (U+00A0)"),
    (TIP, "dit schooljaar", "dit\u00a0schooljaar", 6, "vaste spatie (U+00A0)"),
    (TIP, LAMP, "De\u200b lamp", 8, "zonder breedte (U+200B)"),
    (TIP, WHAT, f"{WHAT} Dag\ufe0f.", 4, "variatieteken"),
    (SOUP, "iedereen.", "iederÃ©Ã©n.", 5, "een é verkeerd gelezen"),
    (SOUP, "iedereen.", "iedereen â€“ altijd.", 5, "een – verkeerd gelezen"),
    (SOUP, "iedereen.", "\u202diedereen\u202c.", 5, "leesrichting"),
    # Markdown that is none.
    (SOUP, "[de torenwachter](rol", "[de torenwachter] (rol", 5, "geen spatie"),
    (SOUP, "[de torenwachter](rol:torenwachter)", "(de torenwachter)[rol:torenwachter]", 5, "geen link"),
    (SOUP, "[de torenwachter](rol:torenwachter)", "rol:torenwachter", 5, "geen link"),
    (TIP, WHAT, "what: >\n  Neem mee:\n  - een lamp\n  - olie", 6, "één lange regel"),
    (TIP, WHAT, "what: >\n  1. Neem een lamp.\n  2. Hang ze op.", 5, "één lange regel"),
    (TIP, WHAT, "what: |\n  Neem mee:\n  - een lamp\n  - olie", 6, "lege regel"),
)
"""Slips of which the answer says what to type instead."""

ANSWERED = (
    (TIP, WHAT, "what: Een **lamp boven de deur.", 4, "'**'"),
    (TIP, WHAT, "what: Een _lamp boven de deur.", 4, "'_'"),
    (TIP, WHAT, "what: Een lamp [boven de deur.", 4, "gaat nergens dicht"),
    (TIP, WHAT, "what: Een lamp // twee lampen.", 4, "geen opmerking"),
    (TIP, WHAT, "what: |\n  Een lamp.\n\n      Boven de deur.", 7, "code"),
    (TIP, WHAT, "what: Neem mee • een lamp • olie", 4, "geen lijst"),
    (TIP, WHAT, "what: |\n  a) een lamp\n  b) olie", 5, "geen lijst"),
    (TIP, WHAT, "what: |\n  - een lamp\n    - olie", 6, "naast de andere"),
    (METHOD, f"- {STEP}", "- Leg klaar\n      - de lantaarn", 19, "één lange regel"),
    (METHOD, "goal: Elkaar", "goal: |\n  - Elkaar\n  - Elkaar", 7, "past geen lijst"),
    (METHOD, STEP, "{naam} zwijgt.", 18, "als velden"),
    (METHOD, STEP, "{{ tip }} zwijgt.", 18, "als velden"),
    (METHOD, "levels: [lager]", "levels: {lager, kleuter}", 22, "vierkante haken"),
    (SHEET, "columns: [", "widths: [0, -1]\n    columns: [", 25, "moet minstens 1 zijn"),
    (SOUP, "iedereen.", "ied\ufffdreen.", 5, "verloren ging (U+FFFD)"),
    (SOUP, "iedereen.", "\uf0a7 iedereen.", 5, "bolletje uit Word (U+F0A7)"),
    (SOURCE, "authors:", "<<<<<<< HEAD\nauthors:", 5, "git"),
    (SOURCE, "date: winter", "||||||| oud\ndate: winter", 6, "git"),
    (PARTNER, "2026-11-22", "2026-1\u0661-22", 13, "2026-11-22"),
)
"""Slips of which only the writer knows what was meant."""

PAGES = (
    ("Zie [de wandeling] (werkvorm:strandwandeling).", "geen spatie"),
    ("Zie werkvorm:strandwandeling.", "geen link"),
    ("Een **woord.", "'**'"),
    ("Neem mee:\n- een lamp\n- olie", "lege regel"),
    ("Neem mee • een lamp • olie", "geen lijst"),
    ("Ver\u00adtrouwen", "zacht koppelteken (U+00AD)"),
    ("-\u00a0een lamp", "vaste spatie (U+00A0)"),
    ("cafÃ©", "een é verkeerd gelezen"),
    ("<<<<<<< HEAD\nOns verhaal.\n=======\nHun verhaal.\n>>>>>>> tak", "op regel 3, 5 en 7"),
)
"""Slips in docs/: what stands on the third line of a page, and a telling word of the answer."""

CORRECTED = (
    # A name that is nearly right.
    (TIP, "home: a1", "home: A1", 2, "Bedoelde je 'a1'"),
    (TIP, "home: a1", "home: a1.yml", 2, "Bedoelde je 'a1'"),
    (TIP, "home: a1", "home: Aanbeveling 1", 2, "Bedoelde je 'a1'"),
    (TIP, "home: a1", "home: [a1]", 2, "een lijst"),
    (TIP, "[strandwandeling]", "[strandwandelingen]", 7, "Bedoelde je 'strandwandeling'"),
    (TIP, "[strandwandeling]", "[content/methods/strandwandeling.yml]", 7, "Bedoelde je 'strandwandeling'"),
    (TIP, "[strandwandeling]", "[werkvorm:strandwandeling]", 7, "Bedoelde je 'strandwandeling'"),
    (TIP, "[strandwandeling]", "[Strand-wandeling]", 7, "Bedoelde je 'strandwandeling'"),
    (TIP, "source: zeekaart", "source: De zeekaart", 8, "Bedoelde je 'zeekaart'"),
    (WORRY, "[schrijf-een-fleskaart]", "[Schrijf een fleskaart]", 6, "Bedoelde je 'schrijf-een-fleskaart'"),
    (TERM, "(begrip:vloed)", "(begrip:vloet)", 4, "Bedoelde je 'vloed'"),
    (TERM, "(begrip:vloed)", "(begrippen:vloed)", 4, "Bedoelde je 'begrip'"),
    (TERM, "(begrip:vloed)", "(Begrip:vloed)", 4, "Bedoelde je 'begrip'"),
    (TERM, "(begrip:vloed)", "(glossary:vloed)", 4, "Bedoelde je 'begrip'"),
    (TERM, "(begrip:vloed)", "(tip:vloed)", 4, "Het is een begrip"),
    (TERM, "[](begrip:vloed)", "[vloed](../glossary/vloed.yml)", 4, "(begrip:vloed)"),
    (TERM, "[](begrip:vloed)", "[vloed](/begrippen/#begrip-vloed)", 4, "(begrip:vloed)"),
    # A list where none belongs, or none where one does.
    (TIP, "methods: [strandwandeling]", "methods: strandwandeling", 7, "moet een lijst zijn"),
    (TIP, "methods: [strandwandeling]", "methods: strandwandeling, boekenboot", 7, "[strandwandeling, boekenboot]"),
    (TIP, "methods: [strandwandeling]", "methods: (strandwandeling)", 7, "moet een lijst zijn"),
    (TIP, "methods: [strandwandeling]", "methods: -strandwandeling", 7, "moet een lijst zijn"),
    (TIP, "methods: [strandwandeling]", "methods: [[strandwandeling]]", 7, "moet tekst zijn"),
    (TIP, "methods: [strandwandeling]", "methods: [strandwandeling, strandwandeling]", 7, "twee keer"),
    (TIP, "levels: [alle]", "levels: lager", 10, "in de plaats: [lager]"),
    (TIP, "dit schooljaar", "[nu]", 6, "in de plaats: nu"),
    (SHEET, "[Boot, Uur, Lading]", "Boot, Uur, Lading", 25, "[Boot, Uur, Lading]"),
    (SHEET, "[Boot, Uur, Lading]", "[Boot; Uur; Lading]", 25, "[Boot, Uur, Lading]"),
    (TERM, "[laag water]", "laag water", 3, "[laag water]"),
    (
        METHOD,
        "pitfalls: [Te veel wind. Ga dan uit de wind staan.]",
        "pitfalls: Te veel wind, of geen.",
        19,
        "een lijst",
    ),
    # Fields where a word stands, and the other way around.
    (TIP, "evidence: {kind: expert}", "evidence: expert", 5, "{kind: expert}"),
    (LIST, "- title: Wit", "- Wit", 13, "- title: Wit"),
    (TIP, "{kind: expert}", "{kind: praktijk}", 5, "Bedoelde je 'practice'"),
    (TIP, "{kind: expert}", "{soort: expert}", 5, "Bedoelde je 'kind'"),
    # The name of a field.
    (TIP, "title: Hang", "titel: Hang", 1, "Bedoelde je 'title'"),
    (TIP, "kind: detail", "Kind: detail", 3, "Bedoelde je 'kind'"),
    (TIP, "kind: detail", "kind:detail", 3, "een spatie"),
    (TIP, "kind: detail", "kind; detail", 3, "een dubbele punt"),
    (TIP, "methods: [", "method: [", 7, "Bedoelde je 'methods'"),
    (TIP, "sources: [", "bronnen: [", 8, "Bedoelde je 'sources'"),
    (TIP, "slide: 1", "dia: 1", 8, "Bedoelde je 'slide'"),
    (TIP, "kind: detail", "id: hang-een-lamp-op\nkind: detail", 3, "de naam van het bestand"),
    (PARTNER, "phone: 059", "tel: 059", 12, "Bedoelde je 'phone'"),
    (PARTNER, "url: kustwacht", "website: kustwacht", 10, "Bedoelde je 'url'"),
    (METHOD, "consent: yes", "toestemming: yes", 33, "Bedoelde je 'consent'"),
    (WORRY, "order: 30", "volgorde: 30", 3, "Bedoelde je 'order'"),
    (SHEET, "- block: lines", "- blok: lines", 15, "Bedoelde je 'block'"),
    (SHEET, "- block: lines\n", "- lines:\n", 15, "block: lines"),
    (SHEET, "block: lines", "block: lijnen", 15, "Bedoelde je 'lines'"),
    (SHEET, "kop_datum: 6", "datum: 6", 38, "Bedoelde je 'kop_datum'"),
    # A word of a few, a number, a day, yes or no.
    (TIP, "kind: detail", "kind: Detail", 3, "Bedoelde je 'detail'"),
    (TIP, "kind: detail", "kind: detialtip", 3, "Bedoelde je 'detail'"),
    (TIP, "dit schooljaar", "schooljaar", 6, "Bedoelde je 'dit schooljaar'"),
    (TIP, "[alle]", "[Alle]", 10, "Bedoelde je 'alle'"),
    (TIP, "slide: 1", "slide: dia 1", 8, "in de plaats: 1"),
    (TIP, "slide: 1", "slide: 1 en 2", 8, "in de plaats: 1-2"),
    (METHOD, "page: 15", "page: blz. 15-16", 30, "in de plaats: 15-16"),
    (SHEET, "count: 3", "count: drie", 17, "in de plaats: 3"),
    (SHEET, "pages: 1", "pages: 1 blad", 11, "in de plaats: 1"),
    (WORRY, "order: 30", "order: 30.", 3, "in de plaats: 30"),
    (METHOD, "consent: yes", "consent: ja", 33, "in de plaats: yes"),
    (SHEET, "consent: yes", "consent: nee", 33, "in de plaats: no"),
    (SHEET, "wat-deed-je_1: yes", "wat-deed-je_1: x", 42, "Schrijf 'yes'"),
    (PARTNER, "2026-11-22", "22/11/2026", 13, "in de plaats: 2026-11-22"),
    (PARTNER, "2026-11-22", "22 november 2026", 13, "in de plaats: 2026-11-22"),
    (PARTNER, "2026-11-22", "2026-1-2", 13, "in de plaats: 2026-01-02"),
    (PARTNER, "2026-11-22", "nooit", 13, "in de plaats: never"),
    (PARTNER, "info@kustwacht", "mailto:info@kustwacht", 11, "in de plaats: info@"),
    (PARTNER, "info@kustwacht", "info (at) kustwacht", 11, "in de plaats: info@"),
    (PARTNER, "059 00 00 00", "tel. 059 00 00 00", 12, "in de plaats: 059"),
    # What the rules ask.
    (WALK, "Loop naar de golfbreker en terug.", "Ga op huisbezoek.", 8, "ermee instemmen"),
)
"""Slips of which the answer says what stands there instead: a name, a word, a number."""

ASKED = (
    (TIP, "home: a1", "home: licht", 2, "staat niet in"),
    (TIP, "home: a1", "home: a1, s01", 2, "Dit zijn er 2"),
    (TIP, "home: a1", "home:", 2, "is leeg"),
    (TIP, "home: a1\n", "", 1, "'home' ontbreekt"),
    (TIP, "[strandwandeling]", "[zwaai-naar-de-boot]", 7, "is een tip"),
    (TIP, "[strandwandeling]", "[strandwandeling boekenboot]", 7, "Dit zijn er 2"),
    (TIP, "sources: [{source", "sources: {source", 8, "haakje"),
    (TIP, "dit schooljaar", "deze maand", 6, "deze week"),
    (TIP, "[alle]", "[basisonderwijs]", 10, "kleuter, lager"),
    (TIP, "[alle]", "[alle, lager]", 10, "naast een niveau"),
    (TIP, "evidence: {kind: expert}", "evidence:\nkind: expert", 6, "inspringen"),
    (TIP, "kind: detail", 'kind: "detail', 3, "nergens gesloten"),
    (TIP, "slide: 1", "slide: 1 en 4", 8, "een reeks"),
    (TERM, "[](begrip:vloed)", "[](vloed)", 4, "wat voor stuk"),
    (TERM, "[](begrip:vloed)", "[[vloed]]", 4, "geen link"),
    (TERM, "[](begrip:vloed)", "[vloed](begrip:vloed", 4, "niet af"),
    (TERM, "[laag water]", "[vloed]", 3, "hoort al bij"),
    (LIST, "count: 3", "count: 4", 5, "4 punten"),
    (PARTNER, "2026-11-22", "2026-11-31", 13, "heeft 30 dagen"),
    (PARTNER, "2026-11-22", "2062-11-22", 13, "moet nog komen"),
    (PARTNER, "059 00 00 00", "0470 12 34 56", 12, "gsm-nummer"),
    (PARTNER, "info@", "wout.wachter@", 11, "een persoon"),
    (PARTNER, "url: kustwacht.example", "url: kustwacht", 10, "geen webadres"),
    (PARTNER, "kind: overheid", "kind: vzw", 3, "kenniscentrum"),
    (SHEET, "pages: 1\n", "pages: 12\n", 11, "hoogstens 8"),
    (SHEET, "- block: lines\n    label", "- label", 15, "'block' ontbreekt"),
    (SHEET, "- block: lines\n    label: Welke boot zag je vandaag?\n", "- block: lines\n", 15, "'label' ontbreekt"),
    (SHEET, "count: 3", "lines: 3", 17, "block, count"),
    (WORRY, "[schrijf-een-fleskaart]", "[]", 6, "minstens 1"),
    (WORRY, "[schrijf-een-fleskaart]", "[de-lamp-is-uit]", 6, "is een situatie"),
)
"""More of which only the writer knows."""
