"""The colours of a scene: their names in parts.svg and in the content, and what each is in every theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Theme = Literal["page", "light", "dark", "print"]
"""page: colours as classes, for a page with docs/assets/scene/scene.css. light, dark: for a picture, a PDF. print: for
paper, in black and white with hatching: an open door to every copier. A typesetter knows no CSS variables."""


@dataclass(frozen=True)
class Paint:
    """One colour, in every theme in which it is written out."""

    light: str
    dark: str
    print: str


PAINTS: Mapping[str, Paint] = {
    "a": Paint("#4f979f", "#4f979f", "url(#sc-hatch)"),
    "a2": Paint("#b5d6d5", "#8fbcbd", "#fff"),
    "c": Paint("#14606b", "#1d7480", "url(#sc-dense)"),
    "b": Paint("#eebb5c", "#dfae55", "url(#sc-dots)"),
    "b2": Paint("#fbe6bd", "#e6d1a6", "#fff"),
    "w": Paint("#fffdf9", "#ede5d8", "#fff"),
    "k": Paint("#29241f", "#12100e", "#000"),
    "back": Paint("#e4efed", "#24403f", "none"),
    "free": Paint("#29241f", "#f0e9dd", "#000"),
    "s1": Paint("#f6d9c0", "#e9cbb1", "#fff"),
    "s2": Paint("#e0ae86", "#d3a27b", "#fff"),
    "s3": Paint("#b57a52", "#b57a52", "#fff"),
    "s4": Paint("#7f5138", "#8a5a40", "#fff"),
    "h1": Paint("#29241f", "#4f453c", "#000"),
    "h2": Paint("#6e4a33", "#7d573e", "url(#sc-dense)"),
    "h3": Paint("#b9b2a8", "#b9b2a8", "#fff"),
    "h4": Paint("#d9a04a", "#cf9a4b", "url(#sc-dots)"),
}
"""By the name it has in parts.svg. k: the line round everything; free: a line on the bare paper."""

ROLES: Mapping[str, str] = {
    "main": "a2", "glow": "b2", "leaf": "a", "wood": "h2", "top": "a", "leg": "c", "shoe": "h1", "skin": "s2",
    "hair": "h1", "veil": "b",
}  # fmt: skip
"""What parts.svg leaves to a scene to colour, with the colour when the scene does not say."""

COLOURS: Mapping[str, str] = {
    "petrol": "a", "petrol-light": "a2", "petrol-dark": "c", "amber": "b", "amber-light": "b2", "paper": "w",
}  # fmt: skip
SKINS: Mapping[str, str] = {"light": "s1", "tan": "s2", "brown": "s3", "dark": "s4"}
HAIRS: Mapping[str, str] = {"black": "h1", "brown": "h2", "grey": "h3", "blond": "h4"}

PATTERNS = (
    '<defs stroke="none">'
    '<pattern id="sc-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0h4v4H0z" fill="#fff"/><path d="M0 0v4" stroke="#000" stroke-width="1.4"/></pattern>'
    '<pattern id="sc-dense" width="2.6" height="2.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0h3v3H0z" fill="#fff"/><path d="M0 0v2.6" stroke="#000" stroke-width="2.4"/></pattern>'
    '<pattern id="sc-dots" width="4.5" height="4.5" patternUnits="userSpaceOnUse">'
    '<path d="M0 0h5v5H0z" fill="#fff"/><circle cx="2" cy="2" r=".8" fill="#000"/></pattern></defs>'
)
"""The hatching of the theme for paper."""
