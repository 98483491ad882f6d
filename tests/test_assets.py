"""The CSS and JavaScript of docs/assets: joined from pieces as mkdocs.yml says, and all of it asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from places import ROOT, TINY

from macros.model.entry_types import ENTRY_TYPES
from macros.publish.joined_assets import is_ours, joined_assets, lean

ASSETS = ROOT / "docs" / "assets"
WANTED = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""), yaml.SafeLoader)["extra"][
    "joined"
]
PIECES = [piece for pieces in WANTED.values() for piece in pieces]

OURS = [file for file in sorted(ASSETS.rglob("*")) if is_ours(f"assets/{file.relative_to(ASSETS).as_posix()}")]


def test_pieces_stand_one_after_the_other(tmp_path: Path) -> None:
    """In the order that was given, whole."""
    for name in "ab":
        (tmp_path / f"{name}.css").write_text(f".{name} {{}}\n", encoding="utf-8")

    assert joined_assets(tmp_path, {"both.css": ["b.css", "a.css"]}) == {"both.css": ".b {}.a {}"}


def test_what_only_we_read_is_not_sent() -> None:
    """Comments on lines of their own, indents, and what a script says behind a statement."""
    text = "/* For us.\n   Two lines. */\n.a {\n  color: red; /* quick */\n}\n"
    assert lean(text, "a.js") == ".a {\ncolor: red; /* quick */\n}\n"
    assert (
        lean("const MOST = 5; // signs\nsee('https://a.b; c'); // d", "a.js")
        == "const MOST = 5;\nsee('https://a.b; c');"
    )


def test_styles_lose_what_no_browser_needs() -> None:
    """Spaces and ends of lines, but not in a text, a selector or a question about the window."""
    text = '.a,\n.b :hover {\n  --x: 1;\n  content: "a; b: {";\n}\n@media (width) {\n  .c {\n    top: 0;\n  }\n}\n'
    assert lean(text, "a.css") == '.a,.b :hover{--x:1;content:"a; b: {"}@media (width){.c{top:0}}'


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.relative_to(ASSETS).as_posix())
def test_no_text_goes_on_over_the_end_of_a_line(file: Path) -> None:
    """Its indents would not be sent."""
    assert [line for line in file.read_text(encoding="utf-8").splitlines() if line.count("`") % 2] == []


def test_a_piece_is_sent_once() -> None:
    """No piece stands twice in a file, nor beside a file that every page has; no joined file takes another's place.

    A sheet to fill in and one that is filled in share pieces: no page asks for both files.
    """
    assert [name for name, pieces in WANTED.items() if len(set(pieces)) < len(pieces)] == []
    always = {*WANTED["base/base.css"], *WANTED["base/base.js"]}
    assert [
        name for name, pieces in WANTED.items() if not name.startswith("base/") and always.intersection(pieces)
    ] == []
    assert [name for name in WANTED if (ASSETS / name).exists()] == []


@pytest.mark.parametrize("name", WANTED)
def test_what_a_joined_file_points_at_is_there(name: str) -> None:
    """A font is named from where the joined file stands."""
    text = joined_assets(ASSETS, WANTED)[name]
    assert [
        url
        for url in re.findall(r'url\("(?!data:)([^"]+)"\)', text)
        if not (ASSETS / name).parent.joinpath(url).exists()
    ] == []


def test_every_file_is_asked_for() -> None:
    """By mkdocs.yml, a page, a template, or a script that fetches it: by its path, with or without its extension."""
    asking = [
        ROOT / "mkdocs.yml",
        *(ROOT / "overrides").rglob("*.html"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "macros").rglob("*.py"),
        *ASSETS.rglob("*.js"),
    ]
    text = "\n".join(file.read_text(encoding="utf-8") for file in asking)
    files = [
        file.relative_to(ASSETS)
        for file in ASSETS.rglob("*")
        if file.suffix in (".js", ".css") and "vendor" not in file.parts
    ]

    assert len(files) > 30
    assert [
        file.as_posix()
        for file in files
        if file.as_posix() not in text and f"{file.with_suffix('').as_posix()}" not in text
    ] == []


def test_what_a_page_asks_for_is_there() -> None:
    """Each name in `scripts:` and `styles:`, of a page of docs/ or of a type of entry, is a file or a joined file."""
    asked = [
        (entry_type.__name__, f"{name}{suffix}")
        for entry_type in ENTRY_TYPES
        for names, suffix in ((entry_type.scripts, ".js"), (entry_type.styles, ".css"))
        for name in names
    ]
    for page in (*(ROOT / "docs").rglob("*.md"), *(TINY / "docs").rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        front = yaml.safe_load(text.split("---\n", 2)[1]) if text.startswith("---\n") else {}
        asked += [
            (page.relative_to(ROOT).as_posix(), f"{name}{suffix}")
            for key, suffix in (("scripts", ".js"), ("styles", ".css"))
            for name in front.get(key, [])
        ]

    assert len(asked) > 8
    assert [(who, name) for who, name in asked if name not in WANTED and not (ASSETS / name).is_file()] == []
