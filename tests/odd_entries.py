"""Entries with the longest and the oddest texts that the check lets through, made from the model's own fields.

A new type, a new block or a new field is covered by itself: what a field holds, is read from its JSON Schema; what a
rule asks besides stands in odd_fits.py. Whatever opens, must build.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from typing import Any

import yaml
from odd_fits import FITTED
from odd_texts import EACH, ODD, PLAIN_LENGTH, PROSE_LENGTH, SAMPLES, SENT, SHORT, URL, Fields, odd_id

from macros.content.signs import in_its_letters
from macros.content.text_rules import faults, plain_faults
from macros.model.block import Block
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.fields import REFERS_TO, Address, AsIs, Prose
from macros.model.record import FieldShape, Record
from macros.model.worksheet_drawings import Card, Layer
from macros.model.worksheet_tables import DecisionRow


def odd_files() -> dict[str, str]:
    """The YAML of every odd entry, by its file below content/."""
    maker = Maker()
    return {
        f"{entry_type.collection}/{odd_id(entry_type.collection, at)}.yml": yaml.safe_dump(
            fields, allow_unicode=True, sort_keys=False, width=sys.maxsize
        )
        for entry_type in ENTRY_TYPES
        for at, fields in enumerate(maker.entries(entry_type))
    }


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
