"""The rules about what each thing is: its id, its home, and that what names it names it once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.problems import Place, Problem
from macros.model.advice import Section
from macros.model.entry_types import HOMES


@rule("Eén id, één ding", "aliases: [wuif-eens, soep-op-de-kade]\n# content/tips/soep-op-de-kade.yml bestaat")
def one_home_per_id(guide: Guide) -> Iterator[Problem]:
    """Een id bestaat maar één keer: geen alias die al een id of alias is."""
    for entries in guide.entries.values():
        taken = dict(entries)
        for entry in entries.values():
            source = guide.files[ident(entry)]
            for index, alias in enumerate(entry.aliases):
                if other := taken.get(alias):
                    file = guide.files[ident(other)].file
                    yield Problem(
                        source.place_of(("aliases", index)),
                        f"'{alias}' is al {'de id van' if alias == other.id else 'een alias in'} {file}.",
                        "Een id of alias wijst naar één ding. Kies een andere, of voeg de twee bestanden samen.\n"
                        "Is het ene een kopie van het andere? Schrap dan 'aliases' in de kopie.",
                    )
                taken[alias] = entry


@rule("Elk thuis een eigen id", "# content/cases/s02.yml\n# content/keys/s02.yml bestaat")
def homes_are_one_of_a_kind(guide: Guide) -> Iterator[Problem]:
    """Waar iets woont, is duidelijk: aanbevelingen, trajecten, onderdelen, sleutels en verhalen hebben elk hun eigen id."""  # noqa: E501 - one sentence, shown as it stands
    owner: dict[str, str] = {}
    for collection in (home_type.collection for home_type in HOMES):
        for id in guide.entries[collection]:
            if id in owner:
                yield Problem(
                    Place(guide.files[collection, id].file),
                    f"'{id}' is ook de id van een bestand in content/{owner[id]}/.",
                    "Geef dit bestand een andere naam: wat hier woont, weet anders niet waar.",
                )
            owner[id] = collection


@rule("Niets noemt zichzelf", "# content/tips/zwaai-naar-de-boot.yml\ntips: [zwaai-naar-de-boot]")
def named_things_are_not_themselves(guide: Guide) -> Iterator[Problem]:
    """Niets verwijst in een veld naar zichzelf."""
    for reference in guide.references:
        if reference.origin == reference.target and not reference.in_text:
            yield Problem(
                guide.files[reference.origin].place_of(reference.loc),
                f"Dit bestand noemt zichzelf in '{reference.field}'.",
                "Schrap deze regel.",
            )


@rule("Onderdeel met adres, hoofdstuk zonder", "# a1-1 is een onderdeel\nhome: a1-1\naddress: mist")
def sections_stand_right(guide: Guide) -> Iterator[Problem]:
    """Een onderdeel van een aanbeveling heeft een adres; een hoofdstuk van een onderdeel heeft er geen."""
    for section in guide.all(Section):
        source, home = guide.files[ident(section)], guide.home_of(section)
        if isinstance(home, Section) and section.address:
            yield Problem(
                source.place_of_name(("address",)),
                "Een hoofdstuk heeft geen eigen adres: het staat op de pagina van zijn thuis.",
                "Schrap 'address', of maak van de aanbeveling het thuis.",
            )
        if isinstance(home, Section) and not home.has_page:
            yield Problem(
                source.place_of(("home",)),
                f"'{home.id}' is zelf al een hoofdstuk, en een hoofdstuk heeft geen hoofdstukken.",
                "Kies het onderdeel erboven als thuis.",
            )
        if not isinstance(home, Section) and not section.address:
            yield Problem(
                source.place_of_name(("home",)),
                "Dit onderdeel krijgt een eigen pagina, maar heeft nog geen adres.",
                "Voeg 'address' toe: een kort woord voor in het adres van de pagina.",
            )


@rule("Een ding staat er één keer", "tips: [zwaai-naar-de-boot, zwaai-naar-de-boot]")
def things_are_named_once(guide: Guide) -> Iterator[Problem]:
    """Een lijst van dingen uit de gids noemt elk ding één keer."""
    named: set[tuple[object, ...]] = set()
    for reference in guide.references:
        if reference.in_text or not isinstance(reference.loc[-1], int):
            continue
        here = reference.origin, reference.loc[:-1], reference.target
        if here in named:
            yield Problem(
                guide.files[reference.origin].place_of(reference.loc),
                f"'{reference.target[1]}' staat twee keer in '{reference.field}'.",
                "Schrap er een.",
            )
        named.add(here)


FOUNDATIONS = (one_home_per_id, homes_are_one_of_a_kind, named_things_are_not_themselves, sections_stand_right)
"""Rules that the others build upon: while one of these is broken, the others wait."""
