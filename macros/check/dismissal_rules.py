"""The rule for content/proposals.tsv. It warns: a line too many there does no harm to whoever reads the guide."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.problems import Problem, UnknownEntry


@rule(
    "Een afgewezen band is er niet",
    "# in content/proposals.tsv, en de tip noemt die werkvorm\n"
    "tip:zwaai-naar-de-boot\twerkvorm:lantaarngesprek\tdat is voor later",
)
def dismissed_links_are_not_there(guide: Guide) -> Iterator[Problem]:
    """Wat in content/proposals.tsv staat, bestaat, staat er één keer, en noemt elkaar nergens."""
    linked = {frozenset((one.origin, one.target)) for one in guide.references}
    seen = dict[frozenset[tuple[str, str]], int]()
    for row in guide.dismissed:
        try:
            pair = frozenset(ident(guide.by_name(name)) for name in row.names)
        except UnknownEntry as error:
            yield Problem(row.place, str(error), "Ging het weg? Schrap dan deze regel.")
            continue
        line = seen.setdefault(pair, row.place.line)
        if line != row.place.line:
            yield Problem(row.place, f"Deze twee staan er al, op regel {line}.", "Schrap een van de twee regels.")
        elif pair in linked or len(pair) == 1:
            message = "Deze twee noemen elkaar toch." if len(pair) == 2 else "Hier staat twee keer hetzelfde stuk."
            yield Problem(row.place, message, "Schrap deze regel.")
