"""The figures that `make bench` prints on the graded queries, worked out by hand on a few."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from graded import HELPS, Graded, Quality, called, graded, named_today, ndcg, quality, quality_table, unjudged

from macros.content.guide import Guide

LAMP = Graded(
    "lamp",
    "leerkracht",
    "woord",
    held_back=False,
    gap=False,
    grades={"tip:lamp": 3, "werkvorm:lantaarn": 2, "tip:soep": 0},
)


def test_the_best_answers_in_their_best_order_are_worth_one() -> None:
    """Whatever stands behind them."""
    assert ndcg(LAMP.grades, ["tip:lamp", "werkvorm:lantaarn", "tip:soep"]) == 1


def test_a_worse_order_is_worth_less() -> None:
    """Of what stands second, 1 ÷ log2(3) counts, or 0.631."""
    turned = (2 + 3 * 0.631) / (3 + 2 * 0.631)

    assert ndcg(LAMP.grades, ["werkvorm:lantaarn", "tip:lamp"]) == pytest.approx(turned, abs=0.001)


def test_what_stands_sixth_is_worth_nothing() -> None:
    """On a phone one scrolls to see it."""
    assert ndcg(LAMP.grades, ["tip:soep"] * 5 + ["tip:lamp"]) == 0


def test_nothing_found_is_worth_nothing() -> None:
    """A query is not left out of the mean for having no results."""
    assert quality([(LAMP, [])]) == Quality(1, 0, 0, 0, 0, 0)


def test_a_mean_over_two_queries() -> None:
    """One has its best answer first, the other has one that helps on the third place."""
    some = quality([(LAMP, ["tip:lamp", "werkvorm:lantaarn"]), (LAMP, ["tip:soep", "tip:soep", "werkvorm:lantaarn"])])

    assert (some.count, some.first, some.five) == (2, 0.5, 1)
    assert some.mrr == pytest.approx((1 + 1 / 3) / 2)
    assert some.ndcg == pytest.approx((1 + (2 / 2) / (3 + 2 * 0.631)) / 2, abs=0.001)


def test_what_no_one_read_counts_as_noise_and_is_told() -> None:
    """A new tip may well be the best answer. As long as no one read it, the figure is too low, and says so."""
    found = ["tip:nieuw", "tip:lamp"]

    assert unjudged(LAMP, found) == ["tip:nieuw"]
    assert quality([(LAMP, found)]).unjudged == 1
    assert quality([(LAMP, found)]).mrr == 0.5


def test_an_answer_that_only_touches_the_query_is_no_success() -> None:
    """From 2 on it helps."""
    touches = replace(LAMP, grades={"tip:soep": HELPS - 1, "tip:lamp": HELPS})

    assert quality([(touches, ["tip:soep", "tip:lamp"])]).first == 0


def test_the_table_has_a_row_for_each_half_group_and_type() -> None:
    """Queries without an answer stand by themselves, and weigh on nothing else."""
    held = replace(LAMP, group="coach", type="zin", held_back=True)
    gap = replace(LAMP, gap=True, grades={})

    table = quality_table([(LAMP, ["tip:lamp"]), (held, ["tip:soep"]), (gap, []), (gap, ["tip:soep"])])
    rows = {line.split(" | ")[0].strip("| "): line for line in table.splitlines() if line.startswith("| ")}

    assert list(rows) == ["queries", "all", "tuning half", "held back", "leerkracht", "coach", "woord", "zin"]
    assert rows["tuning half"] == "| tuning half | 1 | 0.70 | 1.00 | 100% | 100% | 0 |"
    assert rows["coach"] == "| coach | 1 | 0.00 | 0.00 | 0% | 0% | 0 |"
    assert table.endswith("Of 2 queries without an answer in the guide, 1 find nothing.")


def test_the_table_names_what_someone_should_still_judge() -> None:
    """With the query it came up for."""
    table = quality_table([(LAMP, ["tip:nieuw", "tip:lamp"])])

    assert table.endswith("- not judged for „lamp”: tip:nieuw")


def test_most_of_what_was_graded_is_still_there(real: Guide) -> None:
    """An entry may go. When many have gone, other queries are asked of the guide now, and these say little."""
    asked = graded()
    today = named_today(real, asked)

    assert sum(len(one.grades) for one in today) >= 0.8 * sum(len(one.grades) for one in asked)


def test_an_entry_goes_by_its_name_of_today(tiny: Guide) -> None:
    """What left the guide is no answer any more; a page of prose keeps its address."""
    entry = next(iter(tiny))
    asked = replace(LAMP, grades={f"{entry.noun}:{entry.id}": 3, "tip:nooit-geweest": 3, "pagina:over/#wie": 1})

    (today,) = named_today(tiny, [asked])

    assert today.grades == {f"{entry.noun}:{entry.id}": 3, "pagina:over/#wie": 1}


def test_a_hit_is_called_as_the_file_calls_it() -> None:
    """An entry by its id, and anything else by its address."""
    names = {"tip tips/#tip-lamp": "tip:lamp"}

    assert called("tip tips/#tip-lamp", names) == "tip:lamp"
    assert called("pagina over/#wie", names) == "pagina:over/#wie"


def test_the_graded_queries_are_enough_to_go_by() -> None:
    """Of every group and type some in each half, and an answer that helps wherever the guide is said to have one.

    Whoever tunes on what was held back, moves it to the other half; then nothing is held back until fresh queries come,
    and those come by fifty at least.
    """
    asked = graded()
    halves = Counter(one.held_back for one in asked)
    parts = Counter((part, one.held_back) for one in asked for part in (one.group, one.type))

    assert len(asked) >= 260 and min(halves.values()) >= 50
    assert min(parts.values()) >= 2
    assert len({one.query.casefold() for one in asked}) == len(asked)
    assert [one.query for one in asked if one.gap != (max(one.grades.values(), default=0) < HELPS)] == []
    assert {grade for one in asked for grade in one.grades.values()} == {0, 1, 2, 3}
