"""What the documents of the house name, is there: a file that moves, takes its name along."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from places import ROOT

from macros.model.entry_types import BY_COLLECTION

DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "DECISIONS.md")),
    *(ROOT / "docs" / "handboek").glob("*.md"),
]
_PATH = re.compile(r"(?<![\w./-])(?:macros|docs/assets|tests|content)/[\w./<>*…-]*")
_PLACEHOLDER = re.compile(r"[<>*…]")
_ENTRY = re.compile(r"content/([a-z]+)/[a-z0-9-]+\.yml")


def test_a_file_that_a_document_names_is_there() -> None:
    """In backticks, in what people read about the house."""
    named = [
        (file.name, path)
        for file in DOCUMENTS
        for words in re.findall(r"`([^`\n]+)`", file.read_text(encoding="utf-8"))
        for path in _PATH.findall(words)
    ]

    assert len(named) > 40
    assert [(file, path) for file, path in named if not is_there(path)] == []


def test_a_file_that_the_code_names_is_there() -> None:
    """In a docstring or a text of macros/, and in a comment of types/."""
    named = [
        (file.relative_to(ROOT).as_posix(), path.rstrip("."))
        for file in (ROOT / "macros").rglob("*.py")
        for text in texts(file)
        for path in _PATH.findall(text)
    ]
    declarations = ROOT / "types" / "globals.d.ts"
    named += [(declarations.name, path) for path in _PATH.findall(declarations.read_text(encoding="utf-8"))]

    assert len(named) > 20
    assert [(file, path) for file, path in named if not is_there(path)] == []


def is_there(path: str) -> bool:
    """Whether a path leads somewhere. An editor may rename an entry, so of that only the folder counts."""
    entry = _ENTRY.fullmatch(path)
    if entry:
        return entry[1] in BY_COLLECTION
    return bool(_PLACEHOLDER.search(path)) or (ROOT / path).exists()


def texts(file: Path) -> Iterator[str]:
    """The texts in a module, of which its docstrings are the most."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
