"""The command line: python -m macros COMMAND. Without a command it says which there are.

A command fetches what it needs itself: whoever presses Ctrl+C while that is being read, is answered in a sentence.
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.content import days
from macros.content.problems import ContentError, UnknownEntry
from macros.system.errors import Refusal, in_dutch
from macros.system.internal_errors import told
from macros.system.port import refuse_taken_port

ROOT = Path(__file__).parent.parent
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Command:
    """One command: the function behind it, whose docstring says what it is for, and what one types after its name."""

    run: Callable[..., int]
    arguments: str = ""


def main(words: list[str]) -> int:
    """Run the command in these words; answer 0 when all is well, 1 when not, 2 when the words are not understood."""
    name, *arguments = words or [""]
    command = COMMANDS.get(name)
    if not {"--help", "-h", "help"}.isdisjoint([name, *arguments[:1]]):
        print(usage(name if command else None))
        return 0
    if command is None or not _takes(command.run, arguments):
        print(usage(), file=sys.stderr)
        return 2
    try:
        _refuse_unreadable_place()
        done = command.run(*arguments)
        sys.stdout.flush()  # Here we can still say that it does not fit where it is sent to.
        return done
    except (ContentError, Refusal, UnknownEntry) as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        pass  # Who read along has seen enough.
    except OSError as error:
        print(in_dutch(error), file=sys.stderr)
    except KeyboardInterrupt:
        print("\nGestopt.", file=sys.stderr)
    except Exception as error:
        print(told(error, ROOT), file=sys.stderr)
    _print_what_can()
    return 1


def _refuse_unreadable_place() -> None:
    """Raise Refusal when the path of the project is no text: then it has no address for whoever fetches files in it."""
    try:
        str(ROOT).encode()
    except UnicodeEncodeError:
        place = os.fsencode(ROOT).decode("utf-8", "replace")
        said = f"In de naam '{place}' staat een teken dat geen UTF-8 is: geef die map een andere naam."
        raise Refusal(said) from None


def _print_what_can() -> None:
    """Let go of what cannot be printed: at its end Python would try again, and complain in its own words."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def usage(only: str | None = None) -> str:
    """Every command with its arguments, and what it is for. only: the name of the one that is asked about."""
    calls = {
        f"{name} {command.arguments}".strip(): command.run.__doc__
        for name, command in COMMANDS.items()
        if only in (None, name)
    }
    return "\n".join(
        ["Dit kan:", *(f"  .venv/bin/python -m macros {call}\n      {purpose}" for call, purpose in calls.items())]
    )


def _takes(function: Callable[..., int], arguments: list[str]) -> bool:
    """Whether a function can be called with these arguments."""
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        return False
    return True


def check() -> int:
    """Kijk alleen de inhoud na: content/, de pagina's in docs/, en of elk werkblad op zijn bladen past."""
    from macros.checking import check

    print(check(ROOT))
    return 0


def proposal(answer: str) -> int:
    """Kijk een voorstel na, zoals check, en schrijf in BESTAND het antwoord aan wie het deed, in Markdown."""
    from macros.checking import check_proposal

    print(check_proposal(ROOT, Path(answer)))
    return 0


def format(*files: str) -> int:
    """Schrijf deze bestanden van content/, of allemaal, in de vorm die ook het formulier schrijft."""
    from macros.desk.format import content_files, format_files
    from macros.desk.talk import MOST_SHOWN

    content = (ROOT / "content").resolve()
    done = format_files(content, [Path(file).resolve() for file in files] or content_files(content))
    for place, comment in ((place, comment) for place, comment in done.moved if comment.words):
        print(f"{place}\n  Deze opmerking staat nu in 'remark': {comment.words}")
    print(f"Anders geschreven: {len(done.changed)}. Wat erin staat, is gebleven.")
    for file in done.changed[:MOST_SHOWN]:
        print(f"  {file}")
    if len(done.changed) > MOST_SHOWN:
        print(f"  en nog {len(done.changed) - MOST_SHOWN}")
    if done.problems:
        raise ContentError(done.problems)
    return 0


def report() -> int:
    """Zeg wat vandaag onderhoud vraagt."""
    from macros.content.docs_prose import read_docs
    from macros.content.since_release import since_release
    from macros.open_guide import open_guide
    from macros.pages.upkeep import upkeep_on, upkeep_report

    guide = open_guide(ROOT / "content", since_release=lambda: since_release(ROOT))
    texts, unread = read_docs(ROOT / "docs")
    if unread:
        raise ContentError(unread)
    print(upkeep_report(guide, upkeep_on(guide, days.today(), texts)))
    return 0


def links(*words: str) -> int:
    """Open elk adres buiten de gids en zeg wat niet antwoordt. Met --bewaar krijgt wat goed antwoordt de dag."""
    from macros.desk.links import check_links

    for said in check_links(ROOT, words, days.today().isoformat()):
        print(said, flush=True)
    return 0


