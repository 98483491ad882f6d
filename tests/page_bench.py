"""What the pages ask of a reader's phone, beside the same in plain Material. Part of `make bench`."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path

from browsers import chromium
from goals import GOALS, KB
from page_measures import SCREEN, WATCH, Visit, middle_and_most, slow_line, visit
from playwright.sync_api import Browser, BrowserContext
from sites import heaviest_of_each_kind, pages_of, served

ROUNDS = 3
"""How often each of these is opened on a slow phone; the median counts."""


def _most(name: str) -> str:
    return f"≤ {GOALS[name].bound:g}"


_ROWS: tuple[tuple[str, str, Callable[[Visit], float], str], ...] = (
    ("length of a page, in screens of 390 by 844", "{:.1f}", lambda one: one.screens, _most("screens")),
    ("first visit, kB compressed", "{:.0f}", lambda one: one.weight / KB, _most("weight")),
    ("of which script", "{:.1f}", lambda one: one.script / KB, "≤ 8"),
    ("of which style", "{:.1f}", lambda one: one.style / KB, "≤ 16"),
    ("requests", "{:.0f}", lambda one: one.requests, _most("requests")),
)
_SLOW_ROWS: tuple[tuple[str, str, Callable[[Visit], float], str], ...] = (
    ("layout that moves (CLS)", "{:.3f}", lambda one: one.shift, _most("shift")),
    ("blocked once something is drawn, ms (TBT)", "{:.0f}", lambda one: one.blocked, "≤ 50"),
    ("blocked from the first byte, ms", "{:.0f}", lambda one: one.busy, ""),
)


def pages_cost(site: Path, plain: Path) -> str:
    """Rows of a table. site, plain: the two built sites."""
    with chromium() as browser:
        ours, theirs = visits(browser, site), visits(browser, plain)
        slow_ours, slow_theirs = slow_visits(browser, site), slow_visits(browser, plain)
    rows = [
        *(_row(name, form, value, ours, theirs, goal) for name, form, value, goal in _ROWS),
        *(_length("sections", "aanbevelingen/", 3, ours, theirs), _length("keys", "sleutels/", 2, ours, theirs)),
        *(_row(name, form, value, slow_ours, slow_theirs, goal) for name, form, value, goal in _SLOW_ROWS),
    ]
    table = "\n".join(rows)
    return f"""{len(ours)} pages, median (most); the last three rows on the heaviest page of {len(slow_ours)} kinds,
on a slow line and a processor slowed four times.

| what | this guide | the same pages in plain Material | goal for the most |
|---|---|---|---|
{table}"""


def first_visit(browser: Browser) -> BrowserContext:
    """The window of a phone that keeps nothing of the guide."""
    return browser.new_context(viewport={"width": SCREEN[0], "height": SCREEN[1]}, service_workers="block")


def visits(browser: Browser, site: Path) -> list[Visit]:
    """A first visit of every page."""
    with served(site, site / "404.html") as address:
        page = first_visit(browser).new_page()
        page.add_init_script(WATCH)
        return [visit(page, address, path, site) for path in pages_of(site)]


def slow_visits(browser: Browser, site: Path) -> list[Visit]:
    """Of each kind the visit that was busy neither most nor least."""
    found = []
    with served(site, site / "404.html") as address:
        for path in heaviest_of_each_kind(site):
            rounds = []
            for _ in range(ROUNDS):
                context = first_visit(browser)
                page = context.new_page()
                page.add_init_script(WATCH)
                slow_line(page)
                rounds.append(visit(page, address, path, site))
                context.close()
            found.append(sorted(rounds, key=lambda one: one.busy)[ROUNDS // 2])
    return found


def _row(
    name: str, form: str, value: Callable[[Visit], float], ours: list[Visit], theirs: list[Visit], goal: str
) -> str:
    told = [
        f"{form.format(middle)} ({form.format(most)})"
        for middle, most in (middle_and_most(ours, value), middle_and_most(theirs, value))
    ]
    return f"| {name} | {told[0]} | {told[1]} | {goal} |"


def _length(name: str, folder: str, depth: int, ours: list[Visit], theirs: list[Visit]) -> str:
    """A row on the median length of the pages of a kind."""
    told = [
        statistics.median(one.screens for one in visits if one.path.startswith(folder) and one.path.count("/") == depth)
        for visits in (ours, theirs)
    ]
    return f"| {name}: median length in screens | {told[0]:.1f} | {told[1]:.1f} | ≤ 6 |"
