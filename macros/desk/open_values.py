"""What stands in a field that no one filled in yet: something that the check lets through and an editor sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.check.open_fields import OPEN
from macros.content.guide import Guide
from macros.content.text_rules import faults, plain_faults
from macros.content.yaml_file import YamlValue
from macros.desk.limits import Limits, limits_of
from macros.desk.needed import AT_LEAST
from macros.model.advice import Tip
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION
from macros.model.fields import Address, AsIs, Day, Prose
from macros.model.record import FieldShape, Record
from macros.model.slugs import slug_of
from macros.model.ways_in import Way
from macros.system.errors import Refusal

_RATHER: Mapping[str, str] = {"kind": "detail practice", "block": "lines"}
"""Of the words that a field is limited to, the one that asks least of the rest."""

_ICON = r"^[a-z]+(-[a-z]+)*$"


class OpenValues:
    """Makes a value for any field of a new entry. kind: its type; values: its fields so far, its title among them."""

    def __init__(self, guide: Guide, kind: type[Entry], values: Mapping[str, YamlValue]) -> None:
        self._guide, self._kind, self._values = guide, kind, values

    def value(self, of: type[Record], name: str, at: int = 0) -> YamlValue:
        """A value for a field. at: which of several records beside each other asks."""
        shape, limits = of.shapes[name], limits_of(of, name)
        if not shape.many:
            return self._one(name, shape, limits, at)
        asked = AT_LEAST.get((self._kind, name), 1) if of is self._kind else 1
        count = max(1, limits.fewest, asked)
        return [self._one(name, shape, limits, at + nth) for nth in range(count)]

    def record(self, of: type[Record], at: int) -> dict[str, YamlValue]:
        """A record with what it cannot do without."""
        if of is Way:
            return {"tip": self._fitting_tip(at)}
        names = [name for name, shape in of.shapes.items() if shape.required]
        return {name: self.value(of, name, at) for name in names}

    def _one(self, name: str, shape: FieldShape, limits: Limits, at: int) -> YamlValue:
        if shape.refers:
            # A part lives with a whole rather than with another part: which of these have parts, is a rule of its own.
            wholes = [one for one in shape.refers.collections if one != self._kind.collection or name != "home"]
            return self._id(wholes, at)
        if shape.choices:
            rather = [choice for choice in shape.choices if choice in _RATHER.get(name, "").split()]
            return rather[0] if rather else shape.choices[at % len(shape.choices)]
        if shape.records:
            return self._record_of(shape, at)
        if shape.scalar is not str:
            return "no" if shape.scalar is bool else str(limits.least or 1)
        if isinstance(shape.mark, Day):
            return "never"
        if isinstance(shape.mark, Address):
            return "nog-in-te-vullen.example"
        if limits.pattern == _ICON:
            return self._kind.emblem
        return slug_of(str(self._values["title"]), most=5) if limits.pattern else open_text(shape, limits)

    def _record_of(self, shape: FieldShape, at: int) -> YamlValue:
        tag = shape.tag
        among = [one for one in shape.records if not tag or set(_RATHER[tag].split()) & set(one.shapes[tag].choices)]
        return self.record(among[0], at)

    def _fitting_tip(self, at: int) -> str:
        """A tip that whoever a door is for can use."""
        known = self._guide.all(Tip)
        for field in ("levels", "audience"):
            own = {*(self._values.get(field) or ()), "alle"}
            known = [tip for tip in known if len(own) == 1 or not getattr(tip, field) or own & {*getattr(tip, field)}]
        return known[at % len(known)].id if known else self._id(("tips",), at)

    def _id(self, collections: Sequence[str], at: int) -> str:
        known = [entry for collection in collections for entry in self._guide.all(BY_COLLECTION[collection])]
        if not known:
            noun = BY_COLLECTION[collections[0]].noun
            raise Refusal(
                f"Er is nog geen {noun}, en die is hier nodig. Begin daarmee: .venv/bin/python -m macros new {noun}"
            )
        return known[at % len(known)].id


def open_text(shape: FieldShape, limits: Limits) -> str:
    """A text that says what is to come, where that fits."""
    text = f"{OPEN}: {shape.description}"
    prose = isinstance(shape.mark, Prose)
    fits = len(text) <= (limits.longest or 400) and not isinstance(shape.mark, AsIs)
    return text if fits and not faults(text, markup=prose) and (prose or not plain_faults(text)) else f"{OPEN}."
