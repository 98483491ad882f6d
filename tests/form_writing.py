"""Content files as the form editor writes them, without a browser."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from places import ROOT

_WRITE = ROOT / "docs" / "assets" / "form" / "write.js"
"""What the form editor writes with."""

_SCRIPT = f"""
const fs = require("node:fs");
(0, eval)(fs.readFileSync({json.dumps(str(_WRITE))}, "utf8") + ";globalThis.Writing = Writing");
const files = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(files.map((values) => Writing.file(values))));
"""


def by_the_form(files: Iterable[Mapping[str, Any]]) -> list[str]:
    """The text of each file, of which these are the values, as the script of the form editor writes it."""
    node = Path(sys.executable).parent / "node"
    values = json.dumps(list(files))
    done = subprocess.run([node, "-e", _SCRIPT], input=values, capture_output=True, text=True, check=True)
    texts: list[str] = json.loads(done.stdout)
    return texts
