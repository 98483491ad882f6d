"""The CSS and JavaScript files that are joined from pieces, so that a page asks for one instead of many.

mkdocs.yml names them under `extra: joined:`, each with its pieces in order: a later piece may overrule or use an
earlier one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path


def joined_assets(assets: Path, wanted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The text of each joined file, by its path below docs/assets/. wanted: the pieces of each, in order."""
    return {
        name: "".join((assets / piece).read_text(encoding="utf-8") for piece in pieces)
        for name, pieces in wanted.items()
    }
