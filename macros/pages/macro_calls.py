"""Every macro by name, and how a macro call is carried out: in docs/ by mkdocs-macros, in the check, in the export."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateNotFound

from macros.content.docs_prose import read_docs
from macros.content.problems import Problem, UnknownEntry, did_you_mean, place_at
from macros.pages.entry_pages import ENTRY_MACROS, Macro
from macros.pages.handbook import HANDBOOK_MACROS, macro_list_of
from macros.pages.overviews import shelf
from macros.pages.prose_macros import cards, crossing, partners, term, tip, tips, wheel
from macros.pages.render import Renderer
from macros.pages.upkeep import upkeep
from macros.site.pages import Page

_CALL = re.compile(r"\{%-?\s*raw.*?endraw\s*-?%\}|\{\{-?\s*(?P<call>(?P<macro>\w+)\(.*?\))\s*-?\}\}", re.DOTALL)

_DOCUMENTED: tuple[Macro, ...] = (
    tip,
    tips,
    cards,
    partners,
    term,
    crossing,
    wheel,
    *ENTRY_MACROS,
    shelf,
    *HANDBOOK_MACROS,
)

MACROS: Mapping[str, Macro] = {macro.__name__: macro for macro in (*_DOCUMENTED, macro_list_of(_DOCUMENTED), upkeep)}
"""Every macro, in the order of the handbook: each finds its entries in a guide and makes a view of them."""


def lay_out(renderer: Renderer, page: Page) -> str:
    """The Markdown of a generated page."""
    return renderer.markdown(MACROS[page.macro](renderer.guide, page.about))


def bound_macros(renderer: Renderer) -> dict[str, Callable[..., str]]:
    """Every macro as docs/ may call it: without a guide, and its result is Markdown."""

    def bound(macro: Macro) -> Callable[..., str]:
        @wraps(macro)
        def call(*args: str, **options: str) -> str:
            return renderer.markdown(macro(renderer.guide, *args, **options))

        return call

    return {name: bound(macro) for name, macro in MACROS.items()}


def fill(page: str, macros: Mapping[str, Callable[..., str]]) -> str:
    """A page of docs/ with its macro calls carried out, as mkdocs-macros does it. Raises a TemplateError."""
    # The markers match mkdocs.yml: with Jinja's own, `{#anchor}` would open a comment and swallow the text after it.
    environment = Environment(
        undefined=StrictUndefined, comment_start_string="[#", comment_end_string="#]", keep_trailing_newline=True
    )
    return environment.from_string(page).render(macros)


def broken_calls(renderer: Renderer, docs: Path) -> Iterator[Problem]:
    """Macro calls in docs/ that cannot be carried out."""
    macros = bound_macros(renderer)
    for file, text in read_docs(docs).items():
        for found in _CALL.finditer(text):
            if not found["call"]:
                continue
            wrong = _fault_in_call(found["macro"], found["call"], macros)
            if wrong:
                yield Problem(place_at(file, text, found.start("call")), *wrong)


def _fault_in_call(name: str, call: str, macros: Mapping[str, Callable[..., str]]) -> tuple[str, str] | None:
    """Why a macro call cannot be carried out, and what would help; None when it can."""
    if name not in macros:
        return f"De macro '{name}' kennen we niet.", did_you_mean(name, macros)
    try:
        fill(f"{{{{ {call} }}}}", macros)
    except (UnknownEntry, TemplateNotFound) as error:
        return str(error), ""
    except (TemplateError, TypeError):
        example = 'bijvoorbeeld {{ tip("familiemuur") }}'
        return f"Deze oproep van '{name}' klopt niet.", f"Kijk in het handboek hoe je hem schrijft, {example}."
    return None
