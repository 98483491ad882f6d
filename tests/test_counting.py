"""No text of ours says how many there are of what an editor can add: with one more, it would no longer be true.

Ours is what the code says beside the entries themselves: the templates, the words of the model, the macros, the rules
and the scripts. A template counts with `amount`. A page in docs/ is an editor's, who may count what is there.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT

from macros.check.rules import RULES
from macros.content.guide import Guide
from macros.content.messages import amount
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.pages.macro_calls import MACROS

CALLED: dict[str, tuple[str, ...]] = {
    "recommendations": ("aanbevelingen", "dingen"),
    "keys": ("sleutels", "houdingen"),
    "sources": ("bronnen", "documenten"),
    "worksheets": ("werkbladen", "bladen"),
    "cases": ("verhalen", "praktijkverhalen"),
    "sections": ("secties", "onderdelen"),
}
"""By collection, what a reader calls several of them besides its heading."""


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Everything in the code that a reader or an editor sees, each with where it stands."""
    for folder, endings in (("macros", {".jinja"}), ("overrides", {".html"}), ("docs/assets", {".js", ".css", ".svg"})):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in endings and "vendor" not in path.parts:
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
    yield "mkdocs.yml", (root / "mkdocs.yml").read_text(encoding="utf-8")
    for entry_type in ENTRY_TYPES:
        words = (entry_type.heading, entry_type.menu, entry_type.intro, entry_type.handbook_text)
        fields = (shape.description for shape in entry_type.shapes.values())
        notes = (note for facet in entry_type.facets for note in (facet.label, facet.note))
        yield f"{entry_type.__name__} in macros/model/", "\n".join((*words, *fields, *notes))
    for name, macro in MACROS.items():
        yield f"the macro {name}", inspect.getdoc(macro) or ""
    for rule in RULES:
        yield f"the rule {rule.name}", rule.sentence


def counted(text: str, number: int, entry_type: type[Entry]) -> list[str]:
    """Where a text says that there are so many of one type, in words or in figures, with a word between or none."""
    called = {entry_type.heading.lower(), *CALLED.get(entry_type.collection, ())}
    said = "|".join({amount(number, "", "").strip(), str(number)})
    pattern = rf"(?<![\w.,:-])(?:{said})\s+(?:[\w-]+\s+)?\[?(?:{'|'.join(map(re.escape, called))})\b"
    return re.findall(pattern, text, re.IGNORECASE)


@pytest.mark.parametrize("entry_type", ENTRY_TYPES, ids=lambda entry_type: entry_type.collection)
def test_no_text_counts_what_an_editor_can_add(real: Guide, entry_type: type[Entry]) -> None:
    """Whatever says how many there are today, is wrong tomorrow."""
    number = len(real.all(entry_type))
    wrong = [f"{place}: {said}" for place, text in texts(ROOT) for said in counted(text, number, entry_type)]

    assert number < 2 or wrong == [], "\n".join(
        ["Dit telt zelf, en klopt niet meer zodra er een bij komt. Noem het zonder getal:", *wrong]
    )


@pytest.mark.parametrize(
    "text, number, collection",
    [
        ("De vijf aanbevelingen van de leidraad", 5, "recommendations"),
        ("Twaalf sleutels", 12, "keys"),
        ("met 12 sleutels.", 12, "keys"),
        ("De vier andere bronnen", 4, "sources"),
        ("steunt op vijf documenten", 5, "sources"),
        ("De twaalf [sleutels](../sleutels/index.md)", 12, "keys"),
    ],
)
def test_a_text_that_counts_is_seen(text: str, number: int, collection: str) -> None:
    """In words or in figures, at the start of a sentence, around a link."""
    [entry_type] = [one for one in ENTRY_TYPES if one.collection == collection]

    assert counted(text, number, entry_type)
    assert not counted(text, number + 1, entry_type)


def test_the_words_of_the_model_hold_for_any_guide() -> None:
    """The make-believe guide has two keys: its overviews do not say that there are twelve."""
    words = " ".join(entry_type.heading + entry_type.intro for entry_type in ENTRY_TYPES)

    assert not re.search(r"\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d+)\b", words, re.IGNORECASE)
