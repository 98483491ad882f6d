"""What lets a browser keep the guide, to read it without network: the service worker, and what that knows of the site.

The worker is named sw.js and stands at the root, as its reach is what stands below it. Where the guide is not to be
kept (in content/site.yml `offline: no`, or while someone writes), one stands there that takes itself away.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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

_PATH = re.compile(rb"[\w./-]+")
_SLASH = ord("/")


def without_door(wanted: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The joined files of a site that is not kept. wanted: the pieces of each."""
    return {name: [piece for piece in pieces if piece != DOOR] for name, pieces in wanted.items()}


def kept_files(assets: Path, site: Path, pages: Iterable[str]) -> dict[str, str]:
    """What a site that is whole has besides, by path: the worker, and the script of LOST, told how large the guide is.

    assets: docs/assets/. pages: the files of its pages, below the site's folder.
    """
    files = {page.removesuffix("index.html"): site / page for page in pages}
    for file in sorted((site / "assets").rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.suffix in _NEEDED and not path.startswith(_FORM):
            files[path] = file
    size = sum(file.stat().st_size for file in files.values())
    device = SIZE.format(round(size / 1e6) or 1) + _script(assets, SCRIPTS[2])

    def read(path: str) -> bytes:
        return device.encode() if path == _DEVICE else files[path].read_bytes()

    known = {
        "lost": LOST,
        "always": _always(files, read),
        "files": {path: hashlib.sha256(read(path)).hexdigest()[:_DIGITS] for path in sorted({*files, _DEVICE})},
    }
    told = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return {WORKER: f"const GUIDE={told};\n{_script(assets, SCRIPTS[0])}", _DEVICE: device}


def no_worker(assets: Path) -> str:
    """What stands in its place where the guide is not kept: a browser that kept it, then takes all of that away."""
    return _script(assets, SCRIPTS[1])


def _script(assets: Path, name: str) -> str:
    return lean((assets / name).read_text(encoding="utf-8"), name)


def _always(paths: Collection[str], read: Callable[[str], bytes]) -> list[str]:
    """The first pages, with all that they name, that these scripts and styles name, and so on."""
    found = dict.fromkeys(page for page in _FIRST if page in paths)
    to_read = list(found)
    for path in to_read:
        named = {f"assets/{name}" for name in _named(read(path))}
        new = [asset for asset in named if asset in paths and asset not in found]
        found |= dict.fromkeys(new)
        to_read += new
    return sorted(found)


def _named(text: bytes) -> Iterator[str]:
    """Every path in a text, and what is left of each without a folder that it begins with."""
    for path in set(_PATH.findall(text)):
        yield path.decode()
        yield from (path[at + 1 :].decode() for at, sign in enumerate(path) if sign == _SLASH)
