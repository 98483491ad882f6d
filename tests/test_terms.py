"""The first use of a word of the glossary on a page becomes a link, and nothing else does."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.content.guide import Guide
from macros.model.entry_types import BY_COLLECTION
from macros.model.reference import Term
from macros.model.settings import Site
from macros.site.terms import link_terms, unused

WORDS: dict[str, dict[str, Any]] = {
    "clb": {
        "title": "CLB",
        "summary": "Helpt „gezinnen” en *scholen*.",
        "synonyms": ("centrum voor leerlingenbegeleiding",),
        "forms": ("CLB's",),
    },
    "eb": {"title": "Eb", "summary": "Laag water."},
    "ouders": {"title": "Ouders", "summary": "Wie opvoedt.", "link": False},
    "pact": {"title": "PACT", "summary": "Een project."},
    "rode-streep": {"title": "Rode streep", "summary": "Een lijn.", "synonyms": ("streep",)},
    "stille-ouders": {"title": "Stille ouders", "summary": "Wie je weinig hoort."},
    "streepje": {"title": "Streepje licht", "summary": "Hoop.", "synonyms": ("rode streep licht",)},
}
CASES = {
    "the first use only": ("Het CLB helpt. Bel het CLB.", "Het <CLB> helpt. Bel het CLB."),
    "in small letters, at the start of a sentence": ("Eb komt. Na eb is er vloed.", "<Eb> komt. Na eb is er vloed."),
    "a synonym": ("Een centrum voor leerlingenbegeleiding helpt.", "Een <centrum voor leerlingenbegeleiding> helpt."),
    "over two lines": (
        "Een centrum voor\nleerlingenbegeleiding helpt.",
        "Een <centrum voor\nleerlingenbegeleiding> helpt.",
    ),
    "not over two paragraphs": ("Aan de rode\n\nstreep", "Aan de rode\n\n<streep>"),
    "a form that is listed": ("Alle CLB's helpen.", "Alle <CLB's> helpen."),
    "no other form": (
        "Het clb-team, de ebbe, een CLB-medewerker en 't-eb.",
        "Het clb-team, de ebbe, een CLB-medewerker en 't-eb.",
    ),
    "an abbreviation only in capitals": ("Sluit een pact. PACT was er ook.", "Sluit een pact. <PACT> was er ook."),
    "the longest word wins": (
        "Een rode streep licht, en een rode streep.",
        "Een <rode streep licht>, en een <rode streep>.",
    ),
    "a long word hides no first use of a short one": ("De streep licht op.", "De <streep> licht op."),
    "what is too common stays": ("Ouders komen. Stille ouders ook.", "Ouders komen. <Stille ouders> ook."),
    "in bold and beside punctuation": ("„Eb”, (**CLB**)…", "„<Eb>”, (**<CLB>**)…"),
    "in a list": ("- eb\n- CLB", "- <eb>\n- <CLB>"),
    "not in a heading": ("## Het CLB { #clb }\n\nHet CLB.", "## Het CLB { #clb }\n\nHet <CLB>."),
    "not in a link": ("[Het CLB](partner:clb). Het CLB.", "[Het CLB](partner:clb). Het <CLB>."),
    "not in code": ("`eb` en ```\neb\n``` en eb", "`eb` en ```\neb\n``` en <eb>"),
    "not in a table": ("Zee\n\n| eb | CLB |\n\neb", "Zee\n\n| eb | CLB |\n\n<eb>"),
    "not in attributes": (
        '[x](tip:x){ title="eb" } <span title="eb">x</span>',
        '[x](tip:x){ title="eb" } <span title="eb">x</span>',
    ),
    "not in raw HTML": ("<p class='a'>eb <em>eb</em></p>\n\neb", "<p class='a'>eb <em>eb</em></p>\n\n<eb>"),
    "not in a drawing": ("<svg><title>eb</title></svg> eb", "<svg><title>eb</title></svg> <eb>"),
    "in a part with Markdown": (
        '<div class="tip" markdown>\n\neb\n\n</div>',
        '<div class="tip" markdown>\n\n<eb>\n\n</div>',
    ),
    "not in a card, though it holds parts": (
        "<div data-search-exclude markdown>\n\neb\n<div markdown>eb</div>\n\n</div>\n\neb",
        "<div data-search-exclude markdown>\n\neb\n<div markdown>eb</div>\n\n</div>\n\n<eb>",
    ),
    "not in a figure": (
        '<figure class="figure" markdown>eb</figure> eb',
        '<figure class="figure" markdown>eb</figure> <eb>',
    ),
    "the writer's own link counts": ("Na eb komt [laag water](begrip:eb).", "Na eb komt <laag water>."),
    "a link in a card does not count": (
        "<div data-search-exclude markdown>\n\n[x](begrip:eb)\n\n</div>\n\neb",
        "<div data-search-exclude markdown>\n\n[x](begrip:eb)\n\n</div>\n\n<eb>",
    ),
    "not on a page of that name": ("# Eb { #x }\n\nNa eb komt het CLB.", "# Eb { #x }\n\nNa eb komt het <CLB>."),
    "not where a heading is about it": (
        "# Zee\n\nNa eb komt het CLB.\n\n### Eb { #eb }",
        "# Zee\n\nNa eb komt het <CLB>.\n\n### Eb { #eb }",
    ),
    "a letter that grows when it is made small": ("İ, eb", "İ, <eb>"),
    "a tag that was never closed": ("<p>eb\n\n</div>\n\neb", "<p>eb\n\n</div>\n\neb"),
}


def guide_of(words: dict[str, dict[str, Any]]) -> Guide:
    """A guide of these words only."""
    terms = {id: Term(id=id, general=True, **fields) for id, fields in words.items()}
    return Guide(
        Site.model_construct(name="", tagline="", address="", edit_address=""),
        {collection: terms if collection == "glossary" else {} for collection in BY_COLLECTION},
        (),
        {},
    )


@pytest.fixture(scope="module")
def words() -> Guide:
    """A guide of all the words in the table."""
    return guide_of(WORDS)


def seen(markdown: str) -> str:
    """The page as a reader sees it, with <…> around what is explained."""
    return re.sub(r'\[([^\[\]]*)\]\(begrip:[\w-]+\)\{ \.term title="[^"]+" \}', r"<\1>", markdown)


@pytest.mark.parametrize("written, shown", CASES.values(), ids=CASES)
def test_a_word_is_explained(words: Guide, written: str, shown: str) -> None:
    """Each page in the table is shown as it says."""
    assert seen(link_terms(words, written, "ergens.md")) == shown


def test_the_glossary_leaves_its_own_words_alone(words: Guide) -> None:
    """Where a word is explained, it needs no link to itself."""
    assert link_terms(words, "Na eb komt vloed.", "begrippen/index.md") == "Na eb komt vloed."


def test_the_explanation_travels_along(words: Guide) -> None:
    """It can be read without a network, and breaks no attribute."""
    assert link_terms(words, "CLB", "ergens.md") == '[CLB](begrip:clb){ .term title="Helpt „gezinnen” en scholen." }'


def test_a_word_that_no_text_uses_is_known(words: Guide) -> None:
    """A name in a text counts as use, and so does a word that is too common to link."""
    assert [term.id for term in unused(words, ["Ouders en [dit](begrip:eb).", "Rode streep, pact."])] == [
        "clb",
        "pact",
        "stille-ouders",
        "streepje",
    ]


def test_a_glossary_without_words_explains_nothing() -> None:
    """Who starts a guide of their own begins without any."""
    empty = guide_of({})

    assert link_terms(empty, "Na eb komt vloed.", "ergens.md") == "Na eb komt vloed."
    assert unused(empty, ["Na eb komt vloed."]) == []
