"""Two sites in a real browser.

The real guide, for what holds whatever it says; the tiny guide, for what the code does.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import LONG, chromium, opened
from foreign import litter
from machine import build, keep, machine, run
from places import ROOT
from playwright.sync_api import Browser, Dialog, Page, expect
from sites import HARBOUR, OpenWindow, once, served

from macros.content.guide import Guide

BUILDS = "tests/built/test_building.py::test_the_guide_is_built"
expect.set_options(timeout=LONG)


@pytest.fixture(scope="session")
def real_build(
    real: Guide, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[Path, str]:
    """The folder of the real guide, and what a strict build had against it."""
    return once(request, tmp_path_factory, "site", lambda folder: build(ROOT, folder))


@pytest.fixture(scope="session")
def built(real_build: tuple[Path, str]) -> Path:
    """The folder of the real guide, after a strict build."""
    folder, wrong = real_build
    if wrong:
        pytest.skip(f"de gids is niet gebouwd, zie {BUILDS}")
    return folder


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the real guide can be visited."""
    with served(built, built / "404.html") as address:
        yield address


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of the tiny guide, built strictly, for a place below a path."""

    def make(folder: Path) -> str:
        project = machine(folder / "project")
        litter(project / "docs" / "over")
        wrong = build(project, folder / "www" / "gids", SITE_URL=HARBOUR)
        keep(project)
        return wrong

    folder, wrong = once(request, tmp_path_factory, "haven", make)
    assert wrong == "", wrong
    return folder / "www" / "gids"


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of the tiny guide as `make offline` builds it: to open without a server, with no address elsewhere."""

    def make(folder: Path) -> str:
        return build(machine(folder / "project"), folder / "offline", "--no-directory-urls")

    folder, wrong = once(request, tmp_path_factory, "schijf", make)
    assert wrong == "", wrong
    return folder / "offline"


@pytest.fixture(scope="session")
def harbour_address(harbour: Path) -> Iterator[str]:
    """Where the tiny guide can be visited: below /gids/."""
    with served(harbour.parent, harbour / "404.html") as address:
        yield f"{address}gids/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, to make mistakes in."""
    return machine(tmp_path / "gids")


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A project with a site that stands. Built once; whoever changes it, changes a copy."""

    def make(folder: Path) -> str:
        built = run(machine(folder / "gids"), "macros", "site")
        return built.stdout + built.stderr if built.returncode else ""

    folder, wrong = once(request, tmp_path_factory, "goed", make)
    assert wrong == "", wrong
    return folder / "gids"


@pytest.fixture
def standing(good: Path, tmp_path: Path) -> Path:
    """A project of one's own, with a site that stands."""
    return shutil.copytree(good, tmp_path / "gids")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, from the system."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def windows(browser: Browser) -> Iterator[OpenWindow]:
    """Opens windows, that close when the test ends."""
    with opened(browser) as windows:
        yield windows


@pytest.fixture
def desktop(windows: OpenWindow) -> Page:
    """A page in a window of 1280 by 900."""
    return windows()


@pytest.fixture
def phone(windows: OpenWindow) -> Page:
    """A page on a phone of 390 wide, with touch."""
    return windows(390, 844, has_touch=True, is_mobile=True)


@pytest.fixture
def tab(windows: OpenWindow) -> Iterator[Page]:
    """A tab whose scripts make no fault, and that says yes to what it asks."""
    faults: list[str] = []
    page = watched(windows(), faults)
    yield page
    assert faults == []


@pytest.fixture
def other(tab: Page) -> Iterator[Page]:
    """Another tab of the same browser."""
    faults: list[str] = []
    yield watched(tab.context.new_page(), faults)
    assert faults == []


def watched(page: Page, faults: list[str]) -> Page:
    """A page that notes its faults."""
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", Dialog.accept)
    return page
