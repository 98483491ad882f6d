"""The rule for worksheets whose rows can be scored in the self-scan: each row says what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.once_a_file import once_a_file
from macros.content.problems import Problem
from macros.content.yaml_file import YamlFile
from macros.model.practice import Worksheet
from macros.model.worksheet_tables import PlainTable

_FEWEST, _MOST = 2, 60
"""How many sentences a self-scan asks: below it nothing is stronger than anything else; above it no address holds the
answers (docs/assets/scan/answers.js), and no one fills it in.
"""


@rule("De zelfscan weet waarover elke rij gaat", "rows: [Wij zwaaien eerst., Wij kennen elke vlag.]\nabout: [s01]")
def scored_rows_are_about_something(guide: Guide) -> Iterator[Problem]:
    """Met `about` gaan 2 tot 60 rijen elk over een eigen onderdeel of sleutel. De antwoorden zijn overal dezelfde."""
    for sheet in guide.all(Worksheet):
        source = guide.files[ident(sheet)]
        yield from once_a_file(source, _faults_on, partial(_faults_on, sheet, source))


def _faults_on(sheet: Worksheet, source: YamlFile) -> list[Problem]:
    return [*_too_few_or_many(sheet, source), *_half_told(sheet, source), *_unlike_others(sheet, source)]


def _too_few_or_many(sheet: Worksheet, source: YamlFile) -> Iterator[Problem]:
    """A sheet with something for the self-scan that asks next to nothing, or too much to hand over."""
    many = sum(len(block.rows) for block in sheet.scored)
    if sheet.scored and not _FEWEST <= many <= _MOST:
        counted = f"{many} {'rij' if many == 1 else 'rijen'}"
        hint = "Schrijf er rijen bij, elk met een 'about'." if many < _FEWEST else "Maak er twee bladen van."
        yield Problem(
            source.place_of(("blocks", sheet.blocks.index(sheet.scored[0]), "rows")),
            f"Voor de zelfscan telt dit blad {counted}, en het mogen er {_FEWEST} tot {_MOST} zijn.",
            f"{hint} Of haal 'about' weg, dan staat het blad niet in de zelfscan.",
        )


def _half_told(sheet: Worksheet, source: YamlFile) -> Iterator[Problem]:
    """Blocks with something for the self-scan, but not all of it."""
    for index, block in enumerate(sheet.blocks):
        if isinstance(block, PlainTable) and bool(block.about) != (len(block.answers) > 1):
            yield Problem(
                source.place_of(("blocks", index)),
                "'about' en 'answers' horen bij elkaar.",
                "Zet ze er allebei, met minstens twee antwoorden, of geen van beide.",
            )
        if block in sheet.scored and len(block.about) != len(block.rows):
            yield Problem(
                source.place_of(("blocks", index, "about")),
                f"'about' telt er {len(block.about)}, en er zijn {len(block.rows)} rijen met een naam.",
                "Noem voor elke rij één onderdeel of sleutel, in dezelfde volgorde.",
            )


def _unlike_others(sheet: Worksheet, source: YamlFile) -> Iterator[Problem]:
    """What one block of a sheet tells otherwise than another, or once more."""
    named: dict[str, int] = {}
    for index, block in enumerate(sheet.blocks):
        if block not in sheet.scored:
            continue
        if block.answers and block.answers != sheet.scored[0].answers:
            yield Problem(
                source.place_of(("blocks", index, "answers")),
                "Hier kies je uit andere antwoorden dan in een blok erboven.",
                "Geef elk blok met 'about' op dit blad dezelfde antwoorden.",
            )
        for at, about in enumerate(block.about):
            if named.setdefault(about, index) != index:
                yield Problem(
                    source.place_of(("blocks", index, "about", at)),
                    f"Over '{about}' gaat al een rij in een blok erboven.",
                    "Laat elke rij over iets anders gaan.",
                )
