"""The Markdown that people write in docs/: reading it, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.content.guide import Guide
from macros.content.markup_rules import page_slips
from macros.content.privacy import exposures
from macros.content.problems import ContentError, Problem, place_at
from macros.content.references import unknown
from macros.content.text_file import raw_bytes, stray_marks, text_of
from macros.content.text_rules import CODE, mentions
from macros.model.entry_types import BY_NOUN

_LINK_DEFINITION = re.compile(r"^ {0,3}(\[[^\]\n]+\]):", re.MULTILINE)
"""Where a URL stands apart from its link: `[1]: https://…`."""

_CODE = re.compile(CODE, re.DOTALL)


def read_docs(docs: Path) -> dict[str, str]:
    """The Markdown that people write, by file. Raises ContentError with every page that cannot be read."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        file = path.relative_to(docs.parent).as_posix()
        try:
            texts[file] = text_of(file, raw_bytes(path, file))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return texts


def docs_problems(guide: Guide, docs: Path) -> Iterator[Problem]:
    """Names that lead nowhere, URLs apart from their link, too much about a person, and what no one typed.

    Raises ContentError when a page cannot be read.
    """
    for file, text in read_docs(docs).items():
        yield from stray_marks(file, text)
        # An example in code may say anything. It becomes as many spaces, so that every place stays right.
        prose = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
        for mention in mentions(prose):
            collection = BY_NOUN[mention.noun].collection
            if guide.find(collection, mention.id) is None:
                place = place_at(file, text, prose.find(mention.snippet) + 2)
                yield Problem(place, *unknown(guide, (collection,), mention.id))
        for definition in _LINK_DEFINITION.finditer(prose):
            yield Problem(
                place_at(file, text, definition.start(1)),
                f"Een adres los van zijn tekst, zoals hier bij '{definition[1]}', lezen we niet.",
                "Zet het adres meteen achter de tekst: [tekst](adres).",
            )
        for start, *words in page_slips(prose):
            yield Problem(place_at(file, text, start), *words)
        for exposure in exposures(prose):
            yield Problem(place_at(file, text, exposure.start), exposure.message, exposure.hint)
