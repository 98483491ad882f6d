"""What building the guide costs, and how well search finds: `make bench`.

Ratios within one run, because machines are noisy. Measured is user CPU of whole processes, the median of several runs
taken in turn.
"""

from __future__ import annotations

import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import yaml
from build_bench import builds_cost, growth_cost
from nginx_bench import missing, visits_served
from page_bench import pages_cost
from places import CONTENT, ROOT, TESTS
from search_bench import compared
from serve_bench import serving_cost
from sheet_bench import sheets_cost
from sized_guides import COPIED, grown, thin_out

from macros.content.guide import Guide
from macros.export import export
from macros.open_guide import open_guide

RUNS = 5
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__"}
"""What the Makefile sets for whoever builds or checks."""


REPORT = ROOT / "BENCHMARKS.md"


def main(*parts: str) -> None:
    """Measure, print, and keep what was measured. parts: the name of one chapter, for that chapter only."""
    # What Python compiled, it keeps, also where a machine is set not to: else ours alone would be compiled at each run.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as temporary:
        here = Path(temporary)
        report = with_chapter(REPORT.read_text("utf-8"), CHAPTERS[parts[0]](here)) if parts else measured(here)
    REPORT.write_text(report, encoding="utf-8")
    print(report)


def with_chapter(report: str, chapter: str) -> str:
    """A report with one chapter in the place of what it was."""
    old = re.compile(rf"^{re.escape(chapter.splitlines()[0])}$.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    return old.sub(lambda _: f"{chapter}\n\n", report).rstrip() + "\n"


def measured(here: Path) -> str:
    """All that is measured, in Markdown. here: a folder to work in."""
    guide = open_guide(CONTENT)
    grown(guide, here / "tenfold", 10)
    rows = "\n".join([permanent(here), reading(here / "tenfold"), checking(guide, here / "half")])
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    chapters = "\n\n".join(chapter(here) for chapter in CHAPTERS.values())
    return f"""# Benchmarks

Made by `make bench` on {date.today()}, {machine}. User CPU of whole processes, medians.
The guide then held {sum(1 for _ in guide)} entries.

| what | measured | goal |
|---|---|---|
{rows}

{chapters}
"""


def built(here: Path) -> str:
    """What making the site costs, beside two other builders of the same pages."""
    plain_guide(here / "plain")
    export(ROOT, here / "exported")
    return (
        f"## Building\n\n{made_by('building')}\n\n{builds_cost(ROOT, here / 'plain', here / 'exported', here / 'ours')}"
    )


def grows(here: Path) -> str:
    """What more content costs: half an hour, most of it for the first build of a guide of fifty times the size."""
    return f"## Growth\n\n{made_by('growth')}\n\n{growth_cost(open_guide(CONTENT), here / 'growth')}"


def read(here: Path) -> str:
    """What the pages ask of a reader."""
    return f"## Pages\n\n{made_by('pages')}\n\n{pages_cost(*both_sites(here))}"


def hosted(here: Path) -> str:
    """What a server brings of them to many readers at once."""
    said = missing() or visits_served(*both_sites(here), here)
    return f"## Served by nginx\n\n{made_by('nginx')}\n\n{said}"


def typeset(here: Path) -> str:
    """What the worksheets cost."""
    return f"## Worksheets\n\n{made_by('sheets')}\n\n{sheets_cost(ROOT, here / 'sheets')}"


def saved(here: Path) -> str:
    """What who writes waits for: a quarter of an hour, for everything behind a save is waited for too."""
    return f"## Serving\n\n{made_by('serve')}\n\n{serving_cost(ROOT, open_guide(CONTENT), here)}"


def found(here: Path) -> str:
    """How well one finds."""
    return f"""## Search

{made_by("search")}

What teachers ask (tests/search/judged.yml), in our search and in Material's own, set for Dutch, on the same pages.
Goals: MRR@10 ≥ 0.90, recall@5 ≥ 95 %, never empty, no kind under 0.75, twice Material.

{compared(ROOT, open_guide(CONTENT), here / "search")}"""


CHAPTERS: Mapping[str, Callable[[Path], str]] = {
    "building": built,
    "growth": grows,
    "pages": read,
    "nginx": hosted,
    "sheets": typeset,
    "serve": saved,
    "search": found,
}
"""By the name that one types, what makes a chapter. Each is given a folder to work in."""


def made_by(part: str) -> str:
    """How a chapter can be made again, and when it was."""
    return f"Made by `make bench PART={part}` on {date.today()}."


def permanent(here: Path) -> str:
    """A row on the permanent pages, against all of a build."""
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(here / "site")]
    [real] = in_turn([(build, ROOT)], 2)
    [written] = alone("permanent_pages", CONTENT, here / "permanent")
    return (
        "| permanent pages ÷ building the guide"
        f" | {100 * written / real:.1f} % ({written:.2f} s, writing included) | < 10 % |"
    )


