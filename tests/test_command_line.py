"""What someone at a terminal is told: which commands there are, and what went wrong."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from machine import full_disk, machine, run
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from places import TINY

from macros.__main__ import COMMANDS, main, usage
from macros.export import export
from macros.open_guide import open_guide
from macros.serve.last_time import LastTime
from macros.serve.saves import Saves
from macros.site.permalinks import publish_new
from macros.system.errors import Refusal


def test_every_command_is_explained() -> None:
    """Who does not know what to type, reads all of it: also those that `make` has no word for."""
    said = usage()

    assert {"check", "export", "offline", "publish", "report", "serve", "sheets", "site"} <= set(COMMANDS)
    assert {"new", "rename", "merge", "withdraw"} <= set(COMMANDS)
    assert [name for name in COMMANDS if f"python -m macros {name}" not in said] == []
    assert [name for name, command in COMMANDS.items() if not (command.run.__doc__ or "").endswith(".")] == []


@pytest.mark.parametrize("words", [[], ["chek"], ["check", "alles"], ["export"], ["export", "een", "twee"]])
def test_what_is_not_understood_is_answered_with_what_is(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Never a traceback, and never something else than what was asked for."""
    assert main(words) == 2
    assert capsys.readouterr().err == f"{usage()}\n"


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"]])
def test_whoever_asks_what_there_is_is_answered(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out == f"{usage()}\n"


def test_whoever_asks_about_one_command_is_told_of_that_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", "--help"]) == 0
    said = capsys.readouterr().out
    assert said == f"{usage('rename')}\n"
    assert "macros rename" in said and "macros merge" not in said


def test_what_was_formatted_is_named(tmp_path: Path) -> None:
    """Who pasted something somewhere, sees where it was written anew, without asking git."""
    project = machine(tmp_path / "gids")
    tip = project / "content" / "tips" / "hang-een-lamp-op.yml"
    tip.write_text(tip.read_text("utf-8").replace("title: ", "title:   ", 1), "utf-8")

    assert run(project, "macros", "format", str(tip)).stdout.splitlines()[1:] == ["  content/tips/hang-een-lamp-op.yml"]
    assert run(project, "macros", "format", str(tip)).stdout.splitlines()[1:] == []


def test_sheets_come_one_by_one_or_all(tmp_path: Path) -> None:
    """Who changes how a sheet looks, makes that one and sees how many pages it takes, also in large letters."""
    project = machine(tmp_path / "gids")
    done = run(project, "macros", "sheets", str(tmp_path / "pdf"), "botenblad")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("botenblad: 1 van 1 bladen, ")
    assert {path.name for path in (tmp_path / "pdf").iterdir()} == {"botenblad.pdf", "botenblad-groot.pdf"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that these tests leave as it is."""
    return machine(tmp_path_factory.mktemp("project") / "gids")


def refused(project: Path, *words: str, **settings: str) -> str:
    """What a command says that does nothing: in Dutch, with status 1, and not where in our code it stopped."""
    done = run(project, *words, **settings)
    said = done.stdout + done.stderr

    assert done.returncode == 1, said
    assert "Traceback" not in said, said
    return said


def held(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, but for what Python makes by itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("folder", [".", "docs", "content", "docs/nieuw", "content/tips/nieuw", "macros/../docs", ".."])
def test_an_export_costs_nobody_their_work(project: Path, folder: str) -> None:
    """It goes into a new folder or an empty one, and never into the guide itself."""
    before = held(project)

    with pytest.raises(Refusal, match=re.escape(f"De map '{project / folder}' ")):
        export(project, project / folder)
    assert held(project) == before


def test_a_sheet_that_is_not_there_is_told_with_the_nearest(project: Path, tmp_path: Path) -> None:
    """No folder is made for it, and no other sheet."""
    said = refused(project, "macros", "sheets", str(tmp_path / "pdf"), "botenblad", "botenblat")

    assert said == "Het werkblad 'botenblat' bestaat niet. Bedoelde je 'botenblad'?\n"
    assert not (tmp_path / "pdf").exists()


@pytest.mark.parametrize(
    "words, said",
    [
        (["new"], "Zeg wat je wilt maken: "),
        (["rename", "tip:soep-op-de-kaai", "soep"], "Bedoelde je 'soep-op-de-kade'?"),
        (["rename", "tip:soep-op-de-kade"], "Zet de nieuwe id erachter"),
        (["merge", "tip:soep-op-de-kade", "kust-wacht"], "Bedoelde je 'kustwacht'?"),
        (["withdraw", "tip:soep-op-de-kade", "--waarom", "Weg."], "Zet er dan --ja achter."),
        (["withdraw", "tip:soep-op-de-kade", "--omdat", "Weg."], "De optie '--omdat' kennen we niet."),
    ],
    ids=lambda words: words[0] if isinstance(words, list) else "",
)
def test_what_the_desk_cannot_do_is_told(words: list[str], said: str, project: Path) -> None:
    """Where no one can answer, what is missing or meant is said in a sentence, and nothing changes."""
    before = held(project)

    assert said in refused(project, "macros", *words)
    assert held(project) == before


def test_a_new_entry_comes_by_what_one_types(tmp_path: Path) -> None:
    """From the words behind `python -m macros` to a file that the check lets through."""
    project = machine(tmp_path / "gids")
    made = run(project, "macros", "new", "tip", "--title", 'Zing "hoi" naar de $boot')
    checked = run(project, "macros", "check")

    assert made.returncode == 0, made.stderr
    assert (project / "content" / "tips" / "zing-hoi-boot.yml").is_file()
    # The tiny guide is written as people type: all of it asks for the form, the new file does not.
    assert "zing-hoi-boot" not in checked.stderr


def test_ctrl_c_is_answered_from_the_start() -> None:
    """Until `main` runs, Python answers it with a traceback: what takes long to read, waits for a command."""
    read = subprocess.run(
        [sys.executable, "-c", "import sys, macros.__main__; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )

    assert {"pydantic", "yaml", "jinja2", "mkdocs"}.isdisjoint(read.stdout.split())


def test_a_project_at_a_path_that_is_no_text_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An old disk or an archive brings such names; neither a page nor a PDF can be made there."""
    monkeypatch.setattr("macros.__main__.ROOT", Path("/gidsen/caf\udce9"))

    assert main(["check"]) == 1
    assert capsys.readouterr().err.startswith("In de naam '/gidsen/caf\ufffd' staat een teken dat geen UTF-8 is: ")


@pytest.mark.parametrize("command", ["sheets", "export"])
def test_a_file_in_the_place_of_a_folder_is_told(command: str, project: Path, tmp_path: Path) -> None:
    """One sentence names it, and it stays."""
    (tmp_path / "map").write_text("van iemand", encoding="utf-8")

    said = refused(project, "macros", command, str(tmp_path / "map"))

    assert said == f"'{tmp_path / 'map'}' is een bestand, en hier hoort een map: geef dat bestand een andere naam.\n"
    assert (tmp_path / "map").read_text(encoding="utf-8") == "van iemand"


@pytest.mark.parametrize(
    "words",
    [
        ["mkdocs", "serve", "--dev-addr", "127.0.0.1:0"],
        ["mkdocs", "build"],
        ["macros", "site"],
        ["macros", "offline"],
        ["macros", "export", "nieuw"],
        ["macros", "sheets", "pdf"],
    ],
    ids=lambda words: words[1],
)
def test_an_address_that_is_none_is_told(words: list[str], project: Path) -> None:
    """Whoever builds, serves or prints reads the same sentence."""
    assert "SITE_URL in de omgeving is geen webadres: 'gids'" in refused(project, *words, SITE_URL="gids")


def test_a_template_that_is_missing_is_told(tmp_path: Path) -> None:
    """Who adds a kind of entry, and has yet to write how its page looks, reads which file to make."""
    project = machine(tmp_path / "gids")
    (project / "macros" / "pages" / "templates" / "journey.md.jinja").unlink()

    assert "Er is geen sjabloon macros/pages/templates/journey.md.jinja." in refused(
        project, "macros", "export", "nieuw"
    )


def test_a_taken_port_is_told_at_once(project: Path) -> None:
    """Before anything is read or built, with one that is free."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = refused(project, "macros", "serve", port)

        assert re.fullmatch(rf"Poort {port} is al bezet, .*: kies een andere, met make serve PORT=\d+\n", said)


def _saves() -> Saves:
    plugin: Any = SimpleNamespace()
    return Saves(plugin, lambda: plugin)


def test_a_port_that_was_taken_while_we_built_is_told(tmp_path: Path) -> None:
    """Two can start to serve at the same time."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        host, port = taken.getsockname()
        server = LiveReloadServer(lambda: None, host, port, str(tmp_path))
        with pytest.raises(Abort, match=r"is al bezet, .* make serve PORT="):
            _saves().serve(server, LastTime(tmp_path / "none"))


def test_what_cannot_be_printed_is_told_once(project: Path) -> None:
    """Sent to a full disk it is a sentence; whoever stops reading along hears nothing."""
    words = f"{sys.executable} -m macros report"
    full = subprocess.run(f"{words} >/dev/full", shell=True, cwd=project, capture_output=True, text=True, check=False)
    read = subprocess.run(f"{words} | true", shell=True, cwd=project, capture_output=True, text=True, check=False)

    assert (
        full.stderr
        == "De schijf is vol, en wat we schrijven past er niet meer op: maak plaats vrij en probeer opnieuw.\n"
    )
    assert read.stderr == ""


def test_a_ledger_is_whole_also_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every address that people have stands in it."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    ledger = tmp_path / "content" / "published.tsv"
    publish_new(open_guide(tmp_path / "content"), tmp_path / "content")
    before = ledger.read_bytes()
    tip = next((tmp_path / "content" / "tips").glob("*.yml"))
    tip.with_name("nog-een.yml").write_text(
        "".join(line for line in tip.read_text(encoding="utf-8").splitlines(True) if not line.startswith("aliases")),
        encoding="utf-8",
    )
    guide = open_guide(tmp_path / "content")
    with monkeypatch.context() as disk:
        disk.setattr("os.fsync", full_disk)
        with pytest.raises(OSError, match="No space"):
            publish_new(guide, tmp_path / "content")

    assert ledger.read_bytes() == before
    assert publish_new(guide, tmp_path / "content") == 1
