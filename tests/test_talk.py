"""Words of ours: they say that they are ours, and what they name is named in passing."""

from __future__ import annotations

import re

import pytest

from macros.content.guide import Guide
from macros.model.advice import Key, Tip
from macros.model.practice import Worksheet
from macros.model.situation import Situation
from macros.pages.entry_pages import key, situation
from macros.pages.prose_macros import tip
from macros.pages.render import Renderer
from macros.publish.catalogue import relations
from macros.publish.search_data import search_records


@pytest.fixture(scope="module")
def worry(tiny: Guide) -> Situation:
    """A situation with a talk."""
    return tiny.get(Situation, "niemand-komt-aan-wal")


def test_who_learns_from_a_talk_and_whom_it_is_with(worry: Situation) -> None:
    """Who practises comes first among the roles; the other is whoever says the most of those who do not work there."""
    assert worry.dialogue
    assert worry.dialogue.roles == ("leerkracht", "ouder", "leerling")
    assert worry.dialogue.other == "ouder"


def test_a_tip_in_a_talk_is_named_in_passing(tiny: Guide, worry: Situation) -> None:
    """It is no first step, and what uses the data does not hear of it; the tip says where it comes back."""
    bell = tiny.get(Tip, "bel-bij-mist")

    assert bell not in tiny.references_from(worry, Tip)
    assert "t/bel-bij-mist/" not in relations(tiny, worry)
    assert worry not in tiny.backlinks(bell) and worry in tiny.text_backlinks(bell)


def test_the_sheet_of_a_meeting_is_named_in_passing(tiny: Guide) -> None:
    """A key is not tied to every sheet that a team could lay on the table."""
    sheet, wave = tiny.get(Worksheet, "botenblad"), tiny.get(Key, "s01")

    assert sheet not in tiny.references_from(wave, Worksheet)
    assert wave in tiny.text_backlinks(sheet)


def test_made_up_words_are_not_searched(tiny: Guide) -> None:
    """Who looks for coffee does not land on a talk in which someone offers some."""
    texts = {record.id: record.text for record in search_records(tiny) if record.id}

    assert "koffie" not in texts["niemand-komt-aan-wal"]
    assert "Tel geen boten" not in texts["s01"]


def test_each_piece_of_ours_says_so(tiny: Guide) -> None:
    """On the closed row, and again where it is read, with a link to what that means."""
    page = Renderer(tiny).markdown
    for piece in (page(situation(tiny, "niemand-komt-aan-wal")), page(key(tiny, "s01"))):
        _, _, inside = piece.partition('data-alone=""')
        row, _, opened = inside.partition("</summary>")
        assert "Voorbeeld van ons" in row
        assert "Voorbeeld van ons" in opened and "(/over/index.md#van-ons)" in opened


def test_an_example_for_secundair_says_that_nobody_tried_it(tiny: Guide) -> None:
    """Right below it, in the same box."""
    said = Renderer(tiny).markdown(tip(tiny, "bel-bij-mist"))
    box = re.search(r'<div class="tip__example tip__example--secondary" markdown>(.*?)</div>', said, re.DOTALL)

    assert box and "stuurman" in box[1] and "Onze vertaling, daar niet getest." in box[1]


def test_a_tip_on_the_page_is_led_to_where_it_stands(tiny: Guide) -> None:
    """Not to its home: the reader has it in front of them."""
    said = Renderer(tiny).markdown(situation(tiny, "niemand-komt-aan-wal"))

    assert "[Zet soep op de kade](#tip-soep-op-de-kade-elders)" in said


def test_nothing_is_shown_of_what_is_not_there(tiny: Guide) -> None:
    """A situation without a talk, a meeting without a sheet."""
    page = Renderer(tiny).markdown

    assert "Zo kan het klinken" not in page(situation(tiny, "te-veel-meeuwen"))
    assert "Leg dit blad" in page(key(tiny, "s01")) and "data-alone" not in page(key(tiny, "s02"))
