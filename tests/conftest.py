"""What every test can ask for: the two guides, and golden files, which hold what we promise to say.

Code is tested on the make-believe guide (`tiny`). What must hold for the real guide, whatever an editor adds to
it, asks for `real`; such a test carries the mark `real` of itself, so that all of them can be run on a copy.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from places import ROOT, TESTS, TINY, copy_of_tiny

from macros.content.guide import Guide
from macros.content.problems import ContentError
from macros.live_guide import LiveGuide
from macros.open_guide import open_guide

SOUND = "tests/test_content.py::test_the_content_is_sound"
"""The one test that fails, and says why, when something is wrong with the real guide."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="aanvaard wat de tests nu tonen als wat we beloven")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "real: looks at the real guide, in content/ and docs/")
    config.addinivalue_line("markers", "long: takes over ten seconds of a core, and so begins among the first")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "real" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.real)
    # One who does the short ones waits at the end for no one who has just begun a long one.
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def tiny() -> Guide:
    """The make-believe guide, of a school in a lighthouse."""
    return open_guide(TINY / "content")


@pytest.fixture(scope="session")
def real() -> Guide:
    """The real guide. It is never opened while tests are collected: one mistake in it is one failed test.

    A mistake in docs/ counts as well, for what looks at its pages.
    """
    live = LiveGuide(ROOT)
    try:
        live.refresh()
    except ContentError:
        pytest.skip(f"de inhoud heeft een fout, zie {SOUND}")
    return live.guide


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the make-believe guide, to change."""
    return copy_of_tiny(tmp_path)


@pytest.fixture(params=["tiny", pytest.param("real", marks=pytest.mark.real)])
def guide(request: pytest.FixtureRequest) -> Guide:
    """One guide after the other, for what holds for any."""
    guide: Guide = request.getfixturevalue(request.param)
    return guide


@pytest.fixture
def accepting(request: pytest.FixtureRequest) -> bool:
    """Whether what is said now becomes what we promise."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def golden(accepting: bool) -> Callable[[str, Path], None]:
    """Compare a text with its golden file, or write that file when accepting."""

    def compare(text: str, file: Path) -> None:
        if accepting:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        promised = file.read_text(encoding="utf-8") if file.is_file() else ""
        assert text == promised, f"{file.relative_to(TESTS)} belooft iets anders. Is het nieuwe goed? make accept"

    return compare
