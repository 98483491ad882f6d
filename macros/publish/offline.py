"""What lets a browser keep the guide, to read it without network: the service worker, and what that knows of the site.

The worker is named sw.js and stands at the root, as its reach is what stands below it. Where the guide is not to be
kept (in content/site.yml `offline: no`, or while someone writes), one stands there that takes itself away.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from macros.publish.joined_assets import lean

WORKER = "sw.js"
"""The service worker, below the root of the site."""

DOOR = "offline/door.js"
"""The piece of a joined script that fetches the rest, where the guide can be kept. Below docs/assets/, as all here."""

SCRIPTS = ("offline/worker.js", "offline/gone.js", "offline/device.js")
"""Of what the worker is made: one that keeps the guide, and one that takes away what was kept. And the one of LOST."""

SIZE = "const GUIDE_SIZE={};\n"
"""What that last one begins with, where the guide can be kept: how much it takes on a device, in MB."""

LOST = "over/zonder-internet/"
"""The page that shows itself where a page was not kept."""

_FIRST = ("", "selectie/", LOST)
"""The pages that are kept without being opened."""

_NEEDED = (".css", ".js", ".svg", ".woff2")
_DEVICE = f"assets/{SCRIPTS[2]}"
_FORM = "assets/form/"
_DIGITS = 12


def without_door(wanted: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The joined files of a site that is not kept. wanted: the pieces of each."""
    return {name: [piece for piece in pieces if piece != DOOR] for name, pieces in wanted.items()}


def kept_files(assets: Path, site: Path, pages: Iterable[str]) -> dict[str, str]:
    """What a site that is whole has besides, by path: the worker, and the script of LOST, told how large the guide is.

    assets: docs/assets/. pages: the files of its pages, below the site's folder.
    """
    files = {page.removesuffix("index.html"): (site / page).read_bytes() for page in pages}
    for file in sorted((site / "assets").rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.suffix in _NEEDED and not path.startswith(_FORM):
            files[path] = file.read_bytes()
    size = SIZE.format(round(sum(map(len, files.values())) / 1e6) or 1)
    files[_DEVICE] = (size + _script(assets, SCRIPTS[2])).encode()
    known = {
        "lost": LOST,
        "always": _always(files),
        "files": {path: hashlib.sha256(files[path]).hexdigest()[:_DIGITS] for path in sorted(files)},
    }
    told = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return {WORKER: f"const GUIDE={told};\n{_script(assets, SCRIPTS[0])}", _DEVICE: files[_DEVICE].decode()}


def no_worker(assets: Path) -> str:
    """What stands in its place where the guide is not kept: a browser that kept it, then takes all of that away."""
    return _script(assets, SCRIPTS[1])


def _script(assets: Path, name: str) -> str:
    return lean((assets / name).read_text(encoding="utf-8"), name)


def _always(files: Mapping[str, bytes]) -> list[str]:
    """The first pages, with all that they name, that these scripts and styles name, and so on."""
    found = [page for page in _FIRST if page in files]
    named = {path: path.removeprefix("assets/").encode() for path in files if path.startswith("assets/")}
    for path in found:
        found += [asset for asset, name in named.items() if asset not in found and name in files[path]]
    return sorted(found)
