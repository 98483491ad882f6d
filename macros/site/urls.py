"""The page, URL, anchor and permalink of an entry, and links to it by name.

An entry with a page of its own is found there; any other on the page of its home, or else on
the overview of its collection, under its anchor. Texts and templates name entries
(`[](tip:familiemuur)`), and templates a page of docs/ by its file (`[](/over/privacy.md)`); `link_names`
turns both into links, last of all.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from macros.content.external_urls import host_of
from macros.content.guide import Guide, Ident, ident, once_a_guide
from macros.content.text_rules import CODE, NAMING, as_markdown, bare_words
from macros.model.advice import Section
from macros.model.entry import Entry
from macros.model.entry_types import BY_NOUN
from macros.model.settings import Site
from macros.system.errors import Refusal

_CODE_OR_NAMING = re.compile(
    rf"(?=[`\]])(?:(?P<code>{CODE})|\]\(/(?P<file>[^()\s#]+\.md)|(?P<empty>(?<=\[))?{NAMING.pattern})", re.DOTALL
)
"""Looks ahead first: a page is long, and only a backtick or a bracket can begin either."""

_WHOLE_URL = re.compile(r"https?://[^\s/:?#\"'<>{}][^\s\"'<>{}]*", re.IGNORECASE)
"""A URL with its scheme and its host."""

_MARKUP = re.compile(r"[\[*_]")


def anchor_of(entry: Entry) -> str:
    """The anchor of an entry on a page: tip-familiemuur."""
    return f"{entry.noun}-{entry.id}"


def name_of(entry: Entry) -> str:
    """What texts call an entry: tip:familiemuur."""
    return f"{entry.noun}:{entry.id}"


def page_of(guide: Guide, entry: Entry) -> str:
    """The Markdown file, below docs/, of the page that an entry is on."""
    return _pages(guide)[ident(entry)]


@once_a_guide
def _pages(guide: Guide) -> dict[Ident, str]:
    """The page of each entry. Every link asks for one."""
    return {ident(entry): _find_page(guide, entry) for entry in guide}


def _find_page(guide: Guide, entry: Entry) -> str:
    if entry.has_parts or entry.at_root:
        return posixpath.join("" if entry.at_root else entry.shelf, entry.slug, "index.md")
    home = guide.home_of(entry)
    if entry.has_page:
        folder = posixpath.dirname(_find_page(guide, home)) if isinstance(entry, Section) and home else entry.shelf
        return f"{folder}/{entry.slug}.md"
    return _find_page(guide, home) if home else overview_page(type(entry))


def overview_page(entry_type: type[Entry]) -> str:
    """The Markdown file of the page that shows a whole collection."""
    return f"{entry_type.shelf}/index.md"


def example_page(guide: Guide, worksheet: Entry) -> str:
    """The Markdown file of the page with the filled-in example of a worksheet."""
    folder, name = posixpath.split(page_of(guide, worksheet))
    return f"{folder}/voorbeeld/{name}"


def link_names(guide: Guide, markdown: str, page: str) -> str:
    """Markdown in which each named entry or file has become a link from this page's file to that one.

    page: the file of the page below docs/. Raises UnknownEntry.
    """
    return _linked(guide, markdown, page, as_markdown)


def _linked(guide: Guide, text: str, page: str, written: Callable[[str], str]) -> str:
    """A text in which each named entry has become a link. written: how a title is written in such a text."""
    targets, folder = _link_targets(guide), posixpath.dirname(page)

    def link(found: re.Match[str]) -> str:
        code, file, empty, noun, id = found.group("code", "file", "empty", "noun", "id")
        if file:
            return f"]({_relative(file, folder)}"
        if code or noun not in BY_NOUN:
            return found[0]
        target = targets.get((noun, id)) or _link_target(guide, guide.by_name(f"{noun}:{id}"))
        label = written(target.title) if empty is not None else ""
        return f"{label}]({target.anchor if target.page == page else _relative(target.page, folder) + target.fragment})"

    return _CODE_OR_NAMING.sub(link, text)


def plain_text(guide: Guide, text: str) -> str:
    """A text as bare words: for a title bar, a description, a card that others show."""
    if not _MARKUP.search(text):
        return " ".join(text.split())  # Most texts, and this is asked of every one.
    return bare_words(_linked(guide, text, "", str))


@once_a_guide
def _shared_titles(guide: Guide) -> frozenset[str]:
    """The titles that several entries have, in small letters: a method and its worksheet."""
    counts = Counter(entry.title.lower() for entry in guide)
    return frozenset(title for title, count in counts.items() if count > 1)


def title_apart(guide: Guide, entry: Entry) -> str:
    """The title of an entry, with what it is where another one is called the same: Problemenboom (werkblad)."""
    shared = entry.title.lower() in _shared_titles(guide)
    return f"{entry.title} ({entry.reader_label().lower()})" if shared else entry.title


def shortened(words: str, most: int) -> str:
    """Plain words, cut off behind a whole word where they are longer. Escaping comes after: never halve an entity."""
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    return (cut.rpartition(" ")[0].rstrip(",;: ") or cut[:-1]) + " …"


class _LinkTarget(NamedTuple):
    """Where a named entry is found: its title, its page and its anchor there.

    fragment: what comes after the URL of that page; nothing when the page is the entry's own.
    """

    title: str
    page: str
    fragment: str
    anchor: str


def _link_target(guide: Guide, entry: Entry) -> _LinkTarget:
    anchor = f"#{anchor_of(entry)}"
    return _LinkTarget(entry.title, page_of(guide, entry), "" if entry.has_page else anchor, anchor)


@once_a_guide
def _link_targets(guide: Guide) -> dict[tuple[str, str], _LinkTarget]:
    """Where each entry is found, by noun and by its id or alias.

    A guide names the same few hundred things ten thousand times.
    """
    return {(entry.noun, id): _link_target(guide, entry) for entry in guide for id in (*entry.aliases, entry.id)}


def _relative(target: str, folder: str) -> str:
    """The relative path from a folder to a file, both below docs/: posixpath.relpath, in a seventh of its time."""
    parts, above = target.split("/"), folder.split("/") if folder else []
    shared = 0
    while shared < min(len(parts) - 1, len(above)) and parts[shared] == above[shared]:
        shared += 1
    return "/".join([*[".."] * (len(above) - shared), *parts[shared:]])


def page_url(page: str) -> str:
    """The URL of a page, counted from the site's root: aanbevelingen/partnerschap/."""
    folder, file = posixpath.split(page)
    stem = file.removesuffix(".md")
    parts = [part for part in (folder, "" if stem == "index" else stem) if part]
    return "/".join(parts) + "/" if parts else ""


