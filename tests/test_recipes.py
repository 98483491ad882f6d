"""The recipes in the README ("I want to … → go to …"), each done in a copy: who follows one, gets what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from machine import machine, quick_tests, run
from places import ROOT, TESTS

ROWS = dict(
    re.findall(r"^\| ([a-z][^|]*?) \| (.+) \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
)

PAGES = """
from pathlib import Path
from macros.open_guide import open_guide
from macros.pages.macro_calls import lay_out
from macros.pages.render import Renderer
from macros.site.pages import pages

renderer = Renderer(open_guide(Path("content")))
for page in pages(renderer.guide):
    print(lay_out(renderer, page))
"""
"""Every generated page as Markdown."""

HANDBOOK = """
from pathlib import Path
from macros.open_guide import open_guide
from macros.pages.macro_calls import bound_macros
from macros.pages.render import Renderer

macros = bound_macros(Renderer(open_guide(Path("content"))))
print(macros["rule_list"](), macros["block_list"]())
"""

PDF_OF_EACH_SHEET_IN_TWO_STYLES = """
import hashlib
from pathlib import Path
from macros.model.practice import Worksheet
from macros.open_guide import open_guide
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.pdf import Typesetter

guide = open_guide(Path("content"))
style = Path("docs/assets/sheet/sheet-pdf.css")
for written in ("", ".w-title { letter-spacing: 1pt; }"):
    style.write_text(style.read_text(encoding="utf-8") + written, encoding="utf-8")
    html, typesetter = WorksheetHtml(guide), Typesetter()
    for sheet in guide.all(Worksheet):
        print(hashlib.sha256(typesetter.pdf(html.sheet(sheet, "pdf"), sheet.title).bytes).hexdigest())
"""

SEARCH_DATA = """
from pathlib import Path
from macros.open_guide import open_guide
from macros.publish.search_data import search_records, search_script

guide = open_guide(Path("content"))
print(search_script(guide, search_records(guide), str, str))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the machine around the tiny guide."""
    return machine(tmp_path / "gids")


def test_a_recipe_names_files_that_are_there() -> None:
    """Who goes where the README sends, arrives."""
    named = [path for where in ROWS.values() for path in re.findall(r"`([a-z_]+/[^`]*)`", where)]

    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_recipe_is_tried() -> None:
    """A new row in the README wants a test here. Adding a collection is tried in built/test_new_collection.py."""
    tried = {
        "change a word of the interface",
        "add a rule to the check",
        "add a block for worksheets",
        "add a collection",
        "change how a PDF looks",
        "change what search finds",
    }

    assert tried == {label for label in ROWS if label != "I want to …"}


def test_change_a_word_of_the_interface(project: Path) -> None:
    """One word in each kind of place that makes pages: a template, a type, a label."""
    places = [
        ("macros/pages/templates/parts.md.jinja", "## Aan de slag", "## Eraan beginnen"),
        ("macros/model/practice.py", "Wat scholen echt deden", "Wat scholen waarlijk deden"),
        ("macros/model/labels.py", "Advies van de leidraad", "Raad van de leidraad"),
    ]
    for file, before, after in places:
        edit(project / file, before, after)

    said = shown(project, PAGES)
    assert [after for _, _, after in places if after not in said] == []
    assert [before for _, before, _ in places if before in said] == []


def test_add_a_rule(project: Path) -> None:
    """A function and its name in RULES: the check says what it finds, the handbook shows the rule."""
    rules = project / "macros/check/rules.py"
    edit(rules, "\nRULES = ", RULE + "\n\nRULES = ")
    edit(rules, "    icons_exist,\n", "    icons_exist,\n    no_lamps_in_titles,\n")

    done = run(project, "macros", "check")
    assert done.returncode == 1
    assert re.search(
        r"^content/tips/hang-een-lamp-op\.yml:\d+:\d+\n  Hier staat een lamp\.\n  Kies een ander woord\.\n"
        r"  Meer: handboek/regels/#geen-lamp-in-een-titel$",
        done.stderr,
        re.MULTILINE,
    )
    edit(project / "content/tips/hang-een-lamp-op.yml", "title: Hang een lamp op", "title: Hang een licht op")
    assert ">Geen lamp in een titel</strong><br>Een titel noemt geen lamp.</span></summary>" in shown(project, HANDBOOK)


def test_add_a_block(project: Path) -> None:
    """A class, its name in the union, a template, a place on a sheet of the tiny guide: nothing is red.

    A sheet can hold it, the PDF shows it, the handbook explains it.
    """
    blocks = project / "macros/model/worksheet_blocks.py"
    edit(blocks, "\n_AnyBlock = ", BLOCK + "\n\n_AnyBlock = ")
    edit(blocks, "    | Cards\n)", "    | Cards\n    | Stamp\n)")
    (project / "macros/worksheets/templates/stamp.html.jinja").write_text(
        '<p class="w-stamp">Stempel van {{ block.owner }}</p>\n', encoding="utf-8"
    )
    sheet = project / "content/worksheets/koersblad.yml"
    edit(sheet, "\naudience:", "\n  - {block: stamp, owner: de kapitein}\naudience:")

    said = shown(project, PAGES + HANDBOOK)
    assert "Stempel van de kapitein" in said and "een stempel" in said

    (project / "tests").mkdir()
    shutil.copytree(project / "content", project / "tests/tiny_guide/content")
    every_block = "test_sheets.py::test_every_block_is_on_a_sheet"
    assert quick_tests(project, every_block, "test_schema.py") == ""


def test_change_how_a_pdf_looks(project: Path) -> None:
    """The style of paper stands in one file, and every PDF follows it."""
    seen = shown(project, PDF_OF_EACH_SHEET_IN_TWO_STYLES).split()

    assert len(seen) >= 2
    assert len(set(seen)) == len(seen)


def test_change_what_search_finds(project: Path) -> None:
    """Words that mean the same stand in content/search.yml; what comes first, finder.js decides and its test says."""
    edit(project / "content/search.yml", "synonyms:\n", "synonyms:\n  - [lamp, lantaarn, schijnsel]\n")
    assert '"lamp,lantaarn,schijnsel' in shown(project, SEARCH_DATA)

    shutil.copytree(TESTS / "js", project / "tests/js")
    edit(project / "docs/assets/search/finder.js", "bron: 0.7,", "bron: 7,")
    node = Path(sys.executable).with_name("node")
    command = [str(node), "--test", "tests/js/finder.test.js"]
    done = subprocess.run(command, check=False, cwd=project, capture_output=True, text=True)
    assert done.returncode == 1
    assert "something to do comes before where it comes from" in done.stdout


RULE = '''
@rule("Geen lamp in een titel", "title: Hang een lamp op")
def no_lamps_in_titles(guide: Guide) -> Iterator[Problem]:
    """Een titel noemt geen lamp."""
    for entry in guide:
        if "een lamp" in entry.title.lower():
            place = guide.files[ident(entry)].place_of(("title",))
            yield Problem(place, "Hier staat een lamp.", "Kies een ander woord.")
'''

BLOCK = '''
class Stamp(Block):
    """A place for a stamp."""

    handbook_text = "een stempel"
    block: Literal["stamp"]
    owner: Short = Field(description="Van wie de stempel is.")
'''


def edit(file: Path, before: str, after: str) -> None:
    """Change some words in a file. They stand there once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, (file.name, before)
    file.write_text(text.replace(before, after), encoding="utf-8")


def shown(project: Path, code: str) -> str:
    """What a few lines of Python print, inside a project."""
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout
