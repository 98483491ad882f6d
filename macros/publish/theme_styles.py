"""What we take from Material for MkDocs: of its stylesheet, the rules that our pages can use.

The frame of a page (overrides/) and its script (docs/assets/base/frame.js) are our own; how plain Markdown looks is
the theme's. Its stylesheet is read from the installed package at every build, and never copied by hand. A rule stays
when some element, on some page or in one of the STATES, has the tag and the classes that one of its selectors asks for;
what only a pointer, a key or time brings (:hover, ::before) is taken as true. So the result can be too large, but not
too small. Then the custom properties and the animations go that nothing uses any more.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import tinycss2

from macros.publish.stylesheet import Elements, pruned
from macros.system.store import Store

BASE_STYLES = "base/base.css"
"""Where they stand below assets/, with our own behind them."""

STATES = """<html><body><article class="md-typeset"><details open class="note"><summary><mark><input><textarea><select>
<option><optgroup><button><label><dialog><svg><path><img><figure><figcaption><kbd><del><ins><sup><sub><small><abbr>
<hr><blockquote><pre><code><dl><dt><dd><table><thead><tbody><tr><th><td><ol><ul><li><h1><h2><h3><h4><h5><h6><p><em>
<strong><nav><span><div><a class="headerlink"><a class="md-button">"""
"""What scripts make, and what an editor may write tomorrow in plain Markdown."""

_START = re.compile(r"<[a-z][^>]*>")
"""A start tag. Told apart as a whole first: that is five times as quick as looking for its classes at once."""

_PARTS = re.compile(r'<([a-z][a-z0-9]*)(?:[^>]*?\sclass="([^"]*)")?')
"""The name of a start tag, and its classes."""

_Parts = tuple[str, str | None]

_OUR_CODE = (Path(__file__), Path(__file__).with_name("stylesheet.py"))


class ThemeStyles:
    """Sees the pages of a site, and leaves of the theme's stylesheet what they can use.

    folder: where that is kept from one build to the next, for as long as no page holds anything new.
    own: our own styles, which come after it and may use its properties.
    """

    def __init__(self, folder: Path, own: str) -> None:
        self._store = Store(folder)
        self._own = own
        self._parts: dict[str, _Parts | None] = {}  # By start tag: most stand on many pages.
        self._pages: dict[str, set[_Parts]] = {}
        self.see("", STATES)

    def see(self, name: str, page: str) -> None:
        """Note what stands on a page, in the place of what stood there before. name: of that page."""
        tags = set(_START.findall(page))
        for tag in tags.difference(self._parts):  # With `-`, all that is known would be gone through, for each page.
            found = _PARTS.match(tag)
            self._parts[tag] = (found[1], found[2]) if found else None
        self._pages[name] = {parts for parts in map(self._parts.__getitem__, tags) if parts}

    def styles(self) -> str:
        """The theme's stylesheet, less what no page can use, and our own behind it."""
        whole = whole_styles()
        named = set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)", whole))
        parts = set[_Parts]().union(*self._pages.values())
        elements: Elements = frozenset(
            frozenset([tag, *(f".{name}" for name in (classes or "").split() if name in named)])
            for tag, classes in parts
        )
        asked = frozenset(re.findall(r"var\(\s*(--md-[\w-]+)", self._own))
        code = "".join(path.read_text(encoding="utf-8") for path in _OUR_CODE)
        made_of = repr([tinycss2.__version__, sorted(map(sorted, elements)), sorted(asked)]) + code + whole
        css = self._store.kept(made_of, lambda: pruned(whole, elements, asked).encode()).decode()
        self._store.prune()
        return css + self._own


def whole_styles() -> str:
    """The theme's stylesheet as it was installed, less the margins that it gives to paper."""
    package = find_spec("material")
    assert package and package.origin, "requirements.txt holds the theme"
    (source,) = Path(package.origin).parent.glob("templates/assets/stylesheets/main.*.min.css")
    return re.sub(r"/\*.*?\*/|@charset [^;]*;|@page\{[^}]*\}", "", source.read_text(encoding="utf-8"), flags=re.DOTALL)
