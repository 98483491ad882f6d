"""WeasyPrint, but for this: what an element looks like is worked out once for all sheets, and not once for each.

All sheets have the same styles, and working out the hundred values of each was a tenth of all typesetting. Only what
makes a PDF loads this, because WeasyPrint takes half a second to start.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any
from xml.etree import ElementTree

from cssselect2 import ElementWrapper
from weasyprint import CSS, DEFAULT_OPTIONS, HTML
from weasyprint.css import StyleFor
from weasyprint.css.counters import CounterStyle
from weasyprint.css.targets import TargetCollector
from weasyprint.document import Document
from weasyprint.html import UA_COUNTER_STYLE
from weasyprint.images import get_image_from_uri
from weasyprint.layout import LayoutContext

Known = dict[Hashable, Any]
"""The styles that were worked out, by what each is made of. It holds as long as the stylesheets and the fonts stay."""


def let_go(fonts: Any) -> None:
    """Take away the files that WeasyPrint keeps on the disk for these fonts.

    It does so itself once Python forgets them, which a build that ends does not wait for.
    """
    fonts.__del__()


class Sheet(HTML):  # type: ignore[misc]
    """A page to typeset. sheets: its stylesheets, with their origin each; known: the styles of those before it."""

    def __init__(self, page: ElementTree.Element, base_url: str, sheets: list[tuple[CSS, str]], known: Known) -> None:
        super().__init__(string="<html>", base_url=base_url)
        self.wrapper_element = ElementWrapper.from_html_root(page, content_language=None)
        self.etree_element = self.wrapper_element.etree_element
        self.sheets, self.known = sheets, known

    def pdf(self, fonts: Any, finisher: Callable[[Any, Any], None], **options: object) -> bytes:
        """Its PDF, as `HTML.write_pdf` makes it. finisher: what is done with it before it is written."""
        document = _Document._render(self, fonts, None, None, {**DEFAULT_OPTIONS, **options})  # noqa: SLF001
        pdf: bytes = document.write_pdf(finisher=finisher, **options)
        return pdf


class _Document(Document):  # type: ignore[misc]
    @classmethod
    def _build_layout_context(
        cls, html: Sheet, font_config: Any, _counters: Any, _profiles: Any, options: dict[str, Any]
    ) -> LayoutContext:
        targets, counters = TargetCollector(), CounterStyle(UA_COUNTER_STYLE)
        sheets = [(sheet, origin, None) for sheet, origin in html.sheets]
        images = partial(get_image_from_uri, cache={}, url_fetcher=html.url_fetcher, options=options)
        return LayoutContext(_SharedStyles(html, sheets, font_config, targets), images, font_config, counters, targets)


class _SharedStyles(StyleFor):  # type: ignore[misc]
    def __init__(self, html: Sheet, sheets: list[Any], fonts: Any, targets: TargetCollector) -> None:
        self._known = html.known
        super().__init__(html, sheets, False, fonts, targets)

    def set_computed_styles(
        self,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: TargetCollector | None = None,
    ) -> None:
        """Take the style that was worked out for the same rules below the same parent, or begin a new one."""
        styles = self.get_computed_styles()
        said = self.get_cascaded_styles().get((element, pseudo_type), {})
        rules = tuple((name, _hashable(value)) for name, (value, _) in said.items())
        made_of = id(styles.get((parent, None))), pseudo_type, rules
        if made_of not in self._known:
            super().set_computed_styles(element, parent, root, pseudo_type, base_url)
            self._known[made_of] = styles[element, pseudo_type]
        style = styles[element, pseudo_type] = self._known[made_of]
        if target_collector and style["anchor"]:
            target_collector.collect_anchor(style["anchor"])


def _hashable(value: Any) -> Hashable:
    """A value to look up by, or else what tells it from others: the style that has it, keeps it alive."""
    try:
        hash(value)
    except TypeError:
        return id(value)
    return value  # type: ignore[no-any-return]
