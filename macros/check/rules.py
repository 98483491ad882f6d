"""The rules that the guide as a whole is checked against, one function each.

A rule's docstring is the rule, on one line, as the editors' handbook shows it, under its name and with the mistake
that @rule gives it (rule.py). To add one: write it, put it in RULES, and put that mistake in tests/broken/.
What only warns stands in WARNINGS.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.check.advice_rules import ADVICE_RULES
from macros.check.dismissal_rules import dismissed_links_are_not_there
from macros.check.door_rules import DOOR_RULES
from macros.check.evidence_rules import research_is_judged
from macros.check.face_rules import faces_are_seen
from macros.check.filled_rules import filled_fields_are_on_the_sheet
from macros.check.form_rules import FORM_RULES
from macros.check.identity_rules import FOUNDATIONS, things_are_named_once
from macros.check.list_rules import LIST_RULES
from macros.check.message_rules import MESSAGE_RULES
from macros.check.open_fields import nothing_is_left_open
from macros.check.rule import rule
from macros.check.said_twice import pages_say_it_once
from macros.check.scan_rules import scored_rows_are_about_something
from macros.check.scene_rules import SCENE_WARNINGS, scenes_stay_in_their_field
from macros.check.search_words import gaps_are_gaps, search_words_lead_somewhere, search_words_stand_once
from macros.check.talk_rules import TALK_RULES
from macros.check.url_rules import pages_do_not_collide, permanent_addresses_are_one, published_links_answer
from macros.check.worksheet_rules import SHEET_RULES
from macros.content.days import fault_in_date_words, fault_in_day
from macros.content.external_urls import host_of, is_deep
from macros.content.guide import Guide, ident
from macros.content.once_a_file import once_a_file
from macros.content.privacy import Exposure, exposures
from macros.content.problems import Problem, did_you_mean, place_at
from macros.model.advice import Tip
from macros.model.asides import Figure
from macros.model.entry_types import ENTRY_TYPES
from macros.model.fields import Day
from macros.model.reference import Partner, Resource, Source, Term
from macros.model.slugs import slug_of
from macros.site.icons import known_icons


@rule("Een figuur heeft een vorm", "layers: [Zand, Wind]")
def figures_have_one_shape(guide: Guide) -> Iterator[Problem]:
    """Een figuur heeft twee tot vier kolommen, of drie tot zes lagen van een piramide."""
    for figure in guide.all(Figure):
        has_columns = len(figure.columns) >= 2 and not figure.layers
        has_layers = len(figure.layers) >= 3 and not figure.columns
        if not has_columns and not has_layers:
            yield Problem(
                guide.files[ident(figure)].place_of_name(("layers",) if figure.layers else ("columns",)),
                "Zo heeft deze figuur geen vorm.",
                "Geef twee tot vier 'columns', of drie tot zes 'layers', en niet allebei.",
            )


@rule("Een partner wijst verder", "status: merged\n# en geen 'now'")
def merged_partners_point_on(guide: Guide) -> Iterator[Problem]:
    """Een partner die is samengegaan of anders heet, zegt wat er gebeurde en wijst verder."""
    for partner in guide.all(Partner):
        source = guide.files[ident(partner)]
        if partner.status != "active" and not partner.fact:
            yield Problem(
                source.place_of_name(("status",)),
                "Deze partner is niet gewoon actief, maar er staat niet waarom.",
                "Voeg 'fact' toe: wat er aan de hand is, met de datum.",
            )
        if partner.status == "merged" and not partner.now:
            yield Problem(
                source.place_of_name(("status",)),
                "Deze partner is samengegaan, maar er staat niet met wie.",
                "Voeg 'now' toe: de id van de partner waar je nu terechtkunt.",
            )


@rule("Een kerntip is volledig", "kind: core\n# en geen 'example'")
def tips_are_told_in_full(guide: Guide) -> Iterator[Problem]:
    """Een kerntip zegt ook waarom, geeft een voorbeeld en heeft een samenvatting."""
    for tip in guide.all(Tip):
        for name in ("summary", "why", "example"):
            if tip.kind == "core" and not getattr(tip, name):
                yield Problem(
                    guide.files[ident(tip)].place_of(("kind",)),
                    f"Een kerntip heeft '{name}' nodig.",
                    f"{tip.shapes[name].description} Of maak er een detailtip van: 'kind: detail'.",
                )


@rule("Een begrip heeft een bron", "title: Vloed\n# geen 'sources', en geen 'general: yes'")
def terms_have_a_source(guide: Guide) -> Iterator[Problem]:
    """Een begrip zegt waar het vandaan komt, of dat het algemene kennis is."""
    for term in guide.all(Term):
        if not term.sources and not term.general:
            yield Problem(
                guide.files[ident(term)].place_of(("title",)),
                "Dit begrip zegt niet waar het vandaan komt.",
                "Voeg 'sources' toe, of 'general: yes' als geen bron het uitlegt.",
            )


@rule("Geen persoonsgegevens", "phone: 0470 00 00 00")
def no_personal_data(guide: Guide) -> Iterator[Problem]:
    """Geen persoonsgegevens: geen gsm-nummer, geen mailadres van een persoon, geen huisadres. Een vast nummer staat alleen in `phone`."""  # noqa: E501 - one rule, shown as it stands
    files = [(id, source) for (_, id), source in guide.files.items()]
    if guide.site_file:
        files.append((slug_of(guide.site.name), guide.site_file))
    for id, source in files:
        for exposure in once_a_file(source, (exposures, id), partial(_exposed, source.text, id)):
            yield Problem(place_at(source.file, source.text, exposure.start), exposure.message, exposure.hint)


def _exposed(text: str, id: str) -> list[Exposure]:
    return list(exposures(text, id))


@rule(
    "Een webadres is nagekeken",
    "url: https://vuurtorenboek.example/boeken/het-grote\n# geen 'printed', en geen dag in 'checked'",
)
def deep_addresses_are_confirmed(guide: Guide) -> Iterator[Problem]:
    """Een webadres dat dieper gaat dan een domein, staat zo in een bron (`printed: yes`) of werd geopend (`checked`)."""  # noqa: E501 - one sentence, shown as it stands
    entries: list[Partner | Resource] = [*guide.all(Partner), *guide.all(Resource)]
    for entry in entries:
        if entry.url and is_deep(entry.url) and not entry.printed and entry.checked == "never":
            yield Problem(
                guide.files[ident(entry)].place_of(("url",)),
                "Dit adres gaat dieper dan een domein, en nergens staat dat het klopt.",
                "Drukt de bron het zo af? Voeg 'printed: yes' toe. Opende je het zelf? Zet de datum in 'checked'.\n"
                f"Anders geef je alleen het domein: {host_of(entry.url)}.",
            )


@rule("Een dag bestaat", "checked: 2026-02-31")
def days_have_been(guide: Guide) -> Iterator[Problem]:
    """Een dag bestaat, en is niet later dan vandaag: in `checked`, bij een bron en in content/published.tsv."""
    for kind in ENTRY_TYPES:
        for name in (name for name, shape in kind.shapes.items() if isinstance(shape.mark, Day)):
            for entry in guide.all(kind):
                day = getattr(entry, name)
                if day != "never" and (wrong := fault_in_day(day)):
                    yield Problem(guide.files[ident(entry)].place_of((name,)), *wrong)
    for source in guide.all(Source):
        if wrong := fault_in_date_words(source.date):
            yield Problem(guide.files[ident(source)].place_of(("date",)), *wrong)
    for row in guide.published:
        for day in filter(None, (row.since, row.withdrawn)):
            if wrong := fault_in_day(day):
                yield Problem(row.place, *wrong)


@rule("Eén woord, één begrip", "# 'Eb' heeft dit synoniem ook\nsynonyms: [laag water]")
def words_mean_one_thing(guide: Guide) -> Iterator[Problem]:
    """Een woord staat voor één begrip: geen titel, synoniem of vorm komt bij twee begrippen voor."""
    taken: dict[str, Term] = {}
    for field in ("title", "synonyms", "forms"):  # What is called so, is right; what borrows the word, is told.
        for term in guide.all(Term):
            words = (term.title,) if field == "title" else getattr(term, field)
            for index, word in enumerate(words):
                other = taken.setdefault(word.lower(), term)
                if other is not term:
                    source = guide.files[ident(term)]
                    yield Problem(
                        source.place_of((field,) if field == "title" else (field, index)),
                        f"'{word}' hoort al bij het begrip '{other.title}'.",
                        "Op een pagina krijgt een woord een link naar één uitleg. Schrap het bij een van de twee.",
                    )


@rule("Een icoon bestaat", "icon: handshak")
def icons_exist(guide: Guide) -> Iterator[Problem]:
    """Een icoon dat je noemt, is er ook."""
    known = known_icons()
    for kind in (kind for kind in ENTRY_TYPES if "icon" in kind.shapes):
        for entry in guide.all(kind):
            icon = getattr(entry, "icon", None)
            if icon and icon not in known:
                yield Problem(
                    guide.files[ident(entry)].place_of(("icon",)),
                    f"Het icoon '{icon}' bestaat niet.",
                    did_you_mean(icon, known),
                )


RULES = (
    *FOUNDATIONS,
    pages_do_not_collide,
    figures_have_one_shape,
    *LIST_RULES,
    merged_partners_point_on,
    things_are_named_once,
    tips_are_told_in_full,
    research_is_judged,
    *ADVICE_RULES,
    *DOOR_RULES,
    *MESSAGE_RULES,
    *TALK_RULES,
    terms_have_a_source,
    icons_exist,
    scenes_stay_in_their_field,
    no_personal_data,
    deep_addresses_are_confirmed,
    days_have_been,
    words_mean_one_thing,
    search_words_stand_once,
    search_words_lead_somewhere,
    gaps_are_gaps,
    permanent_addresses_are_one,
    published_links_answer,
    *SHEET_RULES,
    filled_fields_are_on_the_sheet,
    scored_rows_are_about_something,
)
"""Every rule, in the order in which they are checked."""

WARNINGS = (nothing_is_left_open, pages_say_it_once, *SCENE_WARNINGS, faces_are_seen, dismissed_links_are_not_there)
"""Rules that only warn: a guide that breaks one is built all the same."""

WRITING = FORM_RULES
"""Rules of how a file is written: a guide that breaks one is built and served, but `make check` sends it back."""


def check(guide: Guide) -> list[Problem]:
    """What the rules find in a guide in which every reference is resolved."""
    fundamental = [problem for rule in FOUNDATIONS for problem in rule(guide)]
    return fundamental or [problem for rule in RULES if rule not in FOUNDATIONS for problem in rule(guide)]


def warnings(guide: Guide) -> list[Problem]:
    """What could be better in a sound guide, in the order of its files."""
    return sorted({problem for rule in WARNINGS for problem in rule(guide)})


def badly_written(guide: Guide) -> list[Problem]:
    """Where the files of a sound guide are not written as agreed."""
    return [problem for rule in WRITING for problem in rule(guide)]
