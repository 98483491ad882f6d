"""What the page of any entry can show, whatever its type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.content.guide import Guide
from macros.model.entry import Entry
from macros.pages.context import InContext, Inside, Practice, in_context, inside, practice
from macros.pages.view import View
from macros.site.pages import macro_of


@dataclass(frozen=True)
class EntryPage(View):
    """What the page of any entry can show.

    around: the entry with its sources and what it belongs with. inside: what lives with it.
    """

    around: InContext[Entry]
    inside: Inside
    practice: Practice

    @property
    def templates(self) -> tuple[str, ...]:
        return (macro_of(type(self.around.entry)),)

    @property
    def context(self) -> dict[str, Any]:
        return {"entry": self.around.entry, **vars(self)}


def parts_of(guide: Guide, entry: Entry, *shown: Entry) -> tuple[InContext[Entry], Inside, Practice]:
    """What any page shows. shown: what the page shows anyhow, and so need not name again."""
    helps = practice(guide, entry)
    return in_context(guide, entry, [*helps.entries(), *shown]), inside(guide, entry), helps
