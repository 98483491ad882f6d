"""The macros are a public API: each one is explained, with examples that work in the real guide."""

from __future__ import annotations

import re

import pytest

from macros.content.guide import Guide
from macros.model.entry_types import BY_NOUN
from macros.pages.entry_pages import ENTRY_MACROS, OWN_MACROS
from macros.pages.handbook import examples_of
from macros.pages.macro_calls import MACROS, bound_macros, fill
from macros.pages.render import Renderer

OF_THE_HOUSE = {"shelf", "block_list", "field_list", "noun_list", "rule_list", "icon_list", "macro_list", "upkeep"}
OF_THE_HOUSE |= {"scene_source", "scene_parts", "scene_fields", "talk_fields", "worksheet_example", "measured"}
OF_THE_HOUSE |= {"selfscan", "week_tips"}
OF_THE_HOUSE |= {"rehearsal", "rehearsals"}
"""Macros that only our own overviews and handbook use."""
DERIVED = {macro.__name__ for macro in ENTRY_MACROS} - set(OWN_MACROS)
"""The macros of types that need nothing of their own: they have no docstring of their own either, so no example."""
EXAMPLES = [(name, call) for name, macro in MACROS.items() for call in examples_of(macro)]


def test_every_macro_is_explained() -> None:
    """An editor finds for each macro what it does and how to write it."""
    assert [name for name, macro in MACROS.items() if not macro.__doc__] == []
    assert set(MACROS) - OF_THE_HOUSE - DERIVED == {name for name, _ in EXAMPLES}


@pytest.mark.parametrize("name, call", EXAMPLES, ids=[call for _, call in EXAMPLES])
def test_an_example_works(real: Guide, name: str, call: str) -> None:
    """What the handbook shows, can be copied: editors try the examples in the real guide."""
    assert call.startswith(f"{name}(")
    assert fill(f"{{{{ {call} }}}}", bound_macros(Renderer(real))).strip()


def test_the_handbook_knows_every_noun(tiny: Guide) -> None:
    """Whoever names an entry in a text, finds the word for it, and its folder."""
    said = bound_macros(Renderer(tiny))["noun_list"]()
    rows = re.findall(r"^\| `(\w+)` \| .*\(`(\w+)`\) \|$", said, re.MULTILINE)

    assert dict(rows) == {noun: entry_type.collection for noun, entry_type in BY_NOUN.items()}
