"""What a text may hold without a word from the check, and what may never get through."""

from __future__ import annotations

import pytest

from macros.content.text_rules import faults, plain_faults

HARMLESS = (
    "Bij minder dan 3 ouders (< 3) ga je gewoon door.",
    "„Hoe was het?” vraag je. 't Is maar een vraag.",
    "Lees [de familiemuur](tip:familiemuur), of [](sleutel:s01).",
    "**Eerst** dit, *dan* dat:\n\n- kijken\n- luisteren\n\n1. zwijgen",
    "Een half uur - of langer. 50 % kan ook, en 1 + 1 > 1.",
    "Leerpunt.be is een naam, geen adres. Vraag het aan info@school.be.",
    "Eén zin\n   die inspringt.",
)
HARMFUL = (
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>hier",
    "<!-- hier -->",
    "[hier](JaVaScRiPt:alert(1))",
    "[hier]( javascript:alert(1))",
    "[hier](&#106;avascript:alert(1))",
    "[hier](data:text/html,<script>)",
    "[hier](tip:muur 'titel')",
    "[hier](tip:mu{ur)",
    '[hier](tip:muur){ onclick="alert(1)" }',
    "[hier][daar]",
    "[daar]: javascript:alert(1)",
    "![hier](javascript:alert(1))",
    "<https://voorbeeld.be>",
    "Kop\n===",
    "## Kop",
    "!!! note",
    "{% include 'geheim' %}",
    "een }} hier",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_an_ordinary_text_gets_through(text: str) -> None:
    """No one is stopped who writes as people write."""
    assert faults(text) == []


@pytest.mark.parametrize("text", HARMFUL)
def test_nothing_harmful_gets_through(text: str) -> None:
    """Whatever could run, lead away unseen or break a page is named, once."""
    assert len(faults(text)) == 1


@pytest.mark.parametrize("text", ["Zeg 'dag' & 'tot morgen'", "De 12 sleutels: een begin", "Wie (en hoe)?"])
def test_an_ordinary_title_gets_through(text: str) -> None:
    """A title may hold anything but markup."""
    assert plain_faults(text) == []
