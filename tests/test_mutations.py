"""Slips that no one thought of: the tiny guide, damaged at random, always by the same dice.

Whatever the damage, the guide either says in Dutch what is wrong and where, or it opens
and every link on every page leads somewhere.
"""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from places import TINY
from reader import dead_ends, read_all
from slips import SLIPS, Changes, Slip

from macros.content.guide import Guide
from macros.content.problems import ContentError
from macros.live_guide import LiveGuide

TIMES = 30
BATCH = 8
REPORT = re.compile(
    r"((?:content|docs)/[^\n]*:\d+:\d+\n(?:  [^\n]+\n)+\n)+"
    r"\d+ proble(em|men) in \d+ bestand(en)?\. De laatste goede site blijft staan\."
)
FOREIGN = re.compile(
    r"Traceback|Error\b|Input should|Field required|Extra inputs|Value error|String should"
    r"|while (?:parsing|scanning)|did not find|could not find|expected|<class|pydantic|yaml\."
)


@dataclass
class Copy:
    """A copy of content/ and docs/, of which content/ can be damaged and healed again."""

    root: Path
    files: dict[str, bytes]
    dead_before: frozenset[str] = frozenset()

    def opened(self) -> Guide:
        """The guide as it is now, by the way of `make check`. Raises ContentError."""
        building = LiveGuide(self.root)
        building.refresh()
        return building.guide

    def dead_ends(self, guide: Guide) -> frozenset[str]:
        """Every link on every page that leads nowhere."""
        return frozenset(dead_ends(read_all(guide, self.root / "docs")))

    def damage(self, changes: dict[str, bytes | None]) -> None:
        """Write each changed file; None takes it away."""
        for file, raw in changes.items():
            path = self.root / file
            if raw is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(raw)

    def heal(self, changes: dict[str, bytes | None]) -> None:
        """Put every changed file back as it was."""
        self.damage({file: self.files.get(file) for file in changes})


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The tiny guide, copied once."""
    root = tmp_path_factory.mktemp("guide")
    for folder in ("content", "docs"):
        shutil.copytree(TINY / folder, root / folder)
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted((root / "content").rglob("*.yml"))}
    whole = Copy(root, files)
    whole.dead_before = whole.dead_ends(whole.opened())
    return whole


def test_the_undamaged_guide_has_no_dead_ends(copy: Copy) -> None:
    """The damage starts from something whole."""
    assert sorted(copy.dead_before) == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.__name__)
def test_a_slip_is_answered_or_harmless(slip: Slip, copy: Copy) -> None:
    """Each damaged guide is opened on its own; the harmless ones are then laid out a handful at a time.

    A page that breaks does so in company too, and a page costs more than a guide.
    """
    harmless = []
    for turn in range(TIMES):
        changes = slip(random.Random(f"{slip.__name__} {turn}"), copy.files)
        if _opened(copy, changes) is not None:
            harmless.append(changes)

    for start in range(0, len(harmless), BATCH):
        _lay_out(copy, harmless[start : start + BATCH])


def _lay_out(copy: Copy, harmless: list[Changes]) -> None:
    """Lay out a guide with all of these slips. Those that only together are a mistake, are laid out apart."""
    together = {file: raw for changes in harmless for file, raw in changes.items()}
    apart = len(together) < sum(map(len, harmless))
    guide = None if apart else _opened(copy, together)
    if guide is None and len(harmless) > 1:
        _lay_out(copy, harmless[: len(harmless) // 2])
        _lay_out(copy, harmless[len(harmless) // 2 :])
    elif guide is not None:
        assert sorted(copy.dead_ends(guide) - copy.dead_before) == [], f"After damage to {', '.join(together)}"


def _opened(copy: Copy, changes: Changes) -> Guide | None:
    """The guide after this damage, or None when it was refused, with words that an editor can use."""
    copy.damage(changes)
    try:
        return copy.opened()
    except ContentError as error:
        said = str(error)
    finally:
        copy.heal(changes)
    assert REPORT.fullmatch(said), f"After damage to {', '.join(changes)}:\n{said}"
    assert not FOREIGN.search(said), f"After damage to {', '.join(changes)}:\n{said}"
    return None
