"""The CSS and JavaScript files of docs/assets/ as they are sent: joined from pieces, and without what only we read.

Styles also lose the ends of lines, the spaces and the noughts that no browser needs: 3 % of what is sent.

mkdocs.yml names those that are joined, so that a page asks for one instead of many, under `extra: joined:`, each with
its pieces in order: a later piece may overrule or use an earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

_FOR_US = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n|^[ \t]+|/\*\* @type .*?\*/ ", re.DOTALL | re.MULTILINE)
"""Comments on lines of their own, indents, and what says the type of a value: a third of the bytes.

No text of ours goes on over the end of a line.
"""

_IN_SCRIPTS = re.compile(r"(?<=;) // .*$", re.MULTILINE)
"""In scripts, what we say behind a statement."""

_IN_STYLES = re.compile(r"^(?P<name>[\w-]+:) | (?=\{\n)|;\n(?=\})|(?<=[{};,])\n|(?<![\w.])0(?=\.\d)", re.MULTILINE)
"""In styles, as prettier lays them out: spaces behind a property and before a bracket, most ends of lines, and noughts
before a point."""


def joined_assets(assets: Path, wanted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The text of each joined file, by its path below docs/assets/. wanted: the pieces of each, in order."""
    return {
        name: "".join(lean((assets / piece).read_text(encoding="utf-8"), piece) for piece in pieces)
        for name, pieces in wanted.items()
    }


def is_ours(asset: str) -> bool:
    """Whether a file of docs/ is a script or a style that we wrote."""
    return asset.startswith("assets/") and not asset.startswith("assets/vendor/") and asset.endswith((".js", ".css"))


def lean(text: str, name: str) -> str:
    """A script or a style as it is sent. name: its file."""
    text = _FOR_US.sub("", text)
    return _IN_STYLES.sub(r"\g<name>", text) if name.endswith(".css") else _IN_SCRIPTS.sub("", text)
