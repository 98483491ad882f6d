"""What was published keeps answering, through a new name, a merger and a withdrawal; what is told about it is true."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from json_schema import faults
from places import TINY

from macros.content import history
from macros.content.guide import Guide
from macros.content.history import History, last_changes
from macros.content.problems import ContentError
from macros.model.practice import Worksheet
from macros.open_guide import open_guide
from macros.publish.catalogue import catalogue, catalogue_schema
from macros.publish.feed import feed
from macros.site.permalinks import permalink_pages, publish_new
from macros.site.urls import public_url, site_url
from macros.system.errors import Refusal
from macros.worksheets.html import WorksheetHtml

FROM, TO = "zwaai-naar-de-boot", "zwaai-naar-het-schip"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the tiny guide of which everything has been published."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    assert publish_new(open_guide(tmp_path / "content"), tmp_path / "content") > 20
    return tmp_path / "content"


def rename_everywhere(content: Path, old: str, new: str) -> None:
    """Let every file that names the one name the other."""
    for path in content.rglob("*.yml"):
        path.write_text(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, path.read_text("utf-8")), encoding="utf-8")


def test_publishing_twice_changes_nothing(content: Path) -> None:
    """The first day of an address stays its first day."""
    before = (content / "published.tsv").read_bytes()

    assert publish_new(open_guide(content), content) == 0
    assert (content / "published.tsv").read_bytes() == before


def test_a_renamed_entry_answers_to_its_old_name_or_the_check_fails(content: Path) -> None:
    """Without an alias the check says which link would break; with one, the old address leads to the new."""
    (content / "tips" / f"{FROM}.yml").rename(content / "tips" / f"{TO}.yml")
    rename_everywhere(content, FROM, TO)
    with pytest.raises(ContentError, match=f"Deze link zou breken: /t/{FROM}/"):
        open_guide(content)

    path = content / "tips" / f"{TO}.yml"
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"^aliases: \[", f"aliases: [{FROM}, ", text, flags=re.MULTILINE)
        if "aliases: [" in text
        else f"{text}aliases: [{FROM}]\n",
        encoding="utf-8",
    )
    pages = dict(permalink_pages(open_guide(content)))

    assert f"#tip-{TO}" in pages[f"t/{FROM}/index.html"] and f"#tip-{TO}" in pages[f"t/{TO}/index.html"]


def test_a_merged_entry_answers_where_it_went(content: Path) -> None:
    """Two partners become one: the address of the one that is gone leads to the other."""
    (content / "partners" / "lichtschippers.yml").unlink()
    rename_everywhere(content, "lichtschippers", "kustwacht")
    path = content / "partners" / "kustwacht.yml"
    text = re.sub(r"^(status|now|fact):.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text.replace("aliases: [", "aliases: [lichtschippers, "), encoding="utf-8")

    assert "#partner-kustwacht" in dict(permalink_pages(open_guide(content)))["p/lichtschippers/index.html"]


def test_a_withdrawn_entry_says_so_and_points_on(content: Path) -> None:
    """What is deleted keeps a short page with the reason and what helps instead."""
    ledger = content / "published.tsv"
    text = ledger.read_text("utf-8") + "t/oude-boei\t2026-01-01\n"
    ledger.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match="Deze link zou breken: /t/oude-boei/"):
        open_guide(content)

    ledger.write_text(
        text.replace("t/oude-boei\t2026-01-01", f"t/oude-boei\t2026-01-01\t2026-02-03\tDe boei <is> weg.\tt/{FROM}"),
        encoding="utf-8",
    )
    page = dict(permalink_pages(open_guide(content)))["t/oude-boei/index.html"]

    assert "De boei &lt;is&gt; weg." in page and f"#tip-{FROM}" in page and 'http-equiv="refresh"' not in page


def test_the_environment_sets_the_base_address(tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """One place says where the site stands; everything that names it follows."""
    monkeypatch.setenv("SITE_URL", "https://school.example/gids")

    assert f'content="https://school.example/gids/t/{FROM}/"' in dict(permalink_pages(tiny))[f"t/{FROM}/index.html"]
    assert "<id>https://school.example/gids/</id>" in feed(tiny)


@pytest.mark.parametrize("said", ["", " ", " \n"])
def test_an_empty_setting_is_no_address(said: str, tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set but blank, as some build services do, it leaves the address of content/site.yml: on pages, and on paper."""
    monkeypatch.setenv("SITE_URL", said)
    sheet = tiny.get(Worksheet, "botenblad")

    assert f"<id>{tiny.site.address}</id>" in feed(tiny)
    assert f'href="{tiny.site.address}w/botenblad/"' in WorksheetHtml(tiny).sheet(sheet, "pdf")


