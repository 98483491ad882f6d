"""The two settings files beside the collections, and what stands on top of a page in docs/.

content/site.yml holds what is set for the site as a whole, content/search.yml the words of search.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from macros.model.fields import Mail, MessageId, PartnerId, Plain, Remark, RoleId, SituationId, TipId
from macros.model.record import Record

_REMARK = "Een opmerking voor wie dit bestand bewerkt. Lezers zien ze nergens."


class Settings(Record):
    """What a settings file holds. heading: what editors call it."""

    heading: ClassVar[str]


class GitHost(Record):
    """Where the content of the guide is kept, for who edits it on the site itself."""

    host: Literal["github", "gitlab"] = Field(description="Waar de bestanden van de gids staan: github of gitlab.")
    repository: Annotated[str, StringConstraints(pattern=r"^[\w.-]+(/[\w.-]+)+$")] = Field(
        description="De naam van de map daar, met wie ze beheert: school/gids."
    )
    branch: Annotated[str, StringConstraints(pattern=r"^[\w./-]+$")] = Field(
        "main", description="De tak waarvan de gids gemaakt wordt."
    )


class Site(Settings):
    """What an editor may decide about the site as a whole (content/site.yml)."""

    heading = "De site"

    remark: Remark | None = Field(None, description=_REMARK)
    name: Annotated[Plain, StringConstraints(max_length=60)] = Field(description="De naam van de gids.")
    tagline: Annotated[Plain, StringConstraints(max_length=200)] = Field(description="Eén zin die zegt wat dit is.")
    address: Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>{}?#&]+/$")] = Field(
        description="Het adres waar de gids staat, met https:// en een schuine streep op het einde."
    )
    edit_address: Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>{}]+\{path\}[^\s\"'<>{}]*$")] = Field(
        description="Waar een bestand bewerkt kan worden, met https://; {path} is de plaats van het bestand."
    )
    contact: Mail | None = Field(
        None,
        description="Het mailadres van de redactie, voor wie iets wil laten weten. Leeg: een lezer leest dan "
        "dat hij het zegt aan wie hem de gids bezorgde.",
    )
    git: GitHost | None = Field(
        None,
        description="Waar de redactie de gids op de site zelf bewerkt, met het formulier. Leeg: dat kan alleen op je "
        "eigen toestel. Bijvoorbeeld: git: {host: github, repository: school/gids}.",
    )
    offline: bool = Field(
        True,
        description="no: de gids blijft niet bewaard op het toestel van wie leest, en wat er al bewaard was, gaat weg.",
    )


class Everyday(Record):
    """What people say, and what the guide calls it."""

    say: tuple[Plain, ...] = Field(min_length=1, description="Hoe mensen het zeggen.")
    mean: tuple[Plain, ...] = Field(min_length=1, description="De woorden van de gids die ermee bedoeld zijn.")


class Gap(Record):
    """Something that people look for, and the guide says nothing about."""

    say: tuple[Plain, ...] = Field(min_length=1, description="Hoe mensen het zeggen.")
    line: Annotated[Plain, StringConstraints(max_length=160)] = Field(
        description="Wat het zoeken dan zegt, in een zin of twee: dat de gids er niets over heeft."
    )
    partners: tuple[PartnerId, ...] = Field(
        (), description="Wie wel kan helpen. Alleen als een bron dat zegt; er komt een link naar de partner."
    )
    roles: tuple[RoleId, ...] = Field((), description="Welke rol op school wel kan helpen, als een bron dat zegt.")
    situations: tuple[SituationId, ...] = Field((), description="De situaties uit de gids die toch verder helpen.")
    messages: tuple[MessageId, ...] = Field((), description="De berichten uit de gids die toch verder helpen.")
    tips: tuple[TipId, ...] = Field((), description="De tips uit de gids die toch verder helpen.")


class SearchWords(Settings):
    """Words that search takes for one another, and what is not there to be found (content/search.yml)."""

    heading = "De woorden van het zoeken"

    remark: Remark | None = Field(None, description=_REMARK)
    synonyms: tuple[Annotated[tuple[Plain, ...], Field(min_length=2)], ...] = Field(
        (), description="Groepjes van woorden die hetzelfde betekenen. Wie het ene zoekt, vindt ook het andere."
    )
    everyday: tuple[Everyday, ...] = Field(
        (), description="Woorden die naar andere woorden leiden, en niet terug: wie 'wenen' zoekt, bedoelt 'afscheid'."
    )
    gaps: tuple[Gap, ...] = Field(
        (), description="Onderwerpen die de gids niet heeft. Het zoeken zegt dat dan eerlijk."
    )


SETTINGS: Mapping[str, type[Settings]] = MappingProxyType({"site.yml": Site, "search.yml": SearchWords})
"""What each settings file holds, by its name in content/."""


class PageSettings(Record):
    """What an editor may say of a page in docs/, on top of it between two lines of ---."""

    title: Plain | None = Field(None, description="De titel in het menu en in zoekresultaten.")
    description: Plain | None = Field(None, description="Eén zin voor zoekmachines en voor wie de pagina deelt.")
    hide: tuple[Literal["toc", "navigation", "footer"], ...] = Field(
        (), description="Wat er niet naast de pagina staat: [toc] laat de inhoudstafel weg."
    )
    scripts: tuple[Plain, ...] = Field((), description="Scripts die de pagina nodig heeft, onder docs/assets/.")
    styles: tuple[Plain, ...] = Field((), description="Stijlen die de pagina nodig heeft, onder docs/assets/.")
