"""What counts as a sentence that stands on its page twice, shown in the make-believe guide."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.check.said_twice import pages_say_it_once
from macros.open_guide import open_guide

KEY = "keys/s01.yml", "why: Wie op een boot staat"
"""Where a sentence comes to stand on the page of the tip „Zwaai naar de eerste boot”."""


def warned(root: Path, file: str, before: str, text: str) -> list[str]:
    """The places that are warned of when a text is put before another in a file."""
    path = root / "content" / file
    field, _, rest = before.partition(" ")
    path.write_text(path.read_text(encoding="utf-8").replace(before, f"{field} {text} {rest}"), encoding="utf-8")
    return [str(problem.place) for problem in pages_say_it_once(open_guide(root / "content"))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie gezien is, durft later aan te leggen.",
        "Later durf je aan te leggen, als je gezien bent.",
        "Ben je gezien? [Durf later](tip:bel-bij-mist) dan *aan te leggen*.",
        "Niets. Wie om zeven uur buiten staat, ziet de eerste boot.",
    ],
)
def test_a_sentence_is_known_in_other_words(root: Path, sentence: str) -> None:
    """Turned around, inflected otherwise or with a link in it, it says the same."""
    assert len(warned(root, *KEY, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Durf maar.",
        "Ouders en kinderen komen naar school.",
        "Wie later op zee gezien is, heeft wind en een zeil nodig.",
        "Wie een vlag ziet, vaart op tijd terug naar de kade.",
    ],
)
def test_a_sentence_that_says_something_else_is_left_alone(root: Path, sentence: str) -> None:
    """A few words in common, or words that any page has, are no reason to warn."""
    assert warned(root, *KEY, sentence) == []


def test_a_page_is_also_that_of_a_situation(root: Path) -> None:
    """It shows its tips in full, wherever they live."""
    found = warned(root, "situations/niemand-komt-aan-wal.yml", "answer:", "Wie gezien is, durft later aan te leggen.")

    assert [place.partition(":")[0] for place in found] == ["content/situations/niemand-komt-aan-wal.yml"]
