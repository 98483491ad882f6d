"""The rules of Markdown texts in content/: what a text may hold, and which entries it names.

A text names an entry, never an address: `[de familiemuur](tip:familiemuur)`.
With nothing between the brackets, the entry's own title is used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from macros.content.markup_rules import NO_COMMENT, markup_slips
from macros.content.problems import did_you_mean
from macros.content.signs import BULLETS
from macros.model.dutch_words import noun_words
from macros.model.entry_types import BY_NOUN
from macros.model.fields import ID

CODE = r"```.*?```|`[^`\n]*`"
"""The pattern of code in Markdown, a block or inline; needs re.DOTALL. What stands in code names no entry."""

NAMING = re.compile(r"\]\((?P<noun>[a-zA-Z]+):(?P<id>[^()\s/#]+)\)")
"""The part of a link that names an entry: `](tip:familiemuur)`."""

_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)?)?|!\[")
_LINK = re.compile(r"\]\((?P<target>[^()]*)\)?")
_FORBIDDEN = (
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
    (re.compile(r"\[\[[^\[\]]+\]\]"), "'{0}' wordt zo geen link.", "Noem het stuk met zijn soort: [tekst](tip:id)."),
    (re.compile(r"\]\[|\]:"), "Zo'n verwijzing kennen we niet.", "Schrijf [tekst](tip:id)."),
    (
        re.compile(r"^ {0,3}(?:#+|=+$|-{3,}$)", re.MULTILINE),
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
"""What may not stand in a text: its pattern, what is wrong with it ({0}: the words found), what would help."""

_SUSPECT = re.compile(r"[<{}\[\]`\\]|://|www\.|^ {0,3}(?:#|=|-{3})|^[!?:]{3}", re.MULTILINE)
"""Each of the above, and each link, holds one of these. Most texts hold none, and need no second look."""

_WORD = re.compile(r"\S{1,40}")
_MOST_FAULTS = 10
"""Enough for whoever pasted a whole web page in a text."""

_NOT_PLAIN = re.compile(rf"[*_\[\]|{{}}\n{BULLETS}]|^(?:#|[>+-]\s)|{NO_COMMENT.pattern}")
_PATH = re.compile(
    r"(?:^|/)(?P<at>[a-z-]+)/(?:(?:index\.(?:md|html))?#(?:[a-z]+-)?)?(?P<id>(?!index\b)[a-z0-9-]+)(?:\.\w+)?/?$"
)
"""The end of a path or an address that names one thing: tips/familiemuur.yml, /tips/#tip-familiemuur."""

EXTERNAL_SCHEMES = ("http", "https", "mailto", "tel")
_UNSAFE_SCHEMES = ("javascript", "data", "vbscript", "file", "blob")


_MARKUP = re.compile(r"\[([^\[\]]*)\]\([^)]*\)|[*_]")
"""A link, with its words; and the stars and underscores of emphasis."""


def bare_words(text: str) -> str:
    """A Markdown text on one line, as words alone: of a link its label."""
    return " ".join(_MARKUP.sub(r"\1", text).split())


def as_markdown(text: str) -> str:
    """A text as Markdown that says the same: what looks like an entity of HTML (&copy;) is read as it was written."""
    return text.replace("&", "&amp;")


@dataclass(frozen=True)
class Mention:
    """One entry named in a text: by which noun and id, with which snippet, and which occurrence of that snippet."""

    noun: str
    id: str
    snippet: str
    nth: int


@dataclass(frozen=True)
class Fault:
    """Something a text may not hold: the snippet, what is wrong, what would help, and which occurrence it is."""

    snippet: str
    message: str
    hint: str
    nth: int = 0


def mentions(text: str) -> Iterator[Mention]:
    """Every entry that a text names, in order."""
    before: Counter[str] = Counter()
    for found in NAMING.finditer(text):
        if found["noun"] in BY_NOUN:
            yield Mention(found["noun"], found["id"], found[0], before[found[0]])
            before[found[0]] += 1


