"""The tips of "Vandaag, in twee minuten" on the start page, as a script: a page on a disk may not fetch data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator

from macros.content.guide import Guide
from macros.content.sentences import sentences
from macros.model.advice import Tip
from macros.site.urls import anchor_of, page_of, permalink_of, plain_text

_NOT_ANY_DAY = frozenset({"inschrijving", "eerste schooldagen", "rapport", "klasactiviteit", "overgang", "teamoverleg"})
"""Moments that do not come along every day."""


def quick_tips(guide: Guide) -> Iterator[Tip]:
    """The tips of two minutes that any day will do for, in an order that looks like chance and is always the same.

    A tip that comes or goes leaves the others where they stand beside each other.
    """
    tips = [tip for tip in guide.all(Tip) if tip.effort == "nu" and _NOT_ANY_DAY.isdisjoint(tip.moments)]
    yield from sorted(tips, key=lambda tip: hashlib.sha256(tip.id.encode()).digest())


def today_script(guide: Guide, url_of: Callable[[str], str]) -> str:
    """The JavaScript with each quick tip: its key, its title, where it stands, and one line on it.

    url_of: from a Markdown file to its URL below the site's root.
    """
    rows = [
        [
            permalink_of(tip).rstrip("/"),
            tip.title,
            f"{url_of(page_of(guide, tip))}#{anchor_of(tip)}",
            plain_text(guide, tip.summary or sentences(tip.what)[0]),
        ]
        for tip in quick_tips(guide)
    ]
    return f"globalThis.QuickTips={json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n"
