"""A value that a field cannot hold, as the field would have it: a day turned around, a number in words, a list.

Only what leaves no doubt is written anew; for the rest an editor reads what the field is for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.content.days import MONTHS
from macros.model.fields import Prose
from macros.model.record import FieldShape, Record
from macros.model.slugs import slug_of

_NUMBERS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_YES, _NO = ("ja", "j", "waar", "wel", "x", "ok"), ("nee", "neen", "n", "onwaar", "niet", "geen")

_PLAIN = re.compile(r"[^\s\[\]{},:#&*!|>'\"%@`?-][^\[\]{},:#\n]*")
"""A text that needs no quotation marks, also between brackets."""

_BETWEEN = re.compile(r"\s*[,;|]\s*")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2}|[a-z]+)[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.-]*[0-9]")
_RANGE = re.compile(r"\D*(?P<first>\d+)(?:\s*(?P<and>-|–|en|tot|tot en met|t/m)\s*(?P<last>\d+))?\D*")


def meant(kind: str, given: object, shape: FieldShape | None) -> str | None:
    """What an editor most likely meant. kind: the type of pydantic's error; shape: of the field. None when unsure."""
    if shape is None:
        return None
    if isinstance(given, list) and kind in ("string_type", "literal_error", "bool_type", "int_type"):
        return _only(given)
    if kind == "too_short" and isinstance(given, list) and len(given) == 1 and not shape.records:
        parts = re.split(r"\s*[;|]\s*", str(given[0]))
        return f"[{', '.join(parts)}]" if len(parts) > 1 and all(map(_PLAIN.fullmatch, parts)) else None
    if not isinstance(given, str) or len(given) > 200:
        return None
    text = given.strip()
    if kind == "bool_parsing":
        return "yes" if text.lower() in _YES else "no" if text.lower() in _NO else None
    if kind == "int_parsing":
        return _number(text)
    if kind == "tuple_type":
        return _as_list(text, shape)
    if kind in ("model_type", "model_attributes_type") and len(shape.records) == 1:
        return _as_record(text, shape.records[0], dash=shape.many)
    return None


def meant_pattern(pattern: str, given: object) -> str | None:
    """The same for a text that does not fit the pattern of its field: a day, a number of pages, a mail address."""
    if not isinstance(given, str) or len(given) > 200:
        return None
    text = given.strip()
    if "never" in pattern:
        found: str | None = "never" if text.lower() in ("nooit", "nog niet", "nee", "neen") else _day(text.lower())
    elif "@" in pattern:
        mails = _MAIL.findall(re.sub(r"\s*[(\[]?\bat\b[)\]]?\s*", "@", text))
        found = mails[0] if len(mails) == 1 else None
    elif pattern.startswith(r"^\+?[0-9]"):
        phones = _PHONE.findall(text)
        found = phones[0] if len(phones) == 1 and len(phones[0]) > 7 else None
    elif pattern.startswith(r"^\d+"):
        found = _pages(text)
    else:
        return None
    return found if found and re.search(pattern, found) else None


def _pages(text: str) -> str | None:
    """A page, or a range of pages: p. 15, 14 en 15. Two pages apart are no range."""
    pages = _RANGE.fullmatch(text)
    if not pages or (pages["and"] == "en" and int(pages["last"]) != int(pages["first"]) + 1):
        return None
    return "-".join(filter(None, (pages["first"], pages["last"])))


def _number(text: str) -> str | None:
    """A number in words, or with something behind it: drie, 3 lijnen."""
    figures = re.fullmatch(r"(\d{1,6})(?:\.|\.0|\s[a-z ]+)?", text.lower())
    word = slug_of(text)
    return figures[1] if figures else str(_NUMBERS.index(word)) if word in _NUMBERS else None


def _only(given: list[object]) -> str | None:
    """The one value in a list, where no list belongs."""
    value = given[0] if len(given) == 1 else None
    return value if isinstance(value, str) and _PLAIN.fullmatch(value) else None


def _as_list(text: str, shape: FieldShape) -> str | None:
    """One line of values as a list between brackets. In a text a comma may just be a comma."""
    bare = re.sub(r"^-\s*|^\((.*)\)$", r"\1", text)
    if shape.records or re.search(r"\s-\s|\n", bare):
        return None
    parts = [bare] if isinstance(shape.mark, Prose) else [part for part in _BETWEEN.split(bare) if part]
    if not parts or (shape.choices and any(part not in shape.choices for part in parts)):
        return None
    return f"[{', '.join(part if _PLAIN.fullmatch(part) else _quoted(part) for part in parts)}]"


def _as_record(text: str, record: type[Record], *, dash: bool) -> str | None:
    """A text as the one field that a record needs: `practice` is `{kind: practice}`, a point of a list its title."""
    needed: Mapping[str, FieldShape] = {name: shape for name, shape in record.shapes.items() if shape.required}
    if len(needed) != 1:
        return None
    name, shape = next(iter(needed.items()))
    if shape.records or shape.many or (shape.choices and text not in shape.choices):
        return None
    value = text if _PLAIN.fullmatch(text) else _quoted(text)
    return f"- {name}: {value}" if dash else f"{{{name}: {value}}}"


def _quoted(text: str) -> str:
    return f'"{text}"' if '"' not in text and "\\" not in text else f"'{text.replace(chr(39), chr(39) * 2)}'"


def _day(text: str) -> str | None:
    """A day as 2026-11-22, however someone wrote it."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    if month.isalpha():
        named = [number for number, name in enumerate(MONTHS, 1) if len(month) > 2 and name.startswith(month)]
        month = str(named[0]) if len(named) == 1 else "0"
    return f"{year}-{int(month):02}-{int(day):02}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None
