"""What search is handed: every entry once, at its place, and the prose in docs/, cut at its headings.

It comes in a script that is small to fetch.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import accumulate
from typing import Any

import pytest

from macros.content.guide import Guide
from macros.model.spelling import words as words_in
from macros.publish.search_data import ENOUGH, FEW, LETTERS, prose_records, search_records, search_script
from macros.site.pages import pages
from macros.site.urls import entry_url, page_of, page_url

PAGE = """
<h1 id="licht">Licht</h1><p>Over licht.</p>
<div class="cards"><ul><li><a href="x">Een kaart<br>van elders</a></li></ul></div>
<h2 id="lamp">Een lamp<a class="headerlink" href="#lamp">¶</a></h2><p>Hang ze <em>hoog</em>, zegt men.</p><p>Altijd.</p>
<h3 id="olie">Olie</h3>
"""


@pytest.fixture
def handed(guide: Guide) -> dict[str, Any]:
    """What the browser gets of it."""
    titles = {page.file: page.title for page in pages(guide)}
    script = search_script(guide, search_records(guide), page_url, titles.__getitem__)
    data: dict[str, Any] = json.loads(script.removeprefix("globalThis.SearchData=").removesuffix(";\n"))
    records = [column.split("\n") if isinstance(column, str) else column for column in data["records"]]
    addresses, titles_of_pages = (column.split("\n") for column in data["pages"])
    records[2], records[-1] = _hyphened(records[2]), _hyphened(records[-1])
    data |= {"records": records, "pages": list(zip(_hyphened(addresses), titles_of_pages, strict=True))}
    return data


def _hyphened(sent: list[str]) -> list[str]:
    """Addresses as they are; their words are sent apart."""
    return [one.replace(" ", "-") for one in sent]


def test_every_entry_is_there_once(guide: Guide, handed: dict[str, Any]) -> None:
    """At the address where a reader finds it."""
    kinds, steps, anchors, *_ = handed["records"]
    found = []
    for at, page, anchor in zip(kinds, accumulate(steps), anchors, strict=True):
        kind = handed["kinds"][at][0]
        fragment = f"#{kind}-{anchor}" if kind in handed["letters"] else f"#{anchor}"
        found.append((kind, handed["pages"][page][0] + (fragment if anchor else "")))

    assert sorted(one for one in found if one[0] != "overzicht") == sorted(
        (entry.noun, entry_url(guide, entry)) for entry in guide
    )


def test_an_entry_says_what_it_is(guide: Guide) -> None:
    """Its title, the words people use for it, for whom it is, and its first sentences without any markup."""
    found = {(one.noun, one.page, one.anchor): one for one in search_records(guide)}
    for entry in guide:
        one = found[entry.noun, page_of(guide, entry), "" if entry.has_page else f"{entry.noun}-{entry.id}"]
        assert one.title == entry.title and one.levels == entry.levels and one.audience == entry.audience
        assert set(entry.search_words) <= set(one.words)
        assert one.text and "](" not in one.text and "**" not in one.text


def test_what_a_thing_is_written_in_is_not_what_it_is_about(tiny: Guide) -> None:
    """The language of a film, the region of a partner, the forms of a term: neither looked for nor shown."""
    texts = {one.permalink: one.text for one in search_records(tiny)}

    assert "Meeuws" not in texts["h/meeuwenfilm/"] and "krijs" in texts["h/meeuwenfilm/"]
    assert "dok" not in texts["p/havenhuis/"]


def test_little_is_sent_and_every_rare_word_with_it(guide: Guide, handed: dict[str, Any]) -> None:
    """The first sentences of a text, and after that the words that only a few things say."""
    _, _, _, titles, texts, words, further, *_ = handed["records"]
    sent = set(words_in(" ".join((*titles, *(title for _, title in handed["pages"]), *texts, *words, *further))))
    often = Counter(word for one in search_records(guide) for word in {*words_in(one.text)})
    rare = {
        word
        for word, count in often.items()
        if count <= FEW and len(word) >= LETTERS and re.fullmatch(r"[^\W\d_]+", word)
    }

    assert all(len(text) <= ENOUGH + 2 for text in texts)
    assert rare and rare - sent == set()


def test_an_id_that_its_page_is_called_after_is_not_sent_again(guide: Guide, handed: dict[str, Any]) -> None:
    """The browser reads it off the address: werkvormen/oudercafe/."""
    at, ids = accumulate(handed["records"][1]), handed["records"][-1]
    known = [id or handed["pages"][page][0].split("/")[-2] for page, id in zip(at, ids, strict=True)]
    own = [(one, id) for one, id in zip(search_records(guide), known, strict=True) if one.id]

    assert own and [one.title for one, id in own if one.id != id] == []


def test_what_names_what_is_handed_once(guide: Guide, handed: dict[str, Any]) -> None:
    """Each record says by steps which ones further on are its neighbours; the browser reads each pair both ways."""
    records = list(search_records(guide))
    pairs = {(at, at + step) for at, steps in enumerate(handed["links"]) for step in accumulate(steps)}
    named = {(one.permalink, other) for one in records for other in one.related if other != one.permalink}

    assert {frozenset((records[one].permalink, records[other].permalink)) for one, other in pairs} == {
        frozenset(pair) for pair in named
    }
    assert all(one < other for one, other in pairs)


def test_a_title_is_told_once(handed: dict[str, Any]) -> None:
    """The title of a page that holds one entry is not sent twice."""
    _, steps, anchors, titles, *_ = handed["records"]

    assert [
        title
        for page, anchor, title in zip(accumulate(steps), anchors, titles, strict=True)
        if not anchor and title == handed["pages"][page][1]
    ] == []


def test_prose_is_cut_at_its_headings() -> None:
    """Each chapter is found at its heading; cards and other signposts are left out."""
    assert [(one.title, one.anchor, one.text) for one in prose_records("Licht", "over/licht.md", PAGE)] == [
        ("Licht", "", "Over licht."),
        ("Een lamp", "lamp", "Hang ze hoog, zegt men. Altijd."),
        ("Olie", "olie", ""),
    ]


def test_figures_about_the_site_are_found_by_their_title_alone() -> None:
    """They speak of links, weight and sentences, which no teacher means by those words."""
    records = list(prose_records("Hoe goed?", "over/hoe-goed.md", PAGE))

    assert [(one.title, one.anchor) for one in records] == [("Hoe goed?", "")]
