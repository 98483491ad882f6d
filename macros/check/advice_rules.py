"""The rules for what the guide advises: how long a small tip is, where parents consent, and what a team talks about.

rules.py puts them with the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.messages import amount
from macros.content.once_a_file import once_a_file
from macros.content.problems import Problem
from macros.content.sentences import sentences
from macros.model.advice import Tip
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.talk import question_of

_MOST_SENTENCES = 2
"""As many stand open in a row; a longer tip folds, and shows its summary."""

_VISIT_OR_GROUP = re.compile(
    r"\b(?:huis|stoep|thuis)bezoek(?:en|je|jes)?\b|\b(?:klas|signal|whatsapp)groep(?:en|je|jes)?\b", re.IGNORECASE
)
_PICTURE = re.compile(r"foto(?:'?s)?\b|\bfilmpjes?\b", re.IGNORECASE)
"""Only asked of a title: in a text, a picture is as often one that hangs on the wall already."""


@rule(
    "Een detailtip is kort",
    "kind: detail\nwhat: Soep begrijpt iedereen. Zet de pot klaar …\n# drie zinnen, en geen 'summary'",
)
def small_tips_fit_a_row(guide: Guide) -> Iterator[Problem]:
    """Een detailtip van meer dan twee zinnen heeft een samenvatting: de ene regel die je ziet zolang hij dicht is."""
    for tip in guide.all(Tip):
        if tip.kind != "detail" or tip.summary:
            continue
        count = once_a_file(guide.files[ident(tip)], _length, partial(_length, tip))
        if count > _MOST_SENTENCES:
            yield Problem(
                guide.files[ident(tip)].place_of_name(("what",)),
                f"Deze detailtip telt {amount(count, 'zin', 'zinnen')}, en heeft geen samenvatting.",
                "Zeg het in twee zinnen, of voeg 'summary' toe: één korte regel over wat de tip brengt of wanneer.",
            )


def _length(tip: Tip) -> int:
    """How many sentences a tip counts."""
    return sum(len(sentences(text)) for text in (tip.what, tip.why, tip.example, tip.secondary) if text)


@rule(
    "Een voorbeeld voor het secundair vertaalt",
    "levels: [secundair]\nsecondary: In het zesde jaar schrijft de leerling ze zelf.",
)
def secondary_is_a_translation(guide: Guide) -> Iterator[Problem]:
    """Een tweede voorbeeld voor het secundair staat naast een gewoon voorbeeld, en niet bij een tip die al over het secundair gaat."""  # noqa: E501 - one rule, shown as it stands
    for tip in guide.all(Tip):
        source = guide.files[ident(tip)]
        if tip.secondary and "secundair" in tip.levels:
            yield Problem(
                source.place_of_name(("secondary",)),
                "De pagina noemt dit een vertaling, daar niet getest. Deze tip is al voor het secundair beschreven.",
                "Zet het voorbeeld in 'example', of schrap het.",
            )
        elif tip.secondary and not tip.example:
            yield Problem(
                source.place_of_name(("secondary",)),
                "Dit is een tweede voorbeeld, en er is geen eerste.",
                "Voeg 'example' toe, of maak dit het voorbeeld: schrijf 'example' in plaats van 'secondary'.",
            )


@rule("Toestemming van ouders", "title: Neem een foto van elke golf\n# en geen 'consent'")
def consent_is_said(guide: Guide) -> Iterator[Problem]:
    """Wie een huisbezoek, een klasgroep of foto's aanraadt, zegt met `consent` of ouders dat moeten weten en willen."""
    for kind in (kind for kind in ENTRY_TYPES if "consent" in kind.shapes):
        for entry in guide.all(kind):
            file = guide.files[ident(entry)]
            found = once_a_file(file, _delicate, partial(_delicate, entry))
            if found and "consent" not in entry.model_fields_set:
                field, word = found
                yield Problem(
                    file.place_of_name((field,)),
                    f"Hier staat '{word}', en niet of de ouders het moeten weten en ermee instemmen.",
                    "Voeg 'consent: yes' toe. Is het hier niet nodig, schrijf dan 'consent: no'.",
                )


_ASKED = r"(?:\w+ )?(?:w(?:ie|iens|at|aar\w*|anneer|elke?)|hoe\w*)\b"
_OPEN = re.compile(rf"(?:^|[.:!?…„] ?|, (?:en )?){_ASKED}", re.IGNORECASE)
"""What a question asks for that yes or no does not answer."""


@rule("Een vraag voor het overleg is open", "ask: Hebben jullie al soep gekookt?")
def questions_are_open(guide: Guide) -> Iterator[Problem]:
    """De vraag in `ask` eindigt op een vraagteken, en vraagt wie, wat, welke, waar, wanneer, waarom of hoe."""
    for entry in guide:
        question = question_of(entry)
        if question and not (question.endswith("?") and _OPEN.search(question)):
            yield Problem(
                guide.files[ident(entry)].place_of_name(("ask",)),
                "Dit is geen vraag waarover een team kan praten.",
                "Eindig op een vraagteken, en vraag naar iets wat gebeurde: "
                "„Bij welke ouder lukte dit vorige week, en wat deed je toen?”",
            )


@rule("Alle niveaus, of een paar", "levels: [alle, lager]")
def all_levels_stand_alone(guide: Guide) -> Iterator[Problem]:
    """`levels: [alle]` staat alleen: het zegt dat het advies zelf geen niveau kent."""
    for entry in guide:
        if "alle" in entry.levels and len(entry.levels) > 1:
            yield Problem(
                guide.files[ident(entry)].place_of_name(("levels",)),
                "Hier staat 'alle' naast een niveau.",
                "Noemt de bron een niveau, schrap dan 'alle'. Kent het advies er geen, schrijf dan 'levels: [alle]'.",
            )


def _delicate(entry: Entry) -> tuple[str, str] | None:
    """What only goes with consent, in what an entry tells one to do: the field that says so, and the word."""
    if named := _PICTURE.search(entry.title) or _VISIT_OR_GROUP.search(entry.title):
        return "title", named[0]
    for field in ("what", "steps"):
        told = getattr(entry, field, "")
        if named := _VISIT_OR_GROUP.search(told if isinstance(told, str) else "\n".join(told)):
            return field, named[0]
    return None


ADVICE_RULES = (
    small_tips_fit_a_row,
    secondary_is_a_translation,
    consent_is_said,
    questions_are_open,
    all_levels_stand_alone,
)
