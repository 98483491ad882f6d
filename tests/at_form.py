"""An editor at work in the form: in a real browser, in a folder on the device.

No test can press the window in which a browser asks for a folder, so it gets one in the browser's own storage. From
there on all is as it is for an editor.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path

from page_measures import TWO_FRAMES
from places import ROOT
from playwright.sync_api import Locator, Page, expect
from sites import OpenWindow, served

from macros.open_guide import open_guide
from macros.publish.form_editor import FormEditor
from macros.system.files import write_file

_PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"

_FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  const write = async ([path, text]) => {
    const [name, ...folders] = path.split("/").reverse();
    let folder = root;
    for (const one of folders.reverse()) folder = await folder.getDirectoryHandle(one, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  };
  await Promise.all(Object.entries(files).map(write));
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

    def open(self, collection: str, entry: str, first: str = "title") -> None:
        """Open an entry, as the line under its page does. first: a field that it has."""
        self.page.goto(f"{self.address}#/collections/{collection}/entries/{entry}")
        expect(self.field(first)).to_be_attached()
        if first == "title":
            expect(self.box(first)).not_to_have_value("")

    def field(self, path: str) -> Locator:
        """A field, by where it stands in the file."""
        return self.page.locator(f'section[data-key-path="{path}"]')

    def box(self, path: str) -> Locator:
        """What one types a field in."""
        return self.field(path).locator("input, textarea").first

    def come_to(self, path: str) -> None:
        """Bring a field into sight: the form draws what is further down as someone comes there."""
        holder = path.rpartition(".")[0]
        within = f'section[data-key-path^="{holder}."]' if holder else "section[data-key-path]"
        for _ in range(200):
            if self.field(path).count():
                break
            if self.page.locator(within).count():
                self.page.locator(within).last.evaluate("one => one.scrollIntoView()")  # Also if all is in view.
            elif (last := holder.rpartition("."))[2].isdigit():
                self.item(last[0], int(last[2]))  # What was drawn above it since, pushed it out of sight.
            else:
                self.come_to(holder)
            self.page.wait_for_timeout(20)
        self.field(path).scroll_into_view_if_needed()

    def item(self, path: str, at: int) -> Locator:
        """An item of a list. The form draws it once it is in sight."""
        self.come_to(path)
        item = self.field(path).locator(".item-list").first.locator(":scope > *").nth(at)
        item.scroll_into_view_if_needed()
        return item

    def unfold(self, path: str, at: int) -> None:
        """Unfold an item of a list, when it shows in a line what it holds."""
        fold = self.item(path, at).get_by_role("button").first
        expect(fold).to_be_visible()
        if fold.get_attribute("aria-expanded") == "false":
            fold.click()
            expect(fold).to_have_attribute("aria-expanded", "true")

    def choose(self, path: str, *words: str) -> None:
        """Choose in a list that opens, or among a few that stand there."""
        self.come_to(path)
        for word in words:
            few, many = self.field(path).get_by_role("radio"), self.field(path).get_by_role("combobox")
            expect(few.or_(many).first).to_be_visible()
            if few.count():
                self.field(path).get_by_role("radio", name=word, exact=True).click()
            else:
                many.scroll_into_view_if_needed()
                self.page.evaluate(TWO_FRAMES)  # A list that hears late that it was out of sight, closes again.
                many.click()
                # Where entries of several kinds can stand, the kind stands behind the title.
                self.page.get_by_role("option", name=re.compile(rf"^{re.escape(word)}(?: \(\w+\))?$")).click()

    def save(self) -> None:
        """Save: the form then goes back to the list."""
        self.page.get_by_role("button", name="Opslaan", exact=True).click()
        self.page.wait_for_url(lambda url: "/entries/" not in url and not url.endswith("/new"))

    def files(self) -> dict[str, str]:
        """The text of every file, by its path."""
        files: dict[str, str] = self.page.evaluate(_READ)
        assert self.before.keys() <= files.keys()
        return files

    def changed(self) -> dict[str, list[str]]:
        """By its file, each line that went and each that came."""
        differing = {
            name: unified_diff(self.before.get(name, "").splitlines(), text.splitlines(), lineterm="", n=0)
            for name, text in self.files().items()
            if text != self.before.get(name)
        }
        return {
            name: [line for line in lines if line[:3] not in ("---", "+++", "@@ ")] for name, lines in differing.items()
        }


@contextmanager
def form_of(content: Path, site: Path, windows: OpenWindow) -> Iterator[Desk]:
    """The form as `make serve` has it, with the folder of this content open in it. Nothing may be asked elsewhere.

    site: a folder for what the form is made of.
    """
    for name, text in FormEditor().files(open_guide(content), serving=True):
        write_file(site / name, text)
    shutil.copytree(ROOT / "docs" / "assets" / "form", site / "assets" / "form")
    shutil.copy(ROOT / "docs" / "assets" / "sleutelbos.svg", site / "assets")
    with served(site, site / "redactie" / "index.html") as address:
        desk = Desk(windows(height=1400), f"{address}redactie/", content)
        yield desk
        assert [url for url in desk.asked if not url.startswith((address, "blob:", "data:"))] == [], "vroeg elders iets"
