"""External URLs: which web addresses a reader can be sent to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SHAPE = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][^\s\"'<>\\^`{|}]*)?", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+-]*):(?!\d+(?:/|$))", re.IGNORECASE)
_MARKED = re.compile(r"(?:\[[^\]]*\]\s*\(|[<(\[„“])\s*(?P<address>(?:https?://|www\.)[^\s<>()\[\]„“”]+)\s*[>)\]”\s]*")
"""An address as a text or a mail would have it: [raam](https://raam.be), <https://raam.be>."""

_PLACEHOLDER = re.compile(
    r"(?:.+\.)?(?:example|voorbeeld|domein|website|jouwschool|mijnschool|onzeschool|schoolnaam|mijnwebsite"
    r"|yourdomain|domain)\.(?:com|org|net|be|nl|eu)|(?:.+\.)?localhost|.+\.(?:local|test|invalid|internal|lan)",
    re.IGNORECASE,
)
"""Hosts that stand for another one, or that only work on one network."""


def fault_in_url(address: str) -> tuple[str, str] | None:
    """Why no reader can be sent to this URL, and what would help. None when it can be followed."""
    address = address.strip()
    marked = _MARKED.fullmatch(address)
    if marked:
        return "Hier hoort alleen het adres, zonder haken of woorden.", f"Schrijf: {marked['address']}"
    scheme = _SCHEME.match(address)
    if scheme and scheme["scheme"].lower() not in ("http", "https"):
        return (
            f"Een adres met '{scheme['scheme']}:' is onveilig of werkt alleen op één toestel.",
            "Geef een gewoon webadres, zoals https://leerpunt.be, of laat het weg.",
        )
    if re.search(r"\s", address):
        return (
            "Er staat een spatie in dit adres.",
            "Werd het afgebroken op het einde van een regel? Plak het aan elkaar, of geef alleen het domein.",
        )
    bare = re.sub(r"^https?://", "", address, flags=re.IGNORECASE)
    host = re.split(r"[/?#]", bare, maxsplit=1)[0]
    if "@" in host:
        return (
            "In dit adres zit een naam of een wachtwoord, vóór het apenstaartje.",
            "Geef alleen wat erna komt. Is het een mailadres? Dat hoort in 'mail'.",
        )
    if host.startswith("[") or re.fullmatch(r"[\d.]+(?::\d+)?", host):
        return (
            "Dit adres bestaat uit cijfers. Een lezer ziet niet bij wie hij terechtkomt.",
            "Geef de naam van de website, zoals leerpunt.be.",
        )
    if _PLACEHOLDER.fullmatch(host.partition(":")[0]):
        return (
            f"'{host}' is een verzonnen adres, of een van één toestel.",
            "Geef het adres dat de bron afdrukt, of laat het weg.",
        )
    if not _SHAPE.fullmatch(address):
        return (
            f"'{address[:40]}' is geen webadres.",
            "Een adres ziet eruit als leerpunt.be of https://leerpunt.be/gids.",
        )
    return None


def is_deep(address: str) -> bool:
    """Whether a URL leads further than the front page of a site."""
    parts = urlsplit(address if "://" in address else f"https://{address}")
    return parts.path not in ("", "/") or bool(parts.query)


def host_of(address: str) -> str:
    """The host of a URL, as a reader knows the site: leerpunt.be."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address, flags=re.IGNORECASE).partition("/")[0].lower()
