"""What a page asks of a phone: how long it is, what it weighs and fetches, what moves as it comes, how long it is busy.

Weights are in bytes, compressed as servers do (gzip -6), of all that a first visit fetches; screens are of 390 by 844.
"""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Route

SCREEN = (390, 844)
"""A phone, in CSS pixels."""

WATCH = """
window.moved = 0; window.tasks = [];
new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) moved += one.value; })
  .observe({ type: "layout-shift", buffered: true });
new PerformanceObserver(list => { tasks.push(...list.getEntries().map(one => [one.startTime, one.duration])); })
  .observe({ type: "longtask", buffered: true });
"""
"""Runs before a page does: adds up layout shifts (CLS), and keeps what took over 50 ms (long tasks)."""

MEASURE = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done({
  height: document.documentElement.scrollHeight,
  urls: [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name),
    ...[...document.querySelectorAll('link[rel="icon"]')].map(({ href }) => href)],
  moved, tasks, drawn: performance.getEntriesByName("first-contentful-paint")[0].startTime,
}))))"""

DRAWN = """() => new Promise(done => new PerformanceObserver(() => requestAnimationFrame(() => setTimeout(done)))
  .observe({ type: "paint", buffered: true }))"""
"""Waits until something of the page was drawn."""

TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


@dataclass(frozen=True)
class Visit:
    """A first visit of a page. screens: how many it is long. shift: how much of the layout moved (CLS).

    weight, script, style: bytes, of all, of its own scripts and of its styles. blocked: milliseconds, of which a finger
    waits once something stands there (total blocking time, https://web.dev/articles/tbt). busy: the same from the first
    byte, so with the work before anything is drawn.
    """

    path: str
    screens: float
    requests: int
    weight: int
    script: int
    style: int
    shift: float
    blocked: float
    busy: float


def visit(page: Page, address: str, path: str, folder: Path) -> Visit:
    """Open a page in a window that has WATCH, and measure. folder: the site that is served at this address."""
    page.goto(address + path)
    page.evaluate(DRAWN)
    seen: dict[str, Any] = page.evaluate(MEASURE)
    files = {file_at(url, address, folder) for url in seen["urls"] if url.startswith(address)}

    def weigh(*endings: str) -> int:
        return sum(weight(file) for file in files if file.name.endswith(endings))

    return Visit(
        path,
        seen["height"] / SCREEN[1],
        len(files),
        weigh(""),
        weigh(".js"),
        weigh(".css"),
        seen["moved"],
        blocking(seen["tasks"], seen["drawn"]),
        blocking(seen["tasks"], 0),
    )


def blocking(tasks: list[tuple[float, float]], since: float) -> float:
    """What tasks take over 50 ms each, in ms. tasks: (start, duration). since: what lies before it does not count."""
    return sum(max(0, start + long - max(start, since) - 50) for start, long in tasks if start + long > since)


def moved_when_all_comes_late(page: Page, url: str) -> float:
    """How much of the layout moves (CLS) in a window that has WATCH, when scripts and fonts come after the text.

    As on the slowest line of all, and without a clock: each is held until what came before was drawn.
    """
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    late = "**/*.{js,woff2}"
    page.goto("about:blank")
    page.route(late, hold)
    page.goto(url, wait_until="commit")
    page.evaluate(DRAWN)
    while held:
        held.pop(0).continue_()
        page.evaluate(TWO_FRAMES)
    page.unroute(late)
    page.wait_for_load_state()
    page.evaluate(TWO_FRAMES)
    moved: float = page.evaluate("moved")
    return moved


def slow_line(page: Page) -> None:
    """Give a page a slow phone: 1.6 megabit a second, 150 ms there and back, a processor that is four times as slow.

    These are the figures of "Slow 4G" in Chromium's own tools and in Lighthouse.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    session.send("Network.enable")
    line = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
    session.send("Network.emulateNetworkConditions", line)


def file_at(url: str, address: str, folder: Path) -> Path:
    """The file that a server gives for an address."""
    file = folder / unquote(urlsplit(url.removeprefix(address)).path)
    return file / "index.html" if file.is_dir() else file


@cache
def weight(file: Path) -> int:
    """How many bytes a file takes on its way."""
    return len(gzip.compress(file.read_bytes(), 6))


def middle_and_most(visits: Iterable[Visit], value: Callable[[Visit], float]) -> tuple[float, float]:
    """The median and the most of something that was measured."""
    values = [value(one) for one in visits]
    return statistics.median(values), max(values)
