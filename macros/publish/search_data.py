"""The search data: one record for every entry, every overview and every chapter of the prose in docs/.

The browser reads the records and finds its way in them (docs/assets/search/). Here no word is stemmed
and nothing is weighed: index and query share one analysis, and that one runs where the query is typed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from macros.content.guide import Guide
from macros.content.validation import marked_texts
from macros.model.advice import Tip
from macros.model.entry import Entry
from macros.model.fields import LEVELS, Audience, Prose, ToDiscuss
from macros.model.labels import value_word
from macros.model.message import Message
from macros.model.reference import Partner, Role
from macros.model.settings import Gap
from macros.model.situation import Situation
from macros.model.spelling import words as words_in
from macros.publish.catalogue import relations
from macros.publish.chapters import chapters
from macros.site.pages import OVERVIEW_MACRO, SCAN_MACRO, pages
from macros.site.rehearsals import REHEARSALS_MACRO
from macros.site.urls import anchor_of, page_of, permalink_of, plain_text

ENOUGH = 100
"""How many characters of a text are sent: the first sentences say what it is about, and a phone must fetch them all.
More finds nothing more (DECISIONS.md)."""

FEW = 1
"""A word further on in a text is sent too when no more records than this hold it: who types it, means one of these."""

LETTERS = 6
"""How many letters it must have for that, and no digit."""

_TELLING = re.compile(rf"[^\W\d_]{{{LETTERS},}}")

_AUDIENCE = get_args(Audience)

_NOT_IN_TEXT = frozenset(
    {"id", "title", "search_words", "synonyms", "sources", "evidence", "short", "forms", "language", "region"}
    | {"dialogue", "filled", "meeting"}
)
"""Fields whose text stands in the record already, or says where a thing comes from rather than what it is about.

