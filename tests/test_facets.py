"""By what an overview narrows: worked out from the entries of the tiny guide, never listed by hand."""

from __future__ import annotations

import gzip

import pytest
from places import asset

from macros.content.guide import Guide
from macros.model.advice import Tip
from macros.model.entry import Entry, Facet
from macros.model.entry_types import ENTRY_TYPES
from macros.model.practice import Method
from macros.model.reference import Partner, Resource
from macros.model.slugs import slug_of
from macros.pages.facets import grouped, narrowing
from macros.publish.joined_assets import lean


def choices(guide: Guide, kind: type[Entry]) -> dict[str, list[tuple[str, int]]]:
    """By what an overview narrows: for each choice its options, with how many answer to it."""
    return {
        choice.facet.name: [(option.slug, option.count) for option in choice.options]
        for choice in narrowing(guide, kind).choices
    }


def test_options_come_in_the_order_of_the_model_with_their_count(tiny: Guide) -> None:
    """An option that no entry has is left out."""
    assert choices(tiny, Method)["waarvoor"] == [
        ("visie-en-team", 1),
        ("kennismaken-en-praten", 1),
        ("thuis-leren", 1),
        ("ouders-onder-elkaar", 2),
    ]


def test_a_field_that_is_filled_or_empty_can_be_an_option(tiny: Guide) -> None:
    """With a sheet, without material: nothing to fill in for an editor."""
    assert choices(tiny, Method)["werkblad"] == [("met-werkblad", 2)]
    assert choices(tiny, Method)["materiaal"] == [("zonder-materiaal", 1)]


def test_a_section_counts_for_its_recommendation(tiny: Guide) -> None:
    """Whoever chooses a recommendation finds what belongs with any of its parts."""
    assert choices(tiny, Resource)["aanbeveling"] == [("a1", 1)]


def test_who_works_everywhere_is_found_under_each_place(tiny: Guide) -> None:
    """The coastguard is in many towns and the flag interpreter everywhere.

    So both are also in Ghent, beside the harbour house.
    """
    assert choices(tiny, Partner)["streek"] == [
        ("brussel", 2),
        ("antwerpen", 2),
        ("gent", 3),
        ("aalst", 2),
        ("leuven", 2),
        ("vlaanderen", 1),
        ("lokaal", 1),
        ("elders", 1),
    ]


def test_each_entry_carries_its_options_and_search_words(tiny: Guide) -> None:
    """What the browser reads."""
    marks = narrowing(tiny, Method).marks["strandwandeling"]
    assert marks.facets == "waarvoor=ouders-onder-elkaar materiaal=zonder-materiaal"
    assert narrowing(tiny, Method).marks["lantaarngesprek"].words == "lamp avond"


def test_each_entry_stands_under_one_heading(tiny: Guide) -> None:
    """The first option that it names; the rest is for whoever narrows."""
    assert [(head and head.slug, [one.id for one in found]) for head, found in grouped(tiny, Method)] == [
        ("visie-en-team", ["kaartlezen"]),
        ("kennismaken-en-praten", ["lantaarngesprek"]),
        ("thuis-leren", ["boekenboot"]),
        ("ouders-onder-elkaar", ["strandwandeling"]),
    ]


def test_a_kind_without_facets_is_one_list(tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there is nothing to narrow and no heading."""
    monkeypatch.setattr(Method, "facets", ())
    assert narrowing(tiny, Method).choices == ()
    assert [(head, len(found)) for head, found in grouped(tiny, Method)] == [(None, 4)]


def test_a_facet_may_look_into_a_record(tiny: Guide) -> None:
    """What a tip rests on stands in its evidence; a record that is not filled in gives no option."""
    assert ("practice", len([tip for tip in tiny.all(Tip) if tip.evidence.kind == "practice"])) in choices(tiny, Tip)[
        "bewijs"
    ]


def test_what_lives_in_several_kinds_of_places_is_chosen_by_place(tiny: Guide) -> None:
    """Recommendations first, as everywhere, then the others; each with what lives in its parts."""
    places = [slug for slug, _ in choices(tiny, Tip)["onderwerp"]]
    kinds = [next(kind for kind in ENTRY_TYPES if tiny.find(kind.collection, slug)) for slug in places]
    assert sum(count for _, count in choices(tiny, Tip)["onderwerp"]) == len(tiny.all(Tip))
    assert kinds == sorted(kinds, key=ENTRY_TYPES.index)


def test_a_facet_on_a_field_that_is_not_there_says_so(tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip of the pen in the model is told where it is made."""
    monkeypatch.setattr(Method, "facets", (Facet("doel", "Doel", "purpose"),))
    with pytest.raises(ValueError, match="purposes"):
        narrowing(tiny, Method)


def test_a_word_in_an_address_has_no_accents() -> None:
    """Café becomes cafe."""
    assert slug_of("Café & thee") == "cafe-thee"


def test_the_script_stays_small() -> None:
    """A phone on a bad line fetches it along with the page."""
    assert len(gzip.compress(lean(asset("filter.js").read_text(encoding="utf-8"), "filter.js").encode())) <= 2700
