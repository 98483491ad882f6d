"""What can be found: one record for every entry, every overview and every chapter of the prose in docs/.

The browser reads the records and finds its way in them (docs/assets/search/). Here no word is stemmed
and nothing is weighed: index and query share one analysis, and that one runs where the query is typed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import get_args

from macros.content.guide import Guide
from macros.content.validation import marked_texts
from macros.model.entry import Entry
from macros.model.fields import Audience, Level, Prose
from macros.model.labels import value_word
from macros.site.pages import pages
from macros.site.terms import VOID
from macros.site.urls import anchor_of, page_of, plain_text

ENOUGH = 160
"""How many characters of a text are sent: what a thing is about is said in its first sentences, and a phone must fetch them all.
More finds nothing more (DECISIONS.md)."""

FEW = 3
"""A word further on in a text is sent too when no more things than this say it: who types it, means one of these."""

_WORD = re.compile(r"[^\W\d_]{4,}")


_LEVELS, _AUDIENCE = get_args(Level), get_args(Audience)
_INLINE = {"a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup"}
_ASIDE = {"cards", "ties", "rests-on", "headerlink", "tip", "on-this-page"}
"""What stands on a page of prose and is found elsewhere already."""
_ELSEWHERE = {"id", "title", "search_words", "synonyms", "sources", "evidence", "short"}
"""Fields whose text stands in the record already, or says where a thing comes from rather than what it is."""


@dataclass(frozen=True)
class SearchRecord:
    """One thing that can be found.

    kind: what it is called in texts; label: what a reader calls it. page: its Markdown file below docs/; anchor: its place there, or "".
    words: what people call it that its text does not say.
    """

    kind: str
    label: str
    title: str
    page: str
    anchor: str
    text: str
    words: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()


def search_records(guide: Guide) -> Iterator[SearchRecord]:
    """Every entry and every overview of a guide, in editorial order."""
    for page in pages(guide):
        if page.macro == "shelf":
            yield SearchRecord("overzicht", "Overzicht", page.title, page.file, "", page.description)
    for entry in guide:
        words = (*entry.search_words, *getattr(entry, "synonyms", ()))
        yield SearchRecord(
            entry.noun,
            entry.reader_label(),
            entry.title,
            page_of(guide, entry),
            "" if entry.has_page else anchor_of(entry),
            _text_of(guide, entry),
            words,
            entry.levels,
            entry.audience,
        )


def prose_records(title: str, page: str, html: str) -> Iterator[SearchRecord]:
    """A page of prose, cut at its headings. html: the page as it was rendered, with the ids of its headings."""
    reader = _Chapters(title)
    reader.feed(html)
    for heading, place, text in reader.found:
        if text or not place:
            yield SearchRecord("pagina", "Pagina", heading, page, place, " ".join(text.split()))


def search_script(
    guide: Guide, found: Iterable[SearchRecord], address: Callable[[str], str], titles: Callable[[str], str]
) -> str:
    """The script that hands everything to the search in the browser.

    address: from a Markdown file to its address below the site's root. titles: from a Markdown file to the title of its page.
    A script, and not bare data: a page that was opened from a disk may run the one, and may not fetch the other.
    """
    found = list(found)
    files = list(dict.fromkeys(one.page for one in found))
    labels = {one.kind: one.label for one in found}
    kinds = list(labels)
    rows = [
        [
            kinds.index(one.kind),
            files.index(one.page),
            one.anchor,
            _title(one, titles),
            _opening(one.text),
            ", ".join(one.words),
            further,
            _bits(one.levels, _LEVELS),
            _bits(one.audience, _AUDIENCE),
        ]
        for one, further in zip(found, _rare(found), strict=True)
    ]
    handed = {
        "kinds": list(labels.items()),
        "levels": [[level, value_word(level)] for level in _LEVELS],
        "audience": [[one, value_word(one)] for one in _AUDIENCE],
        "pages": [[address(file), titles(file)] for file in files],
        # Column by column: like stands beside like, which makes the file a good deal smaller to fetch.
        "records": list(zip(*rows, strict=True)),
        "synonyms": guide.search.synonyms,
        "everyday": [[one.say, one.mean] for one in guide.search.everyday],
    }
    return f"globalThis.SearchData={json.dumps(handed, ensure_ascii=False, separators=(',', ':'))};\n"


def _title(one: SearchRecord, titles: Callable[[str], str]) -> str:
    """Its title, or nothing when its page says it already."""
    return "" if not one.anchor and titles(one.page) == one.title else one.title


def _text_of(guide: Guide, entry: Entry) -> str:
    texts = [
        text
        for _, loc, mark, text in marked_texts(entry, bare=True)
        if (mark is None or isinstance(mark, Prose)) and loc[0] not in _ELSEWHERE
    ]
    return " ".join(plain_text(guide, text) for text in texts)


def _opening(text: str) -> str:
    """The first sentences of a text, as many as are kept."""
    text = " ".join(text.split())
    if len(text) <= ENOUGH:
        return text
    end = max(text.rfind(sign, 0, ENOUGH) for sign in (". ", "? ", "! ", "” "))
    return text[: end + 1] if end > ENOUGH // 2 else text[: text.rfind(" ", 0, ENOUGH)] + " …"


def _rare(found: list[SearchRecord]) -> Iterator[str]:
    """For each, the words further on in its text that it shares with only a few others."""
    shown = [{*_WORD.findall(f"{one.title} {_opening(one.text)} {' '.join(one.words)}".lower())} for one in found]
    said = [dict.fromkeys(_WORD.findall(one.text.lower())) for one in found]
    often = Counter(word for here, all in zip(shown, said, strict=True) for word in {*here, *all})
    return (
        " ".join(word for word in all if word not in here and often[word] <= FEW)
        for here, all in zip(shown, said, strict=True)
    )


def _bits(chosen: Iterable[str], all: tuple[str, ...]) -> int:
    """A set of words as one number: the first word is 1, the second 2, the third 4."""
    return sum(1 << index for index, one in enumerate(all) if one in chosen)


class _Chapters(HTMLParser):
    """Cuts a rendered page at its headings, and leaves out what stands on it only to lead elsewhere."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = [(title, "", "")]
        self._aside = self._heading = 0

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if self._aside or _ASIDE & set((given.get("class") or "").split()):
            self._aside += tag not in VOID
        elif tag in ("h2", "h3") and given.get("id"):
            self.found.append(("", given["id"], ""))
            self._heading = 1
        elif tag == "h1":
            self._aside += 1
        elif tag not in _INLINE:
            self.handle_data(" ")

    def handle_endtag(self, tag):
        if self._aside:
            self._aside -= tag not in VOID
        elif tag in ("h2", "h3"):
            self._heading = 0

    def handle_data(self, text):
        if not self._aside:
            heading, place, said = self.found[-1]
            self.found[-1] = (heading + text, place, said) if self._heading else (heading, place, said + text)
