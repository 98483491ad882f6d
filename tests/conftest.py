"""Golden files: what we promise to say, kept beside the test that checks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="aanvaard wat de tests nu tonen als wat we beloven")


@pytest.fixture
def accepting(request) -> bool:
    """Whether what is said now becomes what we promise."""
    return request.config.getoption("--accept")


@pytest.fixture
def golden(accepting) -> Callable[[str, Path], None]:
    """Compare a text with its golden file, or write that file when accepting."""

    def compare(text: str, file: Path) -> None:
        if accepting:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        promised = file.read_text(encoding="utf-8") if file.is_file() else ""
        assert text == promised, f"{file.relative_to(TESTS)} belooft iets anders. Is het nieuwe goed? make accept"

    return compare
