"""What axe has against a page: WCAG 2.2 AA, and what is good practice besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""Dark changes colours only, so one width, and one rule, is enough for it."""


_RUN = """([context, options]) => axe.run(context ?? document, options).then(({ violations }) => violations
  .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target}`)))"""

_AT_REST = """() => {
  document.querySelectorAll(".top, .bar").forEach(({ style }) => (style.position = "static"));
  return "axe" in window && "run" in axe;
}"""
"""What the header and the bar stand over at this moment would count as too small. What stays covered: test_frame.py.

Also answers whether axe is there from another look at this page: a place on it may be called so."""


def violations(page: Page, options: Mapping[str, Any] = RULES, context: str | None = None) -> list[str]:
    """Each rule that the page in this window breaks, and where; the first three places of each.

    context: the part of the page to look at, as a CSS selector.
    """
    if not page.evaluate(_AT_REST):
        page.evaluate(AXE_SCRIPT)
    # A place gets its selector only where a rule is broken: on a long page that is half of the work.
    broken: list[str] = page.evaluate(_RUN, [context, {**options, "resultTypes": ["violations"]}])
    return broken
