"""The macros are a public API: each one is explained, with examples that work in the real guide."""

from __future__ import annotations

import pytest

from macros.content.guide import Guide
from macros.pages.handbook import examples_of
from macros.pages.macro_calls import MACROS, bound_macros, fill
from macros.pages.render import Renderer

OF_THE_HOUSE = {"shelf", "block_list", "field_list", "rule_list", "macro_list", "upkeep"}
"""Macros that only our own overviews and handbook use."""
EXAMPLES = [(name, call) for name, macro in MACROS.items() for call in examples_of(macro)]


def test_every_macro_is_explained() -> None:
    """An editor finds for each macro what it does and how to write it."""
    assert [name for name, macro in MACROS.items() if not macro.__doc__] == []
    assert set(MACROS) - OF_THE_HOUSE == {name for name, _ in EXAMPLES}


@pytest.mark.parametrize("name, call", EXAMPLES, ids=[call for _, call in EXAMPLES])
def test_an_example_works(real: Guide, name: str, call: str) -> None:
    """What the handbook shows, can be copied: editors try the examples in the real guide."""
    assert call.startswith(f"{name}(")
    assert fill(f"{{{{ {call} }}}}", bound_macros(Renderer(real))).strip()
