"""A tip for every week of a school year, none twice: chosen by what the guide itself says of moments, keys and effort.

No day is named, and no holiday: the weeks are counted, and stand under the moments of the year in editorial order.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import partial

from macros.content.guide import Guide, once_a_guide
from macros.model.advice import Key, Recommendation, Tip
from macros.model.ways_in import SchoolMoment

WEEKS = 40
"""How many weeks a school year has, as good as."""

_BEGIN = "eerste schooldagen"
"""The moment with which the weeks begin: what stands before it is over by then."""

_LONG = re.compile(r"\w{6,}")

_IN_A_WEEK = frozenset({"nu", "vandaag", "deze week"})


@dataclass(frozen=True)
class WeekTip:
    """A week, counted from 1, and its tip."""

    week: int
    tip: Tip


@dataclass(frozen=True)
class Period:
    """The weeks of one moment of the year."""

    moment: SchoolMoment
    weeks: list[WeekTip]


def week_tips(guide: Guide) -> list[Period]:
    """A tip a week, by period; in a guide with few tips, for as many weeks as there are.

    A tip that comes or goes changes one period: it can stand in no other.
    """
    moments = _year(guide)
    marks = [entry.id for entry in (*guide.all(Key), *guide.all(Recommendation))]
    periods: list[Period] = []
    week, taken = 1, set[str]()
    for at, moment in enumerate(moments):
        count = WEEKS // len(moments) + (at < WEEKS % len(moments))
        wanted = [marks[nth % len(marks)] for nth in range(week, week + count)] if marks else [""] * count
        tips = _chosen(guide, wanted, *_pools(guide, moments, at, taken))
        taken |= {tip.id for tip in tips}
        periods.append(Period(moment, [WeekTip(week + nth, tip) for nth, tip in enumerate(tips)]))
        week += len(tips)
    return [period for period in periods if period.weeks]


def _year(guide: Guide) -> list[SchoolMoment]:
    """The moments that a school year goes along, from its first days on."""
    moments = guide.all(SchoolMoment)
    begin = next((at for at, moment in enumerate(moments) if moment.moment == _BEGIN), 0)
    return moments[begin:]


def _pools(
    guide: Guide, moments: Sequence[SchoolMoment], at: int, taken: Set[str]
) -> tuple[list[Tip], list[Tip], list[Tip]]:
    """What one period chooses from: the tips that the editors put at its moment, others about that, and any."""
    named = {tip.id for moment in moments for tip in guide.references_from(moment, Tip)}
    free = [tip for tip in guide.all(Tip) if tip.id not in named and _fits(tip)]
    about = moments[at].moment
    return (
        [tip for tip in guide.references_from(moments[at], Tip) if tip.effort in _IN_A_WEEK and tip.id not in taken],
        [tip for tip in free if about and _bound_to(guide, tip) == about],
        [tip for tip in free if not _bound_to(guide, tip) and _digest(tip)[0] % len(moments) == at],
    )


def _chosen(guide: Guide, wanted: Sequence[str], first: list[Tip], about: list[Tip], others: list[Tip]) -> list[Tip]:
    """One tip for each week: what comes first, half of them about the moment, then the others.

    wanted: the key or the recommendation whose turn it is, so that all of them have one.
    """
    chosen = first[: len(wanted)]
    for nth in range(len(chosen), len(wanted)):
        half = about if nth < (len(wanted) + 1) // 2 else []
        pools = ([tip for tip in pool if tip not in chosen] for pool in (half, others, about))
        pool = next(filter(None, pools), None)
        if pool is None:
            break
        had = {mark for tip in chosen for mark in _marks(guide, tip)}
        told = {word for tip in chosen for word in _telling(guide)[tip.id]}
        chosen.append(min(pool, key=partial(_place, guide, wanted[nth], had, told)))
    return chosen


def _place(guide: Guide, wanted: str, had: Set[str], told: Set[str], tip: Tip) -> tuple[bool, bool, int, bytes]:
    """Before which others a tip is chosen: one that is about the same as another of its period comes last.

    The end is chance that is always the same.
    """
    marks = _marks(guide, tip)
    return not told.isdisjoint(_telling(guide)[tip.id]), wanted not in marks, len(marks & had), _digest(tip)


@once_a_guide
def _telling(guide: Guide) -> dict[str, set[str]]:
    """What tells what each tip is about: the longer words of its title, and those by which the editors let it be found.

    But not what one tip in ten says.
    """
    tips = guide.all(Tip)
    said = {tip.id: {*_LONG.findall(tip.title.lower()), *map(str.lower, tip.search_words)} for tip in tips}
    often = Counter(word for words in said.values() for word in words)
    return {id: {word for word in words if often[word] * 10 <= len(tips)} for id, words in said.items()}


def _marks(guide: Guide, tip: Tip) -> set[str]:
    """The keys that a tip belongs to, and what it lives in, up to the recommendation."""
    found, home = {key.id for key in guide.references_from(tip, Key)}, guide.home_of(tip)
    while home:
        found.add(home.id)
        home = guide.home_of(home)
    return found


def _fits(tip: Tip) -> bool:
    """Whether a teacher can do it in a week."""
    return tip.effort in _IN_A_WEEK and (not tip.audience or "leerkracht" in tip.audience)


def _bound_to(guide: Guide, tip: Tip) -> str | None:
    """The moment of the school year that a tip waits for, if it does."""
    moments = {moment.moment for moment in guide.all(SchoolMoment)}
    return next((moment for moment in tip.moments if moment in moments), None)


def _digest(tip: Tip) -> bytes:
    return hashlib.sha256(tip.id.encode()).digest()
