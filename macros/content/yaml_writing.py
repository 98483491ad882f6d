"""Writes values as YAML, as people write it: what is short on one line, a long text a sentence a line.

So a changed word is one changed line. The form editor writes with docs/assets/form/write.js, which gives the same text
for all that the check lets through; tests/test_form_editor.py holds the two side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

Written = str | int | Sequence["Written"] | Mapping[str, "Written"]
"""What can be written: a text, a number, a list, fields."""

_WIDTH = 120
"""So many signs go on one line."""

_SHORT_ITEM, _SHORT_FIELD = 40, 60
"""So many signs of a text go between brackets, and between braces."""

_STEP = "  "
_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
_NO_TEXT = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""What YAML 1.2 reads as nothing, as true or false, or as a number. In it, yes and no are texts."""

_SIGNS = "-?:,[]{}#&*!|>'\"%@`"
_SPLITS = (": ", " #", "\t")
"""What YAML would take for something else, in front of a text and in it, were it not between quotes."""

_BRACKETS = re.compile(r"[,\[\]{}]")
_END = re.compile(r"[.!?…][”\"’')\]]* (?=\S)")
"""Where a sentence may end."""


def yaml_of(values: Mapping[str, Written]) -> str:
    """The text of a file that holds these fields."""
    return "".join(f"{line}\n" for line in _fields(values, ""))


def _fields(values: Mapping[str, Written], indent: str) -> Iterable[str]:
    for name, value in values.items():
        start = f"{indent}{_scalar(name)}:"
        first, *rest = _behind(value, f"{start} ", indent + _STEP)
        yield f"{start} {first}" if first else start
        yield from rest


def _items(values: Sequence[Written], indent: str) -> Iterable[str]:
    for value in values:
        first, *rest = _behind(value, f"{indent}- ", indent + _STEP)
        if not first:  # What would stand under a name, begins behind the dash.
            first, rest = rest[0].lstrip(), rest[1:]
        yield f"{indent}- {first}"
        yield from rest


def _behind(value: Written, before: str, indent: str) -> list[str]:
    """What stands behind a name or a dash: the end of that line, and the lines under it, after this indent."""
    if isinstance(value, int):
        return [str(value)]
    if isinstance(value, str):
        return _text(value, before, indent)
    line = _on_one_line(value)
    if line is not None and len(before + line) <= _WIDTH:
        return [line]
    return ["", *(_fields(value, indent) if isinstance(value, Mapping) else _items(value, indent))]


def _text(text: str, before: str, indent: str) -> list[str]:
    if "\n" in text:
        return ["|", *(indent + line.rstrip() if line.strip() else "" for line in text.split("\n"))]
    line = _scalar(text)
    sentences = _sentences(text) if len(before + line) > _WIDTH else []
    return [">", *(indent + sentence for sentence in sentences)] if len(sentences) > 1 else [line]


def _sentences(text: str) -> list[str]:
    """The sentences of a text. One that has two spaces somewhere, would lose one of them."""
    if "  " in text:
        return [text]
    ends = [end.end() for end in _END.finditer(text) if not text[end.end()].islower()]
    return [text[start:end].rstrip(" ") for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def _on_one_line(value: Written) -> str | None:
    """A value between brackets or braces, or a text there; None when it does not belong on one line."""
    if isinstance(value, str | int):
        return _scalar(str(value), inside=True)
    many = not isinstance(value, Mapping)
    held = list(value.values()) if isinstance(value, Mapping) else list(value)
    longest = _SHORT_ITEM if many else _SHORT_FIELD
    texts = [str(one) for one in held if isinstance(one, str | int)]
    if any(len(text) > longest or "\n" in text for text in texts) or (many and len(texts) < len(held)):
        return None
    lines = [line for one in held if (line := _on_one_line(one)) is not None]
    if len(lines) < len(held):
        return None
    if not isinstance(value, Mapping):
        return f"[{', '.join(lines)}]"
    return (
        "{" + ", ".join(f"{_scalar(name, inside=True)}: {line}" for name, line in zip(value, lines, strict=True)) + "}"
    )


def _scalar(text: str, *, inside: bool = False) -> str:
    """A text on one line, in quotes where it needs them. inside: whether it stands between brackets or braces."""
    odd = not text or text[0] in _SIGNS or text[-1] == ":" or text.startswith("...") or any(map(text.count, _SPLITS))
    odd = odd or (inside and bool(_BRACKETS.search(text)))
    if not odd and (_NUMBER.fullmatch(text) or not _NO_TEXT.fullmatch(text)):
        return text
    return "'" + text.replace("'", "''") + "'" if re.search(r'["\\]', text) else f'"{text}"'
