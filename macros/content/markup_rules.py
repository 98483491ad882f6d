"""Markdown that looks right where it is typed, and comes out as something else: a list in one line, stars that stay.

Each rule looks at a text as a whole and says where in it the slip stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.content.signs import BULLETS
from macros.model.entry_types import BY_NOUN
from macros.model.fields import ID

Found = tuple[int, str, str]
"""Where in a text a slip stands, what is wrong, what would help."""

_NOUNS = "|".join(BY_NOUN)
_SPACED_LINK = re.compile(rf"\[(?P<label>[^\[\]]*)\]\s+\((?P<name>(?:{_NOUNS}):[^()\s]+)\)")
_NAME = rf"(?:{_NOUNS}):{ID.pattern}"
_NO_LINK = re.compile(
    rf"(?<![\w/#\]-])(?:\((?P<label>[^()\[\]]*)\)(?=\[))?"
    rf"(?:\[{{1,2}}(?P<square>{_NAME})\]{{1,2}}(?!\()|\((?P<round>{_NAME})\)|(?<!\]\()(?P<bare>{_NAME}))"
)
"""The name of an entry that is not in brackets as it should be: tip:familiemuur, [[tip:familiemuur]]."""

_BULLET = re.compile(rf"(?:^|(?<=\s))(?!►)[{BULLETS}](?=\s)|(?<=[:;,.!?]\s)►(?=\s)|^[{BULLETS}·]")
NO_COMMENT = re.compile(r"(?:^|(?<=\s))//(?=\s)")
_UNKNOWN_MARK = re.compile(r"(?:^|(?<=[\s(„]))(?:~~|==)(?=[^\s~=])")
_BLOCK = re.compile(r"(?:^[^\n]*\S[^\n]*$\n?)+", re.MULTILINE)
"""Lines without an empty one between them."""

_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d+\.)(?: +|$)")
_NEAR_ITEM = re.compile(r" *(?:(?P<number>\d{1,2}|[a-z])\) +|–\s+|(?P<dash>[-–])(?=[^\W\d]))")
"""What people write for a point, and Markdown does not know."""

_NO_EMPHASIS = re.compile(r"^ *[*+-](?= )|(?<![^\s(])[*_]+(?![^\s)])|_{3,}|(?<=[^\W_])_+(?=[^\W_])", re.MULTILINE)
"""Stars and underscores that may stand by themselves: a point of a list, a sum, a blank to fill in, a_name."""

_DONE = "\0"
_PAIRS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"(\*\*\*)(?=\S)(.{1,500}?)(?<=\S)\1",
        r"(\*\*)(?=\S)(.{1,500}?)(?<=\S)\1",
        r"(?<!\w)(__)(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)",
        r"(?<!\w)(\*)(?=[^\s*])([^*]{1,500}?)(?<=\S)\1(?!\w)",
        r"(?<!\w)(_)(?=[^\s_])([^_]{1,500}?)(?<=\S)\1(?!\w)",
    )
)
_LEFT = re.compile(r"\*+|(?<!\w)_+(?=\S)|_+(?!\w)")
"""What is left of them when all that belongs together is gone."""

_POINT = re.compile(r"[ \t]*(?P<mark>[-*+•–]|\d{1,2}[.)])[ \t]+\S")
"""How a point of a list starts, for whoever writes it."""

_NO_PROSE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->|</?[a-zA-Z][^<>]*>|\{[^{}\n]*\}|^#{1,6} [^\n]*|^ *\|[^\n]*",
    re.DOTALL | re.MULTILINE,
)
"""What in a page of docs/ is no running text."""

_LONGEST = 50_000
"""No one writes a longer text. What pastes one, is asked no more of a machine than this."""

_SUSPECT = re.compile(rf"[*_{BULLETS}·~\[\]]|\w:\w|//|==|^ *(?:[-+–]|\d+\.|\w{{1,2}}\))|^ {{4}}", re.MULTILINE)
"""Each of the slips below holds one of these."""


def blanked(text: str) -> str:
    """As many spaces and lines as a text has, so that what follows it keeps its place."""
    return re.sub(r"[^\n]", " ", text)


def markup_slips(text: str, *, lists: bool) -> Iterator[Found]:
    """Everything in a text of content/ that comes out otherwise than it looks.

    lists: whether the text may hold paragraphs and lists, or is shown on one line.
    """
    text = text[:_LONGEST]
    if not _SUSPECT.search(text):
        return
    yield from _words(text)
    if lists:
        yield from _lists(text)
        yield from _code(text)
    else:
        yield from _list_in_a_line(text)


def page_slips(page: str) -> Iterator[Found]:
    """The same in a page of docs/, less its front matter and its code: it may hold HTML, titles and macros too."""
    page = page[:_LONGEST]
    prose = _NO_PROSE.sub(_blank, page)
    yield from _words(prose)
    yield from _lists(prose)


def _words(text: str) -> Iterator[Found]:
    """Slips in the words themselves, wherever they stand."""
    yield from _links(text)
    yield from _signs(text)
    if "*" in text or "_" in text:
        for block in _BLOCK.finditer(text):
            yield from _emphasis(block[0], block.start())


def _links(text: str) -> Iterator[Found]:
    for link in _SPACED_LINK.finditer(text):
        message = "Tussen ] en ( hoort geen spatie: zo wordt dit geen link."
        yield link.start(), message, f"Schrijf [{link['label']}]({link['name']})."
    for found in _NO_LINK.finditer(_SPACED_LINK.sub(_blank, text)):
        name = found["square"] or found["round"] or found["bare"]
        good = f"[{found['label'] or ''}]({name})"
        hint = (
            f"Schrijf {good}."
            if found["label"]
            else f"Schrijf {good}: dan staat de titel er. Of zet er woorden tussen."
        )
        yield found.start(), f"'{found[0]}' wordt zo geen link.", hint
    open_at: list[int] = []
    for bracket in re.finditer(r"[\[\]]", text):
        if bracket[0] == "[":
            open_at.append(bracket.start())
        elif open_at:
            open_at.pop()
        else:
            yield bracket.start(), "Deze haak ] gaat nergens open.", "Zet er een [ bij, of schrap hem."
    for start in open_at:
        yield start, "Deze haak [ gaat nergens dicht.", "Zet er een ] bij, of schrap hem."


def _signs(text: str) -> Iterator[Found]:
    for bullet in _BULLET.finditer(text):
        hint = "Zet elk punt op een eigen regel, en begin het met een streepje en een spatie: '- '."
        yield bullet.start(), f"Met '{bullet[0]}' maak je geen lijst: alles komt achter elkaar.", hint
        break
    for sign in NO_COMMENT.finditer(text):
        yield sign.start(), "Met // maak je geen opmerking: het komt zo op de pagina.", "Schrap het."
    for mark in _UNKNOWN_MARK.finditer(text):
        yield mark.start(), f"'{mark[0]}' kennen we niet: het komt zo op de pagina.", "Gebruik **vet** of *schuin*."


def _emphasis(block: str, start: int) -> Iterator[Found]:
    """The first star or underscore that opens or closes nothing, and so stays what it is."""
    rest = _NO_EMPHASIS.sub(_blank, block)
    for pair in _PAIRS:
        rest = pair.sub(lambda found: f"{_DONE * len(found[1])}{found[2]}{_DONE * len(found[1])}", rest)
    left = list(_LEFT.finditer(rest))
    for mark in left:
        sign, before, after = mark[0], rest[mark.start() - 1 : mark.start()], rest[mark.end() : mark.end() + 1]
        if sign == "*" and before.strip() and before not in "(„" and (len(left) == 1 or not after.isalnum()):
            continue  # A star behind a word: a note, or leraar*in.
        good = f"{sign}woorden{sign}"
        if before.strip() or after.strip():
            message = f"'{sign}' heeft geen tweede '{sign}', en komt zo op de pagina."
            yield start + mark.start(), message, f"Schrijf {good}, of schrap het als het geen opmaak is."
        else:
            message = f"'{sign}' staat los, en komt zo op de pagina."
            yield start + mark.start(), message, f"Zet het tegen de woorden aan: {good}."
        return


def _blank(found: re.Match[str]) -> str:
    return blanked(found[0])


def _lists(text: str) -> Iterator[Found]:
    """Points that Markdown adds to the line above, or takes for points of another list."""
    for block in _BLOCK.finditer(text) if "\n" in text else ():
        lines, at = block[0].splitlines(keepends=True), block.start()
        first = _ITEM.match(lines[0])
        for number, line in enumerate(lines):
            item = _ITEM.match(line)
            if item and not first and _is_list(lines[number:]):
                hint = "Laat boven het eerste punt een lege regel open."
                yield at, "Dit punt komt achter de regel erboven te staan: zo is het geen lijst.", hint
                break
            if item and first and 0 < len(item["indent"]) - len(first["indent"]) < 4:
                hint = "Maak er een gewoon punt van. Moet het eronder? Laat het vier spaties verder inspringen."
                yield at, "Dit punt van een punt komt naast de andere te staan.", hint
                break
            at += len(line)
        yield from _near_lists(lines, block.start())


def _is_list(lines: list[str]) -> bool:
    """Whether lines that go on below a text are points, and no line that happens to break at a dash or a year."""
    items = [item for line in lines if (item := _ITEM.match(line))]
    return len(items) > 1 or items[0]["mark"] in ("1.", "*") or (len(lines) == 1 and items[0]["mark"] in "-+")


def _near_lists(lines: list[str], start: int) -> Iterator[Found]:
    """Two lines or more that start as people start a point."""
    found = [near for line in lines if (near := _NEAR_ITEM.match(line))]
    if len(found) > 1:
        at = start + "".join(lines).index(found[0].string)
        good = "1. " if found[0]["number"] else "- "
        message = f"Zo wordt dit geen lijst: Markdown kent '{found[0][0].strip()}' niet aan het begin van een punt."
        yield at, message, f"Begin elk punt met '{good}', en laat boven het eerste een lege regel open."


def folded_list(typed: str) -> int | None:
    """Where a list starts in a text of which YAML joins the lines; None when there is none.

    typed: a value as it stands in the file. Behind | every line stays a line, so that is left alone.
    """
    if "\n" not in typed or typed[:1] == "|":
        return None
    lines = typed.splitlines(keepends=True)
    block = typed[:1] == ">"
    edge = next((indent_of(line) for line in lines[1:] if line.strip()), 0)
    at, before, blank = len(lines[0]), "" if block else lines[0], 0
    points: list[tuple[int, str]] = []
    sure = False
    for line in lines[1:]:
        point = _POINT.match(line)
        # Behind >, a line that goes further in stays on its own.
        if point and not (block and indent_of(line) > edge):
            points.append((at + indent_of(line), point["mark"]))
            # YAML takes one blank line away: a point needs one above it, the first of a list needs two.
            glued = bool(before.strip()) and blank < (1 if len(points) > 1 else 2)
            alone = point["mark"] in ("*", "•", "1.", "1)") or before.rstrip().endswith(":") or not block
            sure = sure or (glued and (len(points) > 1 or (alone and point["mark"] != "–")))
        at, before, blank = at + len(line), *((line, 0) if line.strip() else (before, blank + 1))
    numbers = [int(mark[:-1]) for _, mark in points if mark[:-1]]
    counted = numbers == list(range(1, len(numbers) + 1)) or (len(numbers) > 1 and numbers[1] == numbers[0] + 1)
    return points[0][0] if sure and (counted or not numbers) else None


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _list_in_a_line(text: str) -> Iterator[Found]:
    """A list in a field that is shown on one line."""
    lines, at = text.splitlines(keepends=True), 0
    items = [bool(_ITEM.match(line) or _NEAR_ITEM.match(line)) for line in lines]
    for number, line in enumerate(lines):
        if items[number] and (number or sum(items) > 1):
            hint = "Maak er één zin van. Heeft het veld zelf punten? Geef dan elk een eigen punt."
            yield at, "In dit veld past geen lijst: alles komt achter elkaar.", hint
            return
        at += len(line)


def _code(text: str) -> Iterator[Found]:
    """A paragraph that starts so far in that it becomes code."""
    if "    " not in text:
        return
    in_list = False
    for block in _BLOCK.finditer(text):
        indent = indent_of(block[0])
        if indent < 4:
            in_list = bool(_ITEM.match(block[0]))
        elif indent >= (8 if in_list else 4) and not _ITEM.match(block[0]):
            message = "Deze regel springt zo ver in dat hij code wordt."
            yield block.start() + indent, message, "Laat hem even ver inspringen als de regels erboven."
