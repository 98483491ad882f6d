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
        ("s1", ["s01", "s10", "s11", "s12"], "Bedoelde je 's01'?"),
        ("s011", ["s01", "s10", "s11", "s12"], "Bedoelde je 's11'?"),
        ("s13", ["s01", "s12"], "Dit kan wel: s01, s12."),
        ("a1.2", ["a1-1", "a1-2"], "Bedoelde je 'a1-2'?"),
        ("tip:Vertrouwen.yml", ["vertrouwen"], "Bedoelde je 'vertrouwen'?"),
        ("tips/vertrouwen", ["vertrouwen"], "Bedoelde je 'vertrouwen'?"),
        ("soep", [], "Er is er nog geen enkele."),
        (
            "soep",
            [f"s{number:02}" for number in range(1, 33)],
            f"Dit kan wel: {', '.join(f's{number:02}' for number in range(1, 31))}, ….",
        ),
    ],
)
def test_a_word_is_helped_on(word: str, known: list[str], said: str) -> None:
    """The nearest word, else those there are, as long as they are few enough to read."""
    assert did_you_mean(word, known) == said
