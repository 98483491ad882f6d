"""Labels: the Dutch words in which a reader sees a value of the model."""

from __future__ import annotations

from collections.abc import Mapping

_LABELS: Mapping[str, str] = {
    "kleuter": "kleuter",
    "lager": "lager",
    "secundair": "secundair",
    "buitengewoon": "buitengewoon",
    "okan": "OKAN",
    "alle": "elk niveau",
    "research": "Onderzoek",
    "expert": "Advies van de leidraad",
    "practice": "Uit de praktijk",
    "science": "Wat zegt onderzoek",
    "reading": "Lees- of kijktip",
    "core": "In het kort",
    "active": "",
    "merged": "samengegaan",
    "renamed": "andere naam",
    "unknown": "na te kijken",
    "brussel": "Brussel",
    "antwerpen": "Antwerpen",
    "gent": "Gent",
    "aalst": "Aalst",
    "leuven": "Leuven",
    "vlaanderen": "heel Vlaanderen",
    "lokaal": "lokaal, in veel gemeenten",
    "elders": "buiten Vlaanderen en Brussel",
    "koepel": "koepels",
    "kenniscentrum": "kenniscentra",
    "overheid": "overheid",
    "onderwijs": "begeleiding en opleiding",
    "welzijn": "welzijn en armoede",
    "gezin": "gezin en opvang",
    "buurt": "buurt en ontmoeting",
    "school": "scholen als voorbeeld",
    "media": "media en websites",
}


def value_word(value: str) -> str:
    """The label of a value: the word itself when it has none."""
    return _LABELS.get(value, value)
