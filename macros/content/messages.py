"""The errors of YAML and pydantic as Dutch messages: what is wrong, what would help."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from macros.content.meant_values import meant, meant_pattern
from macros.content.problems import did_you_mean
from macros.model.dutch_words import value_words
from macros.model.record import FieldShape

_FIELD_MESSAGES: Mapping[str, str] = {
    "missing": "Het veld {field} ontbreekt.",
    "string_type": "{field} moet tekst zijn, maar er staat {got}.",
    "tuple_type": "{field} moet een lijst zijn, maar er staat {got}.",
    "model_type": "{field} moet uit velden bestaan, maar er staat {got}.",
    "model_attributes_type": "{field} moet uit velden bestaan, maar er staat {got}.",
    "int_type": "{field} moet een geheel getal zijn, maar er staat {got}.",
    "int_parsing": "{field} moet een geheel getal zijn, maar er staat {got}.",
    "int_parsing_size": "{field} is een veel te groot getal.",
    "bool_type": "{field} is yes of no, maar er staat {got}.",
    "bool_parsing": "{field} is yes of no, maar er staat {got}.",
    "string_too_short": "{field} is te kort: minstens {min_length} tekens.",
    "string_too_long": "{field} is te lang: hoogstens {max_length} tekens, en dit zijn er {length}.",
    "too_short": "{field} heeft er minstens {min_length} nodig.",
    "too_long": "{field} mag er hoogstens {max_length} hebben.",
    "greater_than_equal": "{field} moet minstens {ge} zijn.",
    "less_than_equal": "{field} mag hoogstens {le} zijn.",
    "literal_error": "{field} kent {got} niet.",
    "union_tag_invalid": "{discriminator} kent {got} niet.",
    "frown": "Een volwassene kijkt nooit verdrietig: {got} is voor een kind.",
    "string_pattern_mismatch": "{field} kan niet {got} zijn.",
}
"""By the type of a pydantic error, what it means. field: the name of the field; got: what stands in it."""

_PATTERN_HINTS: Mapping[str, str] = {
    r"^\d+([-–]\d+)?$": "Schrijf een getal zoals 14, of een reeks zoals 14-15.",
    r"^(never|[0-9]{4}-[0-9]{2}-[0-9]{2})$": "Schrijf never, of een datum zoals 2026-11-22.",
    r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$": "Een mailadres ziet eruit als info@school.be.",
    r"^\+?[0-9][0-9 ()/.-]+$": "Een nummer heeft cijfers en spaties, zoals 02 210 63 90.",
    r"^[a-z]+(-[a-z]+)*$": "Gebruik kleine letters, met koppeltekens ertussen.",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Gebruik alleen kleine letters, cijfers en koppeltekens.",
}
"""By the pattern that a text does not fit, what would fit it."""


def pattern_hint(pattern: str) -> str:
    """What would fit a pattern, in words; nothing when only its field can say."""
    return _PATTERN_HINTS.get(pattern, "")


_INSTEAD = "Schrijf in de plaats: "
_LONG = 80
"""So many letters of an editor's own text can a hint repeat."""


def cannot_start(character: str) -> tuple[str, str]:
    """What is wrong with a text that starts with a character to which YAML gives a meaning of its own."""
    return f"Een tekst kan niet met {character} beginnen.", "Zet de hele tekst tussen dubbele aanhalingstekens."


_CLOSE_QUOTE = (
    "Sluit het op het einde van de tekst. Aanhalingstekens in de tekst zelf schrijf je als „ en ”.\n"
    "Is het een weglatingsteken, zoals in 's morgens? Zet de hele tekst tussen dubbele aanhalingstekens."
)

