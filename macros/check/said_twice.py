"""The rule for what stands on one page: none of it says what another part of that page says.

It compares sentences by their telling words, so that a text which only turns a sentence around is found too. Words that
stand on every page (ouder, school) tell nothing. Each word of a page leads to the sentences that hold it: no sentence
is compared with one that shares nothing with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.once_a_file import once_a_file
from macros.content.problems import Place, Problem
from macros.content.text_rules import bare_words
from macros.content.validation import marked_texts
from macros.content.yaml_file import Loc
from macros.model.advice import Tip
from macros.model.asides import Enumeration, Figure
from macros.model.entry import Entry
from macros.model.fields import Prose, ToDiscuss
from macros.model.situation import Situation
from macros.model.spelling import words
from macros.site.urls import page_of

_FEWEST, _SHARED = 3, 0.6
"""Two sentences say the same when they share so many telling words, and more than this part of what they hold.

Set by reading the pairs that the guide held: above it nearly every one said a thing twice, below it less and less did.
"""

_LITTLE = frozenset(
    words("""
    de het een en of in op te van voor met aan als bij om uit dan dat die dit deze er ook maar nog al wel niet geen is
    zijn was waren wordt worden werd ben bent heb hebt heeft hebben had kan kun kunt kunnen kon moet moeten mag mogen
    zal zullen zou zouden wil wilt willen doe doet doen ik je jij jou jouw u uw we wij ze zij hij men me mij mijn hun
    hen haar ons onze zich zelf wie wat waar wanneer waarom hoe hoeveel welke welk waarbij waarin hierbij daar hier
    ergens door over naar tot tegen tussen zo dus want omdat terwijl toch veel meer meest alle alles iets niets iemand
    nooit altijd soms best per n t s laat laten maak maken ga gaat gaan geef geeft geven krijg krijgt krijgen
    ouder ouders kind kinderen school scholen leerkracht leerkrachten elk elke ander andere goed eens komt komen zeg
    zegt zeggen staat staan
    """)
)
"""Words that tell nothing of what a sentence is about: those of the language, and those of every page of the guide."""

_BETWEEN = re.compile(r"(?<=[.!?…])[\"”’')*_]*\s+(?:- )?|\n\s*(?:\n|[-*]\s|\d+\.\s)\s*")
"""What stands between two sentences, or two points of a list."""

_ENDING = re.compile(r"(?<=\w{3})(?:jes?|en|[estn])$")
_DOUBLED = re.compile(r"(.)\1")
_LAST_LETTER: Mapping[str, str] = {"v": "f", "z": "s"}


class _Stems(dict[str, str]):
    """Of each word roughly what its inflected forms share, worked out once: geloof, gelooft and geloven are gelof."""

    def __missing__(self, word: str) -> str:
        stem = _DOUBLED.sub(r"\1", _ENDING.sub("", word))[:9]
        self[word] = stem[:-1] + _LAST_LETTER.get(stem[-1], stem[-1])
        return self[word]


@dataclass(frozen=True, eq=False)
class _Sentence:
    """One sentence on a page: the entry, the path to the text there, where in that it starts, and what it tells."""

    entry: Entry
    loc: Loc
    text: str
    start: int
    telling: frozenset[str]

    @property
    def is_title(self) -> bool:
        return self.loc == ("title",)

    def quoted(self) -> str:
        """The sentence as someone reads it."""
        between = _BETWEEN.search(self.text, self.start)
        return bare_words(self.text[self.start : between.start() if between else None])

    def place(self, guide: Guide) -> Place:
        first = self.text[self.start :].split(maxsplit=1)[0]
        return guide.files[ident(self.entry)].place_in(self.loc, first, self.text.count(first, 0, self.start))


@rule(
    "Eén zin, één plek",
    "# een tip op deze pagina zegt dit al\nWord je gezien, dan durf je later ook *aan te leggen*.",
)
def pages_say_it_once(guide: Guide) -> Iterator[Problem]:
    """Op een pagina staat dezelfde zin geen twee keer, ook niet met andere woorden errond: de tip houdt hem, de tekst eromheen zegt iets anders."""  # noqa: E501 - one rule, shown as it stands
    pages, stems = list(_pages(guide)), _Stems()
    entries = {ident(entry): entry for page in pages for entry in page}
    said = {
        key: once_a_file(guide.files[key], _sentences, partial(_sentences, entry, stems))
        for key, entry in entries.items()
    }
    for page in pages:
        for one, other in _alike([sentence for entry in page for sentence in said[ident(entry)]]):
            yield _problem(guide, one, other)


def _pages(guide: Guide) -> Iterator[list[Entry]]:
    """What stands in full on each page with tips: on their own page, or that of a situation which they help with."""
    pages = defaultdict[str, list[Entry]](list)
    for entry in guide:
        pages[page_of(guide, entry)].append(entry)
    yield from (entries for entries in pages.values() if any(isinstance(entry, Tip) for entry in entries))
    for situation in guide.all(Situation):
        yield [situation, *guide.references_from(situation, Tip)]


def _sentences(entry: Entry, stems: _Stems) -> list[_Sentence]:
    """Every sentence that an entry says on its page and that tells enough to be compared."""
    found: list[_Sentence] = []
    for name, loc, mark, text in marked_texts(entry, bare=True):
        running = isinstance(mark, Prose) and not isinstance(mark, ToDiscuss)
        if not _is_read(entry, name, loc) or not (running or name == "title"):
            continue
        start = 0
        for end, following in [*(between.span() for between in _BETWEEN.finditer(text)), (len(text), 0)]:
            said = words(bare_words(text[start:end]))
            telling = frozenset(stems[word] for word in said if word not in _LITTLE)
            if len(telling) >= _FEWEST:
                found.append(_Sentence(entry, loc, text, start, telling))
            start = following
    return found


def _is_read(entry: Entry, name: str, loc: Loc) -> bool:
    """Whether a field is running text on the page of its entry: no heading, no remark on a source, no drawing.

    The title of a tip is a sentence, and so is that of a point of a list. The summary of what has neither a page nor a
    line of its own is for search only.
    """
    if isinstance(entry, Figure):
        return False
    if name == "title":
        return isinstance(entry, Tip) or loc[0] == "items"
    if name == "summary":
        return entry.has_page or isinstance(entry, Tip | Enumeration)
    return name != "nuance"


def _alike(sentences: list[_Sentence]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Every two sentences of different entries that say the same."""
    holding: dict[str, list[_Sentence]] = defaultdict(list)
    for sentence in sentences:
        shared = Counter(other for word in sentence.telling for other in holding[word])
        for other, count in shared.items():
            alike = 2 * count > _SHARED * (len(sentence.telling) + len(other.telling))
            if count >= _FEWEST and alike and not _may_resemble(sentence, other):
                yield sentence, other
        for word in sentence.telling:
            holding[word].append(sentence)


def _may_resemble(one: _Sentence, other: _Sentence) -> bool:
    """Whether two sentences are of one entry, or are the title of a tip and what another tip says."""
    both_tips = isinstance(one.entry, Tip) and isinstance(other.entry, Tip)
    return one.entry is other.entry or (both_tips and (one.is_title or other.is_title))


def _problem(guide: Guide, one: _Sentence, other: _Sentence) -> Problem:
    """The warning at what is not a tip, if one of the two is."""
    here, there = (other, one) if isinstance(one.entry, Tip) and not isinstance(other.entry, Tip) else (one, other)
    if isinstance(there.entry, Tip) and not isinstance(here.entry, Tip):
        help = "De tip houdt zijn zin. Schrap deze, of zeg hier iets wat de tip niet zegt."
    else:
        help = "Laat de zin staan waar een lezer hem zoekt, en schrap de andere of zeg er iets anders."
    message = f"Bijna dezelfde zin staat op deze pagina ook in {there.place(guide)}."
    return Problem(here.place(guide), message, f"Hier: „{here.quoted()}”\nDaar: „{there.quoted()}”\n{help}")
