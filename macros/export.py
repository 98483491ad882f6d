"""Exports the whole guide as plain Markdown with a plain configuration, for any other builder.

Material for MkDocs will not live for ever (it gets no more than fixes, until May 2027). What this writes needs
no macros and no plugin of ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from macros.content.docs_prose import front_matter_of
from macros.content.folders import files_below
from macros.content.guide import Guide
from macros.content.history import last_changes
from macros.open_guide import open_guide
from macros.pages.docs_check import refuse_broken_docs
from macros.pages.macro_calls import bound_macros, fill, lay_out
from macros.pages.render import Renderer
from macros.publish.beside_pages import beside_pages
from macros.publish.inline_script import inline_script
from macros.publish.joined_assets import joined_assets
from macros.publish.theme_styles import BASE_STYLES, whole_styles
from macros.site.pages import assets_for, menu, pages
from macros.site.permalinks import write_permalink_pages
from macros.site.terms import link_terms
from macros.site.urls import link_names, page_url, public_url, site_url
from macros.system.errors import Refusal
from macros.system.files import write_file
from macros.system.folders import new_folder
from macros.worksheets.downloads import downloads

_YEAR = re.compile(r"^((?:[-*+]|\d+\.)? *\d{3,})\. ", re.MULTILINE)
"""A year that opens a text: another builder would make it the first number of a list."""

_DONE = frozenset({"macros", "sleutelbos"})
"""The plugins whose work is done in what is exported."""


def export(root: Path, folder: Path) -> None:
    """Write docs/ and mkdocs.yml for a guide into an empty or new folder.

    Raises ContentError, and Refusal for any other folder: what stands there may be someone's work.
    """
    _refuse_if_taken(root, folder)
    with new_folder(folder) as new:
        _refuse_if_taken(root, folder)  # Another export may have been first.
        _fill(root, new.path)
        new.put_in_place()


def _fill(root: Path, folder: Path) -> None:
    renderer = Renderer(open_guide(root / "content", changes=lambda: last_changes(root)))
    guide, docs = renderer.guide, folder / "docs"
    refuse_broken_docs(renderer, root / "docs")
    for path in files_below(root / "docs", root):
        write_file(docs / path.relative_to(root / "docs"), path.read_bytes())
    config = _plain_config(root, guide)
    _join_assets(docs / "assets", config["extra"].pop("joined"))
    _export_prose(renderer, docs)
    titles = {page.file: page.title for page in pages(guide)}
    for file, text in beside_pages(guide, (), page_url, titles.__getitem__).items():
        write_file(docs / file, text)
    for file, content in downloads(renderer.worksheets, root / ".build" / "sheets"):
        write_file(docs / file, content)
    for page in pages(guide):
        meta = {"title": page.title, "description": page.description}
        markdown = lay_out(renderer, page)
        write_file(docs / page.file, _page(guide, meta, markdown, page.file, page.scripts, page.styles))
    write_permalink_pages(guide, docs)
    write_file(folder / "mkdocs.yml", yaml.safe_dump(config, allow_unicode=True, sort_keys=False))


def _refuse_if_taken(root: Path, folder: Path) -> None:
    for name in ("content", "docs"):
        if folder.resolve().is_relative_to((root / name).resolve()):
            raise Refusal(f"De map '{folder}' hoort bij {name}/ van de gids zelf. Kies een nieuwe map daarbuiten.")
    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"De map '{folder}' is niet leeg, en wat erin staat zou verloren gaan. Kies een nieuwe map.")


def _join_assets(assets: Path, wanted: Mapping[str, Sequence[str]]) -> None:
    """Write each joined file in the place of its pieces."""
    texts = joined_assets(assets, wanted)
    texts[BASE_STYLES] = whole_styles() + texts[BASE_STYLES]
    for pieces in wanted.values():
        for piece in pieces:
            (assets / piece).unlink(missing_ok=True)  # A piece can be in two of them.
    for name, text in texts.items():
        write_file(assets / name, text)


def _export_prose(renderer: Renderer, docs: Path) -> None:
    """The pages that people write, with their macro calls carried out."""
    macros = bound_macros(renderer)
    for path in docs.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        front = front_matter_of(text)
        meta = next(yaml.safe_load_all(front), None) or {}
        assets = meta.pop("scripts", ()), meta.pop("styles", ())
        markdown = fill(text.removeprefix(front), macros)
        write_file(path, _page(renderer.guide, meta, markdown, path.relative_to(docs).as_posix(), *assets))


def _page(
    guide: Guide, meta: dict[str, Any], markdown: str, page: str, scripts: Sequence[str], styles: Sequence[str]
) -> str:
    """A page with its terms explained, with links where it names entries, and with its front matter."""
    text = link_names(guide, link_terms(guide, markdown, page), page)
    called = assets_for(text)
    assets = {"scripts": [*scripts, *called["scripts"]], "styles": [*styles, *called["styles"]]}
    meta = {**meta, **{name: files for name, files in assets.items() if files}}
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n" + _YEAR.sub(r"\1\\. ", text)


def _plain_config(root: Path, guide: Guide) -> dict[str, Any]:
    """The mkdocs.yml of the guide, less everything that runs our code."""
    config: dict[str, Any] = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    config["site_name"], config["site_url"] = guide.site.name, site_url(guide.site)
    config["extra"]["early"] = inline_script(root / "docs" / "assets")
    config["extra"]["address"] = public_url(config["site_url"])
    config["theme"]["custom_dir"] = str((root / "overrides").resolve())
    config["plugins"] = [
        plugin for plugin in config["plugins"] if not _DONE & set([plugin] if isinstance(plugin, str) else plugin)
    ]
    config["nav"] = menu(
        guide, {path.relative_to(root / "docs").as_posix() for path in files_below(root / "docs", root)}
    )
    config.pop("watch")
    return config
