"""How good a whole list of answers is, held against tests/search/graded.yml: what people type, and what they get."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from macros.content.guide import Guide
from macros.content.problems import UnknownEntry
from macros.site.urls import name_of

FILE = Path(__file__).parent / "search" / "graded.yml"
SEEN = 5
"""How many answers a phone shows before anyone scrolls."""
DEEP = 10
"""Nobody looks further than the first ten."""
HELPS = 2
"""From this grade on an answer is what someone came for: 3 is precisely that, 1 touches it, 0 is noise."""
NO_ENTRIES = ("pagina", "overzicht")
"""What can be found and is no entry, and so bears no other name tomorrow than its address."""
MEASURES = f"nDCG@{SEEN} | MRR | success@1 | success@{SEEN} | unjudged"


@dataclass(frozen=True)
class Graded:
    """One query: who types it, of which type, and what each answer that someone read is worth.

    held_back: it was kept out of sight while tuning. gap: the guide has nothing about it.
    """

    query: str
    group: str
    type: str
    held_back: bool
    gap: bool
    grades: Mapping[str, int]


@dataclass(frozen=True)
class Quality:
    """What a search makes of some queries.

    ndcg: 1 when the first five are the best five, in order. mrr: 1 when what helps is always first, 0.5 when always
    second. first, five: how often something that helps is at the top, or among the first five. unjudged: how many of
    the first five no one has read; they count as noise.
    """

    count: int
    ndcg: float
    mrr: float
    first: float
    five: float
    unjudged: int


Answered = tuple[Graded, Sequence[str]]
"""A query with the names of what it brought up, best first."""


def graded() -> list[Graded]:
    """Every query, in the order of the file."""
    return [
        Graded(one["query"], one["group"], one["type"], one["held_back"], one.get("gap", False), one["grades"])
        for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))
    ]


def named_today(guide: Guide, asked: list[Graded]) -> list[Graded]:
    """The queries, with each entry under its name of today. What has left the guide is no answer to anything."""
    return [replace(one, grades=_of_today(guide, one.grades)) for one in asked]


def _of_today(guide: Guide, grades: Mapping[str, int]) -> dict[str, int]:
    today: dict[str, int] = {}
    for name, grade in grades.items():
        if (now := _name_of_today(guide, name)) is not None:
            today[now] = max(grade, today.get(now, 0))
    return today


def _name_of_today(guide: Guide, name: str) -> str | None:
    if name.partition(":")[0] in NO_ENTRIES:
        return name
    try:
        return name_of(guide.by_name(name))
    except UnknownEntry:
        return None


def called(hit: str, names: Mapping[str, str]) -> str:
    """What the file calls a hit. hit: a kind and an address. names: from those to the name of an entry."""
    return names.get(hit, hit.replace(" ", ":", 1))


def ndcg(grades: Mapping[str, int], names: Sequence[str]) -> float:
    """How near the first five come to the best five, in their best order.

    An answer is worth its grade, and less the lower it stands: on the second place 0.63 of that, on the fifth 0.39.
    """
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(name, 0) for name in names]) / best if best else 0


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades[:SEEN]))


def quality(answered: Sequence[Answered]) -> Quality:
    """How well queries were answered. A query that the guide cannot answer says nothing about that: leave it out."""
    ranks = [_rank(one, names) for one, names in answered]
    count = len(answered)
    return Quality(
        count,
        sum(ndcg(one.grades, names) for one, names in answered) / count,
        sum(1 / rank for rank in ranks if rank) / count,
        sum(rank == 1 for rank in ranks) / count,
        sum(1 <= rank <= SEEN for rank in ranks) / count,
        sum(len(unjudged(one, names)) for one, names in answered),
    )


def unjudged(one: Graded, names: Sequence[str]) -> list[str]:
    """What stands among the first five and was never read for this query."""
    return [name for name in names[:SEEN] if name not in one.grades]


def _rank(one: Graded, names: Sequence[str]) -> int:
    places = (place + 1 for place, name in enumerate(names[:DEEP]) if one.grades.get(name, 0) >= HELPS)
    return next(places, 0)


def quality_table(answered: Sequence[Answered]) -> str:
    """In all, per half, per group of people and per type of query, in Markdown. The gaps stand last, by themselves."""
    lines = [f"| queries | how many | {MEASURES} |", "|---|---|---|---|---|---|---|"]
    lines += (f"| {label} | {_cells(quality(some))} |" for label, some in _parts(answered))
    gaps = [names for one, names in answered if one.gap]
    silent = sum(not names for names in gaps)
    said = [f"Of {len(gaps)} queries without an answer in the guide, {silent} find nothing.", *_to_judge(answered)]
    return "\n".join(lines) + "\n\n" + "\n".join(said)


def _to_judge(answered: Sequence[Answered]) -> Iterator[str]:
    """What someone should read and grade, before the figures can be trusted."""
    for one, names in answered:
        if not one.gap and (new := unjudged(one, names)):
            yield f"- not judged for „{one.query}”: {', '.join(new)}"


def _parts(answered: Sequence[Answered]) -> Iterator[tuple[str, list[Answered]]]:
    able = [(one, names) for one, names in answered if not one.gap]
    yield "all", able
    for label, half in ("tuning half", False), ("held back", True):
        if some := [(one, names) for one, names in able if one.held_back is half]:
            yield label, some
    for group in dict.fromkeys(one.group for one, _ in able):
        yield group, [(one, names) for one, names in able if one.group == group]
    for type in dict.fromkeys(one.type for one, _ in able):
        yield type, [(one, names) for one, names in able if one.type == type]


def _cells(some: Quality) -> str:
    shares = f"{some.ndcg:.2f} | {some.mrr:.2f} | {some.first:.0%} | {some.five:.0%}"
    return f"{some.count} | {shares} | {some.unjudged}"