def faults(text: str, *, markup: bool = True, lists: bool = True) -> list[Fault]:
    """Everything in a text that could break a page, mislead a reader or harm one.

    A spot that breaks several rules is reported once.
    markup: whether the text is Markdown. lists: whether it may hold lists, or is shown on one line.
    """
    reported: list[tuple[int, int]] = []
    faults: list[Fault] = []
    for start, end, message, hint in chain(
        _harms(text) if _SUSPECT.search(text) else (), _slips(text, lists=lists) if markup else ()
    ):
        if not any(start < last and first < end for first, last in reported):
            reported.append((start, end))
            word = _WORD.search(text, start)
            snippet = word[0] if word else ""
            faults.append(Fault(snippet, message, hint, text.count(snippet, 0, start)))
        if len(faults) == _MOST_FAULTS:
            break
    return faults


def _slips(text: str, *, lists: bool) -> Iterator[tuple[int, int, str, str]]:
    """What comes out otherwise than it looks: where it starts and ends, what is wrong, what would help."""
    for start, message, hint in markup_slips(text, lists=lists):
        yield start, start + 1, message, hint


def _harms(text: str) -> Iterator[tuple[int, int, str, str]]:
    """What no text may hold: where it starts and ends, what is wrong, what would help."""
    for image in _IMAGE.finditer(text):
        yield (
            *image.span(),
            "Een afbeelding kan niet in een tekst staan.",
            "Maak er een figuur van in content/figures/.",
        )
    for link in _LINK.finditer(text):
        if text.rfind("[", 0, link.start()) <= text.rfind("]", 0, link.start()):
            hint = "Schrijf [tekst](tip:id), met gewone woorden tussen de vierkante haken."
            yield *link.span(), "Deze verwijzing heeft haken in haken, of een haak te weinig.", hint
        elif not NAMING.fullmatch(link[0]) or link[0].partition(":")[0][2:] not in BY_NOUN:
            yield *link.span(), *bad_target(link["target"])
    for pattern, message, hint in _FORBIDDEN:
        for found in pattern.finditer(text):
            yield *found.span(), message.format(" ".join(found[0].split())[:40]), hint


def plain_faults(text: str) -> list[Fault]:
    """What a text without markup, such as a title, may not hold."""
    found = _NOT_PLAIN.search(text)
    if not found:
        return []
    snippet = found[0].strip()
    message = f"'{snippet}' hoort hier niet: dit veld kent geen opmaak." if snippet else "Dit veld is één regel."
    return [Fault(snippet, message, "Schrijf het met gewone woorden.")]


def _named_by_path(target: str) -> str:
    """What would help who names a file or an address: the entry itself, as far as the path tells which."""
    found = _PATH.search(target)
    kind = next((one for one in BY_NOUN.values() if found and found["at"] in (one.collection, one.shelf)), None)
    if not found or not kind:
        return "Noem het stuk zelf, want adressen veranderen: [tekst](tip:id)."
    return f"Noem het stuk zelf, want adressen veranderen: [tekst]({kind.noun}:{found['id']})."


def bad_target(target: str) -> tuple[str, str]:
    """What is wrong with the target of a link that names no entry, and what would help."""
    scheme, colon, _ = target.partition(":")
    if not colon and ID.fullmatch(target):
        return f"'{target}' zegt niet wat voor stuk het is.", f"Zet er een woord voor, zoals [tekst](tip:{target})."
    if not colon:
        return f"'{target}' is geen verwijzing.", _named_by_path(target)
    if scheme.lower() in EXTERNAL_SCHEMES:
        return (
            "Hier staat een link naar buiten.",
            "Zet het adres in het veld 'url' van een partner of materiaal, en verwijs daarnaar: [tekst](materiaal:id).",
        )
    if scheme in BY_NOUN:
        return (
            f"De verwijzing '{target}' is niet af.",
            f"Schrijf [tekst]({scheme}:id), zonder spaties of schuine strepen.",
        )
    if scheme.lower() in _UNSAFE_SCHEMES:
        return f"Een link met '{scheme}:' is onveilig.", "Verwijs naar een stuk van de gids: [tekst](tip:id)."
    return f"'{scheme}:' kennen we niet.", did_you_mean(scheme, BY_NOUN, words=noun_words())
