"""The form editor: every field of the model is asked for, in Dutch, and what it writes is what people write."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from form_writing import by_the_form
from places import CONTENT, ROOT, TINY

from macros.content.canonical import in_form
from macros.content.guide import Guide
from macros.content.yaml_file import parse_yaml_file, read_yaml_file
from macros.content.yaml_writing import yaml_of
from macros.desk.format import content_files
from macros.model.dutch_words import field_words
from macros.model.entry_types import BY_COLLECTION
from macros.model.field_order import field_order
from macros.model.record import Record
from macros.model.settings import SETTINGS, GitHost
from macros.publish.form_config import form_config
from macros.publish.form_editor import FormEditor, edit_url
from macros.publish.form_fields import Field, FormFields

PACKAGE = ROOT / "node_modules" / "@sveltia" / "cms"
HELD: Mapping[str, type[Record]] = {**BY_COLLECTION, **SETTINGS}
"""What a file of each folder holds, and each file of the settings."""

VENDOR = ROOT / "macros" / "publish" / "vendor" / "sveltia-cms"


def with_git(guide: Guide) -> Guide:
    """The guide, had its settings named a Git host."""
    changed = copy.copy(guide)
    host = GitHost(host="gitlab", repository="vuurtoren/gids")
    object.__setattr__(changed, "site", guide.site.model_copy(update={"git": host}))
    return changed


def collections(guide: Guide) -> dict[str, Any]:
    """The collections of the form, by name."""
    return {one["name"]: one for one in form_config(guide, FormFields(guide, {}))["collections"]}


def records(
    record_type: type[Record], fields: list[Field], tag: str = ""
) -> Iterator[tuple[type[Record], str, list[Field]]]:
    """Every type of record below one, with what tells it from others, and the fields of its form."""
    yield record_type, tag, fields
    for field in fields:
        shape = record_type.shapes[field["name"]]
        for one in field.get("types", ()):
            inside = shape.record_tagged(one["name"])
            assert inside, one["name"]
            yield from records(inside, one["fields"], shape.tag)
        if shape.records and "fields" in field:
            yield from records(shape.records[0], field["fields"])


@pytest.mark.parametrize("held", [*BY_COLLECTION, *SETTINGS])
def test_every_field_is_asked_for(held: str, tiny: Guide) -> None:
    """In the order in which files have them. What tells records apart, the form writes by itself."""
    made = collections(tiny)
    settings = {one["file"].removeprefix("content/"): one for one in made["instellingen"]["files"]}
    for record_type, tag, fields in records(HELD[held], (made | settings)[held]["fields"]):
        asked = [field["name"] for field in fields]

        assert asked == [name for name in field_order(record_type) if name != tag], record_type
        assert [field["name"] for field in fields if not field["hint"]] == []
        labels = [field["label"] for field in fields]
        assert sorted(set(labels)) == sorted(labels), f"{record_type}: twee velden heten hetzelfde"
        assert set(asked) <= set(field_words(asked).values()), f"{record_type}: een veld heeft geen Nederlandse naam"


def field_of(guide: Guide, collection: str, name: str) -> Field:
    """One field of a collection's form."""
    return next(field for field in collections(guide)[collection]["fields"] if field["name"] == name)


def test_a_form_asks_what_the_model_allows(tiny: Guide) -> None:
    """Which are required, how long a text may be, which words there are, how many, what a date looks like."""
    title, summary = field_of(tiny, "tips", "title"), field_of(tiny, "tips", "summary")
    moments, checked = field_of(tiny, "tips", "moments"), field_of(tiny, "partners", "checked")
    pages = field_of(tiny, "worksheets", "pages")

    assert title["required"] and not summary["required"] and summary["maxlength"] == 48
    assert moments["multiple"] and (moments["min"], moments["max"]) == (1, 3)
    assert {"label": "poort", "value": "poort"} in moments["options"]
    assert checked["pattern"][1] == "Schrijf never, of een datum zoals 2026-11-22."
    assert (pages["widget"], pages["min"], pages["max"]) == ("number", 1, 8)


def test_a_form_has_room_for_what_is_written(tiny: Guide) -> None:
    """Several lines for a remark, a line for each of some short words; a group of words shows in one line."""
    remark, words = field_of(tiny, "tips", "remark"), field_of(tiny, "tips", "search_words")
    groups = next(one for one in collections(tiny)["instellingen"]["files"][1]["fields"] if one["name"] == "synonyms")

    assert remark["widget"] == "text"
    assert words["widget"] == "list" and not {"field", "fields", "types"} & words.keys()
    assert (groups["collapsed"], groups["summary"], groups["field"]["min"]) == ("auto", "{{row}}", 2)


def test_what_has_two_places_may_hold_the_same_twice(tiny: Guide) -> None:
    """Both arms of someone in a drawing: a picker of several would have each only once."""
    scene = field_of(tiny, "situations", "scene")
    parts = next(field for field in scene["fields"] if field["name"] == "parts")
    people = next(one for one in parts["types"] if any(field["name"] == "arms" for field in one["fields"]))
    arms = next(field for field in people["fields"] if field["name"] == "arms")

    assert (arms["widget"], arms["field"]["widget"], arms["min"], arms["max"]) == ("list", "select", 2, 2)


def test_other_entries_are_picked_by_their_title(tiny: Guide) -> None:
    """From the folder of the field; where that may be one of several, from all that are in these now."""
    assert field_of(tiny, "tips", "methods")["collection"] == "methods"
    assert field_of(tiny, "tips", "methods")["multiple"]
    homes = {option["value"]: option["label"] for option in field_of(tiny, "tips", "home")["options"]}
    assert set(homes) == {
        entry.id
        for name in ("sections", "keys", "recommendations", "journeys", "cases")
        for entry in tiny.all(BY_COLLECTION[name])
    }
    assert homes["a1-1-mist"] == "Als het mistig is (sectie)"


