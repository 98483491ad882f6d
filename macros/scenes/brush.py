"""What draws one part in one theme: in a page with classes, elsewhere with its colours written out."""

from __future__ import annotations

from collections.abc import Mapping

from macros.scenes.palette import PAINTS, ROLES, Theme
from macros.scenes.parts import Parts, Stroke

LINE, THIN = 1.8, 1.5
"""How wide a line is, and a finer one."""


class Brush:
    """Draws parts in one theme."""

    def __init__(self, parts: Parts, theme: Theme) -> None:
        self.parts, self.theme = parts, theme

    def part(self, name: str, colours: Mapping[str, str] | None = None) -> str:
        """One part. colours: by its role, what the scene colours."""
        return "".join(self._stroke(stroke, colours or {}) for stroke in self.parts[name])

    def filled(self, fill: str, tag: str, **drawn: str) -> str:
        """An element with a colour inside, and a line round it."""
        return self._stroke(Stroke(tag, fill, thin=False, free=False, bare=False, drawn=drawn), {})

    def bare(self, fill: str, path: str) -> str:
        """A path with a colour inside, and no line round it."""
        return self._stroke(Stroke("path", fill, thin=False, free=False, bare=True, drawn={"d": path}), {})

    def free(self, path: str) -> str:
        """A line on the bare paper."""
        return self._stroke(Stroke("path", "", thin=False, free=True, bare=False, drawn={"d": path}), {})

    def sleeve(self, outline: str, cloth: str, wide: float, colour: str) -> str:
        """An arm: a wide line in ink, and in it a narrower one of cloth."""
        around, within = number(wide + LINE), number(wide - LINE)
        if self.theme == "page":
            return (
                f'<path class="arm" stroke-width="{around}" d="{outline}"/>'
                f'<path class="arm cloth {colour}" stroke-width="{within}" d="{cloth}"/>'
            )
        paint = self.paint(colour)
        # The typesetter draws a line with a pattern in black.
        paint = "#fff" if paint.startswith("url") else paint
        arm = '<path fill="none" stroke-linecap="butt" '
        return (
            f'{arm}stroke-width="{around}" d="{outline}"/>{arm}stroke-width="{within}" stroke="{paint}" d="{cloth}"/>'
        )

    def paint(self, colour: str) -> str:
        """A colour in this theme, written out."""
        return str(getattr(PAINTS[colour], self.theme))

    def _stroke(self, stroke: Stroke, colours: Mapping[str, str]) -> str:
        fill = colours.get(stroke.fill, ROLES.get(stroke.fill, stroke.fill))
        manner = self._classes(stroke, fill) if self.theme == "page" else self._written(stroke, fill)
        drawn = "".join(f' {name}="{value}"' for name, value in stroke.drawn.items())
        return f"<{stroke.tag}{manner}{drawn}/>"

    @staticmethod
    def _classes(stroke: Stroke, fill: str) -> str:
        names = [fill] if fill else []
        names += [name for name in ("thin", "free", "bare") if getattr(stroke, name)]
        return f' class="{" ".join(names)}"' if names else ""

    def _written(self, stroke: Stroke, fill: str) -> str:
        said = f' fill="{self.paint(fill) if fill else "none"}"'
        if stroke.bare or stroke.free:
            said += f' stroke="{"none" if stroke.bare else self.paint("free")}"'
        return f'{said} stroke-width="{number(THIN)}"' if stroke.thin and "stroke-width" not in stroke.drawn else said


def number(value: float) -> str:
    """A number, as short as it can be written."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace("-0.", "-.").removeprefix("0") or "0"


def moved(art: str, *moves: str) -> str:
    """What was drawn, moved, mirrored or turned: `translate(3 0)`. Without any move, as it is."""
    said = " ".join(filter(None, moves))
    return f'<g transform="{said}">{art}</g>' if said else art
