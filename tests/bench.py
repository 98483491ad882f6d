"""What building the guide costs, and how well search finds: `make bench`. Ratios within one run, because machines are noisy.

Measured is user CPU of whole processes, the median of several runs taken in turn:
the real guide against plain MkDocs + Material on the same pages written out as Markdown,
and the guide against one with ten times its content.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
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

from search_bench import compared  # noqa: E402
from sheet_bench import sheets_cost  # noqa: E402

from macros.content.docs_prose import read_docs
from macros.content.guide import Guide, Ident, Reference, ident
from macros.content.text_rules import NAMING, mentions
from macros.content.validation import marked_texts
from macros.export import export
from macros.model.advice import Box, Enumeration, Tip
from macros.model.entry import Entry
from macros.model.fields import RefersTo
from macros.model.practice import Case, Worksheet
from macros.model.reference import Partner, Resource, Term
from macros.open_guide import open_guide

RUNS = 5


_PERMALINKS = """
import os, sys
from pathlib import Path
from macros.open_guide import open_guide
from macros.site.permalinks import write_permalink_pages
guide = open_guide(Path("content"))
began = os.times().user
write_permalink_pages(guide, Path(sys.argv[1]))
print(os.times().user - began)
"""
"""Prints the user CPU of writing the permanent pages."""


def main() -> None:
    """Measure, print, and keep what was measured."""
    with tempfile.TemporaryDirectory() as temporary:
        here = Path(temporary)
        guide = open_guide(ROOT / "content")
        entries = sum(1 for _ in guide)
        export(ROOT, here / "plain")
        give_search(here / "plain")
        tenfold(guide, here / "tenfold")
        ours = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(here / "site")]
        (real, plain), built = in_turn([(ours, ROOT), (ours, here / "plain")], RUNS)
        (single, ten), _ = in_turn([(ours, ROOT), (ours, here / "tenfold")], 2)
        half = here / "half"
        for name in ("macros", "docs"):
            shutil.copytree(ROOT / name, half / name, ignore=shutil.ignore_patterns("__pycache__"))
        thin_out(guide, ROOT / "docs", half / "content", 500)
        checking = [sys.executable, "-m", "macros", "check"]
        (checked, checked_all), _ = in_turn([(checking, half), (checking, ROOT)], RUNS)
        with_pages = [sys.executable, "-c", _PERMALINKS, str(here / "permanent")]
        permanent = statistics.median(
            float(subprocess.run(with_pages, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
            for _ in range(RUNS)
        )
        pages = sum(1 for _ in (here / "site").rglob("index.html"))
        found = compared(ROOT, guide, here / "search")
        sheets = sheets_cost(ROOT, here / "sheets")
        report = f"""# Benchmarks

Made by `make bench` on {date.today()}, Python {platform.python_version()}, {os.cpu_count()} cores. User CPU of whole processes, medians.
The guide then held {entries} entries; the tenfold one {pages} pages.

| what | measured | goal |
|---|---|---|
| building the guide ÷ plain MkDocs + Material, each with its own search, on the same pages as Markdown | {real / plain:.2f} ({real:.2f} s ÷ {plain:.2f} s) | ≤ 1.15 |
| building ten times the content ÷ building the guide | {ten / single:.1f} ({ten:.1f} s ÷ {single:.2f} s) | ≤ 11 |
| permanent pages ÷ building the guide | {100 * permanent / real:.1f} % ({permanent:.2f} s, writing included) | < 10 % |
| `make check` of 500 entries, interpreter start included | {checked:.2f} s ({checked_all:.2f} s for all {entries}) | < 0.5 s |

## Worksheets

{sheets}

## Search

What teachers ask (tests/search/judged.yml), in our search and in Material's own, set for Dutch, on the same pages. Goals: MRR@10 ≥ 0.85,
recall@5 ≥ 95 %, never empty, no kind under 0.65, twice Material.

