"""The oven: templates in, Markdown out. MkDocs bakes the Markdown next."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from macros.addresses import host_of
from macros.dutch import enumerate_nl, value_word
from macros.icons import icon
from macros.links import anchor, name, permalink_of
from macros.model import Entry
from macros.previews import preview

TEMPLATES = Path(__file__).parent / "templates"


def link(entry: Entry, label: str | None = None) -> str:
    """Markdown that names an entry, by its title or another label."""
    return f"[{label or entry.title}]({name(entry)})"


def line(text: str) -> str:
    """A text on one line, as a list item or a table cell needs it."""
    return " ".join(text.split())


def attr(text: str) -> str:
    """A text that may stand between the quotes of an attribute."""
    return line(text).replace('"', "”")


def web(url: str) -> str:
    """A web address that a browser can follow, also when only the domain is given."""
    return url if url.lower().startswith("http") else f"https://{url}"


@cache
def _oven() -> Environment:
    env = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False, auto_reload=False, bytecode_cache=FileSystemBytecodeCache())
    env.filters.update(anchor=anchor, name=name, link=link, line=line, nl=enumerate_nl, word=value_word, attr=attr, domain=host_of, web=web, permalink=permalink_of, preview=preview)
    env.globals.update(icon=icon)
    return env


def forget_templates() -> None:
    """Read the templates anew: they may have been saved since."""
    _oven.cache_clear()


def render(template: str, **context: object) -> str:
    """The Markdown that a template makes of its context. Raises UndefinedError when the two disagree."""
    return _oven().get_template(f"{template}.md.jinja").render(context)


def evaluate(expression: str, names: dict[str, object]) -> str:
    """The value of a Jinja expression, with only these names. Raises a TemplateError when it is amiss."""
    return str(_oven().from_string("{{ " + expression + " }}").render(names))


def fill(page: str, names: dict[str, object]) -> str:
    """A page from docs/ with its macro calls carried out, by the same rules as mkdocs-macros follows. Raises a TemplateError."""
    # The markers match mkdocs.yml: with Jinja's own, `{#anchor}` would open a comment and swallow the text after it.
    env = Environment(undefined=StrictUndefined, comment_start_string="[#", comment_end_string="#]", keep_trailing_newline=True)
    return env.from_string(page).render(names)
