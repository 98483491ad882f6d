"""What holds for worksheets: fields that can be told apart, and words that fit where they stand on paper.

Paper is measured here without laying it out, a little on the safe side, so that the check stays quick. How many
sheets of paper a worksheet takes is counted when its PDF is made (`downloads`).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from macros.content.guide import Guide, ident
from macros.content.problems import Problem, did_you_mean
from macros.content.yaml_file import Loc
from macros.model.practice import Worksheet
from macros.model.worksheet_blocks import Asking, Blank, Cards, Checklist, Decision, Pyramid, Scale, Table, Tree

_PORTRAIT, _LANDSCAPE = 180, 267
"""How wide a sheet is between its margins, in millimetres."""

_PER_POINT = 0.18
"""How wide a letter of the sheets' font is, on average and a little on the safe side, in millimetres for each point of its size."""

_CARD, _CARD_WIDTH = 45, 77
"""The room on a card, in millimetres: high, wide."""


def sheet_fields_have_their_own_name(guide: Guide) -> Iterator[Problem]:
    """Op een werkblad heten geen twee blokken hetzelfde, want dan vul je het ene in met het andere."""
    for sheet, loc, block in _blocks(guide):
        first = next(one for one in sheet.blocks if isinstance(one, Asking) and one.name == block.name)
        if first is not block:
            yield _problem(
                guide,
                sheet,
                (*loc, "id" if block.id else "label"),
                f"Er is al een blok met velden die '{block.name}' heten.",
                "Verander het label, of geef dit blok een eigen 'id'.",
            )


def sheet_blocks_are_whole(guide: Guide) -> Iterator[Problem]:
    """Een blok van een werkblad heeft alles wat het nodig heeft, en telt overal evenveel kolommen."""
    for sheet, loc, block in _blocks(guide):
        if isinstance(block, Blank) and (block.kind == "choice") != bool(block.choices):
            yield _problem(
                guide,
                sheet,
                (*loc, "kind"),
                "'choices' en 'kind: choice' horen bij elkaar.",
                "Zet ze er allebei, of geen van beide.",
            )
        if isinstance(block, Checklist) and bool(block.items) == bool(block.groups):
            yield _problem(
                guide,
                sheet,
                loc,
                "Een checklist heeft ofwel 'items' ofwel 'groups'.",
                "Zet de vakjes onder elkaar met 'items', of onder eigen koppen met 'groups'.",
            )
        if isinstance(block, Table) and not block.rows and not block.empty:
            yield _problem(
                guide,
                sheet,
                loc,
                "Deze tabel heeft geen rijen.",
                "Geef rijen een naam met 'rows', of vraag lege rijen met 'empty: 4'.",
            )
        if isinstance(block, Table):
            for index, tick in enumerate(block.ticks):
                if tick not in block.columns:
                    yield _problem(
                        guide,
                        sheet,
                        (*loc, "ticks", index),
                        f"'{tick}' is geen kolom van deze tabel.",
                        did_you_mean(tick, block.columns),
                    )
        if isinstance(block, (Table, Decision)) and block.widths and len(block.widths) != len(block.columns):
            yield _problem(
                guide,
                sheet,
                (*loc, "widths"),
                f"'widths' telt er {len(block.widths)}, en er zijn {len(block.columns)} kolommen.",
                "Geef elke kolom één getal.",
            )
        if isinstance(block, Decision):
            for index, row in enumerate(block.rows):
                if len(row.cells) != len(block.columns) - 1:
                    yield _problem(
                        guide,
                        sheet,
                        (*loc, "rows", index, "cells"),
                        f"Deze rij telt {len(row.cells)} vakken, en er zijn {len(block.columns) - 1} kolommen naast de titel.",
                        "Zet voor elke kolom een tekst, of '' om zelf in te vullen.",
                    )


