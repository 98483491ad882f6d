"""The edits of form_edits.py that the check lets through, and what each comes to in its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from form_edits import Edit, edits_of

from macros.check.rules import badly_written
from macros.content.guide import Guide
from macros.content.problems import ContentError, Problem
from macros.content.validation import record_from
from macros.content.yaml_file import Loc, YamlFile, parse_yaml_file
from macros.live_guide import LiveGuide
from macros.model.settings import SETTINGS


def _chosen(found: dict[str, list[Edit]], most: int) -> list[Edit]:
    """So many of them, of each kind in turn, and one a file."""
    left = {what: iter(edits) for what, edits in sorted(found.items())}
    taken: dict[str, Edit] = {}
    while left and len(taken) < most:
        for what, edits in [*left.items()]:
            edit = next((one for one in edits if one.name not in taken and _is_sound(one)), None)
            if edit is None:
                del left[what]
            elif len(taken) < most:
                taken[edit.name] = edit
    return list(taken.values())


def sound_edits(guide: Guide, root: Path, most: int, besides: Callable[[LiveGuide], Iterable[Problem]]) -> list[Edit]:
    """So many edits that the check lets through, made in a copy of the guide in this folder.

    What it refuses, an editor would be told to mend. The form has to write what is good, whatever the dice found.
    besides: what is asked of the guide when its rules find nothing.
    """
    live = LiveGuide(root)

    def check() -> list[Problem]:
        try:
            live.refresh()
        except ContentError as error:
            return error.problems
        return badly_written(live.guide) or [*besides(live)]

    def culprit() -> list[Edit]:
        """The edit that a problem comes from where that names another file: half of what is left is put back to see."""
        suspects = edits
        while len(suspects) > 1:
            half = suspects[: len(suspects) // 2]
            put_back(root, half)
            suspects = suspects[len(half) :] if check() else half
            _make(root, half)
        return suspects

    assert not (wrong := check()), "\n".join(map(str, wrong))
    edits = _chosen(edits_of(guide), most + most // 4 + 4)
    _make(root, edits)
    while problems := check():
        told = "\n".join(map(str, problems))
        refused = [edit for edit in edits if edit.path in told] or culprit()
        put_back(root, refused)
        edits = [edit for edit in edits if edit not in refused]
    put_back(root, edits[most:])
    assert len(edits) >= most and not check()
    return edits[:most]


def _make(root: Path, edits: Iterable[Edit]) -> None:
    for edit in edits:
        (root / edit.path).write_text(edit.text, encoding="utf-8")


def put_back(root: Path, edits: Iterable[Edit]) -> None:
    """Have the files of these hold what they held."""
    for edit in edits:
        (root / edit.path).write_text(edit.file.text, encoding="utf-8")


def as_read(value: Any) -> Any:
    """What a file holds as the guide reads it: the line end of a text that grew over its line is no part of it."""
    if isinstance(value, dict):
        return {name: as_read(one) for name, one in value.items()}
    if isinstance(value, list):
        return [as_read(one) for one in value]
    return value.strip() if isinstance(value, str) else value


def other_lines(file: YamlFile, edit: Edit) -> list[str]:
    """The lines of a file, before an edit or after, but those that the edit may touch: those of its field.

    What stands between brackets or braces has no lines of its own: then those of what holds it.
    """
    loc, lines = edit.loc, file.text.splitlines()
    both = edit.file, parse_yaml_file(edit.name, edit.text.encode())
    while any(_in_brackets(one, loc[:-1]) for one in both):
        loc = loc[:-1]
    if loc not in file.spans:
        return lines
    start = file.names.get(loc, file.spans[loc][0])
    end = len(file.text[: file.spans[loc][1]].rstrip())  # A block ends where the next begins, some lines further.
    return [
        *lines[: file.text.count("\n", 0, start)],
        *lines[file.text.count("\n", 0, max(start, end)) + 1 :],
    ]


def _in_brackets(file: YamlFile, loc: Loc) -> bool:
    return bool(loc) and loc in file.spans and file.text[file.spans[loc][0]] in "[{"


def _is_sound(edit: Edit) -> bool:
    """Whether it changes anything (two arms may be alike), and the model takes it: the rest is for the rules to say."""
    id = None if edit.name in SETTINGS else edit.name.split("/")[1].removesuffix(".yml")
    try:
        record_from(edit.record_type, parse_yaml_file(edit.name, edit.text.encode()), id)
    except ContentError:
        return False
    return edit.text != edit.file.text
