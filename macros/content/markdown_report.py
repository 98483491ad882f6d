"""The report of the check as Markdown: what a colleague reads under the change that they propose.

What it quotes comes from files that anyone may propose. So nothing in it is a link, an image, HTML or a name that
gets a message: it is read, and nothing more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice

from macros.content.problems import Problem, counted

MOST = 20
"""As many problems as one answer tells. A Git host takes 65,000 signs, and this stays below it."""

_MARKS = re.compile(r"[\\`*_\[\]<>#|~$&]|^[-+=]|(?<=^\d)[.)]")
_WORKING = re.compile(r"@(?=\w)|#(?=\d)|:(?=//)|\bwww(?=\.)", re.IGNORECASE)
"""Where a Git host would call someone, or make a link by itself: what follows is put apart, by a sign of no width."""

_APART = "\N{ZERO WIDTH SPACE}"

_AGAIN = (
    "Verbeter dit in je voorstel en bewaar. De controle begint dan vanzelf opnieuw. "
    "Zolang er iets niet klopt, verandert er niets aan de site."
)


def markdown_report(problems: list[Problem]) -> str:
    """Each file with what is wrong in it, line by line, and what to do now."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in islice(problems, MOST):
        by_file[problem.place.file].append(problem)
    files = {problem.place.file for problem in problems}
    found = f"{counted(problems, 'probleem', 'problemen')} in {counted(files, 'bestand', 'bestanden')}"
    parts = [f"### De controle vindt {found}"]
    for file, those in by_file.items():
        parts.append(f"**{plain(file)}**")
        parts.append("\n".join(map(_item, those)))
    if len(problems) > MOST:
        parts.append(f"En zo nog {len(problems) - MOST}. Die zie je als deze weg zijn.")
    return "\n\n".join([*parts, _AGAIN]) + "\n"


def all_well(entries: int) -> str:
    """What stands under a proposal in which the check finds nothing."""
    return f"### De controle vindt niets\n\nDe inhoud klopt: {entries} stukken. Iemand van de redactie leest nu mee.\n"


def _item(problem: Problem) -> str:
    """One problem as an item of a list: its first line says where and what, the others help."""
    place, lines = problem.place, problem.lines()
    first = f"- **Regel {place.line}, teken {place.column}.** {plain(lines[0])}"
    return "  \n".join([first, *(f"  {plain(line)}" for line in lines[1:])])


def plain(text: str) -> str:
    """A line of text that reads as it is, whatever signs stand in it."""
    marked = _MARKS.sub(r"\\\g<0>", _WORKING.sub(rf"\g<0>{_APART}", text))
    # The name of a file may hold bytes that are no text.
    return marked.encode("utf-8", "replace").decode("utf-8")
