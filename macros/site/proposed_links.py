"""Links that editors may want: entries that say nearly the same words, and do not name one another.

Words are compared by their runs of four letters, so that huisbezoek and huisbezoeken are near. A run counts for more
the fewer entries have it; how near two entries are is the cosine between what they count. No model: plain counting.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.content.guide import Guide, Ident, ident
from macros.content.once_a_file import once_a_file
from macros.content.problems import UnknownEntry
from macros.content.text_rules import bare_words
from macros.content.validation import marked_texts
from macros.model.advice import Tip
from macros.model.entry import Entry
from macros.model.fields import Prose
from macros.model.practice import Method, Worksheet
from macros.model.spelling import words
from macros.site.urls import page_of

_COMPARED = (Tip, Method, Worksheet)
"""What is compared: what a reader does. Others name these, and say what they say in a few lines."""

_RUN = 4
_COMMON, _FEW = 0.08, 10
"""A run that more than this part of the entries has, and more than a few of them, tells nothing of any of them."""

_NEAR = 0.2
"""So near two entries are for a proposal. Read in the guide: above it most pairs are of one subject."""


@dataclass(frozen=True)
class Proposal:
    """Two entries that may belong together: in which field the one would name the other, and how near they are."""

    entry: Entry
    field: str
    other: Entry
    nearness: float


def proposed_links(guide: Guide, most: int) -> list[Proposal]:
    """The nearest entries that do not name one another, the nearest first; not those that editors dismissed.

    Nor those on one page: a reader sees them together.
    """
    entries = [entry for kind in _COMPARED for entry in guide.all(kind)]
    apart = {frozenset((one.origin, one.target)) for one in guide.references} | set(_dismissed(guide))
    found = list[Proposal]()
    for nearness, one, other in _near(guide, entries):
        is_apart = frozenset((ident(one), ident(other))) in apart or page_of(guide, one) == page_of(guide, other)
        field = None if is_apart else _field_for(one, other)
        if field:
            found.append(Proposal(one, field, other, nearness))
        if len(found) == most:
            break
    return found


def _field_for(entry: Entry, other: Entry) -> str | None:
    """The list in which an entry can name the other; None when it has no such list."""
    return next(
        (
            name
            for name, shape in entry.shapes.items()
            if shape.many and shape.refers and not shape.refers.passing and other.collection in shape.refers.collections
        ),
        None,
    )


def _dismissed(guide: Guide) -> Iterator[frozenset[Ident]]:
    for row in guide.dismissed:
        try:
            yield frozenset(ident(guide.by_name(name)) for name in row.names)
        except UnknownEntry:
            continue  # The check tells of it.


def _near(guide: Guide, entries: list[Entry]) -> list[tuple[float, Entry, Entry]]:
    """Every two entries that are near, the nearest first."""
    counts = [once_a_file(guide.files[ident(entry)], _runs, partial(_runs, entry)) for entry in entries]
    spread = Counter(run for count in counts for run in count)
    most = max(_FEW, _COMMON * len(entries))
    holding = defaultdict[str, list[tuple[int, float]]](list)
    for number, count in enumerate(counts):
        weights = {run: (1 + math.log(times)) * math.log(len(entries) / spread[run]) for run, times in count.items()}
        length = math.hypot(*weights.values()) or 1
        for run, weight in weights.items():
            if 1 < spread[run] <= most:
                holding[run].append((number, weight / length))
    near = [defaultdict[int, float](float) for _ in entries]
    for held in holding.values():
        for index, (number, weight) in enumerate(held):
            sums = near[number]
            for other, its in held[index + 1 :]:
                sums[other] += weight * its
    pairs = [(-sum, one, other) for one, sums in enumerate(near) for other, sum in sums.items() if sum >= _NEAR]
    return [(-nearness, entries[one], entries[other]) for nearness, one, other in sorted(pairs)]


def _runs(entry: Entry) -> Counter[str]:
    """How often an entry has each run of letters. Its title counts twice; short words tell nothing."""
    texts = [entry.title, *(text for _, _, mark, text in marked_texts(entry) if isinstance(mark, Prose)), entry.title]
    framed = (f" {word} " for text in texts for word in words(bare_words(text)) if len(word) >= _RUN)
    return Counter(word[start : start + _RUN] for word in framed for start in range(len(word) - _RUN + 1))


def proposals_report(guide: Guide, proposals: list[Proposal]) -> str:
    """The proposals for the terminal, in Dutch: each with what to write to take it, and what to refuse it."""
    lines = [f"Voorstellen voor een band, van stukken die op elkaar lijken: {len(proposals)}"]
    if proposals:
        lines.append("  Ja? Zet de id in het bestand. Nee? Zet de regel in content/proposals.tsv, met waarom niet.")
    for one in proposals:
        names = "  ".join(f"{entry.noun}:{entry.id}" for entry in (one.entry, one.other))
        lines += [
            f"  {one.entry.title} | {one.other.title}",
            f"    ja:  {guide.files[ident(one.entry)].file}, bij '{one.field}': {one.other.id}",
            f"    nee: {names}  …",
        ]
    return "\n".join(lines)
