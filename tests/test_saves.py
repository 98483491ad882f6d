"""What is served after a save is what a fresh build makes, whatever was saved; and a mistake never ends the serving."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from machine import full_disk, keep, machine
from saving import change, changes
from serving import Desk
from sites import once

from macros.serve.remake import Remake

ALL = "MUTATIONS" in os.environ
"""`make test` sets it: then there are more edits."""

TIP = "tips/hang-een-lamp-op.yml"


@pytest.fixture(scope="session")
def served_once(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A project that was served before: what takes long to make, is kept in it."""

    def make(folder: Path) -> str:
        project = machine(folder / "gids")
        with pytest.MonkeyPatch.context() as here:
            here.chdir(project)
            Desk(project, folder / "site")
        keep(project)
        return ""

    folder, wrong = once(request, tmp_path_factory, "bediend", make)
    assert wrong == "", wrong
    return folder / "gids"


@pytest.fixture
def new_desk(served_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Desk]:
    """Makes someone who writes, in one project."""
    monkeypatch.setenv("STOP_AT_MACRO_ERROR", "false")
    project = tmp_path / "gids"
    shutil.copytree(served_once, project)
    monkeypatch.chdir(project)
    return lambda: Desk(project, tmp_path / f"site-{os.urandom(4).hex()}")


@pytest.fixture
def desk(new_desk: Callable[[], Desk]) -> Desk:
    """Someone who writes."""
    return new_desk()


def assert_as_fresh(desk: Desk, fresh: Desk) -> None:
    """Hold every file that is served against that of a fresh build."""
    served, made = desk.files(), fresh.files()
    assert served.keys() == made.keys()
    assert [name for name in made if made[name] != served[name]] == []


@pytest.mark.long
def test_after_many_saves_the_site_is_as_if_freshly_built(desk: Desk, new_desk: Callable[[], Desk]) -> None:
    """Whatever they change. What the check refuses, is put back, as an editor would."""
    good = 0
    for turn, file in enumerate(changes(desk.project / "content", seed=19, times=50 if ALL else 12)):
        before = file.read_text(encoding="utf-8")
        file.write_text(change(file, turn), encoding="utf-8")
        desk.save(file)
        if desk.mistake:
            file.write_text(before, encoding="utf-8")
            desk.save(file)
            assert not desk.mistake
        good += file.read_text(encoding="utf-8") != before
    assert good > 5
    assert_as_fresh(desk, new_desk())


@pytest.mark.long
def test_after_each_kind_of_save_the_site_is_as_if_freshly_built(desk: Desk, new_desk: Callable[[], Desk]) -> None:
    """Words are made again. A file more or less, another menu or setting, and what is not content, builds all."""
    words: list[tuple[str, str, str]] = [
        (TIP, "title: ", "title: Zwaai & "),
        ("glossary/eb.yml", "synonyms: [", "synonyms: [ebbe, "),
        ("glossary/vloed.yml", "general: yes", "forms: [vloeden]\ngeneral: yes"),
        ("worksheets/botenblad.yml", "Deel 1: kijken", "Deel 1: kijken bij eb"),
        ("worksheets/botenblad.yml", "count: 3", "count: 4"),
        ("keys/s01.yml", "title: ", "title: Nog eens "),
        ("situations/te-veel-meeuwen.yml", "title: ", "title: Echt "),
        ("search.yml", "[schipper, kapitein]", "[schipper, kapitein, stuurman]"),
        ("keys/s02.yml", "title: ", "title: Ω "),
    ]
    for name, before, after in words:
        desk.save_words(name, before, after)
        assert not desk.mistake, desk.mistake
    assert desk.whole_builds == 0

    wholes: list[tuple[str, str, str]] = [
        ("site.yml", "name: ", "name: De Grote "),
        ("journeys/overtocht.yml", "title: ", "title: Samen "),
        (TIP, "title: ", "aliases: [een-lamp-voor-iedereen]\ntitle: "),
    ]
    for name, before, after in wholes:
        desk.save_words(name, before, after)
        assert not desk.mistake, desk.mistake
    assert desk.whole_builds == len(wholes)

    new = desk.project / "content" / "tips" / "schep-water.yml"
    new.write_text((desk.project / "content" / "tips" / "tel-de-golven.yml").read_text("utf-8"), encoding="utf-8")
    desk.save(new)
    page = desk.project / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\nTot aan de kade, schipper.\n", encoding="utf-8")
    desk.save(page)
    assert not desk.mistake, desk.mistake
    assert desk.whole_builds == len(wholes) + 2
    assert_as_fresh(desk, new_desk())


