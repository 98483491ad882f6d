"""What tells too much about a person, in every spelling; and what anyone may write."""

from __future__ import annotations

import pytest

from macros.content.external_urls import fault_in_url, host_of, is_deep
from macros.content.privacy import exposures, fingerprint

MOBILE = (
    "0499 00 00 00",
    "0499/00.00.00",
    "0499-000000",
    "04 99 00 00 00",
    "(0499) 00 00 00",
    "+32 499 00 00 00",
    "+32(0)499 00 00 00",
    "0032 499/00 00 00",
    "00 32 (0) 499 000 000",
    "+32\u00a0499\u00a000\u00a000\u00a000",
    "0499‑00‑00‑00",
    "06 00 00 00 00",
    "+31 6 0000 0000",
    "0499\n  00 00 00",
)
PRIVATE = (
    "wout@gmail.com",
    "info@telenet.be",
    "INFO@HOTMAIL.BE",
    "school@skynet.be",
    "contact@outlook.com",
    "wout.wachter@school.be",
    "wout (at) school.be",
    "wout[at]school.be",
    "directeur@school.be",
)
PLACES = ("Vuurtorenstraat 12", "Sint-Elmolaan 41/02", "Kaaisteenweg nr. 3b")
HARMLESS = (
    "phone: 02 210 63 90",
    'phone: "+32 2 210 63 90"',
    "info@school.be",
    "Op 01-02-2026 en 03/04/2026.",
    "In 2018-2021, op bladzijde 14-15.",
    "Het boek telt 0 fouten in 1000000 woorden.",
    "vimeo.com/23817068",
    "Een weg 3 keer bewandelen.",
    "onderweg 3 uur",
    "In de hoofdstraat wonen 12 gezinnen.",
    "404 600 000 keer",
)


@pytest.mark.parametrize("text", [*MOBILE, *PRIVATE, *PLACES, "00.01.01-001.01", "BE00 0000 0000 0000"])
def test_what_tells_too_much_is_told_once(text: str) -> None:
    """However it is written, it does not reach the site."""
    assert [one.start for one in exposures(f"ask: Vraag het aan {text} of zo.")] == [19 + (text[0] == "(")]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_anyone_may_write_gets_through(text: str) -> None:
    """No one is stopped who writes a date, a page, or the number of an organisation."""
    assert list(exposures(f"title: x\n{text}\n")) == []


def test_a_landline_stands_in_its_field() -> None:
    """In a running text it would soon be out of date, and no one would know whose it is."""
    assert [one.message for one in exposures("ask: Bel 059 00 00 00.")] == [
        "Hier staat een telefoonnummer in de tekst."
    ]


def test_a_known_number_is_refused_even_in_its_field(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that a source prints beside a name is known by its fingerprint."""
    monkeypatch.setattr("macros.content.privacy._KNOWN", frozenset({fingerprint("059000000")}))

    assert [one.message for one in exposures("phone: +32 59 00 00 00")] == [
        "Dit nummer staat in een bron bij de naam van een persoon."
    ]


def test_the_mailbox_of_an_organisation_may_have_its_name() -> None:
    """taalcoach@… belongs to the partner taalcoach-aalst, whoever answers."""
    assert list(exposures("mail: taalcoach@aalst.be", "taalcoach-aalst")) == []


@pytest.mark.parametrize(
    "address",
    [
        "leerpunt.be",
        "https://leerpunt.be/gids?taal=nl#top",
        "http://www.leerpunt.be/",
        "leerpunt.be:8080/gids",
        "kleutergewijs.wordpress.com",
        "stad.gent",
        "live-in-school.be",
    ],
)
def test_a_reader_can_be_sent_there(address: str) -> None:
    """An ordinary address of an ordinary site."""
    assert fault_in_url(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///geheim",
        "ftp://leerpunt.be",
        "mailto:info@leerpunt.be",
        "https://wie:wat@leerpunt.be",
        "https://leerpunt.be@kwaad.be/",
        "http://192.0.2.7",
        "http://[::1]/",
        "https://leerpunt.be/een gids",
        "www.example.com",
        "https://voorbeeld.be/x",
        "localhost:8000",
        "http://school.local",
        "leerpunt",
        "https:/leerpunt.be",
        "leerpunt.be/<b>",
    ],
)
def test_no_reader_is_sent_there(address: str) -> None:
    """An address that runs something, hides where it leads, or leads nowhere."""
    assert fault_in_url(address)


def test_an_address_is_deep_or_not() -> None:
    """The front page of a site needs no proof; what lies behind it does."""
    assert [
        is_deep(one) for one in ("leerpunt.be", "https://leerpunt.be/", "leerpunt.be/gids", "leerpunt.be?gids=1")
    ] == [False, False, True, True]
    assert host_of("https://www.Leerpunt.be/gids") == "leerpunt.be"