Who looks for parents that speak no Dutch, has nothing to do with every film in Dutch; a made-up talk, meeting
or school is about shoes and beans."""


@dataclass(frozen=True)
class SearchRecord:
    """One thing that can be found.

    noun: what it is called in texts. label: what a reader calls it. page: its Markdown file below docs/. anchor: its
    anchor there, or "". id: that of an entry with a page to itself; an anchor tells it already. letter: what its
    permalink begins with, or "" when it has none. words: what people call it that its text does not say.
    permalink: its own, if it has one. related: those of what it names.
    """

    noun: str
    label: str
    title: str
    page: str
    anchor: str
    text: str
    words: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    id: str = ""
    letter: str = ""
    permalink: str = ""
    related: tuple[str, ...] = ()


def search_records(guide: Guide) -> Iterator[SearchRecord]:
    """Every entry and every overview of a guide, in editorial order."""
    for page in pages(guide):
        if page.macro in (OVERVIEW_MACRO, REHEARSALS_MACRO, SCAN_MACRO):
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
            entry.id if entry.has_page else "",
            entry.letter,
            permalink_of(entry),
            tuple(relations(guide, entry)),
        )


_FIGURES = "over/hoe-goed.md"
"""A page of figures about this site, on any word under the sun: found by its title and how it begins."""


def is_searched(page: str) -> bool:
    """Whether search finds what stands on a page of prose: who searches wants the tip, not how editors make one."""
    return not page.startswith("handboek/") and page != "index.md"


def prose_records(title: str, page: str, html: str) -> Iterator[SearchRecord]:
    """A page of prose, cut at its headings. html: the page as it was rendered, with the ids of its headings."""
    for chapter in chapters(title, html):
        if (chapter.text and page != _FIGURES) or not chapter.anchor:
            yield SearchRecord("pagina", "Pagina", chapter.title, page, chapter.anchor, " ".join(chapter.text.split()))


def search_script(
    guide: Guide, records: Iterable[SearchRecord], url_of: Callable[[str], str], title_of: Callable[[str], str]
) -> str:
    """The JavaScript file that hands the search data to the browser.

    url_of: from a Markdown file to its URL below the site's root. title_of: from a Markdown file to the title of its
    page. A script, and not bare data: a page that was opened from a disk may run the one, and may not fetch the other.
    """
    records = list(records)
    at = {record.permalink: number for number, record in enumerate(records)}
    numbers: dict[str, int] = {}
    places = [numbers.setdefault(record.page, len(numbers)) for record in records]
    files = list(numbers)
    labels = {record.noun: record.label for record in records}
    nouns = list(labels)
    rows = [
        (
            nouns.index(record.noun),
            step,
            *_columns(record, further, title_of(record.page), url_of(record.page)),
        )
        for record, step, further in zip(records, _steps(places), _rare_words(records), strict=True)
    ]
    data = {
        # Beside the titles that they lead to, and like beside like: what stands near is smaller to fetch.
        "synonyms": _lines(guide.search.synonyms),
        "everyday": [
            _lines(one.say for one in guide.search.everyday),
            _lines(one.mean for one in guide.search.everyday),
        ],
        "gaps": [[gap.say, gap.line, *_places(guide, gap, at)] for gap in guide.search.gaps],
        "kinds": list(labels.items()),
        "letters": {record.noun: record.letter for record in records if record.letter},
        "levels": [[level, value_word(level)] for level in LEVELS],
        "audience": [[person, value_word(person)] for person in _AUDIENCE],
        "pages": [_column([_in_words(url_of(file)) for file in files]), _column([title_of(file) for file in files])],
        "records": [_column(column) for column in zip(*rows, strict=True)],
        "links": _links(records),
    }
    return f"globalThis.SearchData={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _column(column: Sequence[str | int]) -> str | list[int]:
    """What is sent of all records one after the other: numbers, or a text with a line for each."""
    numbers = [value for value in column if isinstance(value, int)]
    return numbers or "\n".join(str(value).replace("\n", " ") for value in column)


def _lines(phrases: Iterable[Iterable[str]]) -> str:
    """A line for each, with commas between its phrases; search reads no signs in them."""
    return "\n".join(",".join(phrase.replace(",", " ") for phrase in some) for some in phrases)


def _places(guide: Guide, gap: Gap, at: Mapping[str, int]) -> Iterator[list[int]]:
    """Where the records stand of who can help with what the guide does not have, and of what it has that does.

    at: where each stands, by its permalink.
    """
    people = (*(guide.get(Partner, id) for id in gap.partners), *(guide.get(Role, id) for id in gap.roles))
    helps = (
        *(guide.get(Situation, id) for id in gap.situations),
        *(guide.get(Message, id) for id in gap.messages),
        *(guide.get(Tip, id) for id in gap.tips),
    )
    for named in people, helps:
        yield [at[permalink_of(entry)] for entry in named]


def _links(records: list[SearchRecord]) -> list[list[int]]:
    """For each record, those further on that name it or that it names, each as the steps from the one before.

    So each pair is sent once, and in small numbers.
    """
    places = {record.permalink: at for at, record in enumerate(records) if record.permalink}
    steps: list[set[int]] = [set() for _ in records]
    for at, record in enumerate(records):
        for other in (places[permalink] for permalink in record.related if permalink in places):
            if other != at:
                steps[min(at, other)].add(abs(at - other))
    return [_steps(sorted(some)) for some in steps]


def _steps(places: Iterable[int]) -> list[int]:
    """From each place to the next, and from 0 to the first: small numbers that are much alike."""
    return [place - before for before, place in pairwise([0, *places])]


def _columns(record: SearchRecord, further: str, page_title: str, page_url: str) -> tuple[str | int, ...]:
    """What is sent of a record, after its noun and its page.

    A title or an id that its page says already is not sent twice, nor the noun before the id in its anchor. Words stand
    by the alphabet: like begins stand together, which makes the file smaller to fetch.
    """
    return (
        _in_words(record.anchor.removeprefix(f"{record.noun}-") if record.letter else record.anchor),
        "" if not record.anchor and page_title == record.title else record.title,
        _opening(record.text),
        ", ".join(sorted(_not_in_title(record))),
        further,
        _bits(LEVELS if "alle" in record.levels else record.levels, LEVELS),
        _bits(record.audience, _AUDIENCE),
        "" if page_url.split("/")[-2:-1] == [record.id] else _in_words(record.id),
    )


def _in_words(address: str) -> str:
    """An address with its words apart, as they stand in titles too, which makes the file smaller to fetch."""
    return address.replace("-", " ")


def _not_in_title(record: SearchRecord) -> Iterator[str]:
    """What people call a thing, without what its title says already."""
    title = f" {' '.join(words_in(record.title))} "
    return (said for said in record.words if f" {' '.join(words_in(said))} " not in title)


def _text_of(guide: Guide, entry: Entry) -> str:
    texts = [
        text
        for _, loc, mark, text in marked_texts(entry, bare=True)
        if (mark is None or isinstance(mark, Prose)) and loc[0] not in _NOT_IN_TEXT and not isinstance(mark, ToDiscuss)
    ]
    return " ".join(plain_text(guide, text) for text in texts)


def _opening(text: str) -> str:
    """The first sentences of a text, as many as are kept."""
    text = " ".join(text.split())
    if len(text) <= ENOUGH:
        return text
    end = max(text.rfind(sign, 0, ENOUGH) for sign in (". ", "? ", "! ", "” "))
    return text[: end + 1] if end > ENOUGH // 2 else (text[:ENOUGH].rpartition(" ")[0] or text[:ENOUGH]) + " …"


def _rare_words(records: list[SearchRecord]) -> Iterator[str]:
    """For each record, the words further on in its text that it shares with only a few others.

    By the alphabet, as their order says nothing: like begins stand together, which makes the file smaller to fetch.
    """
    sent = [{*_words_in(f"{record.title} {_opening(record.text)} {' '.join(record.words)}")} for record in records]
    whole = [dict.fromkeys(_words_in(record.text)) for record in records]
    often = Counter(word for some, all in zip(sent, whole, strict=True) for word in {*some, *all})
    return (
        " ".join(sorted(word for word in all if word not in some and often[word] <= FEW))
        for some, all in zip(sent, whole, strict=True)
    )


def _words_in(text: str) -> list[str]:
    return [word for word in words_in(text) if _TELLING.fullmatch(word)]


def _bits(chosen: Iterable[str], all: tuple[str, ...]) -> int:
    """A set of words as one number: the first word is 1, the second 2, the third 4."""
    return sum(1 << index for index, word in enumerate(all) if word in chosen)
