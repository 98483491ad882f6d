"""The one script that stands in the page itself: what has to happen before anything is drawn."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from macros.publish.joined_assets import lean

EARLY = "base/early.js"
"""Light or dark as the reader chose it, that there are scripts at all, and what an address leads to lies open.

Below docs/assets/."""


def inline_script(assets: Path, serving: bool = False) -> dict[str, str]:
    """The script for the page, and what its Content-Security-Policy has to say to let it run: the hash of it.

    While serving, MkDocs adds a script of its own that is another in each page: then any inline script may run.
    """
    script = lean((assets / EARLY).read_text(encoding="utf-8"), EARLY)
    script = re.sub(r"\n\s*", " ", script).strip()  # A page is sent without indents, and the hash is of what is sent.
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return {"script": script, "allow": "'unsafe-inline'" if serving else f"'sha256-{digest}'"}
