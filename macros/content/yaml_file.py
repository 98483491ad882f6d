"""Reads one YAML file and remembers where each value stands.

Every scalar is read as text. YAML's own guesses (`no` is false, `12:30` is 750)
surprise the people who write these files; what a value means is for the model to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.content.messages import cannot_start, explain_yaml
from macros.content.problems import ContentError, Place, Problem, place_at

Loc = tuple[str | int, ...]
"""The way to a value: ("sources", 0, "page")."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The base loader makes no guesses, so that none of them costs time."""

_MAX_DEPTH = 20
_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufeff\ufffe\uffff]")
_SWALLOWED = re.compile(r"[ \t]+(#)[^\n]*\S")
_TAB_INDENT = re.compile(r"^ *(\t)", re.MULTILINE)
_WHOLE = ("quoted scalar", "simple key", "alias", "anchor")
_FLOW = ("flow sequence", "flow mapping")
"""What YAML was in the middle of when it lost its way; a list between brackets may go on over several lines."""


@dataclass(frozen=True, eq=False)
class YamlFile:
    """The raw values of one content file, and where they stand in its text.

    spans: where each value starts and ends. names: where the name of each field starts.
    """

    file: str
    text: str
    values: dict[str, Any]
    spans: dict[Loc, tuple[int, int]] = field(repr=False)
    names: dict[Loc, int] = field(repr=False)

    def place_of(self, loc: Loc) -> Place:
        """Where this value stands; for a value that is missing, where its parent stands."""
        return place_at(self.file, self.text, self._span(loc)[0])

    def place_of_name(self, loc: Loc) -> Place:
        """Where the name of this field stands, rather than its value."""
        loc = self._nearest(loc)
        return place_at(self.file, self.text, self.names.get(loc, self.spans[loc][0]))

    def place_in(self, loc: Loc, snippet: str, nth: int = 0) -> Place:
        """Where the nth occurrence of a snippet without white space stands inside a value."""
        start, end = self._span(loc)
        at = start - 1
        for _ in range(nth + 1):
            at = self.text.find(snippet, at + 1, end)
            if at < 0:
                return place_at(self.file, self.text, start)
        return place_at(self.file, self.text, at)

    def _span(self, loc: Loc) -> tuple[int, int]:
        return self.spans[self._nearest(loc)]

    def _nearest(self, loc: Loc) -> Loc:
        known: Loc = ()
        for step in loc:
            if (*known, step) in self.spans:
                known = (*known, step)
        return known


def read_yaml_file(path: Path, root: Path) -> YamlFile:
    """Read one file. Raises ContentError with everything that is wrong with its bytes and its YAML."""
    file = path.relative_to(root).as_posix()
    return parse_yaml_file(file, raw_bytes(path, file))


def raw_bytes(path: Path, file: str) -> bytes:
    """What a file holds. Raises ContentError when nothing can be read there, as behind a link to nowhere."""
    try:
        return path.read_bytes()
    except OSError:
        raise ContentError(
            [
                Problem(
                    Place(file), "Dit bestand is niet te openen.", "Kijk of het er echt staat en of je het mag lezen."
                )
            ]
        ) from None


def parse_yaml_file(file: str, raw: bytes) -> YamlFile:
    """What these bytes say as YAML. file: where they stand. Raises ContentError with everything that is wrong with them."""
    text, problems = decode(file, raw)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise ContentError([*problems, _lost(file, text, error)]) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise ContentError([*problems, Problem(Place(file), *explain_yaml(""))]) from None
    if node is None:
        raise ContentError(
            [
                *problems,
                Problem(
                    Place(file),
                    "Dit bestand is leeg: er staat geen enkel veld in.",
                    "Verwijder het, of kopieer een bestaand bestand uit dezelfde map als begin.",
                ),
            ]
        )
    if not isinstance(node, yaml.MappingNode):
        raise ContentError(
            [
                *problems,
                Problem(
                    place_at(file, text, node.start_mark.index),
                    "Dit bestand bestaat niet uit velden.",
                    "Elk veld begint met zijn naam, een dubbele punt en een spatie, zoals 'title: Zie en groet elke ouder'.",
                ),
            ]
        )
    source = YamlFile(file, text, {}, {}, {})
    problems += _Walk(source).run(node)
    if problems:
        raise ContentError(problems)
    return source


