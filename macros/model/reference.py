"""Who and what can help, and where the guide comes from: partners, roles, material of others, words, sources.

A field gets its name, its type and its explanation here, and nowhere else. The explanation is Dutch: it is
the tooltip in the editor, the hint in an error and the line in the handbook.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from pydantic import Field

from macros.model.entry import Citation, Entry, Facet, InRow, RequiredSummary
from macros.model.fields import Checked, KeyId, Line, Mail, PartnerId, Phone, Plain, SectionId, Text, Url

_PLACES = ("brussel", "antwerpen", "gent", "aalst", "leuven")


class Partner(Entry):
    """An organisation that can help a school."""

    collection = "partners"
    noun = "partner"
    handbook_text = "een organisatie"
    letter = "p"
    emblem = "partner"
    heading = "Partners"
    menu_group = "Partners"
    styles = ("reference/reference", "filter/map")
    shelf = "partners"
    intro = "Organisaties die een school kunnen helpen. Alleen gegevens van organisaties, nooit van personen."
    counted = ("partner", "partners")
    grouped = "soort"
    facets = (
        Facet("nodig", "Wat heb je nodig?", "needs", quick=True),
        Facet(
            "streek",
            "Waar?",
            "regions",
            covers={"vlaanderen": _PLACES, "lokaal": _PLACES},
            note="Kies je een stad of Brussel, dan zie je ook wie in heel Vlaanderen of lokaal in veel gemeenten "
            "werkt. Vraag na of dat ook bij jou geldt.",
        ),
        Facet("soort", "Soort", "kind"),
        Facet("voor-wie", "Voor wie?", "for_whom"),
    )

    summary: RequiredSummary
    kind: Literal[
        "koepel", "kenniscentrum", "overheid", "onderwijs", "taal", "welzijn", "gezin", "buurt", "school", "media"
    ] = Field(description="Wat voor organisatie het is.")
    needs: tuple[
        Literal[
            "taal",
            "tolken",
            "welzijn en armoede",
            "huiswerk",
            "ouders onder elkaar",
            "visie en begeleiding",
            "onderzoek",
            "ontmoeting",
        ],
        ...,
    ] = Field((), description="Waarvoor je er terechtkunt.")
    region: Plain = Field(description="Waar ze werken, of 'niet vermeld'.")
    regions: tuple[
        Literal["brussel", "antwerpen", "gent", "aalst", "leuven", "vlaanderen", "lokaal", "elders"], ...
    ] = Field(
        (),
        description="Hetzelfde, om op te kiezen. lokaal: in veel gemeenten is er een. "
        "elders: buiten Vlaanderen en Brussel. Leeg: niet vermeld.",
    )
    for_whom: tuple[Literal["schoolteam", "ouders", "jonge kinderen", "leerlingen"], ...] = Field(
        (), description="Wie er terechtkan. Alleen als een bron het zegt."
    )
    offer: Line = Field(description="Wat ze doen, in één zin.")
    ask: Line | None = Field(None, description="Wat een school hun kan vragen.")
    url: Url | None = Field(None, description="Het webadres, zoals de bron het afdrukt.")
    printed: bool = Field(
        False,
        description="yes als een bron dit adres voluit afdrukt. "
        "Nodig als het dieper gaat dan een domein, tot iemand het opende.",
    )
    mail: Mail | None = Field(None, description="Een adres van de organisatie of de dienst, nooit van een persoon.")
    phone: Phone | None = Field(None, description="Een vast nummer van de organisatie, nooit een gsm.")
    status: Literal["active", "merged", "renamed", "unknown"] = Field(
        "active", description="active, merged (samengegaan), renamed (andere naam) of unknown (na te kijken)."
    )
    fact: Line | None = Field(None, description="Wat er aan de hand is als de status niet active is, met de datum.")
    now: PartnerId | None = Field(None, description="De partner waarin deze is opgegaan of verdergaat.")
    checked: Checked = Field(
        "never",
        description="Wanneer iemand dit laatst nakeek, of make links het adres opende: never, of een datum zoals "
        "2026-11-22.",
    )

    @property
    def place_in_row(self) -> tuple[Any, ...]:
        return (self.status == "merged", self.title.lower())


Side = Literal["uit de school", "uit de oudergroep", "tussen school en gezin", "van buiten"]


class Role(Entry):
    """Someone's role around school and home; never a person."""

    collection = "roles"
    noun = "rol"
    handbook_text = "een rol tussen school en gezin"
    letter = "r"
    emblem = "role"
    heading = "Rollen"
    menu_group = "Partners"
    styles = ("reference/reference",)
    shelf = "rollen"
    intro = "Wie tussen school en gezin iets kan betekenen."

    summary: RequiredSummary
    side: Side = Field(description="Waar iemand in deze rol vandaan komt. Zo staan de rollen in groepen.")
    text: Text = Field(description="Wat iemand in deze rol doet.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties waar je deze rol vindt.")

    @property
    def place_in_row(self) -> tuple[Any, ...]:
        return (get_args(Side).index(self.side), self.title.lower())


