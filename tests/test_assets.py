"""The CSS and JavaScript of docs/assets: joined from pieces as mkdocs.yml says, and all of it asked for."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from places import ROOT, TESTS, TINY

from macros.mkdocs_files import leave_theme
from macros.model.entry_types import ENTRY_TYPES
from macros.publish.joined_assets import is_ours, joined_assets, lean

ASSETS = ROOT / "docs" / "assets"
WANTED = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""), yaml.SafeLoader)["extra"][
    "joined"
]
PIECES = [piece for pieces in WANTED.values() for piece in pieces]

COACH = {"scan", "meeting", "runsheet", "poster", "ours", "rehearsal", "own", "file"}
"""The folders of what a coach has at hand."""

MOST_OF_THE_TABLE = 25_000

OURS = [file for file in sorted(ASSETS.rglob("*")) if is_ours(f"assets/{file.relative_to(ASSETS).as_posix()}")]


def test_pieces_stand_one_after_the_other(tmp_path: Path) -> None:
    """In the order that was given, whole."""
    for name in "ab":
        (tmp_path / f"{name}.css").write_text(f".{name} {{}}\n", encoding="utf-8")

    assert joined_assets(tmp_path, {"both.css": ["b.css", "a.css"]}) == {"both.css": ".b {}\n.a {}\n"}


def test_what_only_we_read_is_not_sent() -> None:
    """Comments, indents and long names; but what others know a script by, what it shows, and who made it, stay."""
    script = """/*! Made by another. MIT. */
/* For us. */
const Shared = (() => {
  "use strict";
  /** @param {string} address */
  const shown = (address) => `${address}; // ${Other.name}\\r\\n`; // for us
  return { shown, known: /[/*]\\s/u };
})();
"""
    sent = lean(script, "a.js")
    assert sent.startswith('/*! Made by another. MIT. */const Shared=(()=>{"use strict";')
    assert "; // ${Other.name}\\r\n`" in sent and sent.endswith(",known:/[/*]\\s/u}})()")
    assert "shown:" in sent and "address" not in sent and "or us" not in sent


def test_styles_lose_what_no_browser_needs() -> None:
    """Comments, spaces and ends of lines, but not in a text, a selector or a question about the window."""
    text = '.a,\n.b :hover {\n  --x: 1;\n  content: "a; b: {";\n}\n@media (width) {\n  .c {\n    top: 0;\n  }\n}\n'
    assert lean(f"/* For us. */\n{text}", "a.css") == '.a,.b :hover{--x:1;content:"a; b: {"}@media (width){.c{top:0}}'


def test_a_script_that_no_browser_could_read_is_named() -> None:
    """With the line on which it goes wrong."""
    with pytest.raises(ValueError, match=r"docs/assets/a/b\.js: .* on line 2(.|\n)*const two = \(;"):
        lean("const one = 1;\nconst two = (;\n", "a/b.js")


def test_where_scripts_cannot_be_made_small_they_are_sent_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Mac, where someone writes."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert lean("const One = 1; // one\n", "a.js") == "const One = 1; // one\n"


def test_what_is_sent_does_what_we_wrote(tmp_path: Path) -> None:
    """Each test of a script passes with the script as it is sent."""
    for file in OURS:
        sent = tmp_path / file.relative_to(ASSETS)
        sent.parent.mkdir(exist_ok=True)
        sent.write_text(lean(file.read_text(encoding="utf-8"), file.name), encoding="utf-8")
    node, tests = Path(sys.executable).with_name("node"), sorted(map(str, (TESTS / "js").glob("*.test.js")))
    command, where = [str(node), "--test", *tests], {**os.environ, "ASSETS": str(tmp_path)}
    done = subprocess.run(command, check=False, cwd=ROOT, env=where, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout
    assert len(tests) > 10


def test_the_script_of_the_coachs_table_weighs_little() -> None:
    """All that a coach has at hand: to scan, to meet, a running order, posters, rehearsals, what was tried, and ours.

    Each script of those folders counts once, also when several pages fetch it, and all are packed together. What they
    ask of the selection and of any page is not counted.
    """
    files = [file for file in OURS if file.suffix == ".js" and file.parent.name in COACH]
    text = "".join(file.read_text(encoding="utf-8") for file in [*files, ASSETS / "selection" / "tried.js"])

    assert {file.parent.name for file in files} == COACH
    assert len(gzip.compress(lean(text, "table.js").encode(), 9)) <= MOST_OF_THE_TABLE


PARTIALS = ROOT / "overrides" / "partials"


def pieces_of(partial: str) -> list[str]:
    """The names of the texts and pieces that a page has for its script, also those that it includes."""
    text = (PARTIALS / partial).read_text(encoding="utf-8")
    more = re.findall(r'{% include "partials/([^"]+)" %}', text)
    return [*re.findall(r'data-piece="([^"]+)"', text), *(name for other in more for name in pieces_of(other))]


@pytest.mark.parametrize(
    "name", sorted(n[:-3] for n in WANTED if n[-3:] == ".js" and (PARTIALS / f"{n[:-3]}.html").exists())
)
def test_what_a_script_says_stands_in_its_page(name: str) -> None:
    """Each piece that a script asks for by name is there once, and each that is there is asked for."""
    script, pieces = joined_assets(ASSETS, WANTED)[f"{name}.js"], pieces_of(f"{name}.html")

    assert sorted(set(re.findall(r'\b(?:text|copy)\("([^"]+)"', script)) - set(pieces)) == []
    assert [piece for piece in pieces if f'"{piece}"' not in script] == []
    assert len(pieces) == len(set(pieces))


def test_no_one_looks_for_files_of_the_theme() -> None:
    """Of its thousands of icons the site shows none; its templates are there."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    leave_theme(config)
    env, files = config.theme.get_env(), Files([])
    files.add_files_from_theme(env, config)

    assert len(files) == 0
    assert env.get_template("main.html").filename == str(ROOT / "overrides" / "main.html")


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
