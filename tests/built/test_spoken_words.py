"""A talk on the page of a situation and a meeting on that of a key: they open, and each prints on one sheet."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Page, expect
from sites import OpenWindow

SITUATION, KEY = "situaties/niemand-komt-aan-wal/", "sleutels/01-zwaai-eerst/"
ALONE = 'data-alone=""'
IN_A_ROW = 5


def printed(page: Page, button: str) -> tuple[int, str]:
    """What comes out after a press on a button that prints: how many sheets, and what can be read on them.

    Printing comes to its end with the sheets, so that what is read comes before.
    """
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=button).click()
    page.emulate_media(media="print")
    text = page.locator("main").inner_text()
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="screen")
    return sheets, text


def test_a_talk_opens_at_a_tap(phone: Page, harbour_address: str) -> None:
    """Closed a row; open who says what, what that does, and what to say when it goes otherwise."""
    phone.goto(harbour_address + SITUATION)
    talk = phone.locator(".talk")
    expect(talk.get_by_text("Daar is koffie")).to_be_hidden()
    talk.get_by_role("heading", name="Zo kan het klinken").tap()
    first = talk.get_by_role("listitem").first
    for seen in ("Leerkracht", "Daar is koffie", "groet eerst"):
        expect(first.get_by_text(seen)).to_be_visible()
    expect(talk.get_by_role("heading", name="En als de ouder zwijgt?")).to_be_visible()
    expect(talk.get_by_text("Ik sta hier elke ochtend")).to_be_visible()
    expect(talk.get_by_text("Voorbeeld van ons.")).to_be_visible()
    expect(talk.get_by_text("Rollenspel:")).to_be_hidden()


def test_who_speaks_is_told_without_colour(harbour_address: str, windows: OpenWindow) -> None:
    """By name, and by the side on which it stands."""
    page = windows(390, 844, forced_colors="active")
    page.goto(harbour_address + SITUATION)
    page.locator(".talk > summary").click()
    sides = page.locator(".turn").evaluate_all("all => all.map(one => [one.innerText.split('\\n')[0], one.offsetLeft])")
    left = min(place for _, place in sides)

    assert {who for who, place in sides if place == left} == {"Ouder", "Leerling"}
    assert {who for who, place in sides if place != left} == {"Leerkracht"}


def test_a_talk_is_there_without_a_script(windows: OpenWindow, harbour_address: str) -> None:
    """It opens, and no button promises what it cannot do."""
    page = windows(390, 800, java_script_enabled=False)
    page.goto(harbour_address + SITUATION)
    page.locator(".talk > summary").click()

    expect(page.get_by_text("Daar is koffie")).to_be_visible()
    expect(page.get_by_role("button", name="Druk af als rollenspel")).to_have_count(0)


def test_a_role_play_is_all_that_is_printed(desktop: Page, harbour_address: str) -> None:
    """With a role for who looks on, what to look for, and where it comes from; then the page is itself again."""
    desktop.goto(harbour_address + SITUATION)
    desktop.locator(".talk > summary").click()
    before = desktop.locator("main").inner_text()
    sheets, text = printed(desktop, "Druk af als rollenspel")

    assert sheets == 1
    for said in ("Rollenspel: Er komt niemand aan wal", "Wie kijkt.", "groet eerst", "v/niemand-komt-aan-wal"):
        assert said in text
    for other in ("Begin hier", "Zwaai naar de eerste boot", "kustwacht", "Wat dat betekent"):
        assert other not in text
    assert desktop.locator("main").inner_text() == before


def test_a_meeting_is_all_that_is_printed(desktop: Page, harbour_address: str) -> None:
    """With room for what was decided."""
    desktop.goto(harbour_address + KEY)
    desktop.locator(".meeting > summary").click()
    sheets, text = printed(desktop, "Druk deze vergadering af")

    assert sheets == 1
    for said in ("Eén vergadering: Zwaai eerst", "Naar wie zwaaide je", "Wie\n", "s/s01"):
        assert said in text
    assert "Waarom het werkt" not in text


def test_every_talk_and_meeting_of_the_guide_fits_one_sheet(desktop: Page, address: str, built: Path) -> None:
    """However long its sentences: who prints it, plays it from one sheet.

    Of each kind the longest first, until so many in a row fit that what is shorter does too.
    """
    kinds = defaultdict(list)
    for file in sorted(built.glob("*/*/index.html"), key=words_alone, reverse=True):
        if words_alone(file):
            kinds[file.parent.parent.name].append(f"{file.parent.relative_to(built)}/")
    long: list[str] = []
    for places in kinds.values():
        fitting = 0
        for place in places:
            desktop.goto(address + place)
            desktop.locator(f"details[{ALONE}] > summary").click()
            sheets, _ = printed(desktop, desktop.locator(".printer button").inner_text())
            long += [f"{place}: {sheets} bladen"] if sheets != 1 else []
            fitting = fitting + 1 if sheets == 1 else 0
            if fitting == IN_A_ROW:
                break

    assert not long, "Dit past niet op één blad. Maak een paar zinnen korter:\n" + "\n".join(long)


def words_alone(file: Path) -> int:
    """How many letters stand in what a page can print by itself; 0 when there is no such part."""
    _, found, after = file.read_text(encoding="utf-8").partition(ALONE)
    return len(re.sub(r"<[^>]*>|\s+", " ", after.partition("</details>")[0])) if found else 0
