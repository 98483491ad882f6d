"""Entries with the longest and the oddest texts that the check lets through, made from the model's own fields.

A new type, a new block or a new field is covered by itself: what a field holds, is read from its JSON Schema; what a
rule asks besides stands in `FITTED`. Whatever opens, must build.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from macros.content.signs import in_its_letters
from macros.content.text_rules import faults, plain_faults
from macros.content.validation import record_from
from macros.content.yaml_file import parse_yaml_file
from macros.model.advice import Section, Tip
from macros.model.asides import Enumeration, Figure
from macros.model.block import Block
from macros.model.entry import Entry, JudgedEvidence
from macros.model.entry_types import ENTRY_TYPES
from macros.model.fields import REFERS_TO, Address, AsIs, Prose
from macros.model.message import Message
from macros.model.practice import SCHOOL, TICKED, Worksheet
from macros.model.record import TAG, FieldShape, Record
from macros.model.reference import Source
from macros.model.scene import Focus, Person, PersonInSmall, ScenePart
from macros.model.sheet_fields import fields_of
from macros.model.ways_in import Door
from macros.model.worksheet_blocks import BLOCKS, Blank, Checklist
from macros.model.worksheet_drawings import Card, CardLine, Layer
from macros.model.worksheet_tables import Decision, DecisionRow, Table
from macros.worksheets.docx import add_block

ODD = (
    'Zeg "dag" onmouseover="kwaad()"',
    "=SOM(1) (ongeveer",
    "A&B &copy; &amp;copy; &lt;3 &#60;3 &para &kwaad; &amp",
    "<script>kwaad()</script>",
    "'s Ochtends <3 en > 2 </script",
    "]]> --> ?>",
    "مرحبا بكم",
    "{{ kwaad }} {% kwaad %}",
    "😀👍🏽 Łukasz Żółć, Ayşe Şahin Iğdır",  # noqa: RUF001 - a name
    "שלום 3-6 jaar",
    "*ster* _streep_ **vet**",
    "a | b || c",
    "[de toren](rol:torenwachter) en [](begrip:vreemd-glossary-1)",
    "[kwaad](javascript:kwaad())",
    "`kwaad` \\kwaad",
    "#hekje :naam: ~tilde~ ^hoed^ $1 %s %(kwaad)s",
    "1984. Dat jaar",
    "Étage – „binnen” ‘half’ … ½÷",
    "(begrip:eb) ]( tip:x )",
    "Ouderbetrokkenheidsbevorderingscommissievoorzitterschapsverkiezingsreglement" * 2,
    "!!! ??? === :::",
    "AT&T;' onclick='kwaad()",
)
"""Beginnings of texts. Those that the check refuses in a field, are passed over there."""

SHORT = ('"&lt;', "<3 &'n", "(ło) =", "😀 ب", "%s #1", "A&B;")
"""Odd and short: what must fit in a box of a worksheet, where the check counts letters."""

SENT = ("Zeg 'dag' & &kwaad; *ster*.", "=SOM(1) > 50% #1?", "{{ kwaad }} {% kwaad %}!", "@all: A|B||C \\kwaad.")
"""Odd, and in one sms: what someone sends as it stands."""

WRITTEN = ("<3 &'", "Łš =1", "A&B;")
"""Odd, and in letters that the PDF of a worksheet knows: what someone filled in."""

PLAIN_LENGTH, PROSE_LENGTH = 300, 1200
"""How long a text is where the model sets no bound."""

EACH = 4
"""How many entries of each type: so many different beginnings meet each field."""

SAMPLES: Mapping[str, str] = {
    r"^\d+([-–]\d+)?$": "14–15",
    r"^(never|[0-9]{4}-[0-9]{2}-[0-9]{2})$": "2020-02-29",
    r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$": "info@haven-huis.be",
    r"^\+?[0-9][0-9 ()/.-]+$": "+32 (0)2/210.63-90",
    r"^[a-z]+(-[a-z]+)*$": "key",
}
"""By the pattern of a field, something odd that fits it."""

URL = "https://www.eiland-huis.be/~pad/%C3%A9?a=1&copy=2;b=(x)#deel-é"

Fields = dict[str, Any]


def odd_files() -> dict[str, str]:
    """The YAML of every odd entry, by its file below content/."""
    maker = Maker()
    return {
        f"{entry_type.collection}/{odd_id(entry_type.collection, at)}.yml": yaml.safe_dump(
            fields, allow_unicode=True, sort_keys=False
        )
        for entry_type in ENTRY_TYPES
        for at, fields in enumerate(maker.entries(entry_type))
    }


def odd_id(collection: str, at: int) -> str:
    return f"vreemd-{collection}-{at % EACH}"


ODD_SITE: Mapping[str, str] = {
    "name": """Bos" onmouseover="kwaad()' & &copy; <3 &kwaad;""",
    "tagline": """Een zin" onmouseover="kwaad()' & &copy; &kwaad; <3 (met Łş, مرحبا en 😀)""",
    "address": "https://vuurtorenschool.example/~gids/(een)/",
    "edit_address": "https://vuurtorenschool.example/bewerk/{path}?tak=a&copy=2",
}
"""A site.yml that the check lets through."""


def unfilled() -> list[str]:
    """The fields that no odd entry has."""
    maker, missing = Maker(), []
    for entry_type in ENTRY_TYPES:
        filled = {name for fields in maker.entries(entry_type) for name in fields}
        missing += [f"{entry_type.__name__}.{name}" for name in entry_type.shapes if name not in {*filled, "id"}]
    return missing


