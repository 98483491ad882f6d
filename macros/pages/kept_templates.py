"""The theme's templates, compiled and kept. What Jinja would keep by itself, it believes also when it was cut."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from macros.system.store import Store


class KeptTemplates(BytecodeCache):
    """What Jinja asks for a compiled template, and hands one to keep."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was kept, if it was."""
        kept = self._store.get(bucket.key)
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds."""
        self._store.put(bucket.key, bucket.bytecode_to_string())
