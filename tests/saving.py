"""Changes that an editor may make to the make-believe guide, one after the other, by chance but the same every time."""

from __future__ import annotations

import random
import re
from pathlib import Path

_TEXT = re.compile(r"(?m)^(?:title|summary|what|why|text|purpose|when|instruction|example): (?![>|\[{])(.*)$")
_ORDER = re.compile(r"(?m)^order: (\d+)$")
_ROW = re.compile(
    r"(?m)^(tips|methods|keys|sections|partners|audience|levels|search_words): \[([^\[\]{}]+, [^\[\]{}]+)\]$"
)
_LABEL = re.compile(r"(?m)^    label: (.*)$")

_WORDS = ("bij eb", "aan bakboord", "met soep & brood", "op de kade", "in de mist", "*nu*", "als de kapitein roept")
"""What is added to a text: words of the glossary too, and what Markdown reads."""


def changes(content: Path, seed: int, times: int) -> list[Path]:
    """As many files of content/, each to be changed by change()."""
    chance = random.Random(seed)
    files = sorted(content.rglob("*.yml"))
    return [chance.choice(files) for _ in range(times)]


def change(file: Path, turn: int) -> str:
    """Another text for a file: longer, in another order, or without its last words. turn: which change it is."""
    text = file.read_text(encoding="utf-8")
    chance = random.Random(turn)
    found = [match for pattern in (_TEXT, _ORDER, _ROW, _LABEL) for match in pattern.finditer(text)]
    if not found:
        return text
    place = chance.choice(found)
    return text[: place.start()] + _changed(place, chance) + text[place.end() :]


def _changed(place: re.Match[str], chance: random.Random) -> str:
    whole = place[0]
    if place.re is _ORDER:
        return f"order: {chance.randint(1, 99)}"
    if place.re is _ROW:
        items = place[2].split(", ")
        return f"{place[1]}: [{', '.join(items[1:] + items[:1])}]"
    ends = re.search(r"[.?!”\"']*$", whole)
    assert ends
    return f"{whole[: ends.start()]} {chance.choice(_WORDS)}{ends[0]}"
