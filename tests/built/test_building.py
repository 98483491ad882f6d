"""Building with a mistake: one Dutch report, status 1, nothing half-written, the last good site untouched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from foreign import FOREIGN
from machine import PATIENCE, run


def make_site(project: Path) -> subprocess.CompletedProcess[str]:
    """What `make site` does."""
    return run(project, "macros", "site")


def test_what_systems_leave_in_docs_is_not_published(harbour: Path) -> None:
    """Nor what a link leads round to. It was there when this site was built, see `litter`."""
    paths = [path.relative_to(harbour) for path in harbour.rglob("*")]

    assert len(paths) > 100
    assert [path for path in paths if path.name in FOREIGN or "rond" in path.parts] == []


@pytest.mark.real
def test_the_guide_is_built(real_build: tuple[Path, str]) -> None:
    """The real guide, strictly. When it cannot be built, every other test that looks at its site waits."""
    _, wrong = real_build

    assert wrong == ""


def fingerprint(folder: Path) -> dict[str, bytes]:
    """Every file of a site, to the byte."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "file, text, says",
    [
        ("content/tips/nieuw.yml", "title: Zonder thuis\nkleur: rood\n", "content/tips/nieuw.yml:2:1"),
        ("docs/over/fout.md", "# Fout\n\nZie [dit](tip:bestaat-niet).\n", "docs/over/fout.md:3:11"),
        ("docs/over/fout.md", '# Fout\n\n{{ tip("bestaat-niet") }}\n', "docs/over/fout.md:3:4"),
        ("docs/sleutels/index.md", "# Mijn eigen overzicht\n", "Deze pagina wordt al gemaakt uit content/."),
        ("docs/over/fout.md", "# Fout\n\n{{ tipje() }}\n", "De macro 'tipje' kennen we niet."),
        ("docs/over/fout.md", "# Fout\n\n{{ tip(1 2) }}\n", "Deze oproep van 'tip' klopt niet."),
    ],
    ids=[
        "een fout in een bestand",
        "een naam in docs",
        "een macro met een onbekende id",
        "een pagina die al bestaat",
        "een onbekende macro",
        "een verkeerde oproep",
    ],
)
def test_a_mistake_leaves_the_last_good_site(standing: Path, file: str, text: str, says: str) -> None:
    """The editor reads one report; the readers notice nothing."""
    before = fingerprint(standing / "site")
    (standing / file).parent.mkdir(exist_ok=True)
    (standing / file).write_text(text, encoding="utf-8")

    built = make_site(standing)

    assert built.returncode == 1
    assert says in built.stderr
    assert built.stderr.rstrip().endswith("De laatste goede site blijft staan.")
    assert "Traceback" not in built.stdout + built.stderr
    assert fingerprint(standing / "site") == before


def test_building_twice_gives_the_same_site(standing: Path) -> None:
    """Nothing in the site depends on the hour or on what was kept; see also test_same_bytes.py."""
    before = fingerprint(standing / "site")
    shutil.rmtree(standing / ".build" / "standing")  # Else there is nothing to build.
    make_site(standing)

    assert differing(standing / "site", before) == set()


def test_one_new_file_is_a_new_tip(standing: Path) -> None:
    """As CONTRIBUTING.md says: the tip appears at its home, in the list, in search and with what it names.

    Nothing else is edited.
    """
    (standing / "content" / "tips" / "zet-thee.yml").write_text(
        "title: Zet eerst thee\n"
        "home: a1-2\n"
        "kind: detail\n"
        "effort: nu\nmoments: [poort]\nlevels: [alle]\n"
        "what: Zet thee voor je iets vraagt.\n"
        "methods: [lantaarngesprek]\n"
        "keys: [s01]\n"
        "evidence: {kind: practice}\n"
        "sources: [{source: logboek, section: Thee}]\n",
        encoding="utf-8",
    )

    built = make_site(standing)

    assert built.returncode == 0, built.stdout + built.stderr
    site = standing / "site"
    assert 'id="tip-zet-thee"' in (site / "aanbevelingen/licht/deur/index.html").read_text(encoding="utf-8")
    assert "zet thee" in (site / "assets/search/data.js").read_text(encoding="utf-8")
    for page in ("tips", "werkvormen/lantaarngesprek", "sleutels/01-zwaai-eerst"):
        assert "#tip-zet-thee" in (site / page / "index.html").read_text(encoding="utf-8"), page


