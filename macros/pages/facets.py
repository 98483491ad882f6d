"""By what an overview can be narrowed: which options there are, and which of them an entry answers to.

A kind declares its facets (`Entry.facets`); an option's order is that of the model, or that of the guide
for entries that are named, where a section counts for its recommendation.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.content.guide import Guide
from macros.content.problems import did_you_mean
from macros.model.advice import Recommendation, Section
from macros.model.entry import Entry, Facet
from macros.model.labels import value_word
from macros.model.slugs import slug_of


@dataclass(frozen=True)
class Option:
    """One choice: its word in the address, what a reader sees, and how many entries answer to it."""

    slug: str
    label: str
    count: int


@dataclass(frozen=True)
class Choice:
    """A facet with the options that have at least one entry."""

    facet: Facet
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Marks:
    """What the page says of an entry to whoever narrows it: `waarvoor=thuis-leren niveau=lager,kleuter`, and words to find it by."""

    facets: str
    words: str


@dataclass(frozen=True)
class Narrowing:
    """All that the overview of a kind needs to be narrowed: what to choose from, and the marks of each entry by id."""

    choices: tuple[Choice, ...]
    marks: dict[str, Marks]


def narrowing(guide: Guide, kind: type[Entry]) -> Narrowing:
    """By what the overview of this kind narrows. Raises ValueError when a facet looks at a field that is not there."""
    entries = guide.all(kind)
    choices: list[Choice] = []
    answers: dict[str, list[str]] = {entry.id: [] for entry in entries}
    for facet in kind.facets:
        labels = _labels(guide, kind, facet)
        found = {entry.id: _slugs(guide, entry, facet, labels) for entry in entries}
        counts = {slug: sum(slug in slugs for slugs in found.values()) for slug in labels}
        choices.append(
            Choice(facet, tuple(Option(slug, label, counts[slug]) for slug, label in labels.items() if counts[slug]))
        )
        for id, slugs in found.items():
            if slugs:
                answers[id].append(f"{facet.name}={','.join(slugs)}")
    return Narrowing(
        tuple(choice for choice in choices if choice.options),
        {entry.id: Marks(" ".join(answers[entry.id]), " ".join(entry.search_words)) for entry in entries},
    )


def grouped(guide: Guide, kind: type[Entry]) -> list[tuple[Option | None, list[Entry]]]:
    """The entries of a kind under their headings: each once, under the first option it names. None heads those without."""
    facet = next((facet for facet in kind.facets if facet.name == kind.grouped), None)
    if facet is None:
        return [(None, guide.all(kind))]
    labels = _labels(guide, kind, facet)
    heads: dict[str | None, list[Entry]] = {slug: [] for slug in (*labels, None)}
    for entry in guide.all(kind):
        heads[next(iter(_own(guide, entry, facet)), None)].append(entry)
    return [(Option(slug, labels[slug], len(found)) if slug else None, found) for slug, found in heads.items() if found]


def _labels(guide: Guide, kind: type[Entry], facet: Facet) -> dict[str, str]:
    """Every option that could be, in editorial order."""
    if facet.of not in kind.shapes:
        raise ValueError(
            f"{kind.__name__} has no field '{facet.of}' to narrow by. {did_you_mean(facet.of, kind.shapes)}"
        )
    if facet.has or facet.lacks:
        return {slug_of(words): words for words in (facet.has, facet.lacks) if words}
    shape = kind.shapes[facet.of]
    if shape.refers:
        named = [one for collection in shape.refers.collections for one in guide.entries[collection].values()]
        tops = {_top(guide, one).id: _top(guide, one) for one in named}
        return {one.id: one.title for one in sorted(tops.values(), key=lambda one: one.place_in_row)}
    words = shape.choices or sorted(
        {word for entry in guide.all(kind) for word in _values(entry, facet)}, key=str.lower
    )
    return {slug_of(word): value_word(word) for word in words}


def _slugs(guide: Guide, entry: Entry, facet: Facet, labels: dict[str, str]) -> list[str]:
    """The options that an entry answers to."""
    own = set(_own(guide, entry, facet))
    own |= {slug_of(other) for value, others in facet.covers.items() if slug_of(value) in own for other in others}
    return [slug for slug in labels if slug in own]


def _own(guide: Guide, entry: Entry, facet: Facet) -> list[str]:
    """The options that an entry names itself, in its own order."""
    values = _values(entry, facet)
    if facet.has or facet.lacks:
        words = facet.has if values else facet.lacks
        return [slug_of(words)] if words else []
    refers = entry.shapes[facet.of].refers
    if refers is None:
        return [slug_of(value) for value in values]
    named = [found for value in values for collection in refers.collections if (found := guide.find(collection, value))]
    return list(dict.fromkeys(_top(guide, one).id for one in named))


def _top(guide: Guide, entry: Entry) -> Entry:
    """What a reader calls a part by: the recommendation of a section, a chapter of it, and any other entry itself."""
    home = guide.home_of(entry) if isinstance(entry, Section) else None
    return _top(guide, home) if isinstance(home, (Section, Recommendation)) else entry


def _values(entry: Entry, facet: Facet) -> tuple[str, ...]:
    held = getattr(entry, facet.of)
    return held if isinstance(held, tuple) else (held,) if held else ()
