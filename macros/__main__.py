"""The terminal's way in: python -m macros COMMAND. Without a command it says which there are."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from macros.content.docs_prose import docs_problems, read_docs
from macros.content.problems import ContentError
from macros.open_guide import open_guide

ROOT = Path(__file__).parent.parent


def main(words: list[str]) -> int:
    """Do what the words say; answer 0 when all is well, 1 when not, 2 when the words are not understood."""
    name, *rest = words or [""]
    command = COMMANDS.get(name)
    if command is None:
        print(usage(), file=sys.stderr)
        return 2
    try:
        return command(rest)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1


def usage() -> str:
    """Every command, with what it is for: the first line of its docstring."""
    lines = [f"  python -m macros {(command.__doc__ or '').splitlines()[0]}" for command in COMMANDS.values()]
    return "\n".join(["Dit kan:", *lines])


def check(words: list[str]) -> int:
    """check: kijk alleen de inhoud na, en de namen in docs/."""
    # The guide stays in memory to the end: looking for garbage only costs time, on the way and on the way out.
    gc.disable()
    atexit.register(gc.freeze)
    guide = open_guide(ROOT / "content")
    problems = list(docs_problems(guide, ROOT / "docs"))
    if problems:
        raise ContentError(problems)
    print(f"De inhoud klopt: {sum(1 for _ in guide)} stukken.")
    return 0


def report(words: list[str]) -> int:
    """report: zeg wat vandaag onderhoud vraagt."""
    from macros.pages.upkeep import upkeep_on, upkeep_report

    guide = open_guide(ROOT / "content")
    print(upkeep_report(guide, upkeep_on(guide, date.today(), read_docs(ROOT / "docs"))))
    return 0


def publish(words: list[str]) -> int:
    """publish: schrijf elk nieuw vast adres in content/published.tsv."""
    from macros.site.permalinks import publish_new

    new = publish_new(open_guide(ROOT / "content"), ROOT / "content")
    print(f"Nieuwe vaste adressen: {new}. Zet content/published.tsv mee in de commit.")
    return 0


def sheets(words: list[str]) -> int:
    """Sheets MAP [ID …]: maak de PDF van deze werkbladen, of van allemaal, en zeg hoeveel bladen elk telt."""
    from macros.model.practice import Worksheet
    from macros.worksheets.html import WorksheetHtml
    from macros.worksheets.pdf import Typesetter, pdf_missing

    if not words or pdf_missing():
        print(pdf_missing() or sheets.__doc__, file=sys.stderr)
        return 1
    folder, ids = Path(words[0]), words[1:]
    guide, typesetter = open_guide(ROOT / "content"), Typesetter()
    html = WorksheetHtml(guide)
    folder.mkdir(parents=True, exist_ok=True)
    gc.set_threshold(
        20_000
    )  # Laying out makes many small things that live long: looking for garbage less often saves a tenth.
    wrong = 0
    for worksheet in guide.all(Worksheet):
        if ids and worksheet.id not in ids:
            continue
        made = typesetter.pdf(html.sheet(worksheet, "pdf"), worksheet.title)
        (folder / f"{worksheet.id}.pdf").write_bytes(made.bytes)
        wrong += made.pages != worksheet.pages
        print(f"{worksheet.id}: {made.pages} van {worksheet.pages} bladen, {len(made.bytes) // 1000} kB")
    return int(bool(wrong))


def export(words: list[str]) -> int:
    """Export MAP: schrijf de hele gids als gewone Markdown, voor een andere bouwer."""
    from macros.export import export

    if len(words) != 1:
        print(usage(), file=sys.stderr)
        return 2
    export(ROOT, Path(words[0]))
    return 0


def site(words: list[str]) -> int:
    """site: bouw de gids naast de site die er staat, en zet ze pas op haar plaats als ze af is."""
    from macros.live_guide import LiveGuide

    LiveGuide(ROOT).refresh()
    fresh, standing, old = ROOT / ".build" / "site", ROOT / "site", ROOT / ".build" / "old"
    shutil.rmtree(fresh, ignore_errors=True)
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    if built.returncode:
        print("\nDe gids is niet gebouwd. De laatste goede site blijft staan.", file=sys.stderr)
        return 1
    shutil.rmtree(old, ignore_errors=True)
    if standing.exists():
        standing.rename(old)
    fresh.rename(standing)
    shutil.rmtree(old, ignore_errors=True)
    return 0


COMMANDS: Mapping[str, Callable[[list[str]], int]] = {
    command.__name__: command for command in (check, report, publish, sheets, export, site)
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
