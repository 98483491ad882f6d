"""`make format`: every content file in its one form."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from macros.content.canonical import REMARK, Comment, comments, in_form
from macros.content.folders import held_by, is_folder
from macros.content.problems import ContentError, Place, Problem, place_at
from macros.content.stray_files import is_file_of_entry
from macros.content.validation import record_from
from macros.content.yaml_file import parse_yaml_file, read_yaml_file
from macros.model.entry_types import BY_COLLECTION
from macros.model.record import Record
from macros.model.settings import SETTINGS
from macros.system.files import save_file


@dataclass
class Formatted:
    """The files that were written anew, the comments that moved to a remark, what is wrong with other files."""

    changed: list[str] = field(default_factory=list)
    moved: list[tuple[Place, Comment]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def format_files(content: Path, paths: Iterable[Path]) -> Formatted:
    """Write files in their form. One that is not sound stays as it is, and what is wrong with it is told.

    content: the folder that they stand in.
    """
    done = Formatted()
    for path in paths:
        try:
            _format(content, path, done)
        except ContentError as error:
            done.problems += error.problems
    return done


def content_files(content: Path) -> list[Path]:
    """Every file that has a form. What else stands in content/, the check tells of."""
    folders = [content / name for name in BY_COLLECTION if is_folder(content / name)]
    entries = [path for folder in folders for path in held_by(folder, content.parent) if is_file_of_entry(path)]
    return [*(content / name for name in SETTINGS if (content / name).is_file()), *entries]


def _format(content: Path, path: Path, done: Formatted) -> None:
    record_type, id = _kind(content, path)
    file = read_yaml_file(path, content.parent)
    record = record_from(record_type, file, id)
    written = in_form(record_type, file)
    if written == file.text:
        return
    again = record_from(record_type, parse_yaml_file(file.file, written.encode()), id)
    if again != record.model_copy(update={REMARK: getattr(again, REMARK)}):
        raise AssertionError(f"{file.file} would come to hold something else")
    moved = comments(file)
    save_file(path, written)
    done.changed.append(file.file)
    done.moved += [(place_at(file.file, file.text, comment.start), comment) for comment in moved]


def _kind(content: Path, path: Path) -> tuple[type[Record], str | None]:
    """What a file holds, and its id when that is an entry. Raises ContentError when it has no place in content/."""
    if path.parent == content and path.name in SETTINGS:
        return SETTINGS[path.name], None
    if path.parent.parent == content and path.parent.name in BY_COLLECTION and is_file_of_entry(path):
        return BY_COLLECTION[path.parent.name], path.stem
    place = Place(Path(os.path.relpath(path, content.parent)).as_posix())
    raise ContentError([Problem(place, "Dit is geen bestand van de gids.", "Wat dan wel, zegt 'make check'.")])
