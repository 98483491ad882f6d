"""What axe has against a page: WCAG 2.2 AA, and what is good practice besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""Dark changes colours only, so one width, and one rule, is enough for it."""


def violations(page: Page, options: Mapping[str, Any] = RULES, context: str | None = None) -> list[str]:
    """Each rule that the page in this window breaks, and where; the first three places of each.

    context: the part of the page to look at, as a CSS selector.
    """
    # What the header and the bar stand over at this moment would count as too small. What stays covered: test_frame.py.
    page.evaluate("document.querySelectorAll('.top, .bar').forEach(({ style }) => (style.position = 'static'))")
    # A place gets its selector only where a rule is broken: on a long page that is half of the work.
    wanted = {**options, "resultTypes": ["violations"]}
    found = Axe().run(page, context=context, options=wanted).response["violations"]
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"][:3]]
