"""Validation: from one YAML file to one record, with texts that can do no harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from pydantic import StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from macros.content.external_urls import fault_in_url
from macros.content.handbook import TEXTS, fields_address, piece_address
from macros.content.markup_rules import folded_list
from macros.content.messages import explain_field
from macros.content.misplaced_fields import hint_for_field, meant_field, untagged
from macros.content.problems import ContentError, Problem, explained_at
from macros.content.signs import fixed_space
from macros.content.text_rules import faults, plain_faults
from macros.content.yaml_file import Loc, YamlFile, YamlValue
from macros.model.fields import Address, AsIs, Day, ForEditors, Prose, RefersTo
from macros.model.record import FieldShape, Mark, Record

R = TypeVar("R", bound=Record)

_HELPED = 100
"""For so many unknown fields we look which one is meant: a report tells of fewer, and looking takes time."""


def record_from(record_type: type[R], file: YamlFile, id: str | None = None) -> R:
    """What a file holds, as a record of one type. Raises ContentError with everything that is wrong with it.

    id: what the name of the file gives to an entry.
    """
    with explained_at(fields_address(file.file)):
        return _record_from(record_type, file, id)


def _record_from(record_type: type[R], file: YamlFile, id: str | None) -> R:
    problems = [problem.leading_to(TEXTS) for problem in _text_problems(record_type, file)]
    if "id" in file.values:
        message = "De id staat niet in het bestand: de naam van het bestand is de id."
        problems.append(Problem(file.place_of_name(("id",)), message, "Schrap deze regel."))
    values = {name: value for name, value in file.values.items() if name != "id"}
    try:
        record = record_type.model_validate(values if id is None else {**values, "id": id})
    except ValidationError as error:
        causes = enumerate(_causes(record_type, error.errors(include_url=False)))
        raise ContentError(
            [*problems, *(_problem(record_type, file, cause, number < _HELPED) for number, cause in causes)]
        ) from None
    if problems:
        raise ContentError(problems)
    return record


def marked_texts(record: Record, loc: Loc = (), *, bare: bool = False) -> Iterator[tuple[str, Loc, Mark, str]]:
    """Every marked text that readers may see in a record: its field, the path to it, its mark, the text.

    bare: also those without a mark.
    """
    for name, shape in record.shapes.items():
        value = getattr(record, name)
        if not value or (shape.mark is None and not shape.records and not bare) or isinstance(shape.mark, ForEditors):
            continue
        many = isinstance(value, tuple)
        for index, part in enumerate(value if many else (value,)):
            path = (*loc, name, index) if many else (*loc, name)
            if isinstance(part, Record):
                yield from marked_texts(part, path, bare=bare)
            elif isinstance(part, str) and (bare or shape.mark is not None):
                yield name, path, shape.mark, part


def _causes(record_type: type[Record], errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The errors of pydantic without those that only follow from another one.

    A misspelt field is missing under its right name; a list is too short for want of its wrong points.
    """
    unknown = [error for error in errors if error["type"] == "extra_forbidden"]
    misspelt = {
        (*error["loc"][:-1], meant_field(_spot_of(record_type, error["loc"]).records[-1], str(error["loc"][-1])))
        for error in unknown[:_HELPED]
    }
    for error in errors:
        missing = error["type"] == "missing" and error["loc"] in misspelt
        short = error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]
        if not missing and not short:
            yield error


def _problem(record_type: type[Record], file: YamlFile, error: ErrorDetails, helped: bool) -> Problem:
    """One error of pydantic as a problem for an editor. helped: whether to look which field may be meant."""
    spot = _spot_of(record_type, error["loc"])
    if error["type"] == "extra_forbidden":
        written = str(error["loc"][-1])
        *above, here = (file.fields_at(spot.path[:steps]) for steps in range(len(spot.path)))
        hint = hint_for_field(spot.records, written, here, list(chain(*above))) if helped else ""
        more = piece_address(str(spot.path[0])) if len(spot.path) > 1 else ""
        return Problem(file.place_of_name(spot.path), f"Het veld '{written}' kennen we hier niet.", hint, more)
    shape, path = spot.shape, spot.path
    if error["type"] in ("literal_error", "string_pattern_mismatch") and (space := fixed_space(str(error["input"]))):
        return Problem(file.place_in(path, space[0]), *space[1:])
    if error["type"] == "union_tag_not_found" and shape:
        name, *words = untagged(shape, error["input"])
        return Problem(file.place_of_name((*path, name)), *words)
    message, hint = explain_field(error, shape)
    if error["type"] == "missing":
        path = path[:-1]
    elif error["type"] == "union_tag_invalid":
        path = (*path, shape.tag if shape else "")
    return Problem(file.place_of(path), message, hint, piece_address(str(path[0])) if len(path) > 1 else "")


