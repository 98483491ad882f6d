"""The guide as plain Markdown, for any other builder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from machine import machine, run


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny guide, exported into a folder that is there and holds nothing, with an address to share."""
    folder = tmp_path_factory.mktemp("gewoon")
    project = machine(tmp_path_factory.mktemp("project") / "gids")
    done = run(project, "macros", "export", str(folder), SITE_URL="https://school.be/gids")
    assert done.returncode == 0, done.stderr
    return folder


def test_it_knows_the_address_that_pages_share(exported: Path) -> None:
    """Once there is one."""
    config = yaml.safe_load((exported / "mkdocs.yml").read_text(encoding="utf-8"))

    assert config["site_url"] == config["extra"]["address"] == "https://school.be/gids/"


def test_it_explains_the_same_words(exported: Path) -> None:
    """Another builder shows the same links, and is told which pages need the script."""
    head, body = page(exported / "docs" / "praktijk" / "het-lege-strand.md")

    assert "[eb](../begrippen/index.md#begrip-eb){ .term title=" in body.lower()
    assert "term/term" in head["scripts"]
    plain, _ = page(exported / "docs" / "tips" / "index.md")
    assert "term" not in (plain.get("scripts") or [])


def page(file: Path) -> tuple[dict[str, Any], str]:
    """What stands on top of a page, and what is below it."""
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(head), body
