"""`make rename`: an entry gets another id, and everything that names it comes along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from macros.content.guide import Ident, ident
from macros.content.problems import ContentError
from macros.desk.desk import Desk, entry_for, fault_in_id
from macros.desk.edits import Edit, edited, with_points, without
from macros.desk.namings import Naming, as_problem, link_to, links
from macros.desk.plan import Follow, Plan, carry_out
from macros.desk.talk import Asked, Talk
from macros.model.entry import Entry
from macros.site.urls import anchor_of, page_of
from macros.system.errors import Refusal


def rename(desk: Desk, talk: Talk, asked: Asked) -> int:
    """Give an entry another id. The old one becomes an alias, so its permanent address goes on."""
    entry = entry_for(desk, talk, asked, 0, "Wat krijgt een andere naam?")
    new = _new_id(desk, talk, asked, entry)
    plan = renamed(desk, entry, new)
    there = {ident(entry): (entry.collection, new)}
    return carry_out(plan, talk, asked, follows(desk, there, entry.id))


def _new_id(desk: Desk, talk: Talk, asked: Asked, entry: Entry) -> str:
    """The id that was asked for, when it is free. Raises Refusal."""
    if len(asked.words) > 1:
        new = asked.words[1].rpartition(":")[2]
        if wrong := _fault(desk, entry, new):
            raise Refusal(wrong)
        return new
    if not talk.answers:
        raise Refusal(f"Zet de nieuwe id erachter: {entry.noun}:{entry.id} nieuwe-id.")
    while True:
        new = talk.ask(f"Hoe heet {entry.noun}:{entry.id} ('{entry.title}') voortaan?")
        wrong = _fault(desk, entry, new)
        if not wrong:
            return new
        talk.say(wrong)


def _fault(desk: Desk, entry: Entry, new: str) -> str:
    return f"'{new}' heet al zo." if new == entry.id else fault_in_id(desk, type(entry), new, own=entry)


def renamed(desk: Desk, entry: Entry, new: str) -> Plan:
    """The plan that gives an entry another id."""
    plan = Plan(desk)
    own, there = desk.file(entry), f"content/{entry.collection}/{new}.yml"
    edits: dict[str, list[Edit]] = defaultdict(list)
    for naming in desk.namings:
        if naming.target == ident(entry) and naming.id == entry.id:
            edits[naming.file].append(Edit(naming.start, naming.end, new))
    text = edited(desk.text(own), edits.pop(own, []))
    if new in entry.aliases:
        text = without(own, text, [("aliases", entry.aliases.index(new))])
    plan.texts[there] = with_points(own, text, "aliases", [entry.id])
    plan.texts[own] = None
    plan.moved[there] = own
    plan.texts |= {file: edited(desk.text(file), found) for file, found in edits.items()}
    if entry.drawn and entry.has_page:
        plan.notes.append("Het beeld bij een gedeelde link draagt nog de oude id: make pictures tekent het opnieuw.")
    return plan


def follows(desk: Desk, there: Mapping[Ident, Ident], old: str) -> Follow:
    """What follows once it is known where everything stands: links in docs/ to pages that are called otherwise.

    there: what the entries are that are called otherwise now. old: the id that nothing may name any more.
    """

    def follow(later: Desk) -> Iterator[tuple[str, str]]:
        refuse_left(later, [naming for naming in later.namings if naming.target in there.values() and naming.id == old])
        moved = dict(_moved_spots(desk, later, there))
        edits: dict[str, list[Edit]] = defaultdict(list)
        for link in links(later.docs):
            page, anchor = moved.get((link.page, ""), (link.page, ""))[0], link.anchor
            page, anchor = moved.get((link.page, link.anchor), (page, anchor))
            if (page, anchor) != (link.page, link.anchor):
                edits[link.file].append(Edit(link.start, link.end, link_to(link, page, anchor)))
        yield from ((file, edited(later.docs[file], found)) for file, found in edits.items())

    return follow


def refuse_left(later: Desk, left: Iterable[Naming]) -> None:
    """Raise ContentError for what still names the old id, because it is written in a way that no edit reaches."""
    message, hint = "Hier staat de oude naam zo geschreven dat we hem niet konden vervangen.", "Verander deze zelf."
    problems = [as_problem(naming, later.text(naming.file), message, hint) for naming in left]
    if problems:
        raise ContentError(problems)


def _moved_spots(
    desk: Desk, later: Desk, there: Mapping[Ident, Ident]
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """By where it could be pointed at, where each entry can be pointed at now."""
    for entry in desk.guide:
        now = later.guide.entry(there.get(ident(entry), ident(entry)))
        before, after = page_of(desk.guide, entry), page_of(later.guide, now)
        if entry.has_page:
            yield (before, ""), (after, "" if now.has_page else anchor_of(now))
        yield (before, anchor_of(entry)), (after, anchor_of(now))
