"""Adding a collection is what macros/model/entry_types.py says: a class, a line in its list, a template, a folder.

Two make-believe collections are added to a copy of the project: one with pages, and one whose entries live with others
and so need no template. Nothing else there is edited. Whatever asks for more, fails here.
"""

from __future__ import annotations

import json
import re
import shutil
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from json_schema import faults
from machine import build, machine, quick_tests, run
from places import TINY
from sites import once

# --- what an editor of the code writes: four things, each in its place -----------------------

CLASS_IN = "macros/model/reference.py"
CLASS = '''

class Gadget(Entry):
    """A thing that helps, and that no one else had a name for."""

    collection = "gadgets"
    noun = "hulpstuk"
    letter = "g"
    emblem = "resource"
    article = "het"
    heading = "Hulpstukken"
    shelf = "hulpstukken"
    own_page = True
    intro = "Dingen die helpen, en die nog geen naam hadden."

    use: Line = Field(description="Waarvoor je het gebruikt.")
    partners: tuple[PartnerId, ...] = Field((), description="Wie er een te leen heeft.")


class Note(Entry):
    """A word in the margin, on the page of what it is about."""

    collection = "notes"
    noun = "kanttekening"
    letter = "n"
    emblem = "list"
    overview = False
    heading = "Kanttekeningen"
    shelf = "kanttekeningen"

    home: HomeId = Field(description="Waar de kanttekening bij staat.")
'''

LISTED_IN = "macros/model/entry_types.py"
LISTED = [
    ("from macros.model.reference import Partner,", "from macros.model.reference import Gadget, Note, Partner,"),
    ("    Source,\n)", "    Source,\n    Gadget,\n    Note,\n)"),
]

TEMPLATE_IN = "macros/pages/templates/gadget.md.jinja"
TEMPLATE = """\
{#- A gadget.

Context:
  entry (Gadget), around (InContext), inside (Inside), practice (Practice)
-#}
{% import "parts.md.jinja" as parts %}
# {{ entry.title }} { #{{ entry | anchor }} data-share="{{ entry | permalink }}" }

{{ entry.summary }}

Je gebruikt het zo: {{ entry.use | line }}

{{ parts.ties(around.belongs, around.backlinks) }}
{{ parts.rests_on(around.cited, none) }}
"""

ENTRY_IN = "content/gadgets/verrekijker.yml"
ENTRY = """\
title: De verrekijker
summary: Haalt de verste boot dichtbij.
use: Kijk door de smalle kant.
partners: [kustwacht, eilandbibliotheek]
levels: [lager]
sources: [{source: logboek, section: Op de trap, page: 2}]
search_words: [turen]
"""

NOTE_IN = "content/notes/zout.yml"
NOTE = """\
title: Denk aan het zout
summary: Op het raam blijft altijd zout achter.
home: s01
sources: [{source: logboek, section: Op de trap, page: 2}]
"""

# --- what then is there of itself ---------------------------------------------------------------


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, around the tiny guide, with a collection more."""
    return with_more(tmp_path_factory.mktemp("verzameling") / "gids")


def with_more(folder: Path) -> Path:
    """Make that copy."""
    project = machine(folder)
    model = (project / CLASS_IN).read_text(encoding="utf-8")
    model = model.replace("import Checked, KeyId,", "import Checked, HomeId, KeyId,")
    (project / CLASS_IN).write_text(model + CLASS, encoding="utf-8")
    listing = (project / LISTED_IN).read_text(encoding="utf-8")
    for before, after in LISTED:
        assert before in listing, f"{LISTED_IN} no longer holds {before!r}: adapt LISTED"
        listing = listing.replace(before, after)
    (project / LISTED_IN).write_text(listing, encoding="utf-8")
    (project / TEMPLATE_IN).write_text(TEMPLATE, encoding="utf-8")
    for name, text in ((ENTRY_IN, ENTRY), (NOTE_IN, NOTE)):
        (project / name).parent.mkdir()
        (project / name).write_text(text, encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Such a project, built strictly."""

    def make(folder: Path) -> str:
        return build(with_more(folder / "gids"), folder / "site")

    folder, wrong = once(request, tmp_path_factory, "verzameling", make)
    assert wrong == "", wrong
    return folder / "site"


@pytest.fixture(scope="module")
def catalogue(site: Path) -> dict[str, Any]:
    """The guide as data."""
    data: dict[str, Any] = json.loads((site / "catalogue.json").read_text(encoding="utf-8"))
    return data


def test_it_is_checked(project: Path) -> None:
    """A slip in it is answered as any other."""
    file = project / ENTRY_IN
    file.write_text(ENTRY.replace("kustwacht", "kustwach"), encoding="utf-8")
    done = run(project, "macros", "check")
    file.write_text(ENTRY, encoding="utf-8")

    assert done.returncode == 1
    assert f"{ENTRY_IN}:4:12\n  'kustwach' staat niet in content/partners/.\n  Bedoelde je 'kustwacht'" in done.stderr


