"""Writes a new file of content/: its fields in the order of the model, each value as an editor would write it."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

from macros.content.problems import ContentError
from macros.content.yaml_file import YamlValue, parse_yaml_file
from macros.model.entry_types import BY_COLLECTION
from macros.model.record import Record
from macros.system.files import write_file

_WIDTH = 110
_SHORT = 40
"""As long as a point of a list between brackets may be."""


def write_entry(path: Path, values: Mapping[str, YamlValue]) -> None:
    """Write the file of an entry; the folder that it stands in says what it is."""
    write_file(path, entry_text(BY_COLLECTION[path.parent.name], values))


def entry_text(entry_type: type[Record], values: Mapping[str, YamlValue]) -> str:
    """The YAML of an entry."""
    known = [name for name in entry_type.shapes if name in values]
    lines = [line for name in known for line in _field(name, values[name], "")]
    return "".join(f"{line}\n" for line in lines)


def _field(name: str, value: YamlValue, indent: str) -> list[str]:
    """The lines of one field."""
    flow = _flow(value)
    if flow is not None and len(f"{indent}{name}: {flow}") <= _WIDTH:
        return [f"{indent}{name}: {flow}"]
    if isinstance(value, str):
        return _long(f"{indent}{name}:", value, f"{indent}  ")
    if isinstance(value, list):
        return [f"{indent}{name}:", *(line for part in value for line in _point(part, f"{indent}  "))]
    fields = value or {}
    return [f"{indent}{name}:", *(line for key in fields for line in _field(key, fields[key], f"{indent}  "))]


def _point(value: YamlValue, indent: str) -> list[str]:
    """The lines of one point of a list."""
    flow = _flow(value)
    if flow is not None and len(f"{indent}- {flow}") <= _WIDTH:
        return [f"{indent}- {flow}"]
    if isinstance(value, str):
        return _long(f"{indent}-", value, f"{indent}  ")
    if isinstance(value, list):
        return [f"{indent}-", *(line for part in value for line in _point(part, f"{indent}  "))]
    fields = value or {}
    lines = [line for key in fields for line in _field(key, fields[key], f"{indent}  ")]
    return [f"{indent}- {lines[0].strip()}", *lines[1:]]


def _long(begin: str, text: str, indent: str) -> list[str]:
    """A text that does not fit on one line: its lines folded, or as they are where it has several."""
    text = text.rstrip("\n")
    if "\n" in text and _is_plain_block(text):
        return [f"{begin} |", *(f"{indent}{line}".rstrip() for line in text.split("\n"))]
    if "\n" not in text and "  " not in text and text == text.strip():
        folded = textwrap.wrap(text, _WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
        return [f"{begin} >", *(f"{indent}{line}" for line in folded)]
    return [f"{begin} {_quoted(text)}"]


def _is_plain_block(text: str) -> bool:
    return not text.startswith((" ", "\n")) and all(line == line.rstrip() for line in text.split("\n"))


def _flow(value: YamlValue) -> str | None:
    """A value on one line; None when it is to be written over several."""
    if value is None or isinstance(value, str):
        text = (value or "").rstrip("\n")
        return None if "\n" in text else _scalar(text, "value: {}")
    if isinstance(value, list):
        parts = [_flow_part(part) for part in value if isinstance(part, str) and len(part) <= _SHORT]
        return f"[{', '.join(filter(None, parts))}]" if len(parts) == len(value) and None not in parts else None
    fields = {name: _flow_part(part) for name, part in value.items() if not isinstance(part, dict)}
    whole = len(fields) == len(value) and all(part is not None for part in fields.values())
    return f"{{{', '.join(f'{name}: {part}' for name, part in fields.items())}}}" if whole and value else None


def _flow_part(value: YamlValue) -> str | None:
    """A value between brackets; None when it does not belong there."""
    if isinstance(value, list):
        return _flow(value)
    return None if not isinstance(value, str) or "\n" in value else _scalar(value, "value: [{}]")


def _scalar(text: str, within: str) -> str:
    """A text as it stands, when it is read so; else between quotes."""
    try:
        read = parse_yaml_file("", within.format(text).encode()).values["value"]
    except ContentError:
        return _quoted(text)
    return text if read in (text, [text]) else _quoted(text)


def _quoted(text: str) -> str:
    said = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{said}"'
