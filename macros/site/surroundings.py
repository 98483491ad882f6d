"""What the frame of a page shows around it: what lies above it, beside it, before and after it.

The templates in overrides/ read it from the front matter of a page, under the names that are given here. The plugin
puts it there when it builds the guide, and the export writes it there for any other builder.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Container
from typing import TypedDict

from macros.site.page import Page

_START = "index.md"


class Way(TypedDict):
    """A way to another page: its title, and its URL from the site's root."""

    title: str
    url: str


Find = Callable[[str], Way]
"""Finds the way to a Markdown file below docs/."""


def surroundings(file: str, page: Page | None, files: Container[str], crumb: Find, way: Find) -> dict[str, object]:
    """What stands around the page of a file, by name; a page that someone wrote has nothing beside it.

    page: how it is generated, if it is. files: which pages there are. crumb, way: to a page as it is called in the
    trail, where a menu may have a shorter word for it, and anywhere else.
    """
    start = Way(title="Start", url=crumb(_START)["url"])
    if page is None:
        above = posixpath.join(posixpath.dirname(file), _START)
        between = [crumb(above)] if above in files and above not in (file, _START) else []
        return {"trail": [start, *between] if file != _START else []}
    return {
        "trail": [start, *map(crumb, page.trail)],
        "beside": [way(other) for other in page.beside],
        "beside_label": page.beside_label,
        "before": way(page.before) if page.before else None,
        "after": way(page.after) if page.after else None,
        "permalink": page.permalink,
        "picture": page.picture,
    }
