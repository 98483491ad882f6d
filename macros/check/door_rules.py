"""The rules for the doors and the year: a door is for one level or one role, and what it leads to fits there.

rules.py puts them with the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.messages import enumerate_nl
from macros.content.problems import Problem
from macros.model.labels import value_word
from macros.model.ways_in import MOST_MOMENTS, Door, SchoolMoment, Way

_KINDS = tuple(name for name, shape in Way.shapes.items() if shape.refers)


@rule("Een ingang voor één", "levels: [lager]\naudience: [leerkracht]")
def doors_are_for_one(guide: Guide) -> Iterator[Problem]:
    """Een ingang is voor één niveau of voor één rol, en nooit voor allebei."""
    for door in guide.all(Door):
        if len((*door.levels, *door.audience)) != 1:
            yield Problem(
                guide.files[ident(door)].place_of_name(("audience",) if door.audience else ("title",)),
                "Deze ingang is voor een niveau én voor een rol."
                if door.levels
                else "Hier staat niet voor wie deze ingang is.",
                "Kies er één: 'levels: [lager]' of 'audience: [coach]'.",
            )


@rule("Een weg naar één ding", "ways:\n  - why: Omdat het mooi is.")
def ways_lead_to_one_thing(guide: Guide) -> Iterator[Problem]:
    """Elke weg van een ingang noemt één ding, en geen twee wegen noemen hetzelfde."""
    for door in guide.all(Door):
        file, taken = guide.files[ident(door)], set()
        for at, way in enumerate(door.ways):
            if len(way.named) != 1:
                yield Problem(
                    file.place_of(("ways", at)),
                    f"Deze weg noemt {enumerate_nl([repr(name) for name in way.named])}."
                    if way.named
                    else "Deze weg leidt nergens heen.",
                    f"Noem één ding: {enumerate_nl(_KINDS, 'of')}. Bijvoorbeeld: - tip: familiemuur.",
                )
                continue
            target = ident(guide.named_in(door, "ways", at)[0])
            if target in taken:
                yield Problem(
                    file.place_of(("ways", at, way.named[0])),
                    f"'{target[1]}' staat al in deze ingang.",
                    "Schrap deze weg, of kies iets anders.",
                )
            taken.add(target)


@rule(
    "Een weg past bij zijn ingang",
    "# kaartlezen is voor het secundair\nlevels: [lager]\nways:\n  - method: kaartlezen",
)
def ways_fit_their_door(guide: Guide) -> Iterator[Problem]:
    """Wat een ingang noemt, past bij zijn niveau of zijn rol: het noemt er een, dan dit; noemt het er geen, dan past het overal."""  # noqa: E501 - one sentence, shown as it stands
    for door in guide.all(Door):
        for at, way in enumerate(door.ways):
            for target in guide.named_in(door, "ways", at):
                for field, own, said in (
                    ("levels", door.levels, target.levels),
                    ("audience", door.audience, target.audience),
                ):
                    if said and own and not {*own, "alle"} & set(said):
                        words = enumerate_nl([value_word(word) for word in said])
                        yield Problem(
                            guide.files[ident(door)].place_of(("ways", at, way.named[0])),
                            f"'{target.id}' is voor {words}, en deze ingang voor {value_word(own[0])}.",
                            f"Kies iets anders, of verbeter '{field}' in {guide.files[ident(target)].file}.",
                        )


@rule("Het schooljaar past op een blad", "# het negende moment\ntitle: Boot 9")
def the_year_fits_one_sheet(guide: Guide) -> Iterator[Problem]:
    """Het schooljaar telt hoogstens acht momenten: zoveel passen er op één blad."""
    for moment in guide.all(SchoolMoment)[MOST_MOMENTS:]:
        yield Problem(
            guide.files[ident(moment)].place_of(("title",)),
            f"Het schooljaar telt {len(guide.all(SchoolMoment))} momenten, en er passen er {MOST_MOMENTS} op één blad.",
            "Voeg twee momenten samen, of schrap er een.",
        )


DOOR_RULES = (doors_are_for_one, ways_lead_to_one_thing, ways_fit_their_door, the_year_fits_one_sheet)
