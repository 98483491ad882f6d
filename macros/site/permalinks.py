"""The permalinks: which there are, and the tiny HTML page that answers at each.

A page is at most 2 kB and needs no script: a reader is led on at once, a preview shows title and summary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import Path

from macros.content import days
from macros.content.guide import Guide, once_a_guide
from macros.content.problems import Place
from macros.content.published import Published, read_published, write_published
from macros.model.asides import Enumeration
from macros.model.entry import Entry
from macros.site.pictures import Picture, picture_of
from macros.site.urls import entry_url, page_of, page_url, permalink_of, plain_text, public_url, shortened, site_url
from macros.system.files import write_file


@dataclass(frozen=True)
class Permalink:
    """What answers at one permanent address: title and summary in plain words.

    address: `t/familiemuur`. url: where it leads, from the site's root. picture: what shows it.
    """

    address: str
    title: str
    summary: str
    url: str
    picture: Picture


@once_a_guide
def permalinks(guide: Guide) -> dict[str, Permalink]:
    """Every permanent address (`t/familiemuur`) of every entry, alias and anchored list item, and what it leads to."""
    found: dict[str, Permalink] = {}
    for entry in guide:
        own, *others = _permalinks_of(guide, entry)
        found[own.address] = own
        for other in others:
            found.setdefault(other.address, other)
    return found


@once_a_guide
def permanent_addresses(guide: Guide) -> dict[str, None]:
    """Every permanent address alone, in the order of permalinks(): a guide is held to them at each save."""
    return {
        f"{entry.letter}/{id}": None
        for entry in guide
        for id in (
            entry.id,
            *entry.aliases,
            *((item.anchor for item in entry.items if item.anchor) if isinstance(entry, Enumeration) else ()),
        )
    }


def _permalinks_of(guide: Guide, entry: Entry) -> Iterator[Permalink]:
    """The permalink of an entry itself, then those of its aliases, and of the list items in it that have an anchor."""
    summary = summary_of(guide, entry)
    picture = picture_of(guide, entry)
    own = Permalink(permalink_of(entry).rstrip("/"), entry.title, summary, entry_url(guide, entry), picture)
    yield own
    for alias in entry.aliases:
        yield replace(own, address=f"{entry.letter}/{alias}")
    for item in entry.items if isinstance(entry, Enumeration) else ():
        if item.anchor:
            summary = plain_text(guide, item.text or entry.title)
            url = f"{page_url(page_of(guide, entry))}#{item.anchor}"
            yield Permalink(f"{entry.letter}/{item.anchor}", item.title, summary, url, picture)


def summary_of(guide: Guide, entry: Entry) -> str:
    """The sentence that stands for an entry, in plain words; for a small tip or a box, how it begins."""
    text = entry.summary or getattr(entry, "what", None) or getattr(entry, "text", None) or entry.title
    return shortened(plain_text(guide, text), 240)


def permalink_pages(guide: Guide, on_disk: Mapping[str, str] | None = None) -> Iterator[tuple[str, str]]:
    """The file, below the site's folder, and the HTML of each permanent page, withdrawn ones too.

    on_disk: in a copy for a disk, where no server knows that a folder is a page, the file of each page by its URL.
    """
    for address, text in _permalink_pages(guide):
        if on_disk is None:
            yield f"{address}/index.html", text
        else:
            leads = partial(_leads_on_disk, on_disk)
            yield f"{address}.html", _LINK.sub(leads, text)


def _permalink_pages(guide: Guide) -> Iterator[tuple[str, str]]:
    base, site = escape(site_url(guide.site)), escape(guide.site.name)
    known = permalinks(guide)
    for permalink in known.values():
        yield permalink.address, _redirect_page(base, site, permalink)
    for published in _withdrawn(guide):
        yield published.address, _withdrawn_page(base, site, published, known.get(published.now))


_LINK = re.compile(r'(url=|href=")\.\./\.\./([^"#]*)')
"""Where the page of a permanent address leads to."""


def _leads_on_disk(files: Mapping[str, str], link: re.Match[str]) -> str:
    return f"{link[1]}../{files[link[2]]}"


def _withdrawn(guide: Guide) -> list[Published]:
    known = permanent_addresses(guide)
    return [row for row in guide.published if row.withdrawn and row.address not in known]


def permalink_files(guide: Guide) -> list[str]:
    """The files that permalink_pages() gives."""
    withdrawn = [row.address for row in _withdrawn(guide)]
    return [f"{address}/index.html" for address in (*permanent_addresses(guide), *withdrawn)]


def write_permalink_pages(guide: Guide, folder: Path) -> None:
    """Write every permanent page below a folder."""
    for file, text in permalink_pages(guide):
        write_file(folder / file, text)


def publish_new(guide: Guide, content: Path) -> int:
    """Add every address that is new to content/published.tsv, with the day of today; answer how many there were."""
    published = list(read_published(content))
    new = permalinks(guide).keys() - {line.address for line in published}
    if new:
        day = days.today().isoformat()
        write_published(content, [*published, *(Published(address, day, Place("")) for address in new)])
    return len(new)


def _redirect_page(base: str, site: str, permalink: Permalink) -> str:
    """The page that leads a reader on. base: the URL of the site; site: its name; both escaped."""
    title, summary, url = escape(permalink.title), escape(permalink.summary), escape(permalink.url)
    head = _HEAD.format(
        title=title,
        summary=summary,
        site=site,
        url=f"{base}{permalink.address}/",
        canonical=base + url.partition("#")[0],
        extra=_picture(base, permalink.picture) + f'<meta http-equiv="refresh" content="0; url=../../{url}">',
    )
    return f'{head}<h1>{title}</h1><p>{summary}</p><p><a href="../../{url}">Naar de gids</a></p></main></body></html>\n'


def _picture(base: str, picture: Picture) -> str:
    """What shows where the link is pasted; nothing as long as the site stands nowhere. base: see _redirect_page."""
    if public_url(base) is None:
        return ""
    return (
        f'<meta property="og:image" content="{base}{picture.file}">'
        f'<meta property="og:image:alt" content="{escape(picture.alt)}">'
        '<meta name="twitter:card" content="summary_large_image">'
    )


def _withdrawn_page(base: str, site: str, published: Published, now: Permalink | None) -> str:
    """The page of what is no longer in the guide: why, and what helps now. base, site: see _redirect_page."""
    title = "Dit staat niet meer in de gids"
    reason, url = escape(published.reason), f"{base}{published.address}/"
    noindex = '<meta name="robots" content="noindex">'
    head = _HEAD.format(title=title, summary=reason, site=site, url=url, canonical=url, extra=noindex)
    link = (
        f'<p>Dit helpt nu: <a href="../../{escape(now.url)}">{escape(now.title)}</a></p>'
        if now
        else '<p><a href="../../">Naar de start van de gids</a></p>'
    )
    withdrawn = f"Ingetrokken op {published.withdrawn}."
    return f"{head}<h1>{title}</h1><p>{reason}</p><p>{withdrawn}</p>{link}</main></body></html>\n"


_HEAD = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title} · {site}</title>'
    '<meta name="viewport" content="width=device-width">'
    '<meta name="description" content="{summary}">'
    '<meta property="og:title" content="{title}"><meta property="og:description" content="{summary}">'
    '<meta property="og:site_name" content="{site}"><meta property="og:type" content="article">'
    '<meta property="og:url" content="{url}"><link rel="canonical" href="{canonical}">{extra}'
    "<style>body{{max-width:34rem;margin:3rem auto;padding:0 1rem;"
    "font:1rem/1.5 system-ui;color:#29241f;background:#fbf7ef}}a{{color:#14606b}}</style></head><body><main>"
)
