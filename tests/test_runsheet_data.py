"""What a running order needs besides the selection."""

from __future__ import annotations

import json
from typing import Any

from macros.content.guide import Guide
from macros.model.practice import Method, Worksheet
from macros.publish.runsheet_data import runsheet_script


def handed(guide: Guide) -> dict[str, Any]:
    """What the script hands to the browser."""
    told: dict[str, Any] = json.loads(runsheet_script(guide).removeprefix("globalThis.RunsheetData=").rstrip(";\n"))
    return told


def test_a_method_brings_its_steps_its_materials_and_its_sheets(tiny: Guide) -> None:
    """A step in sentences, so that paper may take the first; all in plain words."""
    assert handed(tiny)["methods"]["m/lantaarngesprek"] == [
        [["Steek de lantaarn aan."], ["Vraag wat de ander ziet in het donker."], ["Zwijg, en luister."]],
        ["een lantaarn", "lucifers"],
        ["w/botenblad"],
    ]


def test_a_sheet_is_printed_for_whoever_fills_it_in(tiny: Guide) -> None:
    """One for each person, each group, or the whole team."""
    assert handed(tiny)["sheets"] == {"w/botenblad": "person", "w/koersblad": "group", "w/tijtabel": "person"}


def test_every_method_and_every_sheet_is_there(real: Guide) -> None:
    """In plain words, with sheets that are there."""
    data = handed(real)
    assert data["methods"].keys() == {f"m/{method.id}" for method in real.all(Method)}
    assert data["sheets"].keys() == {f"w/{sheet.id}" for sheet in real.all(Worksheet)}
    for key, (steps, materials, sheets) in data["methods"].items():
        assert all(step and all(step) for step in steps) and set(sheets) <= data["sheets"].keys(), key
        assert "](" not in json.dumps([steps, materials]), key
