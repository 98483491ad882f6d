"""The front door: content/ goes in, a sound Guide comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.entries import entry_from, record_from
from macros.guide import Guide, Ident
from macros.model import BY_COLLECTION, Entry, Site
from macros.names import namings, settle
from macros.problems import ContentError, Place, Problem, did_you_mean
from macros.rules import check
from macros.source import Source, read_source

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def open_guide(content: Path) -> Guide:
    """Read all of content/. Raises ContentError with everything that is wrong with it at once."""
    problems: list[Problem] = []
    entries: dict[str, dict[str, Entry]] = {collection: {} for collection in BY_COLLECTION}
    files: dict[Ident, Source] = {}
    unreadable: set[Ident] = set()
    site = _read_site(content / "site.yml", problems)
    for collection, path in _entry_files(content, problems):
        try:
            files[collection, path.stem] = source = read_source(path, content.parent)
            entries[collection][path.stem] = entry_from(BY_COLLECTION[collection], path.stem, source)
        except ContentError as error:
            problems += error.problems
            unreadable.add((collection, path.stem))
    unsettled = Guide(site, entries, (), files)
    references, dangling = settle(unsettled, (naming for entry in unsettled for naming in namings(entry)), unreadable)
    guide = Guide(site, entries, references, files)
    problems += dangling
    # The rules reason about a guide that holds together; until it does, they would only add noise.
    if not problems:
        problems += check(guide)
    if problems:
        raise ContentError(problems)
    return guide


def _entry_files(content: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Every file that ought to be an entry; what ought not to be there becomes a problem."""
    for folder in _visible(content):
        file = folder.relative_to(content.parent).as_posix()
        if folder.name == "site.yml":
            continue
        if not folder.is_dir():
            problems.append(Problem(Place(file), f"'{folder.name}' staat los in content/.", "Zet het in een van de mappen, of haal het weg."))
        elif folder.name not in BY_COLLECTION:
            problems.append(Problem(Place(file), f"De map '{folder.name}' kennen we niet.", did_you_mean(folder.name, BY_COLLECTION)))
        else:
            for path in _visible(folder):
                problem = _bad_name(path, path.relative_to(content.parent).as_posix())
                if problem:
                    problems.append(problem)
                else:
                    yield folder.name, path


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def _bad_name(path: Path, file: str) -> Problem | None:
    if path.is_dir():
        return Problem(Place(file), "Een map in een map lezen we niet.", f"Zet de bestanden rechtstreeks in content/{path.parent.name}/.")
    if path.suffix != ".yml":
        return Problem(Place(file), f"Dit bestand heet '{path.name}', en alleen wat op .yml eindigt lezen we.", f"Noem het '{path.name.split('.')[0]}.yml', of haal het weg uit content/.")
    if not _ID.fullmatch(path.stem):
        better = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
        return Problem(Place(file), "De naam van dit bestand is de id, en die heeft alleen kleine letters, cijfers en koppeltekens.", f"Noem het '{better}.yml'." if better else "")
    return None


def _read_site(path: Path, problems: list[Problem]) -> Site:
    try:
        if not path.is_file():
            raise ContentError([Problem(Place("content/site.yml"), "Dit bestand ontbreekt.", "Het zegt hoe de gids heet en waar hij staat, met name, tagline, address en edit_address.")])
        return record_from(Site, read_source(path, path.parent.parent))
    except ContentError as error:
        problems += error.problems
        return Site.model_construct(name="", tagline="", address="", edit_address="")
