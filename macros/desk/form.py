"""The questions about a new entry: one for each field that it cannot do without, and more for who wants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.content.guide import Guide
from macros.content.yaml_file import YamlValue
from macros.desk.limits import limits_of
from macros.desk.needed import AT_LEAST, counted, needed
from macros.desk.open_values import OpenValues
from macros.desk.talk import Choice, Talk, choose, yes
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION
from macros.model.record import FieldShape, Record
from macros.site.icons import known_icons
from macros.system.errors import Refusal

_ASKED_ALONG = 4
"""Of a record with as few fields, also those are asked that may stay open."""


class Form:
    """What is known of a new entry. values: its fields so far; left: those that were left open."""

    def __init__(self, guide: Guide, talk: Talk, kind: type[Entry], values: dict[str, YamlValue]) -> None:
        self._guide, self._talk, self._kind = guide, talk, kind
        self.values, self.left = values, list[str]()

    @property
    def title(self) -> str:
        return str(self.values["title"])

    def ask_title(self) -> None:
        """Have a title. Raises Refusal when there is no one to ask."""
        while not self.values.get("title"):
            if not self._talk.answers:
                raise Refusal(f'Een {self._kind.noun} heeft een titel nodig: --title "…"')
            self.values["title"] = self._talk.ask(f"{self._kind.shapes['title'].description}\nTitel:")

    def ask_needed(self) -> None:
        """Have every field that the entry cannot do without: asked, or left open with what the check lets through."""
        while missing := [name for name in needed(self._guide, self._kind, self.values) if name not in self.values]:
            self._have(missing[0])
        counted(self._kind, self.values)

    def ask_one_more(self, question: str) -> bool:
        """Ask for one field by its name; False when no more is wanted."""
        choices = [
            (name, shape.description) for name, shape in self._kind.shapes.items() if name not in ("id", "aliases")
        ]
        name = choose(self._talk, question, choices, enter="om te stoppen")
        if name:
            self.values.pop(name, None)
            self.left = [one for one in self.left if one != name]
            self._have(name)
            self.ask_needed()
        return bool(name)

    def _have(self, name: str) -> None:
        value = self._asked(self._kind, name) if self._talk.answers else None
        if not value:
            self.left.append(name)
            value = OpenValues(self._guide, self._kind, self.values).value(self._kind, name)
        self.values[name] = value

    def _asked(self, of: type[Record], name: str) -> YamlValue:
        """What someone answers for a field; nothing when it is left open."""
        shape = of.shapes[name]
        self._talk.say("", f"{name}: {shape.description}")
        if not shape.many:
            return self._one(of, name, shape, optional=not shape.choices and not shape.refers)
        fewest = max(1, limits_of(of, name).fewest, AT_LEAST.get((self._kind, name), 1) if of is self._kind else 1)
        most = limits_of(of, name).most or 50
        found: list[YamlValue] = []
        while len(found) < most:
            enough = len(found) >= fewest
            if shape.records and enough and not yes(self._talk, f"Nog een bij '{name}'?", enter_is_no=True):
                break
            value = self._one(of, name, shape, optional=enough or not (shape.choices or shape.refers), beside=found)
            if not value:
                break
            if value not in found:
                found.append(value)
        return found if len(found) >= fewest else None

    def _one(
        self, of: type[Record], name: str, shape: FieldShape, *, optional: bool, beside: Sequence[YamlValue] = ()
    ) -> YamlValue:
        """What someone answers once. beside: what was answered before, which is not offered again."""
        choices = self._choices(of, name, shape)
        if choices:
            left = [choice for choice in choices if choice[0] not in beside]
            enter = ("als het genoeg is" if beside else "om over te slaan") if optional else ""
            return choose(self._talk, "", left, enter=enter) if left else ""
        if shape.records:
            return self._record(shape)
        if shape.scalar is bool:
            return "yes" if yes(self._talk, name) else "no"
        return self._talk.ask(f"{name} (Enter: nog open laten):")

    def _choices(self, of: type[Record], name: str, shape: FieldShape) -> list[Choice]:
        if shape.refers:
            among = [
                one for collection in shape.refers.collections for one in self._guide.all(BY_COLLECTION[collection])
            ]
            several = len(shape.refers.collections) > 1
            return [(entry.id, f"{entry.noun}: {entry.title}" if several else entry.title) for entry in among]
        if name == "icon" and limits_of(of, name).pattern:
            return [(icon, "") for icon in sorted(known_icons())]
        return [(choice, "") for choice in shape.choices]

    def _record(self, shape: FieldShape) -> YamlValue:
        of = shape.records[0]
        if shape.tag:
            tags = [(one.shapes[shape.tag].choices[0], getattr(one, "handbook_text", "")) for one in shape.records]
            of = shape.record_tagged(choose(self._talk, "Welk?", tags)) or of
        refers = [name for name, inside in of.shapes.items() if inside.refers]
        names = [name for name, inside in of.shapes.items() if inside.required or len(of.shapes) <= _ASKED_ALONG]
        if len(refers) > _ASKED_ALONG:  # A way of a door: one of many things.
            kinds = [(name, of.shapes[name].description) for name in refers]
            names = [choose(self._talk, "Wat voor iets?", kinds), *(name for name in of.shapes if name not in refers)]
        made: dict[str, YamlValue] = {}
        for name in names:
            inside = of.shapes[name]
            if name == shape.tag:
                made[name] = inside.choices[0]
                continue
            self._talk.say(f"  {name}: {inside.description}")
            value = self._asked_inside(of, name, inside)
            if value:
                made[name] = value
        return made

    def _asked_inside(self, of: type[Record], name: str, shape: FieldShape) -> YamlValue:
        if shape.many:
            return self._asked(of, name) or OpenValues(self._guide, self._kind, self.values).value(of, name)
        optional = not shape.required
        value = self._one(of, name, shape, optional=optional or not (shape.choices or shape.refers))
        open_values = OpenValues(self._guide, self._kind, self.values)
        return value or (None if optional else open_values.value(of, name))

    def told(self) -> Iterator[str]:
        """What is still to be filled in, with what each field means, and which fields there are besides."""
        if self.left:
            yield from ("", "Nog in te vullen of na te kijken:")
        for name in self.left:
            yield from self._meaning(name)
        besides = [name for name in self._kind.shapes if name not in self.values and name not in ("id", "aliases")]
        if besides:
            yield from ("", "Dit kan er ook nog bij:")
            yield from (f"  {name}: {self._kind.shapes[name].description}" for name in besides)

    def _meaning(self, name: str) -> Iterator[str]:
        shape = self._kind.shapes[name]
        yield f"  {name}: {shape.description}"
        if shape.choices:
            yield f"    Dit kan: {', '.join(shape.choices)}."
        elif shape.refers:
            folders = " of ".join(f"content/{collection}/" for collection in shape.refers.collections)
            yield f"    Een id uit {folders}. Nu staat er '{self._shown(name)}', de eerste die er is."

    def _shown(self, name: str) -> str:
        value = self.values[name]
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
