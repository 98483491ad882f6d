"""The upkeep report: what no one checked lately, what nothing refers to, what is yet to be written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.check.rules import warnings
from macros.content.external_urls import host_of
from macros.content.guide import Guide, ident
from macros.content.problems import Place, Problem, place_at
from macros.content.readability import LIX_IN_DUTCH, Readability, hardest
from macros.content.validation import marked_texts
from macros.model.advice import Tip
from macros.model.entry import Entry
from macros.model.fields import LEVELS, Prose
from macros.model.practice import Worksheet
from macros.model.reference import Partner, Resource, Source, Term
from macros.model.situation import Situation
from macros.pages.view import View
from macros.publish.portable import engine_in_dutch
from macros.site.pictures import stale_pictures
from macros.site.proposed_links import proposals_report, proposed_links
from macros.site.since import Since, since, since_report
from macros.site.source_date import source_date
from macros.site.terms import unused

_HERE = Path(__file__).parent
_TODO = re.compile(r"nog (?:aan te vullen|na te kijken|in te vullen)\b[^.!?\n]*")
_SENTENCE_SO_FAR = re.compile(r"[^.!?\n:>\"' -][^.!?\n:>]*$")
_YEAR = 365
_HARDEST, _PROPOSED = 10, 20
"""How many of the hardest texts, and of the proposed links, are told: what someone can read at one sitting."""

Checkable = Partner | Resource
"""What someone looks at online from time to time."""


@dataclass(frozen=True)
class Checks:
    """How fresh one collection is on a day: what was never checked, what was too long ago, how many there are."""

    heading: str
    never: list[Checkable]
    old: list[Checkable]
    count: int


@dataclass(frozen=True)
class Upkeep:
    """Everything that wants looking after on a day.

    links: by domain, the entries that send a reader there. unnamed: partners that nothing refers to. unused: terms
    that no text uses. undrawn: situations without a scene. unfilled: worksheets without a filled-in example.
    untold: tips without an example. lone: tips that neither name another entry, but for where they live and come from,
    nor are named. levels: of how many tips, and for which levels they are. hardest: what is hardest to read.
    since: what happened since the last release.
    todos: what says of itself that it is not complete, with its place. warnings: what the check warns of.
    """

    day: date
    checks: list[Checks]
    links: dict[str, list[Checkable]]
    unnamed: list[Partner]
    unused: list[Term]
    undrawn: list[Situation]
    unfilled: list[Worksheet]
    untold: list[Tip]
    lone: list[Tip]
    levels: str
    hardest: list[Readability]
    since: Since
    todos: list[tuple[Place, str]]
    warnings: list[Problem]


@dataclass(frozen=True)
class UpkeepView(View):
    """The report as part of a page."""

    template = "upkeep"
    upkeep: Upkeep
    lix: str = LIX_IN_DUTCH


def upkeep(guide: Guide) -> View:
    """Zet op de pagina wat onderhoud vraagt: wat lang niemand nakeek, wat niemand noemt, wat nog aan te vullen is."""
    # For the day of the latest change: the same content gives the same page.
    return UpkeepView(upkeep_on(guide, source_date(guide, _HERE)))


def upkeep_on(guide: Guide, day: date, docs: Mapping[str, str] | None = None) -> Upkeep:
    """What wants looking after on a day. docs: the prose of docs/ by file, if it is looked at as well."""
    docs = docs or {}
    return Upkeep(
        day=day,
        checks=[_checks(Partner.heading, guide.all(Partner), day), _checks(Resource.heading, guide.all(Resource), day)],
        links=_links_by_domain([*guide.all(Partner), *guide.all(Resource)]),
        unnamed=[partner for partner in guide.all(Partner) if not is_named(guide, partner)],
        unused=unused(guide, [*_texts(guide), *docs.values()]),
        undrawn=[situation for situation in guide.all(Situation) if not situation.drawn],
        unfilled=[sheet for sheet in guide.all(Worksheet) if not sheet.filled],
        untold=[tip for tip in guide.all(Tip) if not tip.example],
        lone=[tip for tip in guide.all(Tip) if not is_named(guide, tip) and not _names_others(guide, tip)],
        levels=_levels(guide.all(Tip)),
        hardest=hardest(guide, _HARDEST),
        since=since(guide),
        todos=list(_todos({**{file.file: file.text for file in guide.files.values()}, **docs})),
        warnings=warnings(guide),
    )


def _levels(tips: Sequence[Tip]) -> str:
    """For how many tips which levels are named. Most advice knows no level; a level that is rare wants examples."""
    counts = Counter(level for tip in tips for level in tip.levels)
    named = ", ".join(f"{counts[level]} {level}" for level in LEVELS)
    return f"Niveau van {len(tips)} tips: {counts['alle']} voor alle, {named}"


def _links_by_domain(entries: Iterable[Checkable]) -> dict[str, list[Checkable]]:
    """The entries that send a reader to each domain; the domain with the most comes first."""
    links: dict[str, list[Checkable]] = defaultdict(list)
    for entry in entries:
        if entry.url:
            links[host_of(entry.url)].append(entry)
    return dict(sorted(links.items(), key=lambda link: (-len(link[1]), link[0])))


def is_named(guide: Guide, entry: Entry) -> bool:
    """Whether any other entry names this one, in a field or in a text."""
    return any(ident(other) != ident(entry) for other in (*guide.backlinks(entry), *guide.text_backlinks(entry)))


def _names_others(guide: Guide, entry: Entry) -> bool:
    """Whether an entry names another one in a field or a text, where it lives and where it comes from aside."""
    return any(one.field != "home" and one.target[0] != Source.collection for one in guide.references_of(entry))


def upkeep_report(guide: Guide, upkeep: Upkeep) -> str:
    """The report for the terminal, in Dutch."""
    lines = [f"Onderhoud op {upkeep.day}", *_part(engine_in_dutch(upkeep.day), [])]
    for checks in upkeep.checks:
        never = f"{checks.heading}: {len(checks.never)} van {checks.count} nog nooit nagekeken"
        lines += _part(never, _files(guide, checks.never))
        dated = [f"{line} ({entry.checked})" for line, entry in zip(_files(guide, checks.old), checks.old, strict=True)]
        lines += _part(f"{checks.heading}: {len(checks.old)} langer dan een jaar geleden nagekeken", dated)
    lines += _part(f"Partners die nog nergens genoemd zijn: {len(upkeep.unnamed)}", _files(guide, upkeep.unnamed))
    lines += _part(f"Begrippen die in geen enkele tekst staan: {len(upkeep.unused)}", _files(guide, upkeep.unused))
    lines += _part(f"Situaties zonder tekening: {len(upkeep.undrawn)}", _files(guide, upkeep.undrawn))
    lines += _part(f"Werkbladen zonder ingevuld voorbeeld: {len(upkeep.unfilled)}", _files(guide, upkeep.unfilled))
    lines += _part(f"Tips zonder voorbeeld: {len(upkeep.untold)}", _files(guide, upkeep.untold))
    lines += _part(f"Tips zonder band met een ander stuk: {len(upkeep.lone)}", _files(guide, upkeep.lone))
    lines += ["", upkeep.levels]
    lines += _hardest_part(guide, upkeep.hardest)
    stale = stale_pictures(guide)
    said = "Beelden bij een gedeelde link die make pictures opnieuw kan tekenen"
    lines += _part(f"{said}: {len(stale)}", _files(guide, stale))
    lines += _part(f"Nog aan te vullen: {len(upkeep.todos)}", [f"{place}  {words}" for place, words in upkeep.todos])
    told = [f"{problem.place}  {problem.message}" for problem in upkeep.warnings]
    lines += _part(f"Waarschuwingen van de controle: {len(told)}", told)
    count = sum(map(len, upkeep.links.values()))
    domains = [f"{len(entries):3}  {domain}" for domain, entries in upkeep.links.items()]
    lines += _part(f"Links naar buiten: {count}, naar {len(domains)} domeinen", domains)
    lines += ["", since_report(upkeep.since)]
    return "\n".join([*lines, "", proposals_report(guide, proposed_links(guide, _PROPOSED))])


def _hardest_part(guide: Guide, read: list[Readability]) -> list[str]:
    """The texts that are hardest to read, and what the figure means."""
    files = _files(guide, [one.entry for one in read])
    figures = [f"{file}: {one.in_dutch}" for file, one in zip(files, read, strict=True)]
    return _part(f"Leest het moeilijkst: {len(read)}", [LIX_IN_DUTCH, *figures] if read else [])


def _part(heading: str, lines: list[str]) -> list[str]:
    return ["", heading, *(f"  {line}" for line in lines)]


def _files(guide: Guide, entries: Iterable[Entry]) -> list[str]:
    return [f"{guide.files[ident(entry)].file}  {entry.title}" for entry in entries]


def _texts(guide: Guide) -> Iterator[str]:
    """Everything that the entries say, but for what the glossary says of itself."""
    for entry in guide:
        if not isinstance(entry, Term):
            yield entry.title
            yield from (text for _, _, mark, text in marked_texts(entry) if isinstance(mark, Prose))


def _checks(heading: str, entries: Sequence[Checkable], day: date) -> Checks:
    dated = [entry for entry in entries if entry.checked != "never"]
    old = [entry for entry in dated if (day - date.fromisoformat(entry.checked)).days > _YEAR]
    return Checks(heading, [entry for entry in entries if entry.checked == "never"], old, len(entries))


def _todos(texts: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    for file, text in sorted(texts.items()):
        for found in _TODO.finditer(text):
            line = text.rfind("\n", 0, found.start()) + 1
            before = _SENTENCE_SO_FAR.search(text[line : found.start()])
            start = line + before.start() if before else found.start()
            words = text[start : found.end()].strip(" \"'")
            yield place_at(file, text, start), f"{words[0].upper()}{words[1:]}."
