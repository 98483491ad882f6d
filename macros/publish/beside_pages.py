"""The files that stand beside the pages of a site: for search, a selection, posters, today, who builds on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from macros.content.guide import Guide
from macros.publish.catalogue import catalogue, catalogue_schema
from macros.publish.feed import feed
from macros.publish.poster_data import POSTERS, poster_files
from macros.publish.runsheet_data import runsheet_script
from macros.publish.search_data import SearchRecord, search_records, search_script
from macros.publish.selection_data import ASKS, asks_script, selection_script
from macros.publish.today_data import TODAY, today_scripts

OURS = (
    "catalogue.json",
    "catalogue.schema.json",
    "assets/search/data.js",
    "assets/selection/data.js",
    "assets/runsheet/data.js",
)
"""Where those stand, from the root of the site, that no other site has."""

FILES = (*OURS, "feed.xml")


def is_beside(path: str) -> bool:
    """Whether a path of the site is that of such a file."""
    return path in (*FILES, ASKS) or path.startswith((TODAY, POSTERS))


def beside_pages(
    guide: Guide,
    prose: Sequence[SearchRecord],
    url_of: Callable[[str], str],
    title_of: Callable[[str], str],
) -> dict[str, str]:
    """The text of each of these files, by its path. prose: what search finds in docs/; url_of, title_of: of a page."""
    records = [*search_records(guide), *prose]
    texts = (
        json.dumps(catalogue(guide), ensure_ascii=False),
        json.dumps(catalogue_schema(), ensure_ascii=False),
        search_script(guide, records, url_of, title_of),
        selection_script(guide, url_of),
        runsheet_script(guide),
        feed(guide),
    )
    made = {**asks_script(guide), **today_scripts(guide, url_of), **poster_files(guide)}
    return {**dict(zip(FILES, texts, strict=True)), **made}
