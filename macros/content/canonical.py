"""The one form in which a content file is written: the form for editors writes it so, and `make format` does too.

So a changed word is one changed line, whoever changed it. The values stay what they are: the fields in their order,
what is empty left out, spaces around a text gone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from macros.content.guide import Guide
from macros.content.yaml_file import YamlFile, YamlValue
from macros.content.yaml_writing import Written, yaml_of
from macros.model.entry_types import BY_COLLECTION
from macros.model.field_order import field_order
from macros.model.record import FieldShape, Record
from macros.model.settings import SearchWords, Site

REMARK = "remark"
"""The field that holds what would else be a comment."""

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)
_INDEX = re.compile(r"0|[1-9][0-9]{0,9}")
_INT, _BOOL = TypeAdapter(int), TypeAdapter(bool)


@dataclass(frozen=True)
class Comment:
    """A comment of YAML: where it starts in the text of its file, and what it says."""

    start: int
    words: str


def comments(file: YamlFile) -> list[Comment]:
    """The comments in a file, one a line. A # in a text is none."""
    found = [*_COMMENT.finditer(file.text)] if "#" in file.text else []
    texts = _texts(file) if found else []
    return [
        Comment(one.start(), one[0].lstrip("#").strip())
        for one in found
        if not any(start <= one.start() < end for start, end in texts)
    ]


def _texts(file: YamlFile) -> list[tuple[int, int]]:
    """Where each text starts and ends; behind | and > on their own line there may still be a comment."""
    around = {loc[:-1] for loc in file.spans if loc}
    spans = [span for loc, span in file.spans.items() if loc not in around]
    return [
        (file.text.find("\n", start) if file.text[start] in "|>" else start, end) for start, end in spans if end > start
    ]


def files_of(guide: Guide) -> Iterator[tuple[type[Record], YamlFile]]:
    """Every file of the content, with the type of what it holds."""
    for (collection, _), file in guide.files.items():
        yield BY_COLLECTION[collection], file
    settings: list[tuple[type[Record], YamlFile | None]] = [(Site, guide.site_file), (SearchWords, guide.search_file)]
    yield from ((record_type, file) for record_type, file in settings if file)


def in_form(record_type: type[Record], file: YamlFile) -> str:
    """The text of a sound file as it should be; each comment moves to its remark."""
    values = dict(file.values)
    if said := [comment.words for comment in comments(file)]:
        kept = values.get(REMARK)
        values[REMARK] = "\n".join([*([kept] if isinstance(kept, str) else []), *said])
    return text_in_form(record_type, values)


def text_in_form(record_type: type[Record], values: Mapping[str, YamlValue]) -> str:
    """The text of a file that holds these fields."""
    return yaml_of(_record(record_type, values))


def _record(record_type: type[Record], values: Mapping[str, YamlValue]) -> dict[str, Written]:
    """The fields of a record in their order."""
    return {
        name: _value(record_type.shapes[name], values[name])
        for name in field_order(record_type)
        if name in values and values[name] not in (None, [])
    }


def _value(shape: FieldShape, value: YamlValue) -> Written:
    if isinstance(value, list):
        return [_value(shape, part) for part in value]
    if isinstance(value, dict):
        own = shape.record_tagged(value.get(shape.tag))
        if own is None:
            return {name: _value(shape, value[name]) for name in sorted(value, key=_place_in_javascript)}
        return _record(own, value)
    return _scalar(shape, value or "")


def _scalar(shape: FieldShape, typed: str) -> str:
    """A word as its field holds it. yes and no stay words: for the form they are a choice."""
    text = typed.strip()
    if shape.scalar is str:
        return text
    try:
        return (
            str(_INT.validate_python(text)) if shape.scalar is int else "yes" if _BOOL.validate_python(text) else "no"
        )
    except ValidationError:
        return text  # It may be a word as well.


def _place_in_javascript(name: str) -> float:
    """Where a name stands among others: there, numbers come first."""
    return int(name) if _INDEX.fullmatch(name) and int(name) < 2**32 - 1 else math.inf
