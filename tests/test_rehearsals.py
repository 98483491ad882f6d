"""A talk to rehearse: one good line is followed, every choice has a kind answer, and all of it leads somewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from macros.content.canonical import text_in_form
from macros.content.guide import Guide
from macros.content.problems import ContentError, UnknownEntry
from macros.content.yaml_file import read_yaml_file
from macros.model.situation import Situation
from macros.model.talk import Instead, Turn
from macros.open_guide import open_guide
from macros.pages.entry_pages import situation
from macros.pages.rehearsal_pages import RehearsalPage, rehearsal
from macros.pages.render import Renderer
from macros.publish.search_data import search_records
from macros.site.pages import pages
from macros.site.rehearsals import REHEARSALS, rehearsal_page_of, rehearsed

WORRY = "niemand-komt-aan-wal"


def shown(guide: Guide, id: str) -> RehearsalPage:
    """What the page of a talk gets to lay out."""
    view = rehearsal(guide, id)
    assert isinstance(view, RehearsalPage)
    return view


def changed(root: Path, change: Callable[[Turn], tuple[Instead, ...]]) -> Guide:
    """A copy of the tiny guide, in which each line of the talk has other choices."""
    talk = open_guide(root / "content").get(Situation, WORRY).dialogue
    assert talk
    lines = [
        turn.model_copy(update={"instead": change(turn)}).model_dump(mode="json", exclude_defaults=True)
        for turn in talk.lines
    ]
    file = root / "content" / "situations" / f"{WORRY}.yml"
    read = read_yaml_file(file, root)
    values = {**read.values, "dialogue": {**cast("Any", read.values["dialogue"]), "lines": lines}}
    file.write_text(text_in_form(Situation, values), encoding="utf-8")
    return open_guide(root / "content")


def test_the_whole_talk_is_heard_whatever_is_chosen(guide: Guide) -> None:
    """In its order, each line once; and what is said in the talk itself is always one of the choices."""
    for entry in rehearsed(guide):
        page = shown(guide, entry.id)
        heard = [turn for step in page.steps for turn in step.heard]

        assert (*heard, *page.rest) == page.talk.lines
        for step in page.steps:
            assert [choice.says for choice in step.choices if not choice.instead] == [step.turn.says]
            assert {choice.instead for choice in step.choices} == {None, *step.turn.instead}


def test_where_a_choice_stands_tells_nothing(tiny: Guide, root: Path) -> None:
    """Not always first or last; and in the same order when an editor turns the others around."""
    page = shown(tiny, WORRY)
    first = page.steps[0]
    turned = changed(root, lambda turn: turn.instead[::-1])

    assert len({[choice.instead is None for choice in step.choices].index(True) for step in page.steps}) > 1
    assert shown(turned, WORRY).steps[0].choices == first.choices


def test_no_choice_goes_without_a_kind_answer(guide: Guide) -> None:
    """Each says why; of what we would say, what it does or which tip stands behind it."""
    renderer = Renderer(guide)
    for entry in rehearsed(guide):
        said = renderer.markdown(rehearsal(guide, entry.id))
        answers = [part.partition("</summary>")[2].partition("</details>")[0] for part in said.split("<details")[1:]]

        assert len(answers) == sum(1 + len(turn.instead) for turn in shown(guide, entry.id).talk.choices)
        assert all(answer.strip() for answer in answers)


def test_it_says_that_it_is_ours(tiny: Guide) -> None:
    """On screen, with a link to what that means, and on paper."""
    said = Renderer(tiny).markdown(rehearsal(tiny, WORRY))

    assert "**Voorbeeld van ons.**" in said.replace("<strong>", "**").replace("</strong>", "**")
    assert "(/over/index.md#van-ons)" in said and "Voorbeeld van ons, nergens getest." in said


def test_each_player_has_a_card(tiny: Guide) -> None:
    """With what they say, as it is numbered in the talk; who looks on sees what is done."""
    page = shown(tiny, WORRY)

    assert page.mine.who == ["leerkracht"] and [at for at, _ in page.mine.lines] == [1, 3, 6, 8]
    assert page.theirs.who == ["ouder", "leerling"] and [at for at, _ in page.theirs.lines] == [2, 4, 5, 7]
    assert [turn.does for _, turn in page.seen] == ["groet eerst", "vraagt iets gewoons", "neemt iets weg"]


def test_a_situation_leads_to_its_rehearsal(tiny: Guide) -> None:
    """In its talk, and nowhere when there is none."""
    page = Renderer(tiny).markdown

    assert f"[Oefen dit gesprek](/situaties/{WORRY}/oefenen.md)" in page(situation(tiny, WORRY))
    assert "Oefen dit gesprek" not in page(situation(tiny, "te-veel-meeuwen"))


def test_without_choices_there_is_nothing_to_rehearse(root: Path) -> None:
    """No list, no page, no way to it; who asks for one hears why not."""
    guide = changed(root, lambda _: ())

    assert rehearsed(guide) == () and not [page for page in pages(guide) if page.macro.startswith("rehearsal")]
    assert "Oefen dit gesprek" not in Renderer(guide).markdown(situation(guide, WORRY))
    with pytest.raises(UnknownEntry, match="geen gesprek om te oefenen"):
        rehearsal(guide, WORRY)


def test_the_list_is_found_and_a_talk_is_found_by_its_situation(tiny: Guide) -> None:
    """A made-up talk is no answer to what someone asks."""
    found = {record.page for record in search_records(tiny)}

    assert REHEARSALS in found
    assert rehearsal_page_of(tiny, tiny.get(Situation, WORRY)) not in found


def test_no_other_page_takes_its_address(root: Path) -> None:
    """Whoever calls a journey so, is told."""
    file = root / "content" / "journeys" / "overtocht.yml"
    text = file.read_text(encoding="utf-8").replace("address: overtocht", "address: oefenen")
    assert "address: oefenen" in text
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError, match="hetzelfde adres als de pagina „Oefen het gesprek”"):
        open_guide(root / "content")