def text_of(file: str, raw: bytes) -> str:
    """The text that these bytes spell. Raises ContentError when they spell none."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        raise ContentError(
            [
                Problem(
                    place_at(file, before, len(before)),
                    "Dit bestand is niet in UTF-8 bewaard: hier staat een teken dat niet te lezen is.",
                    "Kies in je editor 'Opslaan met codering' en dan UTF-8.",
                )
            ]
        ) from None


def decode(file: str, raw: bytes) -> tuple[str, list[Problem]]:
    """The text of a YAML file, and what is wrong with it. Raises ContentError when YAML could not go on from there."""
    text, problems = text_of(file, raw), []
    if text.startswith("\ufeff"):
        problems.append(
            Problem(
                Place(file),
                "Dit bestand begint met een onzichtbaar teken (een BOM).",
                "Kies in je editor 'Opslaan met codering' en dan UTF-8 zonder BOM.",
            )
        )
        text = text[1:]
    if "\r" in text:
        problems.append(
            Problem(
                place_at(file, text, text.index("\r")),
                "Dit bestand heeft regeleinden van Windows (CRLF).",
                "Kies onderaan in je editor LF in plaats van CRLF, en bewaar opnieuw.",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    strange = _STRANGE.search(text)
    if strange:
        raise ContentError(
            [
                *problems,
                Problem(
                    place_at(file, text, strange.start()),
                    "Hier staat een onzichtbaar teken dat geen tekst is.",
                    "Wis het teken, of typ de regel opnieuw.",
                ),
            ]
        )
    tabs = [
        Problem(
            place_at(file, text, tab.start(1)),
            "Deze regel springt in met een tab.",
            "Gebruik spaties, twee per niveau.",
        )
        for tab in _TAB_INDENT.finditer(text)
    ]
    if tabs:
        raise ContentError([*problems, *tabs])
    return text, problems


def _lost(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Where YAML lost its way. What was opened and never closed, is mended where it was opened."""
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return Problem(Place(file), *explain_yaml(error.problem or ""))
    within = error.context or ""
    if opened and (within.endswith(_WHOLE) or (within.endswith(_FLOW) and opened.line < mark.line)):
        mark = opened
    before = text.split("\n")[mark.line][: mark.column] if mark.line <= text.count("\n") else ""
    name = before.strip()
    column = before.index(name) if name.isidentifier() else mark.column
    return Problem(Place(file, mark.line + 1, column + 1), *explain_yaml(f"{within} {error.problem or ''}", before))


class _Walk:
    """Turns the nodes of one file into plain values, and notes where each one stands.

    The nodes themselves are let go: a guide remembers thousands of places, and nodes are heavy.
    """

    def __init__(self, source: YamlFile) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def run(self, node: yaml.MappingNode) -> list[Problem]:
        self.source.values.update(self._value(node, ()) or {})
        return self.problems

    def _value(self, node: yaml.Node, loc: Loc) -> Any:
        start = node.start_mark.index
        self.source.spans[loc] = start, node.end_mark.index
        sign = self.source.text[start : start + 1]
        if sign in ("!", "&"):
            # YAML would make it a tag or an anchor and swallow the word. What * repeats, starts with & where it stood first.
            return self._problem(node, *cannot_start(sign))
        if len(loc) > _MAX_DEPTH:
            return self._problem(
                node,
                "Hier zit te veel in elkaar.",
                "Een lijst in een lijst in een lijst heeft deze gids nergens nodig.",
            )
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(part, (*loc, index)) for index, part in enumerate(node.value)]
        swallowed = not node.style and _SWALLOWED.match(self.source.text, node.end_mark.index)
        if swallowed:
            place = place_at(self.source.file, self.source.text, swallowed.start(1))
            self.problems.append(
                Problem(
                    place,
                    "Alles na dit # is voor YAML een opmerking, en verdwijnt.",
                    "Hoort het bij de tekst? Zet de hele tekst tussen dubbele aanhalingstekens.\nIs het een opmerking? Zet ze op een eigen regel.",
                )
            )
        empty = not node.value or (not node.style and node.value in ("~", "null"))
        return None if empty else node.value

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._problem(
                    key,
                    "Hier staat geen naam van een veld.",
                    "Een veld ziet eruit als 'naam: waarde'. Accolades { } of haken [ ] rond een naam horen hier niet.",
                )
                continue
            way = (*loc, key.value)
            if key.value in values:
                first = place_at(self.source.file, self.source.text, self.source.names[way])
                self._problem(
                    key,
                    f"Het veld '{key.value}' staat er twee keer.",
                    f"De eerste keer was op regel {first.line}. Voeg ze samen of schrap er een.",
                )
                continue
            self.source.names[way] = key.start_mark.index
            values[key.value] = self._value(value, way)
        return values

    def _problem(self, node: yaml.Node, message: str, hint: str) -> None:
        self.problems.append(
            Problem(place_at(self.source.file, self.source.text, node.start_mark.index), message, hint)
        )
