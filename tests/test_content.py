"""What holds for the real guide, whatever is added to it. A failure here is a note to an editor, in Dutch.

Nothing here counts what there is or knows a title: a correct new entry never turns these red.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from judgement import judged
from places import ROOT
from reader import anchors, dead_ends, links_to_itself, read_all

from macros.content.external_urls import host_of
from macros.content.guide import Guide, ident
from macros.content.problems import ContentError, UnknownEntry
from macros.live_guide import LiveGuide
from macros.model.advice import Key, Recommendation, Section, Tip
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.message import Message, SchoolLetter
from macros.model.practice import Method, Worksheet
from macros.model.reference import Partner, Resource, Role, Term
from macros.model.situation import Situation
from macros.pages.facets import grouped
from macros.site.rehearsals import rehearsal_pages
from macros.site.terms import vocabulary, words_of

GROUPED = [kind for kind in ENTRY_TYPES if kind.grouped]


@pytest.fixture(scope="module")
def pages(real: Guide) -> dict[str, str]:
    """The Markdown of every page of the real guide, by its file."""
    return read_all(real, ROOT / "docs")


def told(guide: Guide, entries: Sequence[Entry], wrong: str, help: str) -> str:
    """What an editor reads: which files it is about, what is wrong with them, and what to do."""
    return "\n".join(["", *(guide.files[ident(entry)].file for entry in entries), f"  {wrong}", f"  {help}"])


@pytest.mark.real
def test_the_content_is_sound() -> None:
    """What `make check` says. When it says something, every other test of the real guide waits for it."""
    said = ""
    try:
        LiveGuide(ROOT).refresh()
    except ContentError as error:
        said = str(error)

    if said:
        pytest.fail(f"\n{said}", pytrace=False)


@pytest.mark.parametrize("kind", GROUPED, ids=lambda kind: kind.collection)
def test_everything_stands_under_a_heading_of_its_overview(real: Guide, kind: type[Entry]) -> None:
    """Who looks for something by what it is for, finds it."""
    field = next(facet.of for facet in kind.facets if facet.name == kind.grouped)
    lost = [one for head, found in grouped(real, kind) for one in found if head is None]

    assert not lost, told(
        real, lost, f"Dit staat in het overzicht '{kind.heading}' onder geen enkele kop.", f"Vul '{field}' in."
    )


def test_every_method_belongs_somewhere(real: Guide) -> None:
    """A method says with which part of the guide it goes."""
    lost = [method for method in real.all(Method) if not real.references_from(method, Section, Recommendation, Key)]

    assert not lost, told(
        real,
        lost,
        "Deze werkvorm zegt niet waar ze bij hoort.",
        "Noem een onderdeel in 'sections' of een sleutel in 'keys'.",
    )


def test_a_role_of_every_side_is_there(real: Guide) -> None:
    """The overview of roles has no empty group."""
    sides = {role.side for role in real.all(Role)}
    missing = [side for side in Role.model_fields["side"].annotation.__args__ if side not in sides]  # type: ignore[union-attr]

    assert not missing, f"Er is geen rol meer met side: {', '.join(missing)}. Zet er een in content/roles/."


def test_no_one_is_sent_to_a_make_believe_address(real: Guide) -> None:
    """`.example` is for our make-believe guide only."""
    with_address: list[Partner | Resource] = [*real.all(Partner), *real.all(Resource)]
    wrong = [one for one in with_address if one.url and host_of(one.url).endswith(".example")]

    assert not wrong, told(
        real,
        wrong,
        "Dit webadres eindigt op .example, en bestaat dus niet.",
        "Zet in 'url' het adres dat de bron afdrukt, of laat het weg.",
    )


def test_every_word_of_the_glossary_is_found_again(real: Guide) -> None:
    """Each word that gets a link leads to its own term."""
    words = vocabulary(real)
    terms = words.terms if words else {}
    wrong = [
        term
        for term in real.all(Term)
        if any(
            terms.get(" ".join(word.lower().split())) is not (term if term.link else None) for word in words_of(term)
        )
    ]

    assert not wrong, told(
        real, wrong, "Een woord van dit begrip leidt niet naar dit begrip.", "Kijk 'title', 'synonyms' en 'forms' na."
    )


def test_words_of_ours_are_there_in_number(real: Guide) -> None:
    """What a teacher can say, for the worries and the advice that most have. Who adds some, breaks nothing."""
    keys, recommendations = real.all(Key), real.all(Recommendation)
    written = {
        "situaties met een gesprek (dialogue)": (30, sum(one.dialogue is not None for one in real.all(Situation))),
        "gesprekken om te oefenen (instead)": (
            14,
            sum(one.dialogue is not None and bool(one.dialogue.choices) for one in real.all(Situation)),
        ),
        "tips voor leerkrachten met een voorbeeld (example)": (
            320,
            sum("leerkracht" in tip.audience and bool(tip.example) for tip in real.all(Tip)),
        ),
        "berichten": (40, len(real.all(Message))),
        "brieven, oud en nieuw": (10, len(real.all(SchoolLetter))),
        "werkbladen met een ingevuld voorbeeld (filled)": (
            30,
            sum(one.filled is not None for one in real.all(Worksheet)),
        ),
        "tips met een voorbeeld voor het secundair (secondary)": (
            40,
            sum(bool(tip.secondary) for tip in real.all(Tip)),
        ),
        "sleutels en aanbevelingen met een vergadering (meeting)": (
            17,
            sum(one.meeting is not None for one in keys) + sum(one.meeting is not None for one in recommendations),
        ),
    }
    few = [f"{count} {what}, en {least} is het minste" for what, (least, count) in written.items() if count < least]

    assert not few, "Zoveel zijn er nog: " + "; ".join(few)


def test_words_of_ours_say_so(real: Guide, pages: dict[str, str]) -> None:
    """Wherever one stands: a talk, also where it is rehearsed, a meeting, an example for secundair, the self-scan."""
    whole = {page.file for page in rehearsal_pages(real)}
    silent = [
        file
        for file, text in pages.items()
        if text.count('data-alone=""') + (file in whole) != text.count('<p class="ours"')
        or text.count("tip__example--secondary") != text.count("Onze vertaling, daar niet getest.")
    ]

    assert not silent, "Hier staan woorden van ons, en de pagina zegt het niet:\n" + "\n".join(silent)


def test_every_link_leads_somewhere(pages: dict[str, str]) -> None:
    """A link points at a page that is there, and at a spot on it that is there."""
    dead = list(dead_ends(pages))

    assert not dead, "Deze links leiden nergens heen:\n" + "\n".join(dead)


def test_no_page_leads_to_itself(pages: dict[str, str]) -> None:
    """A reader is there already."""
    found = list(links_to_itself(pages))

    assert not found, "Deze links leiden naar de pagina waar ze op staan. Noem een plek erop:\n" + "\n".join(found)


def test_no_two_spots_share_an_anchor(pages: dict[str, str]) -> None:
    """A link to a spot can only mean one spot."""
    twice = [
        f"{file}: #{anchor}"
        for file, text in pages.items()
        for anchor, times in Counter(anchors(text)).items()
        if times > 1
    ]

    assert not twice, "Deze ankers staan twee keer op hun pagina. Geef er een een andere naam:\n" + "\n".join(twice)


def test_the_judged_queries_name_what_exists(real: Guide) -> None:
    """Who judges, names entries by their id of today or of before; and there are enough queries to go by."""
    asked = judged()
    lost = []
    for one in asked:
        for name in one.wanted:
            try:
                real.by_name(name)
            except UnknownEntry as error:
                lost.append(f"{one.query}: {error}")

    assert not lost, "tests/search/judged.yml verwacht een stuk dat er niet meer is:\n" + "\n".join(lost)
    assert sum(bool(one.wanted) for one in asked) >= 120 and sum(not one.wanted for one in asked) >= 10
