"""A folder that is made beside the one it replaces, and takes its place in one go, when it is whole.

There is a whole folder at the place all the time. Who is killed on the way leaves the last one, and the next run
clears up.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from errno import EBUSY
from pathlib import Path

from macros.system.errors import Refusal
from macros.system.lock import alone

_AT_WORKING_FOLDER, _EXCHANGE = -100, 2
"""What renameat2 is told: a path is seen from where we are; exchange the two."""


class NewFolder:
    """A new folder, to be filled at `path`, and then put in its place.

    keep: has a use for the folder that it replaced.
    """

    def __init__(self, place: Path, keep: Callable[[Path], None] | None = None) -> None:
        self.path = place.with_name(f".{place.name}.new")
        self._place, self._keep = place, keep
        self._is_replaced = False
        self._old = place.with_name(f".{place.name}.old")

    def restore(self) -> None:
        """Put back what a killed run had taken away, and clear up what it left."""
        if os.path.lexists(self._old) and not os.path.lexists(self._place):
            self._old.rename(self._place)
        remove(self._old)
        remove(self.path)

    def put_in_place(self) -> None:
        """Replace the folder that stands there, if any; hidden files at its top stay, as MkDocs has it too."""
        _make_readable(self.path)
        if not os.path.lexists(self._place):
            self.path.rename(self._place)
            return
        _keep_hidden(self._place, self.path)
        self._is_replaced = exchange(self.path, self._place)
        if not self._is_replaced:
            self._place.rename(self._old)
            try:
                self.path.rename(self._place)
            except OSError:
                self._old.rename(self._place)
                raise

    def clear(self) -> None:
        """Remove what is no longer needed: the folder that was replaced, or the new one when nothing came of it."""
        if self._is_replaced and self._keep:
            with suppress(OSError):
                self._keep(self.path)
        for path in (self._old, self.path):
            with suppress(OSError):  # What does not let us now, the next run is told.
                remove(path)


@contextmanager
def new_folder(
    place: Path, ours: Collection[str] = (), keep: Callable[[Path], None] | None = None
) -> Iterator[NewFolder]:
    """A new folder for a place. Whoever comes second waits, and says so.

    ours: files of which one at least is in any folder that may be replaced, when the place is a link to elsewhere.
    keep: has a use for the folder that is replaced.
    Raises Refusal when there is something else.
    """
    target = _target(place, ours)
    target.parent.mkdir(parents=True, exist_ok=True)
    with alone(target.with_name(f".{target.name}.lock")):
        new = NewFolder(target, keep)
        new.restore()
        new.path.mkdir()
        try:
            yield new
        finally:
            new.clear()


def _target(place: Path, ours: Collection[str]) -> Path:
    """The folder itself, where a place leads to it by a link."""
    target = Path(os.path.realpath(place))
    link = f"'{place}' is een link naar '{target}', en"
    if place.is_symlink() and not target.exists():
        if target.is_symlink():
            raise Refusal(f"'{place}' is een link die naar zichzelf leidt: haal die link weg.")
        raise Refusal(f"{link} die map is er niet: maak ze met `mkdir -p '{target}'`, of haal de link weg.")
    if target.exists() and not target.is_dir():
        raise Refusal(f"'{place}' is een bestand, en hier komt een map: geef dat bestand een andere naam.")
    if os.path.ismount(target):
        raise OSError(EBUSY, os.strerror(EBUSY), str(target))
    if place.is_symlink() and ours and _holds_else(target, ours):
        raise Refusal(f"{link} daar staat iets anders, dat verloren zou gaan: maak die map leeg, of kies een lege.")
    return target


def _holds_else(folder: Path, ours: Collection[str]) -> bool:
    seen = [path for path in folder.iterdir() if not path.name.startswith(".")]
    return bool(seen) and not any((folder / file).exists() for file in ours)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one go; False where the system or the disk cannot."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except AttributeError:
        return False
    ends = _AT_WORKING_FOLDER, os.fsencode(one), _AT_WORKING_FOLDER, os.fsencode(other)
    return bool(rename(*ends, _EXCHANGE) == 0)


def copy_folder(folder: Path, place: Path) -> None:
    """Fill a folder with what another holds. Raises OSError.

    The files are the same under another name, where a disk can: so replace them, and write into none.
    """

    def again(source: str, place: str) -> None:
        try:
            os.link(source, place)
        except OSError:
            shutil.copy2(source, place)

    shutil.copytree(folder, place, copy_function=again, dirs_exist_ok=True)


def remove(path: Path) -> None:
    """Remove a file, a link, or a folder with all that is in it, also when that may only be read."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
        return
    with suppress(OSError):  # Most often we may: else we first see to that.
        shutil.rmtree(path)
        return
    _let_go(path)
    for here, inside, _ in os.walk(path):
        for name in inside:
            _let_go(Path(here, name))
    try:
        shutil.rmtree(path)
    except OSError as error:
        error.filename = str(path)  # Of a file inside, it knows no more than the name.
        raise


def _let_go(folder: Path) -> None:
    """Allow ourselves to empty a folder."""
    if not folder.is_symlink():
        with suppress(PermissionError):  # Then removing it says so.
            folder.chmod(0o700)


def _make_readable(folder: Path) -> None:
    """Let a web server read all of it, whatever the umask of who builds."""
    for here, _, files in os.walk(folder):
        for path, mode in ((here, 0o755), *((f"{here}/{name}", 0o644) for name in files)):
            with suppress(PermissionError):  # A stick knows no rights.
                os.chmod(path, mode)  # noqa: PTH101 - a Path of each file takes longer than this


def _keep_hidden(old: Path, new: Path) -> None:
    """Have the hidden files at the top of a folder (.htaccess, .git) also in the new one."""
    for path in old.glob(".*"):
        there = new / path.name
        if os.path.lexists(there):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, there, symlinks=True, copy_function=_link)
        else:
            _link(path, there)


def _link(file: str | Path, there: str | Path) -> None:
    try:
        os.link(file, there, follow_symlinks=False)
    except OSError:  # Not every disk can, and not for every file.
        shutil.copy2(file, there, follow_symlinks=False)