def both_sites(here: Path) -> tuple[Path, Path]:
    """The guide and the plain one, built."""
    sites = here / "guide", here / "plain-guide"
    if not (here / "plain").exists():
        plain_guide(here / "plain")
    for project, site in zip((ROOT, here / "plain"), sites, strict=True):
        if site.exists():
            continue
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        subprocess.run(command, check=True, cwd=project, env={**os.environ, **ENVIRONMENT})
    return sites


def reading(project: Path) -> str:
    """A row on what is not done again when content is read again."""
    first, second = alone("reads", project / "content")
    return (
        "| reading ten times the content a second time ÷ the first time, as after a save while serving"
        f" | {second / first:.2f} ({second:.2f} s ÷ {first:.2f} s) | ≤ 0.5 |"
    )


def checking(guide: Guide, half: Path) -> str:
    """A row on what an editor waits for. half: where a guide of 500 entries may stand."""
    for name in ("macros", "docs"):
        shutil.copytree(ROOT / name, half / name, ignore=COPIED)
    thin_out(guide, ROOT / "docs", half / "content", 500)
    check = [sys.executable, "-m", "macros", "check"]
    some, all_ = in_turn([(check, half), (check, ROOT)], RUNS)
    return (
        "| `make check` of 500 entries, interpreter start included"
        f" | {some:.2f} s ({all_:.2f} s for all {sum(1 for _ in guide)}) | < 0.5 s |"
    )


def in_turn(commands: list[tuple[list[str], Path]], runs: int) -> list[float]:
    """The median user CPU of each command, in seconds, run in turn after one run to warm up."""
    spent: list[list[float]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for which, (command, folder) in enumerate(commands):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            subprocess.run(
                command, check=True, cwd=folder, env={**os.environ, **ENVIRONMENT}, stdout=subprocess.DEVNULL
            )
            if turn:
                spent[which].append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return [statistics.median(times) for times in spent]


def alone(part: str, *folders: Path) -> list[float]:
    """The medians of what parts_bench.py measures of one part: seconds of CPU, the system's included."""
    command = [sys.executable, str(TESTS / "parts_bench.py"), part, *map(str, folders)]
    environment = {**os.environ, **ENVIRONMENT}
    said = [
        subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True).stdout
        for _ in range(RUNS)
    ]
    return [statistics.median(times) for times in zip(*(map(float, one.split()) for one in said), strict=True)]


def plain_guide(folder: Path) -> None:
    """The same pages as Markdown, as MkDocs + Material shows them by itself: its own frame, styles, scripts and search.

    Only what would fetch from elsewhere is off (fonts), as in ours.
    """
    export(ROOT, folder)
    file = folder / "mkdocs.yml"
    config = yaml.safe_load(file.read_text(encoding="utf-8"))
    for ours in ("extra", "extra_css", "extra_javascript", "copyright"):
        del config[ours]
    config["theme"] = {"name": "material", "language": "nl", "font": False}
    config["plugins"] = [{"search": {"lang": "nl"}}]
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
