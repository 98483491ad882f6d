"""A guide to damage: one file at a time, always by the same dice, and what is then said of it.

Whatever the damage, the guide either says in Dutch what is wrong and where, in a report that someone can read, or it
opens and every link on every page leads somewhere.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from places import copy_of_tiny
from reader import dead_ends, read_all
from slips import SLIPS, Changes, Slip
from structural_slips import STRUCTURAL_SLIPS

from macros.content.guide import Guide
from macros.content.problems import ContentError
from macros.live_guide import LiveGuide

ALL_SLIPS = (*SLIPS, *STRUCTURAL_SLIPS)
BATCH = 24
REPORT = re.compile(
    r"((?:content|docs)[^\n]*:\d+:\d+\n(?:  [^\n]+\n)+\n)+"
    r"\d+ proble(em|men) in \d+ bestand(en)?\. De laatste goede site blijft staan\."
)
ENGLISH = re.compile(
    r"Traceback|Error\b|Input should|Field required|Extra inputs|Value error|String should"
    r"|while (?:parsing|scanning)|did not find|could not find|expected|<class|pydantic|yaml\."
)
MOST_LINES, MOST_OF_A_FILE, MOST_SIGNS = 400, 60, 50_000
"""As much as a report may say: in all, of one file, and in signs."""


class Damaged:
    """A copy of the tiny guide, damaged and healed again. As while serving, only what changed is read again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        copy_of_tiny(root)
        paths = sorted((root / "content").rglob("*.yml"))
        self.files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
        self._live = LiveGuide(root)
        self._live.refresh()
        self.dead_before = self.dead_ends()

    def dead_ends(self) -> frozenset[str]:
        """Every link on every page of the guide as it opened last that leads nowhere."""
        return frozenset(dead_ends(read_all(self._live.guide, self.root / "docs")))

    def slip(self, slip: Slip, times: int) -> None:
        """Make the same slip some times. The harmless ones are then laid out a handful at a time.

        A page that breaks does so in company too, and a page costs more than a guide.
        """
        groups: list[list[Changes]] = []
        for turn in range(times):
            changes = slip(random.Random(f"{slip.__name__} {turn}"), self.files)
            if self.opened(changes) is not None:
                room = (
                    group for group in groups if len(group) < BATCH and not any(changes.keys() & one for one in group)
                )
                group = next(room, None)
                if group is None:
                    groups.append(group := [])
                group.append(changes)
        for group in groups:
            self._lay_out(group)

    def _lay_out(self, group: list[Changes]) -> None:
        """Lay out a guide with all of these slips. Those that only together are a mistake, are laid out apart."""
        together = {file: raw for changes in group for file, raw in changes.items()}
        if self.opened(together, lay_out=True) is None and len(group) > 1:
            self._lay_out(group[: len(group) // 2])
            self._lay_out(group[len(group) // 2 :])

    def opened(self, changes: Changes, *, lay_out: bool = False) -> Guide | None:
        """The guide after this damage, or None when it was refused, with words that an editor can use."""
        self._write(changes)
        try:
            self._live.refresh()
            if lay_out:
                assert sorted(self.dead_ends() - self.dead_before) == [], f"After damage to {', '.join(changes)}"
            return self._live.guide
        except ContentError as error:
            self._look_at(error, changes)
            return None
        finally:
            self._write({file: self.files.get(file) for file in changes})

    def _look_at(self, error: ContentError, changes: Changes) -> None:
        """See that a report is Dutch, not too long, and points at places that are there."""
        said, after = str(error), f"After damage to {', '.join(changes)}"
        assert REPORT.fullmatch(said), f"{after}:\n{said[:5000]}"
        assert not ENGLISH.search(said), f"{after}:\n{said[:5000]}"
        assert said.count("\n") <= MOST_LINES and len(said) <= MOST_SIGNS, f"{after}: {len(said)} signs"
        texts = {file: (raw or b"").decode("utf-8", "replace").split("\n") for file, raw in changes.items()}
        for place in (problem.place for problem in error.problems):
            if place.file not in texts:
                path = self.root / place.file
                texts[place.file] = path.read_text(encoding="utf-8").split("\n") if path.is_file() else [""]
            lines = texts[place.file]
            assert 1 <= place.line <= len(lines), f"{after}: {place} has no such line"
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1, f"{after}: {place} has no such column"

    def _write(self, changes: Changes) -> None:
        """Write each changed file; None takes it away."""
        for file, raw in changes.items():
            path = self.root / file
            if raw is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(raw)
