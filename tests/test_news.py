"""What is new: the same on its page, on the start page and in the feed."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from places import TINY

from macros.content.guide import Guide
from macros.content.history import Change
from macros.content.problems import UnknownEntry
from macros.open_guide import open_guide
from macros.pages.macro_calls import bound_macros
from macros.pages.prose_macros import news as news_on_page
from macros.pages.render import Renderer
from macros.publish.feed import feed
from macros.site.news import day_of, news
from macros.site.site_facts import version_of

ATOM = "{http://www.w3.org/2005/Atom}"
CHANGES = {
    "content/tips/bel-bij-mist.yml": Change("2026-03-01T08:00:00Z", True),
    "content/keys/s01.yml": Change("2026-03-01T08:00:00Z", False),
    "content/methods/boekenboot.yml": Change("2026-02-03T08:00:00Z", False),
    "content/glossary/eb.yml": Change("2026-01-01T08:00:00Z", True),
}


@pytest.fixture(scope="module")
def known() -> Guide:
    """The make-believe guide, of which four files have a history."""
    return open_guide(TINY / "content", changes=lambda: CHANGES)


def test_the_page_shows_what_the_feed_holds(known: Guide) -> None:
    """In the same order, under the same words: newest first, and of one moment what is new before the rest."""
    titles = [one.text for one in ElementTree.fromstring(feed(known)).iter(f"{ATOM}title")][1:]
    rows = [row for _, rows in news_on_page(known).context["days"] for row in rows]

    assert titles == [f"{row.word}: {row.entry.title}" for row in rows]
    assert [row.entry.id for row in rows] == ["bel-bij-mist", "s01", "boekenboot", "eb"]


def test_days_are_written_as_one_says_them(known: Guide) -> None:
    """Each day once, above what happened on it."""
    page = bound_macros(Renderer(known))["news"]()

    assert page.count("## 1 maart 2026 {") == 1 and "## 3 februari 2026 {" in page
    assert "(tip:bel-bij-mist)" in page and "Nieuw: tip" in page and "Bijgewerkt: sleutel" in page


def test_a_start_page_takes_a_few(known: Guide) -> None:
    """The latest only, without headings, each with its day."""
    page = bound_macros(Renderer(known))["news"]("2")

    assert "##" not in page and page.count("1 maart 2026") == 2 and "boekenboot" not in page


@pytest.mark.parametrize("many", ["0", "-1", "veel", "51", "²", "1e3"])
def test_how_many_is_a_number(known: Guide, many: str) -> None:
    """And no more than the feed holds."""
    with pytest.raises(UnknownEntry, match=f"niet met '{many}'"):
        news_on_page(known, many)


def test_without_history_the_page_says_so(tiny: Guide) -> None:
    """A copy that knows nothing of before promises nothing."""
    assert "kent haar geschiedenis niet" in bound_macros(Renderer(tiny))["news"]()
    assert news(tiny) == [] and day_of(tiny, next(iter(tiny))) is None


def test_a_version_names_the_day_of_the_last_change(known: Guide, tiny: Guide) -> None:
    """So that whoever gets a mail knows what its writer saw."""
    assert version_of(known) == f"{version_of(tiny)}, inhoud van 1 maart 2026"
