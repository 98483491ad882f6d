"""In which order a file writes the fields of a record: what it is first, where it comes from last.

The formatter and the form editor both follow this, so that a saved form changes no line that nobody touched.
"""

from __future__ import annotations

from macros.model.entry import Entry
from macros.model.record import Record

_FIRST = ("title", "summary", "home", "order")
"""What an entry begins with: how it is called, and where it stands."""

_LAST = ("audience", "levels", "sources", "search_words", "aliases", "remark")
"""What it ends with: for whom it is, where it comes from, how it is found."""


def field_order(record_type: type[Record]) -> tuple[str, ...]:
    """The fields of a record as a file writes them; of an entry without its id, which is the name of the file.

    In a record among others, what tells them apart comes first. Otherwise they keep the order of the model.
    """
    if not issubclass(record_type, Entry):
        return tuple(sorted(record_type.model_fields, key=lambda name: name != record_type.tagged_by))
    own = [name for name in record_type.model_fields if name not in ("id", *_FIRST, *_LAST)]
    return tuple(name for name in (*_FIRST, *own, *_LAST) if name in record_type.model_fields)
