"""What we do quicker than Python-Markdown and MkDocs comes to the same."""

from __future__ import annotations

import pytest
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from mkdocs.structure.pages import _RawHTMLPreprocessor

from macros.content.guide import Guide
from macros.pages.macro_calls import lay_out
from macros.pages.markdown_extension import EXTENSIONS, GuideMarkdown
from macros.pages.quick_anchors import ids_in
from macros.pages.render import Renderer
from macros.site.pages import pages

ODD = [
    "Een *woord*, **vet**, _schuin_, __vet__, ***alle twee*** en `code *geen* nadruk`.",
    "snake_case_blijft en 2*3*4 niet",
    '[een](a.md "titel") ![beeld](b.png) <https://voorbeeld.be> <iemand@voorbeeld.be>',
    "[**vet** in `een` link](a.md)*nadruk erachter* [*x*][1] ![y][2] [z]",
    "Een regel  \nen nog een. \\*geen\\* nadruk \\\\ en \\` ook niet",
    "A &amp; B &copy; C & D &#8212; &onbekend <b>vet *schuin*</b> <br/> <!-- weg --> 1 < 2 > 0",
    "- *een*\n- [twee](a.md){: .knop #hier }\n\n| a | b |\n|---|---|\n| *c* | `d|e` |\n",
    '<div markdown="1" id="een"><p id=\'twee\'>*x*</p>\n\n## Kop {#drie}\n\n<a name="vier">*y*</a>\n</div>',
    "``twee `in` een`` en `` ` `` en `open",
    "*open en __open en [open](",
    "\x02klzzwxh:0000\x03 en \x02",
]


def texts(guide: Guide) -> list[str]:
    """Every page of the guide, and what no page should hold."""
    renderer = Renderer(guide)
    return [*(lay_out(renderer, page) for page in pages(guide)), *ODD]


def html(text: str, *, quick: bool) -> str:
    """A text as HTML."""
    markdown = Markdown(extensions=[*EXTENSIONS, GuideMarkdown()])
    if not quick:
        markdown.treeprocessors.register(InlineProcessor(markdown), "inline", 20)
    return markdown.convert(text)


def test_the_same_html(tiny: Guide) -> None:
    """Of every page, and of odd ones."""
    for text in texts(tiny):
        assert html(text, quick=True) == html(text, quick=False)


def test_the_same_anchors(tiny: Guide) -> None:
    """As MkDocs finds them."""
    for text in texts(tiny):
        theirs = _RawHTMLPreprocessor()
        theirs.run(text.split("\n"))
        assert ids_in(text) == theirs.present_anchor_ids


@pytest.mark.parametrize(
    "text, ids",
    [
        ('<p id="een">', {"een"}),
        ('<P ID="een">', {"een"}),
        ("<p class=x id=een>", {"een"}),
        ("<p title='id=\"nee\"' ID='een'>", {"een"}),
        ('<a name="een"> <p name="nee">', {"een"}),
        ('<!-- <p id="nee"> --> <p data-id="nee">', set()),
        ('<p id="a&amp;b">', {"a&b"}),
    ],
)
def test_each_way_to_write_an_anchor(text: str, ids: set[str]) -> None:
    """With quotes and without, in small letters or large, and no other attribute or a comment."""
    assert ids_in(text) == ids


def test_mkdocs_takes_ours() -> None:
    """It finds no anchors itself any more."""
    markdown, theirs = Markdown(extensions=[*EXTENSIONS, GuideMarkdown()]), _RawHTMLPreprocessor()
    theirs._register(markdown)  # noqa: SLF001  # As MkDocs does.
    markdown.convert('<p id="een">Tekst</p>')

    assert theirs.present_anchor_ids == {"een"}
    assert "run" in vars(theirs)
