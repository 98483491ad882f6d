"""What an editor's YAML support is told: which fields there are, what they mean, which names exist."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.content.guide import Guide
from macros.model.advice import Key
from macros.model.entry_types import BY_COLLECTION
from macros.publish.schema import schema_of, write_schemas


@pytest.mark.parametrize("collection", BY_COLLECTION)
def test_every_field_is_explained(collection: str, tiny: Guide) -> None:
    """Each field shows its explanation while someone types, and a field that we do not know is marked."""
    schema = schema_of(tiny, BY_COLLECTION[collection])

    assert [name for name, field in schema["properties"].items() if not field.get("description")] == []
    assert schema["additionalProperties"] is False
    assert "id" not in schema["properties"] and "title" in schema["required"]


def test_names_that_exist_are_offered(guide: Guide) -> None:
    """A tip's keys are chosen from the keys that there are, with their titles; an older name still counts."""
    keys = schema_of(guide, BY_COLLECTION["tips"])["properties"]["keys"]["items"]

    assert dict(zip(keys["enum"], keys["enumDescriptions"], strict=True)) == {
        key.id: key.title for key in guide.all(Key)
    } | {alias: key.title for key in guide.all(Key) for alias in key.aliases}


def test_yes_no_and_page_numbers_pass(tiny: Guide) -> None:
    """What our reader takes as text, an editor may write as YAML likes it: yes, and page 14."""
    assert "yes" in schema_of(tiny, BY_COLLECTION["lists"])["properties"]["numbered"]["enum"]
    page = schema_of(tiny, BY_COLLECTION["tips"])["$defs"]["Citation"]["properties"]["page"]["anyOf"][0]
    assert page["type"] == ["string", "integer"]


def test_every_schema_is_where_the_editor_looks(tiny: Guide, tmp_path: Path) -> None:
    """The settings for the editor name a schema for each folder, and `make serve` writes that file."""
    mine = tmp_path / ".vscode" / "settings.json"
    mine.parent.mkdir()
    mine.write_text('{"editor.fontSize": 18}', encoding="utf-8")
    write_schemas(tiny, tmp_path)
    settings = json.loads(mine.read_text(encoding="utf-8"))
    schemas = settings["yaml.schemas"]

    advised = json.loads(mine.with_name("extensions.json").read_text(encoding="utf-8"))

    assert settings["editor.fontSize"] == 18, "wat een redacteur zelf koos, blijft"
    assert advised == {"recommendations": ["redhat.vscode-yaml"]}, "wat de schema's leest, wordt aangeraden"
    assert schemas == {f".schemas/{name}.json": f"content/{name}/*.yml" for name in BY_COLLECTION} | {
        ".schemas/site.json": "content/site.yml",
        ".schemas/search.json": "content/search.yml",
    }
    assert all((tmp_path / file).is_file() for file in schemas)


@pytest.mark.parametrize("written", [b'{\n  // groter\n  "editor.fontSize": 18,\n}\n', b"[]", b"\xff\xfe{}"])
def test_settings_that_we_cannot_read_stay(written: bytes, tiny: Guide, tmp_path: Path) -> None:
    """An editor may write comments there; what they chose is worth more than our line in it."""
    mine = tmp_path / ".vscode" / "settings.json"
    mine.parent.mkdir()
    mine.write_bytes(written)
    write_schemas(tiny, tmp_path)

    assert mine.read_bytes() == written
    assert (tmp_path / ".schemas" / "tips.json").is_file()
