"""Slips of the pen and of the machine: each damages some files at random, by the dice it is given."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable
from pathlib import Path

from foreign import COPIES
from places import TINY

Changes = dict[str, bytes | None]
Slip = Callable[[random.Random, dict[str, bytes]], Changes]
"""What a slip does: the new bytes of each file, or None for a file that is gone."""

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
        dice.choice(COPIES).format(path.stem),
        f".{path.name}",
        "é.yml",
        f"a1-{path.name}",
    )
    return (
        (path.parent / dice.choice(names)).as_posix()
        if dice.random() < 0.7
        else f"content/{dice.choice(folders)}/{path.name}"
    )
