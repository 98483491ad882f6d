"""From one file to one entry: validated, and with texts that can do no harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from macros.dutch import explain_field
from macros.model import Address, Entry, Prose, RefersTo
from macros.problems import ContentError, Problem, did_you_mean
from macros.prose import faults, plain_faults
from macros.source import Loc, Source, scalars

R = TypeVar("R", bound=BaseModel)
Mark = RefersTo | Prose | Address | None

_URL = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?", re.I)


def entry_from(kind: type[Entry], id: str, source: Source) -> Entry:
    """The entry that a file holds. Raises ContentError with everything that is wrong with it."""
    problems = list(_text_problems(kind, source))
    if "id" in source.values:
        problems.append(Problem(source.place_of_name(("id",)), "De id staat niet in het bestand: de naam van het bestand is de id.", "Schrap deze regel."))
    try:
        entry = record_from(kind, source, id=id)
    except ContentError as error:
        raise ContentError([*problems, *error.problems]) from None
    if problems:
        raise ContentError(problems)
    return entry


def record_from(kind: type[R], source: Source, **given: str) -> R:
    """The values of a file as a record of one kind. Raises ContentError."""
    try:
        return kind.model_validate({**source.values, **given})
    except ValidationError as error:
        raise ContentError([_problem(kind, source, slip) for slip in error.errors(include_url=False)]) from None


def walk(record: BaseModel, loc: Loc = ()) -> Iterator[tuple[str, Loc, Mark, str]]:
    """Every marked text in a record: its field, the way to it, what it is marked as, the text."""
    for name, (mark, _) in _fields(type(record)).items():
        value = getattr(record, name)
        many = isinstance(value, tuple)
        for index, part in enumerate(value if many else (value,)):
            way = (*loc, name, index) if many else (*loc, name)
            if isinstance(part, BaseModel):
                yield from walk(part, way)
            elif isinstance(part, str) and mark is not None:
                yield name, way, mark, part


def _problem(kind: type[BaseModel], source: Source, slip: dict[str, Any]) -> Problem:
    loc = tuple(slip["loc"])
    owner, info = _owner(kind, loc)
    if slip["type"] == "extra_forbidden":
        known = [name for name in owner.model_fields if name != "id"]
        return Problem(source.place_of_name(loc), f"Het veld '{loc[-1]}' kennen we hier niet.", did_you_mean(str(loc[-1]), known))
    choices = [part for part in _parts(info.annotation) if isinstance(part, str)] if info else []
    message, hint = explain_field(slip, (info.description or "") if info else "", choices)
    place = source.place_of(loc[:-1] if slip["type"] == "missing" else loc)
    return Problem(place, message, hint)


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
        marks = [part for part in [*_parts(info.annotation), *info.metadata] if isinstance(part, (RefersTo, Prose, Address))]
        found[name] = (marks[0] if marks else None, _records(info))
    return found


def _mark_at(kind: type[BaseModel], loc: Loc) -> Mark:
    mark: Mark = None
    records: tuple[type[BaseModel], ...] = (kind,)
    for step in loc:
        if isinstance(step, str):
            known = [_fields(record)[step] for record in records if step in _fields(record)]
            mark, records = next((k for k in known if k[0] is not None), known[0] if known else (None, ()))
    return mark


def _text_problems(kind: type[Entry], source: Source) -> Iterator[Problem]:
    """What the texts of a file hold that they may not."""
    for loc, text in scalars(source.values):
        mark = _mark_at(kind, loc)
        if isinstance(mark, RefersTo):
            continue
        if isinstance(mark, Address):
            if not _URL.fullmatch(text.strip()):
                yield Problem(source.place_of(loc), f"'{text.strip()[:40]}' is geen webadres.", "Een adres ziet eruit als leerpunt.be of https://leerpunt.be/gids.")
            continue
        for fault in list(faults(text)) or ([] if isinstance(mark, Prose) else list(plain_faults(text.strip()))):
            yield Problem(source.place_in(loc, fault.snippet), fault.message, fault.hint)
