"""Templates, compiled and kept. What Jinja would keep by itself, it believes also when it was cut."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from macros.system.store import Store

FOLDER = Path(__file__).parents[2] / ".build" / "templates"


class KeptTemplates(BytecodeCache):
    """What Jinja asks for a compiled template, and hands one to keep."""

    def __init__(self) -> None:
        self._store = Store(FOLDER)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was kept, if it was."""
        kept = self._store.get(_key(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds, where that can be: else it is compiled once more, the next time."""
        with suppress(OSError):
            self._store.put(_key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> str:
    """What a template is known by: its code also depends on what its environment does with values (`finalize`)."""
    return f"{bucket.key}{getattr(bucket.environment.finalize, '__name__', '')}"
