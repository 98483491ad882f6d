"""From one file to one entry: validated, and with texts that can do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, StringConstraints, ValidationError
from pydantic.fields import FieldInfo

from macros.addresses import fault_in
from macros.dutch import explain_field
from macros.kinds import Address, Prose, Record, RefersTo
from macros.problems import ContentError, Problem, did_you_mean, nearest
from macros.prose import faults, plain_faults
from macros.source import Loc, Source

R = TypeVar("R", bound=Record)
Mark = RefersTo | Prose | Address | StringConstraints | str | None
"""What a field says about its texts: they are ids, Markdown, addresses, fit a pattern or are one of a few words. If it says nothing, they are plain."""


@lru_cache(maxsize=4096)
def record_from(kind: type[R], source: Source, id: str | None = None) -> R:
    """What a file holds, as a record of one kind. Raises ContentError with everything that is wrong with it.

    id: what the name of the file gives to an entry. Cached: a source never changes, so what it means never does either.
    """
    problems = list(_text_problems(kind, source))
    if "id" in source.values:
        problems.append(Problem(source.place_of_name(("id",)), "De id staat niet in het bestand: de naam van het bestand is de id.", "Schrap deze regel."))
    values = {name: value for name, value in source.values.items() if name != "id"}
    try:
        record = kind.model_validate(values if id is None else {**values, "id": id})
    except ValidationError as error:
        raise ContentError([*problems, *(_problem(kind, source, slip) for slip in _causes(kind, error.errors(include_url=False)))]) from None
    if problems:
        raise ContentError(problems)
    return record


def walk(record: BaseModel, loc: Loc = (), *, bare: bool = False) -> Iterator[tuple[str, Loc, Mark, str]]:
    """Every marked text in a record: its field, the way to it, what it is marked as, the text. bare: also those without a mark."""
    for name, (mark, records) in _fields(type(record)).items():
        value = getattr(record, name)
        if not value or mark is None and not records and not bare:
            continue
        many = isinstance(value, tuple)
        for index, part in enumerate(value if many else (value,)):
            way = (*loc, name, index) if many else (*loc, name)
            if isinstance(part, BaseModel):
                yield from walk(part, way, bare=bare)
            elif isinstance(part, str) and (bare or mark is not None):
                yield name, way, mark, part


def _causes(kind: type[BaseModel], slips: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The slips less those that only follow: a field that is missing under its right name, a list that is short by its wrong points."""
    misspelt = {(*slip["loc"][:-1], nearest(str(slip["loc"][-1]), _known(kind, slip["loc"]))) for slip in slips if slip["type"] == "extra_forbidden"}
    for slip in slips:
        follows = slip["type"] == "missing" and slip["loc"] in misspelt or slip["type"] == "too_short" and len(slip["input"]) >= slip["ctx"]["min_length"]
        if not follows:
            yield slip


def _known(kind: type[BaseModel], loc: Loc) -> list[str]:
    """The fields that could stand where this one stands."""
    return [name for name in _owner(kind, loc)[0].model_fields if name != "id"]


def _problem(kind: type[BaseModel], source: Source, slip: dict[str, Any]) -> Problem:
    loc = tuple(slip["loc"])
    if slip["type"] == "extra_forbidden":
        return Problem(source.place_of_name(loc), f"Het veld '{loc[-1]}' kennen we hier niet.", did_you_mean(str(loc[-1]), _known(kind, loc)))
    _, info = _owner(kind, loc)
    choices = [part for part in _parts(info.annotation) if isinstance(part, str)] if info else []
    message, hint = explain_field(slip, (info.description or "") if info else "", choices)
    if slip["type"] == "missing":
        loc = loc[:-1]
    elif slip["type"] == "union_tag_invalid":
        loc = (*loc, "block")
    return Problem(source.place_of(loc), message, hint)


def _owner(kind: type[BaseModel], loc: Loc) -> tuple[type[BaseModel], FieldInfo | None]:
    """The record that holds the last step of a way, and the field that step names."""
    info = None
    for step in loc:
        if not isinstance(step, str):
            continue
        if info is not None and step not in kind.model_fields:
            # The tag of a union: which block of a worksheet this is.
            records = [part for part in _records(info) if step in _parts_of(part, "block")]
            kind = records[0] if records else kind
        elif step in kind.model_fields:
            if info is not None and len(_records(info)) == 1:
                kind = _records(info)[0]
            info = kind.model_fields[step]
            if step != loc[-1] and len(_records(info)) == 1:
                kind = _records(info)[0]
    return kind, info


def _parts_of(kind: type[BaseModel], field: str) -> list[Any]:
    return list(_parts(kind.model_fields[field].annotation)) if field in kind.model_fields else []


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and everything inside it."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _records(info: FieldInfo) -> tuple[type[BaseModel], ...]:
    return tuple(part for part in _parts(info.annotation) if isinstance(part, type) and issubclass(part, BaseModel))


@lru_cache(maxsize=64)
def _fields(kind: type[BaseModel]) -> dict[str, tuple[Mark, tuple[type[BaseModel], ...]]]:
    """For each field of a record: what its texts are marked as, and which records it holds."""
    found = {}
    for name, info in kind.model_fields.items():
        said = [*_parts(info.annotation), *info.metadata]
        marks = [part for part in said if isinstance(part, (RefersTo, Prose, Address, str)) or isinstance(part, StringConstraints) and part.pattern]
        found[name] = (marks[0] if marks else None, _records(info))
    return found


def _texts(value: Any, loc: Loc, mark: Mark, records: tuple[type[BaseModel], ...]) -> Iterator[tuple[Loc, Mark, str]]:
    """Every text in the raw values of known fields: the way to it, what its field is marked as, the text."""
    if isinstance(value, str):
        yield loc, mark, value
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*loc, index), mark, records)
    elif isinstance(value, dict):
        # One kind of record, or the blocks of a worksheet, which say themselves which one they are.
        kind = records[0] if len(records) == 1 else next((one for one in records if value.get("block") in _parts_of(one, "block")), None)
        fields = _fields(kind) if kind else {}
        for name, part in value.items():
            if name in fields:
                yield from _texts(part, (*loc, name), *fields[name])


def _text_problems(kind: type[Record], source: Source) -> Iterator[Problem]:
    """What the texts of a file hold that they may not."""
    for loc, mark, text in _texts(source.values, (), None, (kind,)):
        if isinstance(mark, (RefersTo, StringConstraints, str)):
            continue  # Only an id that exists, what fits the pattern or a word that is known: nothing else gets through.
        if isinstance(mark, Address):
            fault = fault_in(text)
            if fault:
                yield Problem(source.place_of(loc), *fault)
            continue
        for fault in faults(text) or ([] if isinstance(mark, Prose) else plain_faults(text.strip())):
            yield Problem(source.place_in(loc, fault.snippet, fault.nth), fault.message, fault.hint)
