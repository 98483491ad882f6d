"""Which files of content/ are new, changed or gone since the last release, as git remembers it.

A release is a tag, v1.2.0; without one, the day of the newest heading in CHANGELOG.md. As in the history of a file, a
commit that .git-blame-ignore-revs names is no news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content.history import no_news
from macros.content.problems import ContentError
from macros.content.yaml_file import parse_yaml_file
from macros.system.git import git

_HEADING = re.compile(r"^## (?P<name>.+) \((?P<day>\d{4}-\d{2}-\d{2})\)$", re.MULTILINE)


@dataclass(frozen=True)
class SinceRelease:
    """The name of a release with its day, the files that it had, those that differ since, the titles of those gone."""

    name: str
    day: str
    before: frozenset[str]
    changed: frozenset[str]
    gone: dict[str, str]


NO_HISTORY = "Deze map kent haar geschiedenis niet: wat er veranderde sinds de vorige uitgave, weten we hier niet."
NO_RELEASE = "Er is nog geen uitgave: alles is nieuw."


def since_release(root: Path) -> SinceRelease | str:
    """What happened since the last release; a sentence that says why, when that is not known."""
    if not git(root, "rev-parse", "--verify", "HEAD"):
        return NO_HISTORY
    found = _last_tag(root) or _last_heading(root)
    if isinstance(found, str):
        return found
    name, day, commit = found
    before = frozenset(git(root, "ls-tree", "-r", "--name-only", commit, "content/").splitlines())
    differ = set(git(root, "diff", "--no-renames", "--relative", "--name-only", commit, "--", "content").splitlines())
    gone = sorted(file for file in before & differ if not (root / file).exists())
    titles = {file: _title(git(root, "show", f"{commit}:./{file}"), file) for file in gone}
    return SinceRelease(name, day, before, frozenset(differ & _touched(root, commit)), titles)


def _last_tag(root: Path) -> tuple[str, str, str] | None:
    tag = git(root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*").strip()
    return (tag.removeprefix("v"), git(root, "log", "-1", "--format=%cs", tag).strip(), tag) if tag else None


def _last_heading(root: Path) -> tuple[str, str, str] | str:
    """The same by the newest heading that has a day: all that was kept until the end of it."""
    file = root / "CHANGELOG.md"
    heading = _HEADING.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    if heading is None:
        return NO_RELEASE
    shallow = git(root, "rev-parse", "--is-shallow-repository").strip() == "true"
    commit = git(root, "rev-list", "-1", f"--before={heading['day']}T23:59:59Z", "HEAD").strip()
    return (heading["name"], heading["day"], commit) if commit and not shallow else NO_HISTORY


def _touched(root: Path, commit: str) -> set[str]:
    """The files that a commit touched since, and those that are not kept yet."""
    return {*_kept(root, commit), *git(root, "diff", "--relative", "--name-only", "HEAD", "--", "content").splitlines()}


def _kept(root: Path, commit: str) -> Iterator[str]:
    files = ("--no-renames", "--relative", "--name-only", "--format=commit %H", f"{commit}..HEAD", "--", "content")
    ignored, since = no_news(root), ""
    for line in git(root, "log", *files).splitlines():
        if line.startswith("commit "):
            since = line.removeprefix("commit ")
        elif line and since not in ignored:
            yield line


def _title(text: str, file: str) -> str:
    """The title that a file had; its id when it cannot be read."""
    try:
        title = parse_yaml_file(file, text.encode()).values.get("title")
    except ContentError:
        title = None
    return title if isinstance(title, str) else Path(file).stem
