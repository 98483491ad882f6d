"""Each slip in pen_slips.py is answered by its cause, and a hint that says what to type mends it.

Such a hint is followed to the letter: the guide is sound again, and no word of it is lost but what was wrong.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pen_slips import ANSWERED, ASKED, CORRECTED, MENDED, PAGES
from places import TINY, copy_of_tiny

from macros.content.docs_prose import docs_problems
from macros.content.entry_files import EntryFiles
from macros.content.guide import Guide
from macros.content.problems import ContentError, Problem
from macros.content.validation import record_from
from macros.content.yaml_file import parse_yaml_file
from macros.model.entry_types import BY_COLLECTION
from macros.model.record import Record
from macros.model.settings import SearchWords, Site
from macros.open_guide import open_guide

SETTINGS: dict[str, type[Record]] = {"site.yml": Site, "search.yml": SearchWords}


@pytest.fixture(scope="module")
def pen(tmp_path_factory: pytest.TempPathFactory) -> Pen:
    """The tiny guide, to slip in."""
    return Pen(tmp_path_factory.mktemp("pen"))


class Pen:
    """A copy of the tiny guide in which one file at a time is another; what did not change is not read again."""

    def __init__(self, root: Path) -> None:
        self._content = copy_of_tiny(root) / "content"
        self._files = EntryFiles()

    def problems(self, file: str, text: str) -> list[Problem]:
        """What the check says: of the file itself, or else of the guide with it."""
        alone = problems_of(file, text)
        if alone:
            return alone
        path = self._content / file
        path.write_text(text, encoding="utf-8")
        try:
            open_guide(self._content, self._files)
        except ContentError as error:
            return error.problems
        finally:
            shutil.copyfile(TINY / "content" / file, path)
        return []


def problems_of(file: str, text: str) -> list[Problem]:
    """What the check says of one file of content/."""
    try:
        yaml = parse_yaml_file(f"content/{file}", text.encode())
        kind = SETTINGS.get(file) or BY_COLLECTION[file.partition("/")[0]]
        record_from(kind, yaml, None if file in SETTINGS else Path(file).stem)
    except ContentError as error:
        return error.problems
    return []


def slipped(file: str, right: str, typed: str) -> str:
    """The text of a file of the tiny guide with one slip in it."""
    text = (TINY / "content" / file).read_text(encoding="utf-8")
    assert text.count(right) == 1
    return text.replace(right, typed)


def follow(text: str, problem: Problem) -> str:
    """The text after doing to the letter what the hint of a problem says."""
    lines, hint = text.split("\n"), problem.hint.splitlines()[-1]
    at, column = problem.place.line - 1, problem.place.column - 1
    rest = lines[at][column:]
    if whole := re.fullmatch(r"Schrijf: (.+)", hint):
        rewrite(lines, at, column, whole[1])
    elif "lege regel" in hint:
        if hint.startswith("Schrijf '|' in plaats van '>'"):
            header = max(n for n in range(at) if lines[n].endswith(">"))
            lines[header] = lines[header][:-1] + "|"
        lines.insert(at, "")
    elif added := re.search(r"Voeg '(\w+: \w+)' toe", hint):
        lines.insert(0, added[1])
    elif hint == "Schrap deze regel.":
        del lines[at]
    elif hint in ("Schrap er een.", "Schrap het hier, of noem iets anders."):
        lines[at] = re.sub(r",\s*$", "", lines[at][:column]) + re.sub(r"^[^],]+", "", rest)
    else:
        mended = respelled(hint, rest) or corrected(problem, rest)
        assert mended, f"This hint says nothing that can be done to the letter: {hint}"
        lines[at] = lines[at][:column] + mended
    return "\n".join(lines)


def rewrite(lines: list[str], at: int, column: int, whole: str) -> None:
    """Write a line anew, or the rest of it; what stood under it is in the new text."""
    line = lines[at]
    margin = line[: len(line) - len(line.lstrip())]
    is_line = re.match(r"- |# |\w+: ", whole)
    lines[at] = f"{margin}{whole}" if is_line else f"{line[:column]}{whole}"
    while not is_line and re.match(rf"{margin} +\S", lines[at + 1]):
        del lines[at + 1]


def respelled(hint: str, rest: str) -> str | None:
    """What stands from a place on with other signs; None when the hint says nothing of signs."""
    if misread := re.match(r"Schrijf (.+) in plaats van deze (\d+) tekens", hint):
        return misread[1] + rest[int(misread[2]) :]
    if link := re.match(r"Schrijf (\[.*?\]\(.*?\))", hint):
        return re.sub(r"^(?:\[[^]]*\] \([^)]*\)|\([^)]*\)\[[^]]*\]|[\w:]+)", lambda _: link[1], rest)
    if hint.startswith("Wis het"):
        return rest[1:]
    return f" {rest[1:]}" if hint == "Typ een gewone spatie." else None


def corrected(problem: Problem, rest: str) -> str | None:
    """What stands from a place on with the word that is meant; None when the hint names none."""
    wrong, hint = re.findall(r"'([^']+)'", problem.message), problem.hint.splitlines()[-1]
    if written := re.match(r"Schrijf in de plaats: (.+)", hint):
        typed = re.match(r"-? ?\[[^\[\]]*\]", rest)
        whole = written[1].removeprefix("- ") if rest.startswith(wrong[-1]) else written[1]
        return rest.replace(wrong[-1] if rest.startswith(wrong[-1]) else typed[0] if typed else rest, whole, 1)
    if meant := re.match(r"Bedoelde je '([^']+)'", hint):
        bare = wrong[-1] if rest.startswith(wrong[-1]) else wrong[0].removesuffix(":")
        return rest.replace(bare, meant[1], 1)
    if named := re.search(r"schrijf '(\w+:[^']+)'|^Schrijf '(\w+)'", hint):
        return re.sub(r"^[^\s)]+", named[1] or named[2], rest)
    if link := re.search(r"\[tekst\](\(\w+:[\w-]+\))\.$", hint):
        return re.sub(r"\([^)]*\)", link[1], rest, count=1)
    if kind := re.search(r" - (block: \w+)$", hint):
        return re.sub(r"^\w+:", kind[1], rest)
    return None


@pytest.mark.parametrize("file, right, typed, line, telling", [*MENDED, *ANSWERED, *CORRECTED, *ASKED])
def test_a_slip_is_answered_by_its_cause(pen: Pen, file: str, right: str, typed: str, line: int, telling: str) -> None:
    """The first thing that is said is what the editor did, on the line where it was done, and where to read more."""
    first = pen.problems(file, slipped(file, right, typed))[0]

    assert first.place.file == f"content/{file}" and first.place.line == line
    assert telling in f"{first.message} {first.hint}"
    assert first.hint and first.more.startswith("handboek/")


@pytest.mark.parametrize("file, right, typed", [slip[:3] for slip in CORRECTED])
def test_a_hint_that_is_followed_mends(pen: Pen, file: str, right: str, typed: str) -> None:
    """Done to the letter, one hint after the other, the guide is sound."""
    text = mended(lambda text: pen.problems(file, text), slipped(file, right, typed))

    assert pen.problems(file, text) == []


@pytest.mark.parametrize("file, right, typed", [slip[:3] for slip in MENDED])
def test_a_hint_about_signs_keeps_every_word(file: str, right: str, typed: str) -> None:
    """The file is sound, and all that was typed still stands there."""
    text = mended(lambda text: problems_of(file, text), slipped(file, right, typed))

    assert problems_of(file, text) == []
    assert [word for word in re.findall(r"[a-z]{4,}", typed) if word not in text] == []


def mended(look: Callable[[str], list[Problem]], text: str) -> str:
    """A text after following the first hint, a few times over. look: what the check says of a text."""
    for _ in range(4):
        problems = look(text)
        if not problems:
            break
        text = follow(text, problems[0])
    return text


def test_there_are_a_hundred_slips() -> None:
    """As many as were promised, none of them twice."""
    slips = {slip[:3] for slip in (*MENDED, *ANSWERED, *CORRECTED, *ASKED)}

    assert len(slips) == len([*MENDED, *ANSWERED, *CORRECTED, *ASKED]) > 150


def test_a_slip_on_a_page_is_answered(tiny: Guide) -> None:
    """In docs/ too, each on its own line."""
    texts = {f"docs/{number}.md": f"# Bladzijde\n\n{typed}\n" for number, (typed, _) in enumerate(PAGES)}
    problems = list(docs_problems(tiny, texts))
    said = {problem.place.file: problem for problem in problems}

    assert len(said) == len(problems) == len(PAGES)
    for number, (_, telling) in enumerate(PAGES):
        problem = said[f"docs/{number}.md"]
        assert problem.place.line in (3, 4) and telling in f"{problem.message} {problem.hint}"
