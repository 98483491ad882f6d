"""Slips that no one thought of: the tiny guide, damaged at random, always by the same dice.

Whatever the damage, the guide either says in Dutch what is wrong and where, or it opens
and every link on every page leads somewhere.
"""

from __future__ import annotations

import random
import re
import shutil
import string
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from places import TINY
from reader import dead_ends, read_all

from macros.content.guide import Guide
from macros.content.problems import ContentError
from macros.live_guide import LiveGuide

TIMES = 60
BATCH = 8
REPORT = re.compile(
    r"((?:content|docs)/[^\n]*:\d+:\d+\n(?:  [^\n]+\n)+\n)+"
    r"\d+ proble(em|men) in \d+ bestand(en)?\. De laatste goede site blijft staan\."
)
FOREIGN = re.compile(
    r"Traceback|Error\b|Input should|Field required|Extra inputs|Value error|String should"
    r"|while (?:parsing|scanning)|did not find|could not find|expected|<class|pydantic|yaml\."
)
JUNK = (
    "<b>vet</b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[hier](javascript:alert(1))",
    "[hier](https://voorbeeld.be)",
    "[hier](../tips/index.md#weg)",
    "[](tip:bestaat-niet)",
    "[",
    "](",
    "![beeld](x.png)",
    "{{ tip('x') }}",
    "{ #anker }",
    "{: .klasse }",
    "{",
    "}",
    "## Kop\n",
    "**",
    "`code`",
    "|",
    '"',
    "'",
    ": ",
    " #",
    "&amp;",
    "<!--",
    "\\",
    "---\n",
    "\n\n",
)
VALUES = (
    "",
    "~",
    "yes",
    "12",
    "-1",
    "1e9",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "tekst",
    "2026-01-01",
    "'",
    '"',
    "*",
    "&x",
    "!x y",
    ">",
    "|",
    "@",
    "99999999999999999999",
    "a1",
    "tip:wuif-eens",
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


Changes = dict[str, bytes | None]
Slip = Callable[[random.Random, dict[str, bytes]], Changes]


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


# --- the slips -----------------------------------------------------------------------


def a_line_is_gone(dice: random.Random, files: dict[str, bytes]) -> Changes:
    return _lines(dice, files, lambda lines, at: [*lines[:at], *lines[at + 1 :]])


def a_line_stands_twice(dice: random.Random, files: dict[str, bytes]) -> Changes:
    return _lines(dice, files, lambda lines, at: [*lines[: at + 1], *lines[at:]])


def a_line_moved(dice: random.Random, files: dict[str, bytes]) -> Changes:
    return _lines(dice, files, lambda lines, at: dice.sample(lines[: at + 1], at + 1) + lines[at + 1 :])


def a_line_starts_elsewhere(dice: random.Random, files: dict[str, bytes]) -> Changes:
    indent = dice.choice(["", " ", "  ", "    ", "\t", "- "])
    return _lines(dice, files, lambda lines, at: [*lines[:at], indent + lines[at].lstrip(), *lines[at + 1 :]])


def a_value_is_another(dice: random.Random, files: dict[str, bytes]) -> Changes:
    value = dice.choice(VALUES)
    return _lines(
        dice,
        files,
        lambda lines, at: [
            *lines[:at],
            re.sub(r"(?<=[\w-]: ).*|(?<=- ).*", lambda _: value, lines[at], count=1),
            *lines[at + 1 :],
        ],
    )


def a_field_is_misspelt(dice: random.Random, files: dict[str, bytes]) -> Changes:
    return _lines(
        dice,
        files,
        lambda lines, at: [
            *lines[:at],
            re.sub(r"\w+(?=:)", lambda word: _typo(dice, word[0]), lines[at], count=1),
            *lines[at + 1 :],
        ],
    )


def two_characters_swapped(dice: random.Random, files: dict[str, bytes]) -> Changes:
    def swap(text: str) -> str:
        at = dice.randrange(max(1, len(text) - 1))
        return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]

    return _text(dice, files, swap)


def an_id_is_misspelt(dice: random.Random, files: dict[str, bytes]) -> Changes:
    def misspell(text: str) -> str:
        names = _names_in(text, files)
        if not names:
            return text
        start, end = dice.choice(names)
        return text[:start] + _typo(dice, text[start:end]) + text[end:]

    return _text(dice, files, misspell)


def an_id_is_another(dice: random.Random, files: dict[str, bytes]) -> Changes:
    """Names something that exists, but perhaps not there."""

    def exchange(text: str) -> str:
        names = _names_in(text, files)
        if not names:
            return text
        start, end = dice.choice(names)
        return text[:start] + Path(dice.choice(sorted(files))).stem + text[end:]

    return _text(dice, files, exchange)


