"""The permanent addresses: which there are, and the tiny page that answers at each.

A page is at most 2 kB and needs no script: a reader is led on at once, a preview shows title and summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path

from macros.content.guide import Guide, once_a_guide
from macros.content.problems import Place
from macros.content.published import Published, read_published, write_published
from macros.model.advice import Enumeration
from macros.model.entry import Entry
from macros.site.urls import entry_url, page_of, page_url, permalink_of, plain_text, site_url


@dataclass(frozen=True)
class Permalink:
    """What answers at one permanent address: title and summary in plain words, and the url it leads to, from the site's root."""

    address: str
    title: str
    summary: str
    url: str


@once_a_guide
def permalinks(guide: Guide) -> dict[str, Permalink]:
    """Every permanent address (`t/familiemuur`) of every entry, alias and anchored list item, and what it leads to."""
    found: dict[str, Permalink] = {}
    for entry in guide:
        one = Permalink(
            permalink_of(entry).rstrip("/"), entry.title, plain_text(guide, summary_of(entry)), entry_url(guide, entry)
        )
        found[one.address] = one
        for alias in entry.aliases:
            found.setdefault(f"{entry.letter}/{alias}", replace(one, address=f"{entry.letter}/{alias}"))
        for item in entry.items if isinstance(entry, Enumeration) else ():
            if item.anchor:
                address = f"{entry.letter}/{item.anchor}"
                found.setdefault(
                    address,
                    Permalink(
                        address,
                        item.title,
                        plain_text(guide, item.text or entry.title),
                        f"{page_url(page_of(guide, entry))}#{item.anchor}",
                    ),
                )
    return found


def summary_of(entry: Entry) -> str:
    """The sentence that stands for an entry; for a small tip or a box, how it begins."""
    text = entry.summary or getattr(entry, "what", None) or getattr(entry, "text", None) or entry.title
    return text if len(text) <= 240 else text[:239].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def permalink_pages(guide: Guide) -> Iterator[tuple[str, str]]:
    """The file, below the site's folder, and the HTML of each permanent page, withdrawn ones too."""
    base, site = site_url(guide.site), escape(guide.site.name)
    known = permalinks(guide)
    for one in known.values():
        yield f"{one.address}/index.html", _page(base, site, one)
    for gone in guide.published:
        if gone.withdrawn and gone.address not in known:
            yield f"{gone.address}/index.html", _farewell(base, site, gone, known.get(gone.now))


def write_permalink_pages(guide: Guide, folder: Path) -> None:
    """Write every permanent page below a folder."""
    for file, text in permalink_pages(guide):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def publish_new(guide: Guide, content: Path) -> int:
    """Add every address that is new to the ledger, with the day of today; answer how many there were."""
    published = list(read_published(content))
    new = permalinks(guide).keys() - {one.address for one in published}
    if new:
        write_published(
            content, [*published, *(Published(address, date.today().isoformat(), Place("")) for address in new)]
        )
    return len(new)


def _page(base: str, site: str, one: Permalink) -> str:
    title, summary, to = escape(one.title), escape(one.summary), escape(one.url)
    return _HEAD.format(
        title=title,
        summary=summary,
        site=site,
        url=f"{base}{one.address}/",
        canonical=base + to.partition("#")[0],
        more=f'<meta http-equiv="refresh" content="0;url=../../{to}">',
    ) + (f'<h1>{title}</h1><p>{summary}</p><p><a href="../../{to}">Naar de gids</a></p></main></html>\n')


def _farewell(base: str, site: str, gone: Published, now: Permalink | None) -> str:
    on = (
        f'<p>Dit helpt nu: <a href="../../{escape(now.url)}">{escape(now.title)}</a></p>'
        if now
        else '<p><a href="../../">Naar de start van de gids</a></p>'
    )
    reason, url = escape(gone.reason), f"{base}{gone.address}/"
    return _HEAD.format(
        title="Dit staat niet meer in de gids",
        summary=reason,
        site=site,
        url=url,
        canonical=url,
        more='<meta name="robots" content="noindex">',
    ) + (
        f"<h1>Dit staat niet meer in de gids</h1><p>{reason}</p><p>Ingetrokken op {gone.withdrawn}.</p>{on}</main></html>\n"
    )


_HEAD = (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><title>{title} · {site}</title><meta name="viewport" content="width=device-width">'
    '<meta name="description" content="{summary}"><meta property="og:title" content="{title}"><meta property="og:description" content="{summary}">'
    '<meta property="og:site_name" content="{site}"><meta property="og:type" content="article"><meta property="og:url" content="{url}">'
    '<link rel="canonical" href="{canonical}">{more}<style>body{{max-width:34rem;margin:3rem auto;padding:0 1rem;font:1rem/1.5 system-ui;color:#29241f;background:#fbf7ef}}a{{color:#14606b}}</style><main>'
)
