"""A small site whose pages are kept, built as MkDocs builds it, and what a build of it had to make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros.kept.made_by import code_digest
from macros.kept_pages.pages import KeptPages
from macros.kept_pages.rendered_pages import RenderedPages

_FILES = {
    "mkdocs.yml": "site_name: Gids\ntheme: {name: null, custom_dir: overrides}\nplugins: []\n",
    "macros/code.py": "one = 1\n",
    "overrides/main.html": "<h1>{{ page.title }}</h1> {{ page.content }} {{ page.toc | length }}\n",
    "docs/index.md": "# Start\n\nNaar [een](een.md#deel).\n",
    "docs/een.md": "# Een\n\n## Deel\n\nTekst.\n",
}


def written(root: Path) -> Path:
    """A project of two pages, written into a folder."""
    for file, text in _FILES.items():
        append(root, file, text)
    return root


def append(root: Path, file: str, text: str) -> None:
    """Add to a file of the project, that need not be there yet."""
    path = root / file
    path.parent.mkdir(exist_ok=True)
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")


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
    before: RenderedPages | None = None,
) -> Made:
    """What MkDocs does, in the order in which it asks us.

    change: of its settings; seen: once a page is rendered; text: asks for one before that; before: what this process
    rendered already.
    """
    before = before or RenderedPages()
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
        if _rendered(page, kept, before, config, files):
            made.rendered.add(page.file.src_uri)
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


def _rendered(page: Page, kept: KeptPages, before: RenderedPages, config: MkDocsConfig, files: Files) -> bool:
    """Whether a page was rendered now, and is not as it was rendered before."""
    name, markdown = page.file.src_uri, page.markdown or ""
    if not kept.recall(page, markdown):
        before.reuse(name, page, markdown)
    is_new = "render" not in vars(page)
    page.render(config, files)
    kept.note(page)
    before.note(name, page)
    return is_new
