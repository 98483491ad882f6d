"""A record: anything written in a content file, as a pydantic model.

Each record type knows, once, what its fields hold (`shapes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic.fields import FieldInfo

from macros.model.fields import Address, AsIs, Day, ForEditors, Prose, RefersTo

TAG = "block"
"""The field that tells the blocks of a worksheet apart."""

Mark = RefersTo | Prose | AsIs | ForEditors | Address | Day | StringConstraints | str | None
"""What a field says about its texts: they are ids, Markdown, words as they stand, for editors only, addresses,
days, fit a pattern or are one of a few words.

None when it says nothing: its texts are plain.
"""


@dataclass(frozen=True)
class FieldShape:
    """What one field holds, as the check, the handbook and the filters of an overview ask for it.

    mark: what the field says about its texts. refers: the collections whose ids it holds, if it holds ids.
    choices: the words it is limited to. records: the types of the records it holds. many: whether it is a list.
    named: whether it holds texts by names that the model does not know.
    scalar: str, int or bool; None for a field of records.
    """

    description: str
    required: bool
    mark: Mark
    refers: RefersTo | None
    choices: tuple[str, ...]
    records: tuple[type[Record], ...]
    many: bool
    named: bool
    scalar: type | None

    def record_tagged(self, tag: object) -> type[Record] | None:
        """The type of the records that this field holds.

        When it holds several types (the blocks of a worksheet), the one with this tag; None when no type has it.
        """
        if len(self.records) == 1:
            return self.records[0]
        return next((one for one in self.records if tag in one.shapes[one.tagged_by].choices), None)

    @property
    def tag(self) -> str:
        """The field that tells the records apart that this field holds; nothing where all are of one type."""
        return self.records[0].tagged_by if self.records else ""


class Record(BaseModel):
    """Anything written in a content file. Unknown fields are refused.

    shapes: what each of its fields holds, by name.
    tagged_by: the field that tells it from records of other types in one list; nothing when it never stands among such.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    shapes: ClassVar[Mapping[str, FieldShape]] = MappingProxyType({})
    tagged_by: ClassVar[str] = ""

    @classmethod
    def __pydantic_init_subclass__(cls, **options: Any) -> None:
        super().__pydantic_init_subclass__(**options)
        cls.shapes = MappingProxyType({name: _shape_of(info) for name, info in cls.model_fields.items()})


def _shape_of(info: FieldInfo) -> FieldShape:
    """What a field holds, read from its pydantic annotation."""
    parts = [*_parts(info.annotation), *info.metadata]
    marks = [
        part
        for part in parts
        if isinstance(part, RefersTo | Prose | AsIs | ForEditors | Address | Day | str)
        or (isinstance(part, StringConstraints) and part.pattern)
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
        named=any(getattr(part, "__origin__", part) is Mapping for part in parts),
        scalar=None if records else bool if bool in parts else int if int in parts else str,
    )


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and everything inside it; what Annotated adds is inside it too."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