{found}
"""
    (ROOT / "BENCHMARKS.md").write_text(report, encoding="utf-8")
    print(report)


def in_turn(commands: list[tuple[list[str], Path]], runs: int) -> tuple[list[float], int]:
    """The median user CPU of each command, in seconds, run in turn after one run to warm up."""
    spent: list[list[float]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for which, (command, folder) in enumerate(commands):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            subprocess.run(
                command,
                cwd=folder,
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__"},
            )
            if turn:
                spent[which].append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return [statistics.median(times) for times in spent], runs


def give_search(folder: Path) -> None:
    """Let a plain guide have what MkDocs + Material gives every guide: its own search. Ours brings another."""
    file = folder / "mkdocs.yml"
    config = yaml.safe_load(file.read_text(encoding="utf-8"))
    config["plugins"] = [{"search": {"lang": "nl"}}]
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


def tenfold(guide: Guide, folder: Path) -> None:
    """A guide of ten copies of every entry; each copy names the others of its own copy."""
    for name in ("macros", "overrides", "docs", "content"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for copy in range(2, 11):
        multiply(guide, folder / "content", f"-k{copy}")


def thin_out(guide: Guide, docs: Path, content: Path, most: int) -> None:
    """Write a guide of this many of its entries: the others are left out, and with them every name of them."""
    kept = {ident(entry) for entry in guide}
    in_docs = {f"{one.noun}:{one.id}" for text in read_docs(docs).values() for one in mentions(text)}
    spare = [
        ident(entry)
        for kind in (Tip, Resource, Term, Partner, Box, Case, Worksheet, Enumeration)
        for entry in guide.all(kind)
        if f"{entry.noun}:{entry.id}" not in in_docs
    ]
    # Taken from all over, so that what is left is as mixed as the whole.
    spare.sort(key=lambda key: hashlib.sha256("/".join(key).encode()).digest())
    for key in spare:
        if len(kept) == most:
            break
        if not any(
            _needs(guide, reference) and reference.origin in kept
            for reference in guide.references
            if reference.target == key
        ):
            kept.remove(key)
    for key in kept:
        path = content / key[0] / f"{key[1]}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(_without(guide, guide.entry(key), kept), allow_unicode=True), encoding="utf-8")
    (content / "site.yml").write_text(yaml.safe_dump(guide.site.model_dump(), allow_unicode=True), encoding="utf-8")


def _needs(guide: Guide, reference: Reference) -> bool:
    """Whether the one that names cannot do without the named: it stands alone in its field, or is one of the few in a list that may not be empty."""
    return (
        len(reference.loc) == 1
        or (reference.loc[0] == "tips" and reference.origin[0] == "situations")
        or reference.loc[0] == "sources"
    )


def _without(guide: Guide, entry: Entry, kept: set[Ident]) -> dict:
    """The values of an entry, less what names an entry that was left out."""
    gone = {
        reference.loc
        for reference in guide.references
        if reference.origin == ident(entry) and reference.target not in kept and not reference.in_text
    }

    def pruned(value, loc=()):
        if isinstance(value, dict):
            return {name: pruned(part, (*loc, name)) for name, part in value.items() if (*loc, name) not in gone}
        if isinstance(value, list):
            return [pruned(part, (*loc, index)) for index, part in enumerate(value) if (*loc, index) not in gone]
        return (
            re.sub(
                r"\[([^\]]*)\]\((\w+):([^()\s]+)\)",
                lambda found: found[0] if ident(guide.by_name(f"{found[2]}:{found[3]}")) in kept else found[1] or "dat",
                value,
            )
            if isinstance(value, str)
            else value
        )

    return pruned(guide.files[ident(entry)].values)


def multiply(guide: Guide, content: Path, suffix: str) -> None:
    """Write a copy of every entry beside the entries that are there; the copies name each other."""
    for entry in guide:
        path = content / entry.collection / f"{entry.id}{suffix}.yml"
        path.write_text(yaml.safe_dump(_copied(guide, entry, suffix), allow_unicode=True), encoding="utf-8")


def _copied(guide: Guide, entry, suffix: str) -> dict:
    """The values of an entry, in which every id it names has a suffix; and a word its own, because it means one thing."""
    own = (("address",), ("aliases",), *((("title",), ("synonyms",), ("forms",)) if isinstance(entry, Term) else ()))
    ways = {loc for _, loc, mark, _ in marked_texts(entry) if isinstance(mark, RefersTo)}

    def renamed(value, loc=()):
        if isinstance(value, dict):
            return {name: renamed(part, (*loc, name)) for name, part in value.items()}
        if isinstance(value, list):
            return [renamed(part, (*loc, index)) for index, part in enumerate(value)]
        if loc in ways or loc[:1] in own or loc[-1:] == ("anchor",):
            return f"{value}{suffix}"
        return (
            NAMING.sub(lambda found: f"]({found['noun']}:{found['id']}{suffix})", value)
            if isinstance(value, str)
            else value
        )

    return renamed(guide.files[ident(entry)].values)


if __name__ == "__main__":
    main()
