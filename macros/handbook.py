"""What the editors' handbook shows of the machine itself: fields, rules and macros, in their own words."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from macros.kinds import RefersTo
from macros.model import BY_COLLECTION
from macros.problems import UnknownEntry, did_you_mean
from macros.render import render
from macros.rules import RULES
from macros.sheet_blocks import BLOCKS

_EXAMPLE = re.compile(r"^\s*Voorbeeld: (?P<call>.+)$", re.M)


@dataclass(frozen=True)
class FieldLine:
    """One field, as the handbook shows it."""

    name: str
    needed: bool
    kind: str
    description: str


def examples_of(macro: Callable[..., str]) -> list[str]:
    """The calls that a macro's docstring gives as examples."""
    return [found["call"].strip() for found in _EXAMPLE.finditer(inspect.getdoc(macro) or "")]


def described(macros: Iterable[Callable[..., str]], perform: Callable[[str], str]) -> str:
    """Every macro that has an example: what it does, the call, and what becomes of it."""
    shown = []
    for macro in macros:
        calls = examples_of(macro)
        if calls:
            summary = _EXAMPLE.sub("", inspect.getdoc(macro) or "").strip()
            shown.append({"name": macro.__name__, "summary": summary, "examples": [{"call": call, "result": perform(call)} for call in calls]})
    return render("handbook_macros", macros=shown)


def described_fields(collection: str) -> str:
    """The fields of one collection. Raises UnknownEntry when there is no such collection."""
    if collection not in BY_COLLECTION:
        raise UnknownEntry(f"De map '{collection}' kennen we niet. {did_you_mean(collection, BY_COLLECTION)}")
    kind = BY_COLLECTION[collection]
    return render("handbook_fields", kind=kind, fields=_lines_of(kind, "id"))


def described_blocks() -> str:
    """Every block that a worksheet can be built from: what it is and what one writes in it."""
    return render("handbook_blocks", blocks=[{"name": get_args(kind.model_fields["block"].annotation)[0], "kind": kind, "fields": _lines_of(kind, "block")} for kind in BLOCKS])


def described_rules() -> str:
    """What the check holds the whole guide to."""
    return render("handbook_rules", rules=[inspect.getdoc(rule) for rule in RULES])


def _lines_of(kind: type[BaseModel], known: str) -> list[FieldLine]:
    """The fields of a record, less the one that everyone knows; those that are needed come first."""
    lines = [FieldLine(name, info.is_required(), _kind_of(info.annotation, info.metadata), info.description or "") for name, info in kind.model_fields.items() if name != known]
    return sorted(lines, key=lambda line: not line.needed)


def _kind_of(annotation: Any, metadata: Iterable[Any]) -> str:
    """What an editor writes in a field, in a few words."""
    parts = list(_parts(annotation))
    many = "lijst van " if any(getattr(part, "__origin__", part) is tuple for part in parts) else ""
    refers = [part for part in (*parts, *metadata) if isinstance(part, RefersTo)]
    choices = [part for part in parts if isinstance(part, str)]
    if refers:
        return f"{many}id uit {' of '.join(refers[0].collections)}"
    if choices and not any(isinstance(part, type) and issubclass(part, BaseModel) for part in parts):
        return f"{many}{', '.join(choices)}"
    if any(isinstance(part, type) and issubclass(part, BaseModel) for part in parts):
        return f"{many}velden"
    if int in parts and bool not in parts:
        return "getal"
    return "yes of no" if bool in parts else f"{many}tekst"


def _parts(annotation: Any) -> Iterable[Any]:
    yield annotation
    for part in getattr(annotation, "__metadata__", ()):
        yield part
    for part in get_args(annotation):
        yield from _parts(part)
