"""What an editor does in the form: in a folder on the device, and nothing leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from at_form import Desk, form_of
from browsers import opened
from places import copy_of_tiny
from playwright.sync_api import Browser, expect
from sites import OpenWindow

from macros.content.yaml_writing import yaml_of
from macros.desk.format import content_files, format_files
from macros.model.entry_types import BY_COLLECTION


@contextmanager
def form_of_tiny(folder: Path, windows: OpenWindow) -> Iterator[Desk]:
    """The form, with the tiny guide open in it."""
    content = copy_of_tiny(folder / "gids") / "content"
    format_files(content, content_files(content))
    with form_of(content, folder / "site", windows) as desk:
        yield desk


@pytest.fixture(scope="module")
def form(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One form for all that an editor does in one sitting."""
    with opened(browser) as windows, form_of_tiny(tmp_path_factory.mktemp("formulier"), windows) as desk:
        yield desk


@pytest.fixture
def desk(form: Desk) -> Desk:
    """The form, with what was done in it before."""
    form.before = form.files()
    return form


def test_a_changed_word_is_one_changed_line(desk: Desk) -> None:
    """Of a tip."""
    desk.open("tips", "bel-bij-mist")
    desk.box("why").fill("Geluid komt verder dan licht, altijd.")
    desk.save()

    assert desk.changed() == {
        "content/tips/bel-bij-mist.yml": [
            "-why: Geluid komt verder dan licht.",
            "+why: Geluid komt verder dan licht, altijd.",
        ]
    }


def test_a_new_tip(desk: Desk) -> None:
    """With two relations, each chosen by its title. It is named after its own, and passes the check."""
    desk.page.goto(f"{desk.address}#/collections/tips/new")
    desk.box("title").fill("Roep één keer")
    desk.choose("home", "Als het mistig is")
    desk.choose("kind", "detail")
    desk.box("what").fill("Roep drie keer naar de boot.")
    desk.choose("effort", "nu")
    desk.choose("moments", "elk contact", "poort")
    desk.choose("evidence.kind", "praktijk")
    desk.choose("methods", "Lantaarngesprek")
    desk.choose("tips", "Hang een lamp op")
    desk.choose("levels", "alle")
    desk.field("sources").get_by_role("button", name="toevoegen").click()
    desk.choose("sources.0.source", "Logboek van de vuurtorenschool")
    desk.box("sources.0.section").fill("Nacht")
    desk.box("sources.0.page").fill("7")
    desk.save()

    assert desk.changed() == {
        "content/tips/roep-een-keer.yml": [
            "+title: Roep één keer",
            "+home: a1-1-mist",
            "+kind: detail",
            "+what: Roep drie keer naar de boot.",
            "+effort: nu",
            "+moments: [elk contact, poort]",
            "+evidence: {kind: practice}",
            "+methods: [lantaarngesprek]",
            "+tips: [hang-een-lamp-op]",
            "+levels: [alle]",
            "+sources:",
            "+  - {source: logboek, section: Nacht, page: 7}",
        ]
    }


def test_a_question_on_a_sheet(desk: Desk) -> None:
    """It is chosen by what it is: lines to write on."""
    desk.open("worksheets", "botenblad")
    desk.field("blocks").get_by_role("button", name="toevoegen").last.click()
    desk.page.get_by_role("menuitem", name="Lijnen").click()
    desk.box("blocks.5.label").fill("Wat vraag je aan de kapitein?")
    desk.box("blocks.5.count").fill("4")
    desk.save()

    assert desk.changed() == {
        "content/worksheets/botenblad.yml": ["+  - {block: lines, label: Wat vraag je aan de kapitein?, count: 4}"]
    }


def test_a_day_on_which_someone_looked(desk: Desk) -> None:
    """What is no day is refused, with what would be one."""
    desk.open("partners", "kustwacht")
    desk.box("checked").fill("gisteren")
    desk.page.get_by_role("button", name="Opslaan", exact=True).click()
    expect(desk.field("checked")).to_contain_text("Schrijf never, of een datum zoals 2026-11-22.")
    desk.box("checked").fill("2026-11-26")
    desk.save()

    assert desk.changed() == {
        "content/partners/kustwacht.yml": ["-checked: 2026-11-22", "+checked: 2026-11-26"],
    }


@pytest.mark.long
def test_an_entry_of_each_kind(tmp_path: Path, windows: OpenWindow) -> None:
    """Its title gets a letter more, and all else in its file stays as it was, also what the form only shows."""
    expected = {}
    with form_of_tiny(tmp_path, windows) as desk:
        for collection in BY_COLLECTION:
            name = next(name for name in desk.before if name.startswith(f"content/{collection}/"))
            desk.open(collection, Path(name).stem)
            desk.box("title").press("End")
            desk.box("title").press_sequentially("s")
            title = desk.box("title").input_value()
            desk.save()
            expected[name] = [f"-{desk.before[name].splitlines()[0]}", f"+{yaml_of({'title': title})}".rstrip()]

        assert desk.changed() == expected


def test_a_setting_of_the_site(desk: Desk) -> None:
    """What it says of itself, and a remark of two lines."""
    desk.open("instellingen", "site", first="name")
    desk.box("tagline").fill("Samen kijken naar het licht.")
    desk.box("remark").fill("Vraag Jef.\nOf Mira.")
    desk.save()

    assert desk.changed() == {
        "content/site.yml": [
            "+remark: |",
            "+  Vraag Jef.",
            "+  Of Mira.",
            "-tagline: Een gids voor één school, één toren en alle boten in zicht.",
            "+tagline: Samen kijken naar het licht.",
        ]
    }


def test_a_word_of_the_search(desk: Desk) -> None:
    """One more in a group that was folded: Enter makes place for it."""
    desk.open("instellingen", "search", first="remark")
    desk.unfold("synonyms", 0)
    desk.field("synonyms.0").get_by_role("textbox").last.press("Enter")
    desk.page.keyboard.type("stuurman")
    desk.save()

    assert desk.changed() == {
        "content/search.yml": ["-  - [schipper, kapitein]", "+  - [schipper, kapitein, stuurman]"]
    }