def permalink_of(entry: Entry) -> str:
    """The permalink of an entry, counted from the site's root: t/familiemuur/. It outlives titles and pages."""
    return f"{entry.letter}/{entry.id}/"


def entry_url(guide: Guide, entry: Entry) -> str:
    """The URL of an entry, counted from the site's root, with its anchor if it shares a page."""
    return page_url(page_of(guide, entry)) + ("" if entry.has_page else f"#{anchor_of(entry)}")


def site_url(site: Site) -> str:
    """The URL of the site, with a slash at the end: SITE_URL in the environment, or else content/site.yml.

    A blank SITE_URL is none, as some build services set it. Raises Refusal when it holds something else than a URL.
    """
    said = os.environ.get("SITE_URL", "").strip()
    if said and not _WHOLE_URL.fullmatch(said):
        raise Refusal(
            f"SITE_URL in de omgeving is geen webadres: '{said}'."
            " Geef het hele adres, zoals https://school.be/gids/, of laat SITE_URL leeg."
        )
    return (said or site.address).rstrip("/") + "/"


def public_url(url: str) -> str | None:
    """The URL of a site that people can go to. A host below .example is nobody's: that one is to fill in still."""
    return None if host_of(url).endswith(".example") else url


def address_for(site: Site, hosted: str) -> str:
    """The URL that the site will have on the web: its own, or as long as that is a placeholder, what its host says.

    hosted: nothing when no host says anything. Raises Refusal when there is no URL that people can go to.
    """
    own, given = site_url(site), hosted.strip()
    if given and not _WHOLE_URL.fullmatch(given):
        raise Refusal(f"'{given}' is geen webadres. Geef het hele adres: make online ADRES=https://school.be/gids/.")
    for url in (own, given.rstrip("/") + "/"):
        if _WHOLE_URL.fullmatch(url) and public_url(url):
            return url
    raise Refusal(
        f"'{given or own}' is maar een voorbeeld van een adres: daar kan niemand de gids lezen. Zet het echte bij"
        " 'address' in content/site.yml, of typ het erachter: make online ADRES=https://school.be/gids/."
    )


def printed_url(url: str) -> str:
    """A whole URL as paper shows it: without its scheme and its last slash."""
    return url.partition("://")[2].rstrip("/")
