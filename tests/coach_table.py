"""What a coach and a team come to see on their pages: also what was sent, what was made, and what could not be read."""

from __future__ import annotations

import json
from collections.abc import Callable

from choosing import choose
from playwright.sync_api import Page, expect
from scanning import part

State = Callable[[Page, str], None]
"""Opens a page of the guide at an address, and waits until what it is about stands there."""

_WAVE = "t.zwaai-naar-de-boot"
_MEETING = f"#1;{_WAVE},m.lantaarngesprek,w.botenblad;titel=Overleg%20op%20de%20kade"
_AGREED = {"what": "We hangen een lamp", "who": "Mira & Wout", "when": "voor 1/12", "key": "t/zwaai-naar-de-boot"}
_OURS = {
    "format": "sleutelbos-gids",
    "version": 1,
    "parts": {
        "selectie": {"version": 1, "title": "Van hen", "entries": [{"key": "t/zwaai-naar-de-boot", "note": ""}]},
        "gedaan": ["t/zwaai-naar-de-boot"],
    },
    "aside": [],
}


def _kept(page: Page, name: str, held: object) -> None:
    """Have the browser keep this, on the page where it is."""
    text = held if isinstance(held, str) else json.dumps(held)
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])


def _opens(path: str, selector: str) -> State:
    """What an address shows, once this stands there."""

    def state(page: Page, address: str) -> None:
        page.goto("about:blank")
        page.goto(address + path)
        expect(page.locator(selector).first).to_be_visible()

    return state


def _scan(page: Page, address: str) -> None:
    """At rest."""
    _opens("zelfscan/", ".scan__begin")(page, address)


def _asked(page: Page, address: str) -> None:
    """One statement."""
    _scan(page, address)
    part(page).get_by_role("button", name="Begin").click()
    expect(page.locator(".scan__statement")).to_be_visible()


def _team(page: Page, address: str) -> None:
    """What three colleagues said: some of it far apart."""
    _scan(page, address)
    edition = part(page).get_attribute("data-edition")
    codes = [
        {"edition": edition, "answers": one * 2, "mark": f"mark{at}0"} for at, one in enumerate(("11", "33", "12"))
    ]
    _kept(page, "zelfscan", {"v": 1, "begun": {}, "done": [], "team": codes})
    page.reload()
    expect(page.locator(".scan__team .scan__report")).to_be_visible()


def _colleague(page: Page, address: str) -> None:
    """The answers of a colleague, sent and not counted yet."""
    _scan(page, address)
    page.evaluate("Page.load('scan/page.js')")
    edition = part(page).get_attribute("data-edition")
    code = page.evaluate(f"ScanAnswers.encode({{ edition: '{edition}', answers: '1321', mark: 'abcdef' }})")
    page.evaluate("code => (location.hash = code)", code)
    expect(page.get_by_role("button", name="Verzamel ze op dit toestel")).to_be_visible()


def _hurt_scan(page: Page, address: str) -> None:
    """Answers that were hurt on their way."""
    _opens("zelfscan/#1;00000;1111;abcdef;000", ".scan__said:not(:empty)")(page, address)


def _other_runsheet(page: Page, address: str) -> None:
    """A running order of another meeting than what is chosen by now."""
    page.goto(f"{address}zelfscan/")
    parts = [{"key": "p/kustwacht", "minutes": 5, "who": "An"}]
    _kept(page, "draaiboek", {"v": 1, "title": "Overleg", "start": "13:30", "people": 12, "parts": parts})
    chosen = [{"key": "t/zwaai-naar-de-boot", "note": ""}]
    _kept(page, "selectie", {"version": 1, "title": "", "entries": chosen})
    _opens("draaiboek/", ".programme")(page, address)


def _screen(*keys: str) -> State:
    """A screen of a meeting, by the keys that lead there."""

    def state(page: Page, address: str) -> None:
        _opens(f"overleg/{_MEETING}", ".stage__bar")(page, address)
        for key in keys:
            page.keyboard.press(key)

    return state


def _agreed(page: Page, address: str) -> None:
    """The last screen, with what was agreed and the form to write down more."""
    page.goto(f"{address}zelfscan/")
    _kept(page, "afspraken", {"v": 1, "title": "Overleg", "date_back": "2027-01-15", "items": [_AGREED]})
    _screen("End")(page, address)
    page.get_by_text("Schrijf een afspraak bij").click()


def _agreeing(page: Page, address: str) -> None:
    """What is written down over a screen."""
    _agreed(page, address)
    page.keyboard.press("Home")
    page.keyboard.press("PageDown")
    page.get_by_role("button", name="Wij spreken af").click()
    expect(page.get_by_role("dialog").locator("li strong")).to_be_visible()


def _tried(page: Page, address: str) -> None:
    """A selection of which something was tried, with the line that says how it went."""
    _other_runsheet(page, address)
    _kept(page, "gedaan", "t/zwaai-naar-de-boot")
    page.goto(f"{address}selectie/")
    expect(page.get_by_label("Hoe ging het met Zwaai naar de eerste boot?")).to_be_visible()


def _file(held: object, said: str) -> State:
    """What a file that someone chose brings about."""

    def state(page: Page, address: str) -> None:
        page.goto(f"{address}onze-gids/")
        page.evaluate("Page.load('selection/data.js')")
        choose(page, "2026-11-27.onze-gids.json", json.dumps(held).encode())
        expect(page.get_by_text(said).first).to_be_visible()

    return state


MEETING: dict[str, State] = {
    "what is on the table": _screen(),
    "a tip": _screen("PageDown"),
    "a method": _screen("PageDown", "PageDown"),
    "a sheet": _screen("End", "PageUp"),
    "what is agreed": _agreed,
    "agreeing": _agreeing,
    "nothing": _opens("overleg/", ".stage__none"),
}
"""Each kind of screen of a meeting."""

SCAN: dict[str, State] = {
    "the scan": _scan,
    "a statement": _asked,
    "a team": _team,
}
"""What a room reads of the self-scan."""

STATES: dict[str, State] = {
    **{name: MEETING[name] for name in ("a tip", "agreeing", "nothing")},
    "a team": _team,
    "a colleague's answers": _colleague,
    "answers that were hurt": _hurt_scan,
    "a running order of another meeting": _other_runsheet,
    "a running order that was hurt": _opens("draaiboek/#1", ".selection__received"),
    "agreements that were sent": _opens("afspraken/#1;wat1=Een%20lamp;wie1=Mira;terug=2027-01-15", ".agreed__list"),
    "agreements that were hurt": _opens("afspraken/#1;wie1=An", ".agreed__received"),
    "posters that were hurt": _opens(f"affiches/#1;a6;m.lantaarngesprek,{_WAVE}", ".poster__face[data-step]"),
    "the tips of the weeks": _opens("tip-van-de-week/", ".weeks"),
    "a talk": _opens("situaties/niemand-komt-aan-wal/oefenen/", ".choice"),
    "something tried": _tried,
    "a file of a colleague": _file(_OURS, "Samengevoegd"),
    "a file that is none": _file({"format": "sleutelbos-werkblad"}, "geen bestand van Onze gids"),
}
"""What no other test of these pages looks at with axe, or not in each way of looking."""
