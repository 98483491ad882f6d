"""A thousand slips that no one thought of, or as many as MUTATIONS says: CI makes five thousand.

tests/test_mutations.py makes a few of each.
"""

from __future__ import annotations

import os

import pytest
from mutations import ALL_SLIPS, Damaged
from slips import Slip

IN_ALL = int(os.environ.get("MUTATIONS", "1000"))
TIMES = -(-IN_ALL // len(ALL_SLIPS))


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Damaged:
    """The tiny guide, copied once."""
    return Damaged(tmp_path_factory.mktemp("guide"))


@pytest.mark.parametrize("slip", ALL_SLIPS, ids=lambda slip: slip.__name__)
def test_a_slip_is_answered_or_harmless(slip: Slip, damaged: Damaged) -> None:
    """An editor who makes it reads what is wrong and where, or nothing is wrong."""
    damaged.slip(slip, TIMES)
