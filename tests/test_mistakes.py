"""Every mistake in broken/ is answered with the words in its says.txt. See broken/README.md."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path

import pytest

from macros.check import rules
from macros.content.guide import Guide
from macros.content.problems import ContentError, Problem
from macros.live_guide import LiveGuide

TESTS = Path(__file__).parent
MISTAKES = sorted(folder for folder in (TESTS / "broken").iterdir() if folder.is_dir())
GONE = ".weg"

Rule = Callable[[Guide], Iterator[Problem]]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda folder: folder.name)
def test_mistake_is_answered(mistake: Path, golden: Callable[[str, Path], None], tmp_path: Path) -> None:
    """An editor who makes this mistake reads this answer, and no other."""
    golden(f"{_answer(mistake, tmp_path)}\n", mistake / "says.txt")


def test_every_rule_has_a_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that no mistake in broken/ breaks is a rule that no one has seen at work."""
    heard: set[str] = set()

    def overheard(rule: Rule) -> Rule:
        @wraps(rule)
        def listen(guide: Guide) -> Iterator[Problem]:
            for problem in rule(guide):
                heard.add(rule.__name__)
                yield problem

        return listen

    for shelf in ("FOUNDATIONS", "RULES"):
        monkeypatch.setattr(rules, shelf, [overheard(rule) for rule in getattr(rules, shelf)])
    for mistake in MISTAKES:
        _answer(mistake, tmp_path / mistake.name)

    assert [rule.__name__ for rule in rules.RULES if rule.__name__ not in heard] == []


def _answer(mistake: Path, root: Path) -> str:
    """What `make check` says of the tiny guide with the files of one mistake in the place of its own."""
    for folder in ("content", "docs"):
        shutil.copytree(TESTS / "tiny_guide" / folder, root / folder)
        if (mistake / folder).is_dir():
            shutil.copytree(mistake / folder, root / folder, dirs_exist_ok=True)
    for mark in root.rglob(f"*{GONE}"):
        mark.unlink()
        mark.with_suffix("").unlink()
    with pytest.raises(ContentError) as caught:
        LiveGuide(root).refresh()
    return str(caught.value)
