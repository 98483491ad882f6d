"""Several files that change together or not at all, and a place to try that first."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.system.files import save_file, write_file

Texts = Mapping[str, str | None]
"""By its path below a root, the whole text of a file; None for a file that goes."""


def change_together(root: Path, texts: Texts) -> None:
    """Write these files, and take away those without a text. When one cannot be, all are as they were."""
    before = {file: _held(root / file) for file in texts}
    done: list[str] = []
    try:
        # What goes, goes last: until then everything stands somewhere.
        for file in sorted(texts, key=lambda file: texts[file] is None):
            done.append(file)
            _put(root / file, texts[file])
    except BaseException:
        for file in reversed(done):
            with suppress(OSError):
                _put(root / file, before[file])
        raise


def _held(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _put(path: Path, text: str | bytes | None) -> None:
    if text is not None:
        save_file(path, text)
    elif os.path.lexists(path):
        path.unlink()


@contextmanager
def trial_of(root: Path, folders: Collection[str]) -> Iterator[Path]:
    """A root with the same files in these folders, to write in: each is a link until `write_trial` writes it."""
    with tempfile.TemporaryDirectory(prefix="sleutelbos-") as made:
        for folder in folders:
            for above, inside, files in os.walk(root / folder):
                here = Path(made, Path(above).relative_to(root))
                here.mkdir(exist_ok=True, parents=True)
                linked = [name for name in inside if Path(above, name).is_symlink()]
                for name in (*files, *linked):
                    (here / name).symlink_to(Path(above, name).absolute())
        yield Path(made)


def write_trial(trial: Path, texts: Texts) -> None:
    """Write these files in a trial, in the place of the links that stand there."""
    for file, text in texts.items():
        if text is not None:
            write_file(trial / file, text)
        elif os.path.lexists(trial / file):
            (trial / file).unlink()