def sheet_tables_fit_the_page(guide: Guide) -> Iterator[Problem]:
    """Een tabel is niet breder dan het blad: elk woord past in zijn kolom."""
    for sheet, loc, block in _blocks(guide):
        if isinstance(block, (Table, Decision)):
            most = 9 if sheet.landscape else 7
            if len(block.columns) > most:
                yield _problem(
                    guide,
                    sheet,
                    (*loc, "columns"),
                    f"Deze tabel is breder dan het blad: {len(block.columns)} kolommen, en er passen er {most}.",
                    "Voeg kolommen samen, of leg het blad plat met 'landscape: yes'.",
                )
                continue
            widths = block.widths if len(block.widths) == len(block.columns) else (1,) * len(block.columns)
            for index, column in enumerate(block.columns):
                yield from _too_wide(
                    guide,
                    sheet,
                    (*loc, "columns", index),
                    column,
                    widths[index] / sum(widths),
                    1.5 if column in getattr(block, "ticks", ()) else 4,
                )
        if isinstance(block, Scale):
            for index, answer in enumerate(block.answers):
                yield from _too_wide(
                    guide, sheet, (*loc, "answers", index), answer, block.widths[1] / sum(block.widths)
                )


def sheet_words_fit_their_box(guide: Guide) -> Iterator[Problem]:
    """Wat in een kaartje, een boom of een piramide staat, past erin."""
    for sheet, loc, block in _blocks(guide):
        if isinstance(block, Cards):
            for index, card in enumerate(block.cards):
                high = (
                    _lines(card.title, 12.5, _CARD_WIDTH) * 5.3
                    + 2
                    + _lines(card.text or "", 12, _CARD_WIDTH) * 6
                    + len(card.fields) * 12.4
                )
                if high > _CARD:
                    yield _problem(
                        guide,
                        sheet,
                        (*loc, "cards", index),
                        f"De tekst past niet op het kaartje: hij is {high:.0f} mm hoog, en er is {_CARD} mm.",
                        "Kort hem in, of vraag minder velden op één kaartje.",
                    )
        if isinstance(block, Tree):
            for part in ("above", "below"):
                for row, boxes in enumerate(getattr(block, part)):
                    for index, box in enumerate(boxes):
                        if len(boxes) > 4 or _lines(box, 9, _PORTRAIT / len(boxes) - 7) > 2:
                            yield _problem(
                                guide,
                                sheet,
                                (*loc, part, row, index),
                                f"'{box}' past niet in zijn vak van de boom.",
                                "Kort het in, of zet minder vakken op deze rij: hoogstens vier.",
                            )
        if isinstance(block, Pyramid):
            top = block.layers[-1]
            if _lines(f"1 {top.title} {top.question or ''}", 9.5, _PORTRAIT * 0.48 - 8) > 2:
                yield _problem(
                    guide,
                    sheet,
                    (*loc, "layers", len(block.layers) - 1),
                    "Dit past niet in de top van de piramide.",
                    "Kort de vraag in.",
                )


SHEET_RULES = (
    sheet_fields_have_their_own_name,
    sheet_blocks_are_whole,
    sheet_tables_fit_the_page,
    sheet_words_fit_their_box,
)


def _blocks(guide: Guide) -> Iterator[tuple[Worksheet, Loc, Asking]]:
    """Every block that asks for something: its sheet, the way to it, the block."""
    for sheet in guide.all(Worksheet):
        yield from (
            (sheet, ("blocks", index), block) for index, block in enumerate(sheet.blocks) if isinstance(block, Asking)
        )


def _too_wide(
    guide: Guide, sheet: Worksheet, loc: Loc, words: str, share: float, edges: float = 4
) -> Iterator[Problem]:
    wide = (_LANDSCAPE if sheet.landscape else _PORTRAIT) * share - edges
    longest = max(words.replace("/", " ").replace("-", " ").split(), key=len)
    if len(longest) * 9.5 * _PER_POINT > wide:
        yield _problem(
            guide,
            sheet,
            loc,
            f"Het woord '{longest}' past niet in zijn kolom.",
            "Kies een korter woord, maak de kolom breder met 'widths', of voeg kolommen samen.",
        )


def _lines(text: str, points: float, wide: float) -> int:
    """How many lines a text takes. points: the size of its letters. wide: the room for it in millimetres."""
    return len(textwrap.wrap(text, max(1, int(wide / (points * _PER_POINT)))))


def _problem(guide: Guide, sheet: Worksheet, loc: Loc, message: str, hint: str) -> Problem:
    return Problem(guide.files[ident(sheet)].place_of(loc), message, hint)
