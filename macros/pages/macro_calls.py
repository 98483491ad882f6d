"""Every macro by name, and how a macro call is carried out: in docs/ by mkdocs-macros, in the check, in the export."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from functools import wraps

from jinja2 import Environment, StrictUndefined, Undefined

from macros.content.guide import Guide
from macros.pages.entry_pages import ENTRY_MACROS, Macro
from macros.pages.handbook import HANDBOOK_MACROS, examples_of, macro_list_of
from macros.pages.measured import measured
from macros.pages.overviews import shelf
from macros.pages.prose_macros import cards, crossing, news, partners, term, tip, tips, today, wheel
from macros.pages.rehearsal_pages import rehearsal, rehearsals
from macros.pages.render import Renderer
from macros.pages.scene_macros import SCENE_MACROS
from macros.pages.selfscan import selfscan
from macros.pages.upkeep import upkeep
from macros.pages.weeks import week_tips
from macros.pages.worksheet_examples import worksheet_example
from macros.site.page import Page

_DOCUMENTED: tuple[Macro, ...] = (
    tip,
    tips,
    cards,
    partners,
    term,
    crossing,
    wheel,
    news,
    today,
    *ENTRY_MACROS,
    shelf,
    *SCENE_MACROS,
    *HANDBOOK_MACROS,
)

_OTHERS: tuple[Macro, ...] = (
    macro_list_of(_DOCUMENTED),
    upkeep,
    measured,
    worksheet_example,
    rehearsal,
    rehearsals,
    selfscan,
    week_tips,
)

MACROS: Mapping[str, Macro] = {macro.__name__: macro for macro in (*_DOCUMENTED, *_OTHERS)}
"""Every macro, in the order of the handbook: each finds its entries in a guide and makes a view of them."""


OPENS = re.compile(r"\{\{|\{%|\[#")
"""Where Jinja begins something in a page of docs/. The markers match mkdocs.yml: see fill."""


class WrongCall(Exception):
    """A macro call that cannot be carried out as it is written: what is wrong, and what would help, in Dutch."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class UnquotedName(WrongCall):
    """An argument of a macro call that is a name, and that nothing on the page gave a meaning."""


class _Output(str):
    """What a macro call puts on a page."""

    __slots__ = ()


def lay_out(renderer: Renderer, page: Page) -> str:
    """The Markdown of a generated page."""
    return renderer.markdown(MACROS[page.macro](renderer.guide, page.about))


def bound_macros(renderer: Renderer) -> dict[str, Callable[..., str]]:
    """Every macro as docs/ may call it: without a guide, and its result is Markdown."""
    return _bound(lambda macro, *args, **options: renderer.markdown(macro(renderer.guide, *args, **options)))


def tried_macros(guide: Guide) -> dict[str, Callable[..., str]]:
    """Every macro as docs/ may call it, to see whether it can be: it puts nothing on the page."""

    def tried(macro: Macro, *args: str, **options: str) -> str:
        # One that takes nothing but the guide cannot be called wrongly, and may take long.
        if len(inspect.signature(macro).parameters) > 1:
            macro(guide, *args, **options)
        return ""

    return _bound(tried)


def _bound(result: Callable[..., str]) -> dict[str, Callable[..., str]]:
    """Every macro by name, with what a call results in. Each raises WrongCall for another call than it asks."""

    def bound(macro: Macro) -> Callable[..., str]:
        @wraps(macro)
        def call(*args: str, **options: str) -> str:
            _refuse_wrong_call(macro, args, options)
            return _Output(result(macro, *args, **options))

        return call

    return {name: bound(macro) for name, macro in MACROS.items()}


def may_call(page: str) -> bool:
    """Whether a page of docs/ can hold a macro call at all: Jinja takes time to leave a page as it is."""
    return OPENS.search(page) is not None


def fill(page: str, macros: Mapping[str, Callable[..., str]]) -> str:
    """A page of docs/ with its macro calls carried out, as mkdocs-macros does it.

    Raises WrongCall, UnknownEntry, or what Jinja raises.
    """
    if not may_call(page):
        return page
    # The markers match mkdocs.yml: with Jinja's own, `{#anchor}` would open a comment and swallow the text after it.
    environment = Environment(
        undefined=StrictUndefined,
        comment_start_string="[#",
        comment_end_string="#]",
        keep_trailing_newline=True,
        finalize=_words_only,
    )
    return environment.from_string(page).render(macros)


def _words_only(value: object) -> object:
    """What stands between double braces, when it can stand on a page. Raises WrongCall."""
    if isinstance(value, str | int | float | Undefined) and not isinstance(value, bool):
        return value
    name = getattr(value, "__name__", "")
    if name in MACROS:
        raise WrongCall(
            f"'{name}' is een macro, en wordt hier niet opgeroepen: er staan geen haakjes achter.",
            f"Schrijf {{{{ {name}(…) }}}}. In het handboek staat wat er tussen de haakjes komt.",
        )
    raise WrongCall("Hier komt geen tekst uit.", "Roep een macro op, of schrap de accolades.")


def _refuse_wrong_call(macro: Macro, args: tuple[object, ...], options: Mapping[str, object]) -> None:
    """Raises WrongCall when a macro cannot be called so: each of its arguments is a text, and it has no others."""
    name = macro.__name__
    for value in (*args, *options.values()):
        if isinstance(value, Undefined):
            word = value._undefined_name  # noqa: SLF001  # Jinja tells it nowhere else.
            raise UnquotedName(f"'{word}' staat bij '{name}' zonder aanhalingstekens.", f'Zet ze erom: "{word}".')
        if isinstance(value, _Output):
            help = "Zet elke oproep tussen haar eigen accolades."
            raise WrongCall(f"In de oproep van '{name}' staat een andere oproep.", help)
        if not isinstance(value, str):
            raise WrongCall(f"Wat je aan '{name}' geeft, moet tekst zijn.", as_in_handbook(macro))
    try:
        inspect.signature(macro).bind(None, *args, **options)
    except TypeError:
        raise wrong_call(name) from None


def wrong_call(name: str) -> WrongCall:
    """What is wrong with a call that is written otherwise than its macro asks."""
    return WrongCall(f"Deze oproep van '{name}' klopt niet.", as_in_handbook(MACROS[name]))


def as_in_handbook(macro: Macro) -> str:
    """Where an editor reads how to call a macro, with an example when it has one."""
    example = next((f", bijvoorbeeld {{{{ {call} }}}}" for call in examples_of(macro)), "")
    return f"Kijk in het handboek hoe je hem schrijft{example}."
