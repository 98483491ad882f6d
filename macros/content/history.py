"""When the guide last changed, file by file, as git remembers it.

A shallow clone ends in a commit that seems to add everything: what it says is not believed. A commit that
.git-blame-ignore-revs names (git's own name for that file) changed how files are written, or labels, for hundreds at
once: it is no news.
Without git, nothing is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.system.git import git


@dataclass(frozen=True)
class Change:
    """The last change of one file: the moment (ISO 8601, in UTC), and whether that was its first."""

    moment: str
    new: bool


def last_changes(root: Path) -> dict[str, Change]:
    """The last change of each file in content/, by its path below the root; empty where there is no git."""
    moment_and_files = (
        "--no-renames",
        "--relative",
        "--name-status",
        "--date=format-local:%Y-%m-%dT%H:%M:%SZ",
        "--format=commit %H %cd",
    )
    log = git(root, "log", *moment_and_files, "--", "content")
    not_believed = _shallow_commits(root) | no_news(root)
    changes: dict[str, Change] = {}
    commit = moment = ""
    for line in log.splitlines():
        if line.startswith("commit "):
            _, commit, moment = line.split(" ")
        elif "\t" in line and commit not in not_believed:
            status, path = line.split("\t", 1)
            if status != "D":
                changes.setdefault(path, Change(moment, status == "A"))
    return changes


class History:
    """What git knows, for whoever asks again and again: git is asked once for as long as there is no other commit."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: tuple[object, dict[str, Change]] = None, {}

    def last_changes(self) -> dict[str, Change]:
        """What the function of this name answers."""
        state = git(self._root, "rev-parse", "HEAD"), _shallow_commits(self._root), no_news(self._root)
        if state != self._known[0]:
            self._known = state, last_changes(self._root)
        return self._known[1]


def _shallow_commits(root: Path) -> set[str]:
    """The commits that a shallow clone ends in; none in a whole one."""
    file = git(root, "rev-parse", "--git-path", "shallow").strip()
    return set((root / file).read_text(encoding="ascii").split()) if file and (root / file).is_file() else set()


def no_news(root: Path) -> set[str]:
    """The commits that are no news for a reader: the lines of that file that are no comment."""
    file = root / ".git-blame-ignore-revs"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return {line.strip() for line in lines if not line.startswith("#")}
