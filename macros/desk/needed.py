"""Which fields a new entry cannot do without: those of the model, and those that a rule asks for besides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros.content.guide import Guide
from macros.content.yaml_file import YamlValue
from macros.model.advice import Section, Tip
from macros.model.asides import Enumeration, Figure
from macros.model.entry import Entry
from macros.model.reference import Term
from macros.model.ways_in import Door

Values = Mapping[str, YamlValue]
Asks = Callable[[Guide, Values], tuple[str, ...]]


def needed(guide: Guide, kind: type[Entry], values: Values) -> list[str]:
    """The fields that an entry with these values so far cannot do without, in the order of the model."""
    asked = {name for name, shape in kind.shapes.items() if shape.required and name != "id"}
    asked |= set(_ALSO[kind](guide, values) if kind in _ALSO else ())
    asked -= set(_COUNTED.get(kind, ()))
    # What others depend on, comes first.
    first = ("title", "home", "kind")
    return sorted((name for name in kind.shapes if name in asked), key=lambda name: name not in first)


def counted(kind: type[Entry], values: dict[str, YamlValue]) -> None:
    """Fill in what nobody needs to count."""
    items = values.get("items")
    if kind is Enumeration and isinstance(items, list):
        values.setdefault("count", str(len(items)))


def _of_tip(_: Guide, values: Values) -> tuple[str, ...]:
    return ("summary", "why", "example") if values.get("kind") == "core" else ()


def _of_section(guide: Guide, values: Values) -> tuple[str, ...]:
    """A part of a part is a chapter, and has no address."""
    home = guide.find("sections", str(values.get("home")))
    return () if home else ("address",)


def _of_figure(_: Guide, values: Values) -> tuple[str, ...]:
    return () if "layers" in values else ("columns",)


def _of_term(_: Guide, values: Values) -> tuple[str, ...]:
    return () if values.get("general") == "yes" else ("sources",)


def _of_door(_: Guide, values: Values) -> tuple[str, ...]:
    return () if "audience" in values else ("levels",)


_ALSO: Mapping[type[Entry], Asks] = {
    Tip: _of_tip,
    Section: _of_section,
    Figure: _of_figure,
    Term: _of_term,
    Door: _of_door,
}
"""What the rules of the check ask of a type, beside what its fields say."""

_COUNTED: Mapping[type[Entry], tuple[str, ...]] = {Enumeration: ("count",)}

AT_LEAST: Mapping[tuple[type[Entry], str], int] = {
    (Enumeration, "items"): 2,
    (Figure, "columns"): 2,
    (Door, "levels"): 1,
}
"""As many points as a rule asks, where the model asks fewer."""
