"""Documents that fit a JSON Schema, and what someone who errs makes of them; drawn by hypothesis."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from json_schema import Schema, referred

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789éèëï „”-,.!?"
PATTERNED = {
    r"^\d+([-–]\d+)?$": ("14", "14-15", 3),
    r"^(never|[0-9]{4}-[0-9]{2}-[0-9]{2})$": ("never", "2026-11-22"),
    r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$": ("info@school.be",),
    r"^\+?[0-9][0-9 ()/.-]+$": ("02 210 63 90", "+32 2 210"),
    r"^[a-z]+(-[a-z]+)*$": ("boot", "zo-iets"),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("a1", "zo-iets", "3"),
    r"^[\w.-]+(/[\w.-]+)+$": ("school/gids",),
    r"^[\w./-]+$": ("main", "een/tak"),
    r"^https?://[^\s\"'<>{}?#&]+/$": ("https://school.be/",),
    r"^https?://[^\s\"'<>{}]+\{path\}[^\s\"'<>{}]*$": ("https://school.be/{path}",),
}
"""For patterns that a field can have, what fits them. What fits another is drawn from our letters."""

WRONG: tuple[Any, ...] = (
    "!",
    "zo iets heel anders dat nergens past " * 9,
    -1,
    12345678,
    True,
    None,
    [],
    {},
    ["a", "b"],
    {"a": "b"},
)
"""What someone writes where something else belongs."""


def documents(schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
    """Documents that fit a schema."""
    return _value(schema, schema)


def _value(schema: Schema, root: Schema) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return st.deferred(lambda: _value(referred(schema, root), root))
    several = schema.get("anyOf") or schema.get("oneOf")
    if several:
        return st.one_of([_value(part, root) for part in several])
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]]) if schema.get("enum") != [] else st.nothing()
    kind = schema.get("type", "string")
    if kind == "object":
        return _fields(schema, root)
    if kind == "array":
        least = schema.get("minItems", 0)
        most = min(schema.get("maxItems", least + 2), least + 2)
        return st.lists(_value(schema["items"], root), min_size=least, max_size=most)
    if kind == "null":
        return st.none()
    if kind == "integer":
        return st.integers(schema.get("minimum", 0), schema.get("maximum", 10_000))
    if "pattern" in schema:
        known = PATTERNED.get(schema["pattern"])
        return st.sampled_from(known) if known else st.from_regex(schema["pattern"], fullmatch=True, alphabet=LETTERS)
    least, most = schema.get("minLength", 1), schema.get("maxLength", 10_000)
    words = st.text(LETTERS, min_size=least, max_size=min(most, least + 12)).map(str.strip)
    return words.filter(lambda text: len(text) >= least)


def _fields(schema: Schema, root: Schema) -> st.SearchStrategy[dict[str, Any]]:
    fields, others = schema.get("properties", {}), schema.get("additionalProperties")
    if not fields and isinstance(others, dict):
        return st.dictionaries(st.sampled_from(["a_1", "b_r1k1"]), _value(others, root), min_size=1)
    needed = set(schema.get("required", ()))
    drawn = {name: _value(part, root) for name, part in fields.items()}
    may = {name: one for name, one in drawn.items() if name not in needed and not one.is_empty}
    return st.fixed_dictionaries({name: drawn[name] for name in drawn if name in needed}, optional=may)


@st.composite
def mistaken(draw: st.DrawFn, right: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    """A document with one mistake: a field gone, a field that no one knows, something else in the place of a value."""
    document = copy.deepcopy(draw(right.filter(bool)))
    holder, key = draw(st.sampled_from(list(_spots(document))))
    match draw(st.sampled_from(["gone", "unknown", "wrong", "longer"])):
        case "gone":
            del holder[key]
        case "unknown":
            (holder if isinstance(holder, dict) else document)["zomaar"] = "iets"
        case "longer" if isinstance(holder[key], list) and holder[key]:
            holder[key] = holder[key] * 12
        case _:
            holder[key] = copy.deepcopy(draw(st.sampled_from(WRONG)))
    return document


def _spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every value in a document: what holds it, and its name or number there."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(part, dict | list):
            yield from _spots(part)
