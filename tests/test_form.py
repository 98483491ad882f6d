"""`make format` writes each file in one way, in which the form for editors reads what we read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from odd_entries import odd_files
from odd_texts import ODD
from places import TESTS

from macros.check.rules import badly_written
from macros.content.canonical import comments, in_form
from macros.content.guide import Guide
from macros.content.problems import report
from macros.content.validation import marked_texts, record_from
from macros.content.yaml_file import YamlFile, parse_yaml_file
from macros.content.yaml_writing import Written, yaml_of
from macros.desk.format import Formatted, content_files, format_files
from macros.model.advice import Tip
from macros.model.entry_types import BY_COLLECTION, ENTRY_TYPES
from macros.model.field_order import field_order
from macros.model.record import Record
from macros.model.reference import Term
from macros.model.settings import SearchWords, Site
from macros.model.worksheet_blocks import BLOCKS
from macros.open_guide import open_guide

WEATHER = (
    "mist",
    "mist: dik",
    "mist #3",
    "- mist",
    "'t Mist",
    'De "mist"',
    '\'t Is "mist"',
    "yes",
    "no",
    "null",
    "~",
    "true",
    "12:30",
    "27",
    "027",
    "-27",
    "+3227",
    "1.50",
    "1e3",
    "0x1F",
    ".5",
    "9007199254740993",
    "100000000000000000000",
    "2026-11-22",
    "14–15",
    "---",
    "...",
    "%",
    "%mist",
    "@mist",
    "`mist`",
    "mist:",
    ":mist",
    "?",
    "? mist",
    "?mist",
    "-",
    "=",
    "<<",
    "!mist",
    "&mist",
    "*mist*",
    "[mist](tip:x)",
    "{mist}",
    "> mist",
    "| mist",
    "mist\nen zon",
    "mist\n\n- en zon\n- en wind",
    "mist  \n   en zon",
    "mist\n# en zon",
    "mist\n---\nen zon",
    "C:\\mist",
    "'C:\\mist'",
)
"""Texts that YAML might take for something else."""


def misread(folder: Path) -> list[str]:
    """The files below a folder in which the form reads something else than we do; a number is a text to us."""
    node, script = Path(sys.executable).with_name("node"), TESTS / "js" / "yaml_values.mjs"
    done = subprocess.run([node, script, folder], check=False, capture_output=True, text=True)
    assert done.stderr == ""
    return [
        name
        for name, values in json.loads(done.stdout).items()
        if as_text(values) != as_text(yaml.load((folder / name).read_bytes(), yaml.CBaseLoader))
    ]


def as_text(value: Any) -> Any:
    """A value with every number as the text that people type, and without what a > or | adds at its end."""
    if isinstance(value, dict):
        return {name: as_text(part) for name, part in value.items()}
    return [as_text(part) for part in value] if isinstance(value, list) else str(value).strip()


def formatted(root: Path) -> Formatted:
    return format_files(root / "content", content_files(root / "content"))


def read(text: str, record_type: type[Record] = Term) -> YamlFile:
    file = parse_yaml_file(f"content/{record_type.__name__}.yml", text.encode())
    record_from(record_type, file, "eb")
    return file


def test_a_word_is_read_as_it_was_typed(tmp_path: Path) -> None:
    """Whatever YAML would make of it, in a field, in a list, below a field, as the name of one."""
    texts = [*WEATHER, *(text.strip() for text in ODD)]
    for number, text in enumerate(texts):
        name = text.replace("\n", " ").strip()
        values: dict[str, Written] = {
            "a": text,
            "b": [text, [text, text], {"c": text, "d": {"e": text}}],
            "f": {name: 1},
        }
        if not name.isdecimal() and not name.startswith("<<"):
            values[name] = 1
        (tmp_path / f"{number}.yml").write_text(yaml_of(values), encoding="utf-8")

        assert as_text(yaml.load(yaml_of(values), yaml.CBaseLoader)["a"]) == "\n".join(
            map(str.rstrip, text.split("\n"))
        )

    assert misread(tmp_path) == []


def test_every_kind_of_entry_is_read_as_it_was_typed(tmp_path: Path) -> None:
    """With every field filled, and with the oddest texts; and it stays what it is."""
    for name, text in odd_files().items():
        record_type, id = BY_COLLECTION[Path(name).parent.name], Path(name).stem
        file = parse_yaml_file(name, text.encode())
        written = in_form(record_type, file)
        again = parse_yaml_file(name, written.encode())

        assert record_from(record_type, again, id) == record_from(record_type, file, id)
        assert in_form(record_type, again) == written

        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(written, encoding="utf-8")

    assert misread(tmp_path) == []


def test_formatting_changes_how_it_is_written_and_nothing_else(root: Path) -> None:
    """All entries, the site and the words of search are what they were; a second time, nothing is left to do."""
    before = open_guide(root / "content")

    first, second = formatted(root), formatted(root)

    after = open_guide(root / "content")
    assert {path.parts[-2] for path in map(Path, first.changed)} >= {"tips", "worksheets"}
    assert (first.problems, second.changed) == ([], [])
    assert (after.entries, after.site, after.search) == (before.entries, before.site, before.search)
    assert misread(root / "content") == []


def test_a_file_in_form_reads_from_the_title_to_the_sources() -> None:
    """The fields that each type has come last, and the tag of a block comes first."""
    file = read(
        "sources: [{page: 12, source: logboek, section: Eb}]\ntext: >\n  Na eb\n  komt vloed.\nlink: no\naliases: []\n"
        "title: '  Eb'\nsummary: 27\n"
    )

    assert in_form(Term, file) == (
        "title: Eb\nsummary: 27\nlink: no\ntext: Na eb komt vloed.\n"
        "sources:\n  - {source: logboek, section: Eb, page: 12}\n"
    )
    assert field_order(Tip)[-6:] == ("audience", "levels", "sources", "search_words", "aliases", "remark")
    assert {field_order(block)[0] for block in BLOCKS} == {"block"}


def test_a_changed_word_is_one_changed_line() -> None:
    text = in_form(
        Term, read("title: Eb\nsummary: Het water trekt weg.\ntext: >\n  Na eb\n  komt vloed.\ngeneral: true\n")
    )
    changed = in_form(Term, read(text.replace("komt vloed", "komt alweer vloed")))

    assert len({*changed.splitlines()} - {*text.splitlines()}) == 1


def test_a_comment_moves_to_the_remark() -> None:
    """Behind what stood there already, in its order; a # in a text is none."""
    file = read(
        "# Eerst.\ntitle: 'Eb #1'\nsummary: Het water trekt weg.\nremark: Vraag Jef.\ntext: | # Dan.\n"
        "  Na eb #2\n\n  komt vloed.\n#\n# Ten slotte.\nsynonyms: [laag water] # Ook.\n"
    )

    assert [comment.words for comment in comments(file)] == ["Eerst.", "Dan.", "", "Ten slotte.", "Ook."]
    assert in_form(Term, file).endswith("remark: |\n  Vraag Jef.\n  Eerst.\n  Dan.\n\n  Ten slotte.\n  Ook.\n")


