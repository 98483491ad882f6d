"""What a running order needs besides the selection, as a script: a page on a disk may run that, and may not fetch."""

from __future__ import annotations

import json

from macros.content.guide import Guide
from macros.content.sentences import sentences
from macros.model.practice import Method, Worksheet
from macros.site.urls import permalink_of, plain_text


def runsheet_script(guide: Guide) -> str:
    """The JavaScript file with what a meeting needs of each method, and for how many each worksheet is printed.

    A method is its steps, its materials and the keys of its worksheets. A step is its sentences: on paper, the first
    one stands for it.
    """
    data = {
        "methods": {_key(method): _needed(guide, method) for method in guide.all(Method)},
        "sheets": {_key(sheet): _printed(sheet) for sheet in guide.all(Worksheet)},
    }
    return f"globalThis.RunsheetData={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _needed(guide: Guide, method: Method) -> list[list[list[str]] | list[str]]:
    steps = [sentences(plain_text(guide, step)) for step in method.steps]
    materials = [plain_text(guide, thing).rstrip(".") for thing in method.materials]
    return [steps, materials, [_key(guide.get(Worksheet, id)) for id in method.worksheets]]


def _printed(sheet: Worksheet) -> str:
    """One for each person, unless a team or a group fills it in together."""
    if "alleen" in sheet.group:
        return "person"
    if "in een groepje" in sheet.group:
        return "group"
    return "team" if "met het hele team" in sheet.group else "person"


def _key(entry: Method | Worksheet) -> str:
    return permalink_of(entry).rstrip("/")
