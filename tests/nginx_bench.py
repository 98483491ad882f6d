"""How many visits nginx serves, of ten pages with all that they fetch. Part of `make bench`.

The pages are as heavy as most of their kind; what each fetches at a first visit, a real browser says. Readers ask for
one file after another, each over a connection of their own; `wrk` plays them, and measures how long each waits.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from browsers import chromium
from nginx import NGINX, nginx
from page_bench import first_visit
from playwright.sync_api import Browser
from sites import KINDS, served

WRK = shutil.which("wrk")
READERS, SECONDS, ROUNDS = 16, 8, 3

_ALSO = ("", "selectie/", "handboek/")
"""The start page, and two more that are of no kind."""

_SCRIPT = """\
local asked = ASKED
local turn = 0
request = function()
  turn = turn % #asked + 1
  return wrk.format("GET", asked[turn][1], {["Accept-Encoding"] = "gzip", ["If-None-Match"] = asked[turn][2]})
end
done = function(summary, latency)
  local wrong = summary.errors
  io.write(string.format("\\n%d %d %d %d %d %d\\n", summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(99), wrong.status + wrong.connect + wrong.read + wrong.timeout))
end
"""
"""For wrk: it asks these in turn, over and again, and tells in one line what came of it, in microseconds."""


class Served(NamedTuple):
    """What came of asking for files. requests: a second. kilobytes: of each. middle, slow: ms for 50 and 99 in 100."""

    requests: float
    kilobytes: float
    middle: float
    slow: float


class Visits(NamedTuple):
    """Visits of the pages of a site. files: what a first one fetches. again: of whoever has them still."""

    files: float
    first: Served
    again: Served


_ROWS: tuple[tuple[str, str, Callable[[Visits], float]], ...] = (
    ("files that a first visit fetches", "{:.1f}", lambda one: one.files),
    ("kB that it takes, packed", "{:.0f}", lambda one: one.files * one.first.kilobytes),
    ("first visits a second", "{:.0f}", lambda one: one.first.requests / one.files),
    ("requests a second", "{:.0f}", lambda one: one.first.requests),
    ("an answer takes, ms", "{:.1f}", lambda one: one.first.middle),
    ("an answer takes, 99 in 100, ms", "{:.1f}", lambda one: one.first.slow),
    ("the same still: requests a second", "{:.0f}", lambda one: one.again.requests),
    ("the same still, 99 in 100, ms", "{:.1f}", lambda one: one.again.slow),
)


def missing() -> str:
    """What this machine lacks to measure with, in a sentence; nothing when all is there."""
    lacking = [name for name, path in (("nginx", NGINX), ("wrk", WRK)) if path is None]
    return f"Not measured: here is no {' and no '.join(lacking)} (sudo apt-get install nginx wrk)." if lacking else ""


def visits_served(site: Path, plain: Path, folder: Path) -> str:
    """Rows of a table. site, plain: the two built sites. folder: where nginx may write."""
    sites, pages = (site, plain), _typical(site)
    load = f"{os.getloadavg()[0]:.1f}"  # Of others: before we make one.
    with chromium() as browser:
        fetched = [_fetched(browser, one, pages) for one in sites]
    rounds: list[list[Visits]] = [[], []]
    for _ in range(ROUNDS):
        for one, asked, into in zip(sites, fetched, rounds, strict=True):
            into.append(_visited(one, asked, len(pages), folder))
    ours, theirs = (sorted(each, key=lambda one: one.first.requests)[ROUNDS // 2] for each in rounds)
    rows = [f"| {what} | {form.format(of(ours))} | {form.format(of(theirs))} |" for what, form, of in _ROWS]
    return f"""{len(pages)} pages with all that each fetches, asked by {READERS} readers at once,
on the machine that serves them. The settings are those of container/nginx.conf: every answer is packed anew.
The middle of {ROUNDS} rounds of {SECONDS} s, at a load of {load} on {os.cpu_count()} cores.

| what | this guide | the same pages in plain Material |
|---|---|---|
{chr(10).join(rows)}"""


def _typical(site: Path) -> list[str]:
    """Ten pages: of each kind the one of the middle size, and three more."""

    def middle(kind: str) -> str:
        files = sorted(site.glob(f"{kind}/index.html"), key=lambda file: (file.stat().st_size, file))
        return f"{files[len(files) // 2].parent.relative_to(site).as_posix()}/"

    return [*_ALSO, *map(middle, KINDS)]


def _fetched(browser: Browser, site: Path, pages: list[str]) -> list[str]:
    """The path of every file that a browser asks for, in the order in which it asks, at a first visit of each page."""
    asked: list[str] = []
    with served(site, site / "404.html") as address:
        for path in pages:
            window = first_visit(browser)
            window.on("request", lambda one: asked.append(one.url))
            window.new_page().goto(address + path, wait_until="networkidle")
            window.close()
        return ["/" + url.removeprefix(address) for url in asked if url.startswith(address)]


def _visited(site: Path, asked: list[str], pages: int, folder: Path) -> Visits:
    """What nginx makes of visits of so many pages. asked: all that they fetch."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with nginx(site, folder, f"127.0.0.1:{port}"):
        first = _load(port, [(path, "") for path in asked], folder)
        again = _load(port, list(_asked_again(port, asked)), folder)
    return Visits(len(asked) / pages, first, again)


def _asked_again(port: int, asked: list[str]) -> Iterator[tuple[str, str]]:
    """What a browser that has all of it asks about still, with the tag of what it has."""
    line = HTTPConnection("127.0.0.1", port)
    for path in asked:
        line.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = line.getresponse()
        answer.read()
        if answer.headers["Cache-Control"] == "no-cache":
            yield path, answer.headers["ETag"]
    line.close()


def _load(port: int, asked: list[tuple[str, str]], folder: Path) -> Served:
    """What comes of asking these. Fails when anything goes wrong."""
    assert WRK, "first ask whether there is one"
    told = ",".join(f"{{{json.dumps(path)},{json.dumps(tag) if tag else 'nil'}}}" for path, tag in asked)
    script = folder / "asked.lua"
    script.write_text(_SCRIPT.replace("ASKED", f"{{{told}}}"), encoding="utf-8")
    address = f"http://127.0.0.1:{port}"
    command = [WRK, "--threads=1", f"--connections={READERS}", f"--duration={SECONDS}s", f"--script={script}", address]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    requests, spent, size, middle, slow, wrong = map(int, said.splitlines()[-1].split())
    if wrong:
        raise RuntimeError(said)
    return Served(requests * 1e6 / spent, size / requests / 1000, middle / 1000, slow / 1000)
