"""What stands behind a command as options, as the fields of an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.content.problems import ContentError, did_you_mean
from macros.content.yaml_file import YamlValue, parse_yaml_file
from macros.model.dutch_words import field_words
from macros.model.entry import Entry
from macros.model.record import FieldShape
from macros.system.errors import Refusal


def given_values(kind: type[Entry], options: Mapping[str, Sequence[str]]) -> dict[str, YamlValue]:
    """The fields that were given, each in the shape that it has. Raises Refusal for a field that there is not."""
    fields = [name for name in kind.shapes if name != "id"]
    values: dict[str, YamlValue] = {}
    for option, given in options.items():
        name = option.replace("-", "_")
        if name not in fields:
            hint = did_you_mean(name, fields, words=field_words(fields))
            raise Refusal(f"Een {kind.noun} heeft geen veld '{name}'. {hint}")
        shape = kind.shapes[name]
        parts = [part for text in given for part in _parts(name, shape, text)]
        if len(parts) > 1 and not shape.many:
            raise Refusal(f"'--{option}' staat er {len(parts)} keer, en kan maar één keer.")
        values[name] = parts if shape.many else parts[0] if parts else ""
    return values


def _parts(name: str, shape: FieldShape, text: str) -> list[YamlValue]:
    """What one option holds: a record as YAML, several ids or words with commas between them, or one text."""
    if shape.records or shape.named:
        return [_record(name, text)]
    if shape.many and (shape.refers or shape.choices):
        return [part.strip() for part in text.split(",") if part.strip()]
    return [text]


def _record(name: str, text: str) -> YamlValue:
    hint = f'Schrijf het zoals in een bestand, tussen accolades: --{name} "{{naam: waarde, naam: waarde}}"'
    try:
        value = parse_yaml_file(f"--{name}", f"value: {text}".encode()).values["value"]
    except ContentError as error:
        raise Refusal(f"Wat bij --{name} staat, kunnen we niet lezen: {error.problems[0].message} {hint}") from None
    if not isinstance(value, dict):
        raise Refusal(f"Bij --{name} horen velden. {hint}")
    return value
