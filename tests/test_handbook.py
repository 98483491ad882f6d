"""The end of a message: an address in the handbook, that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from places import ROOT

from macros.check.rules import RULES, WARNINGS, WRITING
from macros.content import handbook
from macros.content.handbook import fields_address, piece_address, rule_address
from macros.model.entry_types import BY_COLLECTION


def addresses() -> Iterator[str]:
    """Every address that a message can end with."""
    yield from (value for name, value in vars(handbook).items() if name.isupper() and not name.startswith("_"))
    yield from (rule_address(rule.slug) for rule in (*RULES, *WRITING, *WARNINGS))
    yield from (fields_address(f"content/{name}/x.yml") for name in BY_COLLECTION)
    yield from map(fields_address, ("content/site.yml", "content/search.yml", "docs/over/index.md"))
    yield from map(piece_address, ("scene", "dialogue", "meeting"))


@pytest.mark.parametrize("address", sorted(set(addresses())))
def test_a_message_ends_with_an_address_that_is_there(address: str) -> None:
    """A page of docs/handboek/, and on it a heading with that anchor; those of the rules come from the rules."""
    page, _, anchor = address.partition("#")
    name = page.removeprefix("handboek/").strip("/") or "index"
    text = (ROOT / "docs" / "handboek" / f"{name}.md").read_text(encoding="utf-8")
    if name == "regels":
        assert "{{ rule_list() }}" in text and anchor in {rule.slug for rule in (*RULES, *WRITING, *WARNINGS)}
    else:
        assert not anchor or re.search(rf"^#+ .*\{{ #{re.escape(anchor)} \}}$", text, re.MULTILINE), address
