"""The report says what wants looking after, on the day that it is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.content.guide import Guide
from macros.content.readability import readability
from macros.model.asides import Box
from macros.open_guide import open_guide
from macros.pages.render import Renderer
from macros.pages.upkeep import upkeep, upkeep_on, upkeep_report
from macros.publish.portable import engine_in_dutch

REPORT = """\
Onderhoud op 2027-11-23

Material voor MkDocs krijgt verbeteringen tot 5 mei 2027: die dag is voorbij. Het plan staat in DECISIONS.md, en make \
portable toont dat de gids ook zonder kan.

Partners: 4 van 5 nog nooit nagekeken
  content/partners/eilandbibliotheek.yml  De eilandbibliotheek
  content/partners/vlaggentolk.yml  De vlaggentolk
  content/partners/havenhuis.yml  Het havenhuis
  content/partners/lichtschippers.yml  Bond van lichtschippers

Partners: 1 langer dan een jaar geleden nagekeken
  content/partners/kustwacht.yml  De kustwacht (2026-11-22)

Materiaal van anderen: 1 van 2 nog nooit nagekeken
  content/resources/vuurtorenboek.yml  Het grote vuurtorenboek

Materiaal van anderen: 1 langer dan een jaar geleden nagekeken
  content/resources/meeuwenfilm.yml  Meeuwen: de film (2026-11-20)

Partners die nog nergens genoemd zijn: 3
  content/partners/vlaggentolk.yml  De vlaggentolk
  content/partners/havenhuis.yml  Het havenhuis
  content/partners/lichtschippers.yml  Bond van lichtschippers

Begrippen die in geen enkele tekst staan: 1
  content/glossary/bakboord.yml  Bakboord

Situaties zonder tekening: 2
  content/situations/te-veel-meeuwen.yml  Er zijn te veel meeuwen
  content/situations/de-lamp-is-uit.yml  De lamp is uit, en niemand zei iets

Werkbladen zonder ingevuld voorbeeld: 1
  content/worksheets/tijtabel.yml  Tijtabel

Tips zonder voorbeeld: 4
  content/tips/soep-op-de-kade.yml  Zet soep op de kade
  content/tips/hang-een-lamp-op.yml  Hang een lamp op
  content/tips/houd-een-kom-apart.yml  Houd één kom apart
  content/tips/tel-de-golven.yml  Tel eerst de golven

Tips zonder band met een ander stuk: 2
  content/tips/houd-een-kom-apart.yml  Houd één kom apart
  content/tips/tel-de-golven.yml  Tel eerst de golven

Niveau van 7 tips: 5 voor alle, 1 kleuter, 1 lager, 1 secundair, 0 buitengewoon, 0 okan

Leest het moeilijkst: 10
  Het cijfer telt de woorden per zin op bij het aantal lange woorden op honderd (LIX). Onder 40 leest een tekst vlot, \
boven 50 stroef. Het daalt met een punt midden in een lange zin, of een gewoner woord.
  content/methods/lantaarngesprek.yml  Lantaarngesprek: 23, met 5 woorden per zin en 17 % lange woorden
  content/worksheets/botenblad.yml  Botenblad: 19, met 5 woorden per zin en 14 % lange woorden
  content/cases/het-lege-strand.yml  Het lege strand: 18, met 11 woorden per zin en 7 % lange woorden
  content/sections/overtocht-peilen.yml  Peil de diepte: 18, met 8 woorden per zin en 10 % lange woorden
  content/methods/boekenboot.yml  Boekenboot: 17, met 6 woorden per zin en 11 % lange woorden
  content/cases/de-nacht-van-de-soep.yml  De nacht van de soep: 16, met 8 woorden per zin en 7 % lange woorden
  content/recommendations/a1.yml  Laat het licht branden: 14, met 9 woorden per zin en 5 % lange woorden
  content/situations/niemand-komt-aan-wal.yml  Er komt niemand aan wal: 14, met 7 woorden per zin en 7 % lange woorden
  content/methods/kaartlezen.yml  Kaartlezen met het team: 12, met 5 woorden per zin en 6 % lange woorden
  content/tips/zwaai-naar-de-boot.yml  Zwaai naar de eerste boot: 12, met 7 woorden per zin en 5 % lange woorden

