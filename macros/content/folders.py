"""What a folder holds, for every reader of one: content/, docs/, icons.

Systems and editors leave files behind that nobody asked for: these are passed over without a word. A copy that someone
made by hand is no such file: what is in it may be wanted, so whoever finds one says of what it is a copy.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from operator import attrgetter
from pathlib import Path

from macros.content.problems import ContentError, Place, Problem

_FOREIGN = re.compile(
    r"\..*"  # hidden: .DS_Store, ._x.yml, .x.yml.swp, and .#x.yml, an editor's lock, which leads nowhere
    r"|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r"
    r"|\#.*\#|~\$.*|~.*\.tmp|4913"  # what Emacs and Word keep while someone writes, and how Vim tries a folder
    r"|.*\.(?:sw[opx]|tmp|temp|part|crdownload|crswap|lnk|sb-[\w-]+)|.*___jb_\w+___"
    r"|__macosx|__pycache__|\$recycle\.bin|system volume information|lost\+found|@eadir",
    re.IGNORECASE | re.DOTALL,
)
"""The names of files and folders that systems and editors make for themselves."""

_ENDINGS: Mapping[str, str] = {
    "yml": "yml",
    "yaml": "yml",
    "md": "md",
    "markdown": "md",
    "mdown": "md",
    "mkd": "md",
    "mkdn": "md",
}
"""How a file of ours may be spelled to end, and how it ought to."""

_OURS = re.compile(
    rf"(?P<stem>.+?)\.(?P<ending>{'|'.join(_ENDINGS)}|tsv)(?P<more>[^a-z0-9].*)?", re.IGNORECASE | re.DOTALL
)
_BACKUP = re.compile(r"(?P<name>.+?)(?:~+|\.(?:bak|backup|old|orig|rej|save))+", re.IGNORECASE | re.DOTALL)
_COPY_BEFORE = re.compile(r"(?:kopie|copy|backup)[ _-]+(?:\(\d+\)[ _-]*)?(?:van[ _-]+|of[ _-]+)?", re.IGNORECASE)
_COPY_AFTER = re.compile(
    r"[ _.-]*(?:\(\d+\)|\([^()]*(?:kopie|copy|conflict)[^()]*\)|\.sync-conflict-[\w-]+"
    r"|[ _]-?[ _]*(?:kopie|copy|backup)(?:[ _]*\(?\d+\)?)?|[ _]-[ _]*(?:oud|old)|_(?:backup|base|local|remote)_\d+)$",
    re.IGNORECASE,
)
"""What systems and people add to the name of a copy, before and after it."""


def is_foreign(name: str) -> bool:
    """Whether a file or folder of this name is made by a system or an editor, for itself."""
    return bool(_FOREIGN.fullmatch(name))


def is_readable(path: Path) -> bool:
    """Whether this is a file that can be opened: no broken link, nothing that belongs to someone else."""
    try:
        return path.is_file() and os.access(path, os.R_OK)
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether this is a folder, or a link to one; whoever asks this may know too little of it for an answer."""
    try:
        return path.is_dir()
    except OSError:
        return False


def folders_in(folder: Path) -> frozenset[str]:
    """The names of the folders in a folder, and of the links to one: far quicker than asking it of each path."""
    with suppress(OSError), os.scandir(folder) as held:
        return frozenset(one.name for one in held if (is_folder(Path(one)) if one.is_symlink() else one.is_dir()))
    return frozenset()


def held_by(folder: Path, root: Path) -> list[Path]:
    """What stands in a folder, without what is foreign to it; nothing when there is no folder.

    root: the folder that the paths in messages start from. Raises ContentError when the folder cannot be read.
    """
    if not is_folder(folder):
        return []
    try:
        return sorted((path for path in folder.iterdir() if not is_foreign(path.name)), key=attrgetter("name"))
    except OSError:
        place, hint = Place(folder.relative_to(root).as_posix()), "Kijk of je in die map mag lezen."
        raise ContentError([Problem(place, "Deze map is niet te openen.", hint)]) from None


def files_below(folder: Path, root: Path, above: tuple[str, ...] = ()) -> Iterator[Path]:
    """Every file in a folder and in the folders inside it, and each of these folders that cannot be read.

    A folder that leads back to one above it is passed over: whoever went in would never come out.
    root: the folder that the paths in messages start from.
    """
    here = (*above, os.path.realpath(folder))
    try:
        held = held_by(folder, root)
    except ContentError:
        yield folder
        return
    for path in held:
        if not is_folder(path):
            yield path
        elif os.path.realpath(path) not in here:
            yield from files_below(path, root, here)


def readable_below(folder: Path, root: Path) -> list[Path]:
    """Every file in a folder and below it that can be opened: of docs/, what the site is made of."""
    return [path for path in files_below(folder, root) if is_readable(path)]


def meant_name(name: str) -> tuple[str, str]:
    """The name that a file of ours was given before it was copied, kept aside or saved under another ending.

    As its stem and its ending (yml); the ending is what the name has when it is none of ours.
    """
    ours = _OURS.fullmatch(name)
    kept = _BACKUP.fullmatch(name)
    if ours:
        stem, ending = ours["stem"], _ENDINGS.get(ours["ending"].lower(), ours["ending"].lower())
    else:
        stem, _, ending = (kept["name"] if kept else name).rpartition(".")
        stem, ending = (stem, ending) if stem else (ending, "")
    before = _COPY_BEFORE.match(stem)
    stem = stem[before.end() :] if before else stem
    while (after := _COPY_AFTER.search(stem)) and after.start():
        stem = stem[: after.start()]
    return stem, ending


def is_backup(name: str) -> bool:
    """Whether a file is one that an editor or a tool kept aside: x.md~, x.css.orig."""
    return bool(_BACKUP.fullmatch(name))
