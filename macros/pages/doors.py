"""The page of a door: what to begin with, and how much the guide has for who comes in there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from macros.content.guide import Guide, once_a_guide
from macros.model.advice import Tip
from macros.model.entry import Entry
from macros.model.slugs import slug_of
from macros.model.ways_in import Door
from macros.pages.view import View


@dataclass(frozen=True)
class ChosenWay:
    """One thing to begin with. line: why it stands here, in the words of the editors or else in its own."""

    entry: Entry
    line: str


@dataclass(frozen=True)
class Supply:
    """How many tips there are: of all of them, those that name this level, and those that know none."""

    tips: int
    named: int
    open: int


@dataclass(frozen=True)
class DoorPage(View):
    """A door. supply: for one of a level.

    at_once, all: what stands behind the address of the overview of tips, to see only what can be done in two
    minutes, or all that fits.
    """

    template = "door"
    entry: Door
    ways: list[ChosenWay]
    supply: Supply | None
    at_once: str
    all: str


def door(guide: Guide, id: str) -> View:
    """Zet een hele ingang op de pagina: waarmee je begint, en hoeveel er voor dit niveau is.

    Voorbeeld: door("kleuter")
    """
    entry = guide.get(Door, id)
    named = [guide.named_in(entry, "ways", at)[0] for at in range(len(entry.ways))]
    ways = [ChosenWay(target, way.why or target.summary or "") for target, way in zip(named, entry.ways, strict=True)]
    level = {"levels": entry.levels[0]} if entry.levels else {}
    return DoorPage(entry, ways, _supply(guide, entry), _query({**level, "effort": "nu"}), _query(level))


def _supply(guide: Guide, entry: Door) -> Supply | None:
    if not entry.levels:
        return None
    found = _tips_by_level(guide)
    return Supply(len(guide.all(Tip)), found[entry.levels[0]], found["alle"])


@once_a_guide
def _tips_by_level(guide: Guide) -> Counter[str]:
    """How many tips there are for each level."""
    return Counter(level for tip in guide.all(Tip) for level in set(tip.levels))


def _query(chosen: Mapping[str, str]) -> str:
    """What an address adds to show only these tips, as the filter of their overview reads it. chosen: by field."""
    names = {facet.of: facet.name for facet in Tip.facets}
    return "?" + urlencode({names[field]: slug_of(value) for field, value in chosen.items()}) if chosen else ""
