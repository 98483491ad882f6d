"""Slips of the pen, as an educator makes them: each is answered by its cause.

One line a slip: the file, what stood there, what was typed, on which line the answer points, a telling word of it.
A hint that says what to type is followed to the letter: the file is sound again, and no word of it is lost.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from places import TINY

from macros.content.docs_prose import docs_problems
from macros.content.guide import Guide
from macros.content.problems import ContentError, Problem
from macros.content.validation import record_from
from macros.content.yaml_file import parse_yaml_file
from macros.model.entry_types import BY_COLLECTION
from macros.model.record import Record
from macros.model.settings import SearchWords, Site

TIP, SOUP, METHOD = "tips/hang-een-lamp-op.yml", "tips/soep-op-de-kade.yml", "methods/lantaarngesprek.yml"
SHEET, PARTNER, TERM = "worksheets/botenblad.yml", "partners/kustwacht.yml", "glossary/eb.yml"
WORRY, SOURCE = "situations/de-lamp-is-uit.yml", "sources/logboek.yml"
BOX, LIST = "boxes/een-emmer-mosselen.yml", "lists/drie-vlaggen.yml"
LAMP, STEP, WHAT = "De lamp", "Zwijg, en luister.", "what: Een lamp boven de deur is genoeg."
CITED = "sources: [{source: logboek, section: De lantaarn, page: 15}]"
SETTINGS: dict[str, type[Record]] = {"site.yml": Site, "search.yml": SearchWords}

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
    (PARTNER, "2026-11-22", "2026-1\u0661-22", 13, "zoals 2026-11-22"),
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


def problems_of(file: str, text: str) -> list[Problem]:
    """What the check says of one file of content/."""
    try:
        yaml = parse_yaml_file(f"content/{file}", text.encode())
        kind = SETTINGS.get(file) or BY_COLLECTION[file.partition("/")[0]]
        record_from(kind, yaml, None if file in SETTINGS else Path(file).stem)
    except ContentError as error:
        return error.problems
    return []


def slipped(file: str, right: str, typed: str) -> str:
    """The text of a file of the tiny guide with one slip in it."""
    text = (TINY / "content" / file).read_text(encoding="utf-8")
    assert text.count(right) == 1
    return text.replace(right, typed)


def follow(text: str, problem: Problem) -> str:
    """The text after doing to the letter what the hint of a problem says."""
    lines, hint = text.split("\n"), problem.hint.splitlines()[-1]
    at, column = problem.place.line - 1, problem.place.column - 1
    line, rest = lines[at], lines[at][column:]
    if whole := re.fullmatch(r"Schrijf: (.+)", hint):
        margin = line[: len(line) - len(line.lstrip())]
        is_line = re.match(r"- |# |\w+: ", whole[1])
        lines[at] = f"{margin}{whole[1]}" if is_line else f"{line[:column]}{whole[1]}"
        while not is_line and re.match(rf"{margin} +\S", lines[at + 1]):
            del lines[at + 1]  # What stood under it is in the new text.
    elif misread := re.match(r"Schrijf (.+) in plaats van deze (\d+) tekens", hint):
        lines[at] = line[:column] + misread[1] + rest[int(misread[2]) :]
    elif link := re.match(r"Schrijf (\[.*?\]\(.*?\))", hint):
        lines[at] = line[:column] + re.sub(
            r"^(?:\[[^]]*\] \([^)]*\)|\([^)]*\)\[[^]]*\]|[\w:]+)", lambda _: link[1], rest
        )
    elif hint.startswith("Wis het"):
        lines[at] = line[:column] + rest[1:]
    elif hint == "Typ een gewone spatie.":
        lines[at] = f"{line[:column]} {rest[1:]}"
    elif "lege regel" in hint:
        if hint.startswith("Schrijf '|' in plaats van '>'"):
            header = max(n for n in range(at) if lines[n].endswith(">"))
            lines[header] = lines[header][:-1] + "|"
        lines.insert(at, "")
    else:
        raise AssertionError(f"This hint says nothing that can be done to the letter: {hint}")
    return "\n".join(lines)


@pytest.mark.parametrize("file, right, typed, line, telling", [*MENDED, *ANSWERED])
def test_a_slip_is_answered_by_its_cause(file: str, right: str, typed: str, line: int, telling: str) -> None:
    """The first thing that is said is what the editor did, on the line where it was done."""
    first = problems_of(file, slipped(file, right, typed))[0]

    assert first.place.line == line
    assert telling in f"{first.message} {first.hint}"


@pytest.mark.parametrize("file, right, typed", [slip[:3] for slip in MENDED])
def test_a_hint_that_is_followed_mends(file: str, right: str, typed: str) -> None:
    """Done to the letter, one hint after the other, the file is sound, with every word that was typed."""
    text = slipped(file, right, typed)
    words = re.findall(r"[a-z]{4,}", typed)
    for _ in range(4):
        problems = problems_of(file, text)
        if not problems:
            break
        text = follow(text, problems[0])

    assert problems_of(file, text) == []
    assert [word for word in words if word not in text] == []


def test_a_slip_on_a_page_is_answered(tiny: Guide) -> None:
    """In docs/ too, each on its own line."""
    texts = {f"docs/{number}.md": f"# Bladzijde\n\n{typed}\n" for number, (typed, _) in enumerate(PAGES)}
    problems = list(docs_problems(tiny, texts))
    said = {problem.place.file: problem for problem in problems}

    assert len(said) == len(problems) == len(PAGES)
    for number, (_, telling) in enumerate(PAGES):
        problem = said[f"docs/{number}.md"]
        assert problem.place.line in (3, 4) and telling in f"{problem.message} {problem.hint}"
