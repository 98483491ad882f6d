"""Renders views as Markdown with Jinja templates; MkDocs makes HTML of the Markdown next."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from macros.book.downloads import SiteBook
from macros.content.external_urls import host_of
from macros.content.guide import Guide
from macros.content.messages import amount, enumerate_nl
from macros.content.text_rules import as_markdown
from macros.model.entry import Entry
from macros.model.labels import value_word
from macros.model.practice import Worksheet
from macros.model.slugs import slug_of
from macros.pages.view import View
from macros.scenes.pen import Pen
from macros.site.icons import Icons, sign_of
from macros.site.urls import anchor_of, name_of, permalink_of, plain_text, printed_url, title_apart
from macros.system.kept_templates import KeptTemplates
from macros.worksheets.html import Medium, WorksheetHtml
from macros.worksheets.kept_html import Keep, KeptHtml
from macros.worksheets.preview import preview

TEMPLATES = Path(__file__).parent / "templates"

_AMPERSAND = "\ufdd0"
"""Stands for an ampersand of a text, while its page is laid out. No text can hold it."""


_BLANK = re.compile(r"\[[^\[\]]*\]")
"""What is to be filled in, in words that someone sends."""

_LONG = 700
"""The signs from which a text folds: on a phone that is more than half a screen before the first thing to do."""

_BEGINNING = 200
"""The signs that are worth a look by themselves: of a text that folds, as many are shown, and more are folded."""


class Renderer:
    """Renders the views of one guide, with the templates and the icons as they are on disk when it is made.

    It lives for one refresh of the site.
    """

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.worksheets = WorksheetHtml(guide)
        self._sheets: WorksheetHtml | KeptHtml = self.worksheets
        self.books: dict[str, SiteBook] = {}
        """By the id of its recommendation, each book that the site has, once that is known."""
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # What comes out is Markdown; MkDocs escapes.
            finalize=_as_written,
            auto_reload=False,  # A refresh makes a new renderer.
            bytecode_cache=KeptTemplates(),
        )
        self._environment.filters.update(
            amount=amount, anchor=anchor_of, attr=attr, begun=begun, domain=host_of, line=line, link=link, name=name_of,
            nl=enumerate_nl, permalink=permalink_of, preview=preview, slug=slug_of, web=web, word=value_word,
            markdown=self._laid_out, sheet=self._sheet, example=self._example, words=self._words,
            link_apart=self._link_apart, sign=self._sign, printed=printed_url, large_pages=self._large_pages,
            sent=sent, paragraphs=paragraphs, book=self._book,
        )  # fmt: skip
        pen = Pen()
        self._environment.globals.update(
            icon=Icons().svg,
            scene=_kept(pen.whole),
            small_scene=_kept(pen.small),
            scene_sample=_kept(pen.sample),
            qr=self.worksheets.qr_code,
        )

    def keep_sheets(self, keep: Keep) -> None:
        """From now on, take the worksheets on pages from where they are kept."""
        self._sheets = KeptHtml(self.worksheets, keep)

    def markdown(self, view: View) -> str:
        """The Markdown that its template makes of a view.

        Raises UndefinedError when the two disagree, TemplateNotFound when there is no template.
        """
        try:
            template = self._environment.select_template([f"{name}.md.jinja" for name in view.templates])
        except TemplateNotFound as missing:
            file = f"{view.templates[0]}.md.jinja"
            raise TemplateNotFound(file, f"Er is geen sjabloon macros/pages/templates/{file}.") from missing
        return template.render(view.context).replace(_AMPERSAND, as_markdown("&"))

    def _laid_out(self, view: View) -> Markup:
        """The Markdown of a view inside another one."""
        return Markup(self.markdown(view))

    def _words(self, text: str) -> str:
        """A text as bare words, for where no link may stand."""
        return plain_text(self.guide, text)

    def _sign(self, entry: Entry) -> str:
        """The name of the icon that stands for an entry."""
        return sign_of(self.guide, entry)

    def _link_apart(self, entry: Entry) -> str:
        """A link to an entry among others, one of which may be called the same."""
        return link(entry, title_apart(self.guide, entry))

    def _sheet(self, worksheet: Worksheet, medium: Medium) -> Markup:
        """The HTML of a worksheet, in which every text is escaped already."""
        return Markup(self._sheets.sheet(worksheet, medium))

    def _example(self, worksheet: Worksheet) -> Markup:
        """The HTML of a worksheet with its example filled in."""
        assert worksheet.filled
        return Markup(self._sheets.sheet(worksheet, "page", worksheet.filled.written))

    def _book(self, entry: Entry) -> SiteBook | None:
        """The book about an entry; None as long as the site has none."""
        return self.books.get(entry.id)

    def _large_pages(self, worksheet: Worksheet) -> int | None:
        """How many pages a worksheet takes in large print; None as long as no one counted them."""
        return self.worksheets.large_pages.get(worksheet.id)


def _kept(draw: Callable[..., str]) -> Callable[..., Markup]:
    """What draws, with its drawing marked as HTML in which every text is escaped already."""
    return lambda *args, **options: Markup(draw(*args, **options))


def _as_written(value: object) -> object:
    """What a template puts on a page, with its ampersands marked: they may come from a text. Markup is left as it is.

    A mark, because what goes through several templates would be escaped several times.
    """
    return value.replace("&", _AMPERSAND) if isinstance(value, str) and not isinstance(value, Markup) else value


def link(entry: Entry, label: str | None = None) -> str:
    """Markdown that names an entry, by its title or another label."""
    return f"[{label or entry.title}]({name_of(entry)})"


def line(text: str) -> str:
    """A text on one line, as a list item or a table cell needs it."""
    return " ".join(text.split())


def attr(text: str) -> str:
    """A text that may stand between the quotes of an attribute."""
    return line(text).replace('"', "”")


def begun(text: str) -> tuple[str, str]:
    """How a text begins, in whole paragraphs, and what a reader opens after that: nothing when the text is short."""
    paragraphs = text.strip().split("\n\n")
    shown = 1
    while shown < len(paragraphs) and len("".join(paragraphs[:shown])) < _BEGINNING:
        shown += 1
    begin, rest = "\n\n".join(paragraphs[:shown]), "\n\n".join(paragraphs[shown:])
    return (begin, rest) if len(text) > _LONG and len(rest) > _BEGINNING else (text, "")


def sent(text: str) -> str:
    """Words that someone sends: what is to be filled in is marked, and a box to tick begins a line.

    The check lets no sign through that begins a tag (macros/check/message_rules.py).
    """
    marked = _BLANK.sub(r'<span class="blank">\g<0></span>', line(text))
    return re.sub(r"\s*☐", "<br>☐", marked).removeprefix("<br>")


def paragraphs(text: str) -> str:
    """A letter in paragraphs, which its writer parted by empty lines."""
    return "\n".join(f"<p>{sent(part)}</p>" for part in re.split(r"\n\s*\n", text.strip()))


def web(url: str) -> str:
    """A web address that a browser can follow, also when only the domain is given."""
    return url if url.lower().startswith("http") else f"https://{url}"
