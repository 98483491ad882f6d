"""`make new`: a file that the check lets through, whatever it is a file of, and a page for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_desk import done, held

from macros.check.rules import warnings
from macros.content.canonical import text_in_form
from macros.content.guide import Guide
from macros.content.yaml_file import YamlValue, parse_yaml_file
from macros.desk.desk import open_desk
from macros.desk.new import new, proposed_id
from macros.model.advice import Key, Recommendation, Tip
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION, ENTRY_TYPES
from macros.pages.macro_calls import lay_out
from macros.pages.render import Renderer
from macros.site.pages import pages
from macros.site.urls import page_of
from macros.system.errors import Refusal
from macros.worksheets.downloads import misfits
from macros.worksheets.html import WorksheetHtml

TITLE = "Het nieuwe touw van de meeuw"


@pytest.mark.parametrize("entry_type", ENTRY_TYPES, ids=lambda one: one.collection)
def test_a_title_is_enough(entry_type: type[Entry], root: Path) -> None:
    """Of any type: one file comes, the guide is sound, and its page shows what is still to be written."""
    before = held(root)
    talk = done(new, root, entry_type.noun, "--title", TITLE)
    (made,) = set(held(root)) - set(before)
    desk = open_desk(root)
    entry = desk.guide.entries[entry_type.collection][Path(made).stem]
    page = next(page for page in pages(desk.guide) if page.file == page_of(desk.guide, entry))

    assert TITLE in lay_out(Renderer(desk.guide), page)
    assert {problem.place.file for problem in warnings(desk.guide)} == {made}
    assert f"{made} staat er." in talk.heard
    assert "Dit kan er ook nog bij:" in talk.heard


def test_a_new_sheet_fits_its_page(root: Path, tmp_path: Path) -> None:
    """The quick check knows no paper."""
    done(new, root, "werkblad", "--title", TITLE)
    guide = open_desk(root).guide

    assert list(misfits(WorksheetHtml(guide), tmp_path / "sheets")) == []


def test_what_is_left_open_is_told_with_its_meaning(root: Path) -> None:
    """A file has no place for comments: the screen says what each field is for, and what it may hold."""
    said = done(new, root, "tip", "--title", TITLE, "--what", "Trek eraan.").heard

    assert "  effort: Hoe snel je het kunt doen." in said
    assert "    Dit kan: nu, vandaag, deze week, dit schooljaar." in said
    assert "\n  what: " not in said


def test_everything_can_be_given(root: Path) -> None:
    """Words and ids with commas between them, a record between braces; an option more than once makes a list."""
    given = {
        "home": "s01",
        "kind": "detail",
        "what": "Trek eraan: dan komt de boot.",
        "moments": "poort, elk contact",
        "levels": "kleuter",
        "effort": "nu",
        "evidence": "{kind: practice}",
        "sources": "{source: logboek, section: Touwen, page: 3}",
    }
    words = [word for name, value in given.items() for word in (f"--{name}", value)]
    said = done(new, root, "tips", "--title", TITLE, *words, "--search-words", "koord", "--search-words", "lijn, fijn")
    tip = open_desk(root).guide.get(Tip, "nieuwe-touw-meeuw")

    assert (tip.what, tip.moments) == ("Trek eraan: dan komt de boot.", ("poort", "elk contact"))
    assert tip.search_words == ("koord", "lijn, fijn")
    assert "NOG IN TE VULLEN" not in said.heard
    assert "Nog in te vullen of na te kijken" not in said.heard


@pytest.mark.parametrize(
    "words, said",
    [
        (["tip"], "Een tip heeft een titel nodig"),
        (["tipp", "--title", "X"], "Een 'tipp' kennen we niet. Bedoelde je 'tip'?"),
        (["tip", "--titel", TITLE], "Een tip heeft geen veld 'titel'. Bedoelde je 'title'?"),
        (["tip", "--title", TITLE, "--home", "s99"], "'s99' staat niet in content/sections/"),
        (["tip", "--title", TITLE, "--effort", "ooit"], "effort"),
        (["tip", "--title", TITLE, "--evidence", "practice"], "Bij --evidence horen velden."),
        (["tip", "--title", TITLE, "--id", "bel-bij-mist"], "'bel-bij-mist' is al bezet"),
        (["tip", "--title"], "Achter '--title' hoort wat het wordt"),
        (["tip", "Zwaai", "eens"], "'eens' is een woord te veel."),
        ([], "Zeg wat je wilt maken: situatie, aanbeveling"),
    ],
)
def test_what_is_not_understood_is_told_and_nothing_is_kept(words: list[str], said: str, root: Path) -> None:
    """In a sentence with what would help."""
    before = held(root)
    with pytest.raises(Refusal) as refused:
        done(new, root, *words)

    assert said in str(refused.value)
    assert held(root) == before


def test_someone_at_a_terminal_is_asked(root: Path) -> None:
    """What it is, how it is called, then each field that it cannot do without, with what may stand there."""
    answers = ["tip", TITLE, "", "zwaai eerst", "detail", "logboek", "Touwen", "3", "", "", "kleuter", ""]
    answers += ["Trek eraan.", "nu", "1", "", "practice", "", "ja"]
    talk = done(new, root, answers=answers)
    tip = open_desk(root).guide.get(Tip, "nieuwe-touw-meeuw")

    assert (tip.home, tip.what, tip.levels, tip.effort) == ("s01", "Trek eraan.", ("kleuter",), "nu")
    assert tip.sources[0].section == "Touwen"
    assert "   2  detail" in talk.said
    assert "Nog een bij 'sources'? (ja of neen, Enter: neen)" in talk.said


def test_what_was_chosen_is_not_offered_again(root: Path) -> None:
    """Of a list one sees what is left, and that Enter ends it."""
    answers = ["tip", TITLE, "", "zwaai eerst", "detail", "logboek", "Touwen", "3", "", "", "kleuter", ""]
    talk = done(new, root, answers=[*answers, "Trek eraan.", "nu", "1", "2", "", "practice", "", "ja"])

    assert talk.said.count("   1  kleuter") == 1
    assert "Nummer, of een stukje van het woord, of Enter als het genoeg is:" in talk.said
    assert len(open_desk(root).guide.get(Tip, "nieuwe-touw-meeuw").moments) == 2


def test_a_mistake_can_be_mended_on_the_way(root: Path) -> None:
    """The check says what is wrong; one names the field, and answers again."""
    given = ["--home", "s01", "--kind", "detail", "--effort", "nu", "--moments", "poort", "--levels", "kleuter"]
    given += ["--evidence", "{kind: practice}", "--sources", "{source: logboek, section: Touwen}"]
    answers = ["", "what", "Trek eraan.", "ja"]
    talk = done(new, root, "tip", "--title", TITLE, "--what", "Trek <b>eraan</b>.", *given, answers=answers)

    assert "Hier staat HTML" in talk.heard
    assert open_desk(root).guide.get(Tip, "nieuwe-touw-meeuw").what == "Trek eraan."


def test_who_types_several_at_once_hears_to_choose_one(root: Path) -> None:
    """A list of words with commas is in no list of choices; each is asked for by itself."""
    answers = ["tip", TITLE, "", "zwaai eerst", "detail", "logboek", "Touwen", "3", "", ""]
    answers += ["kleuter, lager", "kleuter", "", "Trek eraan.", "nu", "1", "", "practice", "", "ja"]
    talk = done(new, root, answers=answers)

    assert "Niets gevonden met 'kleuter, lager'. Kies er één tegelijk." in talk.said


def test_an_id_is_proposed_that_is_free(root: Path) -> None:
    """Of the telling words of a title; of what only has numbers, the next; never what was given out before."""
    (root / "content" / "published.tsv").write_text("t/zwaai\t2020-01-01\t2020-01-02\tWeg.\n", encoding="utf-8")
    desk = open_desk(root)

    assert proposed_id(desk, Tip, "Zwaai!") == "zwaai-2"
    assert proposed_id(desk, Tip, "Bel bij de mist") == "bel-mist"
    assert proposed_id(desk, Tip, "De") == "de"
    assert proposed_id(desk, Key, "Zing") == "s03"
    assert proposed_id(desk, Recommendation, "Zing") == "a3"


def test_what_is_written_is_read_again(guide: Guide) -> None:
    """Every entry there is, written by `text_in_form`, holds what it held."""
    for (collection, _), file in guide.files.items():
        again = parse_yaml_file(file.file, text_in_form(BY_COLLECTION[collection], file.values).encode()).values

        assert _bare(again) == _bare(file.values)


def _bare(value: YamlValue) -> YamlValue:
    """A value without the line end behind a text, which no field keeps."""
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_bare(part) for part in value]
    return value.rstrip("\n") if value else value


def test_fields_stand_in_the_order_of_the_model(tiny: Guide) -> None:
    """Whatever order they were asked in."""
    text = text_in_form(Tip, {"what": "Trek.", "home": "s01", "title": "Touw"})

    assert text == "title: Touw\nhome: s01\nwhat: Trek.\n"
