"""From one YAML file to one record: validated by the model, and with texts that can do no harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import StringConstraints, ValidationError

from macros.content.external_urls import fault_in_url
from macros.content.messages import explain_field
from macros.content.problems import ContentError, Problem, did_you_mean, nearest
from macros.content.text_rules import faults, plain_faults
from macros.content.yaml_file import Loc, YamlFile
from macros.model.fields import Address, Prose, RefersTo
from macros.model.record import TAG, FieldShape, Mark, Record

R = TypeVar("R", bound=Record)


def record_from(record_type: type[R], file: YamlFile, id: str | None = None) -> R:
    """What a file holds, as a record of one type. Raises ContentError with everything that is wrong with it.

    id: what the name of the file gives to an entry.
    """
    problems = list(_text_problems(record_type, file))
    if "id" in file.values:
        problems.append(
            Problem(
                file.place_of_name(("id",)),
                "De id staat niet in het bestand: de naam van het bestand is de id.",
                "Schrap deze regel.",
            )
        )
    values = {name: value for name, value in file.values.items() if name != "id"}
    try:
        record = record_type.model_validate(values if id is None else {**values, "id": id})
    except ValidationError as error:
        slips = _causes(record_type, error.errors(include_url=False))
        raise ContentError([*problems, *(_problem(record_type, file, slip) for slip in slips)]) from None
    if problems:
        raise ContentError(problems)
    return record


def marked_texts(record: Record, loc: Loc = (), *, bare: bool = False) -> Iterator[tuple[str, Loc, Mark, str]]:
    """Every marked text in a record: its field, the way to it, what it is marked as, the text. bare: also those without a mark."""
    for name, shape in record.shapes.items():
        value = getattr(record, name)
        if not value or (shape.mark is None and not shape.records and not bare):
            continue
        many = isinstance(value, tuple)
        for index, part in enumerate(value if many else (value,)):
            way = (*loc, name, index) if many else (*loc, name)
            if isinstance(part, Record):
                yield from marked_texts(part, way, bare=bare)
            elif isinstance(part, str) and (bare or shape.mark is not None):
                yield name, way, shape.mark, part


def _causes(record_type: type[Record], slips: list[Any]) -> Iterator[Any]:
    """The slips less those that only follow: a field that is missing under its right name, a list that is short by its wrong points."""
    misspelt = {
        (*slip["loc"][:-1], nearest(str(slip["loc"][-1]), _known(record_type, slip["loc"])))
        for slip in slips
        if slip["type"] == "extra_forbidden"
    }
    for slip in slips:
        missing = slip["type"] == "missing" and slip["loc"] in misspelt
        short = slip["type"] == "too_short" and len(slip["input"]) >= slip["ctx"]["min_length"]
        if not missing and not short:
            yield slip


def _known(record_type: type[Record], loc: Loc) -> list[str]:
    """The fields that could stand where this one stands."""
    return [name for name in _field_at(record_type, loc)[0].shapes if name != "id"]


def _problem(record_type: type[Record], file: YamlFile, slip: Mapping[str, Any]) -> Problem:
    """One slip that pydantic found, said to an editor."""
    loc = tuple(slip["loc"])
    if slip["type"] == "extra_forbidden":
        known = _known(record_type, loc)
        return Problem(
            file.place_of_name(loc), f"Het veld '{loc[-1]}' kennen we hier niet.", did_you_mean(str(loc[-1]), known)
        )
    _, shape = _field_at(record_type, loc)
    message, hint = explain_field(slip, shape.description if shape else "", shape.choices if shape else ())
    if slip["type"] == "missing":
        loc = loc[:-1]
    elif slip["type"] == "union_tag_invalid":
        loc = (*loc, TAG)
    return Problem(file.place_of(loc), message, hint)


def _field_at(record_type: type[Record], loc: Loc) -> tuple[type[Record], FieldShape | None]:
    """The type of record that holds the last step of a way, and what the field of that name holds; None when there is no such field."""
    shape: FieldShape | None = None
    for step in loc:
        if not isinstance(step, str):
            continue
        inside = shape.record_tagged(step) if shape else None
        if inside:
            tagged, record_type, shape = len(shape.records) > 1 if shape else False, inside, None
            if tagged:
                continue  # This step only says which record it is.
        shape = record_type.shapes.get(step)
    return record_type, shape


def _texts(value: Any, loc: Loc, shape: FieldShape | None) -> Iterator[tuple[Loc, Mark, str]]:
    """Every text in the raw values of known fields: the way to it, what its field is marked as, the text."""
    if isinstance(value, str):
        yield loc, shape.mark if shape else None, value
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*loc, index), shape)
    elif isinstance(value, dict) and shape:
        record_type = shape.record_tagged(value.get(TAG))
        yield from _texts_of_record(record_type, value, loc) if record_type else ()


def _texts_of_record(record_type: type[Record], values: Mapping[str, Any], loc: Loc) -> Iterator[tuple[Loc, Mark, str]]:
    for name, part in values.items():
        if name in record_type.shapes:
            yield from _texts(part, (*loc, name), record_type.shapes[name])


def _text_problems(record_type: type[Record], file: YamlFile) -> Iterator[Problem]:
    """What the texts of a file hold that they may not."""
    for loc, mark, text in _texts_of_record(record_type, file.values, ()):
        if isinstance(mark, RefersTo | StringConstraints | str):
            continue  # Only an id that exists, what fits the pattern or a word that is known: nothing else gets through.
        if isinstance(mark, Address):
            fault = fault_in_url(text)
            if fault:
                yield Problem(file.place_of(loc), *fault)
            continue
        for fault in faults(text) or ([] if isinstance(mark, Prose) else plain_faults(text.strip())):
            yield Problem(file.place_in(loc, fault.snippet, fault.nth), fault.message, fault.hint)
