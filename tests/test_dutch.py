"""Dutch for editors: small words that the answers in broken/ do not show."""

from __future__ import annotations

import pytest

from macros.content.messages import amount, enumerate_nl
from macros.content.problems import did_you_mean


@pytest.mark.parametrize(
    "words, said",
    [
        ([], ""),
        (["tip"], "tip"),
        (["tip", "sleutel"], "tip en sleutel"),
        (["tip", "sleutel", "rol"], "tip, sleutel en rol"),
    ],
)
def test_words_are_joined_the_dutch_way(words: list[str], said: str) -> None:
    """Commas, and one word before the last."""
    assert enumerate_nl(words) == said


@pytest.mark.parametrize(
    "number, said",
    [(0, "geen boten"), (1, "één boot"), (2, "twee boten"), (12, "twaalf boten"), (13, "13 boten"), (120, "120 boten")],
)
def test_things_are_counted_as_one_writes(number: int, said: str) -> None:
    """In words as long as these are short, and one is no several."""
    assert amount(number, "boot", "boten") == said


@pytest.mark.parametrize(
    "word, known, said",
    [
        ("vertrouwn", ["vertrouwen", "zwaaien"], "Bedoelde je 'vertrouwen'?"),
        ("VERTROUWEN", ["vertrouwen", "zwaaien"], "Bedoelde je 'vertrouwen'?"),
        ("soep", ["vertrouwen", "zwaaien"], "Dit kan wel: vertrouwen, zwaaien."),
        ("soep", [], "Er is er nog geen enkele."),
        (
            "soep",
            [f"s{number:02}" for number in range(1, 14)],
            "Dit kan wel: s01, s02, s03, s04, s05, s06, s07, s08, s09, s10, s11, s12, ….",
        ),
    ],
)
def test_a_word_is_helped_on(word: str, known: list[str], said: str) -> None:
    """The nearest word, else those there are, as long as they are few enough to read."""
    assert did_you_mean(word, known) == said