def test_every_file_can_hold_a_remark() -> None:
    kinds: list[type[Record]] = [*ENTRY_TYPES, Site, SearchWords]

    assert [kind.__name__ for kind in kinds if "remark" not in kind.shapes] == []


def test_no_reader_sees_a_remark(root: Path) -> None:
    """Whoever goes through the texts of an entry, does not come across it."""
    said = record_from(Term, read("title: Eb\nsummary: Het water trekt weg.\nremark: Vraag Jef.\n"), "eb")

    assert isinstance(said, Term) and said.remark == "Vraag Jef."
    assert [text for _, _, _, text in marked_texts(said, bare=True)] == ["eb", "Eb", "Het water trekt weg."]


def test_what_is_not_sound_stays_as_it_is(root: Path) -> None:
    """And the others are written all the same."""
    broken = root / "content" / "glossary" / "eb.yml"
    broken.write_text("title: Eb\ntekst: Na eb komt vloed.\n", encoding="utf-8")

    done = formatted(root)

    assert {problem.place.file for problem in done.problems} == {"content/glossary/eb.yml"}
    assert broken.read_text(encoding="utf-8") == "title: Eb\ntekst: Na eb komt vloed.\n"
    assert len(done.changed) > 1


@pytest.mark.parametrize("place", ["docs/index.md", "content/tips/nergens.yml", "content/tips/Foto.YML"])
def test_what_is_no_file_of_the_guide_is_named(root: Path, place: str) -> None:
    done = format_files(root / "content", [root / place])

    assert [problem.place.file for problem in done.problems] == [place]


def test_the_real_guide_stays_what_it_is(real: Guide, tmp_path: Path) -> None:
    """Every file of it, written in form, holds what it held."""
    for (collection, id), file in real.files.items():
        record_type = BY_COLLECTION[collection]
        written = in_form(record_type, file)
        again = parse_yaml_file(file.file, written.encode())
        said = {"remark"} if comments(file) else set()

        assert record_from(record_type, again, id).model_dump(exclude=said) == real.entries[collection][id].model_dump(
            exclude=said
        )
        assert in_form(record_type, again) == written

        (tmp_path / f"{collection}-{id}.yml").write_text(written, encoding="utf-8")

    assert misread(tmp_path) == []


def test_the_real_guide_is_in_form(real: Guide) -> None:
    """So a change shows what changed. `make format` brings about what this asks."""
    if wrong := badly_written(real):
        pytest.fail(f"\n{report(wrong)}", pytrace=False)
