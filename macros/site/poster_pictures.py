"""Which picture stands on the poster of a tip or a key: a scene that shows what it is about, or else an icon."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.guide import Guide, Ident, ident, once_a_guide
from macros.model.advice import Key, Tip
from macros.model.entry import Entry
from macros.model.situation import Situation
from macros.site.icons import sign_of

_ENOUGH = 2
"""How many tips a situation takes from one place, before its scene shows that place too."""


def hung(guide: Guide) -> Iterator[Tip | Key]:
    """What can hang on a wall: every tip and every key."""
    yield from guide.all(Tip)
    yield from guide.all(Key)


def shown_by(guide: Guide, entry: Tip | Key) -> Entry | str:
    """The entry whose scene stands on the poster of this one; where none fits, the name of the icon that does."""
    return next((other for other in _related(guide, entry) if other.drawn), None) or sign_of(guide, entry)


def _related(guide: Guide, entry: Tip | Key) -> Iterator[Entry]:
    """What may show an entry, the nearest first: itself, what names it, its home, its keys, what often is there."""
    yield entry
    if isinstance(entry, Tip):
        yield from guide.backlinks(entry, Situation)
        above = guide.home_of(entry)
        while above:
            yield above
            above = guide.home_of(above)
        yield from guide.references_from(entry, Key)
    home = guide.home_of(entry) if isinstance(entry, Tip) else entry
    for situation, moments in _often(guide).get(ident(home), ()) if home else ():
        if isinstance(entry, Key) or not moments.isdisjoint(entry.moments):
            yield situation


@once_a_guide
def _often(guide: Guide) -> dict[Ident, list[tuple[Situation, set[str]]]]:
    """By where tips live, the situations that take several of them, most first, and the moments of those tips."""
    taken: dict[Ident, dict[str, list[Tip]]] = {}
    for situation in guide.all(Situation):
        for tip in guide.references_from(situation, Tip):
            if home := guide.home_of(tip):
                taken.setdefault(ident(home), {}).setdefault(situation.id, []).append(tip)
    return {
        home: [
            (guide.get(Situation, id), {moment for tip in tips for moment in tip.moments})
            for id, tips in sorted(by_situation.items(), key=lambda item: -len(item[1]))
            if len(tips) >= _ENOUGH
        ]
        for home, by_situation in taken.items()
    }
