"""Links and pictures in docs/ that lead nowhere, each where it stands.

MkDocs knows most of them too, only once it builds, and tells them in English and without a line. Markdown is read as it
reads it, so that both find the same.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit
from xml.etree.ElementTree import Element

from jinja2 import TemplateNotFound
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from macros.content.docs_prose import prose_of
from macros.content.entry_files import EntryFiles
from macros.content.folders import readable_below
from macros.content.problems import Problem, place_at
from macros.content.text_rules import EXTERNAL_SCHEMES, NAMING, bad_target
from macros.model.entry_types import BY_NOUN
from macros.model.slugs import slug_of
from macros.pages.macro_calls import bound_macros, fill, lay_out
from macros.pages.markdown_extension import EXTENSIONS, GuideMarkdown
from macros.pages.render import Renderer
from macros.publish.beside_pages import FILES
from macros.site.page import Page
from macros.site.pages import pages
from macros.site.permalinks import permalinks
from macros.site.urls import page_url
from macros.worksheets.downloads import download_files

_OF_MKDOCS = ("sitemap.xml", "404.html")
"""What MkDocs puts beside the pages."""

_ANCHOR = re.compile(r"\{ ?#([^\s}]+)[^}\n]*\}|\bid=\"([^\"]+)\"")
_DOMAIN = re.compile(r"(?:www\.|[\w-]+\.(?:be|nl|com|org|eu|net|info|brussels|vlaanderen|gent)\b)[^\s]*$")

Fault = tuple[str, str]
"""What is wrong, and what would help."""


class DocsLinks:
    """Follows the links of pages in docs/.

    texts: by its file below docs/, each page as it was written. read: those that can be followed, with their macro
    calls carried out. files: remembers what stands on these.
    """

    def __init__(
        self, renderer: Renderer, docs: Path, texts: Mapping[str, str], read: Mapping[str, str], files: EntryFiles
    ) -> None:
        self._renderer, self._docs, self._texts = renderer, docs, texts
        reader = _Reader()
        self._pages = {file: files.once(f"docs/{file}", text.encode(), reader.read) for file, text in read.items()}

    def problems(self) -> Iterator[Problem]:
        """Every link that leads nowhere."""
        for file, page in self._pages.items():
            text = self._texts[file]
            prose, seen = prose_of(text), Counter[str]()
            for target, is_markdown in page.targets:
                fault = self._fault(file, target, is_markdown)
                if fault:
                    yield Problem(place_at(f"docs/{file}", text, _where(prose, target, seen[target])), *fault)
                seen[target] += 1

    def leads(self) -> dict[str, list[str]]:
        """By its file below docs/, the pages in docs/ that each page leads to, however it names them."""
        at = {page_url(file).strip("/"): file for file in self._texts}
        found: dict[str, list[str]] = {}
        for file, page in self._pages.items():
            named = (unquote(target.partition("#")[0].partition("?")[0]) for target, _ in page.targets)
            paths = [path for path in named if path and ":" not in path]
            beside = (posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) for path in paths)
            there = (posixpath.normpath(posixpath.join(page_url(file) or ".", path)) for path in paths)
            found[file] = [*beside, *(at.get(one.removesuffix("index.html").strip("./"), "") for one in there)]
        return found

    def _fault(self, file: str, target: str, is_markdown: bool) -> Fault | None:
        """Why a link leads nowhere, and what would help; None when it leads somewhere."""
        try:
            parts = urlsplit(target)
        except ValueError:
            return f"'{target}' is geen webadres.", "Schrijf het zoals je het in een browser ziet staan."
        if parts.scheme or parts.netloc:
            return _fault_elsewhere(target, parts)
        if not parts.path:
            return self._fault_on_page(file, file, parts)
        return (self._fault_in_markdown if is_markdown else self._fault_in_html)(file, target, parts)

    def _fault_in_markdown(self, file: str, target: str, parts: SplitResult) -> Fault | None:
        """The same for a link that names another file."""
        if parts.path.startswith("/"):
            help = self._suggestion(file, parts.path.strip("/"))
            return f"'{target}' begint met een schuine streep, en werkt dus niet als de gids in een map staat.", help
        goal = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
        if goal not in self._files:
            return f"'{target}' bestaat niet.", self._suggestion(file, goal)
        return self._fault_on_page(file, goal, parts) if goal.endswith(".md") else None

    def _fault_on_page(self, file: str, goal: str, parts: SplitResult) -> Fault | None:
        """The same for a link to a page that is there: whether it leads to a place on it."""
        anchor = unquote(parts.fragment)
        if not anchor and goal == file and not parts.path and not parts.query:
            return "Deze link heeft geen adres.", "Zet tussen de haakjes waar hij naartoe leidt, of schrap de haken."
        if not anchor or self._has(goal, anchor):
            return None
        near = next((one for one in self._anchors(goal) if slug_of(one) == slug_of(anchor)), None)
        hint = f"Schrijf '#{near}'." if near else "Schrap het hekje en wat erachter staat."
        return f"Op die pagina staat geen '#{anchor}'.", hint

    def _fault_in_html(self, file: str, target: str, parts: SplitResult) -> Fault | None:
        """The same for a link that is written as HTML: it is followed from the address of its page."""
        there = posixpath.normpath(posixpath.join(page_url(file) or ".", unquote(parts.path)))
        if parts.path.startswith("/") or there.removesuffix("index.html").strip("./") not in self._addresses:
            hint = "Begin bij het adres van deze pagina, of schrijf het als Markdown: [tekst](../map/pagina.md)."
            return f"'{target}' bestaat niet.", hint
        return None

    def _suggestion(self, file: str, goal: str) -> str:
        """What would help who names a file that is not there: the file that may be meant, seen from this page."""
        if _DOMAIN.match(goal.removeprefix(f"{posixpath.dirname(file)}/")):
            return "Is het een webadres? Zet er https:// voor."
        stem, name = re.sub(r"(?:/index)?(?:\.html?|\.md)?$", "", goal), posixpath.basename(goal)
        same = [one for one in sorted(self._files) if posixpath.basename(one) == name != "index.md"]
        near = next((one for one in (f"{stem}/index.md", f"{stem}.md", *same) if one in self._files), None)
        near = near or next(iter(get_close_matches(goal, sorted(self._files), n=1, cutoff=0.9)), None)
        if near is None:
            return "Kijk na of het bestand er staat en zo heet, of haal dit weg."
        return f"Bedoelde je '{posixpath.relpath(near, posixpath.dirname(file) or '.')}'?"

    @cached_property
    def _generated(self) -> dict[str, Page]:
        return {page.file: page for page in pages(self._renderer.guide)}

    @cached_property
    def _files(self) -> set[str]:
        """Every file that a link may name, below docs/."""
        readable = readable_below(self._docs, self._docs.parent)
        written = {path.relative_to(self._docs).as_posix() for path in readable}
        return written | {*self._generated, *download_files(self._renderer.guide)}

    @cached_property
    def _addresses(self) -> set[str]:
        """Every address of the site, from its root and without slashes around it."""
        known = {page_url(file) if file.endswith(".md") else file for file in self._files}
        return {address.strip("/") for address in (*known, *permalinks(self._renderer.guide), *FILES, *_OF_MKDOCS)}

    def _has(self, file: str, anchor: str) -> bool:
        """Whether a link can point at this place on a page. What macros put there is only looked at when need be."""
        if file not in self._generated and (file not in self._pages or anchor in self._pages[file].ids):
            return True  # Of a page that was not read, no one can tell.
        try:
            return anchor in self._anchors(file)
        except TemplateNotFound:
            return True  # Who builds the site is told so.

    def _anchors(self, file: str) -> set[str]:
        """Every place on a page that a link can point at."""
        if file in self._generated:
            return _anchors_in(lay_out(self._renderer, self._generated[file]))
        return self._pages[file].ids | _anchors_in(fill(self._texts[file], bound_macros(self._renderer)))


def _anchors_in(markdown: str) -> set[str]:
    return {first or second for first, second in _ANCHOR.findall(markdown)}


def _fault_elsewhere(target: str, parts: SplitResult) -> Fault | None:
    """The same for a link that names an entry, or leads out of the guide."""
    scheme = parts.scheme.lower()
    if parts.scheme in BY_NOUN:
        return None if NAMING.fullmatch(f"]({target})") else bad_target(target)
    if scheme and scheme not in EXTERNAL_SCHEMES:
        return bad_target(target)
    if not parts.netloc and scheme in ("http", "https"):
        return f"'{target}' is geen webadres.", "Een webadres begint met https:// en de naam van de site."
    return None


def _where(prose: str, target: str, nth: int) -> int:
    """Where the nth link with this target stands; the start of the page when it is written otherwise."""
    if not target:
        found = list(re.finditer(r"(?<=\]\()(?=\s*\))", prose))
    else:
        found = list(re.finditer(rf"(?<=[(\"'<=]){re.escape(target)}(?=[)\"'>\s])", prose))
    return found[min(nth, len(found) - 1)].start() if found else max(prose.find(target), 0)


class _ReadPage:
    """What a page holds once it is HTML.

    targets: where its links and pictures lead, each with whether Markdown made it. in_markdown: those that it made.
    """

    def __init__(self, html: str, in_markdown: tuple[str, ...]) -> None:
        page = _Html()
        page.feed(html)
        self.ids = page.ids
        self.targets: list[tuple[str, bool]] = []
        written = Counter(in_markdown)
        for target in page.targets:
            self.targets.append((target, written[target] > 0))
            written[target] -= 1


class _Reader:
    """Reads pages as MkDocs does."""

    @cached_property
    def _markdown(self) -> tuple[Markdown, _Tree]:
        """The reader, once there is a page that it has to read."""
        reader = Markdown(extensions=[*EXTENSIONS, GuideMarkdown()])
        reader.treeprocessors.register(tree := _Tree(reader), "guide_links", 0)
        return reader, tree

    def read(self, page: bytes) -> _ReadPage:
        """What a page holds."""
        reader, tree = self._markdown
        return _ReadPage(reader.reset().convert(page.decode()), tree.targets)


class _Tree(Treeprocessor):
    """Notes where links and pictures of Markdown lead; those that are written as HTML are not in the tree."""

    targets: tuple[str, ...] = ()

    def run(self, root: Element) -> None:
        links = [element for element in root.iter() if element.tag in ("a", "img")]
        self.targets = tuple(link.get("href" if link.tag == "a" else "src", "") for link in links)


class _Html(HTMLParser):
    """Notes where links and pictures lead, and what can be pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids |= {given[name] or "" for name in ("id", "name") if name in given}
        self.targets += [given[name] or "" for name in ("href", "src") if name in given]
