"""An nginx of our own, with the settings of the container: nothing of them is different, but where it stands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from places import ROOT

SETTINGS = (ROOT / "container" / "nginx.conf").read_text(encoding="utf-8")
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
"""Where it is; None when this machine has none."""


@contextmanager
def nginx(site: Path, folder: Path, listen: str) -> Iterator[None]:
    """Serve a site for as long as it is needed. folder: for its own files; listen: at which port or socket."""
    assert NGINX, "first ask whether there is one"
    moved = SETTINGS.replace("/tmp/", f"{folder}/").replace("/usr/share/nginx/html", str(site))
    moved = re.sub(r"listen \d+", f"listen {listen}", moved)
    # Who runs this as root, would serve as another, who may not look here.
    (folder / "nginx.conf").write_text(f"user {'root' if os.getuid() == 0 else 'nobody'};\n{moved}", encoding="utf-8")
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    subprocess.run(command, check=True)
    pid = folder / "nginx.pid"
    _wait(pid.exists)  # It goes on by itself before it wrote this,
    try:
        yield
    finally:
        subprocess.run([*command, "-s", "quit"], check=True)
        _wait(lambda: not pid.exists())  # and is told to stop before it did: the next may stand in the same folder.


def _wait(done: Callable[[], bool]) -> None:
    for _ in range(1000):
        if done():
            return
        time.sleep(0.01)
    raise TimeoutError("nginx does not answer")
