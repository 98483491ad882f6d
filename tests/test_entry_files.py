"""Whoever opens the guide again and again reads again only what changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from places import TESTS, TINY

from macros.check import scene_rules
from macros.content import entry_files
from macros.content.entry_files import EntryFiles
from macros.content.problems import ContentError, report
from macros.content.yaml_file import YamlFile, parse_yaml_file
from macros.model.reference import Term
from macros.open_guide import open_guide
from macros.scenes import parts

WORD = "glossary/bakboord.yml"
"""A file that no other names."""


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, in order."""
    files: list[str] = []

    def counted(file: str, raw: bytes) -> YamlFile:
        files.append(file)
        return parse_yaml_file(file, raw)

    monkeypatch.setattr(entry_files, "parse_yaml_file", counted)
    return files


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the tiny guide, to change."""
    return Path(shutil.copytree(TINY / "content", tmp_path / "content"))


@pytest.fixture
def files(content: Path, parsed: list[str]) -> EntryFiles:
    """What is known once the guide has been opened; what was parsed for that is not counted."""
    known = EntryFiles()
    assert len(list(open_guide(content, known))) == len(parsed) > 20
    parsed.clear()
    return known


def test_what_stayed_the_same_is_not_read_again(content: Path, files: EntryFiles, parsed: list[str]) -> None:
    """A save costs what it changed, not what there is."""
    (content / WORD).touch()

    assert len(list(open_guide(content, files))) > 20
    assert parsed == []


def test_what_changed_is_read_again(content: Path, files: EntryFiles, parsed: list[str]) -> None:
    """One file, and the guide says what it says now."""
    text = (content / WORD).read_text(encoding="utf-8")
    (content / WORD).write_text(text.replace("title: Bakboord", "title: Stuurboord"), encoding="utf-8")

    assert open_guide(content, files).get(Term, "bakboord").title == "Stuurboord"
    assert parsed == [f"content/{WORD}"]


def test_what_is_gone_is_forgotten(content: Path, files: EntryFiles, parsed: list[str]) -> None:
    """It is not in the guide, and when it comes back it is new."""
    raw = (content / WORD).read_bytes()
    (content / WORD).unlink()
    assert open_guide(content, files).find(Term.collection, "bakboord") is None
    assert parsed == []

    (content / WORD).write_bytes(raw)
    assert open_guide(content, files).find(Term.collection, "bakboord")
    assert parsed == [f"content/{WORD}"]


@pytest.mark.parametrize("mistake", [b"kleur: [rood\n", b"kleur: rood\n"], ids=["no YAML", "no such field"])
def test_what_was_mended_is_read_again(mistake: bytes, content: Path, files: EntryFiles, parsed: list[str]) -> None:
    """A mistake stays told until it is mended, and no longer; the other files are left alone."""
    raw = (content / WORD).read_bytes()
    (content / WORD).write_bytes(raw + mistake)
    for _ in range(2):
        with pytest.raises(ContentError, match=f"content/{WORD}:"):
            open_guide(content, files)
    (content / WORD).write_bytes(raw)

    assert open_guide(content, files).find(Term.collection, "bakboord")
    assert set(parsed) == {f"content/{WORD}"}


@pytest.mark.parametrize(
    "name, before, after, told",
    [
        ("site.yml", "name: ", "naam: ", "naam"),
        ("search.yml", "[schipper, kapitein]", "[schipper, Schipper]", "Schipper"),
        ("published.tsv", "t/hang-een-lamp-op\t2026-01-02", "t/hang-een-lamp-op", "Deze regel"),
        ("published.tsv", "t/hang-een-lamp-op\t", "t/hang-een-boei-op\t", "Deze link zou breken"),
    ],
)
def test_what_is_no_entry_is_read_again_too(
    name: str, before: str, after: str, told: str, content: Path, files: EntryFiles
) -> None:
    """A mistake is told, and no longer than it stands there."""
    (content / "published.tsv").write_text("t/hang-een-lamp-op\t2026-01-02\n", encoding="utf-8")
    good = (content / name).read_text(encoding="utf-8")
    for _ in range(2):
        open_guide(content, files)
        (content / name).write_text(good.replace(before, after), encoding="utf-8")
        with pytest.raises(ContentError, match=told):
            open_guide(content, files)
        (content / name).write_text(good, encoding="utf-8")
    open_guide(content, files)


def test_a_name_that_leads_nowhere_any_more_is_told(content: Path, files: EntryFiles) -> None:
    """What names it did not change. While its file cannot be read, that alone is told."""
    named = content / "keys" / "s01.yml"
    named.write_text("kleur: [rood\n", encoding="utf-8")
    assert "'s01' staat niet in" not in _said(content, files)

    named.unlink()
    assert _said(content, files) == _said(content, EntryFiles())
    assert "'s01' staat niet in content/keys/." in _said(content, files)


def test_a_word_that_no_file_has_any_more_is_told(content: Path, files: EntryFiles) -> None:
    """Search was told to look for it in the one file that had it; it is found in another, and then in none."""
    word, search = content / WORD, content / "search.yml"
    search.write_text("synonyms:\n  - [larboard, babord]\n", encoding="utf-8")
    text = word.read_text(encoding="utf-8")
    word.write_text(text.replace("title: Bakboord", "title: Bakboord (larboard)"), encoding="utf-8")
    assert _said(content, files) == ""

    other = content / "glossary" / "eb.yml"
    also = other.read_text(encoding="utf-8")
    other.write_text(also.replace("title: Eb", "title: Eb (babord)"), encoding="utf-8")
    word.write_text(text, encoding="utf-8")
    assert _said(content, files) == ""

    other.write_text(also, encoding="utf-8")
    assert "Geen enkel van deze woorden staat in de gids: larboard, babord." in _said(content, files)


def test_a_title_that_says_what_is_missing_is_told(content: Path, files: EntryFiles) -> None:
    """Titles in which no word of a gap stood, are not looked at again; this one is another."""
    text = (content / WORD).read_text(encoding="utf-8")
    for _ in range(2):
        (content / WORD).write_text(text.replace("title: Bakboord", "title: Haaien"), encoding="utf-8")
        assert "De gids heeft wel iets over 'haaien': het begrip 'Haaien'." in _said(content, files)
        (content / WORD).write_text(text, encoding="utf-8")
        assert _said(content, files) == ""


@pytest.mark.long
def test_no_rule_remembers_more_than_its_file(tmp_path: Path) -> None:
    """After every mistake that we know, one after the other, the next one is told as if it were the first."""
    known = EntryFiles()
    for mistake in sorted((TESTS / "broken").glob("*/content")):
        content = tmp_path / mistake.parent.name / "content"
        shutil.copytree(TINY / "content", content)
        shutil.copytree(mistake, content, dirs_exist_ok=True)
        told = _said(content, EntryFiles())
        assert [_said(content, known), _said(content, known)] == [told, told]


def test_a_scene_is_held_against_the_parts_as_they_are_drawn(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever draws a part larger, hears of a scene that it does not fit in, though no entry changed."""
    files = EntryFiles()
    open_guide(content, files)
    drawn = parts.FILE.read_text(encoding="utf-8")
    larger = tmp_path / "parts.svg"
    larger.write_text(re.sub(r'(<g id="sun">)', r'\1<path d="M-400 0H400"/>', drawn), encoding="utf-8")
    for module in (parts, scene_rules):
        monkeypatch.setattr(module, "FILE", larger)
    monkeypatch.setattr(parts.Parts.__init__, "__defaults__", (larger,))
    with pytest.raises(ContentError, match="groter dan het veld"):
        open_guide(content, files)


def _said(content: Path, files: EntryFiles) -> str:
    try:
        open_guide(content, files)
    except ContentError as error:
        return report(error.problems)
    return ""
