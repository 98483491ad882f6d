"""MkDocs' door: which pages there are, where they are edited, what leads where."""

from __future__ import annotations

import atexit
import gc
import html
import json
import logging
import sys
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from macros.assets import joined  # noqa: E402 - MkDocs runs this file by its path
from macros.blocks import lay_out  # noqa: E402
from macros.building import BUILDING  # noqa: E402
from macros.catalogue import catalogue, schema  # noqa: E402
from macros.dialect import Dialect  # noqa: E402
from macros.downloads import downloads  # noqa: E402
from macros.feed import feed  # noqa: E402
from macros.history import last_changes  # noqa: E402
from macros.links import base_address, resolve  # noqa: E402
from macros.pages import Page, called_for, menu, pages  # noqa: E402
from macros.paper import missing  # noqa: E402
from macros.permalinks import write  # noqa: E402
from macros.problems import ContentError, UnknownEntry  # noqa: E402
from macros.render import forget_templates  # noqa: E402
from macros.schema import write_schemas  # noqa: E402
from macros.search import Findable, chapters, data, findables  # noqa: E402
from macros.terms import link_terms  # noqa: E402

log = logging.getLogger("mkdocs.sleutelbos")

serving = False
generated: dict[str, Page] = {}
files_by_name: dict[str, File] = {}
prose: list[Findable] = []
rendered: dict[str, tuple[str, dict[str, Any]]] = {}
"""While serving: by file, the Markdown of each page that the content makes, and what it came to."""


def on_startup(command, dirty):
    """Know whether someone is looking while we build."""
    global serving
    serving = command == "serve"
    # A build makes millions of small things and next to no circles of them. Looking for circles as often
    # as Python does by itself takes a twelfth of the build; this often costs 2 MB.
    gc.set_threshold(20_000)
    # And at the end all memory goes back at once: Python need not sort it first, which takes a quarter of a second.
    atexit.register(gc.freeze)


def on_config(config):
    """Read the content; what an editor may decide about the site comes from content/site.yml."""
    forget_templates()
    if serving:
        gc.collect()  # Of the build before this one: an editor saves all day.
    try:
        # `make site` has tried every macro call before it comes here; someone who is serving has not.
        BUILDING.refresh(Path(config.config_file_path).parent, try_calls=serving)
    except ContentError as error:
        if not serving:
            raise PluginError(f"\n{error}") from None
        log.error("\n\n%s\n", str(error).replace("De laatste goede site blijft staan.", "De pagina's tonen nog de vorige inhoud."))
    if BUILDING.last_good is not None:
        site = BUILDING.guide.site
        config.site_name, config.site_description = site.name, html.escape(site.tagline)
        config.edit_uri_template = site.edit_address
        config.markdown_extensions.append(Dialect())
        if serving:
            write_schemas(BUILDING.guide, ROOT / ".schemas")
        else:
            config.site_url = base_address(site)
    return config


def on_env(env, config, files):
    """Keep the theme's templates compiled: MkDocs compiles them anew at every build, which an editor feels at every save."""
    folder = ROOT / ".build" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env


def on_files(files, config):
    """Add the pages that no one writes by hand, and the menu."""
    generated.clear()
    files_by_name.clear()
    prose.clear()
    _join_assets(files, config)
    if BUILDING.last_good is not None:
        for page in pages(BUILDING.guide):
            file = File.generated(config, page.file, content=page.call)
            file.edit_uri = page.edited
            files.append(file)
            generated[page.file] = page
        try:
            for name, held in downloads(BUILDING.guide, ROOT / ".build" / "sheets"):
                files.append(File.generated(config, name, content=held))
        except ContentError as error:
            if not serving:
                raise PluginError(f"\n{error}") from None
            BUILDING.report = str(error)
        if missing():
            log.log(logging.WARNING if serving else logging.INFO, "Er zijn geen PDF's van de werkbladen. %s", missing())
        config.nav = [{"Start": "index.md"}, *({label: file} for label, file in menu(BUILDING.guide)), {"Over": "over/index.md"}]
    for file in files.documentation_pages():
        if file.src_uri not in generated:
            file.edit_uri = f"docs/{file.src_uri}"
        files_by_name[file.src_uri] = file
    return files


def _join_assets(files, config):
    """Publish each joined file in the place of its pieces."""
    wanted = config.extra["joined"]
    for name, text in joined(Path(config.docs_dir, "assets"), wanted).items():
        files.append(File.generated(config, f"assets/{name}", content=text))
        for piece in wanted[name]:
            files.remove(files.get_file_from_path(f"assets/{piece}"))


