"""The rules for filled-in examples of worksheets. Whether a text fits its place is measured when its PDF is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.once_a_file import once_a_file
from macros.content.problems import Problem, did_you_mean
from macros.content.yaml_file import YamlFile
from macros.model.practice import SCHOOL, TICKED, Worksheet
from macros.model.sheet_fields import Kind, fields_of


@rule("Een voorbeeld vult wat er staat", "filled:\n  values:\n    wat-deed-je_1: gezwaaid")
def filled_fields_are_on_the_sheet(guide: Guide) -> Iterator[Problem]:
    """Een ingevuld voorbeeld vult velden in die op het blad staan: een vakje met `yes`, al de rest met een tekst."""
    for sheet in guide.all(Worksheet):
        if sheet.filled:
            source = guide.files[ident(sheet)]
            yield from once_a_file(source, _faults_on, partial(_faults_on, sheet, source))


def _faults_on(sheet: Worksheet, source: YamlFile) -> list[Problem]:
    known, values = fields_of(sheet), sheet.filled.values if sheet.filled else {}
    return [problem for name, value in values.items() for problem in _faults(source, known, name, value)]


def _faults(source: YamlFile, known: Mapping[str, Kind], name: str, value: str) -> Iterator[Problem]:
    path = ("filled", "values", name)
    if name == SCHOOL:
        hint = "Schrap deze regel: de naam van de school staat in 'school'."
        yield Problem(source.place_of_name(path), "De school vullen we zelf in.", hint)
    elif name not in known:
        yield Problem(source.place_of_name(path), f"Dit blad heeft geen veld '{name}'.", did_you_mean(name, known))
    elif known[name] == "tick" and value != TICKED:
        message = "Dit is een vakje om aan te kruisen."
        yield Problem(source.place_of(path), message, "Schrijf 'yes', of schrap de regel als het vakje leeg blijft.")
