"""What a text may hold without a word from the check, and what may never get through."""

from __future__ import annotations

import pytest
from markdown import markdown

from macros.content.markup_rules import folded_list
from macros.content.text_rules import faults, plain_faults
from macros.pages.markdown_extension import GuideMarkdown

HARMLESS = (
    "Bij minder dan 3 ouders (< 3) ga je gewoon door.",
    "„Hoe was het?” vraag je. 't Is maar een vraag.",
    "Lees [de familiemuur](tip:familiemuur), of [](sleutel:s01).",
    "**Eerst** dit, *dan* dat:\n\n- kijken\n- luisteren\n\n1. zwijgen",
    "Een half uur - of langer. 50 % kan ook, en 1 + 1 > 1.",
    "Leerpunt.be is een naam, geen adres. Vraag het aan info@school.be.",
    "Eén zin\n   die inspringt.",
    "Een **vet** en *schuin*, ***beide***, __ook__ en _dit_; **a *b* c**.",
    "Dit geldt (*) voor iedereen. Ga naar Instellingen ► Privacy.",
    "Een leraar*in, 2 * 3 = 6, voor_naam, en naam: ____.",
    "1984. Dat jaar begon het.",
    "Neem mee:\n\n- een lamp\n    - met olie\n- touw",
    "- een lamp\n\n    Met olie.\n\n- touw",
    "Een half uur\n- of langer, als het\nnodig is.",
    "Schrijf [naam van het kind] op. Tip: doe het samen.",
    "1. Kijk.\n2. Luister.",
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


MISLEADING = (
    "Zie [de muur] (tip:familiemuur).",
    "Zie [[tip:familiemuur]].",
    "Zie (de muur)[tip:familiemuur].",
    "Zie tip:familiemuur.",
    "Een [haak.",
    "Een haak].",
    "Een **woord.",
    "Een woord**.",
    "Een ** woord **.",
    "Een *woord.",
    "Een _woord.",
    "leraar*innen en leerling*e",
    "Een ~~woord~~.",
    "Kijk // nog na.",
    "Neem • een lamp.",
    "Neem mee: ► een lamp ► olie",
    "Neem:\n- een lamp\n- olie",
    "Neem:\n1. een lamp",
    "1) een lamp\n2) olie",
    "a) een lamp\nb) olie",
    "– een lamp\n– olie",
    "-een lamp\n-olie",
    "- een lamp\n  - olie",
    "Een lamp.\n\n    Boven de deur.",
    "- een lamp\n\n        boven de deur",
)
"""Markdown that comes out otherwise than it looks."""


@pytest.mark.parametrize("text", HARMLESS)
def test_an_ordinary_text_gets_through(text: str) -> None:
    """No one is stopped who writes as people write."""
    assert faults(text) == []


@pytest.mark.parametrize("text", HARMFUL)
def test_nothing_harmful_gets_through(text: str) -> None:
    """Whatever could run, lead away unseen or break a page is named, once."""
    assert len(faults(text)) == 1


@pytest.mark.parametrize("text", MISLEADING)
def test_nothing_comes_out_otherwise_than_it_looks(text: str) -> None:
    """What would lose its shape on the page is named, once."""
    assert len(faults(text)) == 1


@pytest.mark.parametrize("text", ["- een\n- twee", "Neem\n- een\n- twee", "1. een\n2. twee"])
def test_a_line_holds_no_list(text: str) -> None:
    """A step or a goal is shown on one line."""
    assert len(faults(text, lists=False)) == 1


@pytest.mark.parametrize(
    "text, html",
    [
        ("1984. Dat jaar begon het.", "<p>1984. Dat jaar begon het.</p>"),
        ("2. Dat is een.", "<p>2. Dat is een.</p>"),
        ("- Toen\n- 1984. Dat jaar.", "<ul>\n<li>Toen</li>\n<li>1984. Dat jaar.</li>\n</ul>"),
        ("1. Een\n\n1984. Dat jaar.", "<ol>\n<li>Een</li>\n</ol>\n<p>1984. Dat jaar.</p>"),
        ("1. Een\n2. Twee", "<ol>\n<li>Een</li>\n<li>Twee</li>\n</ol>"),
        ("3. Drie\n4. Vier", '<ol start="3">\n<li>Drie</li>\n<li>Vier</li>\n</ol>'),
    ],
)
def test_a_number_that_opens_a_text_stays(text: str, html: str) -> None:
    """A year is no point of a list; a list that starts further on keeps its numbers."""
    assert markdown(text, extensions=[GuideMarkdown()]) == html


@pytest.mark.parametrize("text", ["Zeg 'dag' & 'tot morgen'", "De 12 sleutels: een begin", "Wie (en hoe)?"])
def test_an_ordinary_title_gets_through(text: str) -> None:
    """A title may hold anything but markup."""
    assert plain_faults(text) == []


@pytest.mark.parametrize(
    "typed, glued",
    [
        (">\n  Doe dit:\n  - een\n  - twee\n", True),
        (">\n  Doe dit:\n\n  - een\n\n  - twee\n", True),
        (">\n  Doe dit:\n\n\n  - een\n\n  - twee\n", False),
        ("'Doe dit:\n\n\n  - een lang\n  punt\n\n  - twee'", False),
        ("|\n  Doe dit:\n\n  - een\n  - twee\n", False),
    ],
)
def test_a_list_is_one_where_enough_lines_are_left_open(typed: str, glued: bool) -> None:
    """YAML takes one blank line away: what it leaves, Markdown reads."""
    assert (folded_list(typed) is not None) == glued
