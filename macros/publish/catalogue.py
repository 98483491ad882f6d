"""The guide as data: catalogue.json, with its schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from macros.content.guide import Guide
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.fields import Audience, Effort, Level, Moment
from macros.model.reference import Source
from macros.site.news import day_of
from macros.site.permalinks import Permalink, permalinks
from macros.site.urls import entry_url, permalink_of

KINDS = tuple(dict.fromkeys(entry_type.catalogue_kind() for entry_type in ENTRY_TYPES))
"""Every kind that an entry of catalogue.json can be."""


def catalogue(guide: Guide) -> dict[str, object]:
    """Every entry in the shape of catalogue.schema.json, in the order of the menu."""
    known = permalinks(guide)
    return {
        "kinds": {kind: label_of(kind) for kind in KINDS},
        "entries": [_entry(guide, entry, known) for entry_type in ENTRY_TYPES for entry in guide.all(entry_type)],
    }


def label_of(kind: str) -> str:
    """What a reader calls a kind: as its own type says, rather than a type that only counts as it."""
    types = [entry_type for entry_type in ENTRY_TYPES if entry_type.catalogue_kind() == kind]
    return min(types, key=lambda entry_type: entry_type.counts_as != "").reader_label()


def _entry(guide: Guide, entry: Entry, known: Mapping[str, Permalink]) -> dict[str, object]:
    permalink = permalink_of(entry)
    cited = [] if isinstance(entry, Source) else entry.sources
    return {
        "id": entry.id,
        "kind": entry.catalogue_kind(),
        "title": entry.title,
        "summary": known[permalink.rstrip("/")].summary,
        "url": entry_url(guide, entry),
        "permalink": permalink,
        "aliases": list(entry.aliases),
        "levels": list(entry.levels),
        "audience": list(entry.audience),
        "effort": getattr(entry, "effort", None),
        "moments": list(getattr(entry, "moments", ())),
        "consent": getattr(entry, "consent", False),
        "relations": relations(guide, entry),
        "sources": [
            {"source": citation.source, "section": citation.section, "page": citation.page, "slide": citation.slide}
            for citation in cited
        ],
        "updated": day_of(guide, entry),
    }


def relations(guide: Guide, entry: Entry) -> list[str]:
    """The permalinks of the home of an entry and of what its fields name, its sources apart."""
    home = guide.home_of(entry)
    named = guide.references_from(entry, *(entry_type for entry_type in ENTRY_TYPES if entry_type is not Source))
    return list(dict.fromkeys(permalink_of(other) for other in (*([home] if home else []), *named)))


def catalogue_schema() -> dict[str, object]:
    """The JSON Schema of catalogue.json."""
    text, optional_text = {"type": "string"}, {"type": ["string", "null"]}
    id = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
    permalink = {"type": "string", "pattern": "^[a-z]/[a-z0-9-]+/$"}
    source = _object({"source": id, "section": text, "page": optional_text, "slide": optional_text})
    entry = _object(
        {
            "id": id,
            "kind": {"enum": list(KINDS)},
            "title": text,
            "summary": text,
            "url": {"type": "string", "description": "From the site's root, with its anchor."},
            "permalink": {**permalink, "description": "From the site's root. Never stops answering."},
            "aliases": _array(id),
            "levels": {
                **_array({"enum": list(get_args(Level))}),
                "description": "Those a source names; alle: the advice itself knows none.",
            },
            "audience": _array({"enum": list(get_args(Audience))}),
            "effort": {"enum": [*get_args(Effort), None], "description": "How soon a tip can be done: our estimate."},
            "moments": {**_array({"enum": list(get_args(Moment))}), "description": "When a tip comes of use."},
            "consent": {"type": "boolean", "description": "Whether this is only done with the parents' consent."},
            "relations": {**_array(permalink), "description": "The permalinks of its home and of what it names."},
            "sources": _array(source),
            "updated": {"type": ["string", "null"], "format": "date"},
        }
    )
    labels = {**_object(dict.fromkeys(KINDS, text)), "description": "What a reader calls an entry of each kind."}
    whole = _object({"kinds": labels, "entries": _array(entry)})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "catalogue.json", **whole}


def _object(properties: Mapping[str, object]) -> dict[str, object]:
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}


def _array(items: Mapping[str, object]) -> dict[str, object]:
    return {"type": "array", "items": items}
