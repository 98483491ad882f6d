"""What a reader does with the self-scan, and what it shows."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page

SHEET = "koersblad"
"""A sheet of the tiny guide with four statements to score, from one to three."""

OTHER = "botenblad"
"""One with two named rows, from one to four."""


def part(page: Page, sheet: str = SHEET) -> Locator:
    """The part of the page that asks what this sheet asks."""
    return page.locator(f"[data-scan='{sheet}']")


def answer(page: Page, answers: str, sheet: str = SHEET) -> None:
    """Begin, and answer every statement."""
    part(page, sheet).get_by_role("button", name=re.compile("Begin|Ga verder")).click()
    for one in answers:
        page.locator(".scan__answers button").nth(int(one) - 1).click()


def handed(page: Page) -> str:
    """The address that hands over what was just answered."""
    page.get_by_role("button", name="Geef door aan je team").click()
    return page.get_by_label("Je antwoorden").input_value()


def rows(page: Page) -> list[list[str]]:
    """What the table says."""
    lines = page.locator(".scan__table tbody tr")
    lines.first.wait_for()
    return [[" ".join(cell.split()) for cell in line.locator("th, td").all_inner_texts()] for line in lines.all()]
