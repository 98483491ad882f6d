"""The rules for worksheets: fields that can be told apart, and words that fit where they stand on paper.

Widths and heights are estimated here without a layout, a little on the safe side, so that the check stays quick.
How many sheets of paper a worksheet takes is counted when its PDF is made (`downloads`).
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.once_a_file import once_a_file
from macros.content.problems import Problem, did_you_mean
from macros.content.yaml_file import Loc, YamlFile
from macros.model.block import Asking
from macros.model.practice import Worksheet
from macros.model.worksheet_blocks import Blank, Checklist
from macros.model.worksheet_drawings import Card, Cards, Pyramid, Tree
from macros.model.worksheet_tables import Decision, Scale, Table

_PORTRAIT, _LANDSCAPE = 180, 267
"""The width of a sheet between its margins, in millimetres."""

_MOST_COLUMNS, _MOST_COLUMNS_LANDSCAPE = 7, 9

_PER_POINT = 0.18
"""The width of a letter in the font of worksheets, in millimetres for each point of its size.

It is an average, a little on the safe side.
"""

_CARD_HEIGHT, _CARD_WIDTH = 45, 77
"""The room on a card, in millimetres."""

_PICTURE, _BESIDE = 10, 12.7
"""What a picture takes of the width of a card, in millimetres; the words beside it: 14 points, estimated closely."""


class _Fault(NamedTuple):
    """What is wrong in a block: the path to it within the block, the message, and what would help."""

    path: Loc
    message: str
    hint: str


@rule(
    "Elk blok een eigen naam",
    "blocks:\n"
    '  - {block: lines, label: "Welke boot zag je?", count: 2}\n'
    "  - {block: lines, label: Welke boot zag je, count: 3}",
)
def sheet_fields_have_their_own_name(guide: Guide) -> Iterator[Problem]:
    """Op een werkblad heten geen twee blokken hetzelfde, want dan vul je het ene in met het andere."""
    return _problems(guide, _name_faults)


@rule("Een blok is heel", "- {block: field, label: Welke vlag?, kind: choice}")
def sheet_blocks_are_whole(guide: Guide) -> Iterator[Problem]:
    """Een blok van een werkblad heeft alles wat het nodig heeft, en telt overal evenveel kolommen."""
    return _problems(guide, _missing_parts)


@rule("Een tabel past op het blad", "columns: [Boot, Uur, Lading, Kleur, Vlag, Schipper, Zeil, Anker]")
def sheet_tables_fit_the_page(guide: Guide) -> Iterator[Problem]:
    """Een tabel is niet breder dan het blad: elk woord past in zijn kolom."""
    return _problems(guide, _too_wide)


@rule(
    "Woorden passen in hun vak",
    "above: [[Wat gebeurde er met de grootste van de drie boten, Het zeil, Het roer, De mast]]",
)
def sheet_words_fit_their_box(guide: Guide) -> Iterator[Problem]:
    """Wat in een kaartje, een boom of een piramide staat, past erin."""
    return _problems(guide, _too_much_text)


SHEET_RULES = (
    sheet_fields_have_their_own_name,
    sheet_blocks_are_whole,
    sheet_tables_fit_the_page,
    sheet_words_fit_their_box,
)


def _problems(guide: Guide, faults_in: Callable[[Worksheet, Asking], Iterator[_Fault]]) -> Iterator[Problem]:
    """The faults in every block that asks for something, each with its place in the file of its worksheet."""
    for sheet in guide.all(Worksheet):
        file = guide.files[ident(sheet)]
        yield from once_a_file(file, faults_in, partial(_problems_on, sheet, file, faults_in))


def _problems_on(
    sheet: Worksheet, file: YamlFile, faults_in: Callable[[Worksheet, Asking], Iterator[_Fault]]
) -> list[Problem]:
    return [
        Problem(file.place_of(("blocks", index, *path)), message, hint)
        for index, block in enumerate(sheet.blocks)
        if isinstance(block, Asking)
        for path, message, hint in faults_in(sheet, block)
    ]


def _name_faults(sheet: Worksheet, block: Asking) -> Iterator[_Fault]:
    first = next(other for other in sheet.blocks if isinstance(other, Asking) and other.name == block.name)
    if first is not block:
        yield _Fault(
            ("id" if block.id else "label",),
            f"Er is al een blok met velden die '{block.name}' heten.",
            "Verander het label, of geef dit blok een eigen 'id'.",
        )


# --- parts that are missing or do not match ---


def _missing_parts(_: Worksheet, block: Asking) -> Iterator[_Fault]:
    if isinstance(block, Blank) and (block.kind == "choice") != bool(block.choices):
        message = "'choices' en 'kind: choice' horen bij elkaar."
        yield _Fault(("kind",), message, "Zet ze er allebei, of geen van beide.")
    if isinstance(block, Checklist) and bool(block.items) == bool(block.groups):
        yield _Fault(
            (),
            "Een checklist heeft ofwel 'items' ofwel 'groups'.",
            "Zet de vakjes onder elkaar met 'items', of onder eigen koppen met 'groups'.",
        )
    if isinstance(block, Cards):
        yield from _missing_on_cards(block)
    if isinstance(block, Table):
        yield from _missing_in_table(block)
    if isinstance(block, Decision):
        yield from _missing_cells(block)
    if isinstance(block, Table | Decision) and block.widths and len(block.widths) != len(block.columns):
        message = f"'widths' telt er {len(block.widths)}, en er zijn {len(block.columns)} kolommen."
        yield _Fault(("widths",), message, "Geef elke kolom één getal.")


def _missing_on_cards(block: Cards) -> Iterator[_Fault]:
    for index, card in enumerate(block.cards):
        if card.lines and (card.text or card.fields):
            hint = "Zet alles in 'lines', elk met een prent, of laat 'lines' weg."
            yield _Fault(("cards", index, "lines"), "Een kaartje heeft ofwel 'lines' ofwel 'text' en 'fields'.", hint)
        for nr, line in enumerate(card.lines):
            if bool(line.text) == bool(line.field):
                message = "Naast een prent staat ofwel 'text' ofwel 'field'."
                hint = "Schrijf een zin in 'text', of in 'field' wat iemand er zelf bij schrijft."
                yield _Fault(("cards", index, "lines", nr), message, hint)


def _missing_in_table(table: Table) -> Iterator[_Fault]:
    if not table.rows and not table.empty:
        hint = "Geef rijen een naam met 'rows', of vraag lege rijen met 'empty: 4'."
        yield _Fault((), "Deze tabel heeft geen rijen.", hint)
    for index, tick in enumerate(table.ticks):
        if tick not in table.columns:
            message = f"'{tick}' is geen kolom van deze tabel."
            yield _Fault(("ticks", index), message, did_you_mean(tick, table.columns))


def _missing_cells(decision: Decision) -> Iterator[_Fault]:
    needed = len(decision.columns) - 1
    for index, row in enumerate(decision.rows):
        if len(row.cells) != needed:
            yield _Fault(
                ("rows", index, "cells"),
                f"Deze rij telt {len(row.cells)} vakken, en er zijn {needed} kolommen naast de titel.",
                "Zet voor elke kolom een tekst, of '' om zelf in te vullen.",
            )


# --- tables and the width of the sheet ---


def _too_wide(sheet: Worksheet, block: Asking) -> Iterator[_Fault]:
    if isinstance(block, Table | Decision):
        yield from _too_wide_table(sheet, block)
    if isinstance(block, Scale):
        share = block.widths[1] / sum(block.widths)
        for index, answer in enumerate(block.answers):
            yield from _too_wide_word(sheet, ("answers", index), answer, share)


def _too_wide_table(sheet: Worksheet, table: Table | Decision) -> Iterator[_Fault]:
    most = _MOST_COLUMNS_LANDSCAPE if sheet.landscape else _MOST_COLUMNS
    if len(table.columns) > most:
        yield _Fault(
            ("columns",),
            f"Deze tabel is breder dan het blad: {len(table.columns)} kolommen, en er passen er {most}.",
            "Voeg kolommen samen, of leg het blad plat met 'landscape: yes'.",
        )
        return
    ticks = table.ticks if isinstance(table, Table) else ()
    # Widths that do not match the columns are reported elsewhere.
    widths = table.widths if len(table.widths) == len(table.columns) else (1,) * len(table.columns)
    for index, column in enumerate(table.columns):
        padding = 1.5 if column in ticks else 4
        yield from _too_wide_word(sheet, ("columns", index), column, widths[index] / sum(widths), padding)


def _too_wide_word(sheet: Worksheet, path: Loc, words: str, share: float, padding: float = 4) -> Iterator[_Fault]:
    """A word too long for its column. share: the part of the width of the sheet that the column takes."""
    width = (_LANDSCAPE if sheet.landscape else _PORTRAIT) * share - padding
    longest = max(words.replace("/", " ").replace("-", " ").split(), key=len)
    if len(longest) * 9.5 * _PER_POINT > width:
        yield _Fault(
            path,
            f"Het woord '{longest}' past niet in zijn kolom.",
            "Kies een korter woord, maak de kolom breder met 'widths', of voeg kolommen samen.",
        )


# --- boxes and the text in them ---


def _too_much_text(_: Worksheet, block: Asking) -> Iterator[_Fault]:
    if isinstance(block, Cards):
        yield from _too_high_cards(block)
    if isinstance(block, Tree):
        yield from _too_full_boxes("above", block.above)
        yield from _too_full_boxes("below", block.below)
    if isinstance(block, Pyramid):
        top = block.layers[-1]
        if _lines(f"1 {top.title} {top.question or ''}", 9.5, _PORTRAIT * 0.48 - 8) > 2:
            path = ("layers", len(block.layers) - 1)
            yield _Fault(path, "Dit past niet in de top van de piramide.", "Kort de vraag in.")


def _too_high_cards(block: Cards) -> Iterator[_Fault]:
    for index, card in enumerate(block.cards):
        height, most = _height(card), _CARD_HEIGHT + (2 if card.lines else 0) - (6 if block.note else 0)
        if height > most:
            yield _Fault(
                ("cards", index),
                f"De tekst past niet op het kaartje: hij is {height:.0f} mm hoog, en er is {most} mm.",
                "Kort hem in, of vraag minder velden op één kaartje.",
            )


def _height(card: Card) -> float:
    """How high the text and the fields of a card are, in millimetres."""
    title, text = _lines(card.title, 12.5, _CARD_WIDTH), _lines(card.text or "", 12, _CARD_WIDTH)
    beside = [_lines(line.text, _BESIDE, _CARD_WIDTH - _PICTURE) if line.text else 1.5 for line in card.lines]
    return title * 5.3 + 2 + text * 6 + len(card.fields) * 12.4 + sum(max(8.5, lines * 6) + 1 for lines in beside)


def _too_full_boxes(part: str, rows: tuple[tuple[str, ...], ...]) -> Iterator[_Fault]:
    """The boxes of a tree that are too small for their text. part: the field that holds these rows."""
    for row, boxes in enumerate(rows):
        for index, box in enumerate(boxes):
            if len(boxes) > 4 or _lines(box, 9, _PORTRAIT / len(boxes) - 7) > 2:
                yield _Fault(
                    (part, row, index),
                    f"'{box}' past niet in zijn vak van de boom.",
                    "Kort het in, of zet minder vakken op deze rij: hoogstens vier.",
                )


def _lines(text: str, points: float, width: float) -> int:
    """How many lines a text takes. points: the size of its letters. width: the room for it in millimetres."""
    return len(textwrap.wrap(text, max(1, int(width / (points * _PER_POINT)))))
