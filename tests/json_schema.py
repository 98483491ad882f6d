"""Holds a JSON value against its schema: as much of JSON Schema as our own schemas use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "null": type(None),
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
SAID = {"$schema", "$defs", "title", "description", "default", "format", "discriminator", "enumDescriptions"}
"""What a schema says to people and programs, and does not ask."""

ASKED = {
    "$ref", "anyOf", "oneOf", "type", "const", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum",
    "required", "properties", "additionalProperties", "minProperties", "items", "minItems", "maxItems",
}  # fmt: skip


def faults(schema: Schema, value: Any, way: str = "$", root: Schema | None = None) -> Iterator[str]:
    """Everything in a value that its schema refuses. A schema that asks what we cannot check, is a fault itself.

    root: the schema that holds the $defs, when it is another.
    """
    root = schema if root is None else root
    if unknown := schema.keys() - SAID - ASKED:
        yield f"{way}: the schema uses {', '.join(sorted(unknown))}, which this test does not know"
    if "$ref" in schema:
        yield from faults(referred(schema, root), value, way, root)
    yield from _own_faults(schema, value, way)
    for keyword, most in (("anyOf", len(schema.get("anyOf", ()))), ("oneOf", 1)):
        fitting = [part for part in schema.get(keyword, ()) if not any(faults(part, value, way, root))]
        if keyword in schema and not 1 <= len(fitting) <= most:
            yield f"{way}: {value!r} fits {len(fitting)} of {keyword}"
    if isinstance(value, dict):
        yield from _faults_in_fields(schema, value, way, root)
    if isinstance(value, list) and "items" in schema:
        for at, one in enumerate(value):
            yield from faults(schema["items"], one, f"{way}[{at}]", root)


def _faults_in_fields(schema: Schema, value: dict[str, Any], way: str, root: Schema) -> Iterator[str]:
    fields, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    for name, one in value.items():
        if name in fields:
            yield from faults(fields[name], one, f"{way}.{name}", root)
        elif others is False:
            yield f"{way}: {name} is unknown"
        elif isinstance(others, dict):
            yield from faults(others, one, f"{way}.{name}", root)


def referred(schema: Schema, root: Schema) -> Schema:
    """The schema in $defs that one refers to."""
    found: Schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return found


def is_a(value: Any, kind: str) -> bool:
    """Whether a value is of a type by JSON's name. To JSON, true is no number."""
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _own_faults(schema: Schema, value: Any, way: str) -> Iterator[str]:
    """What a schema refuses of a value itself, whatever its parts are."""
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not any(is_a(value, one) for one in wanted):
        yield f"{way}: {value!r} is no {' or '.join(wanted)}"
    allowed = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if allowed is not None and not any(one == value and type(one) is type(value) for one in allowed):
        yield f"{way}: {value!r} is none of {allowed}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{way}: {value!r} does not fit {schema['pattern']}"
    if isinstance(value, dict):
        yield from (f"{way}: {name} is missing" for name in schema.get("required", ()) if name not in value)
    least, most, size = _bounds(value)
    if size is not None and not schema.get(least, size) <= size <= schema.get(most, size):
        yield f"{way}: {value!r} is too little or too much"


def _bounds(value: Any) -> tuple[str, str, float | None]:
    """The keywords that say how little and how much of a value there may be, and how much there is."""
    if isinstance(value, str):
        return "minLength", "maxLength", len(value)
    if isinstance(value, list):
        return "minItems", "maxItems", len(value)
    if isinstance(value, dict):
        return "minProperties", "maxProperties", len(value)
    return "minimum", "maximum", value if is_a(value, "number") else None
