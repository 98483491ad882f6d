"""What was made before, kept in a folder: each thing under a hash of all that it is made of, with a seal on it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from macros.system.files import remove_half_written, write_file
from macros.system.folders import remove

_OURS = re.compile(r"[0-9a-f]{32}(\.[a-z]+)?")
"""What we put in the folder, and what older versions of us did: their files had an ending, and no one asks for them."""

_SEAL = hashlib.sha256().digest_size


class Store:
    """Keeps what is costly to make. What does not open, or is not what was put there, is made again.

    It lives for one refresh, and `prune` forgets what no one asked for in that time. Several may use one folder at the
    same time: nobody counts on what is there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked: set[str] = set()

    def kept(self, made_of: str | bytes, make: Callable[[], bytes]) -> bytes:
        """What was made of this before, or else what is made of it now."""
        name = hashlib.sha256(made_of.encode() if isinstance(made_of, str) else made_of).hexdigest()[:32]
        content = self.get(name)
        if content is None:
            content = make()
            self.put(name, content)
        return content

    def get(self, name: str) -> bytes | None:
        """What was put under a name; None when it is not there as it was put."""
        self._asked.add(name)
        try:
            with (self._folder / name).open("rb", buffering=0) as file:
                seal, content = file.read(_SEAL), file.read()
        except OSError:
            return None
        return content if seal == _seal(name, content) else None

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name. The folder is ours alone: what stands in the way, goes."""
        path = self._folder / name
        if not self._folder.is_dir():
            remove(self._folder)
        if path.is_dir():
            remove(path)
        write_file(path, _seal(name, content) + content)

    def forget(self, names: Iterable[str]) -> None:
        """Keep these no longer."""
        for name in names:
            with suppress(OSError):
                remove(self._folder / name)

    def prune(self) -> None:
        """Forget what no one asked for since this store was opened."""
        for path in self._folder.glob("*"):
            if _OURS.fullmatch(path.name) and path.name not in self._asked:
                with suppress(OSError):  # Someone else was first, or it is not for us to remove.
                    remove(path)
        remove_half_written(self._folder)


def _seal(name: str, content: bytes) -> bytes:
    """A digest of a thing with its name: another thing in its place has another seal."""
    told = hashlib.sha256(name.encode())
    told.update(content)
    return told.digest()
