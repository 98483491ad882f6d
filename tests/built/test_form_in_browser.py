"""An editor at work in the form: in a real browser, in a folder on the device, and nothing leaves it.

No test can press the window in which a browser asks for a folder, so it gets one in the browser's own storage. From
there on all is as it is for an editor.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from places import ROOT, copy_of_tiny
from playwright.sync_api import Locator, Page, expect
from sites import OpenWindow, served

from macros.content.yaml_writing import yaml_of
from macros.desk.format import content_files, format_files
from macros.model.entry_types import BY_COLLECTION
from macros.open_guide import open_guide
from macros.publish.form_editor import FormEditor
from macros.system.files import write_file

_PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"

_FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const [name, ...folders] = path.split("/").reverse();
    let folder = root;
    for (const one of folders.reverse()) folder = await folder.getDirectoryHandle(one, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
  await root.getDirectoryHandle(".git", { create: true });
}"""

_READ = """async () => {
  const files = {};
  const read = async (folder, path) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === "directory") await read(one, `${path}${name}/`);
      else files[path + name] = await (await one.getFile()).text();
    }
  };
  await read(await navigator.storage.getDirectory(), "");
  return files;
}"""


class Desk:
    """The form with a folder open: the files in it, and every address that was asked for."""

    def __init__(self, page: Page, address: str, content: Path) -> None:
        self.page, self.address = page, address
        self.before = {
            file.relative_to(content.parent).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(content.rglob("*.yml"))
        }
        self.asked: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(f"{address}nl.json")
        page.evaluate(_FILL, self.before)
        page.add_init_script(_PICK)
        page.goto(address)
        page.get_by_role("button", name="Open de map van de gids").click()
        expect(page.get_by_text("Begrippen")).to_be_visible()

    def open(self, collection: str, entry: str) -> None:
        """Open an entry, as the line under its page does."""
        self.page.goto(f"{self.address}#/collections/{collection}/entries/{entry}")
        expect(self.box("title")).not_to_have_value("")

    def field(self, path: str) -> Locator:
        """A field, by where it stands in the file."""
        return self.page.locator(f'section[data-key-path="{path}"]')

    def box(self, path: str) -> Locator:
        """What one types a field in."""
        return self.field(path).locator("input, textarea").first

    def choose(self, path: str, *words: str) -> None:
        """Choose in a list that opens, or among a few that stand there."""
        for word in words:
            few, many = self.field(path).get_by_role("radio"), self.field(path).get_by_role("combobox")
            expect(few.or_(many).first).to_be_visible()
            if few.count():
                self.field(path).get_by_role("radio", name=word, exact=True).click()
            else:
                many.click()
                self.page.get_by_role("option", name=word).click()

    def save(self) -> None:
        """Save: the form then goes back to the list."""
        self.page.get_by_role("button", name="Opslaan", exact=True).click()
        self.page.wait_for_url(lambda url: "/entries/" not in url and not url.endswith("/new"))

    def changed(self) -> dict[str, list[str]]:
        """By its file, each line that went and each that came."""
        files: dict[str, str] = self.page.evaluate(_READ)
        assert self.before.keys() <= files.keys()
        differing = {
            name: unified_diff(self.before.get(name, "").splitlines(), text.splitlines(), lineterm="", n=0)
            for name, text in files.items()
            if text != self.before.get(name)
        }
        return {
            name: [line for line in lines if line[:3] not in ("---", "+++", "@@ ")] for name, lines in differing.items()
        }


@pytest.fixture
def desk(tmp_path: Path, windows: OpenWindow) -> Iterator[Desk]:
    """The form as `make serve` has it, with a folder of the tiny guide open in it."""
    content = copy_of_tiny(tmp_path / "gids") / "content"
    format_files(content, content_files(content))
    site = tmp_path / "site"
    for name, text in FormEditor().files(open_guide(content), serving=True):
        write_file(site / name, text)
    shutil.copytree(ROOT / "docs" / "assets" / "form", site / "assets" / "form")
    shutil.copy(ROOT / "docs" / "assets" / "sleutelbos.svg", site / "assets")
    with served(site, site / "redactie" / "index.html") as address:
        desk = Desk(windows(height=1400), f"{address}redactie/", content)
        yield desk
        assert [url for url in desk.asked if not url.startswith((address, "blob:", "data:"))] == [], "vroeg elders iets"


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


def test_an_entry_of_each_kind(desk: Desk) -> None:
    """Its title gets a letter more, and all else in its file stays as it was, also what the form only shows."""
    expected = {}
    for collection in BY_COLLECTION:
        name = next(name for name in desk.before if name.startswith(f"content/{collection}/"))
        desk.open(collection, Path(name).stem)
        desk.box("title").press("End")
        desk.box("title").press_sequentially("s")
        title = desk.box("title").input_value()
        desk.save()
        expected[name] = [f"-{desk.before[name].splitlines()[0]}", f"+{yaml_of({'title': title})}".rstrip()]

    assert desk.changed() == expected
