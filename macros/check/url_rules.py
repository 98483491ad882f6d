"""The rules for URLs: pages, anchors and permalinks each lead to one thing, and go on doing so."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.problems import Problem, did_you_mean
from macros.content.yaml_file import Loc
from macros.model.asides import Enumeration
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.site.permalinks import permanent_addresses
from macros.site.rehearsals import rehearsal_pages
from macros.site.urls import anchor_of, overview_page, page_of


@rule("Eén adres, één pagina", "# content/keys/s02.yml; 's01' heeft dit adres ook\naddress: 01-zwaai-eerst")
def pages_do_not_collide(guide: Guide) -> Iterator[Problem]:
    """Twee bestanden maken nooit dezelfde pagina of hetzelfde anker."""
    owner = {
        (overview_page(entry_type), ""): f"het overzicht van {entry_type.heading.lower()}" for entry_type in ENTRY_TYPES
    }
    owner |= {(page.file, ""): f"de pagina „{page.title}”" for page in rehearsal_pages(guide)}
    for entry in guide:
        spot = (page_of(guide, entry), "" if entry.has_page else anchor_of(entry))
        file = guide.files[ident(entry)].file
        if spot in owner:
            yield Problem(
                guide.files[ident(entry)].place_of(("address",)),
                f"Deze pagina krijgt hetzelfde adres als {owner[spot]}.",
                "Kies een ander 'address', of geef het bestand een andere naam.",
            )
        owner[spot] = file
        for index, item in enumerate(entry.items if isinstance(entry, Enumeration) else ()):
            spot = (page_of(guide, entry), item.anchor or "")
            if item.anchor and spot in owner:
                yield Problem(
                    guide.files[ident(entry)].place_of(("items", index, "anchor")),
                    f"Het anker '{item.anchor}' staat al op deze pagina, door {owner[spot]}.",
                    "Kies een ander anker.",
                )
            owner[spot] = file


@rule("Een vast adres voor één ding", "items:\n  - title: Geel\n    anchor: twee-tijen")
def permanent_addresses_are_one(guide: Guide) -> Iterator[Problem]:
    """Een vast adres (/l/principe-1/) leidt naar één ding, ook als het een alias is of een punt van een lijst."""
    owner = {f"{entry.letter}/{entry.id}": entry for entry in guide}
    for entry in guide:
        for loc, id in _further_ids(entry):
            address = f"{entry.letter}/{id}"
            other = owner.get(address)
            # Two items on one page are reported already: they would share an anchor.
            if other and not (loc[0] == "items" and other.id != id and page_of(guide, other) == page_of(guide, entry)):
                yield Problem(
                    guide.files[ident(entry)].place_of(loc),
                    f"Het vaste adres /{address}/ is al van {guide.files[ident(other)].file}.",
                    "Kies een ander woord: een vast adres leidt naar één ding.",
                )
            owner[address] = entry


@rule("Een link blijft werken", "# in content/published.tsv, en de tip is weg\nt/zwaai-naar-de-haven\t2026-01-02")
def published_links_answer(guide: Guide) -> Iterator[Problem]:
    """Een link die ooit verscheen, blijft werken: hernoemd wordt alias, ingetrokken krijgt een regel in content/published.tsv."""  # noqa: E501 - one sentence, shown as it stands
    known = permanent_addresses(guide) if guide.published else {}
    for row in guide.published:
        if row.address not in known and not row.withdrawn:
            id = row.address.partition("/")[2]
            yield Problem(
                row.place,
                f"Deze link zou breken: /{row.address}/.",
                f"Hernoemd of samengevoegd? Zet '{id}' bij 'aliases' van het stuk dat nu helpt. "
                "Ingetrokken? Zet op deze regel de dag, waarom, en het adres dat nu helpt.",
            )
        if row.now and row.now not in known:
            yield Problem(row.place, f"'{row.now}' leidt nergens heen.", did_you_mean(row.now, known))


def _further_ids(entry: Entry) -> Iterator[tuple[Loc, str]]:
    """What else an entry has a permalink for, with the path to it: its aliases, and the anchors of its items."""
    for index, alias in enumerate(entry.aliases):
        yield ("aliases", index), alias
    for index, item in enumerate(entry.items if isinstance(entry, Enumeration) else ()):
        if item.anchor:
            yield ("items", index, "anchor"), item.anchor
