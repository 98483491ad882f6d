"""Pages that are kept from one build to the next: which change makes a page anew, and which does not.

Each test builds a small site twice, with one thing changed between, and sees which pages were rendered and which went
through the theme again.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from kept_site import append, build, written
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.kept import made_by
from macros.kept.made_by import KEEP
from macros.kept_pages import pages

ALL = {"index.md", "een.md"}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two pages that was built, and kept."""
    monkeypatch.setenv(KEEP, "yes")
    made = build(written(tmp_path))
    assert (made.rendered, made.themed) == (ALL, ALL)
    return tmp_path


# --- what keeps a page ------------------------------------------------------------------------


def test_nothing_changed(root: Path) -> None:
    """Then nothing is made, and the site is the same."""
    made = build(root)

    assert (made.rendered, made.themed) == (set(), set())
    assert made.site["een.md"].startswith('<h1>Een</h1> <h1 id="een">Een</h1>')


def test_a_page_knows_what_it_knew(root: Path) -> None:
    """Its title, its chapters, its anchors and where it leads: MkDocs asks for them when all pages are there."""
    known: dict[str, object] = {}

    def see(page: Page) -> None:
        links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        chapters = [(one.title, one.id, one.level, len(one.children)) for one in page.toc]
        known[page.file.src_uri] = page.title, chapters, page.present_anchor_ids, links

    build(root, seen=see)

    assert known["index.md"] == (
        "Start",
        [("Start", "start", 1, 0)],
        {"start"},
        {"een.md": {"deel": "een.md#deel"}},
    )
    assert known["een.md"] == ("Een", [("Een", "een", 1, 1)], {"een", "deel"}, {})


def test_a_page_changed_back(root: Path) -> None:
    """It is made again, as it was."""
    before = build(root).site
    text = (root / "docs/een.md").read_text(encoding="utf-8")
    append(root, "docs/een.md", "\nMeer.\n")
    assert build(root).site["een.md"] != before["een.md"]
    (root / "docs/een.md").write_text(text, encoding="utf-8")

    assert build(root).site == before


def test_only_the_last_build_is_kept(root: Path) -> None:
    """What no page came from any more, goes: the folder does not grow."""
    folder = root / ".build" / "pages" / "site"
    before = len(list(folder.iterdir()))
    append(root, "docs/een.md", "\nMeer.\n")
    build(root)

    assert before == len(list(folder.iterdir())) == 2 * len(ALL)


# --- what makes a page anew ---------------------------------------------------------------------


def test_its_markdown(root: Path) -> None:
    """It, and no other."""
    append(root, "docs/een.md", "\nMeer.\n")
    made = build(root)

    assert (made.rendered, made.themed) == ({"een.md"}, {"een.md"})


@pytest.mark.parametrize("file", ["macros/code.py", "macros/new.jinja", "overrides/main.html", "mkdocs.yml"])
def test_a_file_that_makes_pages(root: Path, file: str) -> None:
    """Code, a template, the settings, also one that is new: every page."""
    append(root, file, "\n")

    assert build(root).rendered == ALL


