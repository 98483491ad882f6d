"""What people write in docs/: what works in a build, passes the check. What does not, stands in broken/."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from places import ROOT, TINY

from macros.content.guide import Guide
from macros.content.problems import ContentError
from macros.live_guide import LiveGuide
from macros.model.advice import Tip
from macros.pages.macro_calls import MACROS
from macros.pages.markdown_extension import EXTENSIONS
from macros.pages.overviews import GlossaryOverview

WORKS = """\
---
title: Wat 'mag' & kan
description: Met "aanhalingstekens"
hide: [toc]
---
# Wat mag { #mag }

{{ tips("bel-bij-mist", home="s02") }} {{ cards("keys", "tip:bel-bij-mist") }} {{- partners(need="ontmoeting") -}}
{{ tip(id='wuif-eens') }} {{ term("eb") | upper }} {{ wheel() }} {{ crossing() }}
{{ cards(
    "keys",
    "sleutel:s01") }}

{% set welke = "eb" %}{% for nr in [1, 2] %}{{ nr }}. {{ term(welke) }}{% endfor %}
{% if false %}{{ tip("weg") }}{% endif %}

[# {{ tip("weg") }} #] {% raw %}{{ tip("weg") }} {% nooit %}{% endraw %} Een accolade } of twee }} mag.

[hier](#mag) [een kop](#vanzelf) [over](index.md) [met een teken](../over/index.md#wie) [zoeken](../index.md?vind=eb)
<a href="../../t/bel-bij-mist/">een vast adres</a>

## Vanzelf
"""


def test_what_works_in_a_build_passes(root: Path) -> None:
    """No one is stopped who calls a macro as the build takes it, or leads to what is there."""
    (root / "docs" / "over" / "mag.md").write_text(WORKS, encoding="utf-8")
    other = WORKS.replace("\n---\n", " \n... \n").replace("\n", "\r\n")
    (root / "docs" / "over" / "mag-ook.md").write_bytes(other.replace("(#mag)", "(mag.md#mag)").encode())
    live = LiveGuide(root)
    live.refresh()

    assert live.report is None


def test_what_a_program_made_of_a_page_is_told(root: Path) -> None:
    """A mark in front, another encoding, and brackets without end, over which Markdown would take for ever.

    And with it what is wrong with another page.
    """
    live, page = LiveGuide(root), root / "docs" / "over" / "mag.md"
    page.with_name("nog.md").write_text("[weg](weg.md) [een anker](mag.md#daar)", encoding="utf-8")
    for raw, telling in (
        ("# Één\n".encode("utf-8-sig"), "zonder BOM"),
        ("# Één\n".encode("utf-16"), "niet in UTF-8 bewaard"),
        (b"# Kop\n\n" + b"[" * 40_000, "gaat nergens dicht"),
        (b"--- \r\ntip: x\r\n...\r\n# Kop\r\n", "mag.md:2:1\n  Het veld 'tip' kennen we hier niet"),
    ):
        page.write_bytes(raw)
        with pytest.raises(ContentError, match=telling) as told:
            live.refresh()
        assert "docs/over/nog.md:1:7\n  'weg.md' bestaat niet." in str(told.value)
        assert len(str(told.value)) < 5000


def test_the_check_reads_markdown_as_the_build_does() -> None:
    """With the same extensions; else the two would not find the same links."""
    # mkdocs.yml has tags of MkDocs' own, which say nothing here.
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    named = [next(iter(one)) if isinstance(one, dict) else one for one in config["markdown_extensions"]]

    assert tuple(named) == EXTENSIONS


@pytest.mark.parametrize(
    "title, letter, anchor",
    [
        ("Eb", "E", "letter-e"),
        ("École", "E", "letter-e"),
        ("'s Ochtends", "S", "letter-s"),
        ("(groot)ouder", "G", "letter-g"),
        ("=teken", "T", "letter-t"),
        ("3-6 jaar", "0-9", "letter-0-9"),
        ("مرحبا", "Andere", "letter-andere"),
        ("😀😀", "Andere", "letter-andere"),
    ],
)
def test_a_term_stands_under_a_letter_that_can_be_linked(tiny: Guide, title: str, letter: str, anchor: str) -> None:
    """Whatever sign it begins with."""
    terms = {id: term.model_copy(update={"title": title}) for id, term in tiny.entries["glossary"].items()}
    guide = Guide(tiny.site, {**tiny.entries, "glossary": terms}, tiny.references, tiny.files)
    view = MACROS["shelf"](guide, "glossary")

    assert isinstance(view, GlossaryOverview)
    assert [(one.heading, one.anchor) for one in view.letters] == [(letter, anchor)]


def test_what_the_handbook_shows_as_a_whole_tip_is_one() -> None:
    """Who copies it, is not told that a field is missing, or that there is no such field."""
    page = (ROOT / "docs" / "handboek" / "een-tip-toevoegen.md").read_text(encoding="utf-8")
    shown = [
        yaml.load(block, yaml.BaseLoader)
        for block in re.findall(r"```yaml\n(title:.*?|# De titel.*?)```", page, re.DOTALL)
    ]

    assert {tip["kind"] for tip in shown} == {"core", "detail"}
    for tip in shown:
        Tip.model_validate({"id": "een-tip", **tip})


class OpenedByScript(HTMLParser):
    """What a page of docs/ holds for the script that opens it: the element that says which, and its named parts."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.view: dict[str, str | None] = {}
        self.parts: set[tuple[str, str]] = set()
        text = page.read_text(encoding="utf-8")
        front = yaml.safe_load(text.split("---\n", 2)[1]) if text.startswith("---\n") else {}
        self.asked = {key: front.get(key, []) for key in ("scripts", "styles")}
        self.parts |= set(re.findall(r'(data-(?:part|sheets))="([^"]*)"', text))
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "data-opens" in given:
            self.view = given
        elif "data-empty" in given:
            self.parts.add(("data-empty", ""))


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.stem)
def test_what_a_script_opens_it_opens_in_both_guides(page: Path) -> None:
    """The make-believe guide has pages of its own, with other words; what scripts look for on them is the same."""
    ours = OpenedByScript(page)

    if ours.view:
        tiny = OpenedByScript(TINY / "docs" / page.name)
        assert (ours.view, ours.parts, ours.asked) == (tiny.view, tiny.parts, tiny.asked)
