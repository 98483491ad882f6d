"""Personal data in a text: phone numbers, mailboxes, the address where someone lives.

Knows patterns, and fingerprints of what the sources print but the guide may not; never the data themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

_GAP = r"[\s./()–—‑-]*"
"""What people put between the digits of a number."""

_MOBILE = re.compile(
    rf"(?<!\d)(?:(?:\+|00){_GAP}3{_GAP}2{_GAP}(?:0{_GAP})?4{_GAP}[5-9](?:{_GAP}\d){{7}}"
    rf"|(?:\+|00){_GAP}3{_GAP}1{_GAP}(?:0{_GAP})?6(?:{_GAP}\d){{8}}"
    rf"|0{_GAP}(?:4{_GAP}[5-9]|6{_GAP}\d)(?:{_GAP}\d){{7}})(?!\d)"
)
_PHONE = re.compile(rf"(?<![\d./-])(?:(?:\+|00){_GAP}32{_GAP}|0)[1-9]\d?(?:[ ./-]*\d){{6,7}}(?![\d/-])")
_MAIL = re.compile(
    r"(?<![\w.+-])(?P<box>[\w.+-]+)(?:@|\s*[(\[](?:at|apenstaartje|@)[)\]]\s*)(?P<domain>[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|mail|protonmail|proton|pm"
    r"|tutanota|telenet|skynet|belgacom|proximus|pandora|scarlet|voo|edpnet|base|orange|mobistar|ziggo|kpnmail"
    r"|planet|hetnet|xs4all)\.(?:com|be|net|nl|org|fr|de|me|eu|co\.uk)",
    re.IGNORECASE,
)
"""Domains of mailboxes that belong to a person: no school or organisation gives these out."""

_HOUSE = re.compile(r"(?:straat|laan|steenweg|plein|lei|dreef|kaai|singel|vest|weg)\s+(?:nr\.?\s*)?\d+\w?\b")
_REGISTER = re.compile(r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)")
_ACCOUNT = re.compile(r"BE\d{2}(?:[ ]?\d{4}){3}\b")
_NUMBER = re.compile(r"[+0][\d\s./()–—‑-]{8,}")
"""Every phone number looks like this, and few other things do: most texts need no second look."""

_FUNCTIONS = ("info", "contact", "onthaal", "secretariaat", "school", "hallo", "redactie")
"""Mailboxes that belong to an organisation, whoever sits behind them."""

_KNOWN = frozenset({"ed7c", "cb2e"})
"""Fingerprints of numbers that a source prints with a person's name. So short that thousands of numbers share one."""


@dataclass(frozen=True)
class Exposure:
    """Personal data found: where in the text it begins, what is wrong, what would help."""

    start: int
    message: str
    hint: str


def exposures(text: str, id: str = "") -> Iterator[Exposure]:
    """All personal data in a file or a page.

    id: of the entry that the file holds. A mailbox may have the name of the organisation itself.
    """
    if _NUMBER.search(text):
        yield from _mobile_numbers(text)
        yield from _phone_numbers(text)
    yield from _mailboxes(text, id)
    for pattern, what in (
        (_HOUSE, "een huisadres"),
        (_REGISTER, "een rijksregisternummer"),
        (_ACCOUNT, "een rekeningnummer"),
    ):
        for found in pattern.finditer(text):
            start = _start_of_word(text, found.start())
            if pattern is _HOUSE and not text[start].isupper():
                continue  # 'Onderweg' is no street.
            yield Exposure(
                start,
                f"Dit lijkt {what}, en dat zetten we niet op de site.",
                "Laat het weg. Wie het nodig heeft, vindt de organisatie langs haar website.",
            )


def fingerprint(digits: str) -> str:
    """A hash by which a number is recognised, without giving it away."""
    return sha256(f"sleutelbos {digits}".encode()).hexdigest()[:4]


def _start_of_word(text: str, index: int) -> int:
    """Where the word starts that goes on at this position."""
    while index and (text[index - 1].isalnum() or text[index - 1] in "_’'-"):
        index -= 1
    return index


def _mobile_numbers(text: str) -> Iterator[Exposure]:
    for found in _MOBILE.finditer(text):
        yield Exposure(
            found.start(),
            "Dit lijkt een gsm-nummer, en dat zetten we niet op de site.",
            "Gebruik het algemene nummer van de organisatie.",
        )


def _phone_numbers(text: str) -> Iterator[Exposure]:
    """Phone numbers outside the field `phone`, or that belong to a person."""
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", re.sub(r"^(?:\+|00)\D*32", "0", found[0]))
        if len(digits) != 9:
            continue
        if fingerprint(digits) in _KNOWN:
            yield Exposure(
                found.start(),
                "Dit nummer staat in een bron bij de naam van een persoon.",
                "Laat het weg. Gebruik de website van de organisatie.",
            )
        elif not re.search(r"^phone:[ \"']*$", text[text.rfind("\n", 0, found.start()) + 1 : found.start()]):
            yield Exposure(
                found.start(),
                "Hier staat een telefoonnummer in de tekst.",
                "Zet het in het veld 'phone' van de organisatie, en verwijs daarnaar: [tekst](partner:id).",
            )


def _mailboxes(text: str, id: str) -> Iterator[Exposure]:
    """Mail addresses of a person rather than an organisation."""
    if not any(at in text for at in ("@", "(at)", "[at]", "apenstaartje")):
        return  # Most texts need no second look.
    for found in _MAIL.finditer(text):
        mailbox = found["box"].lower()
        if _PRIVATE.fullmatch(found["domain"]):
            yield Exposure(
                found.start(),
                f"'{found[0]}' is de postbus van een persoon, ook als er een dienst achter zit.",
                "Gebruik een adres met de naam van de organisatie achter het apenstaartje, of laat het weg.",
            )
        elif mailbox not in _FUNCTIONS and mailbox not in id.replace("-", ""):
            yield Exposure(
                found.start(),
                f"'{found[0]}' lijkt het adres van een persoon.",
                f"Gebruik een adres van de organisatie of de dienst zelf, zoals {_FUNCTIONS[0]}@…, of laat het weg.",
            )
