"""The real guide, built strictly, served from a plain file server, and looked at in a real browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 120
"""Seconds to wait for another core that builds the guide; it takes about five."""

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")


@pytest.fixture(scope="session")
def built(tmp_path_factory, request) -> Path:
    """The folder of the real guide, after a strict build. When tests run on several cores, one of them builds and the others wait."""
    alone = not hasattr(request.config, "workerinput")
    shared = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent
    folder, ready = shared / "site", shared / "site.ready"
    try:
        (shared / "site.building").mkdir()
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while not ready.exists():
            assert time.monotonic() < until, "Een andere proef bouwt de gids, en wordt niet klaar."
            time.sleep(0.2)
        assert (message := ready.read_text(encoding="utf-8")) == "", message
        return folder
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    message = done.stdout + done.stderr if done.returncode else ""
    ready.write_text(message, encoding="utf-8")
    assert message == "", message
    return folder


def machine(folder: Path) -> Path:
    """A copy of everything that makes a site, around the tiny guide instead of the real one."""
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("content", "docs"):
        shutil.copytree(ROOT / "tests" / "tiny_guide" / name, folder / name)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    shutil.copy(ROOT / "docs" / "selectie.md", folder / "docs")  # the header of every page leads there
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        pass  # a browser that leaves before a file is whole, is no error


@pytest.fixture
def project(tmp_path) -> Path:
    """A project of one's own, to make mistakes in."""
    return machine(tmp_path / "gids")


@pytest.fixture(scope="session")
def address(built) -> str:
    """Where the built guide can be visited."""
    handler = functools.partial(_Quiet, directory=str(built))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """A real Chromium, from the system."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Er is geen Chromium. Installeer het: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def desktop(browser):
    """A page in a window of 1280 by 900."""
    yield from _page(browser, {"width": 1280, "height": 900})


@pytest.fixture
def phone(browser):
    """A page on a phone of 390 wide, with touch."""
    yield from _page(browser, {"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def _page(browser, viewport, **options):
    context = browser.new_context(viewport=viewport, reduced_motion="reduce", locale="nl-BE", **options)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()
