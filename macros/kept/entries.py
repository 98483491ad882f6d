"""The files of content/ and docs/ as they were read before: most of a start goes into reading what did not change.

A file is known by its bytes, and everything by the code that read it. Only what was found sound is kept: that stays
sound, for a day that has come does not become one that has yet to come.
"""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from macros.content.entry_files import EntryFile, EntryFiles
from macros.kept.made_by import KEEP, code_digest, digest
from macros.model.entry_types import BY_COLLECTION
from macros.system.store import Store

_OTHERS = "others"
"""Under this name stands what is no entry."""


class KeptEntries:
    """Fills the cache of a reader before it reads, and keeps it when it has read. It lives for one process.

    root: of the project.
    """

    def __init__(self, root: Path) -> None:
        self._store = Store(root / ".build" / "entries")
        self._root = root
        self._before: dict[str, dict[str, EntryFile]] = {}
        self._others: dict[str, tuple[bytes, object]] = {}
        self._wanted = os.environ.get(KEEP) == "yes"
        self.code = code_digest(root) if self._wanted else ""
        """The code that this process runs: what changes later, it does not run."""

    def fill(self, files: EntryFiles) -> None:
        """Have a reader know what is kept."""
        if not self._wanted:
            return
        for collection in BY_COLLECTION:
            if kept := self._kept(collection):
                self._before[collection] = kept
                files.know(collection, kept)
        self._others = self._kept(_OTHERS)
        files.know_others(self._others)

    def keep(self, files: EntryFiles) -> None:
        """Keep what a reader knows, at the end of the first build of a process; what changes later, is read again."""
        if not self._wanted:
            return
        self._wanted = False
        if self.code != code_digest(self._root):
            return
        for collection in BY_COLLECTION:
            self._keep(collection, files.known(collection), self._before.get(collection, {}))
        self._keep(_OTHERS, files.others(), self._others)
        self._store.prune()
        self._before, self._others = {}, {}

    def _kept(self, name: str) -> dict[str, Any]:
        """What was kept under a name: our own, in our own folder. Who may write there, may write our code too."""
        kept = self._store.get(self._name(name))
        return {} if kept is None else cast(dict[str, Any], pickle.loads(kept))

    def _keep(self, name: str, known: dict[str, Any], before: dict[str, Any]) -> None:
        """Keep what is known, where that is not what was kept before."""
        if known.keys() != before.keys() or any(known[key] is not before[key] for key in known):
            with suppress(OSError):  # Then they are read again, the next time.
                self._store.put(self._name(name), pickle.dumps(known, 5))

    def _name(self, collection: str) -> str:
        return digest("entries", self.code, collection)
