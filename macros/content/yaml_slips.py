"""What an editor most likely meant by lines that YAML cannot read, and how to write them.

A slip is believed only when YAML reads further once it is mended: so what is advised, helps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.content.markup_rules import indent_of
from macros.content.signs import BULLETS
from macros.model.entry_types import ENTRY_TYPES

_LEAD = r"(?P<lead> *(?:- +)*(?:(?P<name>[A-Za-z_]+): +)?)"
"""What a line starts with before its value: how far in it is, a dash, the name of a field."""

_COMMENT = re.compile(
    r"(?P<lead> *)(?://+|/\*+|<!--+|;+|--+(?= ))\s*(?P<text>.*?)\s*(?:\*/|--+>)?\s*|(?P<end>.*)--+>\s*"
)
_BULLET = re.compile(rf"(?P<lead> *)(?P<sign>[*{BULLETS}·+–—])\s+(?P<text>\S.*)")
_EQUALS = re.compile(r"(?P<lead> *(?:- +)?[a-z_0-9]+) *(?:=>?|:=) *(?P<text>\S.*)")
_NO_SPACE = re.compile(r"(?P<lead> *(?:- +)?(?P<name>[a-z_]+)) *(?:[:;]|; +)(?P<text>[^\s/:;].*)")
_BRACES = re.compile(r"\{(?P<pairs>[^{}]*)\}")
_COMMA_BEHIND = re.compile(r"(?P<line>.*[\]}\"'])\s*[,;.]\s*")
_BRACKET_BEHIND = re.compile(r"(?P<line>.*[\]}])\s*[\]})]\s*")
_PAIR = re.compile(r"\s*(?P<name>[a-z_]+)\s*:\s*(?P<value>.*?)\s*", re.DOTALL)
_NEXT_PAIR = re.compile(r"[,;]\s*(?=[a-z_]+\s*:(?!//))|[,;]\s*$")
_NO_COLON = re.compile(r"(?P<name>[a-z_]+)\s*(?:=>?|;)\s*(?P<value>\S.*)")
"""A field whose name is not followed by a colon: kind=practice."""

_APOSTROPHE = re.compile(rf"{_LEAD}(?P<text>'(?:s|t|n|k|m|r|ns|em|er|\d\d)\b.*)")
_QUOTED_WORDS = re.compile(rf"{_LEAD}(?P<text>(?:\"[^\"]+\"|'[^']+')\s*[^\s#:'\"].*)")
_QUOTED_TWICE = re.compile(r"(?P<mark>['\"])[^'\"]*\s(?P=mark).*(?P=mark)")
"""A text between quotation marks that holds others like them: the second one opens, for there is a space before it."""

_APOSTROPHES_IN = re.compile(r"'(?:[^']|(?<=\w)'(?=\w))*'")
"""A text between single quotation marks that holds apostrophes: 'Foto's van thuis'."""

_HALF_QUOTED = re.compile(rf"{_LEAD}(?:\"(?P<text>[^\"“”]*)[“”]|[“”„](?P<other>[^\"“”]*)\")\s*")
_LINK = re.compile(rf"{_LEAD}(?P<text>(?:\[[^\[\]]*\]|\{{{{1,2}}[^{{}}:]*\}}{{1,2}})\s*[^\s\]}},#].*)")
_SPECIAL = re.compile(rf"{_LEAD}(?P<text>[@`%!&*?](?!$|(?<=\*) ).*)")

_RECORDS = frozenset(name for kind in ENTRY_TYPES for name, shape in kind.shapes.items() if shape.records)
"""The fields that hold fields again, such as evidence."""

_NAMES = frozenset(name for kind in ENTRY_TYPES for name in kind.shapes)

_FIELDS = re.compile(
    rf"(?P<lead> *(?:- +)*(?:(?P<name>{'|'.join(sorted(_RECORDS))}): +|(?<=- )))(?P<pairs>[a-z_]+: .*)"
)
_LONG = 90
_MOST = 20
"""As many slips of one file as an editor wants to see at once."""

_LONGEST = 20_000
"""No one writes a longer file by hand, and trying what would help takes a while for each line."""
_BLOCK_TEXT = re.compile(r"(?:^ *|[:-] +)[|>][-+]?\d?[-+]?\s*$")
_FIELD = re.compile(r"(?P<lead> *(?:- +)*)[A-Za-z_]+:(?: |$)")
_STARTS = re.compile(rf" *(?:[-*{BULLETS}·+–—#] |[A-Za-z_]+:(?: |$))")
"""A line that starts something of its own."""

Spot = tuple[float, float]
"""A line and a column, from 0."""

