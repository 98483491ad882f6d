"""The guide as data: catalogue.json, with its schema."""

from __future__ import annotations

from macros.guide import Guide, ident
from macros.history import Change
from macros.kinds import Audience, Level
from macros.links import address_of, permalink_of
from macros.model import ENTRY_TYPES, Entry
from macros.permalinks import permanent


def catalogue(guide: Guide, changes: dict[str, Change]) -> dict[str, object]:
    """Every entry in the shape of catalogue.schema.json, in the order of the menu."""
    known = permanent(guide)
    since = {one.address: one.since for one in guide.published}
    return {"kinds": kinds(), "entries": [_entry(guide, entry, known, changes, since) for kind in ENTRY_TYPES for entry in guide.all(kind)]}


def kinds() -> dict[str, str]:
    """Every kind in catalogue.json with what a reader calls one of it. What counts as another kind is called like that one."""
    labels: dict[str, str] = {}
    for kind in sorted(ENTRY_TYPES, key=lambda kind: bool(kind.counts_as)):
        labels.setdefault(kind.data_kind(), kind.label or kind.noun.capitalize())
    return labels


def updated(guide: Guide, entry: Entry, changes: dict[str, Change], since: dict[str, str]) -> str | None:
    """The day an entry last changed; where git does not know, the day it was published; or nothing."""
    change = changes.get(guide.files[ident(entry)].file)
    return change.moment[:10] if change else since.get(permalink_of(entry).rstrip("/"))


def _entry(guide: Guide, entry: Entry, known: dict, changes: dict[str, Change], since: dict[str, str]) -> dict[str, object]:
    permalink = permalink_of(entry)
    home = guide.home_of(entry)
    named = guide.named_by(entry, *(kind for kind in ENTRY_TYPES if kind.collection != "sources"))
    return {
        "id": entry.id,
        "kind": entry.data_kind(),
        "title": entry.title,
        "summary": known[permalink.rstrip("/")].summary,
        "url": address_of(guide, entry),
        "permalink": permalink,
        "aliases": list(entry.aliases),
        "levels": list(entry.levels),
        "audience": list(entry.audience),
        "relations": list(dict.fromkeys(permalink_of(other) for other in (*([home] if home else []), *named))),
        "sources": [{"source": one.source, "section": one.section, "page": one.page, "slide": one.slide} for one in entry.sources] if entry.collection != "sources" else [],
        "updated": updated(guide, entry, changes, since),
    }


def schema() -> dict[str, object]:
    """The JSON Schema of catalogue.json."""
    word, maybe = {"type": "string"}, {"type": ["string", "null"]}
    id = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
    permalink = {"type": "string", "pattern": "^[a-z]/[a-z0-9-]+/$"}
    source = _record({"source": id, "section": word, "page": maybe, "slide": maybe})
    entry = _record(
        {
            "id": id,
            "kind": {"enum": list(kinds())},
            "title": word,
            "summary": word,
            "url": {"type": "string", "description": "From the site's root, with its anchor."},
            "permalink": {**permalink, "description": "From the site's root. Never stops answering."},
            "aliases": _many(id),
            "levels": _many({"enum": list(Level.__args__)}),
            "audience": _many({"enum": list(Audience.__args__)}),
            "relations": {**_many(permalink), "description": "The permalinks of its home and of what it names."},
            "sources": _many(source),
            "updated": {"type": ["string", "null"], "format": "date"},
        }
    )
    labels = {**_record({kind: word for kind in kinds()}), "description": "What a reader calls an entry of each kind."}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "catalogue.json", **_record({"kinds": labels, "entries": _many(entry)})}


def _record(fields: dict[str, object]) -> dict[str, object]:
    return {"type": "object", "required": list(fields), "properties": fields, "additionalProperties": False}


def _many(what: dict[str, object]) -> dict[str, object]:
    return {"type": "array", "items": what}
