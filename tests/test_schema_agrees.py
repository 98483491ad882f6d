"""What the schema of a file lets someone type, is what the check takes: tried on documents that chance makes.

As many a collection as DOCUMENTS says: a few for `make quick`, a hundred in CI. What a schema cannot say is listed.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.configuration import set_hypothesis_home_dir
from json_schema import Schema, faults
from places import ROOT, TINY
from pydantic import ValidationError
from schema_documents import documents, mistaken

from macros.content.guide import Guide
from macros.content.problems import ContentError
from macros.content.validation import marked_texts
from macros.content.yaml_file import parse_yaml_file
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION
from macros.model.fields import RefersTo
from macros.model.record import Record
from macros.model.settings import SearchWords, Site
from macros.open_guide import open_guide
from macros.publish.schema import schema_of

DOCUMENTS = int(os.environ.get("DOCUMENTS", "12"))
KINDS: dict[str, type[Record]] = {**BY_COLLECTION, "site": Site, "search": SearchWords}

set_hypothesis_home_dir(ROOT / ".build" / "hypothesis")
TRIED = settings(
    max_examples=DOCUMENTS,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@cache
def guide() -> Guide:
    return open_guide(TINY / "content")


@cache
def schema(name: str) -> Schema:
    return schema_of(guide(), KINDS[name])


def refused(name: str, document: dict[str, Any]) -> list[str]:
    """Why the check refuses a document as an editor saves it: its shape, and the names that lead nowhere."""
    raw = json.dumps(document, ensure_ascii=False)  # JSON is YAML too.
    try:
        values = parse_yaml_file(f"content/{name}/x.yml", raw.encode()).values
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    kind = KINDS[name]
    try:
        record = kind.model_validate({**values, "id": "x"} if issubclass(kind, Entry) else values)
    except ValidationError as error:
        return [f"{one['type']} at {one['loc']}" for one in error.errors()]
    named = ((mark, id) for _, _, mark, id in marked_texts(record) if isinstance(mark, RefersTo))
    return [f"no {id}" for mark, id in named if not any(guide().find(one, id) for one in mark.collections)]


@pytest.mark.parametrize("name", KINDS)
def test_what_the_schema_takes_the_check_takes(name: str) -> None:
    """A document that fits the schema has no field that the check refuses."""

    @TRIED
    @given(documents(schema(name)))
    def look(document: dict[str, Any]) -> None:
        assert list(faults(schema(name), document)) == [], "the test draws what it may"
        assert refused(name, document) == []

    look()


@pytest.mark.parametrize("name", KINDS)
def test_what_one_refuses_the_other_refuses(name: str) -> None:
    """A document with a mistake in it is refused by both, or taken by both, but for what a schema cannot say."""

    @TRIED
    @given(mistaken(documents(schema(name))))
    def look(document: dict[str, Any]) -> None:
        by_schema, by_check = list(faults(schema(name), document)), refused(name, document)
        assert bool(by_schema) == bool(by_check), f"{by_schema} against {by_check}: {document}"

    look()


CANNOT_SAY: tuple[tuple[str, dict[str, Any], bool], ...] = (
    ("glossary", {"title": "  a  "}, True),  # Spaces around a text are none of it.
    ("glossary", {"text": ""}, False),  # What is empty is not there.
    ("glossary", {"general": "on"}, False),  # Other words for yes.
    ("glossary", {"title": 5}, True),  # How long a number is, read as a text.
    ("situations", {"order": "30"}, False),  # A number between quotation marks.
)
"""What a schema cannot say: a folder, some fields of a document there, whether only the schema takes them."""


@pytest.mark.parametrize("name, fields, taken", CANNOT_SAY)
def test_what_a_schema_cannot_say(name: str, fields: dict[str, Any], taken: bool) -> None:
    """There the two differ, and the check decides. A line that no longer differs, goes."""
    sound = parse_yaml_file("x", next((TINY / "content" / name).glob("*.yml")).read_bytes()).values
    by_schema = [one for one in faults(schema(name), {**sound, **fields}) if any(f"$.{key}" in one for key in fields)]

    assert (by_schema == []) == taken
    assert (refused(name, {**sound, **fields}) == []) != taken
