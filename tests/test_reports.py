"""A report can be read, whatever happened, and our own failures are told in Dutch as well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mutations import ENGLISH, MOST_LINES, MOST_OF_A_FILE, MOST_SIGNS
from places import TINY

from macros import __main__, live_guide
from macros.content.problems import ContentError, Place, Problem, report
from macros.content.validation import record_from
from macros.content.yaml_file import parse_yaml_file
from macros.live_guide import LiveGuide
from macros.model.entry_types import BY_COLLECTION, ENTRY_TYPES
from macros.model.record import Record
from macros.model.settings import SearchWords, Site
from macros.system.errors import Refusal
from macros.system.internal_errors import FILE
from macros.system.served_site import build_again


@pytest.mark.parametrize("files, each", [(1, 5000), (5000, 1), (300, 300), (3, 4), (1, 1)])
def test_a_report_ends(files: int, each: int) -> None:
    """It tells some of it, and how many more there are: of one file, and in all."""
    problems = [
        Problem(
            Place(f"content/tips/tip-{file}.yml", line), f"Het veld 'weg{line}' kennen we hier niet.", "Schrap het."
        )
        for file in range(files)
        for line in range(1, each + 1)
    ]
    said = report(problems)

    assert said.count("\n") <= MOST_LINES and len(said) <= MOST_SIGNS
    assert said.count("content/tips/tip-0.yml") <= MOST_OF_A_FILE
    assert f"{files * each} proble" in said and f" in {files} bestand" in said
    if each > 24:
        assert f"En zo nog {each - 24} in content/tips/tip-0.yml" in said
    if files > 72:
        assert "De andere bestanden zie je als deze in orde zijn." in said


def test_a_long_value_is_shortened_in_a_message() -> None:
    """Its beginning and the end of the sentence are there."""
    said = str(Problem(Place("content/tips/a.yml"), f"'{'a' * 90_000}' staat niet in content/tips/.", "b" * 90_000))

    assert len(said) < 1500
    assert "\n  'aaa" in said and said.count("aaa' staat niet in content/tips/.") == 1


def test_five_thousand_unknown_fields_are_a_page(tmp_path: Path) -> None:
    """That was 983 kB once."""
    tip, file = BY_COLLECTION["tips"], "content/tips/tel-de-golven.yml"
    raw = (TINY / file).read_bytes()
    many = b"".join(b"weg%d: ja\n" % number for number in range(5000))
    with pytest.raises(ContentError) as caught:
        record_from(tip, parse_yaml_file(file, raw + many), "tel-de-golven")

    assert len(caught.value.problems) >= 5000
    assert len(str(caught.value)) < MOST_SIGNS


def wrong_values(name: str, parent: str) -> list[Any]:
    """What may stand in a field by mistake: another kind of value, or its own name or its parent's once more."""
    return ["weg", "", [], {}, ["weg"], [{name: "weg"}], {name: "weg"}, {parent: "weg"}, [{parent: "weg"}], [["weg"]]]


def mistakes(record_type: type[Record], around: Any, parent: str) -> list[Any]:
    """Files with one mistake each in a record of this type, at any depth. around: makes a file of such a record."""
    name_of_tag = record_type.tagged_by
    tag = {name_of_tag: record_type.shapes[name_of_tag].choices[0]} if name_of_tag else {}
    found = [around({**tag, parent: wrong}) for wrong in ("weg", ["weg"], {parent: "weg"}, {})]
    for name, shape in record_type.shapes.items():
        found += [around({**tag, name: wrong}) for wrong in wrong_values(name, parent)]
        for inside in shape.records:

            def wrapped(value: Any, name: str = name, many: bool = shape.many) -> Any:
                return around({**tag, name: [value] if many else value})

            found += mistakes(inside, wrapped, name)
    return found


@pytest.mark.parametrize("record_type", [*ENTRY_TYPES, Site, SearchWords], ids=lambda one: one.__name__)
def test_every_field_with_every_wrong_value_is_answered(record_type: type[Record]) -> None:
    """Every field of every record that a file can hold, also those inside others, and a name too many in each."""
    refused: list[ContentError] = []
    files = mistakes(record_type, lambda values: values, "title")
    for number, values in enumerate(files):
        raw = repr(values).encode()  # What Python writes of texts, lists and fields is YAML too.
        try:
            record_from(record_type, parse_yaml_file(f"content/x/{number}.yml", raw))
        except ContentError as error:
            refused.append(error)

    assert len(refused) > max(20, len(files) // 2)
    assert [str(error) for error in refused if ENGLISH.search(str(error))] == []
    assert {problem.place.line for error in refused for problem in error.problems} == {1}


def test_an_error_of_ours_is_told_and_the_last_good_guide_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While reading: in Dutch, the traceback beside the guide, and the next save is a new chance."""
    live = LiveGuide(root)
    live.refresh()
    good = live.guide

    def fails(*_: Any) -> None:
        raise KeyError("sources")

    with monkeypatch.context() as patched:
        patched.setattr(live_guide, "open_guide", fails)
        with pytest.raises(Refusal, match="liep vast op een fout in zijn eigen code"):
            live.refresh()
    assert live.guide is good
    assert live.report and FILE in live.report and "KeyError" not in live.report
    assert "<p>De gids zelf liep vast. Je ziet nog de vorige inhoud.</p>" in live.notice("")
    assert "KeyError: 'sources'" in (root / FILE).read_text(encoding="utf-8")

    live.refresh()
    assert live.report is None and live.guide is not good


def test_a_command_that_fails_says_so_in_dutch(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a traceback on the screen."""

    def fails() -> int:
        raise KeyError("sources")

    monkeypatch.setattr(__main__, "ROOT", root)
    monkeypatch.setattr(__main__, "COMMANDS", {"check": __main__.Command(fails)})
    assert __main__.main(["check"]) == 1
    told = capsys.readouterr().err
    assert FILE in told and "Traceback" not in told and "KeyError" not in told


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), SystemExit(1), OSError(28, "vol")], ids=repr)
def test_a_build_that_fails_while_serving_puts_the_last_site_back(error: BaseException, tmp_path: Path) -> None:
    """Whatever the error. MkDocs goes on as after any build, so it answers, and the next save builds again."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("goed", encoding="utf-8")

    def fails() -> None:
        (site / "index.html").write_text("half", encoding="utf-8")
        raise error

    assert not build_again(fails, site, tmp_path)
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "goed"

    assert build_again((site / "nieuw.html").touch, site, tmp_path)
    assert [path.name for path in site.iterdir()] == ["nieuw.html"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("site")] == ["site"]


def test_the_report_on_a_page_leads_to_the_handbook(root: Path) -> None:
    """Whatever page it stands on: there one reads what a rule or a field asks."""
    (root / "content" / "tips" / "hang-een-lamp-op.yml").write_text("titel: Hang <een> lamp op\n", encoding="utf-8")
    live = LiveGuide(root)
    with pytest.raises(ContentError):
        live.refresh()

    assert '<a href="handboek/velden/#tips">handboek/velden/#tips</a>' in live.notice("")
    assert '<a href="/gids/handboek/velden/#tips">' in live.notice("/gids/")
    assert "<een>" not in live.notice("")