@pytest.mark.long
def test_no_quick_test_minds(project: Path) -> None:
    """Whoever adds a collection keeps `make quick` green, also with entries of it in the tiny guide."""
    of_content = ("test_macros.py", "test_schema.py")
    assert quick_tests(project, *of_content, "test_house.py") == ""

    shutil.copytree(project / "content", project / "tests" / TINY.name / "content", dirs_exist_ok=True)
    assert quick_tests(project, *of_content) == ""


def test_what_lives_with_another_is_shown_there(site: Path) -> None:
    """A link to it leads to the page of its home, and there it stands."""
    home = (site / "sleutels" / "01-zwaai-eerst" / "index.html").read_text(encoding="utf-8")

    assert 'id="kanttekening-zout"' in home
    assert "Op het raam blijft altijd zout achter." in home


def test_it_has_its_page(site: Path) -> None:
    """As its template lays it out, with its way back from what it names, and its permanent address."""
    page = (site / "hulpstukken" / "verrekijker" / "index.html").read_text(encoding="utf-8")

    assert "Je gebruikt het zo: Kijk door de smalle kant." in page
    assert f"https://bewerk.vuurtoren.test/{ENTRY_IN}" in page
    assert "/hulpstukken/verrekijker/" in (site / "partners" / "index.html").read_text(encoding="utf-8")
    assert "../../hulpstukken/verrekijker/" in (site / "g" / "verrekijker" / "index.html").read_text(encoding="utf-8")


def test_it_has_its_overview(site: Path) -> None:
    """With its intro, and a card for each."""
    overview = (site / "hulpstukken" / "index.html").read_text(encoding="utf-8")

    assert "Dingen die helpen, en die nog geen naam hadden." in overview
    assert "De verrekijker" in overview and 'href="verrekijker/"' in overview


def test_it_can_be_found(site: Path) -> None:
    """By its title, and by what people call it; under its own name among the kinds."""
    script = (site / "assets" / "search" / "data.js").read_text(encoding="utf-8")
    data = json.loads(re.sub(r"^[^=]*=|;\s*$", "", script))
    kinds, steps, _, _, _, words, *_ = data["records"]
    addresses, titles = (column.split("\n") for column in data["pages"])
    places = zip(kinds, accumulate(steps), words.split("\n"), strict=True)
    found = [(data["kinds"][kind], addresses[page], titles[page], said) for kind, page, said in places]

    assert (["hulpstuk", "Hulpstuk"], "hulpstukken/verrekijker/", "De verrekijker", "turen") in found


def test_it_is_in_the_catalogue(site: Path, catalogue: dict[str, Any]) -> None:
    """Who builds on the guide finds it, and finds the kind in the schema."""
    schema = json.loads((site / "catalogue.schema.json").read_text(encoding="utf-8"))
    [entry] = [one for one in catalogue["entries"] if one["kind"] == "gadget"]

    assert list(faults(schema, catalogue)) == []
    assert (entry["permalink"], entry["url"], entry["relations"]) == (
        "g/verrekijker/",
        "hulpstukken/verrekijker/",
        ["p/kustwacht/", "p/eilandbibliotheek/"],
    )


def test_it_can_be_kept_in_a_selection(site: Path, catalogue: dict[str, Any]) -> None:
    """Its page offers sharing under its permanent address, and the catalogue says what to call it."""
    assert catalogue["kinds"]["gadget"] == "Hulpstuk"
    assert 'data-share="g/verrekijker/"' in (site / "hulpstukken" / "verrekijker" / "index.html").read_text(
        encoding="utf-8"
    )


def test_an_editor_is_told_its_fields(project: Path, tmp_path: Path) -> None:
    """The schema for the editor has its own field, explained, and the names that exist."""
    script = project / "schemas.py"
    script.write_text(
        "import sys\n"
        "from pathlib import Path\n"
        "from macros.open_guide import open_guide\n"
        "from macros.publish.schema import write_schemas\n"
        "write_schemas(open_guide(Path('content')), Path(sys.argv[1]))\n",
        encoding="utf-8",
    )
    done = run(project, "schemas", str(tmp_path))
    assert done.returncode == 0, done.stderr
    fields = json.loads((tmp_path / ".schemas" / "gadgets.json").read_text(encoding="utf-8"))["properties"]

    assert fields["use"]["description"] == "Waarvoor je het gebruikt."
    assert "kustwacht" in fields["partners"]["items"]["enum"]


def test_the_handbook_can_show_its_fields(project: Path) -> None:
    """A page of docs/ may list them, as it does for any folder."""
    page = project / "docs" / "over" / "hulpstukken.md"
    page.write_text('# Hulpstukken\n\n{{ field_list("gadgets") }}\n', encoding="utf-8")
    wrong = build(project, project / "handbook", BOOKS="no")
    page.unlink()

    assert wrong == "", wrong
    assert "Waarvoor je het gebruikt." in (project / "handbook" / "over" / "hulpstukken" / "index.html").read_text(
        encoding="utf-8"
    )
