"""The files of entries as they were read before: most of a start goes into reading files that did not change.

A file is known by its bytes, and everything by the code that read it. Only what was found sound is kept: that stays
sound, for a day that has come does not become one that has yet to come.
"""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from pathlib import Path

from macros.content.entry_files import EntryFile, EntryFiles
from macros.kept.made_by import KEEP, code_digest, digest
from macros.model.entry_types import BY_COLLECTION
from macros.system.store import Store


class KeptEntries:
    """Fills the cache of a reader before it reads, and keeps it when it has read. It lives for one process.

    root: of the project.
    """

    def __init__(self, root: Path) -> None:
        self._store = Store(root / ".build" / "entries")
        self._root = root
        self._before: dict[str, dict[str, EntryFile]] = {}
        self._wanted = os.environ.get(KEEP) == "yes"
        self.code = code_digest(root) if self._wanted else ""
        """The code that this process runs: what changes later, it does not run."""

    def fill(self, files: EntryFiles) -> None:
        """Have a reader know what is kept."""
        if not self._wanted:
            return
        for collection in BY_COLLECTION:
            kept = self._store.get(self._name(collection))
            if kept is not None:
                # Our own, in our own folder: who may write there, may write our code too.
                self._before[collection] = pickle.loads(kept)
                files.know(collection, self._before[collection])

    def keep(self, files: EntryFiles) -> None:
        """Keep what a reader knows, at the end of the first build of a process; what changes later, is read again."""
        if not self._wanted:
            return
        self._wanted = False
        if self.code != code_digest(self._root):
            return
        for collection in BY_COLLECTION:
            known = files.known(collection)
            before = self._before.get(collection, {})
            if known.keys() != before.keys() or any(known[name] is not before[name] for name in known):
                with suppress(OSError):  # Then they are read again, the next time.
                    self._store.put(self._name(collection), pickle.dumps(known, 5))
        self._store.prune()
        self._before = {}

    def _name(self, collection: str) -> str:
        return digest("entries", self.code, collection)
