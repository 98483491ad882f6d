"""Where an entry is found on the site, and how a page points at it.

An entry with a page of its own lives there; any other lives at its home, or else
on the shelf of its collection, under its anchor. Texts and templates name entries
(`[](tip:familiemuur)`); `resolve` turns the names into addresses, last of all.
"""

from __future__ import annotations

import os
import posixpath
import re
from functools import lru_cache
from typing import NamedTuple

from macros.guide import Guide, Ident, ident
from macros.kinds import Site
from macros.model import BY_NOUN, Entry, Section
from macros.prose import NAMING

_CODE_OR_NAMING = re.compile(rf"(?=[`\]])(?:(?P<code>^```.*?^```|`[^`\n]*`)|(?P<empty>(?<=\[))?{NAMING.pattern})", re.M | re.S)
"""Looks ahead first: a page is long, and only a backtick or a bracket can begin either."""


_MARKED = re.compile(r"[\[*_]")


def anchor(entry: Entry) -> str:
    """The name of an entry's place on a page: tip-familiemuur."""
    return f"{entry.noun}-{entry.id}"


def name(entry: Entry) -> str:
    """What texts call an entry: tip:familiemuur."""
    return f"{entry.noun}:{entry.id}"


def page_of(guide: Guide, entry: Entry) -> str:
    """The Markdown file, below docs/, of the page that an entry is on."""
    known = _pages(guide)
    key = ident(entry)
    if key not in known:
        known[key] = _find_page(guide, entry)
    return known[key]


@lru_cache(maxsize=4)
def _pages(guide: Guide) -> dict[Ident, str]:
    """The pages that were found so far. Every link asks for one, so each is worked out once a guide."""
    return {}


def _find_page(guide: Guide, entry: Entry) -> str:
    if entry.has_parts:
        return posixpath.join(entry.shelf, entry.slug, "index.md")
    home = guide.home_of(entry)
    if entry.has_page:
        folder = posixpath.dirname(page_of(guide, home)) if isinstance(entry, Section) and home else entry.shelf
        return f"{folder}/{entry.slug}.md"
    return page_of(guide, home) if home else shelf_page(type(entry))


def shelf_page(kind: type[Entry]) -> str:
    """The Markdown file of the page that shows a whole collection."""
    return f"{kind.shelf}/index.md"


def resolve(guide: Guide, markdown: str, page: str) -> str:
    """Markdown in which each named entry has become a link from this page's file to the entry's.

    page: the file of the page below docs/. Raises UnknownEntry.
    """

    known, folder = _spots(guide), posixpath.dirname(page)

    def link(found: re.Match[str]) -> str:
        code, empty, noun, id = found.group("code", "empty", "noun", "id")
        if code or noun not in BY_NOUN:
            return found[0]
        spot = known.get((noun, id)) or known.setdefault((noun, id), _spot(guide, f"{noun}:{id}"))
        label = spot.title if empty is not None else ""
        return f"{label}]({spot.anchor if spot.page == page else _relative(spot.page, folder) + spot.fragment})"

    return _CODE_OR_NAMING.sub(link, markdown)


def plain(guide: Guide, text: str) -> str:
    """A text as bare words: for a title bar, a description, a card that others show."""
    if not _MARKED.search(text):
        return " ".join(text.split())  # Most texts, and this is asked of every one.
    named = resolve(guide, text, "")
    return " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_]", r"\1", named).split())


class _Spot(NamedTuple):
    """Where a named entry is found: its title, its page, what comes after the address of that page, and its anchor there."""

    title: str
    page: str
    fragment: str
    anchor: str


def _spot(guide: Guide, name: str) -> _Spot:
    entry = guide.by_name(name)
    here = f"#{anchor(entry)}"
    return _Spot(entry.title, page_of(guide, entry), "" if entry.has_page else here, here)


@lru_cache(maxsize=4)
def _spots(guide: Guide) -> dict[tuple[str, str], _Spot]:
    """What was named so far, by noun and id. A guide names the same few hundred things ten thousand times."""
    return {}


@lru_cache(maxsize=8192)
def _relative(target: str, folder: str) -> str:
    return posixpath.relpath(target, folder or ".")


def url_of(page: str) -> str:
    """The address of a page, counted from the site's root: aanbevelingen/partnerschap/."""
    folder, file = posixpath.split(page)
    stem = file.removesuffix(".md")
    parts = [part for part in (folder, "" if stem == "index" else stem) if part]
    return "/".join(parts) + "/" if parts else ""


def permalink_of(entry: Entry) -> str:
    """The permanent short address of an entry, counted from the site's root: t/familiemuur/. It outlives titles and pages."""
    return f"{entry.letter}/{entry.id}/"


def address_of(guide: Guide, entry: Entry) -> str:
    """The address of an entry counted from the site's root, with its anchor if it shares a page."""
    return url_of(page_of(guide, entry)) + ("" if entry.has_page else f"#{anchor(entry)}")


def base_address(site: Site) -> str:
    """Where the site stands, with a slash at the end: what SITE_URL says in the environment, or else content/site.yml."""
    return (os.environ.get("SITE_URL") or site.address).rstrip("/") + "/"
