"""Proposed links: what is near in words and does not name one another, with what to write to take or refuse it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.guide import Guide
from macros.open_guide import open_guide
from macros.site.proposed_links import proposals_report, proposed_links

FLAG = "Hang de rode stormvlag boven de havenmuur"
REFUSED = "tip:tel-de-golven\ttip:houd-een-kom-apart\tde ene vlag waait, de andere niet\n"


@pytest.fixture
def flags(root: Path) -> Path:
    """The make-believe guide with two tips, on two pages, about one red flag above the wall of the harbour."""
    for id, line in (("tel-de-golven", f"{FLAG}."), ("houd-een-kom-apart", f"{FLAG} uit.")):
        tip = root / "content" / "tips" / f"{id}.yml"
        text = tip.read_text("utf-8").splitlines(keepends=True)
        tip.write_text("".join(f"what: {line}\n" if one.startswith("what:") else one for one in text), "utf-8")
    return root / "content"


def pairs(guide: Guide) -> set[frozenset[str]]:
    """The two ids of each proposal."""
    return {frozenset((one.entry.id, one.other.id)) for one in proposed_links(guide, 20)}


PAIR = frozenset(("tel-de-golven", "houd-een-kom-apart"))


def test_what_is_near_in_words_is_proposed(flags: Path, tiny: Guide) -> None:
    """With the file and the field that take it, and the line that refuses it."""
    guide = open_guide(flags)

    assert PAIR in pairs(guide) and PAIR not in pairs(tiny)
    assert (
        proposals_report(guide, proposed_links(guide, 1))
        == """\
Voorstellen voor een band, van stukken die op elkaar lijken: 1
  Ja? Zet de id in het bestand. Nee? Zet de regel in content/proposals.tsv, met waarom niet.
  Houd één kom apart | Tel eerst de golven
    ja:  content/tips/houd-een-kom-apart.yml, bij 'tips': tel-de-golven
    nee: tip:houd-een-kom-apart  tip:tel-de-golven  …"""
    )


@pytest.mark.parametrize("refused", [REFUSED, REFUSED.replace("\t", "  ")])
def test_what_was_refused_is_not_proposed_again(flags: Path, refused: str) -> None:
    """In whichever order the two stand, and with a tab or with the spaces that a terminal makes of it."""
    (flags / "proposals.tsv").write_text(refused, "utf-8")

    assert PAIR not in pairs(open_guide(flags))


def test_what_was_taken_is_not_proposed_again(flags: Path) -> None:
    """One of the two names the other: that is the link."""
    with (flags / "tips" / "tel-de-golven.yml").open("a", encoding="utf-8") as tip:
        tip.write("tips: [houd-een-kom-apart]\n")

    assert PAIR not in pairs(open_guide(flags))
