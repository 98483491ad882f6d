"""`make links` opens every address outside the guide once, and dates what answers well. None leaves this machine."""

from __future__ import annotations

import difflib
import threading
from pathlib import Path

import pytest

from macros.desk.format import content_files, format_files
from macros.desk.links import agent_of, check_links, links_of, opened, verdict_on
from macros.model.reference import Resource
from macros.open_guide import open_guide
from macros.system.errors import Refusal
from macros.system.web import Answer, Trouble

DAY = "2026-11-25"
ANSWERS = {
    "https://kustwacht.example": Answer(200, "https://www.kustwacht.example/nl"),
    "https://www.meeuwen.example": Answer(200, "https://meeuwenfilm.be/", "https://meeuwenfilm.be/"),
    "https://vuurtorenboek.example": Answer(404),
}


@pytest.fixture
def root(root: Path) -> Path:
    """A guide in its form, with an address on a page as well."""
    page = root / "docs" / "over" / "index.md"
    page.write_text(
        f"{page.read_text('utf-8')}\n[De kust](https://kust.be/kaart) en `[zo](https://niet.be)`.\n", "utf-8"
    )
    content = root / "content"
    format_files(content, content_files(content))
    return root


def look(address: str) -> Answer:
    return next((answer for known, answer in ANSWERS.items() if address.startswith(known)), Answer(403))


def said(root: Path, *words: str) -> str:
    """What whoever asks is told."""
    return "\n".join(check_links(root, words, DAY, look))


