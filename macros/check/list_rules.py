"""The rules for lists: an enumeration holds what it says, and no list of choices says one twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.once_a_file import once_a_file
from macros.content.problems import Problem
from macros.content.yaml_file import YamlFile
from macros.model.asides import Enumeration
from macros.model.entry import Entry


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
        file = guide.files[ident(entry)]
        yield from once_a_file(file, _said_twice, partial(_said_twice, entry, file))


def _said_twice(entry: Entry, file: YamlFile) -> list[Problem]:
    return [
        Problem(file.place_of((name, at)), f"'{one}' staat hier twee keer.", "Schrap er een.")
        for name, shape in entry.shapes.items()
        if shape.many and shape.choices and not shape.records
        for at, one in enumerate(getattr(entry, name))
        if one in getattr(entry, name)[:at]
    ]


LIST_RULES = (lists_are_complete, lists_say_it_once)
