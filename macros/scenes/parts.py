"""The parts that scenes are made of, as parts.svg draws them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from macros.scenes.edges import Spot, edges_of

FILE = Path(__file__).with_name("parts.svg")
_SVG = "{http://www.w3.org/2000/svg}"
_MANNERS = frozenset({"line", "thin", "free", "bare"})


@dataclass(frozen=True)
class Stroke:
    """One element of a part. fill: its colour or role, nothing when it has no inside.

    thin: a finer line; free: a line on the bare paper; bare: no line round it. drawn: its other attributes.
    """

    tag: str
    fill: str
    thin: bool
    free: bool
    bare: bool
    drawn: Mapping[str, str]


@dataclass(frozen=True)
class Edge:
    """Where one piece of a part runs. filled: whether it has a colour inside."""

    filled: bool
    spots: list[Spot]


class Parts:
    """Every part by its name. The file is read once for as long as this lives: one refresh of the site."""

    def __init__(self, file: Path = FILE) -> None:
        root = ElementTree.parse(file).getroot()
        self._parts = {group.get("id", ""): tuple(_strokes(group)) for group in root.iter(f"{_SVG}g")}
        self._edges: dict[str, list[Edge]] = {}

    def __getitem__(self, name: str) -> tuple[Stroke, ...]:
        return self._parts[name]

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def edges(self, name: str) -> list[Edge]:
        """Where all that a part is drawn with runs."""
        if name not in self._edges:
            self._edges[name] = [
                Edge(bool(stroke.fill), spots) for stroke in self[name] for spots in edges_of(stroke.tag, stroke.drawn)
            ]
        return self._edges[name]

    def names(self, kind: str = "") -> list[str]:
        """The names of all parts, or those of one kind (`hair-`) without what they all begin with."""
        return [name.removeprefix(kind) for name in self._parts if name.startswith(kind)]


def _strokes(group: ElementTree.Element) -> Iterator[Stroke]:
    for element in group:
        kinds = element.get("class", "").split()
        yield Stroke(
            element.tag.removeprefix(_SVG),
            next((kind for kind in kinds if kind not in _MANNERS), ""),
            thin="thin" in kinds,
            free="free" in kinds,
            bare="bare" in kinds,
            drawn={name: value for name, value in element.attrib.items() if name != "class"},
        )
