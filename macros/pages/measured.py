"""The macro that puts a figure on the page about how good the guide is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.content.days import in_words
from macros.content.guide import Guide
from macros.content.measured import Measured
from macros.content.problems import UnknownEntry, did_you_mean
from macros.pages.view import View

PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "axe": ("axe",),
        "html": ("vnu", "html-validate", "links"),
        "pages": ("screens", "weight", "requests", "shift"),
        "lix": ("lix",),
        "search": ("ndcg", "first", "five"),
        "pdf": ("pdf",),
        "slips": ("slips",),
        "engines": ("engines",),
        "verify": ("verify",),
    }
)
"""What can be measured: by the part of `make quality` that does, the figures that come of it."""

_PART_OF: Mapping[str, str] = MappingProxyType({name: part for part, names in PARTS.items() for name in names})


@dataclass(frozen=True)
class MeasuredView(View):
    """A figure with its goal, what was looked at, and how to measure it again.

    figure: None when no one measured it yet. value, goal, plain: as one writes numbers in Dutch. part: of make quality.
    """

    template = "measured"
    figure: Measured | None
    part: str
    value: str = ""
    goal: str = ""
    plain: str = ""
    day: str = ""


def measured(guide: Guide, name: str) -> View:
    """Zet een cijfer over de gids op de pagina, zoals `make quality` het mat: met zijn doel en de dag."""
    if name not in _PART_OF:
        raise UnknownEntry(f"Een meting '{name}' is er niet. {did_you_mean(name, _PART_OF)}")
    one = guide.measured.get(name)
    if not one:
        return MeasuredView(None, _PART_OF[name])
    plain = "" if one.plain is None else in_dutch(one.plain)
    return MeasuredView(one, _PART_OF[name], in_dutch(one.value), in_dutch(one.goal), plain, in_words(one.day))


def in_dutch(number: float) -> str:
    """A number as one writes it in Dutch: 1.234,5."""
    return f"{number:,.10g}".translate(str.maketrans(",.", ".,"))
