"""The front door: content/ goes in, a sound Guide comes out."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from macros.entries import record_from
from macros.guide import Guide, Ident
from macros.kinds import Entry, SearchWords, Site
from macros.ledger import FILE as LEDGER
from macros.ledger import Published, read_ledger
from macros.model import BY_COLLECTION
from macros.names import namings, settle
from macros.problems import ContentError, Place, Problem, did_you_mean
from macros.rules import check
from macros.source import Source, read_source

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BESIDE = ("site.yml", "search.yml", LEDGER)
"""The files that stand beside the folders: they hold no entry."""


def open_guide(content: Path) -> Guide:
    """Read all of content/. Raises ContentError with everything that is wrong with it at once."""
    problems: list[Problem] = []
    entries: dict[str, dict[str, Entry]] = {collection: {} for collection in BY_COLLECTION}
    files: dict[Ident, Source] = {}
    unreadable: dict[str, set[str]] = defaultdict(set)
    site = _read_site(content / "site.yml", problems)
    search, search_file = _read_search(content / "search.yml", problems)
    for collection, path in _entry_files(content, problems):
        try:
            _check_name(path, content.parent)
            files[collection, path.stem] = source = read_source(path, content.parent)
            entries[collection][path.stem] = record_from(BY_COLLECTION[collection], source, id=path.stem)
        except ContentError as error:
            problems += error.problems
            unreadable[collection] |= _words_in(path)
    unsettled = Guide(site, entries, (), files)
    references, dangling = settle(unsettled, (naming for entry in unsettled for naming in namings(entry)), unreadable)
    guide = Guide(site, entries, references, files, search, search_file, _published(content, problems))
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
        place = Place(folder.relative_to(content.parent).as_posix())
        if folder.name in _BESIDE:
            continue
        if not folder.is_dir():
            problems.append(Problem(place, f"'{folder.name}' staat los in content/.", "Zet het in een van de mappen, of haal het weg."))
        elif folder.name not in BY_COLLECTION:
            problems.append(Problem(place, f"De map '{folder.name}' kennen we niet.", did_you_mean(folder.name, BY_COLLECTION)))
        else:
            yield from ((folder.name, path) for path in _visible(folder))


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def _check_name(path: Path, root: Path) -> None:
    """A file is named for what it holds. Raises ContentError."""
    if _ID.fullmatch(path.stem) and path.suffix == ".yml" and not path.is_dir():
        return
    if path.is_dir():
        wrong = "Een map in een map lezen we niet.", f"Zet de bestanden rechtstreeks in content/{path.parent.name}/."
    elif path.suffix != ".yml":
        wrong = f"Dit bestand heet '{path.name}', en alleen wat op .yml eindigt lezen we.", f"Noem het '{_id_like(path.stem)}.yml', of haal het weg uit content/."
    else:
        wrong = "De naam van dit bestand is de id, en die heeft alleen kleine letters, cijfers en koppeltekens.", f"Noem het '{_id_like(path.stem)}.yml'."
    raise ContentError([Problem(Place(path.relative_to(root).as_posix()), *wrong)])


def _id_like(name: str) -> str:
    """The id that comes nearest to a name: without capitals, accents and spaces."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "een-woord"


def _words_in(path: Path) -> set[str]:
    """What a file that could not be read may yet be called: by its name, or by any word in it, such as an alias."""
    try:
        text = path.read_bytes().decode("utf-8", "ignore")
    except OSError:
        text = ""
    return {_id_like(path.stem), *_ID.findall(text)}


def _published(content: Path, problems: list[Problem]) -> tuple[Published, ...]:
    try:
        return read_ledger(content)
    except ContentError as error:
        problems += error.problems
        return ()


def _read_site(path: Path, problems: list[Problem]) -> Site:
    try:
        if not path.is_file():
            raise ContentError([Problem(Place("content/site.yml"), "Dit bestand ontbreekt.", "Het zegt hoe de gids heet en waar hij staat, met name, tagline, address en edit_address.")])
        return record_from(Site, read_source(path, path.parent.parent))
    except ContentError as error:
        problems += error.problems
        return Site.model_construct(name="", tagline="", address="", edit_address="")


def _read_search(path: Path, problems: list[Problem]) -> tuple[SearchWords, Source | None]:
    """The words of search, and the file they stand in. A guide can do without."""
    if not path.exists():
        return SearchWords(), None
    try:
        source = read_source(path, path.parent.parent)
        return record_from(SearchWords, source), source
    except ContentError as error:
        problems += error.problems
        return SearchWords(), None