NOWHERE: Spot = (float("inf"), 0)
"""Where YAML gives up when it does not."""


@dataclass(frozen=True)
class Mend:
    """A line as it should be: which line (from 0), where on it the slip stands, what is wrong, how to write it."""

    line: int
    column: int
    message: str
    hint: str


def mends(text: str, stuck_at: Callable[[str], Spot]) -> tuple[list[Mend], str]:
    """What to mend in a text that YAML cannot read, and the text with that mended.

    stuck_at: the line and column where YAML gives up; NOWHERE when it does not.
    """
    if len(text) > _LONGEST:
        return [], text
    found: dict[int, Mend] = {}
    stuck = stuck_at(text)
    while stuck < NOWHERE:
        for slips in ((one,) for one in _SLIPS), ((_SLIPS[1], one) for one in _SLIPS[2:]):
            better = next(filter(None, (_further(text, stuck, slip, stuck_at) for slip in slips)), None)
            if better:
                break
        if not better:
            break
        text, stuck, changes = better
        found |= {change.line: change for change in changes}
    return [found[line] for line in sorted(found)[:_MOST]], text


def in_braces(line: str) -> str | None:
    """A line whose fields stand between braces, with quotation marks where they need them; None when it is none."""
    return _BRACES.sub(lambda found: _pairs(found["pairs"]) or found[0], line) if "{" in line else None


def no_field(line: str, at: int, words: str) -> tuple[str, str]:
    """What is wrong with the first words between braces, that are no field, and what would help."""
    slipped = _NO_COLON.fullmatch(words)
    if slipped:
        mended = f"{line[:at]}{slipped['name']}: {slipped['value']}{line[at + len(words) :]}"
        return "Na de naam van een veld hoort een dubbele punt.", f"Schrijf: {mended.strip()}"
    return (
        "Tussen accolades horen velden, en hier staan woorden.",
        "Is het een lijst? Zet er vierkante haken om. Is het een tekst? Zet hem tussen dubbele aanhalingstekens.",
    )


@dataclass(frozen=True)
class _Slip:
    """One kind of slip: what is wrong, and a line as it should be; None when this line has no such slip.

    whole: whether it is about what the line is, rather than about something in it.
    """

    message: str
    mend: Callable[[str], str | None]
    whole: bool = False


def _comment(line: str) -> str | None:
    found = _COMMENT.fullmatch(line)
    return f"{found['lead'] or ''}# {(found['text'] or found['end'] or '').strip()}" if found else None


def _bullet(line: str) -> str | None:
    found = _BULLET.fullmatch(line)
    return f"{found['lead']}- {found['text']}" if found else None


def _equals(line: str) -> str | None:
    found = _EQUALS.fullmatch(line)
    return f"{found['lead']}: {found['text']}" if found else None


def _no_space(line: str) -> str | None:
    found = _NO_SPACE.fullmatch(line)
    return f"{found['lead']}: {found['text']}" if found and found["name"] in _NAMES else None


