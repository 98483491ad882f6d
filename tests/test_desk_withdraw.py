"""`make withdraw`: an entry goes, its address stays, and nothing is left that leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from at_desk import answering, done, held
from places import copy_of_tiny

from macros.content.guide import Guide
from macros.desk.desk import open_desk
from macros.desk.withdraw import withdraw
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.site.permalinks import publish_new
from macros.system.errors import Refusal

WHY = ("--waarom", "Dat doen we hier niet meer.")


def refused(root: Path, name: str) -> str:
    """Why an entry cannot go; nothing when it went."""
    try:
        done(withdraw, root, name, *WHY, "--ja")
    except Refusal as why:
        return str(why)
    return ""


@pytest.mark.parametrize("entry_type", ENTRY_TYPES, ids=lambda one: one.collection)
def test_a_withdrawal_is_sound_or_is_refused(entry_type: type[Entry], tmp_path: Path, tiny: Guide) -> None:
    """Of any entry: every address of it says why; what still names it, is told with its place, and then all stays."""
    for nr, entry in enumerate(tiny.all(entry_type)):
        root = copy_of_tiny(tmp_path / str(nr))
        publish_new(tiny, root / "content")
        before, addresses = held(root), set(answering(root))
        why_not = refused(root, f"{entry.noun}:{entry.id}")
        if why_not:
            assert held(root) == before
            assert re.search(r"\.(?:yml|md):\d+:\d+\n", why_not)
            continue
        now = answering(root)
        assert addresses <= set(now)
        assert all("Dat doen we hier niet meer." in now[f"{entry.letter}/{id}"] for id in (entry.id, *entry.aliases))


def test_lists_do_without(root: Path) -> None:
    """A list leaves it out; one of which nothing is left, goes too. The rest of the file stays as it was."""
    before = held(root)
    done(withdraw, root, "partner:eilandbibliotheek", *WHY, "--ja")
    after = held(root)

    file = "content/methods/boekenboot.yml"
    assert after[file] == before[file].replace("partners: [eilandbibliotheek]\n", "")


def test_what_helps_instead_takes_its_place(root: Path) -> None:
    """In a list, where it may stand there and does not yet; and whoever has the old address is led there."""
    done(withdraw, root, "tip:soep-op-de-kade", *WHY, "--nu", "tip:hang-een-lamp-op", "--ja")
    situation = (root / "content" / "situations" / "niemand-komt-aan-wal.yml").read_text("utf-8")

    assert "tips: [zwaai-naar-de-boot, hang-een-lamp-op]\n" in situation
    assert "Dit helpt nu: <a href=" in answering(root)["t/soep-op-de-kade"]


def test_an_example_of_ours_just_does_without(root: Path) -> None:
    """A line of a talk shows one tip at work: another tip would be a lie there."""
    done(withdraw, root, "tip:soep-op-de-kade", *WHY, "--nu", "tip:hang-een-lamp-op", "--ja")
    situation = (root / "content" / "situations" / "niemand-komt-aan-wal.yml").read_text("utf-8")

    assert '  silent: {says: "Schenk nog eens in. „Ik sta hier elke ochtend.”"}\n' in situation


def test_who_cannot_do_without_is_told_where(root: Path) -> None:
    """A text, a page of docs/, a field that may not be empty: each with its place and what would help."""
    before = held(root)
    said = refused(root, "tip:bel-bij-mist")

    assert said.startswith("'Luid de bel als het mistig is' (tip:bel-bij-mist) kan nog niet weg: drie plekken noemen")
    assert "content/letters/mist.yml:16:40\n  Dit veld kan niet zonder." in said
    assert "  Kies hier iets anders, of schrap dit punt van de lijst." in said
    assert "content/tips/zwaai-naar-de-boot.yml:8:45\n  Deze tekst noemt het." in said
    assert "docs/index.md:24:9\n  Deze pagina vraagt het met een macro." in said
    assert held(root) == before


def test_nobody_is_asked_for_what_cannot_go(root: Path) -> None:
    """Two answers, and then to hear that no answer helped: a sentence that names it is told at once."""
    with pytest.raises(Refusal, match="Deze tekst noemt het"):
        done(withdraw, root, "tip:bel-bij-mist", answers=[])


def test_a_link_to_its_page_is_told(root: Path) -> None:
    """MkDocs would only say so at the next build."""
    page = root / "docs" / "over" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\n[a](../werkvormen/kaartlezen.md)\n", encoding="utf-8")
    with pytest.raises(Refusal, match=r"docs/over/index.md:\d+:\d+\n  Deze link leidt ernaartoe."):
        done(withdraw, root, "werkvorm:kaartlezen", *WHY, "--ja")


def test_an_address_that_led_on_leads_on_further(root: Path, tiny: Guide) -> None:
    """What was withdrawn for it before, is led to what helps now."""
    publish_new(tiny, root / "content")
    done(withdraw, root, "partner:eilandbibliotheek", *WHY, "--nu", "rol:torenwachter", "--ja")
    ledger = (root / "content" / "published.tsv").read_text("utf-8")
    (root / "content" / "published.tsv").write_text(
        f"{ledger}p/heel-oud\t2020-01-01\t2020-02-01\tWeg.\tt/tel-de-golven\n", encoding="utf-8"
    )
    done(withdraw, root, "tip:tel-de-golven", *WHY, "--nu", "tip:hang-een-lamp-op", "--ja")

    assert "p/heel-oud\t2020-01-01\t2020-02-01\tWeg.\tt/hang-een-lamp-op\n" in (
        root / "content" / "published.tsv"
    ).read_text("utf-8")


def test_someone_at_a_terminal_is_asked(root: Path) -> None:
    """What goes, what helps instead (or nothing), and why; then all that happens is shown."""
    talk = done(withdraw, root, answers=["partner:eilandb", "", "De boeken zijn nat.", "ja"])

    assert "content/partners/eilandbibliotheek.yml gaat weg" in talk.heard
    assert "De boeken zijn nat." in answering(root)["p/eilandbibliotheek"]


def test_what_is_of_the_same_type_is_offered_first(root: Path) -> None:
    """A partner gives way to a partner, more often than to a situation."""
    heard = done(withdraw, root, "partner:eilandbibliotheek", answers=["", "De boeken zijn nat.", "ja"]).heard

    assert re.search(r"^   1  partner:", heard, re.MULTILINE)
    assert "of Enter als niets dat doet" in heard


def test_a_reason_is_asked_for(root: Path) -> None:
    """Whoever still has the address, reads it."""
    with pytest.raises(Refusal, match="--waarom"):
        done(withdraw, root, "tip:tel-de-golven", "--ja")


def test_every_promise_is_kept_where_nothing_was_published_yet(root: Path) -> None:
    """An address that stands in no ledger may have been shown: it gets a line all the same."""
    done(withdraw, root, "tip:tel-de-golven", *WHY, "--ja")

    assert "t/tel-de-golven" in answering(root)
    assert "tel-de-golven" not in open_desk(root).guide.entries["tips"]
