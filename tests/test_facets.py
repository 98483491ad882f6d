"""By what an overview narrows: worked out from the entries of the tiny guide, never listed by hand."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from macros.model.entry import Facet
from macros.model.practice import Method
from macros.model.reference import Partner, Resource
from macros.open_guide import open_guide
from macros.model.slugs import slug_of
from macros.pages.facets import grouped, narrowing

HERE = Path(__file__).parent
TINY = open_guide(HERE / "tiny_guide" / "content")
REAL = open_guide(HERE.parent / "content")
NAMED_ONLY = {
    "spelvoormiddag": "werkvorm:ouderbevraging",
    "leergemeenschap": "tip:tijd-voor-professionalisering",
    "zelfscan-samenwerken": "werkvorm:beleidsplan",
    "zelfscan-taalkrachtig": "tip:team-instrument",
    "omgekeerd oudergesprek": "werkvorm:oudercontact",
    "talking point": "praktijk:talking-point",
    "welkom-in-de-klas": "werkvorm:thuis-in-taal",
    "rollenspel": "werkvorm:modelling",
    "schoolbabbel": "rol:opbouwwerker",
    "heen-en-weer": "sleutel:s05",
}
"""Ways of working that a source only names, and where the guide names them."""


def choices(guide, kind):
    return {choice.facet.name: [(option.slug, option.count) for option in choice.options] for choice in narrowing(guide, kind).choices}


def test_options_come_in_the_order_of_the_model_with_their_count():
    """An option that no entry has is left out."""
    assert choices(TINY, Method)["waarvoor"] == [("kennismaken-en-praten", 1), ("ouders-onder-elkaar", 2)]


def test_a_field_that_is_filled_or_empty_can_be_an_option():
    """With a sheet, without material: nothing to fill in for an editor."""
    assert choices(TINY, Method)["werkblad"] == [("met-werkblad", 1)]
    assert choices(TINY, Method)["materiaal"] == [("zonder-materiaal", 1)]


def test_a_section_counts_for_its_recommendation():
    """Whoever chooses a recommendation finds what belongs with any of its parts."""
    assert choices(TINY, Resource)["aanbeveling"] == [("a1", 1)]


def test_who_works_everywhere_is_found_under_each_place():
    """The coastguard is in many towns, so also in Brussels; it is not all of Flanders, nor abroad."""
    found = dict(choices(TINY, Partner)["streek"])
    assert found["brussel"] == found["gent"] == found["lokaal"] == 1
    assert "vlaanderen" not in found and "elders" not in found


def test_each_entry_carries_its_options_and_search_words():
    """What the browser reads."""
    marks = narrowing(TINY, Method).marks["strandwandeling"]
    assert marks.facets == "waarvoor=ouders-onder-elkaar materiaal=zonder-materiaal"
    assert narrowing(TINY, Method).marks["lantaarngesprek"].words == "lamp avond"


def test_each_entry_stands_under_one_heading():
    """The first option that it names; the rest is for whoever narrows."""
    assert [(head.slug, [one.id for one in found]) for head, found in grouped(TINY, Method)] == [("kennismaken-en-praten", ["lantaarngesprek"]), ("ouders-onder-elkaar", ["strandwandeling"])]


def test_a_kind_without_facets_is_one_list(monkeypatch):
    """Then there is nothing to narrow and no heading."""
    monkeypatch.setattr(Method, "facets", ())
    assert narrowing(TINY, Method).choices == ()
    assert [(head, len(found)) for head, found in grouped(TINY, Method)] == [(None, 2)]


def test_a_facet_on_a_field_that_is_not_there_says_so(monkeypatch):
    """A slip of the pen in the model is told where it is made."""
    monkeypatch.setattr(Method, "facets", (Facet("doel", "Doel", "purpose"),))
    with pytest.raises(ValueError, match="purposes"):
        narrowing(TINY, Method)


def test_a_word_in_an_address_has_no_accents():
    """Café becomes cafe."""
    assert slug_of("Café & thee") == "cafe-thee"


@pytest.mark.parametrize("kind", [Method, Partner, Resource], ids=lambda kind: kind.collection)
def test_every_entry_of_the_guide_can_be_found_by_what_it_is_for(kind):
    """Nothing falls outside the headings of its overview."""
    assert [one.id for head, found in grouped(REAL, kind) for one in found if head is None] == []


@pytest.mark.parametrize("word", NAMED_ONLY)
def test_what_a_source_only_names_is_named_where_it_belongs(word):
    """No page of its own, and not lost."""
    file = REAL.files[next(key for key in REAL.files if REAL.entry(key) is REAL.by_name(NAMED_ONLY[word]))]
    assert word in re.sub(r"\s+", " ", (HERE.parent / file.file).read_text(encoding="utf-8").lower())


def test_everyone_of_the_directory_is_here():
    """65 partners, 58 pieces of material, 77 methods."""
    assert [len(REAL.all(kind)) for kind in (Partner, Resource, Method)] == [65, 58, 77]


def test_the_script_stays_small():
    """A phone on a bad line fetches it along with the page."""
    assert len(gzip.compress((HERE.parent / "docs/assets/filter/filter.js").read_bytes())) <= 2048
