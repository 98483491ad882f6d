"""`make merge`: two entries become one, and nobody loses their way."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from at_desk import answering, done, held
from places import copy_of_tiny

from macros.content.guide import Guide
from macros.desk.desk import open_desk
from macros.desk.merge import merge
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.site.permalinks import publish_new
from macros.system.errors import Refusal


@pytest.mark.parametrize("entry_type", ENTRY_TYPES, ids=lambda one: one.collection)
def test_a_merger_is_sound_or_is_refused(entry_type: type[Entry], tmp_path: Path, tiny: Guide) -> None:
    """Of any two of a type: no address stops, nothing names what is gone; what cannot be, changes nothing."""
    for nr, (gone, kept) in enumerate(pairwise(tiny.all(entry_type))):
        root = copy_of_tiny(tmp_path / str(nr))
        publish_new(tiny, root / "content")
        before, addresses = held(root), set(answering(root))
        try:
            done(merge, root, f"{gone.noun}:{gone.id}", f"{kept.noun}:{kept.id}", "--ja")
        except Refusal:
            assert held(root) == before
            continue
        desk = open_desk(root)
        assert addresses <= set(answering(root))
        assert desk.guide.find(entry_type.collection, gone.id) is desk.guide.entries[entry_type.collection][kept.id]
        assert [one for one in desk.namings if one.id == gone.id and one.target[0] == entry_type.collection] == []


def test_a_list_names_the_other_once(root: Path) -> None:
    """Where both stood, one is left; where one stood, the other does."""
    done(merge, root, "tip:zwaai-naar-de-boot", "tip:bel-bij-mist", "--ja")
    key = (root / "content" / "keys" / "s01.yml").read_text("utf-8")
    message = (root / "content" / "messages" / "de-boot-komt.yml").read_text("utf-8")

    assert "  tips: [bel-bij-mist]\n" in key
    assert "\ntips: [bel-bij-mist]\n" in message


def test_what_stays_does_not_name_itself(root: Path) -> None:
    """A field leaves it out, and of a link in a text its words are left."""
    tip = root / "content" / "tips" / "soep-op-de-kade.yml"
    more = "summary: Warm\ntips: [hang-een-lamp-op, bel-bij-mist]\nwhy: Dan past [een lamp](tip:hang-een-lamp-op).\n"
    tip.write_text(tip.read_text("utf-8").replace("what:", f"{more}what:"), encoding="utf-8")
    done(merge, root, "tip:hang-een-lamp-op", "tip:soep-op-de-kade", "--ja")
    said = tip.read_text("utf-8")

    assert "tips: [bel-bij-mist]\n" in said
    assert "why: Dan past een lamp.\n" in said


def test_the_old_names_go_along(root: Path) -> None:
    """Those that led to the one, lead to the other."""
    done(merge, root, "tip:zwaai-naar-de-boot", "tip:bel-bij-mist", "--ja")

    aliases = open_desk(root).guide.entries["tips"]["bel-bij-mist"].aliases
    assert aliases[-3:] == ("wuif-eens", "dag-boot", "zwaai-naar-de-boot")


def test_what_is_lost_is_told(root: Path) -> None:
    """Before someone says yes: what only stands in the file that goes, as it stands there."""
    talk = done(merge, root, "partner:kustwacht", "partner:havenhuis", answers=["neen"])

    assert "Dit staat alleen in content/partners/kustwacht.yml, en gaat mee weg." in talk.heard
    assert "  offer: Zegt wie er vaart en wie er vast ligt." in talk.heard
    assert (root / "content" / "partners" / "kustwacht.yml").is_file()


def test_points_of_a_list_go_on_answering(root: Path, tiny: Guide) -> None:
    """A point with an anchor has an address of its own: it says what became of the list."""
    publish_new(tiny, root / "content")
    done(merge, root, "lijst:drie-vlaggen", "lijst:twee-tijen", "--ja")

    assert "Dit helpt nu" in answering(root)["l/vlag-een"]


def test_two_of_different_types_stay_two(root: Path) -> None:
    """What would help then, is said as something to type."""
    with pytest.raises(Refusal, match="python -m macros withdraw tip:bel-bij-mist --nu werkvorm:kaartlezen"):
        done(merge, root, "tip:bel-bij-mist", "werkvorm:kaartlezen", "--ja")


def test_one_and_the_same_is_told(root: Path) -> None:
    """Also by another of its names."""
    with pytest.raises(Refusal, match="Dat is twee keer hetzelfde: tip:zwaai-naar-de-boot"):
        done(merge, root, "tip:zwaai-naar-de-boot", "tip:wuif-eens", "--ja")
