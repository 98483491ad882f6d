"""A selection that becomes the running order of a meeting, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from running_order import FIVE, clocks, collect, names, receive
from selection import keep
from storage import stored

# --- preparing a meeting --------------------------------------------------------------------


def test_a_selection_of_five_is_on_paper_in_three_taps(phone: Page, harbour_address: str) -> None:
    """From the start page, with six to spare for who gives times first. Nothing is asked of another site."""
    asked: list[str] = []
    collect(phone, harbour_address)
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(harbour_address)
    phone.evaluate("window.print = () => {}")
    phone.get_by_role("navigation", name="Snel naar").get_by_role("link", name="Bewaard").tap()
    phone.get_by_role("link", name="Maak een draaiboek").tap()
    assert names(phone) == list(FIVE.values())
    phone.evaluate("window.print = () => (window.printed = true)")
    phone.get_by_role("button", name="Druk af").tap()

    expect(phone.get_by_text("Klaar om af te drukken.")).to_be_visible()
    expect(phone.locator(".programme__name")).to_contain_text(list(FIVE.values()))
    assert phone.evaluate("window.printed")
    assert asked and [url for url in asked if not url.startswith((harbour_address, "data:", "blob:"))] == []


def test_times_follow_from_what_the_coach_estimates(phone: Page, harbour_address: str) -> None:
    """Nothing is filled in beforehand; as long as a part has no time, no one can know when the next one begins."""
    collect(phone, harbour_address)
    phone.goto(harbour_address + "draaiboek/")
    expect(phone.get_by_label("Titel")).to_have_value("Overleg")
    expect(phone.get_by_text("nog geen tijd")).to_have_count(5)
    phone.get_by_label("Begint om").fill("13:30")
    more = phone.get_by_role("button", name=re.compile("^5 minuten meer"))
    more.nth(0).tap()
    more.nth(0).tap()
    assert clocks(phone) == ["13:30", "13:40", "", "", ""]
    expect(phone.get_by_text("Samen 10 minuten. 4 delen hebben nog geen tijd.")).to_be_visible()
    for at in (1, 2, 3):
        phone.get_by_label("Minuten voor").nth(at).fill("20")
    phone.get_by_label("Minuten voor").nth(4).fill("12 min")
    phone.get_by_role("button", name=re.compile("^5 minuten minder")).nth(4).tap()
    assert clocks(phone) == ["13:30", "13:40", "14:00", "14:20", "14:40"]
    expect(phone.get_by_text("Samen 1 uur en 20 minuten, tot 14:50.")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390

    phone.get_by_role("button", name="+ Pauze").tap()
    expect(phone.get_by_label("Minuten voor Pauze")).to_be_focused()
    phone.keyboard.type("15")
    phone.get_by_role("button", name="+ Eigen punt").tap()
    expect(phone.get_by_label("Eigen punt", exact=True)).to_be_focused()
    phone.keyboard.type("Afronden")
    assert names(phone) == [*list(FIVE.values())[:3], "Pauze", *list(FIVE.values())[3:], "Afronden"]
    assert clocks(phone)[3:] == ["14:20", "14:35", "14:55", "15:05"]
    phone.reload()
    assert clocks(phone)[3:] == ["14:20", "14:35", "14:55", "15:05"]
    assert stored(phone, "draaiboek")["parts"][3] == {"break": True, "minutes": 15}


def test_what_to_bring_is_added_up(phone: Page, harbour_address: str) -> None:
    """Of its methods and sheets, for as many as come, with what the coach thinks of besides. Steps fold out."""
    collect(phone, harbour_address)
    phone.goto(harbour_address + "draaiboek/")
    things = phone.locator(".bring li")
    expect(things.first).to_be_visible()
    told = things.all_inner_texts()
    assert told[:2] == ["Werkblad Botenblad één per persoon", "Werkblad Koersblad één per groepje"]
    assert {"een lantaarn Lantaarngesprek", "spelden Kaartlezen met het team"} <= set(told)
    phone.get_by_label("Deelnemers").fill("12")
    expect(things.first).to_have_text("Werkblad Botenblad 12 keer")
    phone.get_by_label("Zelf nog meenemen").fill("Sleutel van de zaal\n\nKoffie")
    expect(things).to_have_count(len(told) + 2)
    step = phone.get_by_text("Vraag wat de ander ziet in het donker.")
    expect(step).to_be_hidden()
    phone.get_by_text("De stappen", exact=True).first.tap()
    expect(step).to_be_visible()


def test_the_keyboard_orders_removes_and_undoes(desktop: Page, harbour_address: str) -> None:
    """The focus stays where the hand is, and what happened is said."""
    receive(desktop, harbour_address)
    down = desktop.get_by_role("button", name="Zet later: Welkom")
    down.press("Enter")
    expect(desktop.get_by_role("status")).to_have_text("Welkom: nu op plaats 2 van 4")
    expect(down).to_be_focused()
    desktop.keyboard.press("Enter")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("button", name="Zet vroeger: Welkom")).to_be_focused()
    assert names(desktop) == ["Lantaarngesprek", "Pauze", "Zwaai naar de eerste boot", "Welkom"]
    assert clocks(desktop) == ["13:30", "13:55", "14:10", "14:20"]
    desktop.get_by_role("button", name="Haal weg: Pauze").press("Enter")
    expect(desktop.get_by_role("button", name="Haal weg: Zwaai naar de eerste boot")).to_be_focused()
    assert clocks(desktop) == ["13:30", "13:55", "14:05"]
    desktop.get_by_role("button", name="Zet terug").press("Enter")
    assert names(desktop)[1] == "Pauze"


def test_what_was_typed_since_stays_when_a_part_is_put_back(tab: Page, harbour_address: str) -> None:
    """Only the part that was taken out comes back, where it stood."""
    receive(tab, harbour_address)
    tab.get_by_role("button", name="Haal weg: Lantaarngesprek").click()
    tab.get_by_label("Minuten voor Welkom").fill("20")
    tab.get_by_label("Begint om").fill("09:00")
    tab.get_by_role("button", name="Zet terug").click()
    assert names(tab) == ["Welkom", "Lantaarngesprek", "Pauze", "Zwaai naar de eerste boot"]
    assert clocks(tab) == ["09:00", "09:20", "09:45", "10:00"]


# --- beside the selection -------------------------------------------------------------------


def test_what_the_selection_gets_comes_last_and_what_was_taken_out_stays_out(tab: Page, harbour_address: str) -> None:
    """The note of the selection is shown until the running order has one of its own."""
    collect(tab, harbour_address)
    tab.goto(harbour_address + "draaiboek/")
    note = tab.get_by_label("Notitie bij Lantaarngesprek")
    expect(note).to_have_value("Neem olie")
    tab.get_by_role("button", name="Haal weg: Botenblad").click()
    note.fill("Neem veel olie")
    tab.goto(harbour_address + "werkvormen/boekenboot/")
    keep(tab, "Boekenboot")
    tab.goto(harbour_address + "draaiboek/")
    assert names(tab) == [name for name in [*FIVE.values(), "Boekenboot"] if name != "Botenblad"]
    expect(note).to_have_value("Neem veel olie")
    assert stored(tab, "selectie")["entries"][1]["note"] == "Neem olie"


def test_a_meeting_of_which_all_is_taken_out_stays_empty(tab: Page, harbour_address: str) -> None:
    """Until the reader puts it back, or begins anew."""
    tab.goto(harbour_address + "selectie/#1;m.lantaarngesprek")
    tab.get_by_role("button", name="Bewaar op dit toestel").click()
    tab.goto(harbour_address + "draaiboek/")
    away = tab.get_by_role("button", name="Haal weg: Lantaarngesprek")
    away.click()
    expect(away).to_have_count(0)
    tab.get_by_role("button", name="Zet terug").click()
    away.click()
    tab.reload()
    tab.get_by_role("button", name="Begin opnieuw").click()
    assert names(tab) == ["Lantaarngesprek"]


def test_another_meeting_does_not_write_over_the_last_one(tab: Page, harbour_address: str) -> None:
    """With nothing in common, the reader chooses; what was there can be put back."""
    receive(tab, harbour_address)
    tab.goto(harbour_address + "partners/")
    keep(tab, "De kustwacht")
    tab.goto(harbour_address + "draaiboek/")
    expect(tab.get_by_text("Op dit toestel staat nog een draaiboek „Overleg”.")).to_be_visible()
    tab.get_by_role("button", name="Maak een nieuw draaiboek").click()
    assert names(tab) == ["De kustwacht"]
    tab.get_by_role("button", name="Zet terug").click()
    tab.get_by_role("button", name="Ga verder met dit draaiboek").click()
    assert names(tab) == ["Welkom", "Lantaarngesprek", "Pauze", "Zwaai naar de eerste boot"]


def test_two_tabs_make_one_running_order(tab: Page, other: Page, harbour_address: str) -> None:
    """What the one writes, the other shows and does not lose; where someone types, the cursor stays."""
    receive(tab, harbour_address)
    other.goto(harbour_address + "draaiboek/")
    tab.get_by_label("Wie leidt Welkom").fill("Gri")
    other.get_by_label("Minuten voor Lantaarngesprek").fill("30")
    expect(tab.get_by_label("Minuten voor Lantaarngesprek")).to_have_value("30")
    expect(tab.get_by_label("Wie leidt Welkom")).to_be_focused()
    tab.keyboard.type("et")
    expect(other.get_by_label("Wie leidt Welkom")).to_have_value("Griet")
    other.get_by_role("button", name="Zet later: Lantaarngesprek").click()
    expect(tab.locator(".runsheet__list .selection__name").nth(2)).to_have_text("Lantaarngesprek")
    tab.get_by_label("Titel").fill("Morgen")
    held = stored(other, "draaiboek")
    assert held["title"] == "Morgen" and held["parts"][0] == {"own": "Welkom", "minutes": 5, "who": "Griet"}
    assert held["parts"][2] == {"key": "m/lantaarngesprek", "minutes": 30, "who": "An"}
