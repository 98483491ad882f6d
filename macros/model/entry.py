"""What every entry has, and the records that several types of entry hold.

An entry holds ids; it never looks anything up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from pydantic import Field, StringConstraints

from macros.model.fields import (
    Audience,
    CaseId,
    EvidenceKind,
    Level,
    Line,
    Numbers,
    Plain,
    Remark,
    Slug,
    SourceId,
    Summary,
    Verdict,
)
from macros.model.record import Record
from macros.model.scene import Scene


@dataclass(frozen=True)
class Facet:
    """One thing by which a reader filters an overview.

    name: its word in the address. label: what a reader sees.
    of: the field where an entry says it, or `field.field` in a record; its values become options.
    quick: whether its options stand above the list, to choose with one tap.
    has, lacks: instead of its values, whether the field holds anything, each with the option's words.
    covers: for a value, the other options that whoever has it is found under too.
    icons: for a value, the name of its icon.
    note: what a reader should know of the options.
    """

    name: str
    label: str
    of: str
    has: str = ""
    lacks: str = ""
    quick: bool = False
    covers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    icons: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


class Citation(Record):
    """Where something comes from: which document, which part, which page or slide."""

    source: SourceId = Field(description="De id van het brondocument, zoals in content/sources/.")
    section: Plain = Field(description="De kop of het onderdeel in dat document.")
    page: Numbers | None = Field(None, description="De bladzijde, of een reeks zoals 14-15.")
    slide: Numbers | None = Field(None, description="De dia, bij een presentatie.")


class Evidence(Record):
    """What an advice rests on. The label is ours; the nuance follows the source."""

    kind: EvidenceKind = Field(
        description="research: de leidraad steunt op onderzoek. expert: de leidraad raadt het aan. "
        "practice: uit projecten en getuigenissen."
    )
    nuance: Line | None = Field(None, description="Eén zin die zegt hoe sterk of beperkt het bewijs is.")


class JudgedEvidence(Evidence):
    """What an advice rests on, on a page that says on top whether it works."""

    verdict: Verdict | None = Field(
        None,
        description="Of het werkt, in een woord. Alleen bij research, en altijd samen met 'nuance'. "
        "Het is onze lezing: over/bewijs zegt wat elk woord betekent.",
    )


_RESTS_ON = "Waar dit op steunt: research, expert of practice. Bijvoorbeeld: evidence: {kind: practice}."

RestsOn = Annotated[Evidence, Field(description=_RESTS_ON)]

RestsOnJudged = Annotated[JudgedEvidence, Field(description=f"{_RESTS_ON} Bij research ook 'verdict' en 'nuance'.")]


RequiredSummary = Annotated[Summary, Field(description="Eén zin voor kaarten en zoekresultaten.")]
"""The summary of a type whose entries cannot do without one: all but tips and boxes, which may be short."""


Consent = Annotated[
    bool,
    Field(
        description="yes als dit alleen kan wanneer de ouders het weten en ermee instemmen: foto's van kinderen of "
        "ouders, een klasgroep, een bezoek aan huis, iets delen met een partner. Op de pagina zegt één regel dat."
    ),
]
"""Whether an advice is only given to who has the parents' consent. Said on the types that can advise such a thing."""


