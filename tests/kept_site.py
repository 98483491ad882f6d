"""A small site whose pages are kept, built as MkDocs builds it, and what a build of it had to make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros.kept.made_by import code_digest
from macros.kept_pages.pages import KeptPages


@dataclass
class Made:
    """What a build had to make."""

    rendered: set[str] = field(default_factory=set)
    themed: set[str] = field(default_factory=set)
    site: dict[str, str] = field(default_factory=dict)
    text: str = ""


def nothing(*_: object) -> None:
    """A build as any other."""


def no_text(_: KeptPages) -> str:
    """No text is asked for."""
    return ""


def build(
    root: Path,
    change: Callable[[MkDocsConfig], object] = nothing,
    seen: Callable[[Page], object] = nothing,
    text: Callable[[KeptPages], str] = no_text,
) -> Made:
    """What MkDocs does, in the order in which it asks us.

    change: of its settings; seen: once a page is rendered; text: asks for one before that.
    """
    kept, made = KeptPages(), Made()
    config = load_config(str(root / "mkdocs.yml"))
    change(config)
    files = get_files(config)
    kept.begin(config, files, serving=False, code=code_digest(root))
    made.text = text(kept)
    nav = get_navigation(files, config)
    shown = [file.page for file in files.documentation_pages() if file.page]
    for page in shown:
        page.read_source(config)
        if not kept.recall(page, page.markdown or ""):
            made.rendered.add(page.file.src_uri)
        page.render(config, files)
        kept.note(page)
        seen(page)
    env = config.theme.get_env()
    kept.theme(env, nav, shown)
    for page in shown:
        template = env.get_template(str(page.meta.get("template", "main.html")))
        output = template.render(get_context(nav, files, config, page))

        def sent(output: str, name: str = page.file.src_uri) -> str:
            made.themed.add(name)
            return output.strip()

        made.site[page.file.src_uri] = kept.sent(page, output, sent)
    kept.end()
    return made
