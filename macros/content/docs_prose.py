"""The Markdown that people write in docs/: reading it, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.content.folders import files_below
from macros.content.guide import Guide
from macros.content.handbook import NAMES, PRIVACY
from macros.content.markup_rules import blanked, page_slips
from macros.content.privacy import exposures
from macros.content.problems import ContentError, Place, Problem, place_at
from macros.content.references import unknown
from macros.content.text_file import raw_bytes, stray_marks, text_of
from macros.content.text_rules import CODE, mentions
from macros.content.validation import record_from
from macros.content.yaml_file import parse_yaml_file
from macros.model.entry_types import BY_NOUN
from macros.model.settings import PageSettings

_LINK_DEFINITION = re.compile(r"^ {0,3}(\[[^\]\n]+\]):", re.MULTILINE)
"""Where a URL stands apart from its link: `[1]: https://…`."""

_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n.*?\n(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
"""As MkDocs reads it."""

_LOOSE_SETTING = re.compile(r" {0,3}[A-Za-z0-9_-]+:(?!//)")
"""A first line that MkDocs takes off the page."""

_OPEN_SETTINGS = re.compile(r"-{3}[ \t]*\n[a-z_]+:")

_CODE = re.compile(CODE, re.DOTALL)


def front_matter_of(text: str) -> str:
    """What stands on top of a page between two lines of ---, these included; nothing when there is none."""
    found = _FRONT_MATTER.match(text)
    return found[0] if found else ""


def without_front_matter(text: str) -> str:
    """A page with blank lines in the place of its front matter."""
    front = front_matter_of(text)
    return blanked(front) + text[len(front) :]


def prose_of(text: str) -> str:
    """A page with blanks in the place of its code: an example may say anything."""
    return _CODE.sub(lambda code: blanked(code[0]), text)


def read_docs(docs: Path) -> tuple[dict[str, str], list[Problem]]:
    """The Markdown that people write, by file, and why any other page cannot be read."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(path for path in files_below(docs, docs.parent) if path.suffix == ".md"):
        file = path.relative_to(docs.parent).as_posix()
        try:
            # As MkDocs reads it: whatever a line ends with.
            texts[file] = re.sub(r"\r\n?", "\n", text_of(file, raw_bytes(path, file)))
        except ContentError as error:
            problems += error.problems
    return texts, problems


def _settings_problems(file: str, text: str) -> Iterator[Problem]:
    """What is wrong with what stands on top of a page."""
    front = front_matter_of(text)
    if not front and _LOOSE_SETTING.match(text):
        line = text.partition("\n")[0]
        hint = "Begin de pagina met haar titel: # en dan de titel. Een veld zet je erboven, tussen twee regels met ---."
        yield Problem(Place(file), f"'{line}' wordt als een veld gelezen, en staat dus niet op de pagina.", hint)
    elif not front and _OPEN_SETTINGS.match(text):
        yield Problem(
            Place(file), "Wat bovenaan tussen twee regels met --- hoort, eindigt nergens.", "Zet --- eronder."
        )
    elif front and front.strip("-. \t\n"):
        try:
            record_from(PageSettings, parse_yaml_file(file, re.sub(r"[-.]{3}[ \t]*\n$", "", front).encode()))
        except ContentError as error:
            yield from error.problems


def docs_problems(guide: Guide, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Names that lead nowhere, URLs apart from their link, too much about a person, what no one typed."""
    for file, text in texts.items():
        yield from stray_marks(file, text)
        yield from _settings_problems(file, text)
        prose = prose_of(text)
        for mention in mentions(prose):
            collection = BY_NOUN[mention.noun].collection
            if guide.find(collection, mention.id) is None:
                place = place_at(file, text, prose.find(mention.snippet) + 2)
                yield Problem(place, *unknown(guide, (collection,), mention.id), NAMES)
        for definition in _LINK_DEFINITION.finditer(prose):
            yield Problem(
                place_at(file, text, definition.start(1)),
                f"Een adres los van zijn tekst, zoals hier bij '{definition[1]}', lezen we niet.",
                "Zet het adres meteen achter de tekst: [tekst](adres).",
            )
        for start, *words in page_slips(without_front_matter(prose)):
            yield Problem(place_at(file, text, start), *words)
        for exposure in exposures(prose):
            yield Problem(place_at(file, text, exposure.start), exposure.message, exposure.hint, PRIVACY)
