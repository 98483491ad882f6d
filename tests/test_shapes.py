"""Which pages show all that pages are built of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from shapes import of_every_shape

PLAIN = '<main><h1>Kop</h1><p class="a">Tekst <a href="x/">link</a></p></main>'


def chosen(folder: Path, pages: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The names of the pages that show every element, and of those that show in what it stands."""
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    elements, others = of_every_shape(folder / f"{name}.html" for name in pages)
    return [page.stem for page in elements], [page.stem for page in others]


def test_pages_that_differ_in_words_are_one(tmp_path: Path) -> None:
    """Nor does it count how often something stands there, or what a drawing shows."""
    other = PLAIN.replace("Kop", "Een andere kop").replace("</p>", ' en <a href="y/">nog een</a></p>')

    assert chosen(tmp_path, {"een": PLAIN, "twee": other}) == (["een"], [])
    drawn = PLAIN + "<svg><path d='M0'/></svg>", PLAIN + "<svg><g><path d='M1'/></g></svg>"
    assert chosen(tmp_path, {"een": drawn[0], "twee": drawn[1]}) == (["een"], [])


@pytest.mark.parametrize(
    "before, after",
    [('class="a"', 'class="b"'), ('href="x/"', 'href="x/" tabindex="-1"'), ('href="x/"', 'href=""'), ("h1", "h2")],
)
def test_another_element_is_looked_at(tmp_path: Path, before: str, after: str) -> None:
    """Whatever makes it another one."""
    elements, others = chosen(tmp_path, {"een": PLAIN, "twee": PLAIN.replace(before, after)})

    assert (sorted(elements), others) == (["een", "twee"], [])


@pytest.mark.parametrize(
    "before, after",
    [
        (">link<", "><"),
        ('Tekst <a href="x/">link</a>', 'Tekst <a href="x/"><b>link</b></a>'),
        ("<main>", "<main><h2>Eerst</h2>"),
    ],
)
def test_an_element_that_stands_elsewhere_is_looked_at(tmp_path: Path, before: str, after: str) -> None:
    """In another element, with something else in it or nothing, or after another heading."""
    whole = f"<article><b>vet</b><h2>Kop</h2></article>{PLAIN}"
    elements, others = chosen(tmp_path, {"een": whole, "twee": whole.replace(before, after)})

    assert sorted(elements + others) == ["een", "twee"]
