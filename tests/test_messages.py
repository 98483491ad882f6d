"""Words to send: what one sms holds, which words parents know, and how much there is of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros.check.message_rules import an_sms_is_one_sms, messages_are_short_of_breath, parents_know_every_word
from macros.check.plain_words import school_words
from macros.content.guide import Guide
from macros.content.problems import Place
from macros.model.message import Message, SchoolLetter


def guide_with(**changed: str) -> Any:
    """As much of a guide as a rule needs, with one message."""
    texts = {"sms": "Dag!", "formal": "Dag!", "note": "Dag!", "call": "Dag!", **changed}
    message = SimpleNamespace(collection="messages", id="bericht", **texts)
    file = SimpleNamespace(
        place_of=lambda loc: Place("bericht.yml"), place_in=lambda loc, snippet: Place("bericht.yml"), worked_out={}
    )
    return SimpleNamespace(all=lambda kind: [message] if kind is Message else [], files={("messages", "bericht"): file})


@pytest.mark.parametrize("words", ["é" * 160, "€" * 80, f"{'x' * 155}[dag]"])
def test_what_one_sms_holds(words: str) -> None:
    """160 places: most signs take one, a few take two, and the brackets stand for what comes in their place."""
    assert not list(an_sms_is_one_sms(guide_with(sms=words)))
    assert list(an_sms_is_one_sms(guide_with(sms=f"{words}x")))


def test_the_form_with_u_is_one_sms_too() -> None:
    """Who is called u, has the same phone."""
    assert list(an_sms_is_one_sms(guide_with(formal="x" * 161)))
    assert list(an_sms_is_one_sms(guide_with(formal="„Dag”")))


def test_a_sign_says_what_one_types_instead() -> None:
    """A phone makes them of itself, so people do not see them."""
    said = {problem.message[11]: problem.hint for problem in an_sms_is_one_sms(guide_with(sms="“Zoë” … ☀"))}

    assert said == {
        "“": "Schrijf ' in de plaats.",
        "ë": "Schrijf e in de plaats.",
        "”": "Schrijf ' in de plaats.",
        "…": "Schrijf ... in de plaats.",
        "☀": "Schrijf het anders, of laat het weg.",
    }


@pytest.mark.parametrize("words", ["Gelieve te tekenen.", "De pedagogische studiedag.", "Hij heeft tekorten."])
def test_a_school_word_is_seen(words: str) -> None:
    """In any form it takes."""
    assert len(list(school_words(words))) == 1
    assert list(parents_know_every_word(guide_with(note=words)))


def test_an_everyday_word_that_holds_one_is_none() -> None:
    """A word counts as a whole."""
    assert not list(school_words("De bediende betreft het bos, een smits en een tekortje."))


def test_a_box_to_tick_begins_a_sentence() -> None:
    """Three short choices are no long sentence."""
    boxes = "Kom je? ☐ ja, ik kom graag naar de klas ☐ liever op een andere dag in de week ☐ bel mij"

    assert not list(messages_are_short_of_breath(guide_with(note=boxes)))


def test_there_is_something_to_send(real: Guide) -> None:
    """A good many, for every time that one writes; more is never wrong."""
    assert len(real.all(Message)) >= 40
    assert len(real.all(SchoolLetter)) >= 10
