"""From a save to the page in a browser, while `make serve` runs, and what stays in memory. Part of `make bench`."""

from __future__ import annotations

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from browsers import LONG, chromium
from machine import PATIENCE
from playwright.sync_api import Page
from sized_guides import COPIED

from macros.content.guide import Guide
from macros.model.advice import Tip
from macros.model.practice import Worksheet
from macros.model.reference import Term
from macros.site.urls import overview_page, page_of, page_url

TIMES, MORE = 20, 200
"""How often each kind of save is timed, and in how many saves memory may not grow."""

_RELOADED = "words => !window.seen && document.readyState !== 'loading' && document.body.textContent.includes(words)"
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Save:
    """One kind of save: its file, how the line that changes begins, what it says then, and the page that is open.

    shows: whether that page says so too; an order says nothing.
    """

    what: str
    file: str
    field: str
    says: str
    url: str
    shows: bool = True

    def changed(self, text: str, number: int) -> tuple[str, str]:
        """What the line says with this number, and the file then. text: the file as it was."""
        words = self.says.format(number)
        return words, re.sub(rf"(?m)^{self.field}: .*$", f"{self.field}: {words}", text, count=1)


@dataclass(frozen=True)
class _Spent:
    """Seconds until each save showed, and of CPU until then and in all for those that we waited for to the end."""

    shown: list[float]
    then: list[float]
    whole: list[float]


def serving_cost(root: Path, guide: Guide, folder: Path, times: int = TIMES, more: int = MORE) -> str:
    """Rows of a table. folder: where a copy of the project may stand; times, more: fewer, for who tries this out."""
    project = copied(root, folder / "served")
    with serving(project) as server, chromium() as browser:
        whole = _whole(server)
        page = browser.new_context().new_page()
        page.set_default_timeout(LONG)
        rows = [_row(_timed(server, page, save, times), save.what, whole) for save in _saves(guide)]
        before, after = _memory(server, _saves(guide), more)
    load = f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    return f"""Medians of {times}, at a load of {load}. A whole build while serving takes {whole:.1f} s of CPU.

| saved, with its page open in Chromium | until it shows | CPU until then | CPU in all, ÷ a whole build | goal |
|---|---|---|---|---|
{chr(10).join(rows)}
| memory after {more} more, of each kind in turn | {after:.0f} MB | | {100 * (after / before - 1):+.0f} % | steady |"""


def _saves(guide: Guide) -> list[Save]:
    """A tip, a sheet and a term whose summary is one line."""

    def plain(kind: type[Tip] | type[Worksheet] | type[Term]) -> Tip | Worksheet | Term:
        return next(
            entry
            for entry in guide.all(kind)
            if re.search(r"(?m)^summary: [^>|\"']+$", guide.files[kind.collection, entry.id].text)
            and (kind is not Tip or "\norder: " in guide.files[kind.collection, entry.id].text)
        )

    tip, sheet, term = plain(Tip), plain(Worksheet), plain(Term)
    tips = page_url(overview_page(Tip))
    return [
        Save("the text of a tip", f"tips/{tip.id}.yml", "summary", "Bij ons {}", page_url(page_of(guide, tip))),
        Save("the title of a tip", f"tips/{tip.id}.yml", "title", "Bij ons {}", tips),
        Save("a sheet", f"worksheets/{sheet.id}.yml", "summary", "Schrijf {}", page_url(page_of(guide, sheet))),
        Save("a term", f"glossary/{term.id}.yml", "summary", "Een woord {}", page_url(page_of(guide, term))),
        Save("an order", f"tips/{tip.id}.yml", "order", "{}", tips, shows=False),
    ]


def copied(root: Path, project: Path) -> Path:
    """The project with its history, with what is not committed, and with what was made before."""
    subprocess.run(["git", "clone", "--quiet", str(root), str(project)], check=True)
    for name in ("macros", "overrides", "docs", "content", ".build"):
        if (root / name).is_dir():  # a fresh clone made nothing before
            shutil.copytree(root / name, project / name, ignore=COPIED, dirs_exist_ok=True)
    shutil.copy(root / "mkdocs.yml", project)
    return project


@dataclass(frozen=True)
class _Server:
    """A project that is being served. port: where."""

    project: Path
    port: int
    process: subprocess.Popen[bytes]

    def get(self, path: str) -> bytes:
        """A file of the site, once all of it is made."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
            return bytes(answer.read())

    def cpu(self) -> float:
        """The seconds of CPU so far, the system's included."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> float:
        """What it has in memory, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def serving(project: Path) -> Iterator[_Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "macros", "serve", str(port)],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "PYDANTIC_DISABLE_PLUGINS": "__all__"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = _Server(project, port, process)
    try:
        while process.poll() is None:
            try:
                server.get("feed.xml")
                break
            except OSError:
                time.sleep(0.2)
        yield server
    finally:
        ended = process.poll()
        process.terminate()
        process.wait()
        if ended is not None:
            raise RuntimeError(f"The server ended while it was measured, with {ended}.")


def _whole(server: _Server) -> float:
    """The seconds of CPU for what a save was before, and still is outside of content/: all pages anew."""
    file, began = server.project / "mkdocs.yml", server.cpu()
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    _settled(server)
    return server.cpu() - began


def _timed(server: _Server, page: Page, save: Save, times: int) -> _Spent:
    """What each of so many saves takes."""
    file = server.project / "content" / save.file
    text = file.read_text(encoding="utf-8")
    page.goto(f"http://127.0.0.1:{server.port}/{save.url}")
    spent = _Spent([], [], [])
    for turn in range(1, times + 1):
        page.evaluate("window.seen = true")
        words, changed = save.changed(text, 700 + turn)
        cpu, began = server.cpu(), time.perf_counter()
        file.write_text(changed, encoding="utf-8")
        page.wait_for_function(_RELOADED, arg=words if save.shows else "")
        shown, then = time.perf_counter() - began, server.cpu()
        page.wait_for_load_state("load")
        spent.shown.append(shown)
        server.get("feed.xml")  # It waits until all is made.
        spent.then.append(then - cpu)
        spent.whole.append(server.cpu() - cpu)
    file.write_text(text, encoding="utf-8")
    _settled(server)
    return spent


def _row(spent: _Spent, what: str, whole: float) -> str:
    shown, cpu, all_cpu = map(statistics.median, (spent.shown, spent.then, spent.whole))
    return f"| {what} | {shown:.2f} s | {cpu:.2f} s | {all_cpu:.2f} s ({all_cpu / whole:.2f}) | ≤ 0.7 s |"


def _memory(server: _Server, saves: list[Save], more: int) -> tuple[float, float]:
    """What is in memory before and after so many saves, all of them shown, and every tenth made to the end."""
    content = server.project / "content"
    texts = {save.file: (content / save.file).read_text(encoding="utf-8") for save in saves}
    before = server.memory()
    for turn in range(more):
        save = saves[turn % len(saves)]
        words, changed = save.changed(texts[save.file], 1000 + turn)
        (content / save.file).write_text(changed, encoding="utf-8")
        time.sleep(0.05 if save.shows else 0.2)  # Before it is noticed, the page from before comes at once.
        while words.encode() not in server.get(save.url) and save.shows:
            time.sleep(0.02)
        if turn % 10 == 9 or turn == more - 1:
            _settled(server)
    return before, server.memory()


def _settled(server: _Server) -> None:
    """Wait until a save was noticed, and all is made."""
    time.sleep(0.2)
    server.get("feed.xml")
