"""What the rules of the check ask of an odd entry, beside what its fields say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import yaml
from odd_texts import EACH, WRITTEN, Fields, odd_id

from macros.content.validation import record_from
from macros.content.yaml_file import parse_yaml_file
from macros.model.advice import Section, Tip
from macros.model.asides import Enumeration, Figure
from macros.model.entry import Entry, JudgedEvidence
from macros.model.message import Message
from macros.model.practice import SCHOOL, TICKED, Method, Worksheet
from macros.model.record import TAG, Record
from macros.model.reference import Source
from macros.model.scene import Focus, Person, PersonInSmall, ScenePart
from macros.model.sheet_fields import fields_of
from macros.model.talk import Turn
from macros.model.ways_in import Door
from macros.model.worksheet_blocks import BLOCKS, Blank, Checklist
from macros.model.worksheet_drawings import Card, CardLine
from macros.model.worksheet_tables import Decision, PlainTable, Scale, Table
from macros.worksheets.docx import add_block

if TYPE_CHECKING:
    from odd_entries import Maker


def _fit_entry(maker: Maker, made: Fields) -> None:
    """It is for every level, or for all but this one."""
    if made.get("levels", [])[1:]:
        made["levels"] = [[level for level in made["levels"] if level != "alle"], ["alle"]][maker.at % 2]


def _fit_tip(maker: Maker, made: Fields) -> None:
    """A second example is for a tip that knows no level."""
    _fit_question(maker, made)
    if made["levels"] != ["alle"]:
        del made["secondary"]


def _fit_question(maker: Maker, made: Fields) -> None:
    """What a team talks about is an open question."""
    made["ask"] = f"{made['ask']}: hoe?"


def _fit_door(maker: Maker, made: Fields) -> None:
    """It is for one level or for one role, and each of its ways is one."""
    del made["levels" if maker.at % 2 else "audience"]
    kinds = [name for name in made["ways"][0] if name != "why"]
    for nth, way in enumerate(made["ways"]):
        for name in kinds:
            if name != kinds[(maker.at * len(made["ways"]) + nth) % len(kinds)]:
                del way[name]


def _fit_message(maker: Maker, made: Fields) -> None:
    """What is no sms has any sign."""
    for field in ("note", "call"):
        made[field] += " ☐ „مرحبا” 😀 Łukasz."


def _fit_source(maker: Maker, made: Fields) -> None:
    made["date"] = 'Étage „2019” & <3 "=1'


def _fit_section(maker: Maker, made: Fields) -> None:
    """A chapter lives with a section and has no address; a section has one, and lives with a whole."""
    wholes = ("recommendations", "sections", "journeys", "sections")
    made["home"] = odd_id(wholes[maker.at], maker.at - 1 if maker.at % 2 else maker.at)
    if maker.at % 2:
        del made["address"]


def _fit_judged(maker: Maker, made: Fields) -> None:
    """Only what was studied has a verdict."""
    made["kind"] = "research"


def _fit_figure(maker: Maker, made: Fields) -> None:
    del made["columns" if maker.at % 2 else "layers"]


def _fit_list(maker: Maker, made: Fields) -> None:
    made["count"] = len(made["items"])


def _fit_worksheet(maker: Maker, made: Fields) -> None:
    """All blocks together would take more sheets than one worksheet may have. Those that are drawn, stand together."""
    drawn = {block.tag() for block in BLOCKS if add_block.dispatch(block) is add_block.dispatch(object)}
    blocks = sorted(made["blocks"], key=lambda block: block[TAG] in drawn)
    made["blocks"] = blocks[maker.at * len(blocks) // EACH : (maker.at + 1) * len(blocks) // EACH]
    empty = {name: value for name, value in made.items() if name != "filled"}
    file = parse_yaml_file("vreemd.yml", yaml.safe_dump(empty, allow_unicode=True).encode())
    fields = fields_of(record_from(Worksheet, file, "vreemd"))
    made["filled"]["school"] = "Łš & co <3 =1"
    made["filled"]["values"] = {
        name: TICKED if kind == "tick" else WRITTEN[at % len(WRITTEN)]
        for at, (name, kind) in enumerate(fields.items())
        if name != SCHOOL
    }


def _fit_blank(maker: Maker, made: Fields) -> None:
    if made["kind"] != "choice":
        del made["choices"]


def _fit_checklist(maker: Maker, made: Fields) -> None:
    """Its points stand in groups; more than one long one in each would take more sheets than there may be."""
    del made["items"]
    for group in made["groups"]:
        del group["items"][1:]


def _fit_card(maker: Maker, made: Fields) -> None:
    """It has lines with a picture each, or a text and places to write."""
    if next(maker.turns) % 2:
        del made["text"], made["fields"], made["lines"][2:]
    else:
        del made["fields"][2:], made["lines"]


def _fit_card_line(maker: Maker, made: Fields) -> None:
    """Beside its picture stands a text, or a place to write that leaves room for what is written."""
    if next(maker.turns) % 2:
        made["field"] = maker.short()
        del made["text"]
    else:
        del made["field"]


def _fit_table(maker: Maker, made: Fields) -> None:
    made["ticks"], made["widths"] = made["columns"][1:2], [3] * len(made["columns"])
    made["empty"], made["height"] = 5, 30  # With as many rows, as high as can be, it fills a worksheet by itself.


def _fit_scale(maker: Maker, made: Fields) -> None:
    """Each row is about something of its own, or none is about anything."""
    del made["about"]


def _fit_plain_table(maker: Maker, made: Fields) -> None:
    made["about"] = [odd_id("sections", maker.at + at) for at in range(len(made["rows"]))]


def _fit_decision(maker: Maker, made: Fields) -> None:
    made["widths"] = [3] * len(made["columns"])
    for row in made["rows"]:
        row["cells"] = [*row["cells"], ""][1 - len(made["columns"]) :]


def _fit_scene_part(maker: Maker, made: Fields) -> None:
    """It stands in the field."""
    made |= {"x": 80, "y": 100, "scale": 60}


def _fit_arms(maker: Maker, made: Fields) -> None:
    made["arms"] = made["arms"][:2]


def _fit_turn(maker: Maker, made: Fields) -> None:
    """Only whoever works at the school chooses what to say."""
    if made["who"] not in ("leerkracht", "directie"):
        del made["instead"]


def _fit_focus(maker: Maker, made: Fields) -> None:
    made |= {"left": 20, "top": 0}


FITTED: Mapping[type[Record], Callable[[Maker, Fields], None]] = {
    Entry: _fit_entry,
    Tip: _fit_tip,
    Method: _fit_question,
    Door: _fit_door,
    Message: _fit_message,
    Source: _fit_source,
    Section: _fit_section,
    JudgedEvidence: _fit_judged,
    Figure: _fit_figure,
    Enumeration: _fit_list,
    Worksheet: _fit_worksheet,
    Blank: _fit_blank,
    Checklist: _fit_checklist,
    Card: _fit_card,
    CardLine: _fit_card_line,
    Table: _fit_table,
    PlainTable: _fit_plain_table,
    Scale: _fit_scale,
    Decision: _fit_decision,
    ScenePart: _fit_scene_part,
    Person: _fit_arms,
    PersonInSmall: _fit_arms,
    Focus: _fit_focus,
    Turn: _fit_turn,
}
"""What the rules of the check ask of a type, beside what its fields say."""
