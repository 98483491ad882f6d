"""The guide of the moment, and what becomes of it when the content has a mistake.

In a build, a mistake ends everything. While serving, the last good guide stays on the
pages with the report above it, until the mistake is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError

from macros.blocks import MACROS, perform
from macros.guide import Guide
from macros.names import read_docs, wrong_in_docs
from macros.pages import pages
from macros.problems import ContentError, Place, Problem, UnknownEntry, did_you_mean
from macros.reading import open_guide
from macros.source import place_at

_CALL = re.compile(r"\{%-?\s*raw.*?endraw\s*-?%\}|\{\{-?\s*(?P<call>(?P<macro>\w+)\(.*?\))\s*-?\}\}", re.S)


class Building:
    """Holds the last good guide and, while there is one, the report of what is wrong."""

    def __init__(self) -> None:
        self.last_good: Guide | None = None
        self.report: str | None = None

    @property
    def guide(self) -> Guide:
        """The last guide that opened. There is one whenever a page asks for it."""
        if self.last_good is None:
            raise RuntimeError("refresh() comes first")
        return self.last_good

    def refresh(self, root: Path, *, try_calls: bool = True) -> None:
        """Read content/ and docs/ again, and try the macro calls in docs/. Raises ContentError, and remembers what it said."""
        try:
            guide = open_guide(root / "content")
            docs = root / "docs"
            problems = [*wrong_in_docs(guide, docs), *doubled_pages(guide, docs), *(broken_calls(guide, docs) if try_calls else ())]
            if problems:
                raise ContentError(problems)
        except ContentError as error:
            self.report = str(error)
            raise
        self.last_good, self.report = guide, None


def doubled_pages(guide: Guide, docs: Path) -> Iterator[Problem]:
    """Pages in docs/ that the content makes as well."""
    for page in pages(guide):
        if (docs / page.file).exists():
            place = Place((docs / page.file).relative_to(docs.parent).as_posix())
            yield Problem(place, f"Deze pagina wordt al gemaakt uit {page.edited or 'content/'}.", "Geef dit bestand een andere naam, of haal het weg.")


def broken_calls(guide: Guide, docs: Path) -> Iterator[Problem]:
    """Macro calls in docs/ that cannot be laid out."""
    known = [macro.__name__ for macro in MACROS]
    for file, text in read_docs(docs).items():
        for found in _CALL.finditer(text):
            if not found["call"]:
                continue
            place = place_at(file, text, found.start("call"))
            if found["macro"] not in known:
                yield Problem(place, f"De macro '{found['macro']}' kennen we niet.", did_you_mean(found["macro"], known))
                continue
            try:
                perform(guide, found["call"])
            except UnknownEntry as error:
                yield Problem(place, str(error))
            except (TemplateError, TypeError):
                yield Problem(place, f"Deze oproep van '{found['macro']}' klopt niet.", "Kijk in het handboek hoe je hem schrijft, bijvoorbeeld {{ tip(\"familiemuur\") }}.")


BUILDING = Building()
