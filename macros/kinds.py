"""What a field can hold, from a word to a record, and what every entry has.

An entry holds ids; it never looks anything up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

REFERS_TO = "x-refers-to"
"""Under what name a JSON Schema says which collections a field refers to."""

# --- the kinds of value a field can hold -------------------------------------


@dataclass(frozen=True)
class RefersTo:
    """Marks a field that holds the id of an entry in one of these collections."""

    collections: tuple[str, ...]

    def __init__(self, *collections: str) -> None:
        object.__setattr__(self, "collections", collections)

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core_schema), REFERS_TO: list(self.collections)}


@dataclass(frozen=True)
class Prose:
    """Marks a field that holds Markdown: it may name entries and make lists."""


@dataclass(frozen=True)
class Address:
    """Marks a field that holds a web address."""


@dataclass(frozen=True)
class Facet:
    """One thing by which a reader narrows an overview.

    name: its word in the address. label: what a reader sees. of: the field where an entry says it; its values become options.
    has, lacks: instead of its values, whether the field holds anything, each with the option's words.
    covers: for a value, the other options that whoever has it is found under too. note: what a reader should know of the options.
    """

    name: str
    label: str
    of: str
    has: str = ""
    lacks: str = ""
    covers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""


_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2)]

Plain = _Words
"""Words without any markup: a title, a label."""

Line = Annotated[_Words, Prose()]
"""One sentence or two, with at most emphasis and a link to an entry."""

Summary = Annotated[Line, StringConstraints(max_length=240)]

Text = Annotated[_Words, Prose()]
"""Markdown: paragraphs, lists, emphasis, links to entries."""

Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4), Address()]

SectionId = Annotated[str, RefersTo("sections", "recommendations")]
KeyId = Annotated[str, RefersTo("keys")]
TipId = Annotated[str, RefersTo("tips")]
MethodId = Annotated[str, RefersTo("methods")]
WorksheetId = Annotated[str, RefersTo("worksheets")]
PartnerId = Annotated[str, RefersTo("partners")]
RoleId = Annotated[str, RefersTo("roles")]
ResourceId = Annotated[str, RefersTo("resources")]
SourceId = Annotated[str, RefersTo("sources")]
CaseId = Annotated[str, RefersTo("cases")]
PartOfId = Annotated[str, RefersTo("sections", "recommendations", "journeys")]
HomeId = Annotated[str, RefersTo("sections", "keys", "recommendations", "journeys", "cases")]

Level = Literal["kleuter", "lager", "secundair", "buitengewoon", "okan"]
Audience = Literal["leerkracht", "directie", "coach", "brugfiguur", "ouderwerking"]
EvidenceKind = Literal["research", "expert", "practice"]
Icon = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
Mail = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^\+?[0-9][0-9 ()/.-]+$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Numbers = Annotated[str, StringConstraints(pattern=r"^\d+([-–]\d+)?$")]
Checked = Annotated[str, StringConstraints(pattern=r"^(never|\d{4}-\d{2}-\d{2})$")]


class Record(BaseModel):
    """Anything written in a content file. Unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Citation(Record):
    """Where something comes from: which document, which part, which page or slide."""

    source: SourceId = Field(description="De id van het brondocument, zoals in content/sources/.")
    section: Plain = Field(description="De kop of het onderdeel in dat document.")
    page: Numbers | None = Field(None, description="De bladzijde, of een reeks zoals 14-15.")
    slide: Numbers | None = Field(None, description="De dia, bij een presentatie.")


class Evidence(Record):
    """What an advice rests on. The label is ours; the nuance follows the source."""

    kind: EvidenceKind = Field(description="research: de leidraad steunt op onderzoek. expert: de leidraad raadt het aan. practice: uit projecten en getuigenissen.")
    nuance: Line | None = Field(None, description="Eén zin die zegt hoe sterk of beperkt het bewijs is.")


RestsOn = Annotated[Evidence, Field(description="Waar dit op steunt: research, expert of practice. Bijvoorbeeld: evidence: {kind: practice}.")]


# --- what every entry has -----------------------------------------------------


