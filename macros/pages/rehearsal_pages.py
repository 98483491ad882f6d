"""The pages on which someone rehearses a talk: step by step, with a choice in each, and on cards for three.

One good line is followed, whatever was chosen: after each choice stands kindly what it does, and the talk goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from macros.content.guide import Guide
from macros.content.problems import UnknownEntry
from macros.model.situation import Situation
from macros.model.talk import Dialogue, Instead, Turn
from macros.pages.view import View
from macros.site.rehearsals import is_rehearsed, rehearsal_page_of, rehearsed
from macros.site.urls import page_of, permalink_of, printed_url, public_url, site_url


@dataclass(frozen=True)
class Choice:
    """One thing to say. instead: what to know of it; None for what is said in the talk itself."""

    says: str
    instead: Instead | None


@dataclass(frozen=True)
class Step:
    """One time to choose. heard: what was said since the last one. turn: what is said in the talk itself."""

    heard: tuple[Turn, ...]
    turn: Turn
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Card:
    """What one of the players holds. lines: what they say, each with the place that it has in the talk."""

    who: list[str]
    lines: list[tuple[int, Turn]]


@dataclass(frozen=True)
class RehearsalPage(View):
    """A talk to rehearse. rest: how it ends. whole: the page on which all of it stands, below docs/.

    mine, theirs: the cards of who practises and of who answers. seen: what an onlooker can see, each with its place in
    the talk. printed: where all of this comes from, as paper shows it; nothing as long as the site has no address.
    """

    template = "rehearsal"
    entry: Situation
    talk: Dialogue
    steps: list[Step]
    rest: tuple[Turn, ...]
    whole: str
    mine: Card
    theirs: Card
    seen: list[tuple[int, Turn]]
    printed: str


@dataclass(frozen=True)
class RehearsalsPage(View):
    """Every talk to rehearse, each with its page below docs/."""

    template = "rehearsals"
    title: str
    talks: list[tuple[Situation, Dialogue, str]]


def rehearsal(guide: Guide, id: str) -> View:
    """Zet het gesprek van een situatie op de pagina, om te oefenen."""
    entry = guide.get(Situation, id)
    talk = entry.dialogue
    if not talk or not talk.choices:
        raise UnknownEntry(f"De situatie '{id}' heeft geen gesprek om te oefenen.")
    steps = list(_steps(talk))
    said = list(enumerate(talk.lines, 1))
    base = public_url(site_url(guide.site))
    return RehearsalPage(
        entry=entry,
        talk=talk,
        steps=steps,
        rest=talk.lines[sum(len(step.heard) for step in steps) :],
        whole=page_of(guide, entry),
        mine=_card([line for line in said if line[1].ours]),
        theirs=_card([line for line in said if not line[1].ours]),
        seen=[line for line in said if line[1].does],
        printed=printed_url(base + permalink_of(entry)) if base else "",
    )


def rehearsals(guide: Guide, title: str) -> View:
    """Zet een lijst van alle gesprekken om te oefenen op de pagina, onder een titel."""
    found = [(one, one.dialogue, rehearsal_page_of(guide, one)) for one in rehearsed(guide) if one.dialogue]
    return RehearsalsPage(title, found)


def way_to_rehearsal(guide: Guide, situation: Situation) -> str | None:
    """The page on which the talk of a situation is rehearsed, below docs/; None without one."""
    return rehearsal_page_of(guide, situation) if is_rehearsed(situation) else None


def _steps(talk: Dialogue) -> Iterator[Step]:
    """Each time to choose. What was said last time is heard again first: the talk follows it, whatever was chosen."""
    begin = 0
    for at, turn in enumerate(talk.lines):
        if turn.instead:
            yield Step(talk.lines[begin:at], turn, _choices(turn))
            begin = at


def _choices(turn: Turn) -> tuple[Choice, ...]:
    """What one can say, in an order that stays and that tells nothing."""
    choices = [Choice(turn.says, None), *(Choice(one.says, one) for one in turn.instead)]
    return tuple(sorted(choices, key=lambda choice: crc32(choice.says.encode())))


def _card(lines: list[tuple[int, Turn]]) -> Card:
    return Card(list(dict.fromkeys(turn.who for _, turn in lines)), lines)
