"""The command line: python -m macros COMMAND. Without a command it says which there are."""

from __future__ import annotations

import atexit
import gc
import inspect
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.content.docs_prose import docs_problems, read_docs
from macros.content.problems import ContentError, Refusal, UnknownEntry
from macros.open_guide import open_guide

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Command:
    """One command: the function behind it, whose docstring says what it is for, and what one types after its name."""

    run: Callable[..., int]
    arguments: str = ""


def main(words: list[str]) -> int:
    """Run the command in these words; answer 0 when all is well, 1 when not, 2 when the words are not understood."""
    name, *arguments = words or [""]
    command = COMMANDS.get(name)
    if command is None or not _takes(command.run, arguments):
        print(usage(), file=sys.stderr)
        return 2
    try:
        return command.run(*arguments)
    except (ContentError, Refusal, UnknownEntry) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(_about_file(error), file=sys.stderr)
    return 1


def _about_file(error: OSError) -> str:
    """What an editor is told when a file or folder does not let us; the system's own words come last."""
    if error.filename is None:
        return str(error)
    help = "Kijk of het een map of een bestand moet zijn, en of je er mag lezen en schrijven"
    return f"Met '{error.filename}' lukt dit niet. {help} ({error.strerror})."


def usage() -> str:
    """Every command with its arguments, and what it is for."""
    calls = {f"{name} {command.arguments}".strip(): command.run.__doc__ for name, command in COMMANDS.items()}
    return "\n".join(["Dit kan:", *(f"  python -m macros {call}\n      {purpose}" for call, purpose in calls.items())])


def _takes(function: Callable[..., int], arguments: list[str]) -> bool:
    """Whether a function can be called with these arguments."""
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        return False
    return True


def check() -> int:
    """Kijk alleen de inhoud na, en de namen in docs/."""
    # The guide stays in memory to the end: looking for garbage only costs time, on the way and on the way out.
    gc.disable()
    atexit.register(gc.freeze)
    guide = open_guide(ROOT / "content")
    problems = list(docs_problems(guide, ROOT / "docs"))
    if problems:
        raise ContentError(problems)
    print(f"De inhoud klopt: {sum(1 for _ in guide)} stukken.")
    return 0


def report() -> int:
    """Zeg wat vandaag onderhoud vraagt."""
    from macros.pages.upkeep import upkeep_on, upkeep_report

    guide = open_guide(ROOT / "content")
    print(upkeep_report(guide, upkeep_on(guide, date.today(), read_docs(ROOT / "docs"))))
    return 0


def publish() -> int:
    """Schrijf elk nieuw vast adres in content/published.tsv."""
    from macros.site.permalinks import publish_new

    new = publish_new(open_guide(ROOT / "content"), ROOT / "content")
    print(f"Nieuwe vaste adressen: {new}. Zet content/published.tsv mee in de commit.")
    return 0


def sheets(folder: str, *ids: str) -> int:
    """Maak de PDF van deze werkbladen, of van allemaal, en zeg hoeveel bladen elk telt."""
    from macros.model.practice import Worksheet
    from macros.worksheets.html import WorksheetHtml
    from macros.worksheets.pdf import Typesetter, pdf_missing

    if missing := pdf_missing():
        print(missing, file=sys.stderr)
        return 1
    # Laying out makes many small objects that live long: collecting garbage less often saves a tenth.
    gc.set_threshold(20_000)
    guide, typesetter = open_guide(ROOT / "content"), Typesetter()
    wanted = [guide.get(Worksheet, id) for id in ids] or guide.all(Worksheet)
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    html = WorksheetHtml(guide)
    wrong = 0
    for worksheet in wanted:
        pdf = typesetter.pdf(html.sheet(worksheet, "pdf"), worksheet.title)
        (place / f"{worksheet.id}.pdf").write_bytes(pdf.bytes)
        wrong += pdf.pages != worksheet.pages
        print(f"{worksheet.id}: {pdf.pages} van {worksheet.pages} bladen, {len(pdf.bytes) // 1000} kB")
    return int(bool(wrong))


def export(folder: str) -> int:
    """Schrijf de hele gids als gewone Markdown, voor een andere bouwer."""
    from macros.export import export

    export(ROOT, Path(folder))
    return 0


def site() -> int:
    """Bouw de gids naast de site die er staat, en zet ze pas op haar plaats als ze af is."""
    from macros.live_guide import LiveGuide

    LiveGuide(ROOT).refresh()
    fresh, standing, old = ROOT / ".build" / "site", ROOT / "site", ROOT / ".build" / "old"
    shutil.rmtree(fresh, ignore_errors=True)
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)],
        check=False,
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


COMMANDS: Mapping[str, Command] = {
    "check": Command(check),
    "report": Command(report),
    "publish": Command(publish),
    "sheets": Command(sheets, "MAP [ID …]"),
    "export": Command(export, "MAP"),
    "site": Command(site),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
