"""The tips of "Vandaag, in twee minuten" on the start page, each as a script: a page on a disk may not fetch data."""

from __future__ import annotations

import json
from collections.abc import Callable

from macros.content.guide import Guide
from macros.content.sentences import sentences
from macros.model.advice import Tip
from macros.site.quick_tips import quick_tips
from macros.site.urls import anchor_of, page_of, permalink_of, plain_text

TODAY = "assets/home/tips/"
"""Where they stand, from the root of the site."""


def today_scripts(guide: Guide, url_of: Callable[[str], str]) -> dict[str, str]:
    """The JavaScript with one quick tip, by its file: its key, its title, where it stands, and one line on it.

    One file each: who opens the start page reads one. url_of: from a Markdown file to its URL below the site's root.
    """
    return {
        f"{TODAY}{at}.js": f"(globalThis.QuickTips??={{}})[{at}]={json.dumps(row, ensure_ascii=False)};\n"
        for at, row in enumerate(_row(guide, tip, url_of) for tip in quick_tips(guide))
    }


def _row(guide: Guide, tip: Tip, url_of: Callable[[str], str]) -> list[str]:
    return [
        permalink_of(tip).rstrip("/"),
        tip.title,
        f"{url_of(page_of(guide, tip))}#{anchor_of(tip)}",
        plain_text(guide, tip.summary or sentences(tip.what)[0]),
    ]
