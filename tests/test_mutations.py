"""Slips that no one thought of: the tiny guide, damaged at random, as often as MUTATIONS says.

A few of each for `make quick`, a thousand for `make test`, two thousand in CI: by the same dice, the few first.
"""

from __future__ import annotations

import os

import pytest
from mutations import ALL_SLIPS, Damaged
from slips import Slip

IN_ALL = int(os.environ.get("MUTATIONS", "128"))
TIMES = -(-IN_ALL // len(ALL_SLIPS))


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Damaged:
    """The tiny guide, copied once."""
    return Damaged(tmp_path_factory.mktemp("guide"))


def test_the_undamaged_guide_has_no_dead_ends(damaged: Damaged) -> None:
    """The damage starts from something whole."""
    assert sorted(damaged.dead_before) == []


@pytest.mark.parametrize("slip", ALL_SLIPS, ids=lambda slip: slip.__name__)
def test_a_slip_is_answered_or_harmless(slip: Slip, damaged: Damaged) -> None:
    """An editor who makes it reads what is wrong and where, or nothing is wrong."""
    damaged.slip(slip, TIMES)
