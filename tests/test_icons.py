"""An icon stands for a group: what belongs together shares it, and a list can be told apart at a glance."""

from __future__ import annotations

from itertools import combinations

import pytest

from macros.content.guide import Guide
from macros.model.advice import Key, Recommendation, Section, Tip
from macros.model.entry import Entry, Facet
from macros.model.entry_types import ENTRY_TYPES
from macros.model.practice import Method
from macros.pages.facets import grouped
from macros.site.icons import FOLDER, known_icons, sign_of

SHARED = [(entry_type, facet) for entry_type in ENTRY_TYPES for facet in entry_type.facets if facet.icons]


def test_a_tip_has_the_icon_of_where_it_lives(tiny: Guide) -> None:
    """Of a key its own; a part of a recommendation that has none, has that of its home."""
    tips = {tip.id: tip for tip in tiny.all(Tip)}
    for tip in tips.values():
        home = tiny.home_of(tip)
        assert home and sign_of(tiny, tip) == sign_of(tiny, home)
    for key in tiny.all(Key):
        assert sign_of(tiny, key) == key.icon
    for section in tiny.all(Section):
        home = tiny.home_of(section)
        assert home and sign_of(tiny, section) == (section.icon or sign_of(tiny, home))


def test_what_has_no_icon_has_that_of_its_type(tiny: Guide) -> None:
    """A method under no heading is a method."""
    method = tiny.all(Method)[0].model_copy(update={"purposes": ()})
    assert sign_of(tiny, method) == Method.emblem
    assert sign_of(tiny, tiny.all(Recommendation)[0]) != Recommendation.emblem


def test_every_type_has_an_icon() -> None:
    """One that was drawn."""
    assert {entry_type.emblem for entry_type in ENTRY_TYPES} <= known_icons()


@pytest.mark.parametrize("entry_type, facet", SHARED, ids=lambda one: getattr(one, "noun", ""))
def test_every_heading_has_an_icon_of_its_own(entry_type: type[Entry], facet: Facet, tiny: Guide) -> None:
    """And its entries have it too."""
    choices = entry_type.shapes[facet.of].choices

    assert set(choices) <= facet.icons.keys()
    assert set(facet.icons.values()) <= known_icons()
    assert len({facet.icons[choice] for choice in choices}) == len(choices)
    for heading, entries in grouped(tiny, entry_type):
        assert {entry.sign for entry in entries} == {heading.icon if heading else entry_type.emblem}


def test_no_two_icons_are_drawn_alike() -> None:
    """Nor does any hold a colour or a script: one line, in the colour of the words beside it."""
    drawings = {name: (FOLDER / f"{name}.svg").read_text(encoding="utf-8") for name in known_icons()}

    assert [pair for pair in combinations(sorted(drawings), 2) if drawings[pair[0]] == drawings[pair[1]]] == []
    begin = drawings["key"].partition(">")[0]
    assert [name for name, svg in drawings.items() if svg.partition(">")[0] != begin] == []
