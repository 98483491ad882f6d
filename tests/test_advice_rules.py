"""What the rules for advice let pass; what they refuse stands in broken/."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.check.advice_rules import consent_is_said, small_tips_fit_a_row
from macros.open_guide import open_guide

VISIT = """
title: Ga op huisbezoek bij de kustwacht
home: s01
kind: detail
effort: nu
moments: [poort]
levels: [alle]
what: Neem soep mee.
{consent}
evidence: {{kind: practice}}
sources: [{{source: logboek, section: Soep, page: 20}}]
"""


def test_a_small_tip_with_a_summary_may_be_short_too(root: Path) -> None:
    """Two sentences need no summary, and one that is there does no harm."""
    tip = root / "content/tips/soep-op-de-kade.yml"
    tip.write_text(f"summary: Soep begrijpt iedereen.\n{tip.read_text(encoding='utf-8')}", encoding="utf-8")

    assert list(small_tips_fit_a_row(open_guide(root / "content"))) == []


@pytest.mark.parametrize("said", ["consent: yes", "consent: no"])
def test_whoever_thought_of_consent_is_not_asked_again(said: str, root: Path) -> None:
    """The word alone does not tell whether consent is needed: an editor may say that it is not."""
    (root / "content/tips/ga-op-bezoek.yml").write_text(VISIT.format(consent=said).lstrip(), encoding="utf-8")

    assert list(consent_is_said(open_guide(root / "content"))) == []
