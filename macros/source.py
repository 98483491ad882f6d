"""Reads one YAML file and remembers where each value stands.

Every scalar is read as text. YAML's own guesses (`no` is false, `12:30` is 750)
surprise the people who write these files; what a value means is for the model to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.dutch import explain_yaml
from macros.problems import ContentError, Place, Problem

Loc = tuple[str | int, ...]
"""The way to a value: ("sources", 0, "page")."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 20


@dataclass(frozen=True)
class Source:
    """The raw values of one content file, and where they stand in its text."""

    file: str
    text: str
    values: dict[str, Any]
    nodes: dict[Loc, yaml.Node] = field(repr=False)
    keys: dict[Loc, yaml.Node] = field(repr=False)

    def place_of(self, loc: Loc) -> Place:
        """Where this value stands; for a value that is missing, where its parent stands."""
        loc = self._nearest(loc)
        node = self.nodes.get(loc)
        return _place(self.file, node.start_mark) if node else Place(self.file)

    def place_of_name(self, loc: Loc) -> Place:
        """Where the name of this field stands, rather than its value."""
        loc = self._nearest(loc)
        node = self.keys.get(loc) or self.nodes.get(loc)
        return _place(self.file, node.start_mark) if node else Place(self.file)

    def place_in(self, loc: Loc, snippet: str, nth: int = 0) -> Place:
        """Where the nth occurrence of a snippet without white space stands inside a value."""
        node = self.nodes.get(self._nearest(loc))
        if node is None:
            return Place(self.file)
        at = node.start_mark.index - 1
        for _ in range(nth + 1):
            at = self.text.find(snippet, at + 1, node.end_mark.index)
            if at < 0:
                return _place(self.file, node.start_mark)
        return place_at(self.file, self.text, at)

    def _nearest(self, loc: Loc) -> Loc:
        known = ()
        for step in loc:
            if (*known, step) in self.nodes:
                known = (*known, step)
        return known


def place_at(file: str, text: str, index: int) -> Place:
    """Line and column of a position in a text."""
    return Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def read_source(path: Path, root: Path) -> Source:
    """Read one file. Raises ContentError with everything that is wrong with its bytes and its YAML."""
    return _read(path.relative_to(root).as_posix(), path.read_bytes())


@lru_cache(maxsize=4096)
def _read(file: str, raw: bytes) -> Source:
    # Cached by content: while serving, only the file that was saved is read again.
    text, problems = decode(file, raw)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = _place(file, mark) if mark else Place(file)
        raise ContentError([*problems, Problem(place, *explain_yaml(error.problem or error.context or ""))]) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise ContentError([*problems, Problem(Place(file), *explain_yaml(""))]) from None
    if node is None:
        raise ContentError([*problems, Problem(Place(file), "Dit bestand is leeg.", "Verwijder het, of kopieer een bestaand bestand uit dezelfde map als begin.")])
    if not isinstance(node, yaml.MappingNode):
        raise ContentError([*problems, Problem(_place(file, node.start_mark), "Dit bestand bestaat niet uit velden.", "Elke regel begint met de naam van een veld, zoals 'title: Zie en groet elke ouder'.")])
    source = Source(file, text, {}, {}, {})
    problems += _Walk(source).run(node)
    if problems:
        raise ContentError(problems)
    return source


def decode(file: str, raw: bytes) -> tuple[str, list[Problem]]:
    """The text of a file, and what is wrong with its bytes."""
    problems = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        raise ContentError([Problem(place_at(file, before, len(before)), "Dit bestand is niet in UTF-8 bewaard: hier staat een teken dat niet te lezen is.", "Kies in je editor 'Opslaan met codering' en dan UTF-8.")]) from None
    if text.startswith("\ufeff"):
        problems.append(Problem(Place(file), "Dit bestand begint met een onzichtbaar teken (een BOM).", "Kies in je editor 'Opslaan met codering' en dan UTF-8 zonder BOM."))
        text = text[1:]
    if "\r" in text:
        problems.append(Problem(place_at(file, text, text.index("\r")), "Dit bestand heeft regeleinden van Windows (CRLF).", "Kies onderaan in je editor LF in plaats van CRLF, en bewaar opnieuw."))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    strange = next((at for at, char in enumerate(text) if ord(char) < 32 and char not in "\n\t" or char in "\x7f\u0085\u2028\u2029\ufeff\ufffe\uffff"), None)
    if strange is not None:
        raise ContentError([*problems, Problem(place_at(file, text, strange), "Hier staat een onzichtbaar teken dat geen tekst is.", "Wis het teken, of typ de regel opnieuw.")])
    for number, line in enumerate(text.split("\n")):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            problems.append(Problem(Place(file, number + 1, indent.index("\t") + 1), "Deze regel springt in met een tab.", "Gebruik spaties, twee per niveau."))
    if problems and "tab" in problems[-1].message:
        raise ContentError(problems)
    return text, problems


class _Walk:
    """Turns the nodes of one file into plain values, and notes where each one stands."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def run(self, node: yaml.MappingNode) -> list[Problem]:
        self.source.values.update(self._mapping(node, ()))
        return self.problems

    def _value(self, node: yaml.Node, loc: Loc) -> Any:
        self.source.nodes[loc] = node
        if id(node) in self.seen or len(loc) > _MAX_DEPTH:
            self._problem(node, "Dit verwijst met & en * naar een ander stuk van het bestand, en dat gebruiken we hier niet.", "Schrijf de waarde voluit. Begint je tekst echt met een *? Zet hem tussen aanhalingstekens.")
            return None
        self.seen.add(id(node))
        if not node.tag.startswith("tag:yaml.org,2002:"):
            self._problem(node, f"'{node.tag}' begint met een uitroepteken, en dat leest YAML als een opdracht.", "Zet de tekst tussen aanhalingstekens.")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(part, (*loc, index)) for index, part in enumerate(node.value)]
        empty = node.style is None and node.value in ("", "~", "null")
        return None if empty else node.value

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        self.source.nodes[loc] = node
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._problem(key, "Hier staat geen naam van een veld.", "Een veld ziet eruit als 'naam: waarde'. Accolades { } rond een naam horen hier niet.")
                continue
            if key.value in values:
                first = _place(self.source.file, self.source.keys[(*loc, key.value)].start_mark)
                self._problem(key, f"Het veld '{key.value}' staat er twee keer.", f"De eerste keer was op regel {first.line}. Voeg ze samen of schrap er een.")
                continue
            self.source.keys[(*loc, key.value)] = key
            values[key.value] = self._value(value, (*loc, key.value))
        return values

    def _problem(self, node: yaml.Node, message: str, hint: str) -> None:
        self.problems.append(Problem(_place(self.source.file, node.start_mark), message, hint))


def _place(file: str, mark: yaml.Mark) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


def scalars(values: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text in a value, with the way to it."""
    if isinstance(values, str):
        yield loc, values
    elif isinstance(values, dict):
        for name, value in values.items():
            yield from scalars(value, (*loc, name))
    elif isinstance(values, list):
        for index, value in enumerate(values):
            yield from scalars(value, (*loc, index))
