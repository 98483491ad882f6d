"""Where links lead, found at once, is where MkDocs finds that they lead; and what it says of a link, it still says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kept_site import written
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import _RelativePathTreeprocessor

from macros.pages.quick_links import quicken_links

LINKS = [
    *(
        "een.md",
        "een.md#deel",
        "../index.md",
        "../index.md#deel",
        "./een.md",
        "sub/../een.md",
        "../tips/een.md",
        "index.md",
    ),
    *(
        "nergens.md",
        "nergens.md#deel",
        "../../een.md",
        "/tips/een.md",
        "een",
        "een/",
        "#deel",
        "#",
        "",
        "een.md#",
        "een.md?a=1",
    ),
    *(
        "https://voorbeeld.be/een.md",
        "mailto:a@b.be",
        "//a.be/een.md",
        "een.md#deel één",
        "een%2Emd",
        "EEN.md",
        "weg.md",
    ),
    *("../beeld.png", "een.md#a#b", "..md", "../../../index.md", "een.md ", "twee woorden.md"),
]


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("page", ["tips/twee.md", "tips/index.md", "index.md"])
def test_the_same_url(page: str, directory_urls: bool, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """With the same anchors noted, and the same warnings."""
    config = load_config(str(written(tmp_path) / "mkdocs.yml"), use_directory_urls=directory_urls)
    names = (
        "index.md",
        "tips/index.md",
        "tips/een.md",
        "tips/twee.md",
        "tips/weg.md",
        "tips/twee woorden.md",
        "beeld.png",
    )
    files = Files([File(name, "docs", "site", directory_urls) for name in names])
    files.src_uris["tips/weg.md"].inclusion = InclusionLevel.EXCLUDED

    def told(*, quick: bool) -> object:
        theirs: Any = _RelativePathTreeprocessor(files.src_uris[page], files, config)
        if quick:
            quicken_links(theirs)
        caplog.clear()
        urls = [theirs.path_to_url(link) for link in LINKS]
        return urls, theirs.links_to_anchors, caplog.messages

    assert told(quick=True) == told(quick=False)
