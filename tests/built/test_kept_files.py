"""What of the guide a browser may keep: how much of it comes unasked, and that all of it is as it is."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from machine import build, machine
from places import ROOT
from sites import pages_of

from macros.publish.offline import WORKER, no_worker

ASSETS = ROOT / "docs" / "assets"
MOST_KEPT = 300_000
"""How many bytes, as a server sends them, may come without being asked for. Search and a selection need most of it."""


@pytest.fixture(scope="module")
def known(built: Path) -> dict[str, Any]:
    """What the worker of the real guide knows of it."""
    told: dict[str, Any] = json.loads(
        (built / WORKER).read_text(encoding="utf-8").removeprefix("const GUIDE=").partition(";\n")[0]
    )
    return told


def file_of(site: Path, path: str) -> Path:
    """Where what has this path is in a built site."""
    return site / path / "index.html" if not path or path.endswith("/") else site / path


def test_little_comes_that_no_one_asked_for(built: Path, known: dict[str, Any]) -> None:
    """Of the real guide, and with the worker itself."""
    files = [file_of(built, path) for path in (*known["always"], WORKER)]
    packed = [
        file.stat().st_size if file.suffix == ".woff2" else len(gzip.compress(file.read_bytes())) for file in files
    ]

    assert len(packed) > 15
    assert sum(packed) <= MOST_KEPT


def test_every_page_can_be_kept(built: Path, known: dict[str, Any]) -> None:
    """As it is: what has another digest, a browser does not keep."""
    files = {path: file_of(built, path).read_bytes() for path in known["files"]}

    assert {path for path in pages_of(built) if not path.startswith("redactie/")} <= known["files"].keys()
    assert {path: hashlib.sha256(content).hexdigest()[:12] for path, content in files.items()} == known["files"]


def test_a_guide_that_says_so_is_not_kept(tmp_path: Path) -> None:
    """`offline: no` in content/site.yml."""
    project = machine(tmp_path / "gids")
    with (project / "content" / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write("offline: no\n")

    assert build(project, tmp_path / "site", BOOKS="no") == ""
    assert (tmp_path / "site" / WORKER).read_text(encoding="utf-8") == no_worker(ASSETS)
    assert "offline/keep.js" not in (tmp_path / "site" / "assets" / "base" / "base.js").read_text(encoding="utf-8")


def test_a_copy_on_a_disk_is_not_kept(disk: Path) -> None:
    """It is there already."""
    assert not (disk / WORKER).exists()
    assert "offline/keep.js" not in (disk / "assets" / "base" / "base.js").read_text(encoding="utf-8")
