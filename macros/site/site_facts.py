"""What every page says of the site: who can be written to, which version it is, what shows where its link is pasted."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version

from macros.content.days import in_words
from macros.content.guide import Guide
from macros.site.news import last_day
from macros.site.pictures import PICTURES, drawn_pictures


def site_facts(guide: Guide) -> Mapping[str, object]:
    """By the names under which the parts of a page ask for them."""
    pictures = {**PICTURES, **{picture.name: picture for picture in drawn_pictures(guide).values()}}
    return {"contact": guide.site.contact, "pictures": pictures, "version": version_of(guide)}


def version_of(guide: Guide) -> str:
    """Which version of the guide this is: of its code, and the day of its last change."""
    day = last_day(guide)
    return version("sleutelbos") + (f", inhoud van {in_words(day)}" if day else "")
