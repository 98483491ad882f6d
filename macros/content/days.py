"""Days as editors write them, 2026-11-22, and which day it is today."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_IN_WORDS = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")
_YEAR = re.compile(r"(?<![\w-])(?:19|2\d)\d{2}(?![\w-])")

BEGUN = date(2026, 11, 25)
"""The day of the first addresses. A clock that says less stands wrong, and would call every day a day to come."""

_OLDEST = 1990
"""No one opened a website before."""

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def today() -> date:
    """The day it is. Whoever asks, asks here, so that a test can say which day that is."""
    return max(date.today(), BEGUN)


def in_words(day: str) -> str:
    """A day as one writes it in a sentence: 25 november 2026."""
    found = date.fromisoformat(day)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def fault_in_day(text: str) -> tuple[str, str] | None:
    """Why something cannot have happened on a day like 2026-11-22, and what would help; None when it can."""
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        return f"De dag '{text[:40]}' bestaat niet.", _hint_for(text)
    # Elsewhere on earth, whoever wrote it may be a day ahead.
    if day > today() + timedelta(days=1):
        return f"De dag {text} moet nog komen.", "Schrijf de dag waarop het gebeurde, hoogstens die van vandaag."
    if day.year < _OLDEST:
        return f"Het jaar {day.year} kan niet kloppen.", "Schrijf de dag waarop het gebeurde, zoals 2026-11-22."
    return None


def fault_in_date_words(text: str) -> tuple[str, str] | None:
    """The same for a date in words, such as september 2023: a day in it exists, a year in it has begun."""
    for found in _DAY_IN_WORDS.finditer(text):
        if wrong := fault_in_day(found[0]):
            return wrong
    for found in _YEAR.finditer(text):
        if int(found[0]) > today().year + 1:
            return f"Het jaar {found[0]} moet nog komen.", "Schrijf het jaar dat het document zelf noemt."
    return None


def _hint_for(text: str) -> str:
    """What would help when there is no such day."""
    order = "eerst het jaar, dan de maand, dan de dag, zoals 2026-11-22"
    if not DAY.fullmatch(text):
        return f"Gebruik gewone cijfers: {order}."
    year, month = int(text[:4]), int(text[5:7])
    if not year:
        return f"Een jaar 0 was er niet: {order}."
    if not 1 <= month <= 12:
        return f"Er zijn twaalf maanden: {order}."
    return f"{MONTHS[month - 1].capitalize()} {year} heeft {monthrange(year, month)[1]} dagen."
