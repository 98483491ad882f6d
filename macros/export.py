"""Exports the whole guide as plain Markdown with a plain configuration and its own frame, for any other builder.

What this writes needs no macros, no plugin and no theme: of Material for MkDocs, which gets fixes until a day that
macros/publish/portable.py names, it holds the styles and the few icons that the frame asks for. Every path in it is
relative, so that it can stand anywhere. tests/equality.py compares what other builders make of it with our own site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from macros.book.downloads import downloads
from macros.content.docs_prose import front_matter_of
from macros.content.folders import files_below
from macros.content.history import last_changes
from macros.content.since_release import since_release
from macros.open_guide import open_guide
from macros.pages.docs_check import refuse_broken_docs
from macros.pages.macro_calls import bound_macros, fill, lay_out
from macros.pages.markdown_extension import GuideMarkdown
from macros.pages.render import Renderer
from macros.publish.beside_pages import beside_pages
from macros.publish.joined_assets import joined_assets
from macros.publish.offline import without_door
from macros.publish.portable import MADE_BY_BUILDERS, portable_config, read_me, write_frame
from macros.publish.search_data import SearchRecord, is_searched, prose_records
from macros.publish.theme_styles import BASE_STYLES, whole_styles
from macros.site.pages import assets_for, menu, pages
from macros.site.permalinks import write_permalink_pages
from macros.site.pictures import unasked_pictures
from macros.site.surroundings import Way, surroundings
from macros.site.terms import link_terms
from macros.site.urls import link_names, page_url
from macros.system.errors import Refusal
from macros.system.files import write_file
from macros.system.folders import new_folder

_YEAR = re.compile(r"^((?:[-*+]|\d+\.)? *\d{3,})\. ", re.MULTILINE)
"""A year that opens a text: another builder would make it the first number of a list."""

_HEADING = re.compile(r"^# (.+?) *(?:\{.*\})?$", re.MULTILINE)
"""The first heading of a page: its title, when nothing above it says another."""

_FORM = "assets/form/"
"""The form for editors writes in content/, and there is none in an export."""


def export(root: Path, folder: Path) -> None:
    """Write docs/, overrides/ and mkdocs.yml for a guide into an empty or new folder.

    Raises ContentError, and Refusal for any other folder: what stands there may be someone's work.
    """
    _refuse_if_taken(root, folder)
    with new_folder(folder) as new:
        _refuse_if_taken(root, folder)  # Another export may have been first.
        _Export(root, new.path).write()
        new.put_in_place()


def _refuse_if_taken(root: Path, folder: Path) -> None:
    for name in ("content", "docs"):
        if folder.resolve().is_relative_to((root / name).resolve()):
            raise Refusal(f"De map '{folder}' hoort bij {name}/ van de gids zelf. Kies een nieuwe map daarbuiten.")
    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"De map '{folder}' is niet leeg, en wat erin staat zou verloren gaan. Kies een nieuwe map.")


class _Export:
    """One export: of a project, into a folder."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder, self._docs = root, folder, folder / "docs"
        changes, since = partial(last_changes, root), partial(since_release, root)
        self._renderer = Renderer(open_guide(root / "content", changes=changes, since_release=since))
        self._guide = self._renderer.guide
        refuse_broken_docs(self._renderer, root / "docs")
        self._settings: dict[str, Any] = yaml.safe_load(
            (root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", "")
        )
        self._generated = {page.file: page for page in pages(self._guide)}
        self._files = sorted(self._kept_files(), key=_as_walked)
        self._prose = {file: self._read(file) for file in self._files if file.endswith(".md")}
        self._menu = menu(self._guide, self._prose)
        self._titles = {file: page.title for file, page in self._generated.items()}
        self._titles |= {file: self._title_of(file, *read) for file, read in self._prose.items()}

    def _kept_files(self) -> Iterator[str]:
        """What of docs/ an export holds."""
        left_out = self._settings["exclude_docs"].split()
        files = [
            path.relative_to(self._root / "docs").as_posix() for path in files_below(self._root / "docs", self._root)
        ]
        unasked = unasked_pictures(self._guide, files)
        return (
            file for file in files if f"/{file}" not in left_out and file not in unasked and not file.startswith(_FORM)
        )

    def _read(self, file: str) -> tuple[dict[str, Any], str]:
        """The front matter of a page that someone wrote, and the rest with its macro calls carried out."""
        text = (self._root / "docs" / file).read_text(encoding="utf-8")
        front = front_matter_of(text)
        return next(yaml.safe_load_all(front), None) or {}, fill(text.removeprefix(front), self._macros)

    @cached_property
    def _macros(self) -> Mapping[str, Any]:
        return bound_macros(self._renderer)

    def write(self) -> None:
        """Write all of it."""
        for file in self._files:
            write_file(self._docs / file, (self._root / "docs" / file).read_bytes())
        self._join_assets()
        # Before the pages: they tell how many sheets a download takes.
        for file, content in downloads(self._renderer, self._root / ".build"):
            write_file(self._docs / file, content)
        prose: list[SearchRecord] = []
        for file, (meta, text) in self._prose.items():
            linked = self._write_page(file, meta, text)
            if is_searched(file):
                prose += prose_records(self._crumb(file)["title"], file, self._html(linked))
        for file, page in self._generated.items():
            meta = {"title": page.title, "description": page.description, "window": page.window}
            self._write_page(
                file, {**meta, "scripts": page.scripts, "styles": page.styles}, lay_out(self._renderer, page)
            )
        for file, text in beside_pages(self._guide, prose, page_url, lambda file: self._crumb(file)["title"]).items():
            write_file(self._docs / file, text)
        write_permalink_pages(self._guide, self._docs)
        write_frame(self._root / "overrides", self._folder / "overrides")
        config = portable_config(self._settings, self._guide, self._menu, self._root / "docs" / "assets")
        write_file(self._folder / "mkdocs.yml", yaml.safe_dump(config, allow_unicode=True, sort_keys=False))
        write_file(self._folder / "LEES-MIJ.md", read_me(self._guide))
        write_file(self._folder / ".gitignore", MADE_BY_BUILDERS)

    def _join_assets(self) -> None:
        """Write each joined file in the place of its pieces."""
        assets, wanted = self._docs / "assets", self._settings["extra"]["joined"]
        texts = joined_assets(assets, without_door(wanted))
        texts[BASE_STYLES] = whole_styles() + texts[BASE_STYLES]
        for pieces in wanted.values():
            for piece in pieces:
                (assets / piece).unlink(missing_ok=True)  # A piece can be in two of them.
        for name, text in texts.items():
            write_file(assets / name, text)

    def _write_page(self, file: str, meta: Mapping[str, Any], markdown: str) -> str:
        """Write a page with its terms explained, with links where it names entries, and with its front matter.

        Answers its Markdown, as our own build has it.
        """
        text = link_names(self._guide, link_terms(self._guide, markdown, file), file)
        around = surroundings(file, self._generated.get(file), self._titles, self._crumb, self._way)
        called = {kind: [*meta.get(kind, ()), *names] for kind, names in assets_for(text).items()}
        said = {"title": self._titles[file], **meta, **around, **called}
        said = {name: value for name, value in said.items() if value}
        front = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
        write_file(self._docs / file, f"---\n{front}---\n" + _YEAR.sub(r"\1\\. ", text))
        return text

    def _html(self, text: str) -> str:
        """A page as MkDocs renders it, less where its links lead: for what search finds in it."""
        named = [item if isinstance(item, dict) else {item: {}} for item in self._settings["markdown_extensions"]]
        settings = {name: values for item in named for name, values in item.items()}
        extensions = ["toc", "tables", "fenced_code", *settings, GuideMarkdown()]
        return Markdown(extensions=list(dict.fromkeys(extensions)), extension_configs=settings).convert(text)

    def _title_of(self, file: str, meta: Mapping[str, Any], text: str) -> str:
        """The title of a page that someone wrote."""
        heading = _HEADING.search(text)
        return str(meta.get("title") or self._words.get(file) or (heading[1] if heading else ""))

    def _crumb(self, file: str) -> Way:
        return Way(title=self._words.get(file, self._titles[file]), url=page_url(file))

    def _way(self, file: str) -> Way:
        return Way(title=self._titles[file], url=page_url(file))

    @cached_property
    def _words(self) -> dict[str, str]:
        """What the menu calls the pages that stand in it, by file."""
        items = [*self._menu]
        words: dict[str, str] = {}
        for item in items:
            for word, leads in item.items():
                if isinstance(leads, str):
                    words[leads] = word
                else:
                    items += leads
        return words


def _as_walked(file: str) -> tuple[Sequence[str], bool, str]:
    """Where a file comes when MkDocs goes through its folder: in its folder, the index first."""
    *folders, name = file.split("/")
    return folders, name != "index.md", name
