"""A record: anything written in a content file. Each class of records knows, once, what its fields hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic.fields import FieldInfo

from macros.model.fields import Address, Prose, RefersTo

TAG = "block"
"""The field by which records that may stand in one list tell what they are."""

Mark = RefersTo | Prose | Address | StringConstraints | str | None
"""What a field says about its texts: they are ids, Markdown, addresses, fit a pattern or are one of a few words. If it says nothing, they are plain."""


@dataclass(frozen=True)
class FieldShape:
    """What one field holds, as the check, the handbook and the filters of an overview ask for it.

    mark: what the field says about its texts. refers: the collections whose ids it holds, if it holds ids. choices: the words it is
    limited to. records: the records it holds. many: whether it is a list. scalar: str, int or bool; None for a field of records.
    """

    description: str
    required: bool
    mark: Mark
    refers: RefersTo | None
    choices: tuple[str, ...]
    records: tuple[type[Record], ...]
    many: bool
    scalar: type | None

    def record_tagged(self, tag: object) -> type[Record] | None:
        """The class of the records that it holds. A field that holds several (the blocks of a worksheet) needs the tag that tells them apart."""
        if len(self.records) == 1:
            return self.records[0]
        return next((record for record in self.records if tag in record.shapes[TAG].choices), None)


class Record(BaseModel):
    """Anything written in a content file. Unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    shapes: ClassVar[Mapping[str, FieldShape]] = MappingProxyType({})

    @classmethod
    def __pydantic_init_subclass__(cls, **options: Any) -> None:
        super().__pydantic_init_subclass__(**options)
        cls.shapes = MappingProxyType({name: _shape_of(info) for name, info in cls.model_fields.items()})


def _shape_of(info: FieldInfo) -> FieldShape:
    parts = [*_parts(info.annotation), *info.metadata]
    marks = [
        part
        for part in parts
        if isinstance(part, RefersTo | Prose | Address | str) or (isinstance(part, StringConstraints) and part.pattern)
    ]
    records = tuple(part for part in parts if isinstance(part, type) and issubclass(part, Record))
    return FieldShape(
        description=info.description or "",
        required=info.is_required(),
        mark=marks[0] if marks else None,
        refers=next((part for part in parts if isinstance(part, RefersTo)), None),
        choices=tuple(part for part in parts if isinstance(part, str)),
        records=records,
        many=any(getattr(part, "__origin__", part) is tuple for part in parts),
        scalar=None if records else bool if bool in parts else int if int in parts else str,
    )


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and everything inside it; what Annotated adds is inside it too."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
