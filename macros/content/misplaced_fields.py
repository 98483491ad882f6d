"""A field that is not known where it stands: which one was meant, or where it belongs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from macros.content.problems import did_you_mean, nearest
from macros.model.dutch_words import field_words
from macros.model.record import FieldShape, Record


def meant_field(record_type: type[Record], written: str) -> str | None:
    """The field of a record that someone who wrote this name most likely meant."""
    known = _fields(record_type)
    return nearest(written, known, field_words(known))


def hint_for_field(
    records: Sequence[type[Record]], written: str, standing: Collection[str], above: Collection[str] = ()
) -> str:
    """What would help against a field that its record does not know.

    records: those around it, its own last. standing: the fields that stand in it already; above: those around it.
    """
    *around, here = records
    meant = meant_field(here, written)
    if meant in standing:
        return f"Hoort dit bij '{meant}'? Dat staat er al: voeg ze samen, of schrap er een."
    inside = [name for name, shape in here.shapes.items() if any(written in _fields(one) for one in shape.records)]
    if inside and not meant:
        return f"Het hoort binnen '{inside[0]}'."
    if not meant and written not in above and any(written in _fields(one) for one in around):
        return "Het hoort een niveau hoger: laat het minder ver inspringen."
    known = _fields(here)
    return did_you_mean(written, known, words=field_words(known))


def untagged(shape: FieldShape, given: Mapping[str, object]) -> tuple[str, str, str]:
    """Why a record does not say what it is: the field that was meant to, if any; what is wrong; what would help.

    shape: of the field that holds records of several types.
    """
    kinds = [kind for one in shape.records for kind in one.shapes[shape.tag].choices]
    for name in given:
        wrong = f"Het veld '{name}' kennen we hier niet."
        if name in kinds:
            return name, wrong, f"Zeg met '{shape.tag}' wat het is: - {shape.tag}: {name}"
        if nearest(name, [shape.tag], field_words([shape.tag])):
            return name, wrong, f"Bedoelde je '{shape.tag}'?"
    wrong = f"Dit onderdeel zegt niet wat het is: het veld '{shape.tag}' ontbreekt."
    return "", wrong, f"Zeg met '{shape.tag}' wat het is. Dit kan: {', '.join(sorted(kinds))}."


def _fields(record_type: type[Record]) -> list[str]:
    """What an editor may write in a record. Its id is the name of the file, unless it is a block of a worksheet."""
    return [name for name in record_type.shapes if name != "id" or record_type.tagged_by]
