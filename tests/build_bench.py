"""What making the site costs: from cold, when nothing changed, after one changed tip; and ever more content.

Part of `make bench`. Measured is CPU of whole processes, the system's and that of what they start included, in turn.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from graded import graded
from judgement import judged
from search_bench import LOAD, answers
from serve_bench import copied, serving
from sized_guides import grown

from macros.book.downloads import BOOKS
from macros.content.guide import Guide
from macros.kept.made_by import KEEP
from macros.serve.last_time import TOLD

RUNS = 5
ROUNDS = ("cold", "one tip", "unchanged")
"""What is done in turn, in this order: what did not change, is what the build before it made."""

_GOALS: Mapping[str, float] = {"cold": 0.9, "one tip": 0.4, "unchanged": 0.35}
_SAID: Mapping[str, str] = {
    "cold": "from cold",
    "one tip": "after one changed tip",
    "unchanged": "when nothing changed",
}
_NO_BOOKS = {BOOKS: "no"}
"""A book takes ten seconds, once, and a guide of fifty times the content would have two hundred and fifty."""

_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_ZENSICAL = (sys.executable, "-m", "zensical", "build")

# The best of five rounds: asked twice in a row, the second time it is remembered how a word may be spelled.
_SEARCH = """async queries => {
  LOAD
  const finder = new Finder(SearchData);
  const time = query => {
    const start = performance.now();
    finder.search(query);
    return performance.now() - start;
  };
  const rounds = [1, 2, 3, 4, 5].map(() => queries.map(time));
  return queries.map((_, which) => Math.min(...rounds.map(round => round[which])));
}""".replace("LOAD", LOAD)


class Spent(NamedTuple):
    """What a process took. memory: the most that one process of it had, in MB."""

    cpu: float
    memory: float


class Builder(NamedTuple):
    """One that makes a site of a project. tip: the file in which a tip stands there; cold: how it forgets."""

    folder: Path
    command: tuple[str, ...]
    tip: Path
    cold: tuple[str, ...] = ()
    settings: Mapping[str, str] = {}


def builds_cost(root: Path, plain: Path, exported: Path, folder: Path) -> str:
    """Rows of a table. plain, exported: the same pages for other builders; folder: where a copy of ours may stand."""
    ours = copied(root, folder)
    builders = (
        Builder(ours, (sys.executable, "-m", "macros", "site"), _tip(ours / "content" / "tips"), settings={KEEP: "no"}),
        Builder(plain, _MKDOCS, _tip(plain / "docs")),
        Builder(exported, _ZENSICAL, _tip(exported / "docs"), cold=("--clean",)),
    )
    spent = _rounds(builders)
    rows = "\n".join(_row(what, spent[what]) for what in ("cold", "unchanged", "one tip"))
    answered, made = _start(ours)
    return f"""Medians of {RUNS}, and ratios to plain MkDocs + Material, which makes every page each time.
The worksheets and the books were drawn before. Zensical makes its site of the export.

| seconds of CPU | this guide | plain MkDocs + Material | Zensical | goal |
|---|---|---|---|---|
{rows}

`make serve` answers {answered:.1f} s after it starts, with the guide of last time (goal: ≤ 3 s). After {made:.1f} s
it shows that of now, also to who has a page open."""


def growth_cost(guide: Guide, folder: Path) -> str:
    """Rows of a table on guides of one, ten and fifty times the content."""
    rows, single = [], Spent(0, 0)
    queries = [one.query for one in judged()] + [one.query for one in graded()]
    for times, goal in ((1, ""), (10, "≤ 9.5"), (50, "≤ 52")):
        project = folder / str(times)
        grown(guide, project, times)
        command, site = (*_MKDOCS, "--site-dir", str(project / "site")), project / "site"
        _spent(command, project, _NO_BOOKS)  # Now the worksheets are drawn.
        runs = [_spent(command, project, _NO_BOOKS) for _ in range(3 if times == 1 else 1)]
        one = Spent(statistics.median(run.cpu for run in runs), max(run.memory for run in runs))
        single = single if single.cpu else one
        pages = sum(1 for _ in site.rglob("index.html"))
        slowest = max(answers(site, _SEARCH, queries))
        ratio = f"{one.cpu:.1f} s ({one.cpu / single.cpu:.1f})"
        memory = f"{one.memory:.0f} MB ({one.memory / single.memory:.1f})"
        rows.append(f"| {times} times | {pages} | {ratio} | {goal} | {memory} | {slowest:.0f} ms |")
        shutil.rmtree(project)
    table = "\n".join(rows)
    return f"""From cold, but with the worksheets drawn.
The slowest answer of search, of all that is judged or graded, may take 100 ms.

| content | addresses | CPU | goal | memory | slowest answer |
|---|---|---|---|---|---|
{table}"""


def _rounds(builders: tuple[Builder, ...]) -> dict[str, list[float]]:
    """The medians of each builder, by what was done."""
    spent: dict[str, list[list[float]]] = {what: [[] for _ in builders] for what in ROUNDS}
    for turn in range(RUNS + 1):  # The first is to warm up.
        for what in ROUNDS:
            for number, one in enumerate(builders):
                if what == "one tip":
                    _edit(one.tip)
                command = (*one.command, *(one.cold if what == "cold" else ()))
                cpu = _spent(command, one.folder, one.settings if what == "cold" else {}).cpu
                if turn:
                    spent[what][number].append(cpu)
    return {what: [statistics.median(times) for times in of_each] for what, of_each in spent.items()}


def _row(what: str, spent: list[float]) -> str:
    ours, plain, zensical = spent
    told = f"{ours:.2f} ({ours / plain:.2f}) | {plain:.2f} | {zensical:.2f} ({zensical / plain:.2f})"
    return f"| {_SAID[what]} | {told} | ≤ {_GOALS[what]:.2f} |"


def _spent(command: tuple[str, ...], folder: Path, settings: Mapping[str, str] = {}) -> Spent:
    """What it takes to do this. Fails when that fails."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYDANTIC_DISABLE_PLUGINS": "__all__", **settings}
    environment |= {"NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read().decode())
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _tip(folder: Path) -> Path:
    """A file with a tip: in our content one with a summary of one line, in a written-out guide a page with tips."""
    for file in sorted(folder.rglob("*.yml")):
        if re.search(r"(?m)^summary: [^>|\"']+$", file.read_text(encoding="utf-8")):
            return file
    return max((folder / "aanbevelingen").glob("*/*.md"))


def _edit(file: Path) -> None:
    """Another summary, or another sentence below a page."""
    text, words = file.read_text(encoding="utf-8"), f"Bij ons {time.time_ns()}"
    summary = re.compile(r"(?m)^summary: .*$")
    changed = summary.sub(f"summary: {words}", text, count=1) if file.suffix == ".yml" else f"{text}\n{words}\n"
    file.write_text(changed, encoding="utf-8")


def _start(project: Path) -> tuple[float, float]:
    """The seconds from starting `make serve` until it answers, and until it shows the guide of now; the second time."""
    kept = project / ".build" / "served" / "index.html"

    def started() -> tuple[float, float]:
        began = time.perf_counter()
        with serving(project) as server:
            answered = time.perf_counter() - began
            while TOLD.encode() in server.get("index.html"):
                time.sleep(0.05)
            made = time.perf_counter() - began
            while not kept.is_file():
                time.sleep(0.05)
        return answered, made

    started()
    answered, made = zip(*(started() for _ in range(3)), strict=True)
    return statistics.median(answered), statistics.median(made)
