"""Someone rehearses a talk: choosing, reading what it does, going on; by finger, by keyboard, from paper."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from accessibility import COLOURS, violations
from playwright.sync_api import Locator, Page, expect
from sites import OpenWindow

from macros.content.guide import Guide
from macros.site.rehearsals import rehearsed

PAGE, LIST = "situaties/niemand-komt-aan-wal/oefenen/", "oefenen/"
OPEN_ALL = """() => [...document.querySelectorAll(".choice")].filter(one => one.checkVisibility()).map(choice => {
  choice.querySelector("summary").click();
  return [...choice.querySelectorAll("p")].map(({ innerText }) => innerText).join(" ");
})"""
"""Opens each choice of the step that is shown, one after the other, and says what each answers."""

WIDER = "document.documentElement.scrollWidth - innerWidth"


def heading(page: Page) -> Locator:
    """That of the step which is shown: one at a time."""
    return page.locator(".rehearsal__step:visible > h2")


def choose(page: Page, at: int) -> Locator:
    """Open one of the choices that are shown; answers all of it."""
    choice = page.locator(".choice:visible").nth(at)
    choice.locator("summary").click()
    return choice


def on(page: Page) -> None:
    """Go on, which takes a choice."""
    page.get_by_role("button", name="Verder").click()


def test_a_choice_is_answered_and_the_talk_goes_on(phone: Page, harbour_address: str) -> None:
    """One step at a time; what was not chosen can be looked at too; and the other answers what we would say."""
    phone.goto(harbour_address + PAGE)
    expect(heading(phone)).to_have_text(re.compile("Keuze 1 van 3"))
    expect(phone.get_by_role("button", name="Verder")).to_have_count(0)
    expect(choose(phone, 1).get_by_text("Hij hoort misschien dat hij laat is.")).to_be_visible()
    expect(choose(phone, 0).get_by_text("Zo zouden wij het zeggen.")).to_be_visible()

    on(phone)
    expect(heading(phone)).to_be_focused()
    expect(heading(phone)).to_have_text(re.compile("Keuze 2 van 3"))
    expect(phone.get_by_role("listitem").filter(has_text="Ik blijf niet lang, hoor.")).to_be_visible()
    assert phone.url.endswith("#keuze-2")


def test_one_goes_back_and_begins_anew(phone: Page, harbour_address: str) -> None:
    """Back to what was chosen; anew with nothing chosen."""
    phone.goto(harbour_address + PAGE)
    for _ in range(3):
        choose(phone, 0)
        on(phone)
    expect(heading(phone)).to_have_text(re.compile("Zo liep het af"))

    phone.get_by_role("button", name="Terug").click()
    expect(heading(phone)).to_have_text(re.compile("Keuze 3 van 3"))
    on(phone)
    phone.get_by_role("button", name="Opnieuw").click()
    expect(heading(phone)).to_have_text(re.compile("Keuze 1 van 3"))
    expect(phone.locator(".choice[open]")).to_have_count(0)
    expect(phone.get_by_role("button", name="Verder")).to_have_count(0)


def test_an_address_leads_to_a_step(desktop: Page, harbour_address: str) -> None:
    """Also that of the map of the page; and there one can go on."""
    desktop.goto(f"{harbour_address}{PAGE}#keuze-2")
    expect(heading(desktop)).to_have_text(re.compile("Keuze 2 van 3"))
    desktop.get_by_role("navigation", name="Op deze pagina").get_by_role("link", name="Keuze 3 van 3").click()
    expect(heading(desktop)).to_have_text(re.compile("Keuze 3 van 3"))
    choose(desktop, 0)
    on(desktop)
    expect(heading(desktop)).to_have_text(re.compile("Zo liep het af"))


def test_all_of_it_goes_by_keyboard(desktop: Page, harbour_address: str) -> None:
    """From one heading to the next: Tab comes to the first choice, Enter opens it, and Tab comes to the way on."""
    desktop.goto(harbour_address + PAGE)
    desktop.locator(".choice:visible summary").first.focus()
    for step in ("Keuze 2 van 3", "Keuze 3 van 3", "Zo liep het af"):
        desktop.keyboard.press("Enter")
        expect(desktop.get_by_role("button", name="Verder")).to_be_visible()
        for _ in range(12):
            desktop.keyboard.press("Tab")
            if desktop.evaluate("document.activeElement.textContent") == "Verder":
                break
        desktop.keyboard.press("Enter")
        expect(heading(desktop)).to_have_text(re.compile(step))
        expect(heading(desktop)).to_be_focused()
        desktop.keyboard.press("Tab")
        if desktop.evaluate("document.activeElement.matches('.headerlink')"):
            desktop.keyboard.press("Tab")


def test_it_is_whole_without_a_script(windows: OpenWindow, harbour_address: str) -> None:
    """Every step, every choice with its answer; and no button that would do nothing."""
    page = windows(390, 844, java_script_enabled=False)
    page.goto(harbour_address + PAGE)
    expect(heading(page)).to_have_count(4)
    expect(page.locator(".rehearsal button")).to_have_count(0)
    for choice in page.locator(".choice").all():
        choice.locator("summary").click()
        expect(choice.locator("p").first).to_be_visible()


@pytest.mark.parametrize("path", [PAGE, LIST])
def test_everyone_can_use_it(windows: OpenWindow, harbour_address: str, path: str) -> None:
    """On the narrowest screen, with a choice open and at the end; in the dark too."""
    page = windows(320, 640, has_touch=True)
    page.goto(harbour_address + path)
    assert page.evaluate(WIDER) <= 0
    if path == PAGE:
        choose(page, 1)
        assert page.evaluate(WIDER) <= 0 and violations(page) == []
        page.goto(f"{harbour_address}{path}#zo-liep-het-af")
    assert page.evaluate(WIDER) <= 0 and violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert violations(page, COLOURS) == []


def test_no_one_hears_what_is_chosen(desktop: Page, harbour_address: str) -> None:
    """Nothing is sent, or asked of elsewhere, also without network; and nothing of it is kept on the device."""
    asked: list[str] = []
    desktop.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    desktop.goto(harbour_address + PAGE, wait_until="networkidle")
    asked.clear()
    desktop.context.set_offline(True)
    kept = desktop.evaluate("JSON.stringify(localStorage)")
    for _ in range(3):
        choose(desktop, 0)
        on(desktop)
    desktop.get_by_role("button", name="Opnieuw").click()

    expect(heading(desktop)).to_have_text(re.compile("Keuze 1 van 3"))
    assert [one for one in asked if not one.startswith(f"GET {harbour_address}assets/")] == []
    assert desktop.evaluate("JSON.stringify(localStorage)") == kept


def test_it_works_from_a_disk(disk: Path, tab: Page) -> None:
    """From its list, to the end."""
    tab.goto((disk / "oefenen" / "index.html").as_uri())
    tab.locator("main a[href*=niemand-komt-aan-wal]").first.click()
    for at in (2, 3):
        choose(tab, 0)
        on(tab)
        expect(heading(tab)).to_have_text(re.compile(f"Keuze {at} van 3"))


def test_three_cards_are_all_that_is_printed(desktop: Page, harbour_address: str) -> None:
    """On one sheet, in black and white: who rehearses, who answers, and who looks on."""
    desktop.goto(harbour_address + PAGE)
    choose(desktop, 1)
    sheets, text = printed(desktop)

    assert sheets == 1
    for said in ("Rollenspel voor drie: Er komt niemand aan wal", "Leerkracht: jij oefent", "Papa zong de hele weg!"):
        assert said in text
    for said in ("Ouder en leerling: jij antwoordt", "Wie kijkt", "vraagt iets gewoons"):
        assert said in text
    for other in ("Keuze 1", "Hij hoort misschien dat hij laat is", "Verder", "Wat dat betekent"):
        assert other not in text


@pytest.mark.long
def test_every_choice_of_every_talk_leads_on(desktop: Page, address: str, built: Path, real: Guide) -> None:
    """In the real guide: each says something, the talk ends, and its cards fit. Links are followed in test_links.py."""
    faults: list[str] = []
    places = sorted(f"{file.parent.relative_to(built)}/" for file in built.glob("situaties/*/oefenen/index.html"))
    assert len(places) == len(rehearsed(real))
    for place in places:
        desktop.goto(address + place)
        steps = desktop.locator(".rehearsal__step").count()
        for at in range(steps - 1):
            answers: list[str] = desktop.evaluate(OPEN_ALL)
            faults += [f"{place} keuze {at + 1}: geen antwoord" for answer in answers if len(answer) <= 20]
            on(desktop)
        expect(heading(desktop)).to_have_text(re.compile("Zo liep het af"))
        sheets, _ = printed(desktop)
        faults += [f"{place}: {sheets} bladen"] if sheets != 1 else []

    assert not faults, "Een gesprek om te oefenen loopt dood, of past niet op één blad:\n" + "\n".join(faults)


def printed(page: Page) -> tuple[int, str]:
    """What comes out of the printer: how many sheets, and what can be read on them."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    return len(document), text.replace("\r\n", " ")
