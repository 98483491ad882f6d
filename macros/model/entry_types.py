"""Every type of entry, in the order of the menu. To add one: a class in `advice`, `practice` or `reference`, a line here, a template, a folder."""

from __future__ import annotations

from typing import get_args

from macros.model.advice import Box, Enumeration, Figure, Journey, Key, Recommendation, Section, Situation, Tip
from macros.model.entry import Entry
from macros.model.fields import HomeId
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
BY_COLLECTION: dict[str, type[Entry]] = {one.collection: one for one in ENTRY_TYPES}
BY_NOUN: dict[str, type[Entry]] = {one.noun: one for one in ENTRY_TYPES}
HOMES: tuple[type[Entry], ...] = tuple(one for one in ENTRY_TYPES if one.collection in get_args(HomeId)[1].collections)
"""The types whose entries tips, boxes, lists and figures can live with."""
