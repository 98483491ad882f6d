"""What still has to be written: fields that `make new` left open. It warns, because the rest of the file is sound."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.once_a_file import once_a_file
from macros.content.problems import Problem
from macros.content.validation import marked_texts
from macros.content.yaml_file import Loc
from macros.model.entry import Entry

OPEN = "NOG IN TE VULLEN"
"""How a text begins that is yet to be written: in capitals, as no editor writes a text that is meant to stay."""


@rule("Niets blijft open", 'what: "NOG IN TE VULLEN: Wat je doet."')
def nothing_is_left_open(guide: Guide) -> Iterator[Problem]:
    """Een veld dat `make new` openliet, is intussen ingevuld."""
    for entry in guide:
        file = guide.files[ident(entry)]
        for field, loc in once_a_file(file, _open, partial(_open, entry)):
            yield Problem(
                file.place_of(loc),
                f"'{field}' is nog niet ingevuld.",
                "Schrijf hier wat er hoort, of schrap het veld als het niet nodig is.",
            )


def _open(entry: Entry) -> list[tuple[str, Loc]]:
    """The fields of an entry that were left open, each with the path to it."""
    return [(field, loc) for field, loc, _, text in marked_texts(entry, bare=True) if text.startswith(OPEN)]
