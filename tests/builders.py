"""The other builders that make a site of an export, each without our code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from machine import PATIENCE

BUILDERS: Mapping[str, tuple[str, ...]] = {
    "mkdocs": ("mkdocs.__main__", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", "site"),
    "properdocs": ("properdocs.__main__", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", "site"),
    "zensical": ("zensical.main", "build", "--strict", "--config-file", "mkdocs.yml"),
}
"""By name, the module of its command line, and what one types to build strictly."""

_WITHOUT_OURS = (
    "import sys; sys.modules.update(macros=None, material=None);"
    " from importlib import import_module; import_module(sys.argv.pop(1)).cli()"
)
"""Runs a command line in a Python in which neither our code nor the theme can be imported."""


def build_export(builder: str, folder: Path) -> None:
    """Build an export into its folder site/. Fails on any warning."""
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_OURS, *BUILDERS[builder]],
        check=False,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SITE_URL")},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, f"{builder}: {done.stdout}{done.stderr}"
