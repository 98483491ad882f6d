"""What building the guide costs: `make bench`. Ratios within one run, because machines are noisy.

Measured is user CPU of whole processes, the median of several runs taken in turn:
the real guide against plain MkDocs + Material on the same pages written out as Markdown,
and the guide against one with ten times its content.
"""

from __future__ import annotations

import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from macros.entries import walk  # noqa: E402
from macros.export import export  # noqa: E402
from macros.guide import Guide, ident  # noqa: E402
from macros.kinds import RefersTo  # noqa: E402
from macros.prose import NAMING  # noqa: E402
from macros.reading import open_guide  # noqa: E402

RUNS = 5


def main() -> None:
    """Measure, print, and keep what was measured."""
    with tempfile.TemporaryDirectory() as temporary:
        here = Path(temporary)
        guide = open_guide(ROOT / "content")
        entries = sum(1 for _ in guide)
        export(ROOT, here / "plain")
        tenfold(guide, here / "tenfold")
        ours = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(here / "site")]
        (real, plain), built = in_turn([(ours, ROOT), (ours, here / "plain")], RUNS)
        (single, ten), _ = in_turn([(ours, ROOT), (ours, here / "tenfold")], 2)
        (checked,), _ = in_turn([([sys.executable, "-m", "macros", "check"], ROOT)], RUNS)
        with_pages = [sys.executable, "-c", "from pathlib import Path; import os; from macros.permalinks import write; from macros.reading import open_guide; guide = open_guide(Path('content')); began = os.times().user; write(guide, Path('PLACE')); print(os.times().user - began)".replace("PLACE", (here / "permanent").as_posix())]
        permanent = statistics.median(float(subprocess.run(with_pages, cwd=ROOT, check=True, capture_output=True, text=True).stdout) for _ in range(RUNS))
        pages = sum(1 for _ in (here / "site").rglob("index.html"))
        report = f"""# Benchmarks

Made by `make bench` on {date.today()}, Python {platform.python_version()}, {os.cpu_count()} cores. User CPU of whole processes, medians.
The guide then held {entries} entries; the tenfold one {pages} pages.

| what | measured | goal |
|---|---|---|
| building the guide ÷ plain MkDocs + Material on the same pages as Markdown | {real / plain:.2f} ({real:.2f} s ÷ {plain:.2f} s) | ≤ 1.15 |
| building ten times the content ÷ building the guide | {ten / single:.1f} ({ten:.1f} s ÷ {single:.2f} s) | ≤ 11 |
| permanent pages ÷ building the guide | {100 * permanent / real:.1f} % ({permanent:.2f} s, writing included) | < 10 % |
| `make check`, interpreter start included | {checked:.2f} s for {entries} entries | < 0.5 s for 500 |
"""
    (ROOT / "BENCHMARKS.md").write_text(report, encoding="utf-8")
    print(report)


def in_turn(commands: list[tuple[list[str], Path]], runs: int) -> tuple[list[float], int]:
    """The median user CPU of each command, in seconds, run in turn after one run to warm up."""
    spent: list[list[float]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for which, (command, folder) in enumerate(commands):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
            if turn:
                spent[which].append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return [statistics.median(times) for times in spent], runs


def tenfold(guide: Guide, folder: Path) -> None:
    """A guide of ten copies of every entry; each copy names the others of its own copy."""
    for name in ("macros", "overrides", "docs", "content"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for copy in range(2, 11):
        multiply(guide, folder / "content", f"-k{copy}")


def multiply(guide: Guide, content: Path, suffix: str) -> None:
    """Write a copy of every entry beside the entries that are there; the copies name each other."""
    for entry in guide:
        path = content / entry.collection / f"{entry.id}{suffix}.yml"
        path.write_text(yaml.safe_dump(_copied(guide, entry, suffix), allow_unicode=True), encoding="utf-8")


def _copied(guide: Guide, entry, suffix: str) -> dict:
    """The values of an entry, in which every id it names has a suffix."""
    ways = {loc for _, loc, mark, _ in walk(entry) if isinstance(mark, RefersTo)}

    def renamed(value, loc=()):
        if isinstance(value, dict):
            return {name: renamed(part, (*loc, name)) for name, part in value.items()}
        if isinstance(value, list):
            return [renamed(part, (*loc, index)) for index, part in enumerate(value)]
        if loc in ways or loc[:1] in (("address",), ("aliases",)) or loc[-1:] == ("anchor",):
            return f"{value}{suffix}"
        return NAMING.sub(lambda found: f"]({found['noun']}:{found['id']}{suffix})", value) if isinstance(value, str) else value

    return renamed(guide.files[ident(entry)].values)


if __name__ == "__main__":
    main()
