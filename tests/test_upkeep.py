"""The report says what wants looking after, on the day that it is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.model.reference import Partner, Role
from macros.open_guide import open_guide
from macros.pages.upkeep import is_named, latest_change, shown_upkeep, upkeep_on, upkeep_report

TESTS = Path(__file__).parent
REPORT = """\
Onderhoud op 2027-11-23

Partners: 1 van 2 nog nooit nagekeken
  content/partners/lichtschippers.yml  Bond van lichtschippers

Partners: 1 langer dan een jaar geleden nagekeken
  content/partners/kustwacht.yml  De kustwacht (2026-11-22)

Materiaal van anderen: 1 van 2 nog nooit nagekeken
  content/resources/vuurtorenboek.yml  Het grote vuurtorenboek

Materiaal van anderen: 1 langer dan een jaar geleden nagekeken
  content/resources/meeuwenfilm.yml  Meeuwen: de film (2026-11-20)

Partners die nog nergens genoemd zijn: 1
  content/partners/lichtschippers.yml  Bond van lichtschippers

Begrippen die in geen enkele tekst staan: 0

Nog aan te vullen: 1
  docs/over/index.md:3:5  Het adres van de toren is nog aan te vullen.

Links naar buiten: 3, naar 3 domeinen
    1  kustwacht.example
    1  meeuwen.example
    1  vuurtorenboek.example"""


@pytest.fixture(scope="module")
def tiny():
    """The make-believe guide."""
    return open_guide(TESTS / "tiny_guide" / "content")


@pytest.fixture(scope="module")
def real():
    """The real guide."""
    return open_guide(TESTS.parent / "content")


def test_the_report_names_everything_once(tiny):
    """Who reads it knows which file to open, and why."""
    pages = {"docs/over/index.md": "Eb.\n\n    het adres van de toren is nog aan te vullen.\n"}

    assert upkeep_report(tiny, upkeep_on(tiny, date(2027, 11, 23), pages)) == REPORT


@pytest.mark.parametrize("day, old", [(date(2026, 11, 25), []), (date(2027, 11, 22), []), (date(2027, 11, 23), ["kustwacht"])])
def test_a_check_is_good_for_a_year(tiny, day, old):
    """What was fine last week is left in peace."""
    assert [one.id for one in upkeep_on(tiny, day).checks[0].old] == old


def test_the_page_is_the_same_for_the_same_content(tiny, monkeypatch):
    """The day comes from the latest change, not from the clock."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    latest_change.cache_clear()
    page = shown_upkeep(tiny)
    latest_change.cache_clear()

    assert "Stand van 2027-01-15" in page
    assert "Partners: nog nooit nagekeken <span>1 van 2</span>" in page


def test_every_partner_is_named_or_listed(real):
    """A partner that no reader comes across, is at least known to the editors."""
    unnamed = [partner.id for partner in upkeep_on(real, date(2026, 1, 1)).unnamed]

    assert unnamed == [partner.id for partner in real.all(Partner) if not is_named(real, partner)]
    assert all(f"partners/{id}.yml" in upkeep_report(real, upkeep_on(real, date(2026, 1, 1))) for id in unnamed)
    assert "naam en website" in upkeep_report(real, upkeep_on(real, date(2026, 1, 1))).lower()


def test_every_role_has_its_side(real):
    """The 22 roles, in four groups, and the bridge builder with all six of hers."""
    roles = {role.id: role for role in real.all(Role)}

    assert len(roles) == 22
    assert {role.side for role in roles.values()} == {"uit de school", "uit de oudergroep", "tussen school en gezin", "van buiten"}
    assert roles["brugfiguur"].text.count("\n- ") == real.by_name("lijst:rollen-brugfiguur").count
