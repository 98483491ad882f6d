"""Building with a mistake: one Dutch report, status 1, nothing half-written, the last good site untouched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "tiny_guide"


@pytest.fixture
def project(tmp_path) -> Path:
    """The machine around the tiny guide, built once."""
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(TINY / "content", tmp_path / "content")
    shutil.copytree(TINY / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "docs" / "assets", tmp_path / "docs" / "assets", dirs_exist_ok=True)
    built = make_site(tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    return tmp_path


def make_site(project: Path) -> subprocess.CompletedProcess[str]:
    """What `make site` does."""
    return subprocess.run([sys.executable, "-m", "macros", "site"], cwd=project, env={**os.environ, "PYTHONPATH": str(project)}, capture_output=True, text=True)


def fingerprint(folder: Path) -> dict[str, bytes]:
    """Every file of a site, to the byte."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "file, text, says",
    [
        ("content/tips/nieuw.yml", "title: Zonder thuis\nkleur: rood\n", "content/tips/nieuw.yml:2:1"),
        ("docs/over/fout.md", "# Fout\n\nZie [dit](tip:bestaat-niet).\n", "docs/over/fout.md:3:11"),
        ("docs/over/fout.md", '# Fout\n\n{{ tip("bestaat-niet") }}\n', "docs/over/fout.md:3:4"),
        ("docs/over/fout.md", "# Fout\n\n{{ tipje() }}\n", "De macro 'tipje' kennen we niet."),
        ("docs/over/fout.md", "# Fout\n\n{{ tip(1 2) }}\n", "Deze oproep van 'tip' klopt niet."),
    ],
    ids=["een fout in een bestand", "een naam in docs", "een macro met een onbekende id", "een onbekende macro", "een verkeerde oproep"],
)
def test_a_mistake_leaves_the_last_good_site(project, file, text, says):
    """The editor reads one report; the readers notice nothing."""
    before = fingerprint(project / "site")
    (project / file).write_text(text, encoding="utf-8")

    built = make_site(project)

    assert built.returncode == 1
    assert says in built.stderr
    assert built.stderr.rstrip().endswith("De laatste goede site blijft staan.")
    assert "Traceback" not in built.stdout + built.stderr
    assert fingerprint(project / "site") == before


def test_building_twice_gives_the_same_site(project):
    """Nothing in the site depends on the hour or the machine, but the sitemap's day."""
    before = fingerprint(project / "site")
    make_site(project)
    after = fingerprint(project / "site")

    differing = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert differing <= {"sitemap.xml", "sitemap.xml.gz"}