def texts(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.[my][dm]*"))}


def test_every_address_is_told_with_what_came_of_it(root: Path) -> None:
    """Where it stands, why it is told, and how the good ones get their day. Nothing changes by looking."""
    before = texts(root)

    assert said(root) == REPORT
    assert texts(root) == before


REPORT = """\
We openen 4 adressen, elk één keer. Dat duurt een minuut of twee.

Goed: 1 van 4, op 4 sites

Antwoordt niet: 1
  content/resources/vuurtorenboek.yml:5:6  vuurtorenboek.example
    Deze pagina bestaat niet meer (404).

Verhuisd: 1
  content/resources/meeuwenfilm.yml:7:6  https://www.meeuwen.example/film?taal=meeuws
    Leidt nu naar de startpagina van meeuwenfilm.be. Is het er nog?

Open dit zelf in een browser: 1
  docs/over/index.md:12:11  https://kust.be/kaart
    De site laat geen programma binnen (403).

Er is niets veranderd. Zet de dag in 'checked' van wat goed antwoordt met: make links BEWAAR=ja"""


def test_only_what_answers_well_gets_the_day_in_one_changed_line(root: Path) -> None:
    """So what is told stays on the list of what no one looked at."""
    before = texts(root)
    ending = said(root, "--bewaar").splitlines()[-1]
    after = texts(root)
    changed = [file for file in before if before[file] != after[file]]

    assert changed == ["content/partners/kustwacht.yml"]
    lines = difflib.ndiff(before[changed[0]].splitlines(), after[changed[0]].splitlines())
    assert [line for line in lines if line[0] in "+-"] == ["- checked: 2026-11-22", f"+ checked: {DAY}"]
    assert ending == f"In één bestand staat nu 'checked: {DAY}'. Wat er veranderde, zegt: git diff"
    assert open_guide(root / "content").find("partners", "kustwacht")
    assert not format_files(root / "content", content_files(root / "content")).changed


def test_a_first_day_is_one_new_line_in_its_place(root: Path) -> None:
    """Where the form would put it."""
    file = root / "content" / "resources" / "vuurtorenboek.yml"
    before = file.read_text("utf-8").replace("checked: never\n", "")
    file.write_text(before, "utf-8")
    list(check_links(root, ("--bewaar",), DAY, lambda address: Answer(200, address)))

    assert file.read_text("utf-8").replace(f"checked: {DAY}\n", "") == before
    assert not format_files(root / "content", [file]).changed


def test_what_was_saved_meanwhile_is_kept(root: Path) -> None:
    """Opening takes a minute or two, and editors go on: a file that got another address, gets no day."""
    film = root / "content" / "resources" / "meeuwenfilm.yml"
    coast = root / "content" / "partners" / "kustwacht.yml"

    def meanwhile(address: str) -> Answer:
        if "kustwacht" not in address:
            return Answer(200, address)
        film.write_text(film.read_text("utf-8").replace("meeuwen.example", "film.example"), "utf-8")
        coast.write_text(coast.read_text("utf-8").replace("title: De kustwacht", "title: De wacht"), "utf-8")
        return Answer(200, address)

    list(check_links(root, ("--bewaar",), DAY, meanwhile))

    assert DAY not in film.read_text("utf-8")
    assert "title: De wacht" in coast.read_text("utf-8") and f"checked: {DAY}" in coast.read_text("utf-8")


@pytest.mark.parametrize("trouble", ["unknown host", "silent", "late", "unsafe"])
def test_without_a_net_nothing_is_written(root: Path, trouble: Trouble) -> None:
    """Nor is everyone told to be gone. A school's net may stand in between, in its own way."""
    before = texts(root)
    with pytest.raises(Refusal, match="Ben je op het internet"):
        list(check_links(root, ("--bewaar",), DAY, lambda _: Answer(0, trouble=trouble)))
    assert texts(root) == before


@pytest.mark.parametrize("words", [("--bewaren",), ("ja",), ("--bewaar", "ja")])
def test_another_word_is_refused_before_anything_is_opened(root: Path, words: tuple[str, ...]) -> None:
    """A slip of the pen opens nothing."""
    with pytest.raises(Refusal, match="alleen --bewaar"):
        next(check_links(root, words, DAY, lambda _: pytest.fail("opened")))


@pytest.mark.parametrize(
    "address, answer, word, sentence",
    [
        ("kust.be", Answer(200, "https://www.kust.be/nl", "https://www.kust.be/nl"), "goed", ""),
        ("http://kust.be/a", Answer(200, "https://www.kust.be/a/", "https://www.kust.be/a/"), "goed", ""),
        ("kust.be/a", Answer(200, "https://kust.be/b"), "goed", ""),
        (
            "kust.be/a",
            Answer(200, "https://kust.be/b", "https://kust.be/b"),
            "verhuisd",
            "Staat nu op https://kust.be/b",
        ),
        ("kust.be", Answer(200, "https://zee.be/", "https://zee.be/"), "verhuisd", "Staat nu op https://zee.be/"),
        ("kust.be/a", Answer(200, "https://kust.be/"), "verhuisd", "naar de startpagina van kust.be"),
        ("kust.be", Answer(404), "antwoordt niet", "bestaat niet meer (404)"),
        ("kust.be", Answer(403), "kijk zelf", "geen programma binnen (403)"),
        ("kust.be", Answer(503), "antwoordt niet", "heeft een fout (503)"),
        ("kust.be", Answer(400), "antwoordt niet", "geeft geen pagina (400)"),
        ("kust.be", Answer(0, trouble="late"), "antwoordt niet", "geen antwoord op tijd"),
        ("kust.be", Answer(0, trouble="unsafe"), "antwoordt niet", "certificaat klopt niet"),
        ("kust.be", Answer(0, trouble="silent"), "antwoordt niet", "antwoordt niet"),
    ],
)
def test_an_answer_is_told_in_a_sentence(address: str, answer: Answer, word: str, sentence: str) -> None:
    """What an editor can do something about, and nothing that only differs in how it is written."""
    verdict = verdict_on(address, answer)

    assert verdict.word == word and sentence in verdict.sentence


def test_one_site_is_asked_one_thing_at_a_time() -> None:
    """And nothing twice."""
    busy, asked = set[str](), list[str]()
    lock = threading.Lock()

    def slowly(address: str) -> Answer:
        host = address.split("/")[2]
        with lock:
            assert host not in busy
            busy.add(host)
            asked.append(address)
        with lock:
            busy.remove(host)
        return Answer(200, address)

    addresses = [f"https://{host}.be/{page}" for page in "abc" for host in ("kust", "zee", "haven", "toren", "schip")]

    assert set(opened([*addresses, *addresses], slowly, breath=0)) == set(addresses)
    assert sorted(asked) == sorted(addresses)


def test_a_fault_of_ours_is_not_hidden() -> None:
    """Nor does it leave the other sites waiting."""

    def wrong(_: str) -> Answer:
        raise AssertionError("ours")

    with pytest.raises(AssertionError, match="ours"):
        opened(["kust.be", "zee.be"], wrong, breath=0)


def test_we_say_who_we_are(root: Path) -> None:
    """By signs that any site can read; where nobody can go to is not told."""
    site = open_guide(root / "content").site
    named = site.model_copy(update={"name": "Gids „Łódź”\r\nX", "address": "https://gids.be/"})

    assert agent_of(named) == "Mozilla/5.0 (compatible; Gids dX linkcontrole; +https://gids.be/)"
    assert "example" not in agent_of(site.model_copy(update={"address": "https://school.example/"}))


def test_an_address_on_a_page_is_opened_and_dates_nothing(root: Path) -> None:
    """An example between backticks is none, nor what nobody could follow."""
    guide = open_guide(root / "content")
    docs = {"docs/a.md": "[a](https://kust.be/a_(b)) `[b](https://b.be)` [c](http://127.0.0.1:8000) [d](x.md)"}
    found = {link.address: link.entry for link in links_of(guide, docs)}

    assert found["https://kust.be/a_(b)"] is None
    assert guide.get(Resource, "meeuwenfilm") in found.values()
    assert not {"https://b.be", "http://127.0.0.1:8000"} & set(found)