Beelden bij een gedeelde link die make pictures opnieuw kan tekenen: 2
  content/situations/niemand-komt-aan-wal.yml  Er komt niemand aan wal
  content/journeys/overtocht.yml  Samen naar de overkant

Nog aan te vullen: 1
  docs/over/index.md:3:5  Het adres van de toren is nog aan te vullen.

Waarschuwingen van de controle: 0

Links naar buiten: 3, naar 3 domeinen
    1  kustwacht.example
    1  meeuwen.example
    1  vuurtorenboek.example

Deze map kent haar geschiedenis niet: wat er veranderde sinds de vorige uitgave, weten we hier niet.

Voorstellen voor een band, van stukken die op elkaar lijken: 0"""


def test_the_report_names_everything_once(tiny: Guide) -> None:
    """Who reads it knows which file to open, and why."""
    pages = {"docs/over/index.md": "Eb.\n\n    het adres van de toren is nog aan te vullen.\n"}

    assert upkeep_report(tiny, upkeep_on(tiny, date(2027, 11, 23), pages)) == REPORT


def test_the_report_counts_down_to_the_last_fix_of_the_engine() -> None:
    """From the day of the report."""
    assert "tot 5 mei 2027: nog één dag. " in engine_in_dutch(date(2027, 5, 4))
    assert "tot 5 mei 2027: nog 159 dagen. " in engine_in_dutch(date(2026, 11, 27))


def test_what_the_check_warns_of_is_in_the_report(root: Path) -> None:
    """With the place to mend, and the place that already says it."""
    key = root / "content" / "keys" / "s01.yml"
    key.write_text(key.read_text().replace("opening: ", "opening: Word je gezien, dan durf je later aan te leggen. "))
    guide = open_guide(root / "content")

    assert """\
Waarschuwingen van de controle: 1
  content/keys/s01.yml:6:10  Bijna dezelfde zin staat op deze pagina ook in content/tips/zwaai-naar-de-boot.yml:9:6.
""" in upkeep_report(guide, upkeep_on(guide, date(2027, 11, 23)))


@pytest.mark.parametrize(
    "text, lix",
    [
        ("Golfslag en vuurtoren en zeewater en. " * 8, 56),
        ("Er is eb. Dan is er vloed. " * 8, 4),
        ("Golfslag. " * 8, None),
    ],
)
def test_long_sentences_of_long_words_read_hard(tiny: Guide, text: str, lix: int | None) -> None:
    """Six words a sentence, of which half is long: 6 + 50. Eight words are too few to say anything of."""
    box = tiny.get(Box, "brand-het-licht").model_copy(update={"text": text})

    read = readability(box)

    assert (read and read.lix) == lix


def test_a_tip_that_a_text_names_is_not_lone(root: Path) -> None:
    """A link in a running text is a way to a tip as well."""
    tip = root / "content" / "tips" / "soep-op-de-kade.yml"
    tip.write_text(
        tip.read_text("utf-8").replace("[de torenwachter](rol:", "[](tip:tel-de-golven), [hij](rol:"), "utf-8"
    )

    lone = upkeep_on(open_guide(root / "content"), date(2027, 1, 1)).lone

    assert [tip.id for tip in lone] == ["houd-een-kom-apart"]


@pytest.mark.parametrize(
    "day, old", [(date(2026, 11, 25), []), (date(2027, 11, 22), []), (date(2027, 11, 23), ["kustwacht"])]
)
def test_a_check_is_good_for_a_year(tiny: Guide, day: date, old: list[str]) -> None:
    """What was fine last week is left in peace."""
    assert [one.id for one in upkeep_on(tiny, day).checks[0].old] == old


def test_the_page_is_the_same_for_the_same_content(tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day comes from the latest change, not from the clock."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    page = Renderer(tiny).markdown(upkeep(tiny))

    assert "Stand van 2027-01-15" in page
    assert "Partners: nog nooit nagekeken <span>4 van 5</span>" in page
    assert "Tips zonder band met een ander stuk <span>2</span>" in page
    assert "Deze map kent haar geschiedenis niet" in page and "Niveau van 7 tips: 5 voor alle" in page
    assert "Lantaarngesprek](werkvorm:lantaarngesprek): 23, met 5 woorden per zin" in page
