"""A type of entry that cannot work is refused at once, in a sentence for whoever wrote it."""

from __future__ import annotations

from typing import Any

import pytest

from macros.model.entry import Entry, Facet
from macros.model.entry_types import ENTRY_TYPES, refuse_unsound

WHOLE = {
    "collection": "gadgets",
    "noun": "hulpstuk",
    "letter": "g",
    "emblem": "resource",
    "heading": "Hulpstukken",
    "shelf": "hulpstukken",
}


def gadget(told: dict[str, Any]) -> type[Entry]:
    """A type of entry that says this of itself."""
    return type("Gadget", (Entry,), {"__module__": __name__, "__doc__": "A thing that helps.", **told})


def test_a_whole_type_is_welcome() -> None:
    """It says what every type says, and nothing that another says already."""
    refuse_unsound((*ENTRY_TYPES, gadget(WHOLE)))


@pytest.mark.parametrize("left_out", WHOLE)
def test_a_type_says_what_every_type_says(left_out: str) -> None:
    """Whatever it leaves out, is named."""
    told = {name: word for name, word in WHOLE.items() if name != left_out}

    with pytest.raises(TypeError, match=rf"^Gadget does not say its {left_out};"):
        refuse_unsound((*ENTRY_TYPES, gadget(told)))


@pytest.mark.parametrize("told, word", [("collection", "tips"), ("noun", "tip")])
def test_a_type_does_not_take_the_word_of_another(told: str, word: str) -> None:
    """A folder and a noun lead to one type."""
    with pytest.raises(TypeError, match=rf"^Gadget has the {told} '{word}', which Tip has already"):
        refuse_unsound((*ENTRY_TYPES, gadget({**WHOLE, told: word})))


def test_a_type_with_facets_can_be_counted() -> None:
    """The filter says how many it shows, in words."""
    told = {**WHOLE, "facets": (Facet("niveau", "Niveau", "levels"),)}

    with pytest.raises(TypeError, match=r"^Gadget has facets"):
        refuse_unsound((*ENTRY_TYPES, gadget(told)))
    refuse_unsound((*ENTRY_TYPES, gadget({**told, "counted": ("hulpstuk", "hulpstukken")})))
