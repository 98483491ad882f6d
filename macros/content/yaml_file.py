"""Parses one YAML file, and keeps where each value stands in it.

Every scalar is read as text. YAML's own guesses (`no` is false, `12:30` is 750)
surprise the people who write these files; what a value means is for the model to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from macros.content.handbook import VALUES
from macros.content.messages import cannot_start, explain_yaml, twice
from macros.content.problems import ContentError, Place, Problem, explained_at, place_at
from macros.content.signs import in_its_letters, odd_signs
from macros.content.text_file import raw_bytes, yaml_text_of
from macros.content.yaml_depth import LOADER, MAX_DEPTH, TOO_DEEP, too_deep
from macros.content.yaml_slips import NOWHERE, Spot, in_braces, mends, no_field

Loc = tuple[str | int, ...]
"""The path to a value: ("sources", 0, "page")."""

YamlValue = str | list["YamlValue"] | dict[str, "YamlValue"] | None
"""What a field holds as YAML has it: text, a list, fields, or nothing."""

_COMMENT = re.compile(r"[ \t]+(#)[^\n]*\S")
"""A comment behind a value, on the same line."""

_WITHIN_SCALAR = ("quoted scalar", "simple key", "alias", "anchor")
_WITHIN_FLOW = ("flow sequence", "flow mapping")
"""What YAML was parsing when it found an error; a list between brackets may go on over several lines."""


@dataclass(frozen=True, eq=False)
class YamlFile:
    """The raw values of one content file, and where they stand in its text.

    spans: where each value starts and ends. names: where the name of each field starts.
    """

    file: str
    text: str
    values: dict[str, YamlValue]
    spans: dict[Loc, tuple[int, int]] = field(repr=False)
    names: dict[Loc, int] = field(repr=False)
    worked_out: dict[object, object] = field(default_factory=dict, init=False, repr=False)  # See once_a_file.

    def fields_at(self, loc: Loc) -> list[str]:
        """The names of the fields at a path; none when what stands there has none."""
        value: YamlValue = self.values
        for step in loc:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int):
                value = value[step]
        return list(value) if isinstance(value, dict) else []

    def place_of(self, loc: Loc, offset: int = 0) -> Place:
        """Where this value stands, or a sign in it; for a value that is missing, where its parent stands."""
        return place_at(self.file, self.text, self._span(loc)[0] + offset)

    def typed(self, loc: Loc) -> str:
        """A value as it was typed: with its quotes or its > and every line."""
        start, end = self._span(loc)
        return self.text[start:end]

    def place_of_name(self, loc: Loc) -> Place:
        """Where the name of this field stands, rather than its value."""
        loc = self._nearest(loc)
        return place_at(self.file, self.text, self.names.get(loc, self.spans[loc][0]))

    def place_in(self, loc: Loc, snippet: str, nth: int = 0) -> Place:
        """Where the nth occurrence of a snippet without white space stands inside a value."""
        start, end = self._span(loc)
        if self.text[start : start + 1] in ("|", ">"):
            start = self.text.find("\n", start, end)  # What stands behind the sign is no part of the text.
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


@explained_at(VALUES)
def parse_yaml_file(file: str, raw: bytes) -> YamlFile:
    """The values of a YAML file. Raises ContentError with everything that is wrong with its bytes and its YAML.

    file: its path, for messages.
    """
    text, problems = yaml_text_of(file, raw)
    try:
        deep = too_deep(text)
        if deep is not None:
            raise ContentError([*problems, Problem(place_at(file, text, deep), *TOO_DEEP)])
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise ContentError([*problems, *_syntax_problems(file, text, error)]) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise ContentError([*problems, Problem(Place(file), *explain_yaml(""))]) from None
    if not isinstance(node, yaml.MappingNode):
        raise ContentError([*problems, _no_fields(file, text, node)])
    source = YamlFile(file, text, {}, {}, {})
    problems += _Reader(source).read(node)
    if problems:
        raise ContentError(problems)
    return source


def _no_fields(file: str, text: str, node: yaml.Node | None) -> Problem:
    """The problem of a file that is empty, or holds a list or a text rather than fields."""
    if node is None:
        return Problem(
            Place(file),
            "Dit bestand is leeg: er staat geen enkel veld in.",
            "Verwijder het, of kopieer een bestaand bestand uit dezelfde map als begin.",
        )
    return Problem(
        place_at(file, text, node.start_mark.index),
        "Dit bestand bestaat niet uit velden.",
        "Elk veld begint met zijn naam, een dubbele punt en een spatie, zoals 'title: Zie en groet elke ouder'.",
    )


def _syntax_problems(file: str, text: str, error: yaml.MarkedYAMLError) -> list[Problem]:
    """What YAML cannot read, as problems: every line of which we know how it is meant, and what is left then."""
    found, mended = mends(text, _stuck_at)
    problems = [Problem(Place(file, mend.line + 1, mend.column + 1), mend.message, mend.hint) for mend in found]
    left = _syntax_error(mended) if found else error
    return [*problems, _syntax_problem(file, mended, left)] if left else problems


def _syntax_error(text: str) -> yaml.MarkedYAMLError | None:
    """Where YAML cannot go on; None when it can read all of a text."""
    try:
        yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        return error
    except (yaml.YAMLError, RecursionError, ValueError):
        pass  # Whatever it is, no line is to blame.
    return None


def _stuck_at(text: str) -> Spot:
    error = _syntax_error(text)
    mark = _mark_of(error) if error else None
    return (mark.line, mark.column) if mark else NOWHERE


def _mark_of(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where to mend a syntax error. What was opened and never closed, is mended where it was opened."""
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    within = error.context or ""
    if opened and mark:
        open_list = within.endswith(_WITHIN_FLOW) and opened.line < mark.line
        return opened if within.endswith(_WITHIN_SCALAR) or open_list else mark
    return mark


