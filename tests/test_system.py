"""What is written is whole or not there; what goes wrong with a file, the disk or a port is one sentence."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from machine import full_disk

from macros.system.errors import Refusal, in_dutch
from macros.system.files import beside, save_file
from macros.system.port import refuse_taken_port
from macros.system.store import Store


@pytest.fixture(params=["os.fsync", "os.fchmod", "pathlib.Path.replace"])
def full(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full: found out when a file is on its way to the disk, or when it is renamed."""
    monkeypatch.setattr(request.param, full_disk)


def test_a_full_disk_leaves_the_old_file(full: None, tmp_path: Path) -> None:
    """It is named, and nothing lies beside it."""
    file = tmp_path / "published.tsv"
    file.write_text("t/zwaai\n", encoding="utf-8")
    with pytest.raises(OSError, match="No space") as caught:
        save_file(file, "t/zwaai\nt/vuurtoren\n")

    assert in_dutch(caught.value).startswith(f"De schijf is vol, en '{file}' past er niet meer op: ")
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {file.name: "t/zwaai\n"}


def test_a_file_that_people_keep_stays_what_it_was(tmp_path: Path) -> None:
    """A link stays a link, and whoever could read and write it still can."""
    real, link = tmp_path / "gedeeld.tsv", tmp_path / "published.tsv"
    real.write_text("oud", encoding="utf-8")
    real.chmod(0o664)
    link.symlink_to(real)
    save_file(link, "nieuw")

    assert link.is_symlink() and real.read_text(encoding="utf-8") == "nieuw"
    assert real.stat().st_mode & 0o777 == 0o664


def test_what_may_not_be_written_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file can be renamed over when it may only be read: that is not what its owner meant."""
    file = tmp_path / "settings.json"
    file.write_text("van mij", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # Root may write everything.
    with pytest.raises(PermissionError) as caught:
        save_file(file, "van ons")

    assert in_dutch(caught.value).startswith(f"Voor '{file}' heb je de rechten niet: ")
    assert file.read_text(encoding="utf-8") == "van mij"


def test_what_a_killed_run_left_half_written_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    """It is known by who holds it: a lock goes with its process."""
    (tmp_path / ".0a1b2c3d.new").write_text("hal", encoding="utf-8")
    with beside(tmp_path / "een") as busy:
        busy.write(b"een")
        save_file(tmp_path / "ander", "ander")

    assert {path.name for path in tmp_path.iterdir()} == {"een", "ander"}


def swapped(store: Path, one: Path) -> None:
    other = next(path for path in store.iterdir() if path != one)
    one.write_bytes(other.read_bytes())


def folder_instead(store: Path, one: Path) -> None:
    one.unlink()
    (one / "vol").mkdir(parents=True)
    (one / "vol" / "1.pdf").write_bytes(b"%PDF")


def file_instead(store: Path, one: Path) -> None:
    for path in store.iterdir():
        path.unlink()
    store.rmdir()
    store.write_bytes(b"")


def dead_link(store: Path, one: Path) -> None:
    one.unlink()
    one.symlink_to("nergens")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda store, one: one.write_bytes(one.read_bytes()[:-1]), id="cut"),
        pytest.param(lambda store, one: one.write_bytes(one.read_bytes()[:20]), id="cut in its seal"),
        pytest.param(lambda store, one: one.write_bytes(b""), id="empty"),
        pytest.param(lambda store, one: one.write_bytes(one.read_bytes() + b"\0"), id="longer"),
        pytest.param(lambda store, one: one.write_bytes(b"\0" + one.read_bytes()[1:]), id="another byte"),
        pytest.param(lambda store, one: one.write_bytes(b"%PDF-1.7 van iemand anders"), id="something else"),
        pytest.param(swapped, id="another of ours"),
        pytest.param(folder_instead, id="a folder"),
        pytest.param(dead_link, id="a dead link"),
        pytest.param(file_instead, id="a file where all of it was"),
        pytest.param(lambda store, one: one.unlink(), id="gone"),
    ],
)
def test_what_was_cut_is_made_again(damage: Callable[[Path, Path], None], tmp_path: Path) -> None:
    """Once: then it is kept as before. What is whole beside it, is not made again."""
    folder = tmp_path / "sheets"
    asked: list[str] = []

    def sheet(name: str) -> bytes:
        def make() -> bytes:
            asked.append(name)
            return f"%PDF van {name}".encode()

        return Store(folder).kept(name, make)

    sheet("boten")
    one = next(folder.iterdir())
    sheet("koers")
    asked.clear()
    damage(folder, one)

    assert [sheet("boten"), sheet("koers"), sheet("boten")] == [b"%PDF van boten", b"%PDF van koers", b"%PDF van boten"]
    assert asked.count("boten") == 1
    assert asked.count("koers") == (not folder.is_dir() or damage is file_instead)


def test_the_store_forgets_what_no_sheet_is_made_of(tmp_path: Path) -> None:
    """Also what older versions kept, and what was left half written; never what someone else put there."""
    for name in ("0" * 32, "1" * 32 + ".docx", ".0a1b2c3d.new", "leesmij.txt"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / ("2" * 32)).mkdir()
    (tmp_path / ("2" * 32) / "1.pdf").write_bytes(b"%PDF")
    store = Store(tmp_path)
    store.kept("blad", lambda: b"blad")
    store.prune()

    kept = sorted(path.name for path in tmp_path.iterdir())
    assert len(kept) == 2 and kept[-1] == "leesmij.txt"
    assert Store(tmp_path).kept("blad", lambda: pytest.fail("this one is asked for")) == b"blad"


@pytest.mark.parametrize("port", ["0", "65536", "abc", "-1", "8000x", "²", "9" * 5000, ""])
def test_what_is_no_port_is_said_so(port: str) -> None:
    """With one that is."""
    with pytest.raises(Refusal, match=r"is geen poort: kies een getal tot 65535, zoals make serve PORT=8001$"):
        refuse_taken_port("127.0.0.1", port)


def test_a_taken_port_is_said_with_one_that_is_free() -> None:
    """What is advised, works."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Refusal, match=f"^Poort {port} is al bezet, .* make serve PORT=") as caught:
            refuse_taken_port("127.0.0.1", str(port))

        refuse_taken_port("127.0.0.1", str(caught.value).rpartition("=")[2])


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_whatever_goes_wrong_with_a_file_is_one_dutch_sentence(number: int, tmp_path: Path) -> None:
    """With and without the name of a file, and also when that cannot be printed."""
    for name in ([], [os.fsencode(tmp_path) + b"/\xff"], [str(tmp_path / "é")], [3]):
        said = in_dutch(OSError(number, os.strerror(number), *name))

        assert said.encode() and said.endswith(".") and "\n" not in said
        assert ": kijk " in said or ": kies " in said or ": maak " in said or ": geef " in said or ": haal " in said


def test_a_link_to_nothing_in_the_place_of_a_folder_is_called_so(tmp_path: Path) -> None:
    """It is no file that could have another name."""
    (tmp_path / ".build").symlink_to(tmp_path / "weg")
    for number in (errno.EEXIST, errno.ENOTDIR):
        said = in_dutch(OSError(number, os.strerror(number), str(tmp_path / ".build")))

        assert said.startswith(f"'{tmp_path / '.build'}' is een link naar iets dat er niet is: ")
