"""What is listed beside a page: all of its kind while they can be overseen, and else the nearest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from macros.content.guide import Guide, ident
from macros.model.entry import Entry
from macros.model.situation import Situation
from macros.site.pages import pages
from macros.site.urls import page_of

MANY = 100
MOST = 40


def with_many(guide: Guide) -> Guide:
    """A guide with a hundred situations in a row."""
    one = guide.all(Situation)[0]
    some = {f"s-{at:03}": one.model_copy(update={"id": f"s-{at:03}", "order": at}) for at in range(MANY)}
    files = {**guide.files, **{ident(other): guide.files[ident(one)] for other in some.values()}}
    references = tuple(reference for reference in guide.references if "situations" not in reference.target)
    entries = {**guide.entries, "situations": cast("Mapping[str, Entry]", some)}
    return Guide(guide.site, entries, references, files)


def beside(guide: Guide) -> dict[str, tuple[str, ...]]:
    """The files beside each situation, by its own file, in editorial order."""
    mine = [page_of(guide, entry) for entry in guide.all(Situation)]
    listed = {page.file: page.beside for page in pages(guide)}
    return {file: listed[file] for file in mine}


def test_a_few_are_all_listed(tiny: Guide) -> None:
    found = beside(tiny)
    assert len(found) > 1
    assert set(found.values()) == {tuple(found)}


def test_of_many_the_nearest_are_listed_in_their_order(tiny: Guide) -> None:
    found = beside(with_many(tiny))
    row = tuple(found)
    assert len(row) == MANY
    for at, (file, listed) in enumerate(found.items()):
        assert file in listed
        first = row.index(listed[0])
        assert listed == row[first : first + MOST]
        assert first == 0 or first + MOST == MANY or at - first == MOST // 2
