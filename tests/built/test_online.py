"""The site as it is put on the web: it knows its address, and a server knows what each file is."""

from __future__ import annotations

import re
from pathlib import Path

from machine import machine, run
from places import ROOT


def test_the_site_on_the_web_knows_its_address(tmp_path: Path) -> None:
    """That of the host, as long as content/site.yml has none; the last word says which it became."""
    project = machine(tmp_path / "gids")
    done = run(project, "macros", "online", "https://school.github.io/gids", BOOKS="no")

    assert done.returncode == 0, done.stderr
    assert done.stdout == "Dit wordt de gids op https://school.github.io/gids/\n"
    assert '<link rel="canonical" href="https://school.github.io/gids/over/">' in (
        project / "site" / "over" / "index.html"
    ).read_text(encoding="utf-8")


def test_the_server_knows_every_file(built: Path) -> None:
    """What container/nginx.conf does not name, a browser would only download."""
    settings = (ROOT / "container" / "nginx.conf").read_text(encoding="utf-8")
    known = set(re.findall(r"^        \S+/\S+ (\w+);$", settings, re.MULTILINE))

    assert {path.suffix[1:] for path in built.rglob("*") if path.is_file() and path.suffix} - known == set()
