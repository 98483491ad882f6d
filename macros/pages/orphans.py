"""Pages in docs/ that no one finds: neither the menu nor a page leads to them, however far one goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from macros.content.guide import Guide
from macros.content.handbook import LINKED_TO
from macros.content.problems import Place, Problem
from macros.pages.render import TEMPLATES
from macros.site.pages import menu

_FRAME = ("index.md", "selectie.md")
"""The pages that every page leads to (overrides/)."""

_NAMED = re.compile(r"\]\(/([^)#\s]+\.md)")
"""How a template names a page of docs/."""


def orphans(guide: Guide, links: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
    """A warning for each page that cannot be reached. links: by its file below docs/, where each page leads."""
    ahead = [*_FRAME, *_in_menu(menu(guide, links)), *_in_templates()]
    reached = set[str]()
    while ahead:
        file = ahead.pop()
        if file not in reached:
            reached.add(file)
            ahead += links.get(file, ())
    for file in links.keys() - reached:
        beside = f"{file.rpartition('/')[0]}/index.md".removeprefix("/")
        where = f", zoals docs/{beside}" if beside in links and beside != file else ""
        message = "Naar deze pagina leidt geen enkele link."
        yield Problem(
            Place(f"docs/{file}"), message, f"Zet er een op een pagina die mensen al vinden{where}.", LINKED_TO
        )


def _in_menu(items: Iterable[Mapping[str, object]]) -> Iterator[str]:
    for item in items:
        for under in item.values():
            if isinstance(under, str):
                yield under
            elif isinstance(under, list):
                yield from _in_menu(under)


def _in_templates() -> Iterator[str]:
    for path in TEMPLATES.rglob("*.jinja"):
        yield from _NAMED.findall(path.read_text(encoding="utf-8"))
