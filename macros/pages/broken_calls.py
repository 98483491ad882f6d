"""Macro calls in docs/ that cannot be carried out: each is found where it stands, and all of a page at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError, UndefinedError

from macros.content.docs_prose import without_front_matter
from macros.content.guide import Guide
from macros.content.markup_rules import blanked
from macros.content.problems import Problem, UnknownEntry, did_you_mean, place_at
from macros.pages.macro_calls import MACROS, OPENS, UnquotedName, WrongCall, fill, tried_macros, wrong_call

_PIECE = re.compile(
    r"""\{%-?\s*raw\b.*?\bendraw\s*-?%\}
    | \[\#.*?\#\]
    | (?P<expression>\{\{(?:"[^"\n]*"|'[^'\n]*'|(?!\{\{)[^"'])*?\}\})
    | (?P<statement>\{%(?:"[^"\n]*"|'[^'\n]*'|(?!\{%)[^"'])*?%\})""",
    re.DOTALL | re.VERBOSE,
)
"""What Jinja takes out of a page: what is raw, a comment, an expression, a statement."""

_ENDS: Mapping[str, str] = {"{{": "}}", "{%": "%}", "[#": "#]"}
_WORD = re.compile(r"\{[{%][-+]?\s*(\w+)")
_UNCLOSED = re.compile(r"block that needs to be closed is '(\w+)'")
_MOST = 40
"""Enough for whoever pasted a template of something else."""

Fault = tuple[str, str]
"""What is wrong, and what would help."""


class DocsCalls:
    """Carries out the macro calls of pages in docs/, with nothing in the place of what they put there."""

    def __init__(self, guide: Guide) -> None:
        self._macros = tried_macros(guide)

    def carried_out(self, file: str, text: str) -> tuple[str, list[Problem]]:
        """A page without its front matter and its calls, and what is wrong with these."""
        page, problems = without_front_matter(text), []
        for start, end, fault in self._unreadable(page):
            problems.append(Problem(place_at(file, text, _inside(page, start)), *fault))
            page = _without(page, start, end)
        broken_statements = False
        for _ in range(_MOST):
            try:
                return fill(page, self._macros), problems
            except Exception as error:  # A page can ask for anything, and may so raise anything.
                start, end = self._culprit(page, error)
                # A name may be unknown only because what sets it is broken.
                if not (broken_statements and isinstance(error, UndefinedError | UnquotedName)):
                    fault = _explained(error, page[start:end])
                    problems.append(Problem(place_at(file, text, _inside(page, start)), *fault))
                if not page.startswith("{{", start):
                    broken_statements = True
                    page = _PIECE.sub(lambda piece: blanked(piece[0]) if piece["statement"] else piece[0], page)
                page = _without(page, start, end)
        return blanked(page), problems

    def _unreadable(self, page: str) -> Iterator[tuple[int, int, Fault]]:
        """The expressions that Jinja cannot read, and what is never closed."""
        for piece in _PIECE.finditer(page):
            if piece["expression"]:
                try:
                    fill(f"{{% if false %}}{piece[0]}{{% endif %}}", self._macros)
                except TemplateSyntaxError as error:
                    yield *piece.span(), _explained(error, piece[0])
        for opened in OPENS.finditer(_PIECE.sub(lambda piece: blanked(piece[0]), page)):
            message = "Hier begint iets dat nergens eindigt."
            hint = f"Sluit elk haakje en elk aanhalingsteken, en eindig met {_ENDS[opened[0]]}."
            yield *opened.span(), (message, hint)

    def _culprit(self, page: str, error: Exception) -> tuple[int, int]:
        """From where to where the piece stands that an error comes from; nothing at the start of its line if none."""
        line = _line_of(error)
        pieces = [piece for piece in _PIECE.finditer(page) if piece.lastgroup]
        if unclosed := _UNCLOSED.search(str(error)):
            return next(piece.span() for piece in reversed(pieces) if _word_of(piece[0]) == unclosed[1])
        there = [piece for piece in pieces if _line_at(page, piece.start()) <= line <= _line_at(page, piece.end())]
        for piece in there:
            try:
                fill(piece[0], self._macros)
            except Exception:  # As above.
                return piece.span()
        if there:
            return there[0].span()
        start = sum(len(before) + 1 for before in page.split("\n")[: line - 1])
        return start, start


def _without(page: str, start: int, end: int) -> str:
    return page[:start] + blanked(page[start:end]) + page[end:]


def _line_at(page: str, index: int) -> int:
    return page.count("\n", 0, index) + 1


def _word_of(piece: str) -> str:
    """The first word between the braces of a piece."""
    found = _WORD.match(piece)
    return found[1] if found else ""


def _inside(page: str, start: int) -> int:
    """Where the words of a piece begin, after its braces."""
    found = re.compile(r"(?:\{[{%]|\[#)[-+]?\s*").match(page, start)
    return found.end() if found else start


def _line_of(error: BaseException) -> int:
    """The line of a page on which an error arose."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line, frame = 1, error.__traceback__
    while frame:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


def _explained(error: Exception, piece: str) -> Fault:
    """What an error of Jinja or of a macro means, and what would help. piece: what stands between the braces."""
    if isinstance(error, WrongCall):
        return str(error), error.hint
    if isinstance(error, UnknownEntry):
        return str(error), ""
    if isinstance(error, UndefinedError) and (name := re.match(r"'(\w+)' is undefined", str(error))):
        what = "De macro " if f"{name[1]}(" in piece else ""
        return f"{what}'{name[1]}' kennen we niet.", did_you_mean(name[1], MACROS)
    if isinstance(error, TemplateSyntaxError):
        return _explained_syntax(error.message or "", piece)
    return _in_general(piece)


def _explained_syntax(said: str, piece: str) -> Fault:
    if unknown := re.search(r"No (filter|test) named '(\w+)'", said):
        return f"'{unknown[2]}' na een | kennen we niet.", "Schrap het, met het streepje ervoor."
    if unclosed := _UNCLOSED.search(said):
        return f"'{{% {unclosed[1]} %}}' wordt nergens afgesloten.", f"Zet waar het eindigt {{% end{unclosed[1]} %}}."
    if unknown := re.search(r"unknown tag '(\w+)'", said):
        return f"'{{% {unknown[1]} %}}' kennen we niet.", "Een macro roep je op met dubbele accolades: {{ … }}."
    return _in_general(piece)


def _in_general(piece: str) -> Fault:
    if (name := _word_of(piece)) in MACROS:
        wrong = wrong_call(name)
        return str(wrong), wrong.hint
    return "Wat hier tussen accolades staat, klopt niet.", "Roep een macro op zoals in het handboek, of schrap het."