class Maker:
    """Makes values of fields; every text is another one, because titles and words may stand once."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self.turns = itertools.count()
        self.at = 0

    def entries(self, entry_type: type[Entry]) -> Iterator[Fields]:
        """The fields of some entries of one type. Each names the next ones of others, and of its own type."""
        for self.at in range(EACH):
            yield self.record(entry_type)

    def record(self, record_type: type[Record]) -> Fields:
        """Every field of a record, filled."""
        schema = record_type.model_json_schema()
        made = {
            name: self._value(_resolved(schema["properties"][name], schema), shape, schema, record_type)
            for name, shape in record_type.shapes.items()
            if not (name == "id" and issubclass(record_type, Entry | Block))
        }
        for fitted, fit in FITTED.items():
            if issubclass(record_type, fitted):
                fit(self, made)
        return {name: value for name, value in made.items() if value is not None}

    def short(self) -> str:
        """A text for a box of a worksheet."""
        number = next(self._numbers)
        return f"{SHORT[number % len(SHORT)]} {number}"

    def _value(self, schema: Fields, shape: FieldShape, whole: Fields, of: type[Record]) -> Any:
        """One value, as long and as odd as its schema allows."""
        if REFERS_TO in schema:
            return odd_id(schema[REFERS_TO][self.at % len(schema[REFERS_TO])], self.at + 1)
        if "enum" in schema:
            return schema["enum"][self.at % len(schema["enum"])]
        if "const" in schema:
            return schema["const"]
        if "oneOf" in schema:
            raise NotImplementedError("records of several types stand in a list")
        if schema["type"] == "array":
            return self._list(schema, shape, whole, of)
        if schema["type"] == "object":
            if shape.named:
                return {}  # Its names are known by what stands beside it: see `FITTED`.
            return self.record(next(record for record in shape.records if record.__name__ == schema["title"]))
        if schema["type"] == "integer":
            return schema.get("maximum", 3)
        if schema["type"] == "boolean":
            return "yes" if self.at % 2 else "no"
        return self._text(schema, shape, short=issubclass(of, Block | Card | DecisionRow | Layer))

    def _list(self, schema: Fields, shape: FieldShape, whole: Fields, of: type[Record]) -> list[Any]:
        item = _resolved(schema["items"], whole)
        if "oneOf" in item:
            return [self.record(record) for record in shape.records]
        if "enum" in item:
            return list(item["enum"])[: schema.get("maxItems")]
        if REFERS_TO in item:
            among = item[REFERS_TO][self.at % len(item[REFERS_TO])]
            return [odd_id(among, self.at + nth) for nth in range(1, schema.get("minItems", 1) + 1)]
        count = min(schema.get("maxItems", 2), max(schema.get("minItems", 2), 4))
        return [self._value(item, shape, whole, of) for _ in range(count)]

    def _text(self, schema: Fields, shape: FieldShape, *, short: bool) -> str:
        if short and "pattern" not in schema and not isinstance(shape.mark, Address):
            return self.short()
        number = next(self._numbers)
        if "pattern" in schema:
            return SAMPLES.get(schema["pattern"]) or f"vreemd-{number}"
        if isinstance(shape.mark, Address):
            return URL
        if isinstance(shape.mark, AsIs):
            return f"{SENT[number % len(SENT)]} {number}."[: schema.get("maxLength")]
        prose = isinstance(shape.mark, Prose)
        allowed = [text for text in ODD if not faults(in_its_letters(text)) and (prose or not plain_faults(text))]
        rest = itertools.cycle(allowed)
        most = schema.get("maxLength", PROSE_LENGTH if prose else PLAIN_LENGTH)
        begins = [text[: most - 5] for text in allowed if len(text) <= most - 5 or "](" not in text]
        text = f"{begins[number % len(begins)]} {number}"
        for more in rest:
            if len(text) + len(more) + 1 > most:
                return text
            text += f" {more}"
        raise AssertionError("cycle() goes on for ever")


def _resolved(schema: Fields, whole: Fields) -> Fields:
    """The schema of a value that is there, with what it points at."""
    if "anyOf" in schema:
        schema = next(other for other in schema["anyOf"] if other.get("type") != "null")
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def _fit_entry(maker: Maker, made: Fields) -> None:
    """It is for every level, or for all but this one."""
    if made.get("levels", [])[1:]:
        made["levels"] = [[level for level in made["levels"] if level != "alle"], ["alle"]][maker.at % 2]


def _fit_tip(maker: Maker, made: Fields) -> None:
    """A second example is for a tip that knows no level."""
    if made["levels"] != ["alle"]:
        del made["secondary"]


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


def _fit_decision(maker: Maker, made: Fields) -> None:
    made["widths"] = [3] * len(made["columns"])
    for row in made["rows"]:
        row["cells"] = [*row["cells"], ""][1 - len(made["columns"]) :]


def _fit_scene_part(maker: Maker, made: Fields) -> None:
    """It stands in the field."""
    made |= {"x": 80, "y": 100, "scale": 60}


def _fit_arms(maker: Maker, made: Fields) -> None:
    made["arms"] = made["arms"][:2]


def _fit_focus(maker: Maker, made: Fields) -> None:
    made |= {"left": 20, "top": 0}


FITTED: Mapping[type[Record], Callable[[Maker, Fields], None]] = {
    Entry: _fit_entry,
    Tip: _fit_tip,
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
    Decision: _fit_decision,
    ScenePart: _fit_scene_part,
    Person: _fit_arms,
    PersonInSmall: _fit_arms,
    Focus: _fit_focus,
}
"""What the rules of the check ask of a type, beside what its fields say."""
