"""The CSS and JavaScript files of docs/assets/: joined from pieces, and as small as they are sent.

mkdocs.yml names those that are joined, so that a page asks for one instead of many, under `extra: joined:`, each with
its pieces in order: a later piece may overrule or use an earlier one.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rcssmin import cssmin


def joined_assets(assets: Path, wanted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Each joined file as we wrote it, by its path below docs/assets/. wanted: the pieces of each, in order."""
    return {
        name: "".join((assets / piece).read_text(encoding="utf-8") for piece in pieces)
        for name, pieces in wanted.items()
    }


def is_ours(asset: str) -> bool:
    """Whether a file of docs/ is a script or a style that we wrote."""
    return asset.startswith("assets/") and not asset.startswith("assets/vendor/") and asset.endswith((".js", ".css"))


def lean(text: str, name: str) -> str:
    """A script or a style as it is sent: without what only we read. name: its file."""
    return cssmin(text) if name.endswith(".css") else _short(text, name)


def _short(script: str, name: str) -> str:
    """A script with its own names cut short; those at its top stay, as other scripts use them.

    Only on Linux, where each guide on the web is built: for a Mac of today the library has to be made. There a script
    goes as we wrote it.
    """
    if sys.platform != "linux":
        return script
    import minify  # Only who sends a script opens it: it is 7 MB.

    try:
        return str(minify.string("application/javascript", script))
    except minify.MinifyError as error:
        raise ValueError(f"docs/assets/{name}: {error}") from None
