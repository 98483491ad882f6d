"""Changes such as editors make in the form, by dice that always fall the same: each of one field, in one file.

They are found in the form's own configuration: what a field asks, says what can be done with it.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from macros.content.canonical import text_in_form
from macros.content.guide import Guide
from macros.content.yaml_file import Loc, YamlFile
from macros.model.entry_types import BY_COLLECTION
from macros.model.record import Record
from macros.model.settings import SETTINGS
from macros.publish.form_config import form_config
from macros.publish.form_fields import Field, FormFields

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_AFTER = re.compile(r"(?<=[a-z]{4}) (?=[a-z]{3})")
"""Between two plain words."""

_NO_PLAIN_TEXT = re.compile(r"[\[\]`*<|]|https?:")
_WORDS = ("ook", "soms", "vaak", "graag", "samen", "rustig", "telkens")
_NOUNS = ("tussendoortje", "regenboog", "kapstok", "schommel", "knikker", "zandbak")
_DATES = ("2026-10-05", "2026-11-02", "2026-11-20")


@dataclass(frozen=True)
class Spot:
    """A place in a file where a form asks something. value: what the file holds there; None when nothing."""

    name: str
    loc: Loc
    field: Field
    value: Any


@dataclass(frozen=True)
class Edit:
    """One change in a file.

    what: what an editor does there: write, choose, add, drop, move, remove or ask. at: which item that is done to.
    typed: what is typed, or chosen. label: under which words that is chosen. value: what its place then holds.
    """

    file: YamlFile
    name: str
    loc: Loc
    what: str
    at: int
    typed: str
    label: str
    value: Any

    @property
    def values(self) -> dict[str, Any]:
        """What its file then holds."""
        changed = copy.deepcopy(self.file.values)
        holder: Any = changed
        for step in self.loc[:-1]:
            holder = holder[step]
        holder[self.loc[-1]] = self.value
        return changed

    @property
    def text(self) -> str:
        """The text of its file then."""
        return text_in_form(self.record_type, self.values)

    @property
    def path(self) -> str:
        """Its file, as seen from the folder of the guide."""
        return f"content/{self.name}"

    @property
    def record_type(self) -> type[Record]:
        """What its file holds."""
        return SETTINGS.get(self.name) or BY_COLLECTION[self.name.split("/")[0]]


def edits_of(guide: Guide) -> dict[str, list[Edit]]:
    """Every edit that the dice found, in an order of theirs, by what is done."""
    dice = random.Random("formulier")
    fields = _fields_by_file(guide)
    files = {"site.yml": guide.site_file, "search.yml": guide.search_file}
    files |= {f"{collection}/{id}.yml": file for (collection, id), file in guide.files.items()}
    found: dict[str, list[Edit]] = {}
    for name, file in sorted(files.items()):
        assert file
        for spot in _spots(name, fields[name if name in SETTINGS else name.split("/")[0]], file.values, ()):
            for edit in _Edits(dice, guide, file, spot).found():
                found.setdefault(edit.what, []).append(edit)
    for edits in found.values():
        dice.shuffle(edits)
    return found


def _fields_by_file(guide: Guide) -> dict[str, list[Field]]:
    """The fields of each collection, and of each file of the settings."""
    fields: dict[str, list[Field]] = {}
    for one in form_config(guide, FormFields(guide, {}))["collections"]:
        fields |= {file["file"].removeprefix("content/"): file["fields"] for file in one.get("files", ())}
        fields[one["name"]] = one.get("fields", [])
    return fields


def _spots(name: str, fields: Sequence[Field], values: Any, loc: Loc) -> Iterator[Spot]:
    """Every place below some fields where something is asked, whether there is something or not."""
    for field in fields:
        yield from _below(name, field, values.get(field["name"]), (*loc, field["name"]))


def _below(name: str, field: Field, value: Any, loc: Loc) -> Iterator[Spot]:
    yield Spot(name, loc, field, value)
    if isinstance(value, dict) and "fields" in field:
        yield from _spots(name, field["fields"], value, loc)
    if not isinstance(value, list) or field["widget"] != "list":
        return
    for at, item in enumerate(value):
        if "field" in field:
            yield from _below(name, field["field"], item, (*loc, at))
        elif "types" in field:
            within = next(one["fields"] for one in field["types"] if one["name"] == item[field["typeKey"]])
            yield from _spots(name, within, item, (*loc, at))
        elif "fields" in field:
            yield from _spots(name, field["fields"], item, (*loc, at))


class _Edits:
    """What can be done in one place."""

    def __init__(self, dice: random.Random, guide: Guide, file: YamlFile, spot: Spot) -> None:
        self._dice, self._guide, self._file, self._spot = dice, guide, file, spot

    def found(self) -> Iterator[Edit]:
        """Each of them."""
        widget, value = self._spot.field["widget"], self._spot.value
        if widget in ("string", "text", "number") and isinstance(value, str):
            yield from self._of_text(value)
        elif widget in ("select", "relation") and self._spot.field.get("multiple"):
            yield from self._of_chosen(value or [])
        elif widget in ("select", "relation") and isinstance(value, str):
            yield from self._of_choice(value)
        elif widget == "list" and isinstance(value, list):
            yield from self._of_list(value)

    def _edit(self, what: str, value: Any, at: int = 0, typed: str = "", label: str = "") -> Edit:
        return Edit(self._file, self._spot.name, self._spot.loc, what, at, typed, label, value)

    def _options(self) -> dict[str, str]:
        """What can be chosen, with what an editor sees of it."""
        field = self._spot.field
        if field["widget"] == "select":
            return {one["value"]: one["label"] for one in field["options"]}
        return {entry.id: entry.title for entry in self._guide.all(BY_COLLECTION[field["collection"]])}

    def _of_text(self, value: str) -> Iterator[Edit]:
        text = _rewritten(self._dice, self._spot.field, value)
        if text not in ("", value):
            yield self._edit("date" if _DAY.fullmatch(text) else "write", text, typed=text)

    def _of_choice(self, value: str) -> Iterator[Edit]:
        options = self._options()
        if others := sorted({*options} - {value}):
            other = self._dice.choice(others)
            yield self._edit("choose", other, typed=other, label=options[other])

    def _of_chosen(self, value: list[str]) -> Iterator[Edit]:
        options, field = self._options(), self._spot.field
        others = sorted({*options} - {*value})
        if others and len(value) < field.get("max", 99):
            other = self._dice.choice(others)
            yield self._edit("add", [*value, other], typed=other, label=options[other])
        if len(value) > max(field.get("min", 1), 1):
            at = self._dice.randrange(len(value))
            yield self._edit("drop", [*value[:at], *value[at + 1 :]], at, value[at], options[value[at]])

    def _of_list(self, value: list[Any]) -> Iterator[Edit]:
        dice, field, last = self._dice, self._spot.field, len(value) - 1
        if "types" in field:
            question = {"block": "lines", "label": "Wat valt je op?", "count": "2"}
            yield self._edit("ask", [*value, question], last + 1, typed=question["label"])
        if not {"field", "fields", "types"} & field.keys():
            word = dice.choice(_NOUNS)
            yield self._edit("word", [*value, word], last + 1, typed=word)
            return
        if last > 0:
            at = dice.randrange(last)
            yield self._edit("move", [*value[:at], value[at + 1], value[at], *value[at + 2 :]], at)
        if last >= max(field.get("min", 1), 1):
            at = dice.randrange(last + 1)
            yield self._edit("remove", [*value[:at], *value[at + 1 :]], at)


def _rewritten(dice: random.Random, field: Field, value: str) -> str:
    """Another text: a word more, another day, one more of what is counted. Nothing when we know no good one."""
    if field["name"] == "checked":
        return dice.choice(_DATES)
    if field["widget"] == "number":
        return str(int(value) + 1) if int(value) < field.get("max", 1000) else ""
    places = [place.start() for place in _AFTER.finditer(value)]
    if "pattern" in field or _NO_PLAIN_TEXT.search(value) or not places:
        return ""
    at = dice.choice(places)
    text = f"{value[:at]} {dice.choice(_WORDS)}{value[at:]}"
    return text if len(text) <= field.get("maxlength", 100_000) else ""
