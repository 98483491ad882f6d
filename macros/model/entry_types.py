"""Every type of entry, in editorial order.

To add one: a class in `advice`, `asides`, `message`, `practice`, `reference` or `ways_in`, a line here, a template in
macros/pages/templates/ when its entries have a page, a folder in content/.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.model.advice import Journey, Key, Recommendation, Section, Tip
from macros.model.asides import Box, Enumeration, Figure
from macros.model.entry import Entry
from macros.model.fields import HOME_COLLECTIONS
from macros.model.message import Message, SchoolLetter
from macros.model.practice import Case, Method, Worksheet
from macros.model.reference import Partner, Resource, Role, Source, Term
from macros.model.situation import Situation
from macros.model.ways_in import Door, SchoolMoment

_TOLD = ("collection", "noun", "letter", "emblem", "heading", "shelf")
"""What every type says of its entries."""


def refuse_unsound(entry_types: Iterable[type[Entry]]) -> None:
    """Refuse a type that leaves out what the house asks of it, or takes another's word. Raises a TypeError."""
    taken: dict[tuple[str, str], str] = {}
    for entry_type in entry_types:
        name = entry_type.__name__
        missing = [told for told in _TOLD if not hasattr(entry_type, told)]
        if missing:
            raise TypeError(f"{name} does not say its {', '.join(missing)}; macros/model/entry.py says what that is.")
        for told in ("collection", "noun"):
            word = getattr(entry_type, told)
            other = taken.setdefault((told, word), name)
            if other != name:
                raise TypeError(f"{name} has the {told} '{word}', which {other} has already.")
        if entry_type.facets and not all(entry_type.counted):
            raise TypeError(f"{name} has facets, so it must say the words for its count in `counted`.")


ENTRY_TYPES: tuple[type[Entry], ...] = (
    Situation,
    Recommendation,
    Journey,
    Section,
    Key,
    Tip,
    Method,
    Worksheet,
    Message,
    SchoolLetter,
    Case,
    SchoolMoment,
    Door,
    Box,
    Enumeration,
    Figure,
    Partner,
    Role,
    Resource,
    Term,
    Source,
)
refuse_unsound(ENTRY_TYPES)
BY_COLLECTION: Mapping[str, type[Entry]] = {entry_type.collection: entry_type for entry_type in ENTRY_TYPES}
BY_NOUN: Mapping[str, type[Entry]] = {entry_type.noun: entry_type for entry_type in ENTRY_TYPES}

HOMES: tuple[type[Entry], ...] = tuple(
    entry_type for entry_type in ENTRY_TYPES if entry_type.collection in HOME_COLLECTIONS
)
"""The types whose entries tips, boxes, lists and figures can live with."""
