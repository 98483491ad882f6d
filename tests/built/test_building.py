"""Building with a mistake: one Dutch report, status 1, nothing half-written, the last good site untouched."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from machine import machine, run


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site that stands. Built once; whoever changes it, changes a copy."""
    project = machine(tmp_path_factory.mktemp("goed") / "gids")
    built = make_site(project)
    assert built.returncode == 0, built.stdout + built.stderr
    return project


@pytest.fixture
def standing(good: Path, tmp_path: Path) -> Path:
    """A project of one's own, with a site that stands."""
    return shutil.copytree(good, tmp_path / "gids")


def make_site(project: Path) -> subprocess.CompletedProcess[str]:
    """What `make site` does."""
    return run(project, "macros", "site")


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
    """Nothing in the site depends on the hour or the machine, but the sitemap's day."""
    before = fingerprint(standing / "site")
    make_site(standing)
    after = fingerprint(standing / "site")

    differing = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert differing <= {"sitemap.xml", "sitemap.xml.gz"}


def test_one_new_file_is_a_new_tip(standing: Path) -> None:
    """As CONTRIBUTING.md says: the tip appears at its home, in the list, in search and with what it names.

    Nothing else is edited.
    """
    (standing / "content" / "tips" / "zet-thee.yml").write_text(
        "title: Zet eerst thee\n"
        "home: a1-2\n"
        "kind: detail\n"
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
    assert '"tip-zet-thee"' in (site / "assets/search/data.js").read_text(encoding="utf-8")
    for page in ("tips", "werkvormen/lantaarngesprek", "sleutels/01-zwaai-eerst"):
        assert "#tip-zet-thee" in (site / page / "index.html").read_text(encoding="utf-8"), page
