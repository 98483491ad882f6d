"""What an editor sees while `make serve` runs: every save, every mistake, and that it is mended."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from machine import PATIENCE, build


class Served:
    """A copy of the machine around the tiny guide, being served."""

    def __init__(self, project: Path) -> None:
        self.root = project
        self.log = project / "log.txt"
        self.port = 0
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start serving, as `make serve` does."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "macros", "serve", str(self.port)],
            cwd=self.root,
            # Who is told to stop, leaves its site where it stands.
            env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(self.root.parent)},
            stdout=self.log.open("w"),
            stderr=subprocess.STDOUT,
        )

    def stop(self) -> None:
        """Stop serving, if it was started."""
        if self.process:
            self.process.terminate()
            self.process.wait()

    def read(self, path: str) -> bytes:
        """The file at a path as it is now, or nothing when there is none."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
                return bytes(answer.read())
        except (urllib.error.URLError, OSError):
            return b""

    def page(self, path: str) -> str:
        """The page at a path as it is now, or nothing when there is none."""
        return self.read(path).decode()

    def shows(self, path: str, words: str, *, gone: bool = False) -> bool:
        """Whether a page comes to say some words, or no longer says them."""

        def said() -> bool:
            page = self.page(path)
            return bool(page) and (words in page) != gone

        return self.comes(said)

    def comes(self, happened: Callable[[], bool]) -> bool:
        """Whether something comes to happen. Asked until it does, for as long as something is being served."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process and self.process.poll() is None:
            if happened():
                return True
            time.sleep(0.3)
        return False


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    """A project of one's own, to serve."""
    served = Served(project)
    yield served
    served.stop()


@pytest.fixture
def a_tip(served: Served) -> Path:
    """The file of a full tip of the tiny guide."""
    return next(
        path
        for path in sorted((served.root / "content" / "tips").glob("*.yml"))
        if "kind: core" in path.read_text(encoding="utf-8")
    )


def retitle(file: Path, title: str) -> None:
    """Give the entry in a file another title."""
    lines = file.read_text(encoding="utf-8").split("\n")
    file.write_text(
        "\n".join(f"title: {title}" if line.startswith("title:") else line for line in lines), encoding="utf-8"
    )


@pytest.mark.long
def test_an_editor_at_work(served: Served, a_tip: Path) -> None:
    """A saved change, a new file, a mistake and its mending show up, without starting again."""
    served.start()
    assert served.shows("", "<h1"), served.log.read_text()
    before = a_tip.read_text(encoding="utf-8")
    assert 'href="../../redactie/#/collections/worksheets/entries/botenblad"' in served.page("werkbladen/botenblad/")
    assert "FORM_CONFIG" in served.page("redactie/config.js"), "the form to edit it in"
    assert "unregister" in served.page("sw.js") and "GUIDE" not in served.page("sw.js"), "no device keeps it"
    assert "offline/keep.js" not in served.page("assets/base/base.js")

    retitle(a_tip, "Zwaai naar de vuurtoren")
    assert served.shows("tips/", "Zwaai naar de vuurtoren")

    new = a_tip.with_name("een-nieuwe-tip.yml")
    new.write_text("\n".join(line for line in before.split("\n") if not line.startswith("aliases")), encoding="utf-8")
    retitle(new, "Schrijf een fleskaart")
    assert served.shows("tips/", "Schrijf een fleskaart")

    new.write_text("title: Schrijf een fleskaart\nkleur: rood\n", encoding="utf-8")
    assert served.shows("tips/", "content/tips/een-nieuwe-tip.yml:2:1")
    page = served.page("tips/")
    assert 'role="alert"' in page
    assert "Schrijf een fleskaart" in page, "the last good content stays in view"
    log = served.log.read_text()
    assert "Het veld 'kleur' kennen we hier niet." in log
    assert "Traceback" not in log

    sheet = served.root / "content" / "worksheets" / "botenblad.yml"
    sheet.write_text(re.sub(r"(?m)^pages: .*", "pages: 4", good := sheet.read_text(encoding="utf-8")), encoding="utf-8")
    new.unlink()
    assert served.shows("tips/", "Er zit een fout in een werkblad. De pagina's tonen al wat je bewaarde.")
    assert "'pages' zegt 4." in served.log.read_text()

    sheet.write_text(good, encoding="utf-8")
    assert served.shows("tips/", 'role="alert"', gone=True)
    assert "Zwaai naar de vuurtoren" in served.page("tips/")


def test_who_starts_again_sees_the_guide_of_last_time_at_once(served: Served, a_tip: Path) -> None:
    """It says so, and the page that is open becomes that of now."""
    served.start()
    assert served.comes((served.root / ".build" / "served" / "index.html").is_file), served.log.read_text()
    served.stop()
    retitle(a_tip, "Zwaai naar de vuurtoren")

    served.start()
    assert served.shows("tips/", "Zo zag de gids er de vorige keer uit.")
    assert served.shows("tips/", "Zwaai naar de vuurtoren"), served.log.read_text()
    assert "vorige keer" not in served.page("tips/")


