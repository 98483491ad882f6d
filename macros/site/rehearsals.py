"""The pages on which a talk is rehearsed: one under each situation that has choices, and one that lists them all."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.guide import Guide, ident, once_a_guide
from macros.model.situation import Situation
from macros.site.page import Page
from macros.site.pictures import picture_of
from macros.site.urls import overview_page, page_of

REHEARSALS = "oefenen/index.md"
"""The page that lists every talk to rehearse, below docs/."""

REHEARSALS_TITLE = "Oefen het gesprek"

REHEARSALS_MACRO, REHEARSAL_MACRO = "rehearsals", "rehearsal"
"""The macros that lay out these pages."""

_INTRO = "Kies zelf wat je zegt in een lastig gesprek, en lees wat dat doet. Of speel het met z'n drieën, van papier."

_ASSETS = ("rehearsal/rehearsal",)
_STYLES = ("talk/talk", *_ASSETS)


@once_a_guide
def rehearsed(guide: Guide) -> tuple[Situation, ...]:
    """The situations with a talk in which one can choose, in editorial order."""
    return tuple(filter(is_rehearsed, guide.all(Situation)))


def is_rehearsed(situation: Situation) -> bool:
    """Whether it has a talk in which one can choose."""
    return bool(situation.dialogue and situation.dialogue.choices)


def rehearsal_page_of(guide: Guide, situation: Situation) -> str:
    """The Markdown file of the page on which the talk of a situation is rehearsed."""
    return f"{page_of(guide, situation).removesuffix('.md')}/oefenen.md"


def rehearsal_pages(guide: Guide) -> Iterator[Page]:
    """The list, when there is anything to rehearse, and a page for each talk."""
    if not rehearsed(guide):
        return
    yield Page(
        file=REHEARSALS,
        title=REHEARSALS_TITLE,
        description=_INTRO,
        macro=REHEARSALS_MACRO,
        about=REHEARSALS_TITLE,
        picture=Situation.picture,
        trail=(overview_page(Situation),),
        styles=_STYLES,
    )
    yield from (_rehearsal(guide, situation) for situation in rehearsed(guide))


def _rehearsal(guide: Guide, situation: Situation) -> Page:
    assert situation.dialogue
    return Page(
        file=rehearsal_page_of(guide, situation),
        title=f"Oefen: {situation.title}",
        description=situation.dialogue.where,
        macro=REHEARSAL_MACRO,
        about=situation.id,
        picture=picture_of(guide, situation).name,
        edited=guide.files[ident(situation)].file,
        trail=(overview_page(Situation), page_of(guide, situation)),
        scripts=_ASSETS,
        styles=_STYLES,
    )
