"""The pictures on cards for who reads little: our icons, by the Dutch words that an editor knows them by.

To add one: an SVG in macros/site/icons/, its word in `Pictogram`, and the two together here.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.model.worksheet_drawings import Pictogram
from macros.site.icons import Icons

ICONS: Mapping[Pictogram, str] = {
    "adem": "breath",
    "bed": "bed",
    "bezem": "broom",
    "blokken": "toys",
    "boek": "reading",
    "bord": "plate",
    "foto": "photo",
    "gezicht": "smile",
    "hand": "hand",
    "klok": "clock",
    "letters": "letters",
    "lijst": "list",
    "mand": "basket",
    "oog": "eye",
    "oor": "listening",
    "pot": "pot",
    "sok": "sock",
    "ster": "core",
    "weg": "path",
    "zeg": "speech",
    "zon": "sun",
}

_INK = "#29241f"
"""As the drawings of a sheet: the typesetter knows no colour of ours within one."""


class Pictograms:
    """The pictures as SVG for a sheet. Each is read once for as long as this lives: one refresh of the site."""

    def __init__(self) -> None:
        self._icons = Icons()

    def svg(self, name: Pictogram) -> Markup:
        """One picture. A screen reader passes it on the page; a PDF wants a word for each drawing."""
        icon = self._icons.svg(ICONS[name]).replace(' xmlns="http://www.w3.org/2000/svg"', "")
        drawn = icon.replace('class="icon"', 'class="w-pictogram" focusable="false"').replace("currentColor", _INK)
        return Markup(drawn.replace(">", f"><title>{name}</title>", 1))
