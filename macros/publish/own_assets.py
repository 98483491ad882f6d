"""Our own CSS and JavaScript as they are published: joined, so that a page asks for one file, and light.

mkdocs.yml names the joined files under `extra: joined:`, each with its pieces in order: a later piece may overrule or
use an earlier one. What stands in a comment is for who reads the source; a third of what a phone fetched was comments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.publish.inline_script import EARLY

_VENDOR = "vendor"
"""The folder of what others made: published as it came, with its licence in it."""

_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
"""A comment on lines of its own: never a part of a text, which no file of ours spreads over lines."""

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def own_assets(assets: Path, joined: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The text of each script and style that is published, by its path below docs/assets/.

    joined: the pieces of each joined file, in order. They are not published themselves, nor is what stands in a page.
    """
    pieces = {EARLY, *(piece for all_ in joined.values() for piece in all_)}
    alone = {
        path.relative_to(assets).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(assets.rglob("*"))
        if path.suffix in (".js", ".css") and _VENDOR not in path.relative_to(assets).parts
    }
    texts = {name: text for name, text in alone.items() if name not in pieces}
    texts |= {name: "".join(alone[piece] for piece in wanted) for name, wanted in joined.items()}
    return {name: _INDENT.sub("", _COMMENT.sub("", text)) for name, text in texts.items()}
