"""The macro that puts a tip a week on a page, for a whole school year."""

from __future__ import annotations

from dataclasses import dataclass

from macros.content.guide import Guide
from macros.pages.view import View
from macros.site.urls import permalink_of, site_url
from macros.site.week_tips import Period
from macros.site.week_tips import week_tips as chosen


@dataclass(frozen=True)
class WeekTipsView(View):
    """A tip for every week, by period. base: where the site stands. keys: all of them, as an address names them."""

    template = "week_tips"
    periods: list[Period]
    base: str
    keys: str


def week_tips(guide: Guide) -> View:
    """Zet voor elke week van het schooljaar een tip op de pagina, zonder herhaling. De gids kiest zelf."""
    periods = chosen(guide)
    keys = [permalink_of(one.tip).rstrip("/").replace("/", ".") for period in periods for one in period.weeks]
    return WeekTipsView(periods, site_url(guide.site), ",".join(keys))
