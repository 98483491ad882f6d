"""A worry in the words of a teacher: what the guide begins with."""

from __future__ import annotations

from pydantic import Field

from macros.model.entry import Citation, Consent, InRow, RequiredSummary
from macros.model.fields import Line, MethodId, Text, TipId
from macros.model.scene import Drawn
from macros.model.talk import Dialogue


class Situation(InRow):
    """A worry in the words of a teacher, and the first steps that help."""

    collection = "situations"
    noun = "situatie"
    handbook_text = "een zorg van een leerkracht"
    letter = "v"
    emblem = "situation"
    picture = "situation"
    heading = "Waar loop je tegenaan?"
    menu = "Situaties"
    menu_group = ""
    siblings = True
    shelf = "situaties"
    own_page = True
    intro = "Kies wat je herkent. Je krijgt meteen een eerste stap."

    summary: RequiredSummary
    sources: tuple[Citation, ...] = Field((), description="Alleen als je hier iets zegt dat niet in een tip staat.")
    answer: Text = Field(description="Eerst dit: wat je nu kunt bedenken of doen, in enkele zinnen.")
    consent: Consent = False
    tips: tuple[TipId, ...] = Field(min_length=1, description="De tips die helpen, de eerste stap bovenaan.")
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen als je meer tijd hebt.")
    dialogue: Dialogue | None = Field(
        None, description="Zo kan het klinken: een gesprek. De pagina zegt dat het een voorbeeld van ons is."
    )
    unknown: Line | None = Field(
        None, description="Wat onze bronnen hierover niet zeggen, en wie daarbij kan helpen als ze dat wel zeggen."
    )
    scene: Drawn = None
