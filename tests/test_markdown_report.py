"""The answer to a proposal: what the check found in it, as Markdown that does nothing but be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from machine import machine, run

from macros.content.markdown_report import MOST, markdown_report, plain
from macros.content.problems import Place, Problem

ANSWER = """\
### De controle vindt 2 problemen in 1 bestand

**content/tips/zwaai-naar-de-boot.yml**

- **Regel 18, teken 1.** Het veld 'methodes' kennen we hier niet.  \n  Bedoelde je 'methods'?  \n  Meer: handboek/velden/\\#tips
- **Regel 21, teken 1.** Het veld 'rollen\\_' kennen we hier niet.  \n  Bedoelde je 'roles'?  \n  Meer: handboek/velden/\\#tips

Verbeter dit in je voorstel en bewaar. De controle begint dan vanzelf opnieuw. Zolang er iets niet klopt, verandert er niets aan de site.
"""  # noqa: E501


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny guide, with what someone proposes."""
    return machine(tmp_path_factory.mktemp("voorstel") / "gids")


def test_a_mistake_is_told_under_the_proposal(project: Path) -> None:
    """By file, line and sign, as in a terminal, with what to do now; and the terminal says the same."""
    tip = project / "content" / "tips" / "zwaai-naar-de-boot.yml"
    sound = tip.read_text(encoding="utf-8")
    wrong = sound.replace("methods: ", "methodes: ").replace("roles: ", "rollen_: ")
    tip.write_text(wrong, encoding="utf-8")
    done = run(project, "macros", "proposal", "antwoord.md")
    tip.write_text(sound, encoding="utf-8")

    assert done.returncode == 1
    assert done.stderr == run_check_on(project, tip, wrong)
    assert (project / "antwoord.md").read_text(encoding="utf-8") == ANSWER


def run_check_on(project: Path, file: Path, text: str) -> str:
    """What `check` says when this stands in a file."""
    kept = file.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    said = run(project, "macros", "check").stderr
    file.write_text(kept, encoding="utf-8")
    return said


def test_a_sound_proposal_is_told_too(project: Path) -> None:
    """So that an answer that stood there does not stay."""
    assert run(project, "macros", "format").returncode == 0
    done = run(project, "macros", "proposal", "antwoord.md")

    assert done.returncode == 0, done.stderr
    assert (project / "antwoord.md").read_text(encoding="utf-8").startswith("### De controle vindt niets\n")


@pytest.mark.parametrize(
    "text",
    [
        "Zie [hier](https://kwaad.be) of www.kwaad.be, @redactie, #12",
        "![](https://kwaad.be/telt.png) <img src=x> <!-- weg -->",
        "`code` *schuin* ~~weg~~ _ook_ \\ | &lt; $x$",
        "1. een",
        "# kop",
        "- punt",
        "===",
    ],
)
def test_what_is_quoted_is_only_read(text: str) -> None:
    """Whatever someone wrote in a file: no link, no image, no HTML, no one who is called."""
    said = plain(text)

    assert not re.search(r"(?<!\\)[\[\]<>`*_~|&$]|@\w|(?<!\\)#|:/|www\.|^[-+#=]|^\d\.", said), said
    assert re.sub(r"\\(?!\\)|\N{ZERO WIDTH SPACE}", "", said).replace("\\\\", "\\") == text.replace("\\\\", "\\")


def test_an_answer_fits_where_it_is_put() -> None:
    """However much is wrong, and however long."""
    wrong = [Problem(Place(f"content/tips/{n}.yml"), "_" * 9000, "*" * 9000, "a" * 9000) for n in range(500)]
    said = markdown_report(wrong)

    assert len(said) < 65_000
    assert "500 problemen in 500 bestanden" in said and f"En zo nog {500 - MOST}." in said
