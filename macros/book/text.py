"""A text on paper: where it leads to, is said with a page of the same book, or else in a footnote with the address."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import escape

from markdown import Markdown
from markupsafe import Markup

from macros.content.guide import Guide, Ident, ident
from macros.content.text_rules import NAMING, as_markdown
from macros.model.entry import Citation, Entry
from macros.model.reference import Source, Term
from macros.site.urls import anchor_of, permalink_of, printed_url, site_url

_NAMED = re.compile(r'<a href="(?P<noun>[a-z]+):(?P<id>[^"/]+)">(?P<label>.*?)</a>', re.DOTALL)
"""A link that names an entry, once Markdown has become HTML."""

_ONE = re.compile(r"<p>(.*)</p>", re.DOTALL)


@dataclass(frozen=True)
class Note:
    """A footnote: its number, where it leads to, and what stands there."""

    number: int
    address: str
    title: str

    @property
    def printed(self) -> str:
        """The address as one reads and types it."""
        return printed_url(self.address) or self.address


class BookText:
    """Makes HTML of the texts of one book, and remembers what they lead to.

    inside: the entries that stand in the book. It lives as long as the book is being laid out.
    """

    def __init__(self, guide: Guide, inside: Collection[Ident]) -> None:
        self._guide, self._inside = guide, inside
        self._markdown = Markdown(output_format="xhtml")
        self._base = site_url(guide.site)
        self.notes: dict[str, Note] = {}
        """By address, in the order in which they were first needed."""
        self.terms: dict[Ident, Term] = {}
        """The terms that were named, which the book explains at its end."""
        self.sources: dict[str, Source] = {}
        """The sources that were named, by their short names."""

    def prose(self, text: str) -> Markup:
        """A text of paragraphs and lists."""
        html = self._markdown.reset().convert(NAMING.sub(self._titled, text) if "](" in text else text)
        return Markup(_NAMED.sub(self._resolved, html))

    def words(self, text: str) -> Markup:
        """A text of one line."""
        html = self.prose(" ".join(text.split()))
        one = _ONE.fullmatch(html)
        return Markup(one[1] if one else html)

    def leads(self, entry: Entry, label: str | None = None) -> Markup:
        """An entry by its title, and where it is found."""
        return self._led(entry, escape(label or entry.title))

    def address(self, entry: Entry) -> str:
        """Where an entry is found, whatever its title and its page will be."""
        return self._base + permalink_of(entry)

    def cited(self, entry: Entry) -> str:
        """Where an entry comes from, in one line: Leidraad, p. 14 en 19; Twaalf sleutels, p. 7."""
        places: dict[str, list[str]] = {}
        for citation in entry.sources:
            source = self._guide.get(Source, citation.source)
            self.sources[source.short] = source
            places.setdefault(source.short, []).append(_place_in(citation))
        return "; ".join(", ".join([name, *_places(found)]) for name, found in places.items())

    def _titled(self, found: re.Match[str]) -> str:
        """What names an entry without saying how, gets its title."""
        before = found.string[found.start() - 1]
        named = self._guide.by_name(f"{found['noun']}:{found['id']}")
        return (as_markdown(named.title) if before == "[" else "") + found[0]

    def _resolved(self, found: re.Match[str]) -> str:
        return self._led(self._guide.by_name(f"{found['noun']}:{found['id']}"), found["label"])

    def _led(self, entry: Entry, label: str) -> Markup:
        """A link. label: what stands there, escaped already."""
        if isinstance(entry, Term):
            self.terms[ident(entry)] = entry
        if isinstance(entry, Source):
            self.sources[entry.short] = entry
        if isinstance(entry, Term | Source) or ident(entry) in self._inside:
            return Markup(f'<a class="here" href="#{anchor_of(entry)}">{label}</a>')
        address = self.address(entry)
        return Markup(f'<a href="{escape(address)}">{label}</a>') + self._noted(address, entry.title)

    def _noted(self, address: str, title: str) -> Markup:
        """The number of a footnote. Where it is needed first, the note stands on that page."""
        note = self.notes.get(address)
        if note:
            return Markup(f'<a class="again" href="#adres-{note.number}">{note.number}</a>')
        note = self.notes[address] = Note(len(self.notes) + 1, address, title)
        link = f'<a href="{escape(address)}">{escape(note.printed)}</a>'
        return Markup(f'<span class="note" data-number="{note.number}">{link}</span>')


def sent(text: str) -> Markup:
    """Words that someone sends, line by line. A box to tick is drawn: our letters have none."""
    html = escape(text.strip()).replace("☐", '<span class="tick"></span>').replace("\n", "<br/>")
    return Markup(html)


def web(url: str) -> str:
    """A web address that a browser can follow, also when only the domain is given."""
    return url if url.lower().startswith("http") else f"https://{url}"


def _places(found: list[str]) -> list[str]:
    """Each place once; before what only is a next number, its word is not said again."""
    words = list(dict.fromkeys(filter(None, found)))
    return [
        word.partition(" ")[2] if at and word.partition(" ")[0] == words[at - 1].partition(" ")[0] else word
        for at, word in enumerate(words)
    ]


def _place_in(citation: Citation) -> str:
    if citation.page:
        return f"p. {citation.page}"
    return f"dia {citation.slide}" if citation.slide else ""
