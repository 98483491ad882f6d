"""How much a field takes: what the model says of a value, beside what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.model.record import Record

Schema = dict[str, Any]


@dataclass(frozen=True)
class Limits:
    """longest: the most signs of a text. fewest, most: points of a list. least: of a number. pattern: what it fits."""

    longest: int | None = None
    fewest: int = 0
    most: int | None = None
    least: int | None = None
    pattern: str = ""


def limits_of(record_type: type[Record], name: str) -> Limits:
    """The limits of a field."""
    whole = record_type.model_json_schema()
    schema = _resolved(whole["properties"][name], whole)
    item = _resolved(schema.get("items", {}), whole)
    return Limits(
        schema.get("maxLength", item.get("maxLength")),
        schema.get("minItems", 0),
        schema.get("maxItems"),
        schema.get("minimum"),
        str(schema.get("pattern", item.get("pattern", ""))),
    )


def _resolved(schema: Schema, whole: Schema) -> Schema:
    """The schema of a value that is there, with what it points at."""
    if "anyOf" in schema:
        schema = next(other for other in schema["anyOf"] if other.get("type") != "null")
    if "$ref" in schema:
        schema = {**whole["$defs"][schema["$ref"].rpartition("/")[2]], **schema}
    return schema
