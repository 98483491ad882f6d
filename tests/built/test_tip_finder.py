"""Finding a tip among all of them: by time, by level, by moment, by words, by chance; and on paper."""

from __future__ import annotations

import re

from pdf import pages_of
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


def test_core_tips_come_first_for_who_chooses(phone: Page, address: str, real: Guide) -> None:
    """Under a heading of their own; whoever wipes the choice finds each under its own heading again."""
    core = [tip.title for tip in real.all(Tip) if tip.kind == "core"]
    phone.goto(f"{address}tips/")
    order = "all => all.map(one => one.textContent)"
    before = phone.locator(".listed li a").evaluate_all(order)
    choose(phone, "Hoe snel", "deze week")
    heading = phone.get_by_role("heading", name="Eerst de kerntips")
    expect(heading).to_be_visible()
    assert set(shown(phone)) <= set(core) or set(core) <= {*shown(phone)}
    phone.get_by_role("button", name="Wis", exact=True).click()

    expect(heading).to_be_hidden()
    assert phone.locator(".listed li a").evaluate_all(order) == before


def test_a_place_is_chosen_by_its_heading(desktop: Page, address: str, real: Guide) -> None:
    """Its option says how many tips it has, and holds with the others; the address keeps it."""
    desktop.goto(f"{address}tips/")
    option = desktop.locator("#filter-onderwerp option").nth(1)
    count = int(option.inner_text().rpartition("(")[2].rstrip(")"))
    desktop.get_by_label("Onderwerp").select_option(index=1)
    expect(desktop.locator(".filter__status")).to_have_text(f"{count} tips")
    desktop.reload()
    expect(desktop.locator(".filter__status")).to_have_text(f"{count} tips")
    desktop.get_by_label("Onderwerp").select_option("")

    expect(desktop.locator(".filter__status")).to_have_text(f"{len(real.all(Tip))} tips")


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
    expect(desktop.locator(".listed li:visible small").first).to_be_visible()


def test_all_of_them_take_as_many_sheets_as_the_button_says(desktop: Page, address: str) -> None:
    """Who prints without a choice knows beforehand what comes, and gets a title and a line of each."""
    desktop.goto(f"{address}tips/")
    said = re.search(r"± (\d+) blz", desktop.get_by_role("button", name="Druk af").inner_text())
    desktop.evaluate("dispatchEvent(new Event('beforeprint'))")
    desktop.emulate_media(media="print")
    expect(desktop.locator(".listed small:visible")).to_have_count(0)

    assert said and abs(pages_of(desktop.pdf(prefer_css_page_size=True)) - int(said[1])) <= 2
