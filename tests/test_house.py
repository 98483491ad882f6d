"""The house itself: the map on its door is true, and data walks downstairs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import macros

HOUSE = Path(macros.__file__).parent
ROOMS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(HOUSE.glob("*.py"))}
MOST_LINES = 400


def floors() -> dict[str, int]:
    """The floor of each room, as the map in the docstring of macros/__init__.py draws it: a number, rooms, what for."""
    rows = [re.split(r" {2,}", line.strip()) for line in (macros.__doc__ or "").splitlines() if re.match(r" {4}\d", line)]
    return {room: int(floor) for floor, *rooms, _ in rows for room in rooms}


FLOORS = floors()
TOP = max(FLOORS.values())


def imported(text: str) -> set[str]:
    """Every module that a room imports, at the top or anywhere inside."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = f"macros.{node.module or ''}".rstrip(".") if node.level else node.module or ""
            found |= {f"{module}.{alias.name}" for alias in node.names} if module == "macros" else {module}
    return found


USES = {room: {module.split(".")[1] for module in imported(text) if module.startswith("macros.")} for room, text in ROOMS.items()}


def test_the_map_shows_every_room():
    """Who stands at the door sees which rooms there are, and no others."""
    assert set(FLOORS) == set(ROOMS), "The map in macros/__init__.py and the files in macros/ differ."


def test_a_room_uses_only_the_floors_below():
    """Data walks downstairs: nothing needs to know what is made of it."""
    climbing = [f"{room}, on floor {FLOORS[room]}, uses {used}, on floor {FLOORS[used]}" for room in USES for used in sorted(USES[room]) if FLOORS[used] >= FLOORS[room]]

    assert climbing == []


def test_no_one_walks_in_circles():
    """Every room can be read after the rooms that it uses."""
    try:
        order = list(TopologicalSorter(USES).static_order())
    except CycleError as error:
        order = []
        circle = " uses ".join(reversed(error.args[1]))
    assert order, circle


def test_only_the_top_floor_knows_mkdocs():
    """The guide outlives its engine: under the roof, no one has heard of it."""
    knowing = [room for room, text in ROOMS.items() if any(re.match(r"(mkdocs|material)\w*(\.|$)", module) for module in imported(text))]

    assert [f"{room}, on floor {FLOORS[room]}, knows MkDocs" for room in knowing if FLOORS[room] < TOP] == []


def test_what_is_below_the_roof_runs_without_mkdocs():
    """Nor does anything that these rooms use bring MkDocs in by the back door."""
    assert "mkdocs" not in _loaded_by(room for room in ROOMS if FLOORS[room] < TOP)


def test_the_front_door_opens_without_templates():
    """Checking the content is quick because it loads nothing that only a page needs."""
    assert not {"jinja2", "mkdocs"} & _loaded_by(["reading"])


def test_every_room_can_be_overseen():
    """A room that grows past this wants to be two."""
    assert [f"{room} has {lines} lines" for room, text in ROOMS.items() if (lines := len(text.splitlines())) > MOST_LINES] == []


def _loaded_by(rooms) -> set[str]:
    """The packages that are loaded once these rooms are, seen in a fresh Python."""
    imports = "\n".join(f"import macros.{room}" for room in rooms)
    done = subprocess.run([sys.executable, "-c", f"{imports}\nimport sys\nprint(*sys.modules)"], cwd=HOUSE.parent, capture_output=True, text=True, check=True)
    return {module.split(".")[0] for module in done.stdout.split()}
