"""Renders views as Markdown with Jinja templates; MkDocs makes HTML of the Markdown next."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from macros.content.external_urls import host_of
from macros.content.guide import Guide
from macros.content.messages import enumerate_nl
from macros.model.entry import Entry
from macros.model.labels import value_word
from macros.pages.view import View
from macros.site.icons import Icons
from macros.site.urls import anchor_of, name_of, permalink_of
from macros.system.kept_templates import KeptTemplates
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.preview import preview

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders the views of one guide, with the templates and the icons as they are on disk when it is made.

    It lives for one refresh of the site.
    """

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.worksheets = WorksheetHtml(guide)
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # What comes out is Markdown; MkDocs escapes.
            auto_reload=False,  # A refresh makes a new renderer.
            bytecode_cache=KeptTemplates(),
        )
        self._environment.filters.update(
            anchor=anchor_of, attr=attr, domain=host_of, line=line, link=link, name=name_of, nl=enumerate_nl,
            permalink=permalink_of, preview=preview, web=web, word=value_word,
            markdown=self.markdown, sheet=self.worksheets.sheet,
        )  # fmt: skip
        self._environment.globals.update(icon=Icons().svg)

    def markdown(self, view: View) -> str:
        """The Markdown that its template makes of a view.

        Raises UndefinedError when the two disagree, TemplateNotFound when there is no template.
        """
        try:
            template = self._environment.select_template([f"{name}.md.jinja" for name in view.templates])
        except TemplateNotFound as missing:
            file = f"{view.templates[0]}.md.jinja"
            raise TemplateNotFound(file, f"Er is geen sjabloon macros/pages/templates/{file}.") from missing
        return template.render(view.context)


def link(entry: Entry, label: str | None = None) -> str:
    """Markdown that names an entry, by its title or another label."""
    return f"[{label or entry.title}]({name_of(entry)})"


def line(text: str) -> str:
    """A text on one line, as a list item or a table cell needs it."""
    return " ".join(text.split())


def attr(text: str) -> str:
    """A text that may stand between the quotes of an attribute."""
    return line(text).replace('"', "”")


def web(url: str) -> str:
    """A web address that a browser can follow, also when only the domain is given."""
    return url if url.lower().startswith("http") else f"https://{url}"
