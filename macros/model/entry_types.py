"""Every type of entry, in the order of the menu.

To add one: a class in `advice`, `practice` or `reference`, a line here, a template, a folder.
"""

from __future__ import annotations

from collections.abc import Mapping

from macros.model.advice import Box, Enumeration, Figure, Journey, Key, Recommendation, Section, Situation, Tip
from macros.model.entry import Entry
from macros.model.fields import HOME_COLLECTIONS
from macros.model.practice import Case, Method, Worksheet
from macros.model.reference import Partner, Resource, Role, Source, Term

ENTRY_TYPES: tuple[type[Entry], ...] = (
    Situation,
    Recommendation,
    Journey,
    Section,
    Key,
    Tip,
    Method,
    Worksheet,
    Case,
    Box,
    Enumeration,
    Figure,
    Partner,
    Role,
    Resource,
    Term,
    Source,
)
BY_COLLECTION: Mapping[str, type[Entry]] = {entry_type.collection: entry_type for entry_type in ENTRY_TYPES}
BY_NOUN: Mapping[str, type[Entry]] = {entry_type.noun: entry_type for entry_type in ENTRY_TYPES}

HOMES: tuple[type[Entry], ...] = tuple(
    entry_type for entry_type in ENTRY_TYPES if entry_type.collection in HOME_COLLECTIONS
)
"""The types whose entries tips, boxes, lists and figures can live with."""
