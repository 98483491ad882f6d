"""Every mistake in broken/ is answered with the words in its says.txt. See broken/README.md."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import pytest
from places import TESTS, copy_of_tiny

from macros.check import rules
from macros.content.guide import Guide
from macros.content.problems import ContentError, Problem, report, warning
from macros.live_guide import LiveGuide

MISTAKES = sorted(folder for folder in (TESTS / "broken").iterdir() if folder.is_dir())
GONE = ".weg"

Rule = Callable[[Guide], Iterator[Problem]]


@dataclass
class Heard:
    """The names of the mistakes that were answered, and of the rules that said something."""

    mistakes: set[str]
    rules: set[str]


@pytest.fixture(scope="module")
def heard() -> Iterator[Heard]:
    """Which mistakes were answered so far, and which rules said something on the way."""
    heard = Heard(set(), set())

    def overheard(rule: Rule) -> Rule:
        @wraps(rule)
        def listen(guide: Guide) -> Iterator[Problem]:
            for problem in rule(guide):
                heard.rules.add(rule.__name__)
                yield problem

        return listen

    with pytest.MonkeyPatch.context() as patched:
        for kept in ("FOUNDATIONS", "RULES", "WRITING", "WARNINGS"):
            patched.setattr(rules, kept, [overheard(rule) for rule in getattr(rules, kept)])
        yield heard


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda folder: folder.name)
def test_mistake_is_answered(mistake: Path, golden: Callable[[str, Path], None], tmp_path: Path, heard: Heard) -> None:
    """An editor who makes this mistake reads this answer, and no other."""
    answer = _answer(mistake, tmp_path)
    heard.mistakes.add(mistake.name)
    golden(f"{answer}\n", mistake / "says.txt")


def test_every_rule_has_a_mistake(tmp_path: Path, heard: Heard) -> None:
    """A rule that no mistake in broken/ breaks is a rule that no one has seen at work."""
    for mistake in MISTAKES:
        if mistake.name not in heard.mistakes:
            _answer(mistake, tmp_path / mistake.name)

    every = (*rules.RULES, *rules.WRITING, *rules.WARNINGS)
    assert [rule.__name__ for rule in every if rule.__name__ not in heard.rules] == []


def test_the_make_believe_guide_is_warned_of_nothing(tiny: Guide) -> None:
    """What a mistake adds to it is all that its answer tells."""
    assert warning(rules.warnings(tiny)) == ""


def _answer(mistake: Path, root: Path) -> str:
    """What `make check` says of the tiny guide with the files of one mistake in the place of its own."""
    copy_of_tiny(root)
    for folder in ("content", "docs"):
        if (mistake / folder).is_dir():
            shutil.copytree(mistake / folder, root / folder, dirs_exist_ok=True)
    for mark in root.rglob(f"*{GONE}"):
        mark.unlink()
        mark.with_suffix("").unlink()
    live = LiveGuide(root)
    try:
        live.refresh()
    except ContentError as error:
        return str(error)
    if warned := warning(rules.warnings(live.guide)):
        return warned
    # The tiny guide is written as people type, in many ways: of that we want to hear in the mistake alone.
    badly = [problem for problem in rules.badly_written(live.guide) if (mistake / problem.place.file).is_file()]
    assert badly, "Hier zegt de controle niets van."
    return report(badly)
