"""How good a search is, held against tests/search/judged.yml: what teachers ask, and what answers them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from macros.content.guide import Guide
from macros.site.urls import entry_url, name_of

FILE = Path(__file__).parent / "search" / "judged.yml"
DEEP = 10
"""Nobody looks further than the first ten."""

TENFOLD = """() => {
  const columns = SearchData.records.map(column => column.split?.("\\n") ?? column), count = columns[0].length;
  const isStrange = (word, copy) => copy && (word.length * 7 + copy) % 5 === 0;
  const strange = (text, copy) =>
    text.replace(/[a-z]{6,}/g, word => isStrange(word, copy) ? word + "abcdefghij"[copy] : word);
  const isText = index => index > 2 && index < 7;
  const back = columns[1].reduce((sum, step) => sum + step);  // From the last page to the first, where a copy begins.
  const stepped = (step, at, copy) => copy && !at ? step - back : step;
  const copyOf = (column, index, copy) =>
    column.map((one, at) => isText(index) ? strange(one, copy) : index === 1 ? stepped(one, at, copy) : one);
  const joined = column => typeof column[0] === "string" ? column.join("\\n") : column;
  const records = columns.map((column, index) =>
    joined(Array.from({ length: 10 }, (_, copy) => copyOf(column, index, copy)).flat()));
  return new Finder({ ...SearchData, records });
}"""
"""A search in ten times as much, with a good many words that the guide does not have."""


@dataclass(frozen=True)
class Judged:
    """One query: of which kind, what answers it, and whether it was kept out of sight while tuning.

    wanted: nothing, when the guide has no answer.
    """

    kind: str
    query: str
    wanted: frozenset[str]
    held_back: bool


@dataclass(frozen=True)
class Scores:
    """What a search makes of some queries.

    mrr: 1 when the best answer is always first, 0.5 when always second. first, five: how often there is an answer
    at the top, or among the first five. empty: how often nothing is found at all.
    """

    count: int
    mrr: float
    first: float
    five: float
    empty: float


def judged() -> list[Judged]:
    """Every query, in the order of the file. Within a kind, every second one is held back."""
    kinds = yaml.load(FILE.read_text(encoding="utf-8"), yaml.BaseLoader)
    return [
        Judged(kind, query, frozenset(wanted.split()), bool(index % 2))
        for kind, queries in kinds.items()
        for index, (query, wanted) in enumerate(queries.items())
    ]


def of_today(guide: Guide, asked: list[Judged]) -> list[Judged]:
    """The queries, with each entry under its name of today: what was renamed or merged is still the answer.

    Raises UnknownEntry.
    """
    return [replace(one, wanted=frozenset(name_of(guide.by_name(wanted)) for wanted in one.wanted)) for one in asked]


def addresses(guide: Guide) -> dict[str, str]:
    """For each entry, by the name that the file gives it: the address that a hit leads to."""
    return {name_of(entry): entry_url(guide, entry) for entry in guide}


def scores(found: Iterable[tuple[Judged, Sequence[str]]]) -> Scores:
    """How well queries were answered. found: each query with the names of what it brought up, best first."""
    ranks, empty = [], 0
    for one, names in found:
        ranks.append(next((index + 1 for index, hit in enumerate(names[:DEEP]) if hit in one.wanted), 0))
        empty += not names
    count = len(ranks)
    return Scores(
        count,
        sum(1 / rank for rank in ranks if rank) / count,
        sum(rank == 1 for rank in ranks) / count,
        sum(1 <= rank <= 5 for rank in ranks) / count,
        empty / count,
    )
