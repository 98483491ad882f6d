"""What can be done in two minutes, any day: the tips of "Vandaag, in twee minuten"."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from macros.content.guide import Guide
from macros.model.advice import Tip

_NOT_ANY_DAY = frozenset({"inschrijving", "eerste schooldagen", "rapport", "klasactiviteit", "overgang", "teamoverleg"})
"""Moments that do not come along every day."""


def quick_tips(guide: Guide) -> Iterator[Tip]:
    """The tips of two minutes that any day will do for, in an order that looks like chance and is always the same.

    A tip that comes or goes leaves the others where they stand beside each other.
    """
    tips = [tip for tip in guide.all(Tip) if tip.effort == "nu" and _NOT_ANY_DAY.isdisjoint(tip.moments)]
    yield from sorted(tips, key=lambda tip: hashlib.sha256(tip.id.encode()).digest())
