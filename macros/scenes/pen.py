"""Draws a scene: the parts it names, each in its place. macros/model/scene.py says what it may hold."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from macros.model.scene import HEIGHT, WIDTH, AnyPart, Person, Scene
from macros.scenes.brush import LINE, Brush, moved, number
from macros.scenes.extent import Box
from macros.scenes.figures import figure
from macros.scenes.palette import COLOURS, PATTERNS, Theme
from macros.scenes.parts import Parts

_BACKS: Mapping[str, str] = {
    "dome": "M14 106V76a66 66 0 0 1 132 0v30z",
    "low": "M8 106c0-34 20-62 56-62 24 0 28-22 54-18 26 4 36 40 34 80z",
}
_GROUND = "M6 106h148"
_SIGN_AT: Mapping[str, tuple[int, float]] = {"bubble": (-3, 1), "bigbubble": (-4, 1), "smallbubble": (-2, 0.7)}
"""How much higher than the middle of a bubble its sign stands, and how large."""

_SVG = 'xmlns="http://www.w3.org/2000/svg"'


class Pen:
    """Draws scenes in one theme. It keeps the parts: one refresh of the site."""

    def __init__(self, theme: Theme = "page", parts: Parts | None = None) -> None:
        self._brush = Brush(parts or Parts(), theme)

    def whole(self, scene: Scene, *, decorative: bool = True, hatched: bool = False) -> str:
        """A whole scene as SVG.

        decorative: a title beside it says the same; else its text is read out. hatched: in a page, whether it brings
        along what hatches the scenes of that page on paper; one of them does.
        """
        back = self._brush.bare("back", _BACKS[scene.back]) if scene.back != "none" else ""
        art = (PATTERNS if hatched else "") + back + self._placed(scene)
        return self._svg(f"0 0 {WIDTH} {HEIGHT}", art, "" if decorative else scene.text)

    def small(self, scene: Scene, *, decorative: bool = True) -> str:
        """The square of a scene that its focus names, as SVG."""
        left, top, side = scene.focus.left, scene.focus.top, scene.focus.side
        back = self._brush.bare("back", f"M{left} {top}h{side}v{side}h-{side}z")
        return self._svg(
            f"{left} {top} {side} {side}",
            back + self._placed(scene, small=True),
            "" if decorative else scene.text,
            " scene--small",
        )

    def sample(self, part: AnyPart, box: Box) -> str:
        """One part by itself, and of its field what this box holds, with the width of a line round it."""
        left, top = number(box.left - LINE), number(box.top - LINE)
        wide, high = number(box.right - box.left + 2 * LINE), number(box.bottom - box.top + 2 * LINE)
        return self._svg(f"{left} {top} {wide} {high}", self._place(part), "")

    def _placed(self, scene: Scene, *, small: bool = False) -> str:
        parts = [shown for part in scene.parts if (shown := part.in_small())] if small else scene.parts
        # The ground is drawn last: it runs on under all feet.
        ground = self._brush.free(_GROUND) if scene.ground else ""
        return "".join(map(self._place, parts)) + ground

    def _place(self, part: AnyPart) -> str:
        art = figure(self._brush, part) if isinstance(part, Person) else self._thing(part)
        turn = f"rotate({part.turn})" if part.turn else ""
        size = part.scale / 100
        at = f"translate({part.x} {part.y})"
        if size == 1:
            return moved(art, at, turn)
        # Its lines stay as wide as those of the others.
        return moved(art, at, turn, f"scale({number(size)})").replace(
            "<g ", f'<g stroke-width="{number(LINE / size)}" ', 1
        )

    def _thing(self, thing: AnyPart) -> str:
        assert not isinstance(thing, Person)
        art = moved(self._brush.part(thing.part, {"main": COLOURS[thing.colour]}), "scale(-1 1)" if thing.flip else "")
        if thing.sign:
            lift, size = _SIGN_AT.get(thing.part, (0, 1))
            size *= thing.sign_scale / 100
            moves = (f"translate(0 {lift})" if lift else "", f"scale({number(size)})" if size != 1 else "")
            art += moved(self._brush.part(f"sign-{thing.sign}"), *moves)
        return art

    def _svg(self, box: str, art: str, said: str, more: str = "") -> str:
        """The SVG round a drawing. said: its text, for who cannot see it; nothing when that is told beside it."""
        told = f'role="img" aria-label="{escape(said)}"' if said else 'aria-hidden="true"'
        if self._brush.theme == "page":
            return f'<svg class="scene{more}" viewBox="{box}" {told}>{art}</svg>'
        lines = (
            f'stroke="{self._brush.paint("k")}" stroke-width="{LINE}" stroke-linecap="round" stroke-linejoin="round"'
        )
        patterns = PATTERNS if self._brush.theme == "print" else ""
        return f'<svg {_SVG} viewBox="{box}" {told}>{patterns}<g {lines}>{art}</g></svg>'
