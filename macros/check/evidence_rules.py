"""The rules for what an advice rests on: a page that leans on research says whether it works."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.messages import enumerate_nl
from macros.content.problems import Problem
from macros.model.entry import JudgedEvidence


@rule("Onderzoek krijgt een oordeel", "evidence: {kind: research}")
def research_is_judged(guide: Guide) -> Iterator[Problem]:
    """Een aanbeveling, onderdeel of werkvorm die op onderzoek steunt, zegt of het werkt (`verdict`) en hoe ver dat reikt (`nuance`). Zonder onderzoek staat er geen `verdict`."""  # noqa: E501 - one rule, shown as it stands
    for entry in guide:
        evidence = getattr(entry, "evidence", None) if "evidence" in entry.shapes else None
        if not isinstance(evidence, JudgedEvidence):
            continue
        source = guide.files[ident(entry)]
        if evidence.kind == "research" and not evidence.verdict:
            words = enumerate_nl(JudgedEvidence.shapes["verdict"].choices, "of")
            yield Problem(
                source.place_of(("evidence", "kind")),
                "Hier is onderzoek, maar er staat niet of het werkt.",
                f"Voeg 'verdict' toe: {words}. Wat elk woord betekent, staat op de pagina over het bewijs.",
            )
        if evidence.kind == "research" and not evidence.nuance:
            yield Problem(
                source.place_of(("evidence", "kind")),
                "Hier is onderzoek, maar er staat niet hoe ver dat reikt.",
                f"Voeg 'nuance' toe. {JudgedEvidence.shapes['nuance'].description}",
            )
        if evidence.kind != "research" and evidence.verdict:
            yield Problem(
                source.place_of(("evidence", "verdict")),
                "Hier staat of het werkt, maar er is geen onderzoek.",
                "Schrap 'verdict'. Steunt dit toch op onderzoek? Zet dan 'kind: research', met de bron erbij.",
            )