@pytest.mark.long
def test_what_the_machine_reads_is_read_again(served: Served) -> None:
    """A saved template, a new icon and another style for paper show at the next save, without starting again."""
    served.start()
    assert served.shows("werkbladen/botenblad/", "w-kicker"), served.log.read_text()

    template = served.root / "macros" / "worksheets" / "templates" / "sheet.html.jinja"
    above = "<span>{{ site }}"
    text = template.read_text(encoding="utf-8")
    assert above in text
    template.write_text(text.replace(above, f"Vel {above}"), encoding="utf-8")
    assert served.shows("werkbladen/botenblad/", "Vel <span>")

    # A template that fails, fails the build: the last good site answers all the same, and mending it has the site made
    # again, so that the next save shows. What it says of a sheet is what it said: no sheet is to be drawn for that.
    good = template.read_text(encoding="utf-8")
    template.write_text(good.replace("Vel <span>", "{{ weg.van }} <span>"), encoding="utf-8")
    assert served.comes(lambda: "liep vast op een fout in zijn eigen code" in served.log.read_text())
    assert "Vel <span>" in served.page("werkbladen/botenblad/")
    assert "UndefinedError" in (served.root / ".build" / "fout.txt").read_text(encoding="utf-8")
    template.write_text(good, encoding="utf-8")

    key = served.root / "content" / "keys" / "s01.yml"
    (served.root / "macros" / "site" / "icons" / "boei.svg").write_text(
        '<svg viewBox="0 0 2 2"><path d="M1 2V0"/></svg>'
    )
    lines = key.read_text(encoding="utf-8").split("\n")
    key.write_text("\n".join("icon: boei" if line.startswith("icon:") else line for line in lines), encoding="utf-8")
    assert served.shows("sleutels/", '<path d="M1 2V0"/>'), served.log.read_text()
    assert "Vel <span>" in served.page("werkbladen/botenblad/")

    before = served.read("werkbladen/botenblad.pdf")
    style = served.root / "docs" / "assets" / "sheet" / "sheet-pdf.css"
    style.write_text(style.read_text(encoding="utf-8") + ".w-title { letter-spacing: 1pt; }\n", encoding="utf-8")
    assert served.comes(lambda: served.read("werkbladen/botenblad.pdf") not in (before, b""))


@pytest.mark.long
def test_what_is_served_after_a_save_is_what_a_build_makes(served: Served, a_tip: Path, tmp_path: Path) -> None:
    """A page that did not change is not rendered anew while serving.

    No page may tell, not even one that names what changed.
    """
    served.start()
    assert served.shows("", "<h1"), served.log.read_text()
    retitle(a_tip, "Zwaai naar de vuurtoren")
    assert served.shows("tips/", "Zwaai naar de vuurtoren")
    retitle(a_tip, "Zwaai naar de toren")
    assert served.shows("tips/", "Zwaai naar de toren")

    site = tmp_path / "fresh"
    assert build(served.root, site, BOOKS="no") == ""  # who serves makes no books either
    pages = {
        path.parent.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("index.html")
        if "md-content" in path.read_text(encoding="utf-8")
    }
    assert len(pages) > 20
    assert [
        path for path, page in pages.items() if body(page) != body(served.page("" if path == "." else f"{path}/"))
    ] == []


def body(page: str) -> str:
    """What a reader sees of a page, and the contents beside it.

    What lies around it and a ready mail name the site; the line to edit leads to the form while serving.
    """
    return re.sub(
        r'<a (class="feedback"|[^>]*rel="edit").*?</a>',
        "",
        page[page.index("<main") : page.index("<footer")],
        flags=re.DOTALL,
    )


def test_a_page_without_a_form_says_which_file_it_is(served: Served) -> None:
    """To who has it at hand: there is no need to write to anyone."""
    place = "https://vuurtorenschool.example/"
    settings = f"name: Vuurtoren\ntagline: Licht.\naddress: {place}\nedit_address: {place}{{path}}\n"
    (served.root / "content" / "site.yml").write_text(settings, encoding="utf-8")
    served.start()

    assert served.shows("over/", "Klopt er iets niet? Deze pagina staat in docs/over/index.md"), served.log.read_text()
    assert "Klopt er iets niet? Pas deze pagina aan" in served.page("werkbladen/botenblad/")
    assert "Klopt er iets niet?" not in served.page("tips/")


def test_starting_with_a_mistake(served: Served, a_tip: Path) -> None:
    """Whoever starts with a mistake reads what is wrong, and sees the guide once it is mended."""
    good = a_tip.read_text(encoding="utf-8")
    a_tip.write_text(good + "kleur: rood\n", encoding="utf-8")
    served.start()
    assert served.shows("", "Het veld &#x27;kleur&#x27; kennen we hier niet."), served.log.read_text()

    a_tip.write_text(good, encoding="utf-8")
    assert served.shows("tips/", "<h1")
    assert 'role="alert"' not in served.page("")
