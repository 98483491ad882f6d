"""The macros of the editors' handbook: which fields, blocks, rules and macros there are, in their own words."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment, StrictUndefined

from macros.check.rule import Rule
from macros.check.rules import RULES, WARNINGS, WRITING
from macros.content.guide import Guide
from macros.model.block import Block
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.record import FieldShape, Record
from macros.model.settings import PageSettings, Site
from macros.model.talk import Dialogue, Instead, Reply, TeamMeeting, Turn
from macros.model.worksheet_blocks import BLOCKS
from macros.pages.entry_page import EntryPage
from macros.pages.entry_pages import Macro
from macros.pages.render import link
from macros.pages.view import View
from macros.site.icons import known_icons

_EXAMPLE = re.compile(r"^\s*Voorbeeld: (?P<call>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class FieldLine:
    """One field, as the handbook shows it. holds: what an editor writes in it, in a few words."""

    name: str
    required: bool
    holds: str
    description: str


@dataclass(frozen=True)
class FieldsView(View):
    """The fields of one collection."""

    template = "handbook_fields"
    fields: list[FieldLine]


_NO_FOLDERS: Mapping[str, type[Record]] = {"site": Site, "page": PageSettings}
"""What has fields and is no folder of content/: site.yml, and the top of a page in docs/."""


def field_list(guide: Guide, collection: str) -> View:
    """Zet de velden van een map op de pagina, met hun uitleg. Of die van site.yml ("site") of een pagina ("page")."""
    return FieldsView(lines_of(_NO_FOLDERS.get(collection) or guide.collection(collection), "id"))


@dataclass(frozen=True)
class RecordsView(View):
    """The fields of what stands within an entry: of each record, what it is and its fields."""

    template = "handbook_records"
    records: list[tuple[str, list[FieldLine]]]


def talk_fields(guide: Guide) -> View:
    """Zet de velden van een gesprek en van een vergadering op de pagina."""
    return records_view(
        ("Het gesprek (dialogue)", Dialogue),
        ("Wat iemand zegt (lines)", Turn),
        ("Wat je er ook zou kunnen zeggen (instead)", Instead),
        ("Als het anders loopt (silent, refuses)", Reply),
        ("Eén vergadering (meeting)", TeamMeeting),
    )


def records_view(*named: tuple[str, type[Record]]) -> RecordsView:
    """What the handbook shows of some records, each with what an editor calls it."""
    return RecordsView([(words, lines_of(record, "")) for words, record in named])


@dataclass(frozen=True)
class NounsView(View):
    """The nouns by which a text names entries."""

    template = "handbook_nouns"
    entry_types: tuple[type[Entry], ...]


def noun_list(guide: Guide) -> View:
    """Zet de woorden waarmee je een stuk noemt op de pagina, elk met zijn map."""
    return NounsView(ENTRY_TYPES)


@dataclass(frozen=True)
class BlockLine:
    """One block of a worksheet: its name, its class and its fields."""

    name: str
    block: type[Block]
    fields: list[FieldLine]


@dataclass(frozen=True)
class BlocksView(View):
    """Every block that a worksheet can be built from."""

    template = "handbook_blocks"
    blocks: list[BlockLine]


def block_list(guide: Guide) -> View:
    """Zet de blokken van een werkblad op de pagina, elk met zijn velden."""
    return BlocksView([BlockLine(block.tag(), block, lines_of(block, "block")) for block in BLOCKS])


@dataclass(frozen=True)
class RulesView(View):
    """What the check holds the whole guide to.

    writing: the rules that only stop the check, and no page. warnings: those that only warn.
    """

    template = "handbook_rules"
    rules: tuple[Rule, ...]
    writing: tuple[Rule, ...]
    warnings: tuple[Rule, ...]


def rule_list(guide: Guide) -> View:
    """Zet de regels van de controle op de pagina."""
    return RulesView(RULES, WRITING, WARNINGS)


@dataclass(frozen=True)
class IconLine:
    """One icon: the entries that choose it, the headings it stands for, and the types whose entries share it."""

    name: str
    entries: list[Entry]
    headings: list[str]
    types: list[type[Entry]]


@dataclass(frozen=True)
class IconsView(View):
    """Every icon there is, by its name."""

    template = "handbook_icons"
    icons: list[IconLine]


def icon_list(guide: Guide) -> View:
    """Zet de iconen op de pagina, elk met zijn naam en waar het voor staat."""
    chosen = [(getattr(entry, "icon", None), entry) for entry in guide]
    headed = [pair for entry_type in ENTRY_TYPES for facet in entry_type.facets for pair in facet.icons.items()]
    return IconsView(
        [
            IconLine(
                name,
                [entry for icon, entry in chosen if icon == name],
                list(dict.fromkeys(value for value, icon in headed if icon == name)),
                [entry_type for entry_type in ENTRY_TYPES if entry_type.emblem == name],
            )
            for name in sorted(known_icons())
        ]
    )


HANDBOOK_MACROS: tuple[Macro, ...] = (field_list, talk_fields, noun_list, block_list, rule_list, icon_list)


@dataclass(frozen=True)
class Example:
    """A call of a macro, and what it puts on the page: a view, or a sentence in the place of a whole page."""

    call: str
    view: View | None
    sentence: str


@dataclass(frozen=True)
class MacroHelp:
    """A macro as the handbook shows it."""

    name: str
    summary: str
    examples: list[Example]


@dataclass(frozen=True)
class MacrosView(View):
    """Every macro that has an example: what it does, the call, and what that puts on the page."""

    template = "handbook_macros"
    macros: list[MacroHelp]


def macro_list_of(macros: Iterable[Macro]) -> Macro:
    """The macro that shows these macros in the handbook."""
    listed = [macro for macro in macros if examples_of(macro)]

    def macro_list(guide: Guide) -> View:
        """Zet elke macro op de pagina, met voorbeelden."""
        bound = {macro.__name__: partial(macro, guide) for macro in listed}
        return MacrosView(
            [
                MacroHelp(macro.__name__, _summary_of(macro), [_example(call, bound) for call in examples_of(macro)])
                for macro in listed
            ]
        )

    return macro_list


def examples_of(macro: Macro) -> list[str]:
    """The calls that a macro's docstring gives as examples."""
    return [found["call"].strip() for found in _EXAMPLE.finditer(inspect.getdoc(macro) or "")]


