"""A site that is made beside the one that stands there, and takes its place when it is whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from macros.live_guide import LiveGuide
from macros.publish.beside_pages import OURS
from macros.site.urls import address_for
from macros.system.errors import KEPT, Refusal
from macros.system.folders import new_folder


def online_address(root: Path, hosted: str) -> str:
    """The address that the site will have on the web. hosted: what who hosts it calls it, if they say so.

    Raises Refusal as long as there is none, and ContentError.
    """
    live = LiveGuide(root)
    live.refresh()
    return address_for(live.guide.site, hosted)


def build(root: Path, name: str, *options: str, **settings: str) -> None:
    """Build the guide into a folder. settings: what the environment holds besides. Raises Refusal, ContentError."""
    with new_folder(root / name, ours=OURS) as new:
        LiveGuide(root).refresh()
        built = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", *options, "--site-dir", str(new.path)],
            check=False,
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings},
            # Ctrl+C is ours to answer, and then we end it; while Python starts, it would complain in its own words.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
            # If we are killed, it goes on for a while: until then no one else may build.
            pass_fds=[new.lock],
        )
        if built.returncode:
            raise Refusal(f"\nDe gids is niet gebouwd. {KEPT}")
        new.put_in_place()
