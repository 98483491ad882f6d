"""`make merge`: of two entries that say the same, one goes; what named it, names the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from macros.content.guide import ident
from macros.content.yaml_file import Loc
from macros.desk.desk import Desk, entry_for
from macros.desk.edits import Edit, edited, with_points, without
from macros.desk.namings import Naming, as_problem
from macros.desk.plan import Plan, carry_out
from macros.desk.promises import points_of, withdraw_addresses
from macros.desk.rename import follows
from macros.desk.talk import Asked, Talk
from macros.desk.unnamed import dispensable, named_beside
from macros.model.entry import Entry
from macros.system.errors import Refusal


def merge(desk: Desk, talk: Talk, asked: Asked) -> int:
    """Have one entry go up in another of its type."""
    gone = entry_for(desk, talk, asked, 0, "Welk stuk gaat weg?")
    kept = entry_for(desk, talk, asked, 1, f"Waarin gaat {gone.noun}:{gone.id} op?")
    _refuse_unlike(gone, kept)
    there = {ident(gone): ident(kept)}
    return carry_out(merged(desk, gone, kept), talk, asked, follows(desk, there, gone.id))


def _refuse_unlike(gone: Entry, kept: Entry) -> None:
    """Raise Refusal for two that cannot be one."""
    if ident(gone) == ident(kept):
        raise Refusal(f"Dat is twee keer hetzelfde: {kept.noun}:{kept.id}.")
    if gone.collection != kept.collection:
        raise Refusal(
            f"'{gone.id}' is een {gone.noun} en '{kept.id}' een {kept.noun}: die kunnen niet één stuk worden.\n"
            f"Wil je '{gone.id}' weghalen, en lezers van het oude adres naar '{kept.id}' leiden? "
            f"Doe dan: .venv/bin/python -m macros withdraw {gone.noun}:{gone.id} --nu {kept.noun}:{kept.id}"
        )


def merged(desk: Desk, gone: Entry, kept: Entry) -> Plan:
    """The plan by which an entry goes up in another. Raises Refusal where a field cannot do without it."""
    plan, old, own = Plan(desk), desk.file(gone), desk.file(kept)
    edits: dict[str, list[Edit]] = defaultdict(list)
    goes: dict[str, list[Loc]] = defaultdict(list)
    stuck: list[Naming] = []
    for naming in _to_mend(desk, gone):
        if naming.kind == "field" and (naming.file == own or _stands_already(desk, naming, gone, kept)):
            loc = dispensable(desk, naming)
            goes[naming.file] += [loc] if loc else []
            stuck += [] if loc else [naming]
        elif naming.file == own:
            edits[naming.file].append(_as_words(desk.text(naming.file), naming, gone))
        else:
            edits[naming.file].append(Edit(naming.start, naming.end, kept.id))
    _refuse_stuck(desk, stuck, gone)
    for file in dict.fromkeys([*edits, *goes]):
        plan.texts[file] = without(file, edited(desk.text(file), edits[file]), goes[file])
    plan.texts[own] = with_points(own, plan.text(own), "aliases", [*gone.aliases, gone.id])
    plan.texts[old] = None
    withdraw_addresses(plan, points_of(gone), f"Samengevoegd met: {kept.title}", f"{kept.letter}/{kept.id}")
    plan.notes += _lost(desk, gone, kept)
    return plan


def _to_mend(desk: Desk, gone: Entry) -> list[Naming]:
    """What names an entry, elsewhere than in its own file."""
    return [one for one in desk.namings if one.target == ident(gone) and one.file != desk.file(gone)]


def _stands_already(desk: Desk, naming: Naming, gone: Entry, kept: Entry) -> bool:
    """Whether the same list names the other one too, or names this one before, by another of its names."""
    beside = named_beside(desk, naming)
    return any(
        other.target == ident(kept) or (other.target == ident(gone) and other.start < naming.start) for other in beside
    )


def _refuse_stuck(desk: Desk, stuck: list[Naming], gone: Entry) -> None:
    """Raise Refusal for fields that would name the very entry that they stand in, and may not be empty."""
    message = f"Dit veld noemt '{gone.id}', en zou dan zichzelf noemen."
    problems = [as_problem(one, desk.text(one.file), message, "Kies hier eerst iets anders.") for one in stuck]
    if problems:
        raise Refusal("\n\n".join([*map(str, problems), "Er is niets veranderd."]))


def _as_words(text: str, naming: Naming, gone: Entry) -> Edit:
    """Of a link in a text, its words alone: what it led to is the entry itself now."""
    start = text.rfind("[", 0, naming.start)
    words = re.match(r"\[([^\[\]]*)\]", text[start:])
    return Edit(start, text.index(")", naming.end) + 1, (words and words[1]) or gone.title)


def _lost(desk: Desk, gone: Entry, kept: Entry) -> Iterator[str]:
    """What goes with a file: its fields that say something else than those of the other."""
    source, other = desk.guide.files[ident(gone)], desk.guide.files[ident(kept)]
    lost = {
        name: value for name, value in source.values.items() if name != "aliases" and value != other.values.get(name)
    }
    if lost:
        yield f"Dit staat alleen in {source.file}, en gaat mee weg. Neem over wat je wilt houden:"
    for name in lost:
        typed = source.text[source.names[name,] : source.spans[name,][1]].rstrip()
        yield from (f"  {line}" for line in typed.splitlines())
