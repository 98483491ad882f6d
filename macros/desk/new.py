"""`make new`: a new entry of any type, in a file that the check lets through from the start."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.content.canonical import text_in_form
from macros.content.problems import report
from macros.content.yaml_file import YamlValue
from macros.desk.desk import Desk, fault_in_id, kind_called, taken
from macros.desk.form import Form
from macros.desk.given import given_values
from macros.desk.plan import Plan
from macros.desk.talk import Asked, Talk, choose, yes
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.slugs import slug_of
from macros.system.errors import Refusal
from macros.system.files import write_file

_SMALL = re.compile(
    r"aan|bij|dan|dat|de|die|een|en|er|het|hoe|hun|ik|in|is|je|jouw|met|na|naar|of|om|op|te|tot|uit|van|voor|wat|wie|zo"
)
"""Words that an id can do without."""

_MOST_WORDS = 4


def new(desk: Desk, talk: Talk, asked: Asked) -> int:
    """Make a new entry of the type that is asked for."""
    kind = _kind(talk, asked)
    values = given_values(kind, {name: held for name, held in asked.options.items() if name != "id"})
    form = Form(desk.guide, talk, kind, values)
    form.ask_title()
    id = _id(desk, talk, asked, kind, form.title)
    form.ask_needed()
    file = f"content/{kind.collection}/{id}.yml"
    while wrong := _plan(desk, file, form.values).problems():
        if not talk.answers:
            raise Refusal(f"{report(wrong)}\n\nEr is niets bewaard.")
        talk.say("", report(wrong), "")
        if not form.ask_one_more("Welk veld wil je verbeteren of aanvullen? (Enter: stoppen zonder te bewaren)"):
            raise Refusal("Er is niets bewaard.")
    return _keep(desk, talk, asked, form, file)


def _kind(talk: Talk, asked: Asked) -> type[Entry]:
    if asked.words:
        return kind_called(asked.words[0])
    choices = [(kind.noun, kind.handbook_text or kind.heading) for kind in ENTRY_TYPES]
    if not talk.answers:
        known = ", ".join(noun for noun, _ in choices)
        raise Refusal(f'Zeg wat je wilt maken: {known}. Bijvoorbeeld: .venv/bin/python -m macros new tip --title "…"')
    return kind_called(choose(talk, "Wat wil je maken?", choices))


def _plan(desk: Desk, file: str, values: Mapping[str, YamlValue]) -> Plan:
    kind = kind_called(file.split("/")[1])
    return Plan(desk, {file: text_in_form(kind, values)})


def _keep(desk: Desk, talk: Talk, asked: Asked, form: Form, file: str) -> int:
    talk.say(_plan(desk, file, form.values).shown(), "")
    if talk.answers and not asked.said_yes and not yes(talk, "Bewaren?"):
        talk.say("Er is niets bewaard.")
        return 0
    write_file(desk.root / file, _plan(desk, file, form.values).text(file))
    talk.say(f"{file} staat er. Bekijk het met make serve.", *form.told())
    return 0


def _id(desk: Desk, talk: Talk, asked: Asked, kind: type[Entry], title: str) -> str:
    """The id: as given, or as proposed and accepted. Raises Refusal when it is not free."""
    proposed = proposed_id(desk, kind, title)
    given = asked.option("id") or (proposed if not talk.answers else "")
    if given:
        if wrong := fault_in_id(desk, kind, given):
            raise Refusal(f"{wrong} Vrij is: {proposed}")
        return given
    while True:
        id = talk.ask(f"De id, en de naam van het bestand. Die blijft. (Enter: {proposed})") or proposed
        if not (wrong := fault_in_id(desk, kind, id)):
            return id
        talk.say(wrong)


def proposed_id(desk: Desk, kind: type[Entry], title: str) -> str:
    """A free id for a title: its telling words; or the next number, where a type has nothing but numbers."""
    known, ids = taken(desk, kind), list(desk.guide.entries[kind.collection])
    numbers = [re.fullmatch(r"([a-z])(\d+)", id) for id in ids]
    if ids and all(numbers):
        digits = max(len(found[2]) for found in numbers if found)
        begin = f"{kind.letter}{{:0{digits}}}"
        free = (begin.format(nr) for nr in range(1, 10_000))
    else:
        words = slug_of(title).split("-")
        telling = [word for word in words if not _SMALL.fullmatch(word)][:_MOST_WORDS] or words[:_MOST_WORDS]
        slug = "-".join(telling)[:80].strip("-") or kind.noun
        free = (slug if nr == 1 else f"{slug}-{nr}" for nr in range(1, 10_000))
    return next(id for id in free if id not in known)
