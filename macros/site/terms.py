"""Glossary links: the first time a page uses a term, that word becomes a link with its explanation.

Works on the Markdown of a whole page, while texts still name entries (`[](begrip:clb)`), so that every
builder gets the same links. What gets no links: headings, links, code, tables, raw HTML, and whatever a page
only repeats from elsewhere (`data-search-exclude`) or shows as a picture or a sheet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.content.guide import Guide, once_a_guide
from macros.content.text_rules import CODE, as_markdown, bare_words, mentions
from macros.model.reference import Term
from macros.site.urls import name_of, page_of

_NO_LINKS = re.compile(r"\bdata-search-exclude\b|\bclass=\"[^\"]*\b(?:hero|doors|figure|sheet)\b")
"""The attributes of elements where a link would be noise: what is repeated, drawn or filled in."""

_TOKEN = re.compile(
    CODE
    + r"""
    | \n[ ]*(?:\#{1,6}[ ]|\|)[^\n]*              # a heading, a row of a table
    | (?P<named>\[[^\[\]]*\]\(begrip:(?P<id>[^()\s]+)\))
    | \[[^\[\]]*\]\([^()]*\)                     # another link, a picture
    | \{[^{}\n]*\}                               # attributes
    | <!--.*?-->
    | <svg\b.*?</svg>
    | <(?P<close>/)?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>
    """,
    re.DOTALL | re.VERBOSE,
)
# Every alternative begins with a character of its own, not with `^` or an option: only then is a text searched quickly.
_TITLE = re.compile(r"(?:#{1,6} [^\n]*)?")
_HEADING = re.compile(r"\n#{1,6} (?P<title>[^\n{]*)")
VOID = ("br", "hr", "img", "input", "wbr", "source", "link", "meta")
"""Elements of HTML that never hold anything."""

_INLINE = ("span", "strong", "em", "b", "i", "small", "mark", "q", "sub", "sup", "time")
"""Tags inside a sentence, between which Markdown is still Markdown."""


@dataclass(frozen=True)
class Vocabulary:
    """Every word that gets a link: one pattern for all, in small letters, and the term that each stands for."""

    pattern: re.Pattern[str]
    terms: Mapping[str, Term]

    def uses(self, text: str, lowered: str, start: int, stop: int) -> Iterator[tuple[int, int, Term]]:
        """Where terms are used between two points of a text. lowered: the same text in small letters."""
        for found in self.pattern.finditer(lowered, start, stop):
            term = self.terms[_folded(found[0])]
            if _is_written_so(text[found.start() : found.end()], term):
                yield found.start(), found.end(), term


@once_a_guide
def vocabulary(guide: Guide) -> Vocabulary | None:
    """The words of a guide's glossary, less those that are too common to link. None when there are none."""
    terms = [term for term in guide.all(Term) if term.link]
    return _vocabulary_of(terms) if terms else None


def _vocabulary_of(terms: list[Term]) -> Vocabulary:
    stands_for = {_folded(word): term for term in reversed(terms) for word in reversed(words_of(term))}
    by_letter: dict[str, list[str]] = defaultdict(list)
    # The longest comes first: 'minder zichtbare ouders' is not about 'ouders'.
    # Grouped by first letter, the pattern is soon done with most words of a text.
    for word in sorted(stands_for, key=lambda word: (-len(word), word)):
        by_letter[word[0]].append(_pattern_of(word)[len(re.escape(word[0])) :])
    words = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    return Vocabulary(re.compile(rf"(?<![\w’'-])(?:{words})(?![\w-]|[’']\w)"), stands_for)


def words_of(term: Term) -> tuple[str, ...]:
    """Everything that stands for a term in a text: its title, its synonyms, their other forms."""
    return (term.title, *term.synonyms, *term.forms)


def link_terms(guide: Guide, markdown: str, page: str) -> str:
    """A page on which the first use of each term is a link with its explanation.

    A link to a term that was there already gets the explanation too. page: its file below docs/. The page that
    explains a term, and one with a heading of that name, leave that term alone.
    """
    words = vocabulary(guide)
    if words is None:
        return markdown
    stretches = list(_running_text(markdown))
    passed = _own_terms(guide, words, markdown, page) | {link["id"] for _, _, link in stretches if link}
    lowered = _lowered(markdown)
    parts: list[str] = []
    done = 0  # Up to here, the page is in `parts`.
    for start, stop, link in stretches:
        if link:
            named = guide.find(Term.collection, link["id"])
            if isinstance(named, Term) and page_of(guide, named) != page:
                parts += [markdown[done:stop], _attributes(named)]
                done = stop
            continue
        for first, last, term in words.uses(markdown, lowered, start, stop):
            if term.id not in passed:
                passed.add(term.id)
                parts += [markdown[done:first], f"[{markdown[first:last]}]({name_of(term)})", _attributes(term)]
                done = last
    return "".join([*parts, markdown[done:]])


def _own_terms(guide: Guide, words: Vocabulary, markdown: str, page: str) -> set[str]:
    """The ids of terms that this page explains itself: it is their page, or it has a heading of that name."""
    headings = (_folded(found["title"]) for found in _HEADING.finditer(f"\n{markdown}"))
    terms = words.terms
    return {*_terms_by_page(guide).get(page, ()), *(terms[title].id for title in headings if title in terms)}


@once_a_guide
def _terms_by_page(guide: Guide) -> dict[str, list[str]]:
    """The ids of the terms that each page explains."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in guide.all(Term):
        found[page_of(guide, term)].append(term.id)
    return found


def _lowered(text: str) -> str:
    """A text in small letters, with every letter in its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def unused(guide: Guide, texts: Iterable[str]) -> list[Term]:
    """The terms that none of these texts uses or names, also those that get no link, in editorial order."""
    terms = guide.all(Term)
    if not terms:
        return []
    joined = "\n\n".join(texts)
    named = {mention.id for mention in mentions(joined) if mention.noun == Term.noun}
    uses = _vocabulary_of(terms).uses(joined, _lowered(joined), 0, len(joined))
    used = {term.id for _, _, term in uses}
    return [term for term in terms if term.id not in named | used]


def _running_text(markdown: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """The stretches of running text on a page; and, as a match, each link there that names a term."""
    title = _TITLE.match(markdown)
    assert title is not None  # The pattern fits any text.
    at = title.end()
    open_tags: list[tuple[str, bool]] = []  # Each with whether text in it gets no links.
    for found in _TOKEN.finditer(markdown, at):
        no_links = open_tags[-1][1] if open_tags else False
        start, stop = found.span()
        if start > at and not no_links:
            yield at, start, None
        at = stop
        named, close, tag, rest = found.group("named", "close", "tag", "rest")
        if tag is None:
            if named and not no_links:
                yield start, stop, found
            continue
        tag = tag.lower()
        if close:
            _close(open_tags, tag)
        elif tag not in VOID and not rest.endswith("/"):
            open_tags.append((tag, no_links or _forbids_links(tag, rest)))
    if not (open_tags and open_tags[-1][1]):
        yield at, len(markdown), None


def _forbids_links(tag: str, attributes: str) -> bool:
    """Whether the text in an element gets no links."""
    if tag in _INLINE:
        return False
    return not re.search(r"\bmarkdown\b", attributes) or bool(_NO_LINKS.search(attributes))


def _close(open_tags: list[tuple[str, bool]], tag: str) -> None:
    """Close an element, with whatever was left open in it. A tag that closes nothing is passed over."""
    for index in range(len(open_tags) - 1, -1, -1):
        if open_tags[index][0] == tag:
            del open_tags[index:]
            return


def _attributes(term: Term) -> str:
    """The attributes of a link to a term: its summary is in the title, so that it can be read without a network."""
    summary = bare_words(term.summary).replace('"', "”")
    return f'{{ .term title="{as_markdown(summary)}" }}'


def _pattern_of(word: str) -> str:
    """The pattern of a word as it can stand in a text or on a page: over two lines as well."""
    return r"(?:[ ]+|\n[ ]*)".join(map(re.escape, word.split())).replace("&", "&(?:amp;)?")


def _folded(word: str) -> str:
    """A word as the vocabulary knows it: in small letters, with single spaces."""
    return " ".join(word.lower().replace("&amp;", "&").split())


def _is_written_so(found: str, term: Term) -> bool:
    """An abbreviation is only meant in capitals: a pact is not PACT."""
    word = next((word for word in words_of(term) if _folded(word) == _folded(found)), found)
    return not word.isupper() or found.isupper()
