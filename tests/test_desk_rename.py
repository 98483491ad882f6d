"""`make rename`: another id, with everything that names it, and without one address that stops."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from at_desk import answering, done, held, keep_in_git
from places import TINY

from macros.content.guide import Guide
from macros.desk.desk import open_desk
from macros.desk.rename import rename
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.site.permalinks import publish_new
from macros.system.errors import Refusal
from macros.system.files import write_file


@pytest.mark.parametrize("entry_type", ENTRY_TYPES, ids=lambda one: one.collection)
def test_every_entry_can_be_renamed_one_after_another(entry_type: type[Entry], root: Path, tiny: Guide) -> None:
    """The guide stays sound, nothing names the old id, and every address of before goes on answering."""
    publish_new(tiny, root / "content")
    before, entries = set(answering(root)), tiny.all(entry_type)
    for entry in entries:
        done(rename, root, f"{entry.noun}:{entry.id}", f"{entry.id}-nieuw", "--ja")

    desk = open_desk(root)
    assert before <= set(answering(root))
    assert {entry.id for entry in desk.guide.all(entry_type)} == {f"{entry.id}-nieuw" for entry in entries}
    old = {entry.id for entry in entries}
    assert [one for one in desk.namings if one.target[0] == entry_type.collection and one.id in old] == []


def test_only_the_lines_that_are_meant_change(root: Path) -> None:
    """Whatever else a line or a file holds, stays as someone wrote it."""
    before = held(root)
    done(rename, root, "tip:soep-op-de-kade", "soep-op-het-dek", "--ja")
    after = held(root)

    after["content/tips/soep-op-de-kade.yml"] = after.pop("content/tips/soep-op-het-dek.yml").replace(
        "\naliases: [soep-op-de-kade]", ""
    )
    assert {file: text.replace("soep-op-het-dek", "soep-op-de-kade") for file, text in after.items()} == before


def test_a_link_to_the_page_comes_along(root: Path) -> None:
    """A page of docs/ may lead to the file of a page, or to a place on one."""
    page = root / "docs" / "over" / "index.md"
    links = "[b](../werkvormen/kaartlezen.md) [c](../partners/index.md#partner-kustwacht)"
    page.write_text(f"{page.read_text('utf-8')}\n{links}\n", encoding="utf-8")
    done(rename, root, "werkvorm:kaartlezen", "de-kaart", "--ja")
    done(rename, root, "partner:kustwacht", "wacht", "--ja")

    assert "[b](../werkvormen/de-kaart.md) [c](../partners/index.md#partner-wacht)" in page.read_text("utf-8")


def test_macro_calls_come_along(root: Path) -> None:
    """Where an id stands between quotes, as a home or with its noun."""
    done(rename, root, "sleutel:s02", "s09", "--ja")
    done(rename, root, "begrip:eb", "laagtij", "--ja")
    done(rename, root, "partner:lichtschippers", "schippers", "--ja")
    said = (root / "docs" / "index.md").read_text("utf-8")

    assert '{{ tips("hang-een-lamp-op", home="s09") }}' in said
    assert '{{ cards("sleutel:s09", "aanbeveling:a1") }}' in said
    assert '{{ term("laagtij") }}' in said
    assert '{{ partners("schippers", need="ontmoeting") }}' in said


def test_the_words_of_search_come_along(root: Path) -> None:
    """A gap in search.yml may name a partner who helps."""
    done(rename, root, "partner:kustwacht", "wacht", "--ja")

    assert "partners: [wacht]}" in (root / "content" / "search.yml").read_text("utf-8")


def test_there_and_back_again(root: Path) -> None:
    """An old name may be taken again: then it is the id, and the other one an alias."""
    done(rename, root, "tip:bel-bij-mist", "luid-de-bel", "--ja")
    done(rename, root, "tip:luid-de-bel", "bel-bij-mist", "--ja")

    tip = open_desk(root).guide.entries["tips"]["bel-bij-mist"]
    assert tip.aliases == ("luid-de-bel",)


@pytest.mark.parametrize(
    "new, said",
    [
        ("hang-een-lamp-op", "'hang-een-lamp-op' is al bezet: zo heet content/tips/hang-een-lamp-op.yml."),
        ("wuif-eens", "'wuif-eens' is al bezet: het leidt naar tip:zwaai-naar-de-boot."),
        ("Bel!", "'Bel!' kan geen id zijn: "),
        ("bel-bij-mist", "'bel-bij-mist' heet al zo."),
    ],
)
def test_an_id_that_is_not_free_is_told(root: Path, new: str, said: str) -> None:
    """Two things with one name would be one address for both."""
    with pytest.raises(Refusal) as refused:
        done(rename, root, "tip:bel-bij-mist", new, "--ja")

    assert str(refused.value).startswith(said)


def test_an_address_that_was_given_out_is_never_given_again(root: Path) -> None:
    """Also when what it led to is long gone."""
    (root / "content" / "published.tsv").write_text("t/oud\t2020-01-01\t2020-01-02\tWeg.\n", encoding="utf-8")
    with pytest.raises(Refusal, match="'oud' is al bezet: het vaste adres /t/oud/ verscheen al"):
        done(rename, root, "tip:bel-bij-mist", "oud", "--ja")


def test_someone_at_a_terminal_is_asked(root: Path) -> None:
    """What, by a piece of its title; how it will be called; and whether that is what they want."""
    talk = done(rename, root, answers=["mist luid", "Mist!", "luid-de-bel", "ja"])

    assert "'Mist!' kan geen id zijn" in talk.heard
    assert "content/tips/bel-bij-mist.yml wordt content/tips/luid-de-bel.yml" in talk.heard
    assert (root / "content" / "tips" / "luid-de-bel.yml").is_file()


def test_nothing_happens_without_a_yes(root: Path) -> None:
    """Neither when someone says no, nor when nobody is there to say so."""
    before = held(root)
    done(rename, root, "tip:bel-bij-mist", "bel", answers=["misschien", "neen"])
    with pytest.raises(Refusal, match="Zet er dan --ja achter"):
        done(rename, root, "tip:bel-bij-mist", "bel")

    assert held(root) == before


def test_what_git_does_not_hold_is_left_alone(root: Path) -> None:
    """Unless someone says that it may be: then there is no way back."""
    keep_in_git(root)
    page = root / "docs" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\nNieuw.\n", encoding="utf-8")
    with pytest.raises(Refusal, match=r"nog niet bewaard in git:\n  docs/index.md"):
        done(rename, root, "tip:bel-bij-mist", "bel", "--ja")

    done(rename, root, "tip:bel-bij-mist", "bel", "--ja", "--toch")
    assert (root / "content" / "tips" / "bel.yml").is_file()


def test_git_brings_all_back(root: Path) -> None:
    """With the very words that are told when it is done."""
    keep_in_git(root)
    before = held(root)
    talk = done(rename, root, "tip:bel-bij-mist", "bel", "--ja")
    command = talk.said[-1].removeprefix("Toch niet? Zo kun je terug: ")
    subprocess.run(command, shell=True, cwd=root, check=True)

    assert held(root) == before


def test_a_result_that_is_not_sound_changes_nothing(root: Path) -> None:
    """The check is asked first; what it would say of the result, is told."""
    figure = root / "docs" / "over" / "index.md"
    figure.write_text(f'{figure.read_text("utf-8")}\n<a href="../werkvormen/kaartlezen/">Kaart</a>\n', encoding="utf-8")
    before = held(root)
    with pytest.raises(Refusal, match=r"docs/over/index.md:\d+:\d+\n  '../werkvormen/kaartlezen/' bestaat niet"):
        done(rename, root, "werkvorm:kaartlezen", "de-kaart", "--ja")

    assert held(root) == before


def test_a_write_that_fails_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk may be full halfway."""
    before, written = held(root), list[Path]()

    def half_full(path: Path, text: str | bytes) -> None:
        written.append(path)
        if len(written) == 4:
            raise OSError("vol")
        write_file(path, text)

    monkeypatch.setattr("macros.system.together.save_file", half_full)
    with pytest.raises(OSError, match="vol"):
        done(rename, root, "tip:zwaai-naar-de-boot", "zwaai", "--ja")

    assert held(root) == before


def test_a_guide_with_a_mistake_is_left_alone(root: Path) -> None:
    """No one could tell what came with the change."""
    shutil.copy(TINY / "content" / "tips" / "bel-bij-mist.yml", root / "content" / "tips" / "Bel.yml")
    with pytest.raises(Refusal, match="Verbeter dit eerst"):
        done(rename, root, "tip:bel-bij-mist", "bel", "--ja")