def start_site(project: Path, words: Sequence[str] = ("-m", "macros", "site"), **options: Any) -> subprocess.Popen[str]:
    """Start what `make site` does. words: what Python is told; options: for the process."""
    environment = {**os.environ, "PYTHONPATH": str(project)}
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=project,
        env=environment,
        stdout=-1,
        stderr=-1,
        text=True,
        **options,
    )


def differing(site: Path, before: dict[str, bytes]) -> set[str]:
    """The files of a site that are not what they were."""
    after = fingerprint(site)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


WAIT = f"""
import time
from collections.abc import Sequence
from pathlib import Path

def on_post_build(config):
    Path("bezig").touch()
    for _ in range({PATIENCE * 20}):
        if Path("verder").exists():
            return
        time.sleep(0.05)
"""
"""A hook that holds MkDocs when it is almost done, until the file 'verder' says that it may go on."""


@pytest.mark.parametrize("killed", [False, True], ids=["side by side", "the first one killed"])
def test_two_builds_at_once(standing: Path, killed: bool) -> None:
    """The second waits and says so, and the site is whole. Of one that was killed, it need not wait for anything."""
    before = fingerprint(standing / "site")
    (standing / "wacht.py").write_text(WAIT, encoding="utf-8")
    with (standing / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [wacht.py]\n")
    first = start_site(standing)
    while not (standing / "bezig").exists():
        assert first.poll() is None, first.communicate()
        time.sleep(0.05)
    if killed:
        first.kill()
    second = start_site(standing)
    assert second.stderr
    said = second.stderr.readline()
    (standing / "verder").touch()
    first.communicate()
    second.communicate()

    wait = f"In '{standing}' wordt al gebouwd: ik wacht tot dat klaar is (stoppen kan met Ctrl+C).\n"
    assert (said == wait) == (not killed), said
    assert (first.returncode, second.returncode) == (-9 if killed else 0, 0)
    assert differing(standing / "site", before) == set()
    assert [path.name for path in standing.glob(".site*")] == []


SMALL_FILES = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
sys.argv = ["macros", "site"]
runpy.run_module("macros", run_name="__main__")
"""
"""Build where no file may be larger than 20 kB: a disk that fills up on the way, for who has no disk to fill."""


def test_the_next_build_mends(standing: Path, tmp_path: Path) -> None:
    """After a full disk and with a store that was cut.

    The site stands elsewhere, behind a link; who builds, keeps what he makes to himself; a web server can read it.
    """
    before = fingerprint(standing / "site")
    html = (standing / "site").rename(tmp_path / "html")
    (standing / "site").symlink_to(html)
    shutil.rmtree(standing / ".build" / "standing")  # Else there is nothing to build.

    full = start_site(standing, words=["-c", SMALL_FILES])
    said = "".join(full.communicate())
    assert full.returncode == 1
    assert "dit toestel niet toe: kijk met `ulimit -f` naar de grens." in said
    assert said.endswith("De laatste goede site blijft staan.\n")
    assert "Traceback" not in said
    assert differing(html, before) == set()

    folders = [standing / ".build" / name for name in ("sheets", "templates", "pages/site")]
    kept = [path for folder in folders for path in sorted(folder.iterdir())]
    for path in kept[::3]:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    mended = start_site(standing, umask=0o077)
    said = "".join(mended.communicate())
    assert mended.returncode == 0, said
    assert (standing / "site").is_symlink()
    assert differing(html, before) == set()
    assert {path.stat().st_mode & 0o777 for path in html.rglob("*")} == {0o755, 0o644}