def test_a_package(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of any: every page."""
    monkeypatch.setattr(made_by, "packages", lambda folders: ["markdown-9.dist-info"])

    assert build(root).rendered == ALL


def test_a_folder_that_leads_round_is_read_once(tmp_path: Path) -> None:
    """Two links to above would be followed for ever."""
    (tmp_path / "docs" / "over").mkdir(parents=True)
    (tmp_path / "docs" / "over" / "een.md").touch()
    plain = made_by.files_digest(tmp_path, ["docs"])
    for folder in ("docs", "docs/over"):
        (tmp_path / folder / "rond").symlink_to(tmp_path / "docs", target_is_directory=True)

    assert made_by.files_digest(tmp_path, ["docs"]) == plain


def test_each_package_is_seen_with_its_version(tmp_path: Path) -> None:
    """As the folder says that installing it leaves."""
    (tmp_path / "markdown-3.10.dist-info").mkdir()

    assert made_by.packages([str(tmp_path), str(tmp_path / "absent")]) == ["markdown-3.10.dist-info"]


def test_python(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of it: every page."""
    monkeypatch.setattr(sys, "version", "3.99")

    assert build(root).rendered == ALL


@pytest.mark.parametrize(
    "name, value",
    [
        ("site_url", "https://voorbeeld.be/"),
        ("site_name", "Een andere naam"),
        ("site_description", "Een andere zin"),
        ("copyright", "Van ons"),
        ("use_directory_urls", False),
        ("extra_css", ["een.css"]),
        ("extra_javascript", ["een.js"]),
        ("extra", {"contact": "iemand@voorbeeld.be"}),
        ("nav", [{"Eerst": "een.md"}, {"Start": "index.md"}]),
    ],
)
def test_a_setting(root: Path, name: str, value: object) -> None:
    """Of MkDocs, also when our code or the environment sets it: every page."""

    def change(config: MkDocsConfig) -> None:
        config[name] = value

    assert build(root, change).rendered == ALL


def test_which_files_there_are(root: Path) -> None:
    """A link leads to a file or warns: one more is every page anew."""
    append(root, "docs/twee.md", "# Twee\n")

    assert build(root).rendered == {*ALL, "twee.md"}


@pytest.mark.parametrize("name, value", [("beside", [{"title": "Buur", "url": "buur/"}]), ("title", "Anders")])
def test_what_stands_around_it(root: Path, name: str, value: object) -> None:
    """Crumbs, neighbours, titles: the page goes through the theme again, and is not rendered again."""

    def change(page: Page) -> None:
        page.meta[name] = value if page.file.src_uri == "een.md" else page.meta.get(name)

    build(root, seen=lambda page: page.meta.setdefault(name, None))
    made = build(root, seen=change)

    assert made.rendered == set()
    assert "een.md" in made.themed


def test_where_it_is_edited(root: Path) -> None:
    """The address below a page is on that page only."""
    made = build(root, seen=lambda page: setattr(page, "edit_url", page.file.src_uri.replace("een.md", "elders")))

    assert (made.rendered, made.themed) == (set(), ALL)


def test_a_title_in_the_menu(root: Path) -> None:
    """It stands on every page."""
    (root / "docs/een.md").write_text("# Anders\n\n## Deel\n\nTekst.\n", encoding="utf-8")
    made = build(root)

    assert (made.rendered, made.themed) == ({"een.md"}, ALL)


# --- what is not kept ---------------------------------------------------------------------------


def test_nothing_of_a_build_that_warned(root: Path) -> None:
    """Else the next build would not warn again."""
    append(root, "docs/een.md", "\n[Nergens](nergens.md)\n")
    warned = build(root)
    again = build(root)

    assert warned.rendered == again.rendered == {"een.md"}


def test_nothing_that_was_cut(root: Path) -> None:
    """A full disk may leave half a page."""
    for path in (root / ".build" / "pages" / "site").iterdir():
        path.write_bytes(path.read_bytes()[:40])

    assert build(root).rendered == ALL


def test_nothing_while_the_code_changes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs, is then not what stands there."""
    code = iter(["before", "after", "before", "before"])
    monkeypatch.setattr(pages, "code_digest", lambda _: next(code))
    build(root)

    assert build(root).rendered == ALL


def test_nothing_beside_a_hook_or_another_plugin(root: Path) -> None:
    """We cannot tell what goes into it."""
    append(root, "hook.py", "")

    def change(config: MkDocsConfig) -> None:
        config.hooks = {"hook.py": None}  # type: ignore[assignment]

    assert build(root, change).rendered == ALL


@pytest.mark.parametrize("said", ["no", ""])
def test_nothing_when_no_one_asked(root: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """Who builds with MkDocs itself, as CI does, builds every page."""
    monkeypatch.setenv(KEEP, said)

    assert build(root).rendered == ALL


def test_a_build_leaves_no_one_counting(root: Path) -> None:
    """The one who counts warnings goes when the build is done."""
    build(root)

    assert [one for one in logging.getLogger("mkdocs").handlers if type(one).__name__ == "CountHandler"] == []


def test_a_text_of_a_page(root: Path) -> None:
    """Its Markdown with links is kept too, under what it is made of."""
    made: list[str] = []

    def asked(names: str) -> str:
        def linked() -> str:
            made.append(names)
            return f"Links naar {names}"

        return build(root, text=lambda kept: kept.text(("een.md", "Tekst", names), linked)).text

    assert [asked("a"), asked("a"), asked("b")] == ["Links naar a", "Links naar a", "Links naar b"]
    assert made == ["a", "b"]
