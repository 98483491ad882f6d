"""Asks git, where there is git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(root: Path, *arguments: str) -> str:
    """What a git command prints; nothing when it fails, or when there is no git."""
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            check=False,
            cwd=root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=20,
            env={**os.environ, "TZ": "UTC", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
