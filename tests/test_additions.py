"""A correct addition is never punished, and one mistake is one failed test: tried on a copy of the whole project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from machine import HALF_COMPILED, PATIENCE
from places import ROOT

from macros.content.guide import Guide
from macros.desk.format import format_files
from macros.model.advice import Key, Section, Tip
from macros.open_guide import open_guide

MADE = {ROOT: {".git", ".venv", ".build", ".schemas", "node_modules", "offline", "site"}, ROOT / "tests": {"built"}}
"""What a copy does without, by folder: what is made, and the tests that look at a built site."""

ADDITIONS = {
    "partners/verzonnen-buurthuis.yml": """\
        title: Verzonnen buurthuis
        summary: Een plek om het nieuwste stuk uit te proberen.
        kind: buurt
        region: niet vermeld
        offer: Zet de deur open voor wie iets toevoegt.
        """,
    "tips/verzonnen-begroeting.yml": """\
        title: Begroet het nieuwste stuk bij naam
        home: {section}
        kind: detail
        effort: nu
        moments: [poort]
        levels: [alle]
        what: Zeg hardop wat erbij kwam, en [zoek op](sleutel:{key}) waar het past.
        evidence: {{kind: practice}}
        methods: [verzonnen-rondgang]
        worksheets: [verzonnen-blad]
        """,
    "methods/verzonnen-rondgang.yml": """\
        title: Verzonnen rondgang
        summary: Loop langs alles wat nieuw is.
        purposes: [visie en team]
        goal: Weten wat erbij kwam.
        who: Wie iets toevoegde.
        when: [Na elke toevoeging]
        steps: [Loop rond., Kijk of alles er nog staat.]
        sections: [{section}]
        partners: [verzonnen-buurthuis]
        """,
    "worksheets/verzonnen-blad.yml": """\
        title: Verzonnen blad
        summary: Eén vraag, en twee lijnen om te antwoorden.
        purpose: Opschrijven wat nieuw is.
        with_whom: Alleen.
        when: Na elke toevoeging.
        instruction: Schrijf op wat je ziet.
        goals: [visie en team]
        pages: 1
        blocks:
          - {{block: lines, label: Wat is er nieuw?}}
        """,
    "glossary/verzonnen-woordje.yml": """\
        title: Verzonnen woordje
        summary: Een woord dat nog in geen enkele tekst staat.
        """,
    "roles/verzonnen-uitprober.yml": """\
        title: Verzonnen uitprober
        side: van buiten
        summary: Probeert uit of iets erbij mag.
        text: Voegt iets toe, en kijkt wat er gebeurt.
        """,
    "situations/verzonnen-zorg.yml": """\
        title: Ik voeg iets toe en alles kleurt rood
        summary: Je schreef het goed op, en toch klaagt er iets.
        answer: Dan is de proef fout, niet jij.
        tips: [verzonnen-begroeting]
        """,
    "cases/verzonnen-verhaal.yml": """\
        title: Het verzonnen verhaal
        summary: Iemand voegde iets toe, en er gebeurde niets ergs.
        story: Op een dag kwam er iets bij. Alles bleef groen.
        lesson: Toevoegen mag.
        methods: [verzonnen-rondgang]
        """,
    "sources/verzonnen-document.yml": """\
        title: Een verzonnen document
        summary: Een document waar alleen het nieuwste op steunt.
        short: Verzonnen
        authors: Niemand
        date: nog niet verschenen
        text: Dit document draagt alleen wat hier werd toegevoegd.
        """,
}
"""By file: a correct new entry of each kind that editors add most, with as little in it as the check asks."""

SOURCES = "sources: [{source: verzonnen-document, section: Toevoegen, page: 1}]\n"


@dataclass(frozen=True)
class Outcome:
    """What became of a run of tests: how many of each, and what was said."""

    passed: int
    failed: int
    errors: int
    skipped: int
    said: str


def outcome(project: Path, tests: str = "tests") -> Outcome:
    """Run the quick tests that look at the real guide, in a project: all, or those of one file."""
    report = project / "report.xml"
    words = [
        tests,
        "--ignore=tests/built",
        "--ignore=tests/test_additions.py",
        "--ignore=tests/test_hundred_edits.py",  # Its dice fall on other edits then: it holds the form, not the guide.
        "--deselect=tests/test_book.py::test_a_real_book",  # Nothing that is added stands in it.
        "-m",
        "real",
        "-n0",
        "--no-header",
        f"--junit-xml={report}",
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words],
        check=False,
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    said = done.stdout + done.stderr
    assert report.is_file(), said
    suite = next(ElementTree.parse(report).getroot().iter("testsuite"))
    count, failed, errors, skipped = (int(suite.attrib[name]) for name in ("tests", "failures", "errors", "skipped"))
    return Outcome(count - failed - errors - skipped, failed, errors, skipped, said)


@pytest.fixture
def copy(tmp_path: Path, real: Guide) -> Path:
    """A copy of the project. There is none to make while the real guide does not open."""

    def without(folder: str, names: list[str]) -> set[str]:
        return MADE.get(Path(folder), set()) | HALF_COMPILED(folder, names)

    project = Path(shutil.copytree(ROOT, tmp_path / "gids", ignore=without))
    (project / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    return project


def add_one_of_each(content: Path, guide: Guide) -> None:
    """Write every addition, and `make format`; what it names beside the others, is the first of its kind."""
    names = {
        "section": next(section for section in guide.all(Section) if section.has_page).id,
        "key": guide.all(Key)[0].id,
    }
    for file, text in ADDITIONS.items():
        lines = "".join(line.removeprefix(" " * 8) for line in text.format(**names).splitlines(keepends=True)).rstrip(
            " "
        )
        needs_none = file.startswith(("sources/", "situations/"))
        (content / file).write_text(lines + ("" if needs_none else SOURCES), encoding="utf-8")
    assert format_files(content, [content / file for file in ADDITIONS]).problems == []


@pytest.mark.long
def test_nothing_minds_one_more_of_each(copy: Path, real: Guide) -> None:
    """All that is held of the real guide, holds with an entry more of each kind that editors add most."""
    add_one_of_each(copy / "content", real)
    assert len(list(open_guide(copy / "content"))) == len(list(real)) + len(ADDITIONS)

    found = outcome(copy)

    assert (found.failed, found.errors, found.skipped) == (0, 0, 0), found.said
    assert found.passed > 100, found.said


def of_a_tip(real: Guide) -> str:
    return f"content/tips/{real.all(Tip)[0].id}.yml"


def of_the_first_page(_: Guide) -> str:
    return "docs/index.md"


MISTAKES: dict[str, tuple[Callable[[Guide], str], list[str], str]] = {
    "a file that cannot be read": (of_a_tip, ["kleur: [rood"], "tests"),
    "a page that names what is not there": (
        of_the_first_page,
        ["[dit](tip:bestaat-niet)", '{{ tipp("nergens") }}'],
        "tests/test_content.py",
    ),
}
"""By what it is: the file that it is made in, what is written at its end, and the tests that look at it."""


@pytest.mark.long
@pytest.mark.parametrize("where, written, tests", MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_one_failed_test(
    where: Callable[[Guide], str], written: list[str], tests: str, copy: Path, real: Guide
) -> None:
    """It says what `make check` says; whatever else looks at the real guide waits, and says for what."""
    file = where(real)
    path = copy / file
    path.write_text("\n\n".join([path.read_text(encoding="utf-8"), *written]), encoding="utf-8")

    found = outcome(copy, tests)

    assert (found.passed, found.failed, found.errors) == (0, 1, 0), found.said
    assert found.skipped > 10
    assert found.said.count(f"{file}:") >= len(written), found.said
    assert "De laatste goede site blijft staan." in found.said


def test_what_is_lost_is_told(copy: Path, real: Guide) -> None:
    """Were nothing held of the real guide, the tests above would prove little.

    A point less in a list is noticed, in Dutch.
    """
    file = copy / "tests" / "inventory" / "aantallen.tsv"
    name, _, count = file.read_text(encoding="utf-8").splitlines()[0].partition("\t")
    file.write_text(f"{name}\t{int(count) + 1}\n", encoding="utf-8")

    found = outcome(copy, "tests/test_inventory.py")

    assert (found.failed, found.errors) == (1, 0), found.said
    assert f"telt {count} punten" in found.said
