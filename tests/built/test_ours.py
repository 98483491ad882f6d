"""What a school keeps of its own: what it tried, and all of it in one file, for a colleague or another device."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdfium2
import pytest
from accessibility import COLOURS, violations
from choosing import choose
from playwright.sync_api import Page, expect
from sites import OpenWindow
from storage import FULL, stored

PAGE = "onze-gids/"
SHEET = "sleutelbos-werkblad-botenblad"
OURS = {
    "selectie": json.dumps({"version": 1, "title": "Van ons", "entries": [{"key": "t/wuif-eens", "note": "eerst"}]}),
    "gedaan": "t/wuif-eens\nm/lantaarngesprek",
    "hoe-ging-het": json.dumps({"v": 1, "items": {"t/wuif-eens": {"day": "2026-11-20", "how": "Ze zwaaiden terug."}}}),
    SHEET: json.dumps({"welke-boot-zag-je-vandaag": "De Mira"}),
}
THEIRS = {
    "format": "sleutelbos-gids",
    "version": 1,
    "parts": {
        "selectie": {"version": 1, "title": "Van hen", "entries": [{"key": "p/kustwacht", "note": ""}]},
        "gedaan": ["m/lantaarngesprek", "w/botenblad"],
        SHEET: {"welke-boot-zag-je-vandaag": "De Noordster", "kop_datum": "6 november"},
    },
    "aside": [],
}


def with_ours(page: Page, address: str) -> None:
    """Open the page on a device that keeps these."""
    page.add_init_script(
        f"if (!localStorage.length) for (const [name, text] of Object.entries({json.dumps(OURS)}))"
        " localStorage.setItem(name, text)"
    )
    page.goto(address + PAGE)
    expect(page.locator(".tried-table")).to_be_visible()


def opens(page: Page, held: object) -> None:
    """Choose a file. What a page fetches for it is there: a browser believes in a tap for some seconds only."""
    page.evaluate("Page.load('selection/data.js')")
    text = held if isinstance(held, str) else json.dumps(held)
    choose(page, "2026-11-27.onze-gids.json", text.encode())


def test_what_was_tried_is_kept_with_a_line_and_found_again(phone: Page, harbour_address: str) -> None:
    """Ticked in one's selection, also under the name of before; the start page's own list knows of it."""
    phone.goto(f"{harbour_address}selectie/#1;t.zwaai-naar-de-boot,p.kustwacht")
    phone.get_by_role("button", name="Bewaar op dit toestel").tap()
    expect(phone.get_by_role("checkbox", name=re.compile("^Gedaan"))).to_have_count(1)
    line = phone.get_by_label("Hoe ging het met Zwaai naar de eerste boot?")
    expect(line).to_be_hidden()
    phone.get_by_label("Gedaan: Zwaai naar de eerste boot").check()
    line.fill("Twee vaders zwaaiden terug.")
    assert phone.evaluate("localStorage.getItem('gedaan')") == "t/zwaai-naar-de-boot"
    phone.goto(harbour_address + PAGE)
    expect(phone.locator(".tried-table tbody tr")).to_have_count(1)
    expect(phone.locator(".tried-table")).to_contain_text("Twee vaders zwaaiden terug.")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.goto(harbour_address + "selectie/")
    expect(line).to_have_value("Twee vaders zwaaiden terug.")
    phone.get_by_label("Gedaan: Zwaai naar de eerste boot").uncheck()
    expect(line).to_be_hidden()
    phone.goto(harbour_address + PAGE)
    expect(phone.locator(".tried-list")).to_contain_text("Nog niets.")


def test_what_was_tried_survives_another_name(tab: Page, harbour_address: str) -> None:
    with_ours(tab, harbour_address)
    rows = tab.locator(".tried-table tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text(re.compile(r"Zwaai naar de eerste boot.*20 november.*Ze zwaaiden terug\."))
    expect(rows.first.get_by_role("link")).to_have_attribute("href", re.compile("zwaai"))


def test_what_was_tried_is_one_sheet_for_the_team(tab: Page, harbour_address: str) -> None:
    with_ours(tab, harbour_address)
    paper = pypdfium2.PdfDocument(tab.pdf(prefer_css_page_size=True))
    text = paper[0].get_textpage().get_text_range()
    assert len(paper) == 1
    assert "Ze zwaaiden terug." in text and "20 november" in text and "Lantaarngesprek" in text
    assert "Bewaar als bestand" not in text and "Opzij gezet" not in text


def test_one_file_brings_all_of_it_to_another_device(
    tab: Page, windows: OpenWindow, harbour_address: str, tmp_path: Path
) -> None:
    """And what stood there already, stays; nothing is asked of anyone."""
    with_ours(tab, harbour_address)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Bewaar als bestand").click()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d\.onze-gids\.json", download.value.suggested_filename)
    file = tmp_path / "gids.json"
    download.value.save_as(file)
    assert [url for url in asked if not url.startswith("blob:")] == []
    elsewhere = windows(320, 700)
    elsewhere.goto(harbour_address + PAGE)
    opens(elsewhere, file.read_text(encoding="utf-8"))
    expect(elsewhere.get_by_text("Samengevoegd: 4 delen uit het bestand.")).to_be_visible()
    expect(elsewhere.locator(".ours__parts")).to_contain_text("Van ons · 1 stuk")
    assert elsewhere.evaluate("localStorage.getItem('gedaan')") == OURS["gedaan"]
    for name in set(OURS) - {"gedaan"}:
        assert stored(elsewhere, name) == json.loads(OURS[name])
    assert elsewhere.evaluate("document.documentElement.scrollWidth") <= 320
    elsewhere.get_by_role("button", name="Zet terug").click()
    assert [stored(elsewhere, name) for name in OURS if name != "gedaan"] == [None] * 3


def test_two_become_one_and_what_does_not_fit_stands_aside(tab: Page, harbour_address: str) -> None:
    with_ours(tab, harbour_address)
    opens(tab, THEIRS)
    expect(tab.get_by_text("Wat niet bij dat van jullie paste, staat onderaan opzij: 2 delen.")).to_be_visible()
    assert tab.evaluate("localStorage.getItem('gedaan')") == "t/wuif-eens\nm/lantaarngesprek\nw/botenblad"
    assert stored(tab, SHEET) == {"welke-boot-zag-je-vandaag": "De Mira", "kop_datum": "6 november"}
    assert [one["key"] for one in stored(tab, "selectie")["entries"]] == ["t/wuif-eens", "p/kustwacht"]
    tab.get_by_role("button", name=re.compile("Wissel om: Mijn selectie")).click()
    assert stored(tab, "selectie")["title"] == "Van hen"
    expect(tab.locator(".ours__aside")).to_contain_text("Van ons · 2 stukken")
    tab.get_by_role("button", name="Zet terug").click()
    assert stored(tab, "selectie")["title"] == "Van ons"
    tab.get_by_role("button", name=re.compile("Gooi weg: Werkblad: Botenblad")).click()
    expect(tab.locator(".ours__aside > li")).to_have_count(1)
    assert stored(tab, SHEET)["welke-boot-zag-je-vandaag"] == "De Mira"


@pytest.mark.parametrize(
    "held, said",
    [
        ("geen json", "beschadigd"),
        ({"format": "sleutelbos-werkblad"}, "geen bestand van Onze gids"),
        ({**THEIRS, "version": 2}, "nieuwere versie"),
        ({**THEIRS, "parts": {}}, "staat niets"),
    ],
    ids=["damaged", "of a sheet", "newer", "empty"],
)
def test_what_is_no_such_file_changes_nothing(tab: Page, harbour_address: str, held: object, said: str) -> None:
    with_ours(tab, harbour_address)
    opens(tab, held)
    expect(tab.get_by_role("status")).to_contain_text(said)
    expect(tab.get_by_role("status")).to_contain_text("Er is niets veranderd.")
    assert {name: tab.evaluate("name => localStorage.getItem(name)", name) for name in OURS} == OURS


def test_a_full_device_says_so_and_keeps_what_it_had(tab: Page, harbour_address: str) -> None:
    with_ours(tab, harbour_address)
    tab.evaluate(FULL)
    opens(tab, THEIRS)
    expect(tab.get_by_role("status")).to_contain_text("Er is niets veranderd.")
    assert {name: tab.evaluate("name => localStorage.getItem(name)", name) for name in OURS} == OURS


def test_all_of_it_can_be_wiped_and_put_back(tab: Page, harbour_address: str) -> None:
    """By keyboard; what the reader chose for this site, such as dark, is another matter."""
    with_ours(tab, harbour_address)
    expect(tab.locator("[data-kept]").first).to_have_text("1")
    tab.evaluate("localStorage.setItem('weergave', 'dark')")
    tab.get_by_role("button", name="Wis alles").press("Enter")
    assert tab.evaluate("Object.keys(localStorage).filter(name => name !== 'gelezen')") == ["weergave"]
    expect(tab.locator("[data-kept]").first).to_have_text("")
    expect(tab.get_by_role("button", name="Zet terug")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator(".tried-table tbody tr")).to_have_count(2)
    expect(tab.locator("[data-kept]").first).to_have_text("1")


def test_it_works_from_a_disk(tab: Page, disk: Path) -> None:
    tab.goto((disk / "onze-gids.html").as_uri())
    opens(tab, THEIRS)
    expect(tab.get_by_text("Samengevoegd: 3 delen uit het bestand.")).to_be_visible()
    expect(tab.locator(".tried-table tbody tr")).to_have_count(2)
    tab.reload()
    expect(tab.locator(".ours__parts")).to_contain_text("Van hen · 1 stuk")


def test_everyone_can_use_it(windows: OpenWindow, harbour_address: str) -> None:
    for options, rules in (({}, None), ({"color_scheme": "dark"}, COLOURS)):
        page = windows(390, 844, **options)
        with_ours(page, harbour_address)
        opens(page, THEIRS)
        expect(page.locator(".ours__aside")).to_be_visible()
        assert (violations(page, rules) if rules else violations(page)) == []