_YAML_MESSAGES = (
    (
        "mapping values are not allowed",
        r"\s*[\w-]+$",
        "Dit veld staat niet op zijn plaats.",
        "Springt de regel te ver in? Of mist de regel erboven een dubbele punt?",
    ),
    (
        "mapping values are not allowed",
        "",
        "Hier staat een dubbele punt midden in de tekst.",
        (
            'Zet de hele tekst tussen rechte aanhalingstekens ("), '
            "of begin met '>' en schrijf de tekst op de volgende regel."
        ),
    ),
    (
        "could not find expected ':'",
        "",
        "Deze regel hoort nergens bij.",
        (
            "Hoort hij bij de tekst erboven? Laat hem even ver inspringen.\n"
            "Is het een veld? Na de naam komen een dubbele punt en een spatie.\n"
            "Is het een punt van een lijst? Begin met een streepje en een spatie."
        ),
    ),
    (
        "did not find expected key",
        r".*\S",
        "Hier had de tekst al gedaan moeten zijn.",
        (
            "Staat er een aanhalingsteken of een ' midden in de tekst? "
            "Zet om het geheel dubbele aanhalingstekens, en gebruik in de tekst zelf „ en ”."
        ),
    ),
    (
        "did not find expected key",
        "",
        "Deze regel past niet in wat erboven staat.",
        "Kijk of de regel even ver inspringt als zijn buren, en of een aanhalingsteken of haakje gesloten is.",
    ),
    (
        "did not find expected ',' or",
        "",
        "Een lijst tussen haken is niet afgesloten, of er ontbreekt een komma.",
        "Sluit af met ] of }, of zet elk punt op een eigen regel met een streepje ervoor.",
    ),
    (
        "did not find expected '-'",
        "",
        "Deze regel past niet in de lijst erboven.",
        (
            "Hoort hij bij het punt erboven? Begin hem recht onder het eerste woord na het streepje.\n"
            "Is het een nieuw punt? Begin met een streepje, even ver ingesprongen als de andere."
        ),
    ),
    (
        "did not find expected node content",
        "",
        "Hier ontbreekt een waarde.",
        "Staat er een komma of een haakje te veel?",
    ),
    (
        "did not find expected comment or line break",
        "",
        "Na '>' of '|' hoort de tekst pas op de volgende regel.",
        "Begin een nieuwe regel en spring twee spaties in, of zet de tekst tussen aanhalingstekens.",
    ),
    ("found unexpected end of stream", "", "Dit aanhalingsteken wordt nergens gesloten.", _CLOSE_QUOTE),
    ("found unexpected document indicator", "", "Dit aanhalingsteken wordt nergens gesloten.", _CLOSE_QUOTE),
    ("found undefined alias", "", *cannot_start("*")),
    ("while scanning an alias", "", *cannot_start("*")),
    ("while scanning an anchor", "", *cannot_start("&")),
    ("found duplicate anchor", "", *cannot_start("&")),
    ("while scanning a tag", "", *cannot_start("!")),
    ("found character that cannot start any token", "", *cannot_start("dit teken")),
    ("found a tab character", "", "Hier staat een tab.", "Gebruik spaties, twee per niveau."),
    (
        "found unknown escape character",
        "",
        "Na een \\ staat hier een teken dat YAML niet kent.",
        "Gebruik enkele aanhalingstekens in plaats van dubbele, of zet er nog een \\ voor.",
    ),
    (
        "but found another document",
        "",
        "Hier begint met --- een tweede document.",
        "Eén bestand is één ding: schrap de streepjes of maak een tweede bestand.",
    ),
    (
        "did not find expected <document start>",
        "",
        "Hier had het bestand al gedaan moeten zijn.",
        "Springt deze regel minder ver in dan de eerste? Of staat er een haakje of een aanhalingsteken te veel?",
    ),
    (
        "block sequence entries are not allowed",
        "",
        "Hier staat een streepje waar YAML dat niet verwacht.",
        (
            "Zet een lijst op de regel onder de naam van het veld. "
            "Begint je tekst met een streepje? Zet hem tussen aanhalingstekens."
        ),
    ),
)
"""What a YAML error says, a pattern of the line before it, what the two mean together, and what would help."""


def explain_yaml(error: str, before: str = "") -> tuple[str, str]:
    """What a YAML error means, and what would help. before: the line up to the error."""
    for words, pattern, message, hint in _YAML_MESSAGES:
        if words in error and re.match(pattern, before):
            return message, hint
    return (
        "Vanaf hier is dit geen geldige YAML meer.",
        "Kijk naar deze regel en die erboven: inspringen, dubbele punten en aanhalingstekens.",
    )


