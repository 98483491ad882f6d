"""What the form editor asks for each field of a record, from the model alone: Sveltia CMS's words for it.

A field of the form has the name that a file gives it, a Dutch label, our own explanation as its hint, and the limits of
the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from macros.content.guide import Guide
from macros.content.messages import pattern_hint
from macros.model.block import Block
from macros.model.dutch_words import field_words, value_words
from macros.model.entry_types import BY_COLLECTION
from macros.model.field_order import field_order
from macros.model.fields import AsIs, ForEditors, Prose
from macros.model.record import FieldShape, Record

Field = dict[str, Any]
"""One field of the form, as Sveltia CMS reads it from its configuration."""

Schemas = dict[type[Record], Mapping[str, Any]]
"""The JSON Schema of each field, by the type of record. It takes a while to make one."""

_TYPED = re.compile(r" ?Bijvoorbeeld(, op een nieuwe regel)?: [^.]*[{\[][^.]*\.")
"""A sentence that shows how something is typed."""

_WORD = re.compile(r"\b[a-z-]+(?=:| als |, | \(| of )")
"""A word that may be a value which is explained."""

_LONG = 100
"""A text that may be longer than this gets several lines to write on."""


class FormFields:
    """Makes the fields of records for one guide. schemas: those that are known, kept from one guide to the next."""

    def __init__(self, guide: Guide, schemas: Schemas) -> None:
        self._guide = guide
        self._schemas = schemas
        self._made: dict[tuple[type[Record], str], list[Field]] = {}
        self._options: dict[tuple[str, ...], Field] = {}

    def of(self, record_type: type[Record], without: str = "") -> list[Field]:
        """The fields of a record, in the order in which a file writes them.

        without: a field that the form writes by itself, because it tells the record from others.
        """
        made = self._made.get((record_type, without))
        if made is None:
            schemas = self._schemas
            if record_type not in schemas:
                schemas[record_type] = record_type.model_json_schema()["properties"]
            names = [name for name in field_order(record_type) if name != without]
            made = [self._field(name, record_type.shapes[name], schemas[record_type][name]) for name in names]
            self._made[record_type, without] = made
        return made

    def _field(self, name: str, shape: FieldShape, schema: Mapping[str, Any]) -> Field:
        hint = _hint(shape, schema.get("default"))
        told = {"name": name, "label": _field_label(name), "hint": hint, "required": shape.required}
        schema = _filled(schema)
        if shape.named:
            return {**told, "widget": "keyvalue", "key_label": "Veld", "value_label": "Tekst"}
        if shape.records:
            return {**told, **self._records(shape), **_counts(schema)}
        if not shape.many:
            return {**told, **self._value(shape, schema)}
        items = _filled(schema["items"])
        one = self._value(shape, items)
        if one["widget"] in ("select", "relation") and not _has_places(schema):
            # Boxes to tick would put them in an order of their own; often the first one counts most.
            return {**told, **one, "multiple": True, "dropdown_threshold": 0, **_counts(schema)}
        return {**told, "widget": "list", **_list_of(one, items, _field_label(name)), **_counts(schema)}

    def _records(self, shape: FieldShape) -> Field:
        """What asks for one record, for a list of them, or for a list in which each says what it is."""
        if not shape.many:
            return {"widget": "object", "fields": self.of(shape.records[0])}
        if not shape.tag:
            return {"widget": "list", "fields": self.of(shape.records[0]), "collapsed": "auto"}
        types = [
            {"name": tag, "label": _type_label(tag, one), "widget": "object", "fields": self.of(one, without=shape.tag)}
            for one in shape.records
            for tag in one.shapes[shape.tag].choices
        ]
        return {"widget": "list", "typeKey": shape.tag, "types": types, "collapsed": "auto"}

    def _value(self, shape: FieldShape, schema: Mapping[str, Any]) -> Field:
        """What asks for one value of a field that holds no records."""
        while schema.get("type") == "array":
            schema = _filled(schema["items"])
        if shape.refers:
            return self._reference(shape.refers.collections)
        if shape.choices:
            return _choice((choice, _value_label(choice)) for choice in shape.choices)
        if shape.scalar is bool:
            return _choice((("yes", "ja"), ("no", "nee")))
        if shape.scalar is int:
            return {"widget": "number", "value_type": "int", **_given(schema, {"min": "minimum", "max": "maximum"})}
        written = isinstance(shape.mark, Prose | AsIs | ForEditors) or schema.get("maxLength", 0) > _LONG
        field = {"widget": "text" if written else "string", **_given(schema, {"maxlength": "maxLength"})}
        if "pattern" in schema:
            field["pattern"] = [schema["pattern"], pattern_hint(schema["pattern"]) or shape.description]
        return field

    def _reference(self, collections: tuple[str, ...]) -> Field:
        """A picker of entries by their titles.

        Sveltia's own looks in one collection only. An id that may be of several is chosen from those that exist now.
        """
        if len(collections) == 1:
            shown = {"value_field": "{{slug}}", "display_fields": ["title"]}
            return {"widget": "relation", "collection": collections[0], **shown}
        if collections not in self._options:
            types = [BY_COLLECTION[collection] for collection in collections]
            self._options[collections] = _choice(
                (entry.id, f"{entry.title} ({one.noun})") for one in types for entry in self._guide.all(one)
            )
        return self._options[collections]


def _field_label(name: str) -> str:
    """The first of the words that people have for a field."""
    return next(iter(field_words([name])), name).capitalize()


def _value_label(value: str) -> str:
    """The first of the words that people have for a value: itself, when it is Dutch."""
    return next(iter(value_words([value])), value)


def _filled(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The JSON Schema of a field that may also be nothing, when there is something."""
    some = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    return some[0] if some else schema


