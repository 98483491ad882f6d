"""Files and folders that have no business where they stand: what they seem to be, and what would help.

A hint never has a good file overwritten, and never offers a name that is taken or that the check refuses.
"""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator
from pathlib import Path

from macros.content.folders import files_below, held_by, is_backup, is_folder, is_readable, meant_name
from macros.content.problems import Place, Problem, did_you_mean
from macros.content.text_file import unreadable
from macros.model.dutch_words import folder_words
from macros.model.entry_types import BY_COLLECTION
from macros.model.fields import ID, LONGEST_NAME
from macros.model.slugs import slug_of

_NO_ENTRY = (
    "Haal het weg uit content/. Is het een nieuw stuk? Kopieer dan een .yml-bestand uit deze map, en vul dat in."
)


def is_file_of_entry(path: Path, folders: Container[str] | None = None) -> bool:
    """Whether a file is called as one of an entry should be. folders: the names of all folders beside it, if known."""
    stem, _, ending = path.name.rpartition(".")
    if ending != "yml" or len(stem) > LONGEST_NAME or not ID.fullmatch(stem):
        return False
    return not is_folder(path) if folders is None else path.name not in folders


def misnamed(path: Path, root: Path, taken: dict[str, str]) -> Problem:
    """The problem of what stands in the folder of a collection and is not called as an entry should be.

    taken: by name, the file in this folder that has that name, or that was offered it already.
    """
    place, name = Place(path.relative_to(root).as_posix()), path.name
    if is_folder(path):
        return Problem(place, "Een map in een map lezen we niet.", _emptied(path, path.parent, root))
    stem, ending = meant_name(name)
    if ending not in ("yml", "tsv", "md") and not _looks_like_an_entry(path):
        return Problem(place, f"Dit bestand heet '{name}', en alleen wat op .yml eindigt lezen we.", _NO_ENTRY)
    slug = slug_of(stem)
    if len(slug) > LONGEST_NAME:
        message = f"De naam van dit bestand is te lang: hoogstens {LONGEST_NAME} tekens, en dit zijn er {len(slug)}."
        return Problem(place, message, "Geef het een kortere naam.")
    owner = taken.setdefault(f"{slug}.yml", name)
    if owner != name:
        return _copy(place, path, path.with_name(owner))
    offered = (
        f"Noem het '{slug}.yml'" if slug else "Geef het een naam met gewone letters of cijfers, en .yml op het einde"
    )
    if path.suffix != ".yml":
        message = f"Dit bestand heet '{name}', en alleen wat op .yml eindigt lezen we."
        return Problem(place, message, f"{offered}, of haal het weg uit content/.")
    message = "De naam van dit bestand is de id, en die heeft alleen kleine letters, cijfers en koppeltekens."
    return Problem(place, message, f"{offered}.")


def astray(path: Path, root: Path, settings: tuple[str, ...]) -> Problem:
    """The problem of a file or folder directly in content/ that is no collection and no settings file."""
    place, name = Place(path.relative_to(root).as_posix()), path.name
    if is_folder(path):
        return _unknown_folder(place, path, root)
    stem, ending = meant_name(name)
    meant = f"{slug_of(stem)}.{ending}"
    if meant in settings:
        there = path.with_name(meant)
        return (
            _copy(place, path, there)
            if os.path.lexists(there)
            else Problem(place, f"'{name}' kennen we niet.", f"Noem het '{meant}'.")
        )
    for collection in BY_COLLECTION:
        there = path.parent / collection / meant
        if os.path.lexists(there):
            return _copy(place, path, there, f"{collection}/{meant}")
    return Problem(place, f"'{name}' staat los in content/.", "Zet het in een van de mappen, of haal het weg.")


def strays_in_docs(docs: Path) -> Iterator[Problem]:
    """Files in docs/ that cannot be opened, copies of pages, and pages that no one would find."""
    for path in files_below(docs, docs.parent):
        place, name = Place(path.relative_to(docs.parent).as_posix()), path.name
        stem, ending = meant_name(name)
        meant = path.with_name(f"{stem}.{ending}" if ending else stem)
        if not is_readable(path):
            yield unreadable(place.file)
        elif (ending == "md" or is_backup(name)) and meant.name != name:
            if meant.exists() and not meant.samefile(path):
                yield _copy(place, path, meant)
            elif is_backup(name) or not name.endswith(".md"):
                message = f"Een bestand dat '{name}' heet, hoort niet op de site."
                yield Problem(place, message, f"Noem het '{meant.name}', of haal het weg uit docs/.")


def _copy(place: Place, path: Path, original: Path, called: str = "") -> Problem:
    """The problem of what seems to be a copy. Whatever the editor does next, the original is not overwritten."""
    called = called or original.name
    hint = (
        "Er staat hetzelfde in. Haal deze kopie weg."
        if _bytes(path) is not None and _bytes(path) == _bytes(original)
        else f"Vergelijk de twee. Zet wat je wilt houden in '{called}', en haal deze kopie daarna weg.\n"
        "Is het iets anders? Geef het een eigen naam, met kleine letters, cijfers en koppeltekens."
    )
    return Problem(place, f"Dit lijkt een kopie van '{called}'.", hint)


def _unknown_folder(place: Place, path: Path, root: Path) -> Problem:
    """The problem of a folder in content/ that is no collection."""
    meant = slug_of(meant_name(path.name)[0])
    if meant in BY_COLLECTION and meant != path.name.lower() and is_folder(path.with_name(meant)):
        hint = f"Vergelijk de twee mappen. Zet wat je wilt houden in '{meant}', en haal deze map daarna weg."
        return Problem(place, f"Dit lijkt een kopie van de map '{meant}'.", hint)
    hint = did_you_mean(path.name, BY_COLLECTION, words=folder_words())
    near = re.match(r"Bedoelde je '([a-z]+)'", hint)
    if near and is_folder(path.with_name(near[1])):
        hint += f" {_emptied(path, path.with_name(near[1]), root)}"
    elif not held_by(path, root):
        hint = "Ze is leeg: haal ze weg."
    return Problem(place, f"De map '{path.name}' kennen we niet.", hint)


def _emptied(path: Path, into: Path, root: Path) -> str:
    """The hint to empty a folder into another one, without overwriting what stands there."""
    held = [inside.name for inside in held_by(path, root)]
    if not held:
        return "Ze is leeg: haal ze weg."
    there = [name for name in held if os.path.lexists(into / name)]
    hint = f"Zet de bestanden rechtstreeks in content/{into.name}/."
    if there:
        hint += f"\nLet op: '{there[0]}' staat daar al. Vergelijk de twee, en hou er één."
    return hint


def _looks_like_an_entry(path: Path) -> bool:
    """Whether a file under a foreign name has the fields of an entry in it."""
    return bool(re.search(rb"^title: ", _bytes(path) or b"", re.MULTILINE))


def _bytes(path: Path) -> bytes | None:
    """What is in a file, or in the beginning of a large one; None when it cannot be opened."""
    if not is_readable(path):
        return None
    try:
        with path.open("rb") as file:
            return file.read(1_000_000)
    except OSError:
        return None