def the_end_is_missing(dice: random.Random, files: dict[str, bytes]) -> Changes:
    return _text(dice, files, lambda text: text[: dice.randrange(len(text))])


def a_sign_slipped_in(dice: random.Random, files: dict[str, bytes]) -> Changes:
    return _text(
        dice, files, lambda text: _insert(dice, text, dice.choice(string.punctuation + "\n\t  é„’\u00a0\u2028"))
    )


def markup_slipped_in(dice: random.Random, files: dict[str, bytes]) -> Changes:
    return _text(dice, files, lambda text: _insert(dice, text, dice.choice(JUNK)))


def bytes_slipped_in(dice: random.Random, files: dict[str, bytes]) -> Changes:
    file = dice.choice(sorted(files))
    at = dice.randrange(len(files[file]))
    return {file: files[file][:at] + dice.randbytes(dice.randint(1, 6)) + files[file][at:]}


def a_file_is_noise(dice: random.Random, files: dict[str, bytes]) -> Changes:
    raw = dice.choice(
        [
            b"",
            b"\n",
            b"\x00" * 40,
            b"\xff\xfea\x00:\x00",
            b"PK\x03\x04",
            b"- " * 400,
            b"[" * 3000,
            b"a: " * 30,
            dice.randbytes(300),
        ]
    )
    return {dice.choice(sorted(files)): raw}


def a_file_is_gone(dice: random.Random, files: dict[str, bytes]) -> Changes:
    return {dice.choice(sorted(files)): None}


def a_file_has_another_name(dice: random.Random, files: dict[str, bytes]) -> Changes:
    file = dice.choice(sorted(files))
    return {file: None, _renamed(dice, file): files[file]}


def a_file_stands_twice(dice: random.Random, files: dict[str, bytes]) -> Changes:
    file = dice.choice(sorted(files))
    return {_renamed(dice, file): files[file]}


def two_files_are_exchanged(dice: random.Random, files: dict[str, bytes]) -> Changes:
    one, other = dice.sample(sorted(files), 2)
    if dice.random() < 0.7:
        other = dice.choice([file for file in sorted(files) if Path(file).parent == Path(one).parent])
    return {one: files[other], other: files[one]}


SLIPS: tuple[Slip, ...] = (
    a_line_is_gone,
    a_line_stands_twice,
    a_line_moved,
    a_line_starts_elsewhere,
    a_value_is_another,
    a_field_is_misspelt,
    two_characters_swapped,
    an_id_is_misspelt,
    an_id_is_another,
    the_end_is_missing,
    a_sign_slipped_in,
    markup_slipped_in,
    bytes_slipped_in,
    a_file_is_noise,
    a_file_is_gone,
    a_file_has_another_name,
    a_file_stands_twice,
    two_files_are_exchanged,
)


# --- what they lead to ---------------------------------------------------------------


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


# --- what the slips are made of ------------------------------------------------------


def _text(dice: random.Random, files: dict[str, bytes], change: Callable[[str], str]) -> Changes:
    file = dice.choice(sorted(files))
    return {file: change(files[file].decode()).encode()}


def _lines(dice: random.Random, files: dict[str, bytes], change: Callable[[list[str], int], list[str]]) -> Changes:
    def on_lines(text: str) -> str:
        lines = text.splitlines()
        return "\n".join([*change(lines, dice.randrange(len(lines))), ""])

    return _text(dice, files, on_lines)


def _insert(dice: random.Random, text: str, piece: str) -> str:
    at = dice.randrange(len(text))
    return text[:at] + piece + text[at:]


def _typo(dice: random.Random, word: str) -> str:
    at = dice.randrange(len(word))
    return word[:at] + dice.choice(["", word[at] * 2, "x", word[at].upper()]) + word[at + 1 :]


def _names_in(text: str, files: dict[str, bytes]) -> list[tuple[int, int]]:
    """Where a text names an entry by its id."""
    ids = {Path(file).stem for file in files}
    return [found.span() for found in re.finditer(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) if found[0] in ids]


def _renamed(dice: random.Random, file: str) -> str:
    path = Path(file)
    folders = sorted(folder.name for folder in (TINY / "content").iterdir() if folder.is_dir())
    names = (
        f"{path.stem}-2.yml",
        f"{path.stem.upper()}.yml",
        f"{path.stem} kopie.yml",
        f"{path.stem}.yaml",
        f"{path.stem}.yml.bak",
        f".{path.name}",
        "é.yml",
        f"a1-{path.name}",
    )
    return (
        (path.parent / dice.choice(names)).as_posix()
        if dice.random() < 0.7
        else f"content/{dice.choice(folders)}/{path.name}"
    )
