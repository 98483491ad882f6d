"""Sentences are counted as someone who reads aloud would."""

from __future__ import annotations

import pytest

from macros.content.sentences import sentences


@pytest.mark.parametrize(
    "text, parted",
    [
        ("Zwaai. Wacht.", ["Zwaai.", "Wacht."]),
        ("Zwaai\nnaar de\nboot!", ["Zwaai naar de boot!"]),
        ("„Is er soep? Ik heb honger.”", ["„Is er soep?", "Ik heb honger.”"]),
        ("„Is er soep?” vraagt Mira. Ze lacht.", ["„Is er soep?” vraagt Mira.", "Ze lacht."]),
        ("Zeg „vaar wel”. „Dag!” Zwaai.", ["Zeg „vaar wel”.", "„Dag!”", "Zwaai."]),
        ("'s Morgens is het eb. 's Avonds is het vloed.", ["'s Morgens is het eb.", "'s Avonds is het vloed."]),
        ("Om 16.30 uur, aan steiger 2B. Kom je?", ["Om 16.30 uur, aan steiger 2B.", "Kom je?"]),
        ("Zie blz. 14 en nr. 5, o.a. Gent, van J. Peeters.", ["Zie blz. 14 en nr. 5, o.a. Gent, van J. Peeters."]),
        ("Dat was in 1984. Toen kwam de bel.", ["Dat was in 1984.", "Toen kwam de bel."]),
        ("Wacht … tot het vloed is.", ["Wacht … tot het vloed is."]),
        ("Lees [Wie? En waar?](tip:bel-bij-mist) eerst.", ["Lees Wie?", "En waar? eerst."]),
        ("Neem mee:\n\n- soep\n- een vlag. Of twee.", ["Neem mee:", "soep", "een vlag.", "Of twee."]),
        ("1. Luid de bel\n2. Wacht", ["Luid de bel", "Wacht"]),
        (" ", []),
    ],
)
def test_a_text_is_parted_into_sentences(text: str, parted: list[str]) -> None:
    """Quotations, abbreviations, times, links and lists are read for what they are."""
    assert sentences(text) == parted