@pytest.mark.parametrize("said", ["https://elders.example/gids", " https://elders.example/gids/\n"])
def test_an_address_ends_in_one_slash(said: str, tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """However someone typed it."""
    monkeypatch.setenv("SITE_URL", said)

    assert site_url(tiny.site) == "https://elders.example/gids/"


@pytest.mark.parametrize(
    "said", ["gids", "/gids/", "school.be/gids", "//school.be", "https://", "https:///gids/", "ftp://school.be", "a b"]
)
def test_what_is_no_address_is_refused(said: str, tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page and no sheet is made with it: paper cannot be mended afterwards."""
    monkeypatch.setenv("SITE_URL", said)
    words = f"^SITE_URL in de omgeving is geen webadres: '{said}'"
    with pytest.raises(Refusal, match=words):
        feed(tiny)
    with pytest.raises(Refusal, match=words):
        WorksheetHtml(tiny).sheet(tiny.get(Worksheet, "botenblad"), "page")


def test_a_placeholder_is_no_address_to_share() -> None:
    """As long as the site stands nowhere, scripts share the address that the reader is at."""
    assert public_url("https://gids.school.example/map/") is None
    assert public_url("https://gids.school.be/example/") == "https://gids.school.be/example/"


def test_the_feed_is_well_formed_whatever_the_address(tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also with the signs that XML has a use for of its own."""
    monkeypatch.setenv("SITE_URL", "https://school.example/?gids=ouders&taal=nl")
    root = ElementTree.fromstring(feed(tiny))

    assert root.findtext("{http://www.w3.org/2005/Atom}id") == "https://school.example/?gids=ouders&taal=nl/"


def test_the_catalogue_fits_its_schema(guide: Guide) -> None:
    """Who builds on the guide finds what is promised: every field, known kinds, relations that exist."""
    whole = json.loads(json.dumps(catalogue(guide)))
    known = {one["permalink"] for one in whole["entries"]}

    assert list(faults(catalogue_schema(), whole)) == []
    assert len(known) == len(whole["entries"]) == len(list(guide))
    assert [one["id"] for one in whole["entries"] if not set(one["relations"]) <= known] == []


def test_what_git_does_not_know_has_the_day_it_was_published(content: Path) -> None:
    """Who takes the guide without its history still knows how old a thing is."""
    entries = json.loads(json.dumps(catalogue(open_guide(content))))["entries"]

    assert [one["id"] for one in entries if not one["updated"]] == []


def test_the_feed_tells_what_is_new_and_what_changed(tmp_path: Path) -> None:
    """Newest first, from git; a shallow clone claims nothing it did not see; without git, there is a feed too.

    Nor is it news when a commit only changed how hundreds of files are written.
    """
    home = tmp_path / "home"
    shutil.copytree(TINY / "content", home / "content")
    tip = home / "content" / "tips" / f"{FROM}.yml"
    _git(home, "2026-01-01", "init", "-q")
    _commit(home, "2026-01-01")
    tip.write_text(tip.read_text("utf-8") + "\n", encoding="utf-8")
    _commit(home, "2026-02-03")
    _git(tmp_path, "2026-02-03", "clone", "-q", "--depth", "1", f"file://{home}", "shallow")
    whole, shallow = last_changes(home), last_changes(tmp_path / "shallow")
    titles = [
        one.text or ""
        for one in ElementTree.fromstring(feed(open_guide(home / "content", changes=lambda: whole))).iter(
            "{http://www.w3.org/2005/Atom}title"
        )
    ]

    assert titles[1].startswith("Bijgewerkt: ") and titles[2].startswith("Nieuw: ")
    assert (
        whole[f"content/tips/{FROM}.yml"].moment.startswith("2026-02-03T") and not whole[f"content/tips/{FROM}.yml"].new
    )
    (home / ".git-blame-ignore-revs").write_text(f"# Labels\n{_head(home)}\n", encoding="utf-8")
    quiet = last_changes(home)[f"content/tips/{FROM}.yml"]
    assert quiet.moment.startswith("2026-01-01T") and quiet.new
    assert shallow == {} and last_changes(TINY / "nergens") == {}
    assert ElementTree.fromstring(feed(open_guide(home / "content"))) is not None


def test_who_asks_git_again_and_again_hears_of_another_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And of a shallow clone that was made whole; as long as nothing of that happens, the log is not read again."""
    home, shallow = tmp_path / "home", tmp_path / "shallow"
    shutil.copytree(TINY / "content", home / "content")
    _git(home, "2026-01-01", "init", "-q")
    _commit(home, "2026-01-01")
    (home / "content" / "site.yml").write_text("name: Nieuw\n", encoding="utf-8")
    _commit(home, "2026-02-03")
    _git(tmp_path, "2026-02-03", "clone", "-q", "--depth", "1", f"file://{home}", "shallow")
    there, here = History(home), History(shallow)
    assert there.last_changes() == last_changes(home) and here.last_changes() == {}
    with monkeypatch.context() as once:
        once.setattr(history, "last_changes", None)
        assert there.last_changes() and not here.last_changes()

    _git(shallow, "2026-02-03", "fetch", "-q", "--unshallow")
    assert here.last_changes() == there.last_changes()
    (home / "content" / "site.yml").write_text("name: Nieuwer\n", encoding="utf-8")
    _commit(home, "2026-03-04")
    assert there.last_changes()["content/site.yml"].moment.startswith("2026-03-04T")


def _head(folder: Path) -> str:
    return subprocess.run(["git", "rev-parse", "HEAD"], check=True, cwd=folder, capture_output=True, text=True).stdout


def _git(folder: Path, day: str, *words: str) -> None:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a"}
    subprocess.run(
        ["git", *words],
        cwd=folder,
        check=True,
        env={
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            **who,
            "GIT_AUTHOR_DATE": f"{day}T12:00:00Z",
            "GIT_COMMITTER_DATE": f"{day}T12:00:00Z",
        },
    )


def _commit(folder: Path, day: str) -> None:
    _git(folder, day, "add", "-A")
    _git(folder, day, "commit", "-qm", "x")
