"""What a text in the guide may hold, and which entries it names.

A text names an entry, never an address: `[de familiemuur](tip:familiemuur)`.
With nothing between the brackets, the entry's own title is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import BY_NOUN
from macros.problems import did_you_mean

NAMING = re.compile(r"\]\((?P<noun>[a-zA-Z]+):(?P<id>[^()\s/#]+)\)")
"""The part of a link that names an entry: `](tip:familiemuur)`."""

_LINK = re.compile(r"\]\((?P<target>[^()]*)\)?")
_SIMPLE_LABEL = re.compile(r"\[[^\[\]]*$")
_BAD = (
    (re.compile(r"<(?=[a-zA-Z/!?])[^\s>]*>?"), "Hier staat HTML: '{0}'.", "Gebruik Markdown: **vet**, *schuin*, een streepje voor een lijst."),
    (re.compile(r"(?:https?://|www\.)[^\s)\]]+"), "Hier staat een webadres in de tekst.", "Zet het in het veld 'url' van een partner of materiaal, en verwijs daarnaar: [tekst](materiaal:id)."),
    (re.compile(r"\{\{|\{%|\{#"), "'{0}' hoort niet in een tekst: macro's werken alleen in docs/.", "Verwijs naar een ander stuk met [tekst](tip:id)."),
    (re.compile(r"\{:?[^{%#][^}]*\}"), "Accolades horen niet in een tekst: '{0}'.", "Schrap ze."),
    (re.compile(r"!\["), "Een afbeelding kan niet in een tekst staan.", "Maak er een figuur van in content/figures/."),
    (re.compile(r"\]\[|\]:"), "Zo'n verwijzing kennen we niet.", "Schrijf [tekst](tip:id)."),
    (re.compile(r"^ {0,3}(?:#{1,6} |=+$|-{3,}$)", re.M), "Een titel kan niet in een tekst staan.", "Schrap de # of de streepjes. Gebruik **vet** als een woord eruit moet springen."),
    (re.compile(r"[`\\]"), "Het teken '{0}' hoort niet in een tekst.", "Schrap het. Gebruik voor aanhalingstekens „ en ”."),
    (re.compile(r"^(?:!!!|\?\?\?|===|:::)", re.M), "'{0}' is opmaak die in een tekst niet werkt.", "Schrap het, of maak er een kader van in content/boxes/."),
)
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
    """Something a text may not hold: the snippet, what is wrong, what would help."""

    snippet: str
    message: str
    hint: str


def mentions(text: str) -> Iterator[Mention]:
    """Every entry that a text names, in order."""
    seen: dict[str, int] = {}
    for found in NAMING.finditer(text):
        if found["noun"] in BY_NOUN:
            snippet = found[0]
            yield Mention(found["noun"], found["id"], snippet, seen.get(snippet, 0))
            seen[snippet] = seen.get(snippet, 0) + 1


def faults(text: str) -> Iterator[Fault]:
    """Everything in a text that could break a page, mislead a reader or harm one."""
    for pattern, message, hint in _BAD:
        for found in pattern.finditer(text):
            yield Fault(found[0].split()[0] if found[0].split() else found[0], message.format(found[0].strip()[:40]), hint)
    for link in _LINK.finditer(text):
        snippet = link[0].split()[0]
        if not _SIMPLE_LABEL.search(text[: link.start()]):
            yield Fault(snippet, "Deze verwijzing heeft haken in haken, of een haak te weinig.", "Schrijf [tekst](tip:id), met gewone woorden tussen de vierkante haken.")
        elif not NAMING.fullmatch(link[0]) or link[0].partition(":")[0][2:] not in BY_NOUN:
            yield Fault(snippet, *_bad_target(link["target"]))


def plain_faults(text: str) -> Iterator[Fault]:
    """What a text without markup, such as a title, may not hold."""
    found = _NOT_PLAIN.search(text)
    if found:
        shown = found[0].strip()
        yield Fault(shown, f"'{shown}' hoort hier niet: dit veld kent geen opmaak." if shown else "Dit veld is één regel.", "Schrijf het met gewone woorden.")


def _bad_target(target: str) -> tuple[str, str]:
    scheme, colon, rest = target.partition(":")
    if not colon:
        return f"'{target}' is geen verwijzing.", "Noem het stuk zelf, want adressen veranderen: [tekst](tip:id)."
    if scheme.lower() in _SAFE:
        return "Hier staat een link naar buiten.", "Zet het adres in het veld 'url' van een partner of materiaal, en verwijs daarnaar: [tekst](materiaal:id)."
    if scheme in BY_NOUN:
        return f"De verwijzing '{target}' is niet af.", f"Schrijf [tekst]({scheme}:id), zonder spaties of schuine strepen."
    if scheme.lower() in ("javascript", "data", "vbscript", "file", "blob"):
        return f"Een link met '{scheme}:' is onveilig.", "Verwijs naar een stuk van de gids: [tekst](tip:id)."
    return f"'{scheme}:' kennen we niet.", did_you_mean(scheme, BY_NOUN)
