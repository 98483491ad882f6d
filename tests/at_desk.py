"""What the tests of the editor's commands share: someone who answers, and a guide that git keeps."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

from macros.desk.desk import Desk, open_desk
from macros.desk.talk import Asked, Talk, asked
from macros.site.permalinks import permalink_pages


class Scripted(Talk):
    """Someone who gives these answers, one after the other; nobody when there are none."""

    def __init__(self, answers: Iterable[str] | None = None) -> None:
        self._answers = None if answers is None else list(answers)
        self.said: list[str] = []

    @property
    def answers(self) -> bool:
        return self._answers is not None

    @property
    def left(self) -> list[str]:
        return self._answers or []

    @property
    def heard(self) -> str:
        return "\n".join(self.said)

    def say(self, *lines: str) -> None:
        self.said += lines

    def ask(self, question: str) -> str:
        self.said.append(question)
        if not self._answers:
            raise KeyboardInterrupt
        return self._answers.pop(0)


Command = Callable[[Desk, Talk, Asked], int]


def done(command: Command, root: Path, *words: str, answers: Iterable[str] | None = None) -> Scripted:
    """Carry out a command in a guide, and hear what it said."""
    talk = Scripted(answers)
    assert command(open_desk(root), talk, asked(words, None)) == 0
    assert talk.left == []
    return talk


def answering(root: Path) -> dict[str, str]:
    """Every permanent address that answers, with the page that does."""
    return {file.removesuffix("/index.html"): page for file, page in permalink_pages(open_desk(root).guide)}


def held(root: Path) -> dict[str, str]:
    """Every file of a guide, with its text."""
    files = (path for folder in ("content", "docs") for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def keep_in_git(root: Path) -> None:
    """Have git hold all that stands there now."""
    name = ("-c", "user.name=Mira", "-c", "user.email=mira@vuurtorenschool.example")
    for words in (("init", "--quiet"), ("add", "."), (*name, "commit", "--quiet", "--message", "Alles")):
        subprocess.run(["git", *words], cwd=root, check=True)
