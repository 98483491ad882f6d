"""What a page shows at once, and what it folds: the tiny guide with more of everything than a phone can show."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from places import copy_of_tiny
from reader import anchors, dead_ends, read_all

from macros.open_guide import open_guide
from macros.pages.render import begun

KEY = "sleutels/01-zwaai-eerst.md"
KEY_METHODS = 2
"""How many methods the tiny guide names for that key."""

SECTION = "aanbevelingen/licht/zwaaien.md"

_MORE = re.compile(r'<details class="more".*?</details>', re.DOTALL)

Pages = Callable[[dict[str, str]], dict[str, str]]


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    """The pages of the tiny guide with some files added: the text of each by its path below content/."""

    def read(added: dict[str, str]) -> dict[str, str]:
        root = copy_of_tiny(tmp_path / "gids")
        for path, text in added.items():
            (root / "content" / path).write_text(text, encoding="utf-8")
        return read_all(open_guide(root / "content"), root / "docs")

    return read


@pytest.mark.parametrize("many, shown", [(3, 3), (4, 4), (5, 3), (12, 3)])
def test_three_are_named_to_begin_with(pages: Pages, many: int, shown: int) -> None:
    """Of the methods of a key three stand there; one tap shows all. For one more there is no tap."""
    added = {f"methods/roeiles-{number:02}.yml": _method(number) for number in range(many - KEY_METHODS)}

    methods = _part(pages(added)[KEY], "### Werkvormen")

    assert methods.count("\n- ") == many
    assert _MORE.sub("", methods).count("\n- ") == shown
    assert (f"<summary>Toon alle ({many})</summary>" in methods) == (shown < many)


def test_many_tips_begin_with_six(pages: Pages) -> None:
    """The seventh tip and all after it open together."""
    page = pages({f"tips/wuif-{number:02}.yml": _tip(number) for number in range(12)})[KEY]
    tips = _part(page, "## Tips")
    many = tips.count("<article")

    assert tips.partition(f"<summary>Nog {many - 6} tips</summary>")[0].count("<article") == 6


@pytest.mark.parametrize("points, shown", [(6, 6), (7, 5)])
def test_a_long_list_shows_five(pages: Pages, points: int, shown: int) -> None:
    """A numbered list counts on in its fold, and an anchor of a point stays."""
    lines = "\n".join(f"  - {{title: Vlag {number}, anchor: vlag-{number}}}" for number in range(1, points + 1))
    text = (
        f"title: Nog meer vlaggen\nsummary: Voor elk weer een.\nhome: s01\ncount: {points}\nnumbered: yes\n"
        f"items:\n{lines}\nsources: [{{source: zeekaart, section: De vlaggen, slide: 7}}]\n"
    )

    page = pages({"lists/meer-vlaggen.yml": text})[KEY]
    points_of_it = _part(page, "## Nog meer vlaggen")

    assert len(re.findall(r"^\d+\. ", points_of_it, re.MULTILINE)) == points
    assert len(re.findall(r"^\d+\. ", _MORE.sub("", points_of_it), re.MULTILINE)) == shown
    assert f"\n{points}. " in points_of_it
    assert f"vlag-{points}" in anchors(page)


def test_one_chapter_is_no_row(pages: Pages) -> None:
    """There is nothing to choose."""
    assert '<details class="chapter"' not in pages({})[SECTION]


def test_several_chapters_are_rows(pages: Pages) -> None:
    """Of each the heading stays in sight, so that its anchor answers."""
    several = pages({"sections/a1-1-storm.yml": _CHAPTER})

    assert several[SECTION].count('<details class="chapter"') == 2
    assert {"sectie-a1-1-mist", "sectie-a1-1-storm"} <= set(anchors(several[SECTION]))
    assert list(dead_ends(several)) == []


def test_only_the_first_chapter_is_open_and_only_where_nothing_else_says_what_to_do(pages: Pages) -> None:
    """Its section has no tips of its own; a page that is only closed rows would say nothing to do."""
    page = pages({"sections/a1-1-storm.yml": _CHAPTER})[SECTION]

    assert re.findall(r'<details class="chapter"( open)? markdown>', page) == [" open", ""]


def test_a_chapter_that_was_studied_says_so_in_its_row(pages: Pages) -> None:
    """Whether it works is seen before the chapter is opened."""
    judged = _CHAPTER.replace("kind: practice", "kind: research, verdict: onder voorwaarden, nuance: Als er touw is.")

    page = pages({"sections/a1-1-storm.yml": judged})[SECTION]

    assert "Werkt het? Onder voorwaarden" in page
    assert page.count("Als er touw is.") == 1


LONG = "Een zin die een regel vult en die dus bijna niets zegt." * 4


@pytest.mark.parametrize(
    "text, begins",
    [
        ("Kort.", "Kort."),
        ("Kort.\n\nEn nog iets.", "Kort.\n\nEn nog iets."),
        (f"{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}", LONG),
        (f"Kort.\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}", f"Kort.\n\n{LONG}"),
        (f"{LONG}{LONG}{LONG}{LONG}\n\nEen staartje.", f"{LONG}{LONG}{LONG}{LONG}\n\nEen staartje."),
    ],
)
def test_a_long_text_begins(text: str, begins: str) -> None:
    """A long text shows whole paragraphs that are worth a look; what folds is worth a tap; nothing is lost."""
    begin, rest = begun(text)

    assert begin == begins
    assert "\n\n".join(filter(None, [begin, rest])) == text


_CHAPTER = """\
title: Als het stormt
summary: Bind vast wat waait.
home: a1-1
order: 20
opening: In de storm helpt alleen touw.
evidence: {kind: practice}
sources: [{source: logboek, section: Storm, page: 9}]
"""


def _method(number: int) -> str:
    return (
        f"title: Roeiles {number}\nsummary: Samen aan de riemen.\ngoal: Vooruit.\nwho: Wie roeit.\nwhen: [Bij eb]\n"
        f"steps: [Roei.]\nkeys: [s01]\nsources: [{{source: logboek, section: Roeien, page: 4}}]\n"
    )


def _tip(number: int) -> str:
    return (
        f"title: Wuif nog eens, keer {number}\nhome: s01\nkind: detail\nwhat: Wuif.\n"
        "effort: nu\nmoments: [poort]\nlevels: [alle]\nevidence: {kind: practice}\n"
        f"sources: [{{source: logboek, section: Zwaaien, page: 6}}]\n"
    )


def _part(page: str, heading: str) -> str:
    """What stands below a heading, up to the next one that is as high."""
    level = heading.partition(" ")[0]
    below = page.partition(f"\n{heading} ")[2]
    return re.split(rf"\n#{{2,{len(level)}}} ", below)[0]
