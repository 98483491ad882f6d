"""A tip for every week of a school year: none twice, the same on any day, spread over keys and over the year."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from macros.content.guide import Guide, Reference
from macros.model.advice import Key, Tip
from macros.model.ways_in import SchoolMoment
from macros.site.week_tips import WEEKS, Period, week_tips

IN_THE_YEAR = ("poort", "oudercontact", "rapport", "overgang")


def told(periods: list[Period]) -> dict[str, list[str]]:
    """The tips of each period, in order."""
    return {period.moment.id: [one.tip.id for one in period.weeks] for period in periods}


def changed(guide: Guide, **entries: dict[str, Any]) -> Guide:
    """A guide with other entries in some collections."""
    return Guide(guide.site, {**guide.entries, **entries}, guide.references, guide.files)


@pytest.fixture
def full(tiny: Guide) -> Guide:
    """A guide with four moments in a year and two hundred tips: half for one of those, all at one of two keys."""
    moment = tiny.get(SchoolMoment, "eerste-boot")
    moments = {
        word: moment.model_copy(update={"id": word, "order": at, "moment": word, "tips": ()})
        for at, word in enumerate(IN_THE_YEAR)
    }
    tip = tiny.get(Tip, "zwaai-naar-de-boot")
    tips, homes = {}, []
    for at in range(200):
        id = f"tip-{at}"
        when = ("thuis", IN_THE_YEAR[at % 4]) if at % 8 < 4 else ("thuis",)
        tips[id] = tip.model_copy(update={"id": id, "aliases": (), "moments": when, "keys": ()})
        homes.append(Reference(("tips", id), ("keys", "s01" if at % 3 else "s02"), "home", ("home",), in_text=False))
    gone = {"moments", "tips"}
    kept = [one for one in tiny.references if gone.isdisjoint((one.origin[0], one.target[0]))]
    return Guide(tiny.site, {**tiny.entries, "tips": tips, "moments": moments}, (*kept, *homes), tiny.files)


def test_no_tip_comes_twice_and_each_fits_in_a_week(guide: Guide) -> None:
    """The weeks count on through the year, and no further than it is long."""
    weeks = [one for period in week_tips(guide) for one in period.weeks]

    assert weeks and [one.week for one in weeks] == list(range(1, len(weeks) + 1)) and len(weeks) <= WEEKS
    assert len({one.tip.id for one in weeks}) == len(weeks)
    assert {one.tip.effort for one in weeks} <= {"nu", "vandaag", "deze week"}


def test_the_real_year_is_whole(real: Guide) -> None:
    """As long as there are twice as many tips as weeks to choose from."""
    fit = [tip for tip in real.all(Tip) if tip.effort != "dit schooljaar" and "leerkracht" in tip.audience]

    assert len(fit) < 2 * WEEKS or sum(len(period.weeks) for period in week_tips(real)) == WEEKS


def test_forty_weeks_are_spread_over_the_year_and_over_the_keys(full: Guide) -> None:
    """As many weeks at each moment, half of them about it; and each key has as many turns, give or take a few."""
    periods = week_tips(full)
    assert [(period.moment.id, len(period.weeks)) for period in periods] == [(word, 10) for word in IN_THE_YEAR]
    for period in periods:
        about = [one.tip for one in period.weeks if period.moment.id in one.tip.moments]
        others = [one.tip for one in period.weeks if set(one.tip.moments) & set(IN_THE_YEAR) - {period.moment.id}]
        assert len(about) == 5 and not others
    homes = Counter(home.id for period in periods for one in period.weeks if (home := full.home_of(one.tip)))
    assert set(homes) == {key.id for key in full.all(Key)} and min(homes.values()) >= WEEKS // 3


def test_tips_that_look_alike_do_not_stand_in_one_period(full: Guide) -> None:
    """By a long word of their titles, or a word to find them by; as long as there are others."""
    before = told(week_tips(full))
    tips = dict(full.entries["tips"])
    alike: list[dict[str, Any]] = [{"title": "Zwaai samen op de havendijk"}, {"search_words": ("Zwemvest",)}]
    for twins, same in zip(list(before.values())[:2], alike, strict=True):
        for id in twins[1::3]:
            tips[id] = tips[id].model_copy(update=same)
    for twins in list(told(week_tips(changed(full, tips=tips))).values())[:2]:
        same_title = [id for id in twins if "havendijk" in tips[id].title]
        same_word = [id for id in twins if "Zwemvest" in tips[id].search_words]
        assert len(same_title) <= 1 and len(same_word) <= 1
        assert len(twins) == 10


def test_the_choice_does_not_hang_on_the_order_of_files(real: Guide) -> None:
    """Nor on anything else than what the guide holds."""
    turned = changed(real, tips=dict(reversed(list(real.entries["tips"].items()))))

    assert told(week_tips(turned)) == told(week_tips(real))


def test_a_tip_that_goes_or_comes_changes_one_period(full: Guide) -> None:
    """What hangs on the wall stays true: most weeks have the tip that they had."""
    before = told(week_tips(full))
    chosen = [tips[at] for tips in before.values() for at in (0, 4, 9)]
    for id in chosen:
        late = full.get(Tip, id).model_copy(update={"effort": "dit schooljaar"})
        after = told(week_tips(changed(full, tips={**full.entries["tips"], id: late})))
        other = [moment for moment in before if before[moment] != after[moment]]
        assert len(other) == 1 and id in before[other[0]] and id not in after[other[0]]


def test_the_year_begins_with_the_first_days_of_school(full: Guide) -> None:
    """What the editors put before them is over by then."""
    moments = dict(full.entries["moments"])
    moments["rapport"] = moments["rapport"].model_copy(update={"moment": "eerste schooldagen"})

    assert list(told(week_tips(changed(full, moments=moments)))) == ["rapport", "overgang"]


def test_a_tip_that_waits_for_another_moment_is_for_no_other_week(full: Guide) -> None:
    """The tips of a moment before the year begins, are in none of its weeks."""
    moments = dict(full.entries["moments"])
    moments["rapport"] = moments["rapport"].model_copy(update={"moment": "eerste schooldagen"})
    weeks = [one.tip for period in week_tips(changed(full, moments=moments)) for one in period.weeks]

    assert weeks and not any({"poort", "oudercontact"} & set(tip.moments) for tip in weeks)


def test_what_the_editors_put_at_a_moment_comes_first(tiny: Guide) -> None:
    """In their order."""
    (period,) = week_tips(tiny)

    assert [one.tip.id for one in period.weeks][:2] == ["zwaai-naar-de-boot", "schrijf-een-fleskaart"]
