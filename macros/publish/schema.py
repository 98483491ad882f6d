"""JSON Schemas for the editor: what an editor may type, with the ids that exist and each field's own explanation.

An editor with YAML support reads them through .vscode/settings.json, completes ids and shows the explanations.
The check itself stays ours: a schema helps while typing, and never decides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from macros.content.guide import Guide
from macros.model.entry_types import BY_COLLECTION
from macros.model.fields import REFERS_TO
from macros.model.record import Record
from macros.model.settings import SETTINGS
from macros.system.files import save_file, write_file

FOLDER = ".schemas"
_SETTINGS, _EXTENSIONS = Path(".vscode", "settings.json"), Path(".vscode", "extensions.json")
_YAML_SUPPORT = "redhat.vscode-yaml"


def write_schemas(guide: Guide, root: Path) -> None:
    """Write a JSON Schema for each collection, site.yml and search.yml, which files each is for, and what reads them.

    root: the folder that holds content/. A file that would stay the same is not written; an editor's own settings stay,
    and when we cannot read these, they stay as they are.
    """
    single_files = {name.removesuffix(".yml"): record_type for name, record_type in SETTINGS.items()}
    for name, record_type in {**BY_COLLECTION, **single_files}.items():
        _write(root / FOLDER / f"{name}.json", schema_of(guide, record_type))
    collections = {f"{FOLDER}/{name}.json": f"content/{name}/*.yml" for name in BY_COLLECTION}
    schemas = collections | {f"{FOLDER}/{name}.json": f"content/{name}.yml" for name in single_files}
    settings = _settings(root / _SETTINGS)
    if settings is not None:
        _write(root / _SETTINGS, {**settings, "yaml.schemas": schemas}, save_file)
    extensions = _settings(root / _EXTENSIONS)
    advised = extensions.get("recommendations", []) if extensions is not None else None
    if isinstance(advised, list):
        both = [*advised, *({_YAML_SUPPORT} - {*map(str, advised)})]
        _write(root / _EXTENSIONS, {**(extensions or {}), "recommendations": both}, save_file)


def _settings(file: Path) -> dict[str, Any] | None:
    """What an editor has set already; None when we cannot read it: comments are allowed there, and no JSON."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        return None
    return held if isinstance(held, dict) else None


def _write(file: Path, content: dict[str, Any], write: Callable[[Path, bytes], None] = write_file) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1).encode()
    if not file.is_file() or file.read_bytes() != text:
        write(file, text)


def schema_of(guide: Guide, record_type: type[Record]) -> dict[str, Any]:
    """The JSON Schema of one type of file: draft 2020-12, without the id, which is the file's name."""
    schema = record_type.model_json_schema()
    schema["properties"].pop("id", None)
    schema["required"] = [name for name in schema.get("required", []) if name != "id"]
    return _as_written(guide, schema)


def _as_written(guide: Guide, schema: dict[str, Any]) -> dict[str, Any]:
    """A schema, or part of one, for YAML as an editor writes it: ids, yes and no, and numbers that we read as text."""
    if REFERS_TO in schema:
        kept = {name: schema[name] for name in ("description", "default") if name in schema}
        return kept | _known_ids(guide, schema[REFERS_TO])
    written = {
        name: _parts_as_written(guide, value)
        for name, value in schema.items()
        if name != "title" or not isinstance(value, str)
    }
    if written.get("type") == "boolean":
        written |= {"type": ["boolean", "string"], "enum": [True, False, "yes", "no"]}
    elif written.get("type") == "string" and not {"enum", "const"} & written.keys():
        written |= _text_as_written(written.get("pattern"), written.get("minLength", 0))
    return written


def _text_as_written(pattern: str | None, shortest: int) -> dict[str, Any]:
    """What a text may also look like to YAML: a number (1984), or true. Of a pattern, the number must fit it.

    shortest: how many signs it has at least; a number of two signs is nearly always that short.
    """
    if pattern is None:
        long = {"minimum": 10 ** (shortest - 1)} if shortest > 2 else {}
        return {"type": ["string", "number", "boolean"], **long}
    kinds = {"integer": re.search(pattern, "14"), "boolean": re.search(pattern, "true")}
    least = next((number for number in (-1, 0, 10) if re.search(pattern, str(number))), 10)
    numbers = {"minimum": least} if kinds["integer"] and least >= 0 else {}
    return {"type": ["string", *(kind for kind, fits in kinds.items() if fits)], **numbers}


def _parts_as_written(guide: Guide, value: Any) -> Any:
    """The value of a keyword in a schema: it can be, or hold, other schemas."""
    if isinstance(value, list):
        return [_parts_as_written(guide, part) for part in value]
    return _as_written(guide, value) if isinstance(value, dict) else value


def _known_ids(guide: Guide, collections: Iterable[str]) -> dict[str, Any]:
    """The ids and aliases that a field may hold, each explained by the title of its entry."""
    entries = [entry for collection in collections for entry in guide.all(BY_COLLECTION[collection])]
    titles = {entry.id: entry.title for entry in entries}
    titles |= {alias: entry.title for entry in entries for alias in entry.aliases}
    return {"enum": list(titles), "enumDescriptions": list(titles.values())}
