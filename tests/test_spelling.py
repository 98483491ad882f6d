"""One spelling: the search data is written in the words that a browser compares (tests/js/spelling.test.js)."""

from __future__ import annotations

import json

import pytest
from places import TESTS

from macros.model.spelling import words

CASES = json.loads((TESTS / "spelling.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text, read", CASES.items(), ids=map(ascii, CASES))
def test_a_text_falls_into_the_words_of_search(text: str, read: list[str]) -> None:
    """The same as in a browser, and words stay what they are when they are read again."""
    assert words(text) == read
    assert words(" ".join(read)) == read


def test_a_letter_beyond_ascii_changes_no_other_word() -> None:
    """A text with one is read in another way, which every two signs come through the same."""
    signs = list(map(chr, range(128)))
    for text in (f"a{one}B{other}c 's" for one in signs for other in signs):
        assert words(f"{text} Ω") == [*words(text), "ω"], text
