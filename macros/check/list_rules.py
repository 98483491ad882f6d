"""The rules for lists: an enumeration holds what it says, and no list of choices says one twice."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.problems import Problem
from macros.model.asides import Enumeration


@rule("Een lijst telt juist", "count: 4\n# en er staan drie punten")
def lists_are_complete(guide: Guide) -> Iterator[Problem]:
    """Een lijst telt zoveel punten als ze zegt."""
    for entry in guide.all(Enumeration):
        if len(entry.items) != entry.count:
            yield Problem(
                guide.files[ident(entry)].place_of(("count",)),
                f"Er horen {entry.count} punten te zijn, en er staan er {len(entry.items)}.",
                "Vul de lijst aan, of verbeter 'count'.",
            )


@rule("Niets twee keer in een lijst", "levels: [lager, lager]")
def lists_say_it_once(guide: Guide) -> Iterator[Problem]:
    """In een lijst van keuzes staat niets twee keer."""
    for entry in guide:
        for name, shape in entry.shapes.items():
            value = getattr(entry, name)
            if not shape.many or len(value) < 2 or not shape.choices or shape.records:
                continue
            for at, one in enumerate(value):
                if one in value[:at]:
                    place = guide.files[ident(entry)].place_of((name, at))
                    yield Problem(place, f"'{one}' staat hier twee keer.", "Schrap er een.")


LIST_RULES = (lists_are_complete, lists_say_it_once)