def _summary_of(macro: Macro) -> str:
    return _EXAMPLE.sub("", inspect.getdoc(macro) or "").strip()


def _example(call: str, macros: Mapping[str, Callable[..., View]]) -> Example:
    """What the handbook shows of a call: what it puts on a page, or for a whole page a link to that."""
    view = Environment(undefined=StrictUndefined).compile_expression(call, undefined_to_none=False)(macros)
    if isinstance(view, EntryPage):
        return Example(call, None, f"Een hele pagina, zoals {link(view.around.entry)}.")
    return Example(call, view, "")


def lines_of(record_type: type[Record], left_out: str) -> list[FieldLine]:
    """The fields of a type of record, less one that needs no explanation; those that are required come first."""
    lines = [
        FieldLine(name, shape.required, _holds(shape), shape.description)
        for name, shape in record_type.shapes.items()
        if name != left_out
    ]
    return sorted(lines, key=lambda line: not line.required)


def _holds(shape: FieldShape) -> str:
    """What an editor writes in a field, in a few words."""
    many = "lijst van " if shape.many else ""
    if shape.refers:
        return f"{many}id uit {' of '.join(shape.refers.collections)}"
    if shape.records or shape.named:
        return f"{many}velden"
    if shape.choices:
        return f"{many}{', '.join(shape.choices)}"
    if shape.scalar is int:
        return "getal"
    return "yes of no" if shape.scalar is bool else f"{many}tekst"