@event_priority(100)
def _lay_out(markdown, page, config, files):
    """Lay out a generated page; before there is any guide, a page can only show what is wrong.

    Its one macro call could be left to mkdocs-macros, which would compile a template for every page.
    """
    if BUILDING.last_good is None:
        return "# Er zit een fout in de inhoud\n"
    made = generated.get(page.file.src_uri)
    if made:
        page.meta.update(title=made.title, description=html.escape(made.description), scripts=made.scripts, styles=made.styles, render_macros=False)
        markdown = lay_out(BUILDING.guide, made)
    return markdown


@event_priority(-100)
def _resolve_names(markdown, page, config, files):
    """Explain the words of the glossary, and turn named entries into links, after mkdocs-macros has been."""
    if BUILDING.last_good is None:
        return markdown
    markdown = link_terms(BUILDING.guide, markdown, page.file.src_uri)
    if needed := called_for(markdown):
        for kind in ("scripts", "styles"):
            page.meta[kind] = [*page.meta.get(kind, ()), *needed]
    try:
        markdown = resolve(BUILDING.guide, markdown, page.file.src_uri)
    except UnknownEntry as error:
        raise PluginError(f"{page.file.src_uri}: {error}") from None
    if serving and page.file.src_uri in generated:
        _spare(page, markdown)
    return markdown


on_page_markdown = CombinedEvent(_lay_out, _resolve_names)

_CAME_TO = ("content", "toc", "present_anchor_ids", "_title_from_render")
"""What MkDocs sets on a page when it renders it, and needs afterwards."""


def _spare(page, markdown):
    """Let a page whose Markdown is, letter for letter, what it was, come to what it came to: most of a build goes into rendering, and a save changes a handful of pages."""
    before, came_to = rendered.get(page.file.src_uri, ("", {}))
    if before == markdown:
        page.render = lambda config, files: vars(page).update(came_to)


def on_page_content(content, page, config, files):
    """Note what the prose holds, for search. While there is a mistake, say so on every page that is being looked at."""
    name = page.file.src_uri
    if serving and name in generated:
        rendered[name] = page.markdown, {part: getattr(page, part) for part in _CAME_TO}
    # A teacher who searches wants the tip, not the page that shows editors how a tip is made.
    if name not in generated and not name.startswith("handboek/") and not page.is_homepage:
        prose.extend(chapters(page.title, name, content))
    if BUILDING.report is None:
        return content
    return f'<div class="mistake" role="alert"><p>Er zit een fout in de inhoud. Je ziet nog de vorige inhoud.</p><pre>{html.escape(BUILDING.report)}</pre></div>{content}'


def on_page_context(context, page, config, nav):
    """Tell the theme what lies above, beside, before and after a page."""
    start = files_by_name["index.md"].page
    made = generated.get(page.file.src_uri)
    if made is None:
        above = files_by_name.get(f"{page.file.src_uri.rpartition('/')[0]}/index.md")
        context["trail"] = [] if page.is_homepage else [one for one in (start, above and above.page) if one and one is not page]
        return context
    page.previous_page, page.next_page = (files_by_name[file].page if file else None for file in (made.before, made.after))
    context["beside"], context["beside_label"] = [files_by_name[file].page for file in made.beside], made.beside_label
    context["trail"] = [start, *(files_by_name[file].page for file in made.trail)]
    return context


def on_post_build(config):
    """Write beside the pages what no page makes: what can be found, the permanent addresses, the guide as data, and what is new."""
    if BUILDING.last_good is None:
        return
    guide, changes = BUILDING.guide, last_changes(Path(config.config_file_path).parent)
    found = data(guide, [*findables(guide), *prose], lambda file: files_by_name[file].url.removeprefix("./"), lambda file: str(files_by_name[file].page.title))
    kept = {"catalogue.json": catalogue(guide, changes), "catalogue.schema.json": schema()}
    texts = {**{file: json.dumps(content, ensure_ascii=False) for file, content in kept.items()}, "feed.xml": feed(guide, changes), "assets/search/data.js": found}
    if config.use_directory_urls:
        # A copy on a stick is nobody's permanent address: what was given out leads to the site.
        write(guide, Path(config.site_dir))
    for file, text in texts.items():
        path = Path(config.site_dir, file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
