"""What checkers of others find is mended or declared, and what is declared is found: no line too many."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from audit import CHECKERS, PACKAGES, TOOLS, Audit, Declared, Finding, declared, versions

HEADLESS = Finding("vnu", "index.html", "warning", "Article lacks heading. Consider one.", '<article class="tip">')
ALLOWED = Declared("vnu", "Article lacks heading.*", "A tip has none.", '.*class="tip".*')


@pytest.mark.parametrize(
    "other",
    [
        Finding("linkinator", HEADLESS.page, HEADLESS.rule, HEADLESS.said, HEADLESS.at),
        Finding("vnu", HEADLESS.page, HEADLESS.rule, "Section lacks heading.", HEADLESS.at),
        Finding("vnu", HEADLESS.page, HEADLESS.rule, HEADLESS.said, '<article class="key">'),
    ],
    ids=["another checker", "another fault", "another place"],
)
def test_a_declaration_fits_what_it_declares_only(other: Finding) -> None:
    """By whom, what, and where."""
    assert ALLOWED.fits(HEADLESS)
    assert not ALLOWED.fits(other)


def test_every_declaration_says_why() -> None:
    """In a sentence, about a checker that there is."""
    assert [one for one in declared() if len(one.why.split()) < 8 or one.tool not in CHECKERS] == []


def test_what_is_no_longer_found_is_an_error() -> None:
    """And so is what is found and not declared, each kind once."""
    met = Audit(3, met=Counter(declared()))

    assert list(met.wrong()) == []
    assert len(list(Audit(3).wrong())) == len(declared())
    met.findings = [HEADLESS, HEADLESS]
    assert [line.endswith("(2 times)") for line in met.wrong()] == [True]


def test_every_checker_has_its_version_pinned() -> None:
    """One, and no range."""
    named = json.loads((TOOLS / "package.json").read_text(encoding="utf-8"))["devDependencies"]

    assert set(versions()) == set(PACKAGES) == set(CHECKERS)
    assert {PACKAGES[tool]: version for tool, version in versions().items()} == named