class Entry(Record):
    """One content file. Its id is the name of the file; nothing else identifies it.

    collection: the folder in content/. noun: the Dutch word in links and anchors
    (`tip:familiemuur`, `#tip-familiemuur`). heading: what a list of them is called.
    label: what a reader calls one of them in a list of many kinds, when that is not its noun.
    letter: what its permanent address begins with (`/t/familiemuur/`); kinds that share one share their ids.
    emblem: the icon of its kind. shelf: the folder of its pages. own_page: does one file make one page?
    has_parts: do other pages stand in its folder? overview: is there a page that shows them all?
    counts_as: its kind in catalogue.json, when that is not its own name (a journey is read as a section).
    facets: what narrows that page. grouped: the name of the facet whose options are its headings.
    counted: how one and how several are counted; needed with facets.
    """

    collection: ClassVar[str]
    noun: ClassVar[str]
    letter: ClassVar[str]
    article: ClassVar[str] = "de"
    emblem: ClassVar[str]
    heading: ClassVar[str]
    label: ClassVar[str] = ""
    shelf: ClassVar[str]
    own_page: ClassVar[bool] = False
    has_parts: ClassVar[bool] = False
    overview: ClassVar[bool] = True
    counts_as: ClassVar[str] = ""
    intro: ClassVar[str] = ""
    facets: ClassVar[tuple[Facet, ...]] = ()
    grouped: ClassVar[str] = ""
    counted: ClassVar[tuple[str, str]] = ("", "")

    id: str = Field(exclude=True)
    title: Annotated[Plain, StringConstraints(max_length=100)] = Field(description="De titel zoals hij op de pagina staat, zonder punt.")
    summary: Summary = Field(description="Eén zin voor kaarten en zoekresultaten.")
    sources: tuple[Citation, ...] = Field(min_length=1, description="Waar dit vandaan komt: document, onderdeel, bladzijde. Bijvoorbeeld, op een nieuwe regel: - {source: leidraad, section: Huisbezoek, page: 27}.")
    levels: tuple[Level, ...] = Field((), description="Voor welk niveau dit beschreven of uitgeprobeerd is. Leeg: niet gezegd.")
    audience: tuple[Audience, ...] = Field((), description="Wie hier iets mee kan.")
    search_words: tuple[Plain, ...] = Field((), description="Woorden waarmee mensen dit zoeken en die niet in de tekst staan.")
    aliases: tuple[Slug, ...] = Field((), description="Vroegere of samengevoegde ids die hierheen blijven leiden.")

    @property
    def has_page(self) -> bool:
        """Whether this entry has a page of its own."""
        return self.own_page

    @classmethod
    def data_kind(cls) -> str:
        """Its kind in catalogue.json: one of the words that who builds on it knows."""
        return cls.counts_as or cls.__name__.lower()

    @property
    def slug(self) -> str:
        """The last part of the address of its page."""
        return self.id

    @property
    def kicker(self) -> str:
        """The small words above its title on a card."""
        return self.noun.capitalize()

    @property
    def sign(self) -> str:
        """The name of its icon."""
        return getattr(self, "icon", self.emblem)

    @property
    def place_in_row(self) -> tuple[Any, ...]:
        """Sorts entries of one kind in editorial order."""
        return (self.title.lower(),)


class InRow(Entry):
    """An entry with an editorial place among its neighbours."""

    order: int = Field(999, ge=0, description="De plaats in de rij: een getal, klein komt eerst. Laat gaten (10, 20, 30).")

    @property
    def place_in_row(self) -> tuple[Any, ...]:
        return (self.order, self.title.lower())


# --- the parts of some entries ---------------------------------------------------


class Item(Record):
    """One line of a list that must be complete."""

    title: Plain = Field(description="Het punt zelf, in enkele woorden.")
    text: Line | None = Field(None, description="Eén of twee zinnen uitleg.")
    case: CaseId | None = Field(None, description="Het verhaal dat dit punt vertelt. Wijst elk punt naar een verhaal, dan staan die verhalen samen op het overzicht.")
    anchor: Slug | None = Field(None, description="Het anker van dit punt, als je er apart naar wilt verwijzen: principe-1. Verander het nooit meer.")


class Column(Record):
    """One column of a figure."""

    title: Plain = Field(description="De kop van de kolom.")
    items: tuple[Line, ...] = Field(min_length=1, description="Wat eronder staat.")


# --- the site itself -------------------------------------------------------------


class Site(Record):
    """What an editor may decide about the site as a whole (content/site.yml)."""

    name: Plain = Field(description="De naam van de gids.")
    tagline: Plain = Field(description="Eén zin die zegt wat dit is.")
    address: Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>{}]+/$")] = Field(description="Het adres waar de gids staat, met https:// en een schuine streep op het einde.")
    edit_address: Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>{}]+\{path\}[^\s\"'<>{}]*$")] = Field(description="Waar een bestand bewerkt kan worden, met https://; {path} is de plaats van het bestand.")


# --- the words of search -----------------------------------------------------------


class Everyday(Record):
    """What people say, and what the guide calls it."""

    say: tuple[Plain, ...] = Field(min_length=1, description="Hoe mensen het zeggen.")
    mean: tuple[Plain, ...] = Field(min_length=1, description="De woorden van de gids die ermee bedoeld zijn.")


class SearchWords(Record):
    """Words that search takes for one another (content/search.yml)."""

    synonyms: tuple[Annotated[tuple[Plain, ...], Field(min_length=2)], ...] = Field((), description="Groepjes van woorden die hetzelfde betekenen. Wie het ene zoekt, vindt ook het andere.")
    everyday: tuple[Everyday, ...] = Field((), description="Woorden die naar andere woorden leiden, en niet terug: wie 'wenen' zoekt, bedoelt 'afscheid'.")
