"""Damage that knows how a file is built: fields on another level, blocks that stand twice, texts without end.

What slips.py does to lines and letters, this does to fields, lists and values, and to the bytes of a whole file.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from foreign import COPIES, FOREIGN
from places import TINY
from slips import VALUES, Changes, Slip

Tree = dict[str, Any]
Spot = tuple[Any, Any]
"""A list or the fields of something, and the index or the name of one of its values."""

ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "cp1252", "cp437", "mac-roman", "utf-7", "cp037")
HOSTILE = (
    "a",
    "é",
    " ",
    "\n",
    "\n\n- ",
    "[",
    "](",
    "[a](tip:weg) ",
    "[a](tip:zwaai-naar-de-boot) ",
    "**",
    "<b>",
    "{{",
    "www.",
    "http://a.be ",
    "a@b.be ",
    "0470 12 34 56 ",
    "`",
    "\\",
    "#",
    "_*_",
)
"""What someone pastes a hundred thousand times; some of it a pattern could look at again and again."""

NAMES = (
    "bronnen",
    "Title",
    "titel ",
    "id",
    "block",
    "0",
    "__class__",
    "model_config",
    "\uff54itle",
    "ti\u200dtle",
    "é",
    "a.b",
)
STRAYS = (*COPIES, *FOREIGN, "{0}.docx", "---.yml", "日本.yml", "a\nb.yml")


def a_field_is_on_another_level(dice: random.Random, files: dict[str, bytes]) -> Changes:
    def move(tree: Tree) -> None:
        holder, name = dice.choice(_fields(tree))
        records = [part for part in _all(tree) if isinstance(part, dict) and part is not holder]
        if records:
            dice.choice(records)[name] = holder.pop(name)

    return _tree(dice, files, move)


def two_fields_are_exchanged(dice: random.Random, files: dict[str, bytes]) -> Changes:
    def exchange(tree: Tree) -> None:
        (one, here), (other, there) = dice.choice(_fields(tree)), dice.choice(_fields(tree))
        one[here], other[there] = copy.deepcopy(other[there]), copy.deepcopy(one[here])

    return _tree(dice, files, exchange)


def a_field_is_named_like_its_parent(dice: random.Random, files: dict[str, bytes]) -> Changes:
    def rename(tree: Tree) -> None:
        nested = [(name, inside) for name, value in tree.items() for inside in _all(value) if isinstance(inside, dict)]
        if not nested:
            name, value = dice.choice([*tree.items()])
            tree[name] = dice.choice([{name: value}, [{name: value}]])
            return
        name, inside = dice.choice(nested)
        inside[name] = inside.pop(dice.choice([*inside])) if inside and dice.random() < 0.7 else dice.choice(VALUES)

    return _tree(dice, files, rename)


def a_field_has_an_odd_name(dice: random.Random, files: dict[str, bytes]) -> Changes:
    def rename(tree: Tree) -> None:
        holder, name = dice.choice(_fields(tree))
        holder[dice.choice(NAMES)] = holder.pop(name) if dice.random() < 0.5 else holder[name]

    return _tree(dice, files, rename)


def a_field_comes_from_elsewhere(dice: random.Random, files: dict[str, bytes]) -> Changes:
    def paste(tree: Tree) -> None:
        holder, name = dice.choice(_fields(_read(files[dice.choice(sorted(files))])))
        dice.choice([part for part in _all(tree) if isinstance(part, dict)])[name] = holder[name]

    return _tree(dice, files, paste)


def a_block_is_doubled(dice: random.Random, files: dict[str, bytes]) -> Changes:
    times = dice.choice([2, 2, 2, 3, 30])

    def double(tree: Tree) -> None:
        lists = [part for part in _all(tree) if isinstance(part, list) and part]
        if lists:
            longer = dice.choice(lists)
            longer[:] = [*longer, *[copy.deepcopy(dice.choice(longer))] * (times - 1)]

    if dice.random() < 0.5:
        return _tree(dice, files, double)
    file = dice.choice(sorted(files))
    return {file: files[file] * times}


def a_value_is_of_another_kind(dice: random.Random, files: dict[str, bytes]) -> Changes:
    def change(tree: Tree) -> None:
        holder, key = dice.choice(_spots(tree))
        value = holder[key]
        others: tuple[Any, ...] = (
            "",
            None,
            [],
            {},
            [value],
            {"title": value},
            [[value]],
            [{"block": value}],
            {"block": "lines"},
            "12",
        )
        holder[key] = copy.deepcopy(dice.choice(others))

    return _tree(dice, files, change)


def a_list_became_fields(dice: random.Random, files: dict[str, bytes]) -> Changes:
    def change(tree: Tree) -> None:
        holder, key = dice.choice(_spots(tree))
        if isinstance(holder[key], list):
            holder[key] = {f"punt {number}": part for number, part in enumerate(holder[key])}
        elif isinstance(holder[key], dict):
            holder[key] = [{name: value} for name, value in holder[key].items()]

    return _tree(dice, files, change)


def a_text_has_no_end(dice: random.Random, files: dict[str, bytes]) -> Changes:
    """Mostly as large as a file may be, now and then larger."""
    piece = dice.choice(HOSTILE)
    most = dice.choice([2_000, 20_000, 90_000, 2_000_000])

    def grow(tree: Tree) -> None:
        holder, key = dice.choice(_spots(tree))
        holder[key] = piece * (most // len(piece.encode()))

    return _tree(dice, files, grow)


def there_is_no_end_of_it(dice: random.Random, files: dict[str, bytes]) -> Changes:
    """Thousands of fields, points or files that are not there."""
    many = dice.choice([200, 2000])

    def grow(tree: Tree) -> None:
        holder, key = dice.choice(_fields(tree))
        wrong = (
            [f"weg-{number}" for number in range(many)],
            {f"weg{number}": "" for number in range(many)},
            [{"source": "weg"} for _ in range(many // 10)],
        )
        holder[key] = dice.choice(wrong)

    return _tree(dice, files, grow)


def it_is_nested_deeply(dice: random.Random, files: dict[str, bytes]) -> Changes:
    depth = dice.choice([2, 5, 19, 20, 21, 50, 300])

    def nest(tree: Tree) -> None:
        holder, key = dice.choice(_spots(tree))
        for _ in range(depth):
            holder[key] = [holder[key]] if dice.random() < 0.5 else {str(key): holder[key]}

    if dice.random() < 0.7:
        return _tree(dice, files, nest)
    file = dice.choice(sorted(files))
    return {file: files[file] + b"what: " + dice.choice([b"[", b"{a: ", b"- "]) * dice.choice([30, 3000, 30_000])}


def another_encoding(dice: random.Random, files: dict[str, bytes]) -> Changes:
    file = dice.choice(sorted(files))
    text = files[file].decode()
    if dice.random() < 0.2:
        return {file: text.encode().decode("latin-1").encode()}  # read as something else, and kept like that
    return {file: (text + "# é\n").encode(dice.choice(ENCODINGS), "replace")}


def two_versions_are_mixed(dice: random.Random, files: dict[str, bytes]) -> Changes:
    """As git leaves a file on which two people worked."""
    file = dice.choice(sorted(files))
    lines = files[file].decode().splitlines()
    at = dice.randrange(len(lines))
    mixed = [*lines[:at], "<<<<<<< HEAD", lines[at], "=======", lines[at] + " dan", ">>>>>>> tak", *lines[at + 1 :]]
    return {file: "\n".join(mixed).encode()}


def a_stray_file(dice: random.Random, files: dict[str, bytes]) -> Changes:
    folders = sorted(path.relative_to(TINY).as_posix() for path in (TINY / "content").rglob("*") if path.is_dir())
    file = dice.choice(sorted(files))
    folder, name = file.rpartition("/")[::2]
    folder = dice.choice([folder, folder, folder, "content", dice.choice(folders)])
    raw = dice.choice([files[file], b"", b"\x00\x05\x16\x07", b"title: Een lamp\n"])
    return {f"{folder}/{dice.choice(STRAYS).format(name.removesuffix('.yml'))}": raw}


STRUCTURAL_SLIPS: tuple[Slip, ...] = (
    a_field_is_on_another_level,
    two_fields_are_exchanged,
    a_field_is_named_like_its_parent,
    a_field_has_an_odd_name,
    a_field_comes_from_elsewhere,
    a_block_is_doubled,
    a_value_is_of_another_kind,
    a_list_became_fields,
    a_text_has_no_end,
    there_is_no_end_of_it,
    it_is_nested_deeply,
    another_encoding,
    two_versions_are_mixed,
    a_stray_file,
)


def _tree(dice: random.Random, files: dict[str, bytes], change: Callable[[Tree], None]) -> Changes:
    file = dice.choice(sorted(files))
    tree = _read(files[file])
    change(tree)
    if dice.random() < 0.3:
        return {file: json.dumps(tree, ensure_ascii=False).encode()}
    return {file: yaml.dump(tree, Dumper=_DUMPER, allow_unicode=True, sort_keys=False).encode()}


def _read(raw: bytes) -> Tree:
    tree: Tree = yaml.load(raw, Loader=yaml.CBaseLoader)
    return tree


_DUMPER = yaml.CSafeDumper


def _all(value: Any) -> Iterator[Any]:
    """A value, and every value inside it."""
    yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _all(part)


def _fields(tree: Tree) -> list[tuple[dict[str, Any], str]]:
    return [(part, name) for part in _all(tree) if isinstance(part, dict) for name in part]


def _spots(tree: Tree) -> list[Spot]:
    points = [(part, index) for part in _all(tree) if isinstance(part, list) for index in range(len(part))]
    return [*_fields(tree), *points]
