"""Opens the guide: reads and checks all of content/, and returns a sound Guide."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from macros.check.rules import check
from macros.content.dismissed import FILE as PROPOSALS
from macros.content.dismissed import Dismissed, read_dismissed
from macros.content.entry_files import EntryFiles
from macros.content.folders import folders_in, held_by, is_folder
from macros.content.guide import Guide, Ident
from macros.content.handbook import DISMISSED_LINKS, FILES, PUBLISHED_LINKS, fields_address
from macros.content.history import Change
from macros.content.measured import FILE as MEASURED
from macros.content.measured import Measured, read_measured
from macros.content.problems import ContentError, Place, Problem
from macros.content.published import FILE as PUBLISHED
from macros.content.published import Published, ledger_bytes, published_in
from macros.content.references import UnresolvedReference, resolve_references
from macros.content.since_release import NO_HISTORY, SinceRelease
from macros.content.stray_files import astray, is_file_of_entry, misnamed
from macros.content.text_file import raw_bytes
from macros.content.validation import record_from
from macros.content.yaml_file import YamlFile, parse_yaml_file
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION
from macros.model.fields import ID
from macros.model.record import Record
from macros.model.settings import SETTINGS, SearchWords, Site
from macros.model.slugs import slug_of

R = TypeVar("R", bound=Record)

_OTHER_FILES = (*SETTINGS, PUBLISHED, PROPOSALS, MEASURED)
"""The files beside the folders of content/, which hold no entry."""


def open_guide(
    content: Path,
    files: EntryFiles | None = None,
    changes: Callable[[], Mapping[str, Change]] = dict,
    since_release: Callable[[], SinceRelease | str] = lambda: NO_HISTORY,
) -> Guide:
    """Read and check all of content/. Raises ContentError with everything that is wrong with it at once.

    files: the cache of entry files, for whoever opens the guide again and again. changes: answers what history knows of
    them, once they are read. since_release: answers the same of the last release, for who asks.
    """
    problems: list[Problem] = []
    files = files or EntryFiles()
    site, site_file = _read_site(content / "site.yml", files, problems)
    search, search_file = _read_search(content / "search.yml", files, problems)
    reading = _read_entries(content, files, problems)
    unresolved = Guide(site, reading.entries, (), reading.files)
    names = files.names_of(unresolved)
    references, dangling = resolve_references(unresolved, reading.named, reading.unreadable, names)
    guide = Guide(
        site,
        reading.entries,
        references,
        reading.files,
        search=search,
        search_file=search_file,
        site_file=site_file,
        published=_read_published(content, files, problems),
        dismissed=_read_dismissed(content, problems),
        measured=_read_measured(content, problems),
        changes=changes(),
        since_release=since_release,
    )
    problems += dangling
    # The rules take every reference as resolved; until it is, they would only report more of the same.
    if not problems:
        problems += check(guide)
    if problems:
        raise ContentError(problems)
    return guide


def open_part(content: Path, entry_type: type[Entry]) -> Guide:
    """The entries of one type with those they name, for whoever needs no others: most of content/ is not read then.

    The rules are not held against it, because they are about the guide as a whole. When anything is amiss in what was
    read, the whole guide is opened, which says all of it.
    """
    problems: list[Problem] = []
    site, site_file = _read_site(content / "site.yml", EntryFiles(), problems)
    part = _read_entries(content, EntryFiles(), problems, lambda collection, _: collection == entry_type.collection)
    named = {(collection, one.id) for _, some in part.named for one in some for collection in one.collections}
    others = _read_entries(content, EntryFiles(), problems, lambda *key: key in named - part.files.keys())
    entries = {name: others.entries[name] | own for name, own in part.entries.items()}
    files = {**others.files, **part.files}
    unresolved = Guide(site, entries, (), files)
    references, dangling = resolve_references(unresolved, part.named, {})
    if problems or dangling:  # A name can also be one of before, an alias, which stands in a file that was not read.
        return open_guide(content)
    return Guide(site, entries, references, files, site_file=site_file)


@dataclass
class _Reading:
    """What all files of entries hold.

    named: what each names. unreadable: by collection, the words in the files that could not be read.
    """

    entries: dict[str, dict[str, Entry]] = field(
        default_factory=lambda: {collection: {} for collection in BY_COLLECTION}
    )
    files: dict[Ident, YamlFile] = field(default_factory=dict)
    named: list[tuple[YamlFile, tuple[UnresolvedReference, ...]]] = field(default_factory=list)
    unreadable: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def _read_entries(
    content: Path, files: EntryFiles, problems: list[Problem], wanted: Callable[[str, str], bool] | None = None
) -> _Reading:
    """Read every entry; what is wrong with one is added to the problems. wanted: whether one is read, by its key."""
    reading = _Reading()
    found = _entry_files(content, reading, problems)
    asked = ((kind, path) for kind, path in found if wanted is None or wanted(kind.collection, path.stem))
    for entry_type, path, file in files.read(asked, content.parent):
        collection = entry_type.collection
        if file.entry and file.yaml:
            reading.entries[collection][file.entry.id] = file.entry
            reading.files[collection, file.entry.id] = file.yaml
            reading.named.append((file.yaml, file.references))
        else:
            problems += file.problems
            reading.unreadable[collection] |= _words_in(path)
    return reading


def _entry_files(content: Path, reading: _Reading, problems: list[Problem]) -> Iterator[tuple[type[Entry], Path]]:
    """Every file that ought to be an entry, with its type; what ought not to be there becomes a problem."""
    for folder in _held_by(content, content, problems):
        if folder.name in _OTHER_FILES:
            continue
        if folder.name not in BY_COLLECTION or not is_folder(folder):
            problems.append(astray(folder, content.parent, _OTHER_FILES).leading_to(FILES))
            continue
        paths = _held_by(folder, content, problems)
        folders = folders_in(folder)
        taken = {path.name: path.name for path in paths if is_file_of_entry(path, folders)}
        good = set(taken)
        for path in paths:
            if path.name in good:
                yield BY_COLLECTION[folder.name], path
            else:
                problems.append(misnamed(path, content.parent, taken).leading_to(FILES))
                reading.unreadable[folder.name] |= _words_in(path)


def _held_by(folder: Path, content: Path, problems: list[Problem]) -> list[Path]:
    """What stands in a folder; nothing when it cannot be read, and then that is a problem."""
    try:
        return held_by(folder, content.parent)
    except ContentError as error:
        problems += error.problems
        return []


def _words_in(path: Path) -> set[str]:
    """The ids by which others may refer to a file that could not be read: its name, or any word in it (an alias)."""
    try:
        text = raw_bytes(path, path.name).decode("utf-8", "ignore")
    except ContentError:
        text = ""
    return {slug_of(path.stem), *ID.findall(text)}


def _read_published(content: Path, files: EntryFiles, problems: list[Problem]) -> tuple[Published, ...]:
    """The ledger of permalinks."""
    try:
        return files.once(PUBLISHED, ledger_bytes(content), published_in)
    except ContentError as error:
        problems += [problem.leading_to(PUBLISHED_LINKS) for problem in error.problems]
        return ()


def _read_dismissed(content: Path, problems: list[Problem]) -> tuple[Dismissed, ...]:
    """The proposed links that editors refused."""
    try:
        return read_dismissed(content)
    except ContentError as error:
        problems += [problem.leading_to(DISMISSED_LINKS) for problem in error.problems]
        return ()


def _read_measured(content: Path, problems: list[Problem]) -> dict[str, Measured]:
    """What was measured of the guide."""
    try:
        return read_measured(content)
    except ContentError as error:
        problems += error.problems
        return {}


def _read_site(path: Path, files: EntryFiles, problems: list[Problem]) -> tuple[Site, YamlFile | None]:
    """The settings of the site, and the file they stand in; empty ones when they cannot be read."""
    try:
        if not path.is_file():
            hint = "Het zegt hoe de gids heet en waar hij staat, met name, tagline, address en edit_address."
            raise ContentError(
                [Problem(Place("content/site.yml"), "Dit bestand ontbreekt.", hint, fields_address("content/site.yml"))]
            )
        return _read_settings(Site, path, files)
    except ContentError as error:
        problems += error.problems
        return Site.model_construct(name="", tagline="", address="", edit_address=""), None


def _read_search(path: Path, files: EntryFiles, problems: list[Problem]) -> tuple[SearchWords, YamlFile | None]:
    """The words of search, and the file they stand in; none when there is no such file."""
    if not os.path.lexists(path):
        return SearchWords(), None
    try:
        return _read_settings(SearchWords, path, files)
    except ContentError as error:
        problems += error.problems
        return SearchWords(), None


def _read_settings(kind: type[R], path: Path, files: EntryFiles) -> tuple[R, YamlFile]:
    """What a file that holds no entry says, and the file itself. Raises ContentError."""
    file = path.relative_to(path.parent.parent).as_posix()

    def read(raw: bytes) -> tuple[R, YamlFile]:
        source = parse_yaml_file(file, raw)
        return record_from(kind, source), source

    return files.once(file, raw_bytes(path, file), read)
