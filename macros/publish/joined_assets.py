"""The CSS and JavaScript files that are joined from pieces, so that a page asks for one instead of many.

mkdocs.yml names them under `extra: joined:`, each with its pieces in order: a later piece may overrule or use an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path


def joined_assets(assets: Path, wanted: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The path below docs/assets/ and the text of each joined file. wanted: the pieces of each, in order."""
    for name, pieces in wanted.items():
        yield name, "".join((assets / piece).read_text(encoding="utf-8") for piece in pieces)
