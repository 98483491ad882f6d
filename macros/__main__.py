"""The terminal's door: python -m macros check | site | report | publish | export FOLDER."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.problems import ContentError

ROOT = Path(__file__).parent.parent


def main(words: list[str]) -> int:
    """Do what the words say; answer 0 when all is well, 1 when not."""
    match words:
        case ["check"]:
            return check()
        case ["site"]:
            return site()
        case ["report"]:
            return report()
        case ["publish"]:
            return publish_new()
        case ["sheets", folder, *ids]:
            return sheets(Path(folder), ids)
        case ["export", folder]:
            from macros.export import export

            export(ROOT, Path(folder))
            return 0
    print("Gebruik: make check, make report, make site of make serve.", file=sys.stderr)
    return 2


def check() -> int:
    """Open the guide, and say how many entries it holds or what is wrong with it and with the names in docs/."""
    from macros.names import wrong_in_docs
    from macros.reading import open_guide

    # The guide stays in memory to the end: looking for garbage only costs time, on the way and on the way out.
    gc.disable()
    atexit.register(gc.freeze)
    try:
        guide = open_guide(ROOT / "content")
        problems = list(wrong_in_docs(guide, ROOT / "docs"))
        if problems:
            raise ContentError(problems)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"De inhoud klopt: {sum(1 for _ in guide)} stukken.")
    return 0


def report() -> int:
    """Say what wants looking after today: what no one checked lately, what no one names, what is yet to be written."""
    from datetime import date

    from macros.names import read_docs
    from macros.reading import open_guide
    from macros.upkeep import look_after, told

    try:
        guide = open_guide(ROOT / "content")
        print(told(guide, look_after(guide, date.today(), read_docs(ROOT / "docs"))))
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def publish_new() -> int:
    """Write every address that is new into the ledger, once the guide is sound."""
    from macros.permalinks import publish
    from macros.reading import open_guide

    try:
        new = publish(open_guide(ROOT / "content"), ROOT / "content")
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Nieuwe vaste adressen: {new}. Zet content/published.tsv mee in de commit.")
    return 0


def sheets(folder: Path, ids: list[str]) -> int:
    """Make the PDF of these worksheets, or of all, in a folder, and say how many pages each takes."""
    from macros.model import Worksheet
    from macros.paper import missing, pdf
    from macros.reading import open_guide
    from macros.sheets import sheet

    if missing():
        print(missing(), file=sys.stderr)
        return 1
    try:
        guide = open_guide(ROOT / "content")
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    gc.set_threshold(20_000)  # Laying out makes many small things that live long: looking for garbage less often saves a tenth.
    wrong = 0
    for worksheet in guide.all(Worksheet):
        if ids and worksheet.id not in ids:
            continue
        made = pdf(sheet(guide, worksheet, "pdf"), worksheet.title)
        (folder / f"{worksheet.id}.pdf").write_bytes(made.bytes)
        wrong += made.pages != worksheet.pages
        print(f"{worksheet.id}: {made.pages} van {worksheet.pages} bladen, {len(made.bytes) // 1000} kB")
    return bool(wrong)


def site() -> int:
    """Build the site beside the one that stands, and put it in its place only when it is whole."""
    from macros.building import BUILDING

    try:
        BUILDING.refresh(ROOT)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    fresh, standing, old = ROOT / ".build" / "site", ROOT / "site", ROOT / ".build" / "old"
    shutil.rmtree(fresh, ignore_errors=True)
    built = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)], cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    if built.returncode:
        print("\nDe gids is niet gebouwd. De laatste goede site blijft staan.", file=sys.stderr)
        return 1
    shutil.rmtree(old, ignore_errors=True)
    if standing.exists():
        standing.rename(old)
    fresh.rename(standing)
    shutil.rmtree(old, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
