"""Every kind of entry, in the order of the menu. To add one: a class in `advice`, `practice` or `reference`, a line here, a template, a folder."""

from __future__ import annotations

from macros.advice import Box, Enumeration, Figure, Journey, Key, Recommendation, Section, Situation, Tip
from macros.kinds import Entry
from macros.practice import Case, Method, Worksheet
from macros.reference import Partner, Resource, Role, Source, Term

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
BY_COLLECTION: dict[str, type[Entry]] = {kind.collection: kind for kind in ENTRY_TYPES}
BY_NOUN: dict[str, type[Entry]] = {kind.noun: kind for kind in ENTRY_TYPES}
