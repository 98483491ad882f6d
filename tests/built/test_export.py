"""The guide as plain Markdown, for any other builder."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from machine import machine, run


@pytest.fixture(scope="module")
def project_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project around the tiny guide."""
    return machine(tmp_path_factory.mktemp("project") / "gids")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, project_folder: Path) -> Path:
    """The tiny guide, exported into a folder that is there and holds nothing, with an address to share."""
    folder = tmp_path_factory.mktemp("gewoon")
    project = project_folder
    (project / "docs" / "anders.md").write_bytes(b"--- \r\ntitle: Anders\r\n... \r\n# Anders\r\n")
    done = run(project, "macros", "export", str(folder), SITE_URL="https://school.be/gids", BOOKS="no")
    assert done.returncode == 0, done.stderr
    return folder


def test_it_knows_the_address_that_pages_share(exported: Path) -> None:
    """Once there is one."""
    config = yaml.safe_load((exported / "mkdocs.yml").read_text(encoding="utf-8"))

    assert config["site_url"] == config["extra"]["address"] == "https://school.be/gids/"


def test_it_explains_the_same_words(exported: Path) -> None:
    """Another builder shows the same links."""
    _, body = page(exported / "docs" / "praktijk" / "het-lege-strand.md")

    assert "[eb](../begrippen/index.md#begrip-eb){ .term title=" in body.lower()


def test_it_says_what_a_page_needs(exported: Path) -> None:
    """Another builder is told which scripts and styles a page has of its own, and which page has none."""
    sheet, _ = page(exported / "docs" / "werkbladen" / "botenblad.md")
    plain, _ = page(exported / "docs" / "praktijk" / "het-lege-strand.md")

    assert (sheet["scripts"], sheet["styles"]) == (["sheet/writing"], ["sheet/sheet"])
    assert "scripts" not in plain


def test_it_says_what_stands_around_a_page(exported: Path) -> None:
    """What lies above and beside it, before and after it: other builders have no plugin to find that."""
    deck, _ = page(exported / "docs" / "aanbevelingen" / "licht" / "deur.md")
    prose, _ = page(exported / "docs" / "over" / "privacy.md")

    assert [(one["title"], one["url"]) for one in deck["trail"]] == [
        ("Start", ""),
        ("Aanbevelingen", "aanbevelingen/"),
        ("Laat het licht branden", "aanbevelingen/licht/"),
    ]
    assert deck["beside_label"] == deck["beside"][0]["title"] == "Laat het licht branden"
    assert deck["before"]["url"].startswith("aanbevelingen/") and deck["permalink"]
    assert prose["trail"][-1]["url"] == "over/" and "beside" not in prose


def test_it_can_stand_anywhere(exported: Path, project_folder: Path) -> None:
    """No path in it begins at the root of a disk, and nothing in it asks for our code or for a theme."""
    config = yaml.safe_load((exported / "mkdocs.yml").read_text(encoding="utf-8"))
    texts = {path: path.read_bytes() for path in exported.rglob("*") if path.is_file()}

    assert (config["theme"]["name"], config["theme"]["custom_dir"], config["plugins"]) == (None, "overrides", [])
    assert [path for path, text in texts.items() if bytes(project_folder) in text or bytes(exported) in text] == []
    assert (exported / "overrides" / ".icons" / "material" / "magnify.svg").exists()


def test_it_says_how_to_move(exported: Path) -> None:
    """Which commands, with which versions, and what stays behind."""
    text = (exported / "LEES-MIJ.md").read_text(encoding="utf-8")

    assert f"pip install mkdocs=={version('mkdocs')}" in text and "zensical build" in text
    assert "5 mei 2027" in text and "## Wat achterblijft" in text and "{" not in text


def test_it_holds_all_that_its_pages_fetch(exported: Path) -> None:
    """What search and a selection need, and whoever builds on the guide."""
    docs = exported / "docs"

    assert "soep-op-de-kade" in (docs / "assets" / "selection" / "data.js").read_text(encoding="utf-8")
    assert "SearchData" in (docs / "assets" / "search" / "data.js").read_text(encoding="utf-8")
    assert json.loads((docs / "catalogue.json").read_text(encoding="utf-8"))["entries"]
    assert (docs / "catalogue.schema.json").exists() and (docs / "feed.xml").exists()


def test_what_stands_on_top_of_a_page_stays_there(exported: Path) -> None:
    """However MkDocs lets it be written."""
    meta, body = page(exported / "docs" / "anders.md")

    assert (meta["title"], body) == ("Anders", "# Anders\n")


def test_a_mistake_in_docs_is_told_and_nothing_is_exported(tmp_path: Path) -> None:
    """A call that cannot be carried out, and a page in the place of a generated one."""
    project = machine(tmp_path / "gids")
    (project / "docs" / "oproep.md").write_text('{{ tip("nergens") }}', encoding="utf-8")
    (project / "docs" / "tips").mkdir()
    (project / "docs" / "tips" / "index.md").write_text("# Van ons\n", encoding="utf-8")
    done = run(project, "macros", "export", str(tmp_path / "gewoon"))

    assert done.returncode == 1 and not (tmp_path / "gewoon").exists()
    assert "docs/oproep.md:1:4\n  De tip 'nergens' bestaat niet." in done.stderr
    assert "docs/tips/index.md:1:1\n  Deze pagina wordt al gemaakt" in done.stderr


def page(file: Path) -> tuple[dict[str, Any], str]:
    """What stands on top of a page, and what is below it."""
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(head), body