def _hint(shape: FieldShape, default: object) -> str:
    """What the model says of a field, for who sees no YAML: in the words of the form, without how to type it.

    default: what is meant when nothing is chosen.
    """
    words = {choice: _value_label(choice) for choice in shape.choices} | {"yes": "ja", "no": "nee"}
    hint = _TYPED.sub("", shape.description)
    hint = _WORD.sub(lambda found: words.get(found[0], found[0]), hint)
    hint = hint[:1].upper() + hint[1:]
    if isinstance(default, bool):
        default = "yes" if default else "no"
    return (
        f"{hint} Kies je niets, dan is het {words[default]}." if isinstance(default, str) and default in words else hint
    )


def _list_of(one: Field, items: Mapping[str, Any], label: str) -> Field:
    """A list of texts; of such lists when each item is one. What stands in it needs no name in the file.

    Short texts stand under one another, a line each. That drops an empty one, so it is not for cells.
    """
    if items.get("type") == "array":
        inner = {"name": "row", "label": label, "widget": "list", **_list_of(one, _filled(items["items"]), label)}
        return {"field": {**inner, **_counts(items)}, "collapsed": "auto", "summary": "{{row}}"}
    if one == {"widget": "string"} and items.get("minLength"):
        return {}
    return {"field": {"name": "item", "label": label, "required": False, **one}}


def _counts(schema: Mapping[str, Any]) -> Field:
    """How many items a list takes."""
    return _given(schema, {"min": "minItems", "max": "maxItems"})


def _has_places(schema: Mapping[str, Any]) -> bool:
    """Whether a list has so many places, such as two arms: the same may stand in each, and a picker breaks on that."""
    return "minItems" in schema and schema["minItems"] == schema.get("maxItems")


def _given(schema: Mapping[str, Any], names: Mapping[str, str]) -> Field:
    """The limits that the model gives, under Sveltia's names for them."""
    return {name: schema[limit] for name, limit in names.items() if limit in schema}


def _type_label(tag: str, record_type: type[Record]) -> str:
    """What an editor calls a record among others: its word, and of a block also what it is."""
    told = f": {record_type.handbook_text}" if issubclass(record_type, Block) else ""
    return f"{_value_label(tag).capitalize()}{told}"


def _choice(options: Iterable[tuple[str, str]]) -> Field:
    return {"widget": "select", "options": [{"label": label, "value": value} for value, label in options]}