class Resource(Entry):
    """Something made by others: a film, a guide, a sheet."""

    collection = "resources"
    noun = "materiaal"
    handbook_text = "materiaal van anderen"
    letter = "h"
    emblem = "resource"
    article = "het"
    heading = "Materiaal van anderen"
    menu = "Materiaal"
    menu_group = "Aan de slag"
    styles = ("reference/reference",)
    shelf = "materiaal"
    intro = "Gidsen, films, fiches en instrumenten van anderen."
    counted = ("stuk materiaal", "stukken materiaal")
    grouped = "nodig"
    facets = (
        Facet("nodig", "Waarvoor?", "needs", quick=True),
        Facet("soort", "Soort", "kind"),
        Facet("niveau", "Niveau", "levels"),
        Facet("taal", "Taal", "tongues"),
        Facet("aanbeveling", "Aanbeveling", "sections"),
        Facet("sleutel", "Sleutel", "keys"),
    )

    summary: RequiredSummary
    needs: tuple[
        Literal[
            "kennismaken en gesprekken",
            "taal en tolken",
            "leren thuis",
            "ouders onder elkaar",
            "welzijn en armoede",
            "brugfiguren",
            "visie en team",
        ],
        ...,
    ] = Field((), description="Waarvoor je dit zoekt. Het eerste zegt onder welke kop het staat.")
    tongues: tuple[Literal["Nederlands", "veel talen", "Engels", "niet vermeld"], ...] = Field(
        ("Nederlands",), description="De taal, om op te kiezen."
    )
    kind: Literal["film", "gids", "boek", "fiche", "spel", "zelfscan", "instrument", "website", "artikel"] = Field(
        description="Wat voor materiaal het is."
    )
    language: Plain = Field("Nederlands", description="De taal of talen.")
    url: Url | None = Field(
        None, description="Het webadres, zoals de bron het afdrukt. Staat er alleen een domein, dan geef je alleen dat."
    )
    printed: bool = Field(
        False,
        description="yes als een bron dit adres voluit afdrukt. "
        "Nodig als het dieper gaat dan een domein, tot iemand het opende.",
    )
    partners: tuple[PartnerId, ...] = Field((), description="Wie het maakte of verspreidt.")
    keys: tuple[KeyId, ...] = Field((), description="Sleutels waar dit bij past.")
    sections: tuple[SectionId, ...] = Field((), description="Onderdelen waar dit bij past.")
    checked: Checked = Field(
        "never",
        description="Wanneer iemand dit laatst nakeek, of make links het adres opende: never, of een datum zoals "
        "2026-11-22.",
    )


class Term(Entry):
    """A word explained."""

    collection = "glossary"
    noun = "begrip"
    handbook_text = "een woord met uitleg"
    letter = "b"
    emblem = "term"
    article = "het"
    heading = "Begrippen"
    styles = ("reference/reference",)
    shelf = "begrippen"
    intro = "Woorden die in deze gids vallen, in gewone taal uitgelegd."

    summary: RequiredSummary
    sources: tuple[Citation, ...] = Field(
        (), description="Waar het woord vandaan komt. Leeg mag alleen bij algemene kennis."
    )
    general: bool = Field(False, description="yes als de bronnen het woord niet uitleggen en dit algemene kennis is.")
    synonyms: tuple[Plain, ...] = Field(
        (), description="Andere woorden voor hetzelfde. Ook zij krijgen op een pagina een link naar de uitleg."
    )
    forms: tuple[Plain, ...] = Field(
        (),
        description="Andere vormen van het woord die ook een link krijgen, zoals het meervoud. "
        "Ze staan niet bij het begrip.",
    )
    link: bool = Field(
        True,
        description="no als het woord zo gewoon is dat een link ernaar overal zou storen. "
        "Het staat dan alleen bij de begrippen.",
    )
    text: Text | None = Field(None, description="Meer uitleg, als de samenvatting niet volstaat.")


class Source(InRow):
    """One of the documents that the guide rests on."""

    collection = "sources"
    noun = "bron"
    handbook_text = "een document waar de gids op steunt"
    letter = "d"
    emblem = "source"
    heading = "Bronnen"
    styles = ("reference/reference",)
    shelf = "bronnen"
    own_page = True
    intro = "De documenten waar deze gids op steunt. Bij elke tip staat uit welk document hij komt."

    summary: RequiredSummary
    sources: tuple[Citation, ...] = Field((), description="Niet nodig: een bron is zelf de bron.")
    short: Plain = Field(description="De korte naam waarmee tips ernaar verwijzen.")
    authors: Plain = Field(description="Wie het maakte.")
    date: Plain = Field(description="Wanneer het verscheen, zo precies als het document het zegt.")
    text: Text = Field(description="Wat dit document bijdraagt.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die eraan meewerkten.")
