"""How deep things may stand inside each other in a YAML file."""

from __future__ import annotations

import yaml

MAX_DEPTH = 20
TOO_DEEP = "Hier zit te veel in elkaar.", "Een lijst in een lijst in een lijst heeft deze gids nergens nodig."
"""What is wrong, and what would help."""

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The base loader makes no guesses; the one in C is the fastest."""

_MANY = 2000
"""A file with fewer signs that can begin something inside something else is never too deep for YAML to read."""


def too_deep(text: str) -> int | None:
    """Where a text goes so deep that YAML would exhaust the memory of its own calls, and end Python with it."""
    if sum(map(text.count, "[{-?:")) < _MANY:
        return None
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return event.start_mark.index if event.start_mark else 0
    return None
