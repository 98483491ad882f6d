"""Whether the site that stands is what a build would make: one digest of all that goes in, one of all that came out."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from macros.content import days
from macros.kept.made_by import code_digest, digest, files_digest
from macros.system.files import write_file
from macros.system.git import git

_SOURCES = ("content", "docs", "pictures/drawn.tsv", "CHANGELOG.md", ".git-blame-ignore-revs")
"""What of the project is read besides the code."""

_SETTINGS = ("BOOKS", "SITE_URL", "SOURCE_DATE_EPOCH", "STOP_AT_MACRO_ERROR")
"""What a build asks of its environment."""


def inputs(root: Path, *more: object) -> str:
    """A digest of all that goes into a site: code, packages, files, history, settings, the day. more: what else."""
    settings = [os.environ.get(name) for name in _SETTINGS]
    return digest(code_digest(root), files_digest(root, _SOURCES), _history(root), settings, days.today(), *more)


class StandingSite:
    """A site as a build left it. site: where. stamp: the file that remembers what it was made of."""

    def __init__(self, site: Path, stamp: Path) -> None:
        self._site, self._stamp = site, stamp

    def is_of(self, inputs: str) -> bool:
        """Whether these made it, and nobody changed a file since. Made of other things, it is not even opened."""
        try:
            made_of, _, whole = self._stamp.read_text(encoding="ascii").partition("\n")
            return made_of == inputs and whole == self._files()
        except (OSError, UnicodeDecodeError):
            return False

    def remember(self, inputs: str) -> None:
        """It was made of these."""
        with suppress(OSError):  # Then the next build makes it again.
            write_file(self._stamp, f"{inputs}\n{self._files()}")

    def _files(self) -> str:
        return files_digest(self._site.parent, [self._site.name])


def _history(root: Path) -> tuple[str, ...]:
    """What git remembers, as far as pages say it: the commits, the tags, and where a shallow clone ends."""
    shallow = git(root, "rev-parse", "--git-path", "shallow").strip()
    ends = (root / shallow).read_text(encoding="ascii") if shallow and (root / shallow).is_file() else ""
    return git(root, "rev-parse", "HEAD"), git(root, "for-each-ref", "refs/tags", "refs/replace"), ends
