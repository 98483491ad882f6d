"""What a reader's selection needs, as scripts: a page on a disk may run these, and may not fetch data.

One script tells what every entry is called and where it stands. In a copy for a disk each page has one as well, because
a hand-out takes the text of an entry from the page it stands on. And one has the questions of a meeting: those stand on
no page.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from macros.content.guide import Guide
from macros.model.talk import question_of
from macros.publish.catalogue import KINDS, label_of
from macros.site.permalinks import permalinks
from macros.site.urls import anchor_of, page_of, permalink_of, plain_text


def selection_script(guide: Guide, url_of: Callable[[str], str]) -> str:
    """The JavaScript file with every entry. url_of: from a Markdown file to its URL below the site's root."""
    known = permalinks(guide)
    entries = [
        {
            "kind": entry.catalogue_kind(),
            "title": entry.title,
            "summary": known[permalink_of(entry).rstrip("/")].summary,
            "url": url_of(page_of(guide, entry)) + ("" if entry.has_page else f"#{anchor_of(entry)}"),
            "permalink": permalink_of(entry),
            "aliases": list(entry.aliases),
        }
        for entry in guide
    ]
    data = {"kinds": {kind: label_of(kind) for kind in KINDS}, "entries": entries}
    return f"globalThis.SelectionData={_json(data)};\n"


ASKS = "assets/meeting/asks.js"
"""Where the questions of a meeting stand, from the root of the site."""


def asks_script(guide: Guide) -> dict[str, str]:
    """The JavaScript with what a team can talk about, by permanent address; by its file in the site."""
    asks = {
        permalink_of(entry).rstrip("/"): plain_text(guide, question)
        for entry in guide
        if (question := question_of(entry))
    }
    return {ASKS: f"globalThis.MeetingAsks={_json(asks)};\n"}


def page_script(url: str, html: str) -> dict[str, str]:
    """The JavaScript that gives a page to a hand-out, by its file in the site. html: what stands on the page."""
    article = f'<article class="md-content__inner">{html}</article>'
    script = f"(globalThis.SelectionPages??={{}})[{_json(url)}]={_json(article)};\n"
    return {f"assets/selection/pages/{url}.js": script}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
