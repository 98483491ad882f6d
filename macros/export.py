"""The whole guide as plain Markdown with a plain configuration, for any other builder.

The engine under the guide will not live for ever (Material gets no more than fixes, until
May 2027). What this writes needs no macros, no hooks and no plugin of ours.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from macros.assets import joined
from macros.blocks import MACROS, lay_out
from macros.downloads import downloads
from macros.guide import Guide
from macros.links import base_address, resolve, url_of
from macros.pages import called_for, menu, pages
from macros.permalinks import write
from macros.reading import open_guide
from macros.render import fill
from macros.search import data, findables
from macros.terms import link_terms

_FRONT = re.compile(r"(?:---\n(?P<meta>.*?\n)---\n)?(?P<body>.*)", re.S)


def export(root: Path, folder: Path) -> None:
    """Write docs/ and mkdocs.yml for a guide into an empty or new folder. Raises ContentError."""
    guide = open_guide(root / "content")
    docs = folder / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(root / "docs", docs)
    for path in docs.rglob("*.md"):
        written = _FRONT.fullmatch(path.read_text(encoding="utf-8"))
        meta = yaml.safe_load(written["meta"] or "") or {}
        path.write_text(_finished(guide, meta, fill(written["body"], _calls(guide)), path.relative_to(docs).as_posix()), encoding="utf-8")
    config = _plain_config(root, guide)
    _join_assets(docs / "assets", config["extra"].pop("joined"))
    titles = {page.file: page.title for page in pages(guide)}
    (docs / "assets" / "search" / "data.js").write_text(data(guide, findables(guide), url_of, titles.__getitem__), encoding="utf-8")
    for page in pages(guide):
        path = docs / page.file
        path.parent.mkdir(parents=True, exist_ok=True)
        meta = {"title": page.title, "description": page.description, "scripts": page.scripts, "styles": page.styles}
        path.write_text(_finished(guide, meta, lay_out(guide, page), page.file), encoding="utf-8")
    write(guide, docs)
    for name, held in downloads(guide, root / ".build" / "sheets"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(held)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _finished(guide: Guide, meta: dict[str, object], markdown: str, page: str) -> str:
    """A page with its words explained, with links where it named entries, and with what it needs on top."""
    text = resolve(guide, link_terms(guide, markdown, page), page)
    for kind in ("scripts", "styles"):
        needed = [*meta.pop(kind, ()), *called_for(text)]
        meta |= {kind: needed} if needed else {}
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n{text}"


def _join_assets(assets: Path, wanted: dict[str, list[str]]) -> None:
    """Write each joined file in the place of its pieces."""
    texts = joined(assets, wanted)
    for piece in (piece for pieces in wanted.values() for piece in pieces):
        (assets / piece).unlink()
    for name, text in texts.items():
        (assets / name).write_text(text, encoding="utf-8")


def _calls(guide: Guide) -> dict[str, object]:
    return {macro.__name__: lambda *args, macro=macro, **options: macro(guide, *args, **options) for macro in MACROS}


def _plain_config(root: Path, guide: Guide) -> dict[str, object]:
    """The guide's own configuration, less everything that runs our code."""
    config = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    config["site_name"], config["site_url"] = guide.site.name, base_address(guide.site)
    config["theme"]["custom_dir"] = str((root / "overrides").resolve())
    config["plugins"] = [plugin for plugin in config["plugins"] if not (isinstance(plugin, dict) and "macros" in plugin)]
    config["nav"] = [{"Start": "index.md"}, *({label: file} for label, file in menu(guide)), {"Over": "over/index.md"}]
    for ours in ("hooks", "watch"):
        config.pop(ours)
    return config
