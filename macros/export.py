"""The whole guide as plain Markdown with a plain configuration, for any other builder.

The engine under the guide will not live for ever (Material gets no more than fixes, until
May 2027). What this writes needs no macros, no hooks and no plugin of ours.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from macros.blocks import MACROS, lay_out
from macros.guide import Guide
from macros.links import base_address, resolve
from macros.pages import menu, pages
from macros.permalinks import write
from macros.reading import open_guide
from macros.render import fill


def export(root: Path, folder: Path) -> None:
    """Write docs/ and mkdocs.yml for a guide into an empty or new folder. Raises ContentError."""
    guide = open_guide(root / "content")
    docs = folder / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(root / "docs", docs)
    for path in docs.rglob("*.md"):
        name = path.relative_to(docs).as_posix()
        path.write_text(resolve(guide, fill(path.read_text(encoding="utf-8"), _calls(guide)), name), encoding="utf-8")
    for page in pages(guide):
        path = docs / page.file
        path.parent.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump({"title": page.title, "description": page.description}, allow_unicode=True)
        path.write_text(f"---\n{head}---\n{resolve(guide, lay_out(guide, page), page.file)}", encoding="utf-8")
    write(guide, docs)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_plain_config(root, guide), allow_unicode=True, sort_keys=False), encoding="utf-8")


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