def publish() -> int:
    """Schrijf elk nieuw vast adres in content/published.tsv."""
    from macros.open_guide import open_guide
    from macros.site.permalinks import publish_new

    new = publish_new(open_guide(ROOT / "content"), ROOT / "content")
    print(f"Nieuwe vaste adressen: {new}. Zet content/published.tsv mee in de commit.")
    return 0


def new(*words: str) -> int:
    """Maak een nieuw stuk: een tip, een werkvorm, een partner. Zonder SOORT stelt het vragen; met --veld vul je in."""
    from macros.desk.new import new
    from macros.desk.talk import asked

    return _at_desk(new, asked(words, None, most=1))


def rename(*words: str) -> int:
    """Geef een stuk een andere id. De oude blijft werken, en wat het noemt, gaat mee."""
    from macros.desk.rename import rename
    from macros.desk.talk import asked

    return _at_desk(rename, asked(words, ()))


def merge(*words: str) -> int:
    """Laat het eerste stuk opgaan in het tweede. Wat naar het ene verwees, verwijst dan naar het andere."""
    from macros.desk.merge import merge
    from macros.desk.talk import asked

    return _at_desk(merge, asked(words, ()))


def withdraw(*words: str) -> int:
    """Haal een stuk uit de gids. Zijn adres blijft antwoorden, en zegt waarom en wat nu helpt."""
    from macros.desk.talk import asked
    from macros.desk.withdraw import withdraw

    return _at_desk(withdraw, asked(words, ("nu", "waarom"), most=1))


def _at_desk(command: Callable[..., int], asked: object) -> int:
    from macros.desk.desk import open_desk
    from macros.desk.talk import Talk

    return command(open_desk(ROOT), Talk(), asked)


def sheets(folder: str, *ids: str) -> int:
    """Maak de PDF's van deze werkbladen, of van allemaal, en zeg hoeveel bladen elk telt."""
    from macros.model.practice import Worksheet
    from macros.open_guide import open_part
    from macros.worksheets.to_folder import write_sheets

    guide, wrong = open_part(ROOT / "content", Worksheet), 0
    for fits, told_of_it in write_sheets(guide, Path(folder), ids):
        print(told_of_it)
        wrong += not fits
    return int(bool(wrong))


def book(folder: str, *pieces: str) -> int:
    """Maak boeken (PDF) in een map: van alles, of van deze stukken: gids, aanbeveling:a1, sleutel:s06."""
    from macros.book.to_folder import write_books

    for said in write_books(ROOT, Path(folder), pieces):
        print(said, flush=True)
    return 0


def export(folder: str) -> int:
    """Schrijf de hele gids als gewone Markdown, voor een andere bouwer."""
    from macros.export import export

    export(ROOT, Path(folder))
    return 0


def _said(built: bool) -> int:
    if not built:
        print("Er is niets veranderd: de site staat er al.")
    return 0


def site() -> int:
    """Bouw de gids naast de site die er staat, en zet ze pas op haar plaats als ze af is."""
    from macros.building import build

    return _said(build(ROOT, "site"))


def online(address: str = "") -> int:
    """Bouw de gids om op het web te zetten. ADRES telt zolang er in content/site.yml geen echt adres staat."""
    from macros.building import build, online_address

    print(f"Dit wordt de gids op {(found := online_address(ROOT, address))}")
    return _said(build(ROOT, "site", SITE_URL=found))


def offline() -> int:
    """Bouw de gids in offline/, om te openen van een schijf of een stick, zonder server."""
    from macros.building import build

    return _said(build(ROOT, "offline", use_directory_urls=False))


def serve(port: str = "8000") -> int:
    """Toon de gids op je eigen toestel, en elke wijziging meteen."""
    refuse_taken_port(HOST, port)
    # MkDocs takes our place, so that whoever stops us, stops it.
    os.execve(
        sys.executable,
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{port}"],
        {"KEEP_PAGES": "yes", **os.environ, "NO_MKDOCS_2_WARNING": "1", "STOP_AT_MACRO_ERROR": "false"},
    )


COMMANDS: Mapping[str, Command] = {
    "check": Command(check),
    "proposal": Command(proposal, "BESTAND"),
    "format": Command(format, "[BESTAND …]"),
    "report": Command(report),
    "links": Command(links, "[--bewaar]"),
    "publish": Command(publish),
    "new": Command(new, '[SOORT] [--title "TITEL"] [--VELD WAARDE …] [--id ID] [--ja]'),
    "rename": Command(rename, "[STUK ID] [--ja] [--toch]"),
    "merge": Command(merge, "[STUK STUK] [--ja] [--toch]"),
    "withdraw": Command(withdraw, '[STUK] [--nu STUK] [--waarom "ZIN"] [--ja] [--toch]'),
    "sheets": Command(sheets, "MAP [ID …]"),
    "book": Command(book, "MAP [STUK …]"),
    "export": Command(export, "MAP"),
    "site": Command(site),
    "online": Command(online, "[ADRES]"),
    "offline": Command(offline),
    "serve": Command(serve, "[POORT]"),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