def explain_field(error: ErrorDetails, shape: FieldShape | None) -> tuple[str, str]:
    """What a pydantic error means, and what would help. shape: of the field, if there is one."""
    given, last_step = error["input"], error["loc"][-1]
    field = next((f"'{step}'" for step in reversed(error["loc"]) if isinstance(step, str)), "dit bestand")
    if isinstance(last_step, int):
        field = f"Punt {last_step + 1} van {field}"
    if error["type"] != "missing" and (given is None or given == ""):
        return f"{field} is leeg.", "Vul het in. Hoort er niets te staan? Schrap dan de regel."
    shown = given.get(error["ctx"]["discriminator"].strip("'")) if error["type"] == "union_tag_invalid" else given
    length = len(given.strip()) if isinstance(given, str) else 0
    context = {"got": _shown(shown), "length": length, **error.get("ctx", {})}
    message = _FIELD_MESSAGES.get(error["type"], "{field} klopt niet: er staat {got}.").format(field=field, **context)
    written = meant(error["type"], given, shape)
    return message, f"{_INSTEAD}{written}" if written else _hint(error, shape)


def _as_list(given: object, shape: FieldShape | None) -> str:
    """How several things are written."""
    if isinstance(given, dict):
        return "Hier kunnen er meer staan: zet er vierkante haken om, of begin op een nieuwe regel met een streepje."
    if shape and shape.records and shape.description:
        return shape.description
    return "Zet elk punt op een eigen regel met een streepje ervoor, of tussen vierkante haken."


def _hint(error: ErrorDetails, shape: FieldShape | None) -> str:
    """What would help; when we know nothing better, the description of the field."""
    description, choices = (shape.description, shape.choices) if shape else ("", ())
    given, context = error["input"], error.get("ctx", {})
    match error["type"]:
        case "missing" if choices:
            return f"{description}\nDit kan: {enumerate_nl(choices, 'of')}."
        case "union_tag_invalid":
            tags = [tag.strip("' ") for tag in context["expected_tags"].split(",")]
            return did_you_mean(str(context["tag"]), tags, words=value_words(tags))
        case "frown":
            return "Toon een zorg met een gebaar (arms: [chin, down]), een ballon of een ding. Schrijf: face: flat."
        case "literal_error":
            return did_you_mean(str(given), choices, words=value_words(choices))
        case "string_pattern_mismatch":
            written = meant_pattern(context["pattern"], given)
            return f"{_INSTEAD}{written}" if written else pattern_hint(context["pattern"]) or description
        case "tuple_type":
            return _as_list(given, shape)
        case "string_type" if isinstance(given, dict):
            return _as_one_text(given)
        case "string_type" if isinstance(given, list):
            return "Schrap de streepjes of de haken, en maak er één tekst van."
    return description


def twice(line: int, above: object) -> str:
    """What would help when a field stands twice. line: of the first time. above: what the field before it holds."""
    inside = "" if above else "\nHoort het bij het lege veld erboven? Laat het dan twee spaties verder inspringen."
    return f"De eerste keer was op regel {line}. Voeg ze samen of schrap er een.{inside}"


def _as_one_text(given: Mapping[str, Any]) -> str:
    """What would help when a text became a field, by its colon: the same in one text."""
    name, value = next(iter(given.items()), ("", ""))
    words = value if isinstance(value, list) else [value or ""]
    colon = "Staat er een dubbele punt in de tekst? Zet de hele tekst dan tussen dubbele aanhalingstekens."
    if len(given) > 1 or not all(isinstance(word, str) and '"' not in word + name for word in words):
        return colon
    what = "Onder een punt kan geen lijst: maak er één tekst van." if isinstance(value, list) else colon
    return f'{what}\nSchrijf: "{name}: {", ".join(words)}"' if len("".join(words)) < _LONG else what


def _shown(value: Any) -> str:
    """A value as a message shows it: a text shortened, of anything else only what it is."""
    if isinstance(value, str):
        return f"'{value if len(value) <= 40 else value[:39] + '…'}'"
    if isinstance(value, dict):
        return "een veld met een naam"
    return "een lijst" if isinstance(value, list | tuple) else "niets"


_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def amount(number: int, one: str, many: str) -> str:
    """How many there are: één document, vijf documenten, 13 documenten. In words up to twelve, then in figures."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{said} {one if number == 1 else many}"


def enumerate_nl(words: Sequence[str], last: str = "en") -> str:
    """Join words the Dutch way: a, b en c."""
    words = list(words)
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
