"""What pages are built of, so that what is built alike need be looked at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeVar

from macros.site.terms import VOID

What = TypeVar("What")

_TELLS = {"class", "role", "type", "rel", "lang", "tabindex", "scope", "aria-hidden", "aria-expanded"}
"""Attributes whose value makes an element another one."""

_NAMES = {"href", "src", "alt", "title", "aria-label"}
"""Attributes of which it counts whether they hold anything. Of all others, whether they are there."""

Attributes = list[tuple[str, str | None]]
Shape = tuple[object, ...]
"""An element as axe weighs it: its tag and attributes, those of what it stands in, and which elements, or text, stand
in it. And of a heading, which kind comes before it."""


class _Reader(HTMLParser):
    """Collects the shapes of a page. A drawing is one thing, whatever it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.shapes: set[Shape] = set()
        self._open: list[tuple[Shape, set[str]]] = [((), set())]
        self._drawn = 0
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._drawn:
            self._drawn += tag == "svg"
            return
        self._open[-1][1].add(tag)
        if re.fullmatch("h[1-6]", tag):
            self.shapes.add((self._heading, tag))
            self._heading = tag
        self._open.append(((tag, *sorted(map(_told, attrs))), set()))
        self._drawn = int(tag == "svg")
        if tag in VOID:
            self._close()

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._drawn -= self._drawn > 0 and tag == "svg"
        if not self._drawn and any(one[0] == tag for one, _ in self._open[1:]):
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not data.isspace() and not self._drawn:
            self._open[-1][1].add("text")

    def _close(self) -> object:
        one, inside = self._open.pop()
        self.shapes.add((one, self._open[-1][0], frozenset(inside)))
        return one[0]


def _told(attribute: tuple[str, str | None]) -> str:
    name, value = attribute[0], (attribute[1] or "").strip()
    if name.startswith("data-"):
        return ""
    if name in _TELLS:
        return f"{name}={' '.join(sorted(value.split()))}"
    return f"{name}={bool(value)}" if name in _NAMES else name


def shapes(page: Path) -> set[Shape]:
    """What a page of a built site is built of."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.shapes


def of_every_shape(pages: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Few pages that show every element there is; and a few more, on which each stands in all that it stands in."""
    held = {page: shapes(page) for page in pages}
    elements = _covering({page: {one[0] for one in all_of_it} for page, all_of_it in held.items()}, set())
    return elements, _covering(held, set().union(*(held[page] for page in elements)))


def _covering(held: Mapping[Path, set[What]], seen: set[What]) -> list[Path]:
    """Pages that together hold all that was not seen; the one that adds most for its length goes first."""
    left = set().union(*held.values()) - seen
    chosen: list[Path] = []
    while left:
        worth = {page: len(all_of_it & left) / (10_000 + page.stat().st_size) for page, all_of_it in held.items()}
        chosen.append(max(worth, key=lambda page: (worth[page], page)))
        left -= held[chosen[-1]]
    return chosen