def test_a_form_speaks_dutch_where_a_file_does_not(tiny: Guide) -> None:
    """The words of a file are English; who chooses sees what they mean, and no YAML."""
    consent, kind = field_of(tiny, "tips", "consent"), field_of(tiny, "tips", "kind")
    blocks = field_of(tiny, "worksheets", "blocks")

    assert consent["options"] == [{"label": "ja", "value": "yes"}, {"label": "nee", "value": "no"}]
    assert consent["hint"].startswith("Ja als") and consent["hint"].endswith("Kies je niets, dan is het nee.")
    assert kind["options"] == [{"label": "kern", "value": "core"}, {"label": "detail", "value": "detail"}]
    assert "{" not in field_of(tiny, "tips", "sources")["hint"]
    assert blocks["typeKey"] == "block"
    assert {"lines": "Lijnen: een vraag met schrijflijnen"}.items() <= {
        one["name"]: one["label"] for one in blocks["types"]
    }.items()


def test_a_page_is_edited_in_the_form(tiny: Guide) -> None:
    """While serving, and on a site whose settings name a Git host; a page that is no entry, where its file can be."""
    tip, prose = "content/tips/zet-soep.yml", "over/index.md"
    form, file = "redactie/#/collections/tips/entries/zet-soep", "https://bewerk.vuurtoren.test/"

    assert edit_url(tiny, tip, serving=True) == edit_url(with_git(tiny), tip, serving=False) == form
    assert edit_url(tiny, tip, serving=False) == f"{file}{tip}"
    assert edit_url(tiny, prose, serving=True) == f"{file}docs/{prose}"
    assert edit_url(tiny, None, serving=True) is edit_url(None, tip, serving=True) is None


def test_a_site_without_a_git_host_has_no_form(tiny: Guide) -> None:
    """A folder is only opened on one's own device. With a host, the form may ask that host, and no one else."""
    assert list(FormEditor().files(tiny, serving=False)) == []

    files = dict(FormEditor().files(with_git(tiny), serving=False))
    assert "connect-src 'self' blob: data: https://gitlab.com;" in str(files["redactie/index.html"])
    assert '"repo":"vuurtoren/gids"' in str(files["redactie/config.js"])


@pytest.mark.skipif(not PACKAGE.is_dir(), reason="npm ci haalt het pakket")
def test_the_editor_is_as_its_makers_sent_it() -> None:
    """Of the version that package.json pins."""
    assert (VENDOR / "sveltia-cms.js").read_bytes() == (PACKAGE / "dist" / "sveltia-cms.js").read_bytes()
    assert (VENDOR / "nl.json").read_bytes() == (PACKAGE / "locales" / "nl.json").read_bytes()


ODD: Mapping[str, Any] = {
    "empty in a list": ["", "een"],
    "marks": [
        "- een",
        "a: b",
        "c #d",
        "e:",
        "[f]",
        "{g}",
        "*h",
        "&i",
        "!j",
        "|k",
        ">l",
        "%m",
        "@n",
        "`o`",
        "...",
        "---",
    ],
    "words and numbers": [
        "yes",
        "no",
        "true",
        "null",
        "~",
        "7",
        "007",
        "+32",
        "1.5",
        "1e3",
        "0x1f",
        ".inf",
        "2026-11-22",
    ],
    "quotes": ["'een'", '"twee"', '\'t is "zo"', "c:\\map", "zeg „ja”"],
    "lists of lists": [["a", "b"], ["c"]],
    "a record": {
        "kind": "practice",
        "nuance": "Een nuance die zo lang is dat ze niet meer op één regel tussen haken past.",
    },
    "records": [
        {"a": "1", "b": ["x", "y"]},
        {"a": "Een zin die te lang is om tussen accolades te staan, met een komma."},
    ],
    "lines": "een\n\n- twee\n- drie",
    "sentences": "De eerste zin staat hier. „En dit?” vroeg ze. Bv. dit blijft bij elkaar, o.a. dit ook. "
    + "Nog een lange zin! " * 6,
    "one long sentence": "woord " * 40 + "einde",
    "two spaces": "Een zin.  Nog een zin. " * 8 + "Einde",
    "a: name": "x",
}
"""Values that are easily written wrong, by what is odd about them."""


def test_the_form_writes_what_the_machine_writes() -> None:
    """Two writers, in JavaScript and in Python, and one form."""
    paths = [path for content in (CONTENT, TINY / "content") for path in content_files(content)]
    texts = [
        in_form(HELD.get(path.name) or HELD[path.parent.name], read_yaml_file(path, path.parents[1])) for path in paths
    ]
    texts += [yaml_of(_stripped({name: one})) for name, one in ODD.items()]

    assert len(texts) > 1000
    assert by_the_form(parse_yaml_file("stuk.yml", text.encode()).values for text in texts) == texts


@pytest.mark.parametrize("odd", ODD)
def test_what_is_written_is_read_again(odd: str) -> None:
    """The same values."""
    values = _stripped({odd: ODD[odd]})

    assert _stripped(parse_yaml_file("tip.yml", yaml_of(values).encode()).values) == values


def _stripped(value: Any) -> Any:
    """Values as they mean: spaces around a text mean nothing."""
    if isinstance(value, Mapping):
        return {name: _stripped(part) for name, part in value.items()}
    return [_stripped(part) for part in value] if isinstance(value, list) else (value or "").strip()
