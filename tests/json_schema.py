"""Holds a JSON value against its schema: as much of JSON Schema as our own schemas use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "null": type(None),
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
KNOWN = {
    "$schema",
    "title",
    "description",
    "format",
    "type",
    "enum",
    "pattern",
    "required",
    "properties",
    "additionalProperties",
    "items",
}


def faults(schema: dict[str, Any], value: Any, way: str = "$") -> Iterator[str]:
    """Everything in a value that its schema refuses. A schema that asks what we cannot check, is a fault itself."""
    yield from _own_faults(schema, value, way)
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        for name, one in value.items():
            if name in fields:
                yield from faults(fields[name], one, f"{way}.{name}")
            elif schema.get("additionalProperties") is False:
                yield f"{way}: {name} is unknown"
    if isinstance(value, list) and "items" in schema:
        for at, one in enumerate(value):
            yield from faults(schema["items"], one, f"{way}[{at}]")


def _own_faults(schema: dict[str, Any], value: Any, way: str) -> Iterator[str]:
    """What a schema refuses of a value itself, whatever its parts are."""
    if unknown := schema.keys() - KNOWN:
        yield f"{way}: the schema uses {', '.join(sorted(unknown))}, which this test does not know"
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not any(isinstance(value, TYPES[one]) for one in wanted):
        yield f"{way}: {value!r} is no {' or '.join(wanted)}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{way}: {value!r} is none of {schema['enum']}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{way}: {value!r} does not fit {schema['pattern']}"
    if isinstance(value, dict):
        yield from (f"{way}: {name} is missing" for name in schema.get("required", ()) if name not in value)
