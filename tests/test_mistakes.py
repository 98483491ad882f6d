"""Every mistake in broken/ is answered with the words in its says.txt. See broken/README.md."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from places import TESTS, copy_of_tiny

from macros.check import rules
from macros.check.rule import Rule
from macros.content.guide import Guide
from macros.content.problems import ContentError, Problem, report, warning
from macros.live_guide import LiveGuide

MISTAKES = sorted(folder for folder in (TESTS / "broken").iterdir() if folder.is_dir())
GONE = ".weg"
EVERY = (*rules.RULES, *rules.WRITING, *rules.WARNINGS)


@dataclass
class Heard:
    """The mistakes that were answered, and by the name of each rule that said something, the mistakes it was at."""

    mistakes: set[str] = field(default_factory=set)
    rules: dict[str, set[str]] = field(default_factory=dict)
    now: str = ""


@pytest.fixture(scope="module")
def heard() -> Iterator[Heard]:
    """Which mistakes were answered so far, and which rules said something on the way."""
    heard = Heard()

    def overheard(rule: Rule) -> Rule:
        def listen(guide: Guide) -> Iterator[Problem]:
            for problem in rule.find(guide):
                heard.rules.setdefault(rule.name, set()).add(heard.now)
                yield problem

        return replace(rule, find=listen)

    with pytest.MonkeyPatch.context() as patched:
        for kept in ("FOUNDATIONS", "RULES", "WRITING", "WARNINGS"):
            patched.setattr(rules, kept, [overheard(rule) for rule in getattr(rules, kept)])
        yield heard


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda folder: folder.name)
def test_mistake_is_answered(mistake: Path, golden: Callable[[str, Path], None], tmp_path: Path, heard: Heard) -> None:
    """An editor who makes this mistake reads this answer, and no other."""
    answer = _heard(mistake, tmp_path, heard)
    golden(f"{answer}\n", mistake / "says.txt")


def test_every_rule_has_a_mistake(tmp_path: Path, heard: Heard) -> None:
    """A rule that no mistake in broken/ breaks is a rule that no one has seen at work."""
    _hear_all(tmp_path, heard)

    assert [rule.name for rule in EVERY if rule.name not in heard.rules] == []


def test_the_mistake_that_a_rule_shows_is_one(tmp_path: Path, heard: Heard) -> None:
    """What the handbook shows with a rule, stands so in a mistake that it answers. A remark (#) is for the reader."""
    _hear_all(tmp_path, heard)
    for rule in EVERY:
        texts = [_text_of(TESTS / "broken" / name) for name in heard.rules[rule.name]]
        assert any(_stands_in(rule.mistake, text) for text in texts), rule.name


def test_every_rule_has_an_address_of_its_own() -> None:
    """And a name that no other has; an address that was printed once, is kept by whoever wrote it down."""
    assert len({rule.slug for rule in EVERY}) == len(EVERY)
    assert [rule.name for rule in EVERY if not rule.sentence.endswith(".") or not rule.mistake.strip()] == []


def test_the_make_believe_guide_is_warned_of_nothing(tiny: Guide) -> None:
    """What a mistake adds to it is all that its answer tells."""
    assert warning(rules.warnings(tiny)) == ""


def _hear_all(root: Path, heard: Heard) -> None:
    for mistake in MISTAKES:
        if mistake.name not in heard.mistakes:
            _heard(mistake, root / mistake.name, heard)


def _heard(mistake: Path, root: Path, heard: Heard) -> str:
    heard.now = mistake.name
    heard.mistakes.add(mistake.name)
    return _answer(mistake, root)


def _text_of(mistake: Path) -> str:
    files = [path for path in sorted(mistake.rglob("*")) if path.is_file() and path.name != "says.txt"]
    return "".join(f"\n# {path.relative_to(mistake).as_posix()}\n{path.read_text(encoding='utf-8')}" for path in files)


def _stands_in(shown: str, text: str) -> bool:
    """Whether every line that is shown stands in a text; of a line that ends with an ellipsis, the start."""
    lines = [line.strip() for line in shown.splitlines() if not re.match(r"# (?!content/\S+$)", line)]
    held = [line.strip() for line in text.splitlines()]
    return all(line in held or (line.endswith(" …") and _starts(line[:-1], held)) for line in lines)


def _starts(line: str, held: list[str]) -> bool:
    return any(one.startswith(line) for one in held)


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
    if warned := warning(live.warnings()):
        return warned
    # The tiny guide is written as people type, in many ways: of that we want to hear in the mistake alone.
    badly = [problem for problem in rules.badly_written(live.guide) if (mistake / problem.place.file).is_file()]
    assert badly, "Hier zegt de controle niets van."
    return report(badly)
