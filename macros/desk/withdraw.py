"""`make withdraw`: an entry leaves the guide; its address goes on, and says why and what helps now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros.content.guide import ident
from macros.content.messages import amount
from macros.content.problems import Problem
from macros.content.yaml_file import Loc
from macros.desk.desk import Desk, entry_for, entry_named
from macros.desk.edits import Edit, edited, without
from macros.desk.namings import Naming, as_problem, links, spots_of
from macros.desk.plan import Plan, carry_out
from macros.desk.promises import addresses_of, withdraw_addresses
from macros.desk.talk import Asked, Talk, choose
from macros.desk.unnamed import dispensable, named_beside
from macros.model.entry import Entry
from macros.system.errors import Refusal


def withdraw(desk: Desk, talk: Talk, asked: Asked) -> int:
    """Take an entry away, with what names it in passing; what cannot do without it, is told."""
    entry = entry_for(desk, talk, asked, 0, "Wat gaat er uit de gids?")
    _refuse_if_told_of(desk, entry)
    instead = _instead(desk, talk, asked, entry)
    reason = _reason(talk, asked)
    return carry_out(withdrawn(desk, entry, instead, reason), talk, asked)


def _refuse_if_told_of(desk: Desk, entry: Entry) -> None:
    """Refuse before anything is asked, when a sentence names it: no answer helps, someone has to write it anew."""
    told = list(_links_to(desk, entry))
    fields = []
    for naming in desk.namings:
        if naming.target == ident(entry) and naming.file != desk.file(entry):
            if naming.kind != "field":
                told.append(_as_stuck(desk, naming))
            elif dispensable(desk, naming) is None:
                fields.append(_as_stuck(desk, naming))
    if told:
        raise Refusal(_told(entry, told + fields))


def _instead(desk: Desk, talk: Talk, asked: Asked, entry: Entry) -> Entry | None:
    """What helps now, if anything does."""
    given = asked.option("nu")
    if not given and talk.answers and "nu" not in asked.options:
        others = sorted(desk.guide, key=lambda other: other.noun != entry.noun)
        choices = [(f"{other.noun}:{other.id}", other.title) for other in others if other is not entry]
        question = f"Wat helpt er voortaan, in plaats van '{entry.title}'?"
        given = choose(talk, question, choices, enter="als niets dat doet")
    instead = entry_named(desk.guide, given) if given and given != "niets" else None
    if instead is entry:
        raise Refusal("Wat weggaat, kan niet zelf helpen: kies iets anders bij --nu, of laat het weg.")
    return instead


def _reason(talk: Talk, asked: Asked) -> str:
    """Why it goes, for whoever comes by the old address. Raises Refusal when nobody says so."""
    reason = " ".join(asked.option("waarom").split())
    while not reason and talk.answers:
        reason = talk.ask("Waarom? Eén zin, voor wie het oude adres nog heeft:")
    if not reason:
        raise Refusal('Zeg waarom, voor wie het oude adres nog heeft: --waarom "Deze dienst bestaat niet meer."')
    return reason


def withdrawn(desk: Desk, entry: Entry, instead: Entry | None, reason: str) -> Plan:
    """The plan by which an entry leaves the guide. Raises Refusal with each spot that cannot do without it."""
    plan, own = Plan(desk), desk.file(entry)
    edits: dict[str, list[Edit]] = defaultdict(list)
    locs: dict[str, list[Loc]] = defaultdict(list)
    stuck = list(_links_to(desk, entry))
    for naming in desk.namings:
        if naming.target != ident(entry) or naming.file == own:
            continue
        if _may_name(desk, naming, instead) and instead:
            edits[naming.file].append(Edit(naming.start, naming.end, instead.id))
        elif naming.kind == "field" and (loc := dispensable(desk, naming)):
            locs[naming.file].append(loc)
        else:
            stuck.append(_as_stuck(desk, naming))
    if stuck:
        raise Refusal(_told(entry, stuck))
    for file in dict.fromkeys([*edits, *locs]):
        plan.texts[file] = without(file, edited(desk.text(file), edits[file]), locs[file])
    plan.texts[own] = None
    withdraw_addresses(plan, addresses_of(entry), reason, f"{instead.letter}/{instead.id}" if instead else "")
    return plan


def _may_name(desk: Desk, naming: Naming, instead: Entry | None) -> bool:
    """Whether what helps now can stand there: a list or a field that may be empty, and that does not name it yet."""
    if instead is None or naming.kind != "field" or naming.passing or naming.file == desk.file(instead):
        return False
    can_change = isinstance(naming.loc[-1], int) or dispensable(desk, naming) is not None
    known = {other.target for other in named_beside(desk, naming)}
    return can_change and instead.collection in naming.allowed and ident(instead) not in known


def _links_to(desk: Desk, entry: Entry) -> Iterator[Problem]:
    """Links in docs/ to the place where an entry stands."""
    spots = spots_of(desk.guide, entry)
    for link in links(desk.docs):
        if (link.page, link.anchor) in spots or (link.page, "") in spots:
            message = "Deze link leidt ernaartoe."
            yield as_problem(link, desk.docs[link.file], message, "Leid hem ergens anders heen, of schrap hem.")


def _as_stuck(desk: Desk, naming: Naming) -> Problem:
    """What still names an entry, and what would help."""
    listed = any(isinstance(step, int) for step in naming.loc[:-1])
    go = "schrap dit punt van de lijst" if listed else "haal ook dit stuk weg"
    said = {
        "field": ("Dit veld kan niet zonder.", f"Kies hier iets anders, of {go}."),
        "text": ("Deze tekst noemt het.", "Schrijf de zin anders, of noem iets anders."),
        "call": ("Deze pagina vraagt het met een macro.", "Noem iets anders, of schrap het."),
    }
    return as_problem(naming, desk.text(naming.file), *said[naming.kind])


def _told(entry: Entry, stuck: list[Problem]) -> str:
    count = amount(len(stuck), "plek noemt", "plekken noemen")
    return "\n\n".join(
        [
            f"'{entry.title}' ({entry.noun}:{entry.id}) kan nog niet weg: {count} het nog.",
            *map(str, sorted(stuck)),
            "Er is niets veranderd. Verbeter deze eerst, en probeer dan opnieuw.",
        ]
    )