def test_a_mistake_touches_no_page(desk: Desk) -> None:
    """It is told above the pages, which stay as they are, and mending it is a save as any other."""
    before = desk.files()
    desk.save_words(TIP, "title: ", "kleur: rood\ntitle: ")
    assert desk.mistake and "Het veld 'kleur' kennen we hier niet." in desk.mistake
    assert desk.files() == before

    desk.save_words(TIP, "kleur: rood\n", "")
    assert not desk.mistake
    assert desk.files() == before
    assert desk.whole_builds == 0


def test_what_docs_names_and_is_gone_puts_the_page_back(desk: Desk) -> None:
    """A page that is open is shown before docs/ is looked at. When that misses something, all is as it was."""
    page = desk.project / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\n[Drie](lijst:drie-vlaggen)\n", encoding="utf-8")
    desk.save(page)
    assert desk.mistake is None, desk.mistake
    desk.save_words("lists/drie-vlaggen.yml", "title: ", "aliases: [vlaggen]\ntitle: ")
    page.write_text(page.read_text(encoding="utf-8").replace("lijst:drie-vlaggen", "lijst:vlaggen"), encoding="utf-8")
    desk.save(page)
    assert desk.mistake is None, desk.mistake

    before = desk.files()
    desk.look_at("tips/")
    desk.save_words("lists/drie-vlaggen.yml", "aliases: [vlaggen]", "aliases: [banieren]")
    assert desk.mistake and "vlaggen" in desk.mistake
    assert desk.files() == before


def test_what_is_open_is_shown_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before any other page is made; a newer save leaves the others for later."""
    desk.look_at("tips/")
    desk.newer = True
    desk.save_words(TIP, "title: ", "title: Zwaai en ")
    assert desk.shown == ["tips/"]
    assert "Zwaai en" in desk.page("tips/")
    assert "Zwaai en" not in desk.page("t/hang-een-lamp-op/")

    desk.newer = False
    desk.save_words(TIP, "title: Zwaai en ", "title: Zwaai of ")
    assert "Zwaai of" in desk.page("tips/") and "Zwaai of" in desk.page("t/hang-een-lamp-op/")


def test_a_fault_of_our_own_puts_the_last_good_site_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what was shown already; and the next save builds all."""
    before = desk.files()
    desk.look_at("tips/")
    with monkeypatch.context() as broken:
        broken.setattr(Remake, "again", None)
        desk.save_words(TIP, "title: ", "title: Zwaai en ")
    assert desk.files() == before

    desk.save_words(TIP, "title: Zwaai en ", "title: Zwaai of ")
    assert desk.whole_builds == 1
    assert "Zwaai of" in desk.page("tips/")


def test_whatever_fails_the_serving_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the disk is full while a page is put back, or when a whole build cannot be gone on from."""
    with monkeypatch.context() as broken:
        broken.setattr(Remake, "undo", full_disk)
        broken.setattr(Remake, "again", None)
        desk.save_words(TIP, "title: ", "title: Zwaai en ")
        broken.setattr(Remake, "__init__", None)
        desk.save_words(TIP, "title: Zwaai en ", "title: Zwaai of ")

    desk.save_words(TIP, "title: Zwaai of ", "title: Zwaai of toch ")
    assert "Zwaai of toch" in desk.page("tips/")
