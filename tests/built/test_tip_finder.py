"""Finding a tip among all of them: by time, by level, by moment, by words, by chance; and on paper."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from macros.content.guide import Guide
from macros.model.advice import Tip
from macros.model.fields import LEVELS


def shown(page: Page) -> list[str]:
    """The titles that are in sight."""
    return page.locator(".listed a:visible").all_inner_texts()


def choose(page: Page, row: str, words: str) -> None:
    """One tap on a choice of a row."""
    page.get_by_role("group", name=row).get_by_role("button", name=re.compile(rf"^{words} \(")).click()


def test_something_for_now_in_secondary_school(phone: Page, address: str, real: Guide) -> None:
    """What names that level comes with what knows no level; the address keeps the choice."""
    fitting = [tip for tip in real.all(Tip) if tip.effort == "nu" and {"secundair", "alle"}.intersection(tip.levels)]
    phone.goto(f"{address}tips/")
    choose(phone, "Hoe snel", "nu")
    choose(phone, "Niveau", "secundair")

    expect(phone.locator(".filter__status")).to_have_text(f"{len(fitting)} tips")
    assert set(shown(phone)) <= {tip.title for tip in fitting}
    assert len(shown(phone)) == min(20, len(fitting))
    phone.reload()
    expect(phone.locator(".filter__status")).to_have_text(f"{len(fitting)} tips")


def test_each_choice_says_how_many_it_leaves(desktop: Page, address: str, real: Guide) -> None:
    """As counted from the content, for every level."""
    desktop.goto(f"{address}tips/")
    for level in LEVELS:
        count = sum(1 for tip in real.all(Tip) if {level, "alle"}.intersection(tip.levels))
        option = desktop.locator(f'[name="niveau"][value="{level}"]')
        expect(option).to_contain_text(f"({count})") if count else expect(option).to_have_count(0)


def test_words_are_those_of_the_search(phone: Page, address: str) -> None:
    """It knows what a teacher calls it, where no tip says that word; the kinds that are no tips stay out."""
    phone.goto(f"{address}tips/")
    phone.get_by_label("Zoek in deze lijst").fill("mama kan niet lezen")

    expect(phone.locator(".filter__status")).to_have_text(re.compile(r"[1-9]\d* tips?"))


def test_any_tip_that_fits(phone: Page, address: str, real: Guide) -> None:
    """Verras me leads to one of those that were chosen, and it stands open there."""
    phone.goto(f"{address}tips/?wanneer=nu&moment=poort")
    phone.get_by_role("button", name="Verras me").click()
    phone.wait_for_url(re.compile("#tip-"))
    found = real.get(Tip, phone.url.partition("#tip-")[2])

    assert found.effort == "nu" and "poort" in found.moments


def test_paper_has_all_that_fit_and_says_what_was_chosen(desktop: Page, address: str, real: Guide) -> None:
    """Not only the twenty in sight."""
    count = sum(1 for tip in real.all(Tip) if tip.effort == "deze week")
    desktop.goto(f"{address}tips/?wanneer=deze-week")
    desktop.evaluate("dispatchEvent(new Event('beforeprint'))")
    desktop.emulate_media(media="print")

    expect(desktop.locator(".filter-said")).to_contain_text("Hoe snel: deze week")
    assert len(shown(desktop)) == count
