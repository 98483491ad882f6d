"""Edits in the text of a YAML file that touch only the lines that are meant: an id, a field, a point of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.content.yaml_file import Loc, YamlFile, YamlValue, parse_yaml_file


@dataclass(frozen=True, order=True)
class Edit:
    """Other words in the place of those between two positions in a text."""

    start: int
    end: int
    words: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with these edits; no two of them overlap."""
    for edit in sorted(set(edits), reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def value_at(source: YamlFile, loc: Loc) -> YamlValue:
    """The value at a path."""
    value: Any = source.values
    for step in loc:
        value = value[step]
    found: YamlValue = value
    return found


def without(file: str, text: str, locs: Iterable[Loc]) -> str:
    """A YAML text without the fields and the points of lists at these paths."""
    # From the last to the first: what stands before keeps its path.
    for loc in sorted(set(locs), key=_as_order, reverse=True):
        source = parse_yaml_file(file, text.encode())
        text = _without(source, loc)
    return text


def _as_order(loc: Loc) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in loc)


def _without(source: YamlFile, loc: Loc) -> str:
    above, last = loc[:-1], loc[-1]
    around = value_at(source, above)
    if around is not None and len(around) == 1 and above:
        return _without(source, above)  # A list or a record of nothing goes as a whole.
    if source.typed(above)[:1] in ("[", "{") and above:
        return _without_in_brackets(source, loc)
    start = source.spans[loc][0] if isinstance(last, int) else source.names[loc]
    line = source.text.rfind("\n", 0, start) + 1
    end = _line_end(source.text, _end_of(source, loc))
    if source.text[line:start].strip() and isinstance(last, str):
        # The first field of a point: the next one moves up to the dash.
        following = min(at for name, at in source.names.items() if name[:-1] == above and at > start)
        return source.text[:start] + source.text[following:]
    return source.text[:line] + source.text[end:]


def _without_in_brackets(source: YamlFile, loc: Loc) -> str:
    start = source.spans[loc][0] if isinstance(loc[-1], int) else source.names[loc]
    end = source.spans[loc][1]
    after = re.compile(r"\s*,\s*").match(source.text, end)
    if after:
        return source.text[:start] + source.text[after.end() :]
    before = re.search(r"\s*,\s*$", source.text[:start])
    return source.text[: before.start() if before else start] + source.text[end:]


def _end_of(source: YamlFile, loc: Loc) -> int:
    """Where the last words of a value end: YAML itself counts blank lines and comments below it along."""
    ends = [
        end
        for path, (start, end) in source.spans.items()
        if path[: len(loc)] == loc and (not _has_parts(source, path) or source.text[start] in "[{")
    ]
    return len(source.text[: max(ends)].rstrip())


def _has_parts(source: YamlFile, loc: Loc) -> bool:
    return isinstance(value_at(source, loc), list | dict)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def with_points(file: str, text: str, name: str, points: Iterable[str]) -> str:
    """A YAML text with more points in a list of words at its top; the list is made when there is none."""
    source = parse_yaml_file(file, text.encode())
    held = source.values.get(name)
    known = held if isinstance(held, list) else []
    more = [point for point in dict.fromkeys(points) if point not in known]
    if not more:
        return text
    if not known:
        text = without(file, text, [(name,)] if name in source.values else [])
        return f"{text.rstrip()}\n{name}: [{', '.join(more)}]\n"
    at = source.spans[name, len(known) - 1]
    if source.typed((name,))[:1] == "[":
        return text[: at[1]] + "".join(f", {point}" for point in more) + text[at[1] :]
    line = text.rfind("\n", 0, at[0]) + 1
    end = len(text[: at[1]].rstrip())
    return text[:end] + "".join(f"\n{text[line : at[0]]}{point}" for point in more) + text[end:]