def _syntax_problem(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """A YAML syntax error as a problem."""
    mark = _mark_of(error)
    if mark is None:
        return Problem(Place(file), *explain_yaml(error.problem or ""))
    lines, said = text.split("\n"), f"{error.context or ''} {error.problem or ''}"
    if mark.line >= len(lines):  # YAML sees one line more than there is.
        return Problem(place_at(file, text, len(text)), *explain_yaml(said, lines[-1]))
    before = lines[mark.line][: mark.column]
    name = before.strip()
    column = before.index(name) if name.isidentifier() else mark.column
    return Problem(Place(file, mark.line + 1, column + 1), *explain_yaml(said, before))


class _Reader:
    """Turns the YAML nodes of one file into plain values, and keeps where each one stands.

    The nodes themselves are not kept: a guide holds thousands of values, and nodes take much memory.
    """

    def __init__(self, source: YamlFile) -> None:
        self.source = source
        self.problems: list[Problem] = []
        # Most files hold plain letters only.
        self.plain = source.text.isascii() and "&" not in source.text and "\\" not in source.text

    def read(self, node: yaml.MappingNode) -> list[Problem]:
        """Fill the source with the values of its top node, and return what is wrong with them."""
        values = self._value(node, ())
        self.source.values.update(values if isinstance(values, dict) else {})
        return self.problems

    def _value(self, node: yaml.Node, loc: Loc) -> YamlValue:
        """The value of a node; None when it is empty or wrong."""
        start = node.start_mark.index
        self.source.spans[loc] = start, node.end_mark.index
        first = self.source.text[start : start + 1]
        if first in ("!", "&"):
            # YAML would make it a tag or an anchor, and drop the word. What * repeats, began with & the first time.
            self._report(start, *cannot_start(first))
            return None
        if len(loc) > MAX_DEPTH:
            self._report(start, *TOO_DEEP)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(part, (*loc, index)) for index, part in enumerate(node.value)]
        return self._text(node) if isinstance(node, yaml.ScalarNode) else None

    def _text(self, node: yaml.ScalarNode) -> str | None:
        """The text of a scalar; None when it is empty."""
        comment = not node.style and _COMMENT.match(self.source.text, node.end_mark.index)
        if comment:
            self._report(
                comment.start(1),
                "Alles na dit # is voor YAML een opmerking, en verdwijnt.",
                "Hoort het bij de tekst? Zet de hele tekst tussen dubbele aanhalingstekens.\n"
                "Is het een opmerking? Zet ze in het veld 'remark'.",
            )
        empty = not node.value or (not node.style and node.value in ("~", "null"))
        return None if empty else str(node.value) if self.plain else self._letters(node)

    def _letters(self, node: yaml.ScalarNode) -> str:
        """The text in its letters. A sign may hide in how it was typed: as &shy;, or by its number."""
        typed, text = self.source.text[node.start_mark.index : node.end_mark.index], in_its_letters(str(node.value))
        if "&" in typed or node.style == '"':
            for sign in odd_signs(text):
                if text[sign.start] not in typed:
                    self._report(node.start_mark.index, sign.message, sign.hint)
        return text

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, YamlValue]:
        """The fields of a mapping; a field whose name is no name, or that stands there already, is left out."""
        values: dict[str, YamlValue] = {}
        torn = False
        for key, value in node.value:
            start = key.start_mark.index
            if not isinstance(key, yaml.ScalarNode):
                self._report(
                    start,
                    "Hier staat geen naam van een veld.",
                    "Een veld ziet eruit als 'naam: waarde'. Accolades { } of haken [ ] rond een naam horen hier niet.",
                )
                continue
            path = (*loc, key.value)
            if node.flow_style and self._has_no_colon(key, value):
                if not torn:  # What is said of the first, mends all of the line.
                    self._report(start, *self._torn_apart(key))
                torn = True
                continue
            if key.value in values:
                first = place_at(self.source.file, self.source.text, self.source.names[path])
                hint = twice(first.line, next(reversed(values.values())))
                self._report(start, f"Het veld '{key.value}' staat er twee keer.", hint)
                continue
            self.source.names[path] = start
            values[key.value] = self._value(value, path)
        return values

    def _has_no_colon(self, key: yaml.Node, value: yaml.Node) -> bool:
        """Whether words between braces stand alone, without a colon and a value."""
        empty = isinstance(value, yaml.ScalarNode) and not value.value and not value.style
        return empty and self.source.text[key.end_mark.index :].lstrip()[:1] != ":"

    def _torn_apart(self, key: yaml.ScalarNode) -> tuple[str, str]:
        """What is wrong with words between braces that are no field, and what would help."""
        line, at = self.source.text.split("\n")[key.start_mark.line], key.start_mark.column
        if line[:at].rstrip().endswith("{") and not re.match(r"[a-z_]+:", key.value):
            return no_field(line, at, key.value)
        mended = in_braces(line)
        hint = f"Schrijf: {mended.strip()}" if mended else "Zet een tekst met een komma tussen aanhalingstekens."
        if re.match(r"[a-z_]+:", key.value):
            return "Na de dubbele punt hoort een spatie.", hint
        return f"De komma voor '{key.value}' knipt de tekst in twee.", hint

    def _report(self, index: int, message: str, hint: str) -> None:
        """Report a problem at a position in the text."""
        self.problems.append(Problem(place_at(self.source.file, self.source.text, index), message, hint))
