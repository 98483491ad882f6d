"""Nothing of the sources got lost: everything the inventory lists has a place in the guide. There may always be more.

tests/inventory/*.txt: names, each of which is an entry, the alias of one, an anchor on a page of docs/ (`anker:…`)
or a point of a list (`punt:…`). aantallen.tsv: how many points a list has at least. genoemd.tsv: a word that an entry
must say.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from places import ROOT, TESTS

from macros.content.guide import Guide, ident
from macros.content.problems import UnknownEntry
from macros.model.advice import Key, Recommendation, Section
from macros.model.asides import Enumeration
from macros.model.entry import Entry
from macros.model.entry_types import BY_NOUN

INVENTORY = TESTS / "inventory"
HELP = (
    "Hernoemd of samengevoegd? Zet de oude id bij 'aliases' van het stuk dat hem nu bevat. "
    "Weggehaald? Zet het terug: een bron noemt het."
)


def rows(file: str) -> list[tuple[str, str]]:
    """The rows of a table in the inventory: the name of an entry, and what is known about it."""
    found = (line.partition("\t") for line in (INVENTORY / file).read_text(encoding="utf-8").splitlines())
    return [(name, told) for name, _, told in found]


def entry_of(guide: Guide, name: str) -> Entry:
    """The entry that the inventory means, under its name of today or of before."""
    try:
        return guide.by_name(name)
    except UnknownEntry as error:
        pytest.fail(f"{error}\n{HELP}", pytrace=False)


@pytest.fixture(scope="module")
def places(real: Guide) -> dict[str, set[str]]:
    """Every anchor that the prose of docs/ gives a name, and every one that a point of a list has."""
    prose = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md")]
    written = {anchor for text in prose for anchor in re.findall(r"\{ ?#([a-z0-9-]+)", text)}
    points = {item.anchor for one in real.all(Enumeration) for item in one.items if item.anchor}
    return {"anker": written, "punt": points}


@pytest.mark.parametrize("file", sorted(INVENTORY.glob("*.txt")), ids=lambda path: path.stem)
def test_everything_listed_has_a_place(file: Path, real: Guide, places: dict[str, set[str]]) -> None:
    """Each name that the inventory lists leads somewhere."""
    lost = []
    for name in file.read_text(encoding="utf-8").split():
        noun, _, id = name.partition(":")
        there = id in places[noun] if noun in places else noun in BY_NOUN and real.find(BY_NOUN[noun].collection, id)
        if not there:
            lost.append(name)

    assert not lost, f"Dit staat niet meer in de gids: {', '.join(lost)} (tests/inventory/{file.name}).\n{HELP}"


def test_the_inventory_lists_every_tip_once() -> None:
    """A slip of the finger in the list of tips would let a tip get lost unseen."""
    tips = (INVENTORY / "tips.txt").read_text(encoding="utf-8").split()

    assert len(tips) == len(set(tips)) >= 436


@pytest.mark.parametrize("name, count", rows("aantallen.tsv"), ids=lambda told: told if ":" in told else None)
def test_a_list_is_complete(name: str, count: str, real: Guide) -> None:
    """Each list has at least as many items as its source names."""
    entry = entry_of(real, name)
    assert isinstance(entry, Enumeration)
    file = real.files[ident(entry)].file

    assert len(entry.items) >= int(count), (
        f"{file} telt {len(entry.items)} punten, en de bron noemt er {count}. Zet terug wat weg is."
    )


@pytest.mark.parametrize("name, word", rows("genoemd.tsv"), ids=lambda told: None if ":" in told else told)
def test_what_a_source_only_names_is_named_where_it_belongs(name: str, word: str, real: Guide) -> None:
    """No page of its own, and not lost."""
    source = real.files[ident(entry_of(real, name))]

    assert word in " ".join(source.text.lower().split()), (
        f"{source.file} noemt '{word}' niet meer, en een bron doet dat wel. Zet het terug."
    )


@pytest.mark.parametrize("kind, least", [(Recommendation, 5), (Key, 12)], ids=["recommendations", "keys"])
def test_the_frame_is_complete(real: Guide, kind: type[Entry], least: int) -> None:
    """Five recommendations and twelve keys."""
    count = len(real.all(kind))

    assert count >= least, (
        f"Er horen minstens {least} bestanden in content/{kind.collection}/ te staan, en het zijn er {count}. "
        "Zet terug wat weg is."
    )


def test_every_recommendation_has_its_sections(real: Guide) -> None:
    """In all at least 24 sections with a page of their own."""
    count = sum(section.has_page and isinstance(real.home_of(section), Recommendation) for section in real.all(Section))

    assert count >= 24, (
        f"De aanbevelingen hadden samen 24 onderdelen met een eigen pagina, en nu {count}. "
        "Zet in content/sections/ terug wat weg is."
    )


def test_the_bridge_builder_has_every_role_that_the_list_names(real: Guide) -> None:
    """The list and the role tell the same."""
    role, list_ = entry_of(real, "rol:brugfiguur"), entry_of(real, "lijst:rollen-brugfiguur")
    assert isinstance(list_, Enumeration)
    points = real.files[ident(role)].text.count("\n  - ")

    assert points >= len(list_.items), (
        f"content/roles/brugfiguur.yml noemt {points} rollen, en de lijst 'rollen-brugfiguur' {len(list_.items)}. "
        "Vul de rol aan."
    )