class Entry(Record):
    """One content file. Its id is the name of the file; nothing else identifies it.

    What a type says of all its entries:
    collection: the folder in content/.
    noun: the Dutch word in links and anchors (`tip:familiemuur`, `#tip-familiemuur`), with its article.
    handbook_text: what it is, in the words of the editors' handbook, when its noun does not say enough.
    label: what a reader calls one, when that is not its noun. heading: what a list of them is called.
    menu: the word in the menu, when that is not its heading. menu_group: the word in the menu that it stands under;
    "" for a place of its own in the row.
    letter: what its permalink begins with (`/t/familiemuur/`); types that share one share their ids.
    picture: the name of what shows where a link to one is pasted (macros/site/pictures.py).
    emblem: the icon of the type. shelf: the URL folder of its pages. own_page: whether one file makes one page.
    at_root: whether only the overview stands in that folder, and each page right below the root of the site.
    siblings: whether each page shows the others beside it, or the nearest of them when there are many.
    has_parts: whether other pages stand in its URL folder.
    counts_as: its kind in catalogue.json, when that is not its own name (a journey is read as a section).
    overview: whether there is a page that shows them all. intro: the text on top of that page.
    facets: what filters that page. grouped: the name of the facet whose options are its headings.
    counted: the words for one and for several in its count; needed with facets.
    scripts, styles: what its pages need from docs/assets/ that other pages do without, by name.
    """

    collection: ClassVar[str]
    noun: ClassVar[str]
    handbook_text: ClassVar[str] = ""
    letter: ClassVar[str]
    article: ClassVar[str] = "de"
    emblem: ClassVar[str]
    picture: ClassVar[str] = "guide"
    heading: ClassVar[str]
    shelf: ClassVar[str]
    label: ClassVar[str] = ""
    menu: ClassVar[str] = ""
    menu_group: ClassVar[str] = "Meer"
    at_root: ClassVar[bool] = False
    own_page: ClassVar[bool] = False
    siblings: ClassVar[bool] = False
    has_parts: ClassVar[bool] = False
    overview: ClassVar[bool] = True
    counts_as: ClassVar[str] = ""
    intro: ClassVar[str] = ""
    facets: ClassVar[tuple[Facet, ...]] = ()
    grouped: ClassVar[str] = ""
    counted: ClassVar[tuple[str, str]] = ("", "")
    scripts: ClassVar[tuple[str, ...]] = ()
    styles: ClassVar[tuple[str, ...]] = ()

    id: str = Field(exclude=True)
    title: Annotated[Plain, StringConstraints(max_length=100)] = Field(
        description="De titel zoals hij op de pagina staat, zonder punt."
    )
    # Each type says anew whether it is required.
    summary: Summary | None = Field(description="Eén zin voor kaarten en zoekresultaten.")
    sources: tuple[Citation, ...] = Field(
        min_length=1,
        description="Waar dit vandaan komt: document, onderdeel, bladzijde. "
        "Bijvoorbeeld, op een nieuwe regel: - {source: leidraad, section: Huisbezoek, page: 27}.",
    )
    levels: tuple[Level, ...] = Field(
        (), description="Voor welk niveau dit beschreven of uitgeprobeerd is. Leeg: niet gezegd."
    )
    audience: tuple[Audience, ...] = Field((), description="Wie hier iets mee kan.")
    search_words: tuple[Plain, ...] = Field(
        (), description="Woorden waarmee mensen dit zoeken en die niet in de tekst staan."
    )
    aliases: tuple[Slug, ...] = Field((), description="Vroegere of samengevoegde ids die hierheen blijven leiden.")
    remark: Remark | None = Field(
        None, description="Een opmerking voor wie dit bewerkt. Lezers zien ze nergens. # kan hier niet voor dienen."
    )

    @property
    def has_page(self) -> bool:
        """Whether this entry has a page of its own."""
        return self.own_page

    @classmethod
    def catalogue_kind(cls) -> str:
        """The kind of these entries in catalogue.json: one of the words that its users know."""
        return cls.counts_as or cls.__name__.lower()

    @classmethod
    def reader_label(cls) -> str:
        """What a reader calls one of these."""
        return cls.label or cls.noun.capitalize()

    @property
    def slug(self) -> str:
        """The last part of the address of its page."""
        return self.id

    @property
    def kicker(self) -> str:
        """The small text above its title on a card."""
        return self.reader_label()

    @property
    def sign(self) -> str:
        """The name of its icon: its own, or that of its heading in the overview, or that of its type."""
        headings = next((facet for facet in self.facets if facet.name == self.grouped and facet.icons), None)
        of = getattr(self, headings.of) if headings else ""
        first = of if isinstance(of, str) else next(iter(of), "")
        of_heading = headings.icons.get(first) if headings else None
        return getattr(self, "icon", None) or of_heading or self.emblem

    @property
    def drawn(self) -> Scene | None:
        """Its scene, when its type has one and an editor made it."""
        scene: Scene | None = getattr(self, "scene", None) if "scene" in self.shapes else None
        return scene

    @property
    def on_card(self) -> Scene | None:
        """The scene that a card shows of it: one that has an icon of its own keeps that."""
        return None if "icon" in self.shapes else self.drawn

    @property
    def place_in_row(self) -> tuple[Any, ...]:
        """The sort key that puts entries of one type in editorial order."""
        return (self.title.lower(),)


class InRow(Entry):
    """An entry whose place among others of its type is chosen by the editors."""

    order: int = Field(
        999, ge=0, description="De plaats in de rij: een getal, klein komt eerst. Laat gaten (10, 20, 30)."
    )

    @property
    def place_in_row(self) -> tuple[Any, ...]:
        return (self.order, self.title.lower())


class Item(Record):
    """One line of a list that must be complete."""

    title: Plain = Field(description="Het punt zelf, in enkele woorden.")
    text: Line | None = Field(None, description="Eén of twee zinnen uitleg.")
    case: CaseId | None = Field(
        None,
        description="Het verhaal dat dit punt vertelt. "
        "Wijst elk punt naar een verhaal, dan staan die verhalen samen op het overzicht.",
    )
    anchor: Slug | None = Field(
        None,
        description="Het anker van dit punt, als je er apart naar wilt verwijzen: principe-1. Verander het nooit meer.",
    )


class Column(Record):
    """One column of a figure."""

    title: Plain = Field(description="De kop van de kolom.")
    items: tuple[Line, ...] = Field(min_length=1, description="Wat eronder staat.")
