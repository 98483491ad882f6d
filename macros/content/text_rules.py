"""What a text in the guide may hold, and which entries it names.

A text names an entry, never an address: `[de familiemuur](tip:familiemuur)`.
With nothing between the brackets, the entry's own title is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.problems import did_you_mean
from macros.model.entry_types import BY_NOUN

CODE = r"```.*?```|`[^`\n]*`"
"""The pattern of code in Markdown, on lines of its own or in a sentence; wants re.S. What stands in it names nothing."""

NAMING = re.compile(r"\]\((?P<noun>[a-zA-Z]+):(?P<id>[^()\s/#]+)\)")
"""The part of a link that names an entry: `](tip:familiemuur)`."""

_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^()]*\)?)?|!\[")
_LINK = re.compile(r"\]\((?P<target>[^()]*)\)?")
_SIMPLE_LABEL = re.compile(r"\[[^\[\]]*$")
_BAD = (
    (
        re.compile(r"<script\b.*?(?:</script>|\Z)", re.IGNORECASE | re.DOTALL),
        "Hier staat een script.",
        "Schrap het, van <script> tot en met </script>.",
    ),
    (
        re.compile(r"<(?=[a-zA-Z/!?])[^\s>]*>?"),
        "Hier staat HTML: '{0}'.",
        "Gebruik Markdown: **vet**, *schuin*, een streepje voor een lijst.",
    ),
    (
        re.compile(r"(?:https?://|www\.)[^\s)\]]+"),
        "Hier staat een webadres in de tekst.",
        "Zet het in het veld 'url' van een partner of materiaal, en verwijs daarnaar: [tekst](materiaal:id).",
    ),
    (
        re.compile(r"\{\{.*?\}\}|\{[{%#]"),
        "'{0}' hoort niet in een tekst: macro's werken alleen in docs/.",
        "Verwijs naar een ander stuk met [tekst](tip:id).",
    ),
    (re.compile(r"\{[^}]*\}*|\}+"), "Accolades horen niet in een tekst: '{0}'.", "Schrap ze."),
    (re.compile(r"\]\[|\]:"), "Zo'n verwijzing kennen we niet.", "Schrijf [tekst](tip:id)."),
    (
        re.compile(r"^ {0,3}(?:#{1,6} |=+$|-{3,}$)", re.MULTILINE),
        "Een titel kan niet in een tekst staan.",
        "Schrap de # of de streepjes. Gebruik **vet** als een woord eruit moet springen.",
    ),
    (
        re.compile(r"[`\\]"),
        "Het teken '{0}' hoort niet in een tekst.",
        "Schrap het. Gebruik voor aanhalingstekens „ en ”.",
    ),
    (
        re.compile(r"^(?:!!!|\?\?\?|===|:::)", re.MULTILINE),
        "'{0}' is opmaak die in een tekst niet werkt.",
        "Schrap het, of maak er een kader van in content/boxes/.",
    ),
)
_SUSPECT = re.compile(r"[<{}\[\]`\\]|://|www\.|^ {0,3}(?:#|=|-{3})|^[!?:]{3}", re.MULTILINE)
"""Each of the above, and each link, holds one of these. Most texts hold none, and need no second look."""

_ENOUGH = 10
"""Who pasted a whole web page in a text has seen the point by then."""

_NOT_PLAIN = re.compile(r"[*_\[\]|{}\n]|^[#>+-]\s")
_SAFE = ("http", "https", "mailto", "tel")


@dataclass(frozen=True)
class Mention:
    """One entry named in a text: by which noun and id, with which snippet, and the how-manieth time."""

    noun: str
    id: str
    snippet: str
    nth: int


@dataclass(frozen=True)
class Fault:
    """Something a text may not hold: the snippet, what is wrong, what would help, and the how-manieth time."""

    snippet: str
    message: str
    hint: str
    nth: int = 0


def mentions(text: str) -> Iterator[Mention]:
    """Every entry that a text names, in order."""
    for found in NAMING.finditer(text):
        if found["noun"] in BY_NOUN:
            yield Mention(found["noun"], found["id"], found[0], text.count(found[0], 0, found.start()))


def faults(text: str) -> list[Fault]:
    """Everything in a text that could break a page, mislead a reader or harm one. What is wrong twice over is told once."""
    return list(_faults(text)) if _SUSPECT.search(text) else []


def _faults(text: str) -> Iterator[Fault]:
    told: list[re.Match[str]] = []
    for found, message, hint in _all_faults(text):
        if len(told) == _ENOUGH:
            return
        if not any(found.start() < other.end() and other.start() < found.end() for other in told):
            told.append(found)
            snippet = found[0].split()[0]
            yield Fault(snippet, message, hint, text.count(snippet, 0, found.start()))


def _all_faults(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    for image in _IMAGE.finditer(text):
        yield image, "Een afbeelding kan niet in een tekst staan.", "Maak er een figuur van in content/figures/."
    for link in _LINK.finditer(text):
        if not _SIMPLE_LABEL.search(text[: link.start()]):
            yield (
                link,
                "Deze verwijzing heeft haken in haken, of een haak te weinig.",
                "Schrijf [tekst](tip:id), met gewone woorden tussen de vierkante haken.",
            )
        elif not NAMING.fullmatch(link[0]) or link[0].partition(":")[0][2:] not in BY_NOUN:
            yield link, *_bad_target(link["target"])
    for pattern, message, hint in _BAD:
        for found in pattern.finditer(text):
            yield found, message.format(" ".join(found[0].split())[:40]), hint


def plain_faults(text: str) -> list[Fault]:
    """What a text without markup, such as a title, may not hold."""
    found = _NOT_PLAIN.search(text)
    if not found:
        return []
    shown = found[0].strip()
    return [
        Fault(
            shown,
            f"'{shown}' hoort hier niet: dit veld kent geen opmaak." if shown else "Dit veld is één regel.",
            "Schrijf het met gewone woorden.",
        )
    ]


def _bad_target(target: str) -> tuple[str, str]:
    scheme, colon, rest = target.partition(":")
    if not colon:
        return f"'{target}' is geen verwijzing.", "Noem het stuk zelf, want adressen veranderen: [tekst](tip:id)."
    if scheme.lower() in _SAFE:
        return (
            "Hier staat een link naar buiten.",
            "Zet het adres in het veld 'url' van een partner of materiaal, en verwijs daarnaar: [tekst](materiaal:id).",
        )
    if scheme in BY_NOUN:
        return (
            f"De verwijzing '{target}' is niet af.",
            f"Schrijf [tekst]({scheme}:id), zonder spaties of schuine strepen.",
        )
    if scheme.lower() in ("javascript", "data", "vbscript", "file", "blob"):
        return f"Een link met '{scheme}:' is onveilig.", "Verwijs naar een stuk van de gids: [tekst](tip:id)."
    return f"'{scheme}:' kennen we niet.", did_you_mean(scheme, BY_NOUN)
