"""How a content file is written. Who breaks these rules sees the page all the same: only `make check` asks for them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rule import rule
from macros.content.canonical import comments, files_of, in_form
from macros.content.guide import Guide
from macros.content.problems import Problem, place_at


@rule("Een opmerking staat in remark", "sources: # een hekje na een dubbele punt")
def remarks_are_no_comments(guide: Guide) -> Iterator[Problem]:
    """Een opmerking voor de redactie staat in `remark`, en niet achter een #."""
    for _, file in files_of(guide):
        for comment in comments(file):
            yield Problem(
                place_at(file.file, file.text, comment.start),
                "Wat achter dit # staat, verdwijnt als iemand dit stuk in het formulier bewaart.",
                "Zet het in het veld 'remark'. Typ je 'make format', dan komt het daar vanzelf terecht.",
            )


@rule("Een bestand staat in vorm", "text: >\n  Na eb komt vloed.\n  Altijd.")
def files_are_in_form(guide: Guide) -> Iterator[Problem]:
    """Elk bestand in content/ is geschreven zoals `make format` het schrijft."""
    for record_type, file in files_of(guide):
        written = in_form(record_type, file)
        if written != file.text and not comments(file):
            pairs = enumerate(zip(written, file.text, strict=False))
            at = next((at for at, (one, other) in pairs if one != other), min(len(written), len(file.text)))
            line = written[written.rfind("\n", 0, at) + 1 :].partition("\n")[0]
            yield Problem(
                place_at(file.file, file.text, at),
                "Vanaf hier staat dit bestand anders geschreven dan afgesproken.",
                "Typ 'make format'. Dat verandert hoe het er staat, niet wat er staat."
                + (f"\nDeze regel wordt dan: {line.strip()}" if line else ""),
            )


FORM_RULES = (remarks_are_no_comments, files_are_in_form)