@dataclass(frozen=True)
class _Spot:
    """Where in a file an error of pydantic is.

    path: as the file has it. records: the types of the records around it, the innermost last.
    shape: what the field at the end holds; None when there is no such field.
    """

    path: Loc
    records: tuple[type[Record], ...]
    shape: FieldShape | None


def _spot_of(record_type: type[Record], loc: Loc) -> _Spot:
    """Where in a file an error is, by pydantic's path, in which also the tags of records are steps."""
    shape: FieldShape | None = None
    records, path = [record_type], list[str | int]()
    for step in loc:
        if isinstance(step, str):
            inside = shape.record_tagged(step) if shape else None
            several = shape is not None and len(shape.records) > 1
            if inside:
                records.append(inside)
            shape = records[-1].shapes.get(step)
            if inside and several:
                shape = None
                continue  # This step is the tag of the record, and no field of it.
        path.append(step)
    return _Spot(tuple(path), tuple(records), shape)


def _texts(value: YamlValue, loc: Loc, shape: FieldShape) -> Iterator[tuple[Loc, Mark, str]]:
    """Every text in the raw values of a known field: the path to it, the mark of its field, the text."""
    if isinstance(value, str):
        yield loc, shape.mark, value
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*loc, index), shape)
    elif isinstance(value, dict) and shape.named:
        for name, part in value.items():
            for line in part.splitlines() if isinstance(part, str) else ():
                yield (*loc, name), shape.mark, line
    elif isinstance(value, dict):
        record_type = shape.record_tagged(value.get(shape.tag))
        yield from _texts_of_record(record_type, value, loc) if record_type else ()


def _texts_of_record(
    record_type: type[Record], values: Mapping[str, YamlValue], loc: Loc
) -> Iterator[tuple[Loc, Mark, str]]:
    for name, part in values.items():
        shape = record_type.shapes.get(name)
        if shape and not (shape.many and isinstance(part, str)):  # A text where a list belongs is refused as a whole.
            yield from _texts(part, (*loc, name), shape)


def _text_problems(record_type: type[Record], file: YamlFile) -> Iterator[Problem]:
    """What the texts of a file hold that they may not."""
    for loc, mark, text in _texts_of_record(record_type, file.values, ()):
        if isinstance(mark, RefersTo | Day | StringConstraints | str):
            continue  # The model only lets through an id that exists, what fits the pattern or a word that is known.
        if isinstance(mark, AsIs | ForEditors):
            continue  # macros/check/message_rules.py looks at words that someone sends; a remark is never shown.
        if isinstance(mark, Address):
            wrong_url = fault_in_url(text)
            if wrong_url:
                yield Problem(file.place_of(loc), *wrong_url)
            continue
        prose, lists = isinstance(mark, Prose), isinstance(mark, Prose) and mark.lists
        typed = file.typed(loc)
        folded = folded_list(typed)
        if folded is not None:
            yield Problem(file.place_of(loc, folded), *_folded(typed, lists=lists))
            continue
        found = faults(text, markup=prose, lists=lists)
        for fault in found or ([] if prose else plain_faults(text.strip())):
            yield Problem(file.place_in(loc, fault.snippet, fault.nth), fault.message, fault.hint)


def _folded(typed: str, *, lists: bool) -> tuple[str, str]:
    """What is wrong with a list in a text of which YAML joins the lines, and what would help."""
    message = "Deze lijst wordt één lange regel: YAML plakt de regels van deze tekst aan elkaar."
    if not lists:
        return message, "Maak er één zin van. Heeft het veld zelf punten? Laat elk punt dan even ver inspringen."
    where = "in plaats van '>'" if typed[:1] == ">" else "achter de dubbele punt, en begin op de volgende regel"
    return message, f"Schrijf '|' {where}. Laat boven het eerste punt een lege regel open."
