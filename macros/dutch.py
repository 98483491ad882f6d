"""Dutch as the guide speaks it: enumerations, names of values, and what YAML and pydantic mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.problems import did_you_mean

VALUE_WORDS = {
    "kleuter": "kleuter",
    "lager": "lager",
    "secundair": "secundair",
    "buitengewoon": "buitengewoon",
    "okan": "OKAN",
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
}
"""How a value of the model is said to a reader."""

FIELD_WORDS = {
    "missing": "Het veld '{field}' ontbreekt.",
    "string_type": "'{field}' moet tekst zijn, maar er staat {got}.",
    "tuple_type": "'{field}' moet een lijst zijn, maar er staat {got}.",
    "model_type": "'{field}' moet uit velden bestaan, maar er staat {got}.",
    "model_attributes_type": "'{field}' moet uit velden bestaan, maar er staat {got}.",
    "int_type": "'{field}' moet een getal zijn, maar er staat {got}.",
    "int_parsing": "'{field}' moet een getal zijn, maar er staat {got}.",
    "int_parsing_size": "'{field}' is een veel te groot getal.",
    "bool_type": "'{field}' is yes of no, maar er staat {got}.",
    "bool_parsing": "'{field}' is yes of no, maar er staat {got}.",
    "string_too_short": "'{field}' is te kort: minstens {min_length} tekens.",
    "string_too_long": "'{field}' is te lang: hoogstens {max_length} tekens, en dit zijn er {length}.",
    "too_short": "'{field}' heeft er minstens {min_length} nodig.",
    "too_long": "'{field}' mag er hoogstens {max_length} hebben.",
    "greater_than_equal": "'{field}' moet minstens {ge} zijn.",
    "less_than_equal": "'{field}' mag hoogstens {le} zijn.",
    "literal_error": "'{field}' kent {got} niet.",
    "union_tag_not_found": "Dit onderdeel zegt niet wat het is: het veld 'block' ontbreekt.",
    "union_tag_invalid": "'block' kent '{tag}' niet.",
    "string_pattern_mismatch": "'{field}' kan niet {got} zijn.",
}

PATTERN_WORDS = {
    r"^\d+([-–]\d+)?$": "Een getal zoals 14, of een reeks zoals 14-15.",
    r"^(never|\d{4}-\d{2}-\d{2})$": "never, of een datum zoals 2026-11-22.",
    r"^[a-z]+(-[a-z]+)*$": "Kleine letters, met koppeltekens ertussen.",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Kleine letters, cijfers en koppeltekens.",
}

YAML_WORDS = (
    ("mapping values are not allowed", "Hier staat een dubbele punt waar YAML die niet verwacht.", "Staat er een ': ' midden in een zin? Zet de zin tussen aanhalingstekens, of begin met '>' en schrijf de tekst op de volgende regel."),
    ("could not find expected ':'", "Hier verwacht YAML een veld: een naam met een dubbele punt.", "Hoort deze regel bij de tekst erboven? Laat hem dan even ver inspringen."),
    ("did not find expected key", "Deze regel past niet in wat erboven staat.", "Kijk of de regel even ver inspringt als zijn buren, en of een aanhalingsteken of haakje gesloten is."),
    ("did not find expected ',' or", "Een lijst tussen haken is niet afgesloten, of er ontbreekt een komma.", "Sluit af met ] of }, of zet elk punt op een eigen regel met een streepje ervoor."),
    ("did not find expected '-'", "Deze regel past niet in de lijst erboven.", "Elk punt begint met een streepje, even ver ingesprongen als de andere."),
    ("did not find expected node content", "Hier ontbreekt een waarde.", "Staat er een komma te veel in een lijst tussen haken?"),
    ("found unexpected end of stream", "Een aanhalingsteken wordt nergens gesloten.", "Zoek het aanhalingsteken waarmee de tekst begint, en sluit het."),
    ("found unexpected document indicator", "Een aanhalingsteken wordt nergens gesloten.", "Zoek het aanhalingsteken waarmee de tekst begint, en sluit het."),
    ("found undefined alias", "Tekst die met een * begint, leest YAML als een verwijzing.", "Zet de tekst tussen aanhalingstekens."),
    ("while scanning an alias", "Tekst die met een * begint, leest YAML als een verwijzing.", "Zet de tekst tussen aanhalingstekens."),
    ("found character that cannot start any token", "Met dit teken kan een waarde niet beginnen.", "Zet de tekst tussen aanhalingstekens."),
    ("found a tab character", "Hier staat een tab.", "Gebruik spaties, twee per niveau."),
    ("found unknown escape character", "Na een \\ staat hier een teken dat YAML niet kent.", "Gebruik enkele aanhalingstekens in plaats van dubbele, of zet er nog een \\ voor."),
    ("but found another document", "Hier begint met --- een tweede document.", "Eén bestand is één ding: schrap de streepjes of maak een tweede bestand."),
    ("did not find expected <document start>", "Hier had het bestand al gedaan moeten zijn.", "Kijk naar de regel erboven: begint die met een haakje of een aanhalingsteken dat al gesloten is?"),
    ("block sequence entries are not allowed", "Hier staat een streepje waar YAML dat niet verwacht.", "Zet een lijst op de regel onder de naam van het veld."),
    ("found duplicate anchor", "Tekst die met een & begint, leest YAML als een merkteken.", "Zet de tekst tussen aanhalingstekens."),
)


def explain_yaml(problem: str) -> tuple[str, str]:
    """What a YAML error means, and what would help."""
    for words, message, hint in YAML_WORDS:
        if words in problem:
            return message, hint
    return "Vanaf hier is dit geen geldige YAML meer.", "Kijk naar deze regel en die erboven: inspringen, dubbele punten en aanhalingstekens."


def explain_field(error: dict[str, Any], description: str, choices: Sequence[str]) -> tuple[str, str]:
    """One pydantic error, said to an editor: what is wrong, what would help."""
    kind, given = error["type"], error.get("input")
    field = next((step for step in reversed(error["loc"]) if isinstance(step, str)), "dit bestand")
    context = {"got": _said(given), "length": len(given) if isinstance(given, str) else 0, **error.get("ctx", {})}
    if given is None and kind != "missing":
        return f"Het veld '{field}' is leeg.", description or "Vul het in, of schrap de regel."
    message = FIELD_WORDS.get(kind, "'{field}' klopt niet: er staat {got}.").format(field=field, **context)
    return message, _hint(kind, given, context, description, choices)


def _hint(kind: str, given: Any, context: dict[str, Any], description: str, choices: Sequence[str]) -> str:
    if kind == "union_tag_invalid":
        return did_you_mean(str(context.get("tag")), [word.strip("' ") for word in str(context.get("expected_tags", "")).split(",")])
    if kind == "literal_error":
        return did_you_mean(str(given), choices)
    if kind == "string_pattern_mismatch":
        return PATTERN_WORDS.get(context.get("pattern", ""), description)
    if kind == "tuple_type":
        return "Zet elk punt op een eigen regel met een streepje ervoor, of tussen vierkante haken."
    if kind == "string_type" and isinstance(given, dict):
        return "Staat er een ': ' in de tekst? Zet de tekst dan tussen aanhalingstekens."
    return description


def _said(value: Any) -> str:
    if isinstance(value, str):
        return f"'{value if len(value) <= 40 else value[:39] + '…'}'"
    return "een lijst" if isinstance(value, (list, tuple)) else "een rij velden" if isinstance(value, dict) else "niets"


def enumerate_nl(words: Sequence[str], last: str = "en") -> str:
    """Join words the Dutch way: a, b en c."""
    words = list(words)
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def value_word(value: str) -> str:
    """A value of the model as a reader knows it."""
    return VALUE_WORDS.get(value, value)
