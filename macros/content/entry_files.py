"""The files of entries, each read and validated once for as long as its bytes stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from macros.content.guide import Guide
from macros.content.problems import ContentError, Problem
from macros.content.references import UnresolvedReference, references_in
from macros.content.text_file import raw_bytes
from macros.content.validation import record_from
from macros.content.yaml_file import YamlFile, parse_yaml_file
from macros.model.entry import Entry

T = TypeVar("T")


@dataclass(frozen=True)
class EntryFile:
    """What one file holds: its entry with the ids that this names, or else what is wrong with it."""

    raw: bytes
    yaml: YamlFile | None = None
    entry: Entry | None = None
    references: tuple[UnresolvedReference, ...] = ()
    problems: tuple[Problem, ...] = ()


class EntryFiles:
    """A cache of entry files, for whoever reads the content again and again, as while serving.

    It holds the files of the last reading and no others, so it grows with the content only.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], EntryFile] = {}
        self._names: object = None
        self._others: dict[str, tuple[bytes, object]] = {}
        self._asked: set[str] = set()

    def read(
        self, paths: Iterator[tuple[type[Entry], Path]], root: Path
    ) -> Iterator[tuple[type[Entry], Path, EntryFile]]:
        """What each file holds now. root: the folder that the paths in messages start from."""
        now: dict[tuple[str, str], EntryFile] = {}
        folders: dict[str, str] = {}
        for entry_type, path in paths:
            key = collection, name = entry_type.collection, path.name
            if collection not in folders:
                folders[collection] = path.parent.relative_to(root).as_posix()
            now[key] = _read_entry(entry_type, path, f"{folders[collection]}/{name}", self._known.get(key))
            yield entry_type, path, now[key]
        self._known = now

    def names_of(self, guide: Guide) -> object:
        """Stands for all that can be named: the same object as before, for as long as that is the same."""
        names = {name: {id: entry.aliases for id, entry in some.items()} for name, some in guide.entries.items()}
        if names != self._names:
            self._names = names
        return self._names

    def known(self, collection: str) -> dict[str, EntryFile]:
        """The sound files of a collection, by name."""
        return {name: file for (own, name), file in self._known.items() if own == collection and file.entry}

    def know(self, collection: str, files: dict[str, EntryFile]) -> None:
        """Take the files of a collection as they were read before."""
        self._known.update({(collection, name): file for name, file in files.items()})

    def others(self) -> dict[str, tuple[bytes, object]]:
        """What `once` was asked, with what it answered, by name."""
        return {name: self._others[name] for name in self._asked if name in self._others}

    def know_others(self, others: dict[str, tuple[bytes, object]]) -> None:
        """Take what it answered before."""
        self._others.update(others)

    def once(self, file: str, raw: bytes, read: Callable[[bytes], T]) -> T:
        """What one of the other files holds, worked out once for as long as these bytes stay the same.

        Nothing is kept of what read() raises.
        """
        self._asked.add(file)
        before = self._others.get(file)
        if before is None or before[0] != raw:
            before = self._others[file] = raw, read(raw)
        return cast(T, before[1])


def _read_entry(entry_type: type[Entry], path: Path, file: str, before: EntryFile | None) -> EntryFile:
    """Read and validate one file, or take what it was before when its bytes are the same."""
    try:
        raw = raw_bytes(path, file)
    except ContentError as error:
        return EntryFile(b"", problems=tuple(error.problems))
    if before and before.raw == raw:
        return before
    try:
        yaml = parse_yaml_file(file, raw)
        entry = record_from(entry_type, yaml, id=path.stem)
    except ContentError as error:
        return EntryFile(raw, problems=tuple(error.problems))
    return EntryFile(raw, yaml, entry, tuple(references_in(entry)))
