"""JSON Schemas for the editor: what an editor may type, with the ids that exist and each field's own explanation.

An editor with YAML support reads them through .vscode/settings.json, completes names and shows the explanations.
The check itself stays ours: a schema helps while typing, and never decides.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.content.guide import Guide
from macros.model.entry_types import BY_COLLECTION
from macros.model.fields import REFERS_TO
from macros.model.record import Record
from macros.model.settings import SearchWords, Site

FOLDER = ".schemas"
_SETTINGS = Path(".vscode", "settings.json")


def write_schemas(guide: Guide, root: Path) -> None:
    """Write a schema for each collection, for site.yml and for search.yml, and tell the editor which files each is for.

    root: the folder that holds content/. What says the same stays untouched, and so do an editor's own settings.
    """
    beside: dict[str, type[Record]] = {"site": Site, "search": SearchWords}
    for name, record_type in {**BY_COLLECTION, **beside}.items():
        _write(root / FOLDER / f"{name}.json", schema_of(guide, record_type))
    collections = {f"{FOLDER}/{name}.json": f"content/{name}/*.yml" for name in BY_COLLECTION}
    schemas = collections | {f"{FOLDER}/{name}.json": f"content/{name}.yml" for name in beside}
    _write(root / _SETTINGS, {**_settings(root / _SETTINGS), "yaml.schemas": schemas})


def _settings(file: Path) -> dict[str, Any]:
    """What an editor has set already; nothing when there is no such file, or none that we can read."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}


def _write(file: Path, content: dict[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1)
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def schema_of(guide: Guide, record_type: type[Record]) -> dict[str, Any]:
    """The JSON Schema of one kind of file: draft 2020-12, without the id, which is the file's name."""
    schema = record_type.model_json_schema()
    schema["properties"].pop("id", None)
    schema["required"] = [name for name in schema.get("required", []) if name != "id"]
    return _as_written(guide, schema)


def _as_written(guide: Guide, part: Any) -> Any:
    """A part of a schema as an editor's own YAML is: ids by name, yes and no, and numbers that we read as text."""
    if isinstance(part, list):
        return [_as_written(guide, one) for one in part]
    if not isinstance(part, dict):
        return part
    if REFERS_TO in part:
        entries = [entry for collection in part[REFERS_TO] for entry in guide.all(BY_COLLECTION[collection])]
        names = {entry.id: entry.title for entry in entries} | {
            alias: entry.title for entry in entries for alias in entry.aliases
        }
        return {
            **{name: part[name] for name in ("description", "default") if name in part},
            "enum": list(names),
            "enumDescriptions": list(names.values()),
        }
    written = {
        name: _as_written(guide, value) for name, value in part.items() if name != "title" or not isinstance(value, str)
    }
    if written.get("type") == "boolean":
        written |= {"type": ["boolean", "string"], "enum": [True, False, "yes", "no"]}
    elif written.get("type") == "string" and "pattern" in written:
        written["type"] = ["string", "integer"]
    return written