def _without_end(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    """Leaves out what stands behind a line that fits a pattern."""

    def mend(line: str) -> str | None:
        found = pattern.fullmatch(line)
        return found["line"] if found else None

    return mend


def _without_braces(line: str) -> str | None:
    found = _FIELDS.fullmatch(line)
    pairs = _pairs(found["pairs"]) if found else None
    if not found or not pairs or (not found["name"] and pairs.count(": ") < 2):
        return None  # One field behind a dash needs no braces.
    return f"{found['lead']}{pairs}"


def _half_quoted(line: str) -> str | None:
    found = _HALF_QUOTED.fullmatch(line)
    return f'{found["lead"]}"{found["text"] or found["other"]}"' if found else None


def _in_quotes(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    """Puts a text that fits a pattern between quotation marks as a whole."""

    def mend(line: str) -> str | None:
        found = pattern.fullmatch(line)
        quoted = _quoted(found["text"]) if found else None
        return f"{found['lead']}{quoted}" if found and quoted else None

    return mend


_SLIPS = (
    _Slip("Zo begint in YAML geen opmerking.", _comment, whole=True),
    _Slip("Zo begint in YAML geen punt van een lijst.", _bullet, whole=True),
    _Slip("Na de naam van een veld hoort een dubbele punt.", _equals, whole=True),
    _Slip("Na de naam van een veld horen een dubbele punt en een spatie.", _no_space, whole=True),
    _Slip("Velden op één regel horen tussen accolades.", _without_braces),
    _Slip("Na een punt of een veld hoort geen komma.", _without_end(_COMMA_BEHIND)),
    _Slip("Dit haakje is er een te veel.", _without_end(_BRACKET_BEHIND)),
    _Slip("Tussen accolades knipt YAML een tekst af bij een komma, een dubbele punt of een haakje.", in_braces),
    _Slip("YAML leest de ' vooraan als een aanhalingsteken.", _in_quotes(_APOSTROPHE)),
    _Slip("Dit aanhalingsteken sluit met een ander dan het opent.", _half_quoted),
    _Slip("Na het aanhalingsteken gaat de tekst nog verder.", _in_quotes(_QUOTED_WORDS)),
    _Slip("YAML leest een tekst die met {} begint als een lijst of als velden.", _in_quotes(_LINK)),
    _Slip("Een tekst kan niet met {} beginnen.", _in_quotes(_SPECIAL)),
)
"""Every kind, the surest first."""


def _further(
    text: str, stuck: Spot, slips: tuple[_Slip, ...], stuck_at: Callable[[str], Spot]
) -> tuple[str, Spot, list[Mend]] | None:
    """A text with these slips mended one after the other, where YAML is stuck now, and what was mended.

    None when it reads no further.
    """
    lines, changes = text.split("\n"), []
    for start, end in _items(lines):
        typed = line = " ".join([lines[start].rstrip(), *(line.strip() for line in lines[start + 1 : end])])
        for slip in slips:
            good = slip.mend(line)
            # A line that YAML can read by itself has none of the slips within a line.
            if good and good != line and (slip.whole or stuck_at(line.strip()) < NOWHERE):
                line = good
        if line != typed:
            same = next((at for at, (one, other) in enumerate(zip(typed, line, strict=False)) if one != other), 0)
            column = min(same, len(lines[start]))
            changes.append(
                Mend(start, column, slips[0].message.format(typed[same]), f"Schrijf: {_shown(line.strip())}")
            )
            lines[start:end] = [line, *[""] * (end - start - 1)]
    now = stuck_at("\n".join(lines)) if changes else stuck
    # On a line that was mended, a column says little: the words moved.
    further = now > stuck and (now[0] > stuck[0] or now[0] not in [change.line for change in changes])
    return ("\n".join(lines), now, changes) if further else None


def _items(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where each line that means something to YAML starts, and where what goes on below it ends.

    Lines of a text behind > or | are left out: they may hold anything.
    """
    at = 0
    while at < len(lines):
        start, block = at, bool(_BLOCK_TEXT.search(lines[at]))
        field = _FIELD.match(lines[at])
        edge = field.end("lead") if field else indent_of(lines[at])
        at += 1
        while at < len(lines) and _goes_on(lines[at], edge, block=block):
            at += 1
        if lines[start].strip() and not block:
            yield start, at


def _goes_on(line: str, edge: int, *, block: bool) -> bool:
    """Whether a line is a part of the text above it, that belongs to what starts at this edge."""
    if block:
        return not line.strip() or indent_of(line) > edge
    return bool(line.strip()) and indent_of(line) > edge and not _STARTS.match(line)


def _pairs(text: str) -> str | None:
    """Fields on one line, between braces; None when these are no fields."""
    pairs = []
    for part in filter(None, _NEXT_PAIR.split(text)):
        pair = _PAIR.fullmatch(part)
        value = _value(pair["value"]) if pair else None
        if pair is None or value is None:
            return None
        pairs.append(f"{pair['name']}: {value}")
    return f"{{{', '.join(pairs)}}}" if pairs else None


def _value(value: str) -> str | None:
    """A value that can stand between braces."""
    whole = re.fullmatch(r"\"[^\"]*\"|'[^']*'|\[[^\[\]]*\]", value)
    plain = re.fullmatch(r"[^\s,\[\]{}'\"*&!%@`|>?#:-](?:[^,\[\]{}:#]|:(?=\S)(?!$)|(?<=\S)#)*", value)
    return value if whole or (plain and not value.endswith((":", "?"))) else _quoted(value)


def _quoted(text: str) -> str | None:
    """A text between double quotation marks; None when that takes more than a look."""
    text = text.strip()
    if _QUOTED_TWICE.fullmatch(text) or _APOSTROPHES_IN.fullmatch(text):
        text = text[1:-1]
    text = re.sub(r"\"([^\"]*)\"", r"„\1”", text)
    return None if '"' in text or "\\" in text or not text else f'"{text}"'


def _shown(line: str) -> str:
    """A line as a hint shows it: whole, or how it starts and ends."""
    return line if len(line) <= _LONG else f"{line[: _LONG - 20]} … {line[-15:]}"
