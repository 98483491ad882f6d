"""The day on which something was checked, published or withdrawn has been, and exists."""

from __future__ import annotations

from datetime import date

import pytest

from macros.content import days
from macros.content.days import fault_in_date_words, fault_in_day


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the first of March, in a year without a 29th of February."""
    monkeypatch.setattr(days, "today", lambda: date(2027, 3, 1))


@pytest.mark.parametrize("day", ["2027-03-01", "2027-03-02", "2024-02-29", "1999-12-31"])
def test_a_day_that_was_is_fine(day: str) -> None:
    """Tomorrow too: it has begun already for who lives far enough to the east."""
    assert fault_in_day(day) is None


@pytest.mark.parametrize(
    "day, telling",
    [
        ("2027-02-29", "Februari 2027 heeft 28 dagen"),
        ("2026-11-31", "November 2026 heeft 30 dagen"),
        ("2026-02-00", "Februari 2026 heeft 28 dagen"),
        ("2026-13-01", "twaalf maanden"),
        ("2026-00-10", "twaalf maanden"),
        ("0000-01-01", "jaar 0"),
        ("2027-03-03", "moet nog komen"),
        ("2062-11-22", "moet nog komen"),
        ("9999-12-31", "moet nog komen"),
        ("1026-11-22", "kan niet kloppen"),
        ("\u0662\u0660\u0662\u0666-11-22", "gewone cijfers"),
        ("\uff12\uff10\uff12\uff16-11-22", "gewone cijfers"),
    ],
)
def test_any_other_day_is_refused(day: str, telling: str) -> None:
    """With what is wrong, and with what would be right."""
    assert telling in " ".join(fault_in_day(day) or ())


@pytest.mark.parametrize("words", ["september 2023", "2027-2028", "Niet vermeld; 31 augustus 2018", "blz. 2940-2950"])
def test_a_date_in_words_may_say_little(words: str) -> None:
    """A document that says only its year has only that."""
    assert fault_in_date_words(words) is None


@pytest.mark.parametrize("words", ["maart 2072", "2026-02-31", "versie van 2062-01-01"])
def test_a_date_in_words_has_been(words: str) -> None:
    """But a year that is to come is a slip of the pen."""
    assert fault_in_date_words(words) is not None


def test_a_clock_that_stands_wrong_refuses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a battery says 1970; then every day would be to come."""
    monkeypatch.undo()

    class Stopped(date):
        @classmethod
        def today(cls) -> Stopped:
            return cls(1970, 1, 1)

    monkeypatch.setattr(days, "date", Stopped)

    assert fault_in_day("2026-11-25") is None
