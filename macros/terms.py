"""The first time a page uses a word of the glossary, that word becomes a link with its explanation.

Works on the Markdown of a whole page, while texts still name entries (`[](begrip:clb)`), so that every
builder gets the same links. What stays as it is: headings, links, code, tables, raw HTML, and whatever a page
only repeats from elsewhere (`data-search-exclude`) or shows as a picture or a sheet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.guide import Guide
from macros.links import name, page_of
from macros.model import Term
from macros.prose import mentions

MARK = "{ .term title="
"""What a page holds as soon as it explains a word; such a page needs docs/assets/term/."""

_QUIET = re.compile(r"\bdata-search-exclude\b|\bclass=\"[^\"]*\b(?:hero|paths|figure|sheet)\b")
"""Parts of a page where a link would be noise: what is repeated, drawn or filled in."""

_TOKEN = re.compile(
    r"""
      ```.*?```                                 # code
    | `[^`\n]*`
    | \n[ ]*(?:\#{1,6}[ ]|\|)[^\n]*              # a heading, a row of a table
    | (?P<named>\[[^\[\]]*\]\(begrip:(?P<id>[^()\s]+)\))
    | \[[^\[\]]*\]\([^()]*\)                     # another link, a picture
    | \{[^{}\n]*\}                               # attributes
    | <!--.*?-->
    | <svg\b.*?</svg>
    | <(?P<close>/)?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>
    """,
    re.S | re.X,
)
# Every way begins with a sign of its own, not with `^` or an option: only then is a page of text passed over quickly.
_TOP = re.compile(r"(?:---\n.*?\n---\n)?(?:#{1,6} [^\n]*)?", re.S)
_HEADING = re.compile(r"\n#{1,6} (?P<title>[^\n{]*)")
_VOID = ("br", "hr", "img", "input", "wbr", "source", "link", "meta")
_SPANS = ("span", "strong", "em", "b", "i", "small", "mark", "q", "sub", "sup", "time")
"""Tags inside a sentence, between which Markdown is still Markdown."""


@dataclass(frozen=True)
class Vocabulary:
    """Every word that gets a link: one pattern for all, in small letters, and the term that each stands for."""

    pattern: re.Pattern[str]
    terms: dict[str, Term]

    def uses(self, text: str, small: str, start: int, stop: int) -> Iterator[tuple[int, int, Term]]:
        """Where terms are used between two points of a text. small: the same text in small letters."""
        for found in self.pattern.finditer(small, start, stop):
            term = self.terms[_folded(found[0])]
            if _is_written_so(text[found.start() : found.end()], term):
                yield found.start(), found.end(), term


@lru_cache(maxsize=4)
def vocabulary(guide: Guide) -> Vocabulary | None:
    """The words of a guide's glossary, less those that are too common to link. None when there are none."""
    terms = [term for term in guide.all(Term) if term.link]
    return _words(terms) if terms else None


def _words(terms: list[Term]) -> Vocabulary:
    stands_for = {_folded(word): term for term in reversed(terms) for word in reversed(words_of(term))}
    by_letter: dict[str, list[str]] = defaultdict(list)
    # The longest comes first: 'minder zichtbare ouders' is not about 'ouders'. By first letter, most words of a text are soon passed.
    for word in sorted(stands_for, key=lambda word: (-len(word), word)):
        by_letter[word[0]].append(_way(word)[len(re.escape(word[0])) :])
    ways = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    return Vocabulary(re.compile(rf"(?<![\w’'-])(?:{ways})(?![\w-]|[’']\w)"), stands_for)


def words_of(term: Term) -> tuple[str, ...]:
    """Everything that stands for a term in a text: its title, its synonyms, their other forms."""
    return (term.title, *term.synonyms, *term.forms)


def link_terms(guide: Guide, markdown: str, page: str) -> str:
    """A page on which the first use of each term is a link with its explanation, and each link to a term that was there already has it too.

    page: its file below docs/. The page that explains a term, and one with a heading of that name, leave that term alone.
    """
    words = vocabulary(guide)
    if words is None:
        return markdown
    places = list(_places(markdown))
    passed = _own_words(guide, markdown, page) | {named["id"] for _, _, named in places if named}
    small = _small(markdown)
    done: list[str] = []
    kept = 0  # Up to here, the page stands in `done`.
    for start, stop, named in places:
        if named:
            term = guide.find(Term.collection, named["id"])
            if term and page_of(guide, term) != page:
                done += [markdown[kept:stop], _explained(term)]
                kept = stop
            continue
        for first, last, term in words.uses(markdown, small, start, stop):
            if term.id not in passed:
                passed.add(term.id)
                done += [markdown[kept:first], f"[{markdown[first:last]}]({name(term)})", _explained(term)]
                kept = last
    return "".join([*done, markdown[kept:]])


def _own_words(guide: Guide, markdown: str, page: str) -> set[str]:
    """The terms that this page explains itself: because they live here, or because it has a heading of that name."""
    headings = (_folded(found["title"]) for found in _HEADING.finditer(f"\n{markdown}"))
    terms = vocabulary(guide).terms
    return {*_living_on(guide).get(page, ()), *(terms[words].id for words in headings if words in terms)}


@lru_cache(maxsize=4)
def _living_on(guide: Guide) -> dict[str, list[str]]:
    """The ids of the terms that each page explains."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in guide.all(Term):
        found[page_of(guide, term)].append(term.id)
    return found


def _small(text: str) -> str:
    """A text in small letters, with every letter in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def unused(guide: Guide, texts: Iterable[str]) -> list[Term]:
    """The terms that none of these texts uses or names, also those that get no link, in editorial order."""
    joined = "\n\n".join(texts)
    named = {mention.id for mention in mentions(joined) if mention.noun == Term.noun}
    used = {term.id for _, _, term in _words(guide.all(Term)).uses(joined, _small(joined), 0, len(joined))}
    return [term for term in guide.all(Term) if term.id not in named | used]


def _places(markdown: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """The stretches of running text on a page; and, as a match, each link there that names a term."""
    at = _TOP.match(markdown).end()
    open_tags: list[tuple[str, bool]] = []
    for found in _TOKEN.finditer(markdown, at):
        still = open_tags[-1][1] if open_tags else False
        start, stop = found.span()
        if start > at and not still:
            yield at, start, None
        at = stop
        named, close, tag, rest = found.group("named", "close", "tag", "rest")
        if tag is None:
            if named and not still:
                yield start, stop, found
            continue
        tag = tag.lower()
        if close:
            _shut(open_tags, tag)
        elif tag not in _VOID and not rest.endswith("/"):
            open_tags.append((tag, still or _is_still(tag, rest)))
    if not (open_tags and open_tags[-1][1]):
        yield at, len(markdown), None


def _is_still(tag: str, attributes: str) -> bool:
    """Whether the text in an element stays as it is."""
    if tag in _SPANS:
        return False
    return not re.search(r"\bmarkdown\b", attributes) or bool(_QUIET.search(attributes))


def _shut(open_tags: list[tuple[str, bool]], tag: str) -> None:
    """Close an element, with whatever was left open in it. A tag that closes nothing is passed over."""
    for index in range(len(open_tags) - 1, -1, -1):
        if open_tags[index][0] == tag:
            del open_tags[index:]
            return


def _explained(term: Term) -> str:
    """The dress of a link to a term: the explanation travels along, so that it is there without a network."""
    summary = " ".join(term.summary.split())
    summary = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_]", r"\1", summary).replace('"', "”")
    return f'{MARK}"{summary}" }}'


def _way(word: str) -> str:
    """A word as it can stand in a text: over two lines as well."""
    return r"(?:[ ]+|\n[ ]*)".join(map(re.escape, word.split()))


def _folded(word: str) -> str:
    return " ".join(word.lower().split())


def _is_written_so(found: str, term: Term) -> bool:
    """An abbreviation is only meant in capitals: a pact is not PACT."""
    word = next((one for one in words_of(term) if _folded(one) == _folded(found)), found)
    return not word.isupper() or found.isupper()
