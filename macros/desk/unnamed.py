"""What goes with an id that may no longer stand in a field: a point of a list, a field, the record around it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.yaml_file import Loc, YamlFile
from macros.desk.desk import Desk
from macros.desk.edits import value_at
from macros.desk.namings import Naming
from macros.model.entry_types import BY_COLLECTION
from macros.model.record import FieldShape, Record
from macros.model.settings import SearchWords


def source_of(desk: Desk, file: str) -> tuple[type[Record], YamlFile]:
    """The type of the record in a YAML file of content/, and that file."""
    search = desk.guide.search_file
    if search and search.file == file:
        return SearchWords, search
    source = next(source for source in desk.guide.files.values() if source.file == file)
    return BY_COLLECTION[file.split("/")[1]], source


def dispensable(desk: Desk, naming: Naming) -> Loc | None:
    """The path to what goes when a field may no longer name what it does; None when the field cannot do without."""
    record_type, source = source_of(desk, naming.file)
    (around, at), *_ = reversed(list(_records_along(record_type, source, naming.loc)))
    shape, within = around.shapes[str(naming.loc[len(at)])], naming.loc[len(at) + 1 :]
    if within:  # A point of a list.
        held = value_at(source, naming.loc[:-1])
        return naming.loc if not shape.required or (held and len(held) > 1) else None
    if shape.required:
        return None
    return at if _is_only_that(around, source, at, naming.loc) else naming.loc


def _records_along(record_type: type[Record], source: YamlFile, loc: Loc) -> Iterator[tuple[type[Record], Loc]]:
    """Each record around a value, with its path, the outermost first."""
    shape: FieldShape | None = None
    yield record_type, ()
    for steps, step in enumerate(loc, 1):
        if isinstance(step, str):
            shape = record_type.shapes[step]
        value = value_at(source, loc[:steps])
        inside = shape.record_tagged(value.get(shape.tag)) if shape and isinstance(value, dict) else None
        if inside:
            record_type = inside
            yield record_type, loc[:steps]


def _is_only_that(around: type[Record], source: YamlFile, at: Loc, loc: Loc) -> bool:
    """Whether a record in a list says nothing without this one id: a way of a door."""
    if not at or not isinstance(at[-1], int) or any(shape.required for shape in around.shapes.values()):
        return False
    held = source.fields_at(at)
    return [name for name in held if around.shapes[name].refers] == [loc[-1]]


def named_beside(desk: Desk, naming: Naming) -> list[Naming]:
    """The other ids in the same list, or in the records beside the one that this stands in."""
    if naming.kind != "field" or not any(isinstance(step, int) for step in naming.loc):
        return []
    last = max(at for at, step in enumerate(naming.loc) if isinstance(step, int))
    if last < len(naming.loc) - 1 and dispensable(desk, naming) != naming.loc[: last + 1]:
        return []  # That record says more than this.
    return [
        other
        for other in desk.namings
        if other.file == naming.file
        and other.kind == "field"
        and other != naming
        and other.loc[:last] == naming.loc[:last]
        and len(other.loc) == len(naming.loc)
    ]
