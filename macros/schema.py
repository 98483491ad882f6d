"""JSON Schemas for the editor: what an editor may type, with the ids that exist and each field's own explanation.

An editor with YAML support reads them through .vscode/settings.json, completes names and shows the explanations.
The check itself stays ours: a schema helps while typing, and never decides.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.guide import Guide
from macros.kinds import REFERS_TO, Record, SearchWords, Site
from macros.model import BY_COLLECTION


def write_schemas(guide: Guide, folder: Path) -> None:
    """Write a schema for each collection, for site.yml and for search.yml, and leave those that say the same untouched."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in {**BY_COLLECTION, "site": Site, "search": SearchWords}.items():
        text = json.dumps(schema_of(guide, kind), ensure_ascii=False, indent=1)
        file = folder / f"{name}.json"
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


def schema_of(guide: Guide, kind: type[Record]) -> dict[str, Any]:
    """The JSON Schema of one kind of file: draft 2020-12, without the id, which is the file's name."""
    schema = kind.model_json_schema()
    schema["properties"].pop("id", None)
    schema["required"] = [name for name in schema.get("required", []) if name != "id"]
    return _told(guide, schema)


def _told(guide: Guide, part: Any) -> Any:
    """A part of a schema as an editor's own YAML is: ids by name, yes and no, and numbers that we read as text."""
    if isinstance(part, list):
        return [_told(guide, one) for one in part]
    if not isinstance(part, dict):
        return part
    if REFERS_TO in part:
        entries = [entry for collection in part[REFERS_TO] for entry in guide.all(BY_COLLECTION[collection])]
        names = {entry.id: entry.title for entry in entries} | {alias: entry.title for entry in entries for alias in entry.aliases}
        return {**{name: part[name] for name in ("description", "default") if name in part}, "enum": list(names), "enumDescriptions": list(names.values())}
    told = {name: _told(guide, value) for name, value in part.items() if name != "title" or not isinstance(value, str)}
    if told.get("type") == "boolean":
        told |= {"type": ["boolean", "string"], "enum": [True, False, "yes", "no"]}
    elif told.get("type") == "string" and "pattern" in told:
        told["type"] = ["string", "integer"]
    return told
