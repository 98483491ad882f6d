"""Words that live at school only: which they are, and what one says instead.

The leidraad (p. 24) and the twelve keys (keys 5 and 6) ask for everyday words; the tip `jargon-vertalen` tells it. They
name a few (klaskring, flexibel traject, differentiëren); the others are our choice: what stands in letters of schools.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

SCHOOL_WORDS: Mapping[str, str] = {
    "gelieve*": "wil je …?",
    "dien|dient|dienen|diende": "wil je …?",
    "onderstaand*|bovenstaand*|bijgevoegd*": "wat hieronder, hierboven of op de achterkant staat",
    "middels|door middel van": "met",
    "ondertekend*|ondertekenen": "zet je naam",
    "extra-muros*|extramuros*": "uitstap",
    "betreffende|inzake|omtrent|met betrekking tot": "over",
    "teneinde": "om te",
    "derhalve": "daarom",
    "alsook": "en ook",
    "conform": "zoals in",
    "mits": "als",
    "klaskring": "de kring in de klas",
    "differentiatie|differentiëren": "elk kind krijgt wat het kan",
    "remediëring|remediëren": "extra oefenen",
    "flexibel traject": "wat er dan gebeurt",
    "zorgcoördinator|zorgcontinuüm": "wie helpt, bij zijn naam",
    "multidisciplinair": "samen met wie meehelpt",
    "attest": "briefje van de dokter",
    "pedagogisch*": "wat je doet, en waarom",
    "leergebied*|leerlijn*": "wat de kinderen leren",
    "evaluatie*": "toets, of wat het kind al kan",
    "leerproces": "leren",
    "driehoeksgesprek|tienminutengesprek": "samen praten, met je kind erbij",
    "ouderbetrokkenheid|ouderparticipatie|thuisbetrokkenheid": "wat je samen doet",
    "anderstalig*|laaggeletterd*": "wat iemand graag leest of hoort",
    "retributie|maximumfactuur": "wat het kost",
    "expertise": "wat iemand kan",
    "onvoldoende|onvoldoendes|tekort|tekorten": "wat nog niet lukt",
}
"""By words that a parent need not know, what one says instead. A star: whatever begins so."""

_PATTERNS = tuple(
    (re.compile(r"\b(?:" + words.replace("*", r"\w*") + r")\b", re.IGNORECASE), plain)
    for words, plain in SCHOOL_WORDS.items()
)


def school_words(text: str) -> Iterator[tuple[str, str]]:
    """The school words in a text, each as it stands there, with what one says instead."""
    for pattern, plain in _PATTERNS:
        for found in pattern.finditer(text):
            yield found[0], plain
