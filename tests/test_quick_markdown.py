"""What we do quicker than Python-Markdown and MkDocs comes to the same."""

from __future__ import annotations

import random
from typing import Any

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.structure.pages import _RawHTMLPreprocessor

from macros.content.guide import Guide
from macros.pages.macro_calls import lay_out
from macros.pages.markdown_extension import EXTENSIONS, GuideMarkdown
from macros.pages.quick_anchors import ids_in
from macros.pages.render import Renderer
from macros.site.pages import pages

ICON = '<svg class="icon" viewBox="0 0 24 24"><circle cx="7" cy="8" r="4"/><path d="M10 12.8a2 2 0 0 1 2.8 0"/></svg>'
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

WITH_ICON = [
    *(
        ICON,
        f"`{ICON}`",
        f"# {ICON} Kop",
        f"<p>{ICON}</p>",
        f"[{ICON} weg](a.md)",
        ICON.replace("<path", '<path id="x"'),
    ),
    *(ICON.replace("</svg>", ""), ICON.replace("/>", ">"), f"    {ICON}"),
]
OPEN_LINK = ["[a](", "](", "[a](b 'c", "[a](<"]
"""No icon comes behind these: it would be part of an address."""

PIECES = [
    *ODD,
    *(
        "tekst",
        "# Kop",
        "## Kop { #kop data-x=1 }",
        "Kop\n===",
        "Kop\n---",
        "---",
        "* * *",
        "> citaat",
        "1. een",
        "- punt",
    ),
    *("<div>", "</div>", "<div markdown>", '<div markdown="1" id="d">', '<p markdown="span">', "<p>", "</p>", "<hr>"),
    *(
        "<span>",
        "</span>",
        '<li markdown="span">',
        "<li>",
        "</li>",
        "<ul markdown>",
        "</ul>",
        "<br>",
        "<br/>",
        "<br />",
    ),
    *(
        "<a href='x'>",
        '<a href="x?a=1&amp;b=2">',
        "</a>",
        "<a  b  c=d>",
        '<a b="c > d">',
        "<A>",
        "</A>",
        "<x-y>",
        "< a",
    ),
    *(
        "<!-- weg -->",
        "<!-- weg",
        "<?php ?>",
        "<!doctype html>",
        "<![CDATA[x]]>",
        "</>",
        "</ a>",
        "<1>",
        "<",
        ">",
        "<hr/>",
    ),
    *("&amp;", "&amp", "&", "&#", "&#12;", "&#xA;", "<style>p > a { }</style>", "<style>a<b</style>", "<textarea>"),
    *(
        "<pre>",
        "</pre>",
        "<textarea>a</textarea>",
        "<script>1 < 2</script>",
        "<title>a</title>",
        "<plaintext>",
        "<table>",
    ),
    *("<tr>", "<td markdown>", "</td>", "</tr>", "</table>", "[TOC]", "[a [b] c](d)", "[a](b (c))", "[a](b 'c \"d')"),
    *(
        '[a](<b c> "d")',
        "[a]( b )",
        "[a]()",
        "[](a.md)",
        "http://a.be",
        "<http://a.be>",
        "a@b.be",
        "<a@b.be>",
        "![](a.png)",
    ),
    *("| a |\n|---|\n| b |", "a|b\n-|-\nc|`d|e`", "{: .klas }", "{ #id .x y=z }", "**a**{ .b }", "_a_", "a_b_c", "***"),
    *("*", "`", "``", "\\*", "\\", "  \n", "\t", "\r\n", "   ", "\n \n  \n", "\n\t\n"),
    *("```", "~~~", "```\na\n```", "~~~ { .b }\n\n   \nc\n~~~", "\n``` d\n"),
]


def texts(guide: Guide) -> list[str]:
    """Every page of the guide, and what no page should hold."""
    renderer = Renderer(guide)
    return [*(lay_out(renderer, page) for page in pages(guide)), *ODD]


class Slow(GuideMarkdown):
    """All as Python-Markdown does it."""

    def quicken(self, md: object) -> None:
        pass


def made(text: str, extension: Extension) -> tuple[str, object]:
    """A text as HTML, and its chapters, with what MkDocs itself adds."""
    markdown: Any = Markdown(extensions=["fenced_code", *EXTENSIONS, extension])
    return markdown.convert(text), markdown.toc_tokens


def test_the_same_html(tiny: Guide) -> None:
    """Of every page, and of odd ones."""
    for text in texts(tiny):
        assert made(text, GuideMarkdown()) == made(text, Slow())


@pytest.mark.parametrize("seed", range(40))
def test_the_same_html_of_anything(seed: int) -> None:
    """Of pieces of odd pages behind each other, in a row or on lines of their own, with any piece cut off."""
    chance = random.Random(seed)
    for turn in range(25):
        known = [*PIECES, *((WITH_ICON, OPEN_LINK)[turn % 2])]
        pieces = [chance.choice(known) for _ in range(chance.randint(1, 9))]
        text = "".join(piece + chance.choice(("", " ", "\n", "\n\n", "\n    ")) for piece in pieces)
        text = text[: chance.randint(1, len(text))] if chance.random() < 0.2 else text
        assert made(text, GuideMarkdown()) == made(text, Slow()), text


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
