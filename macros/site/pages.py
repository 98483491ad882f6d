"""Which pages exist, in which order, and what leads from one to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from macros.content.guide import Guide, Ident, ident, once_a_guide
from macros.model.advice import Journey, Recommendation, Section
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.practice import MADE_UP, Worksheet
from macros.site.page import Page
from macros.site.pictures import picture_of
from macros.site.rehearsals import rehearsal_pages
from macros.site.urls import example_page, overview_page, page_of, permalink_of, plain_text

FILTER = "filter/filter"
"""The script and style in docs/assets/ that an overview with facets needs."""

OVERVIEW_MACRO = "shelf"
"""The macro that lays out an overview."""

EXAMPLE_MACRO = "worksheet_example"
"""The macro that lays out a filled-in example of a worksheet."""

SCAN_MACRO, SCAN_PAGE = "selfscan", "zelfscan.md"
"""The macro that lays out the self-scan, and the Markdown file of its page."""


_OVERSEEN = 40
"""How many pages are listed beside one, at most. When there are more, these are the nearest."""

_EXAMPLE = ("sheet/example",)
"""The script and the styles of such an example."""

SHARED = 'data-share="'
"""What a page holds where an entry stands that can be shared."""

_STEPS, _SHEET, _SCENE = 'data-journey="', 'class="sheet"', '<svg class="scene'
_ALONE, _UNKNOWN, _COPY = 'data-alone="', 'class="unknown"', 'data-copy="'
_DRAWN = tuple(f'class="{name}"' for name in ("figure", "wheel", "crossing", "spread"))

_ASSETS: Mapping[str, Mapping[str, str]] = {
    "scripts": {_STEPS: "journey/journey", _SHEET: "sheet/writing", _ALONE: "talk/talk", _COPY: "message/message"},
    "styles": {
        _STEPS: "journey/journey",
        _SHEET: "sheet/sheet",
        _SCENE: "scene/scene",
        _COPY: "message/message",
        **dict.fromkeys((_ALONE, _UNKNOWN), "talk/talk"),
        **dict.fromkeys(_DRAWN, "figure/drawn"),
    },
}
"""What a page needs from docs/assets/, by what it holds: a step, a sheet, a scene, a drawing, what is alone, a copy."""

_MENU = ("Situaties", "Tips", "Aanbevelingen", "Sleutels", "Aan de slag", "Partners")
"""The row of the menu. What a type adds to it comes behind these, and all the rest stands under its last word."""

_REST = "Meer"

_PROSE = (("Nieuw", "nieuw/index.md"), ("Over", "over/index.md"))
"""The pages of docs/ that stand under the last word of the menu, where they are there."""

_HANDBOOK = "handboek/index.md"

Menu = list[dict[str, "str | Menu"]]
"""A menu as MkDocs takes it: each word with the file it leads to, or with the words under it."""


@once_a_guide
def pages(guide: Guide) -> tuple[Page, ...]:
    """Every generated page of a guide, in editorial order. Those with one title are told apart by what they are."""
    made = list(_pages(guide))
    titles = Counter(page.title for page, _ in made)
    return tuple(replace(page, apart=kind) if titles[page.title] > 1 else page for page, kind in made)


def _pages(guide: Guide) -> Iterator[tuple[Page, str]]:
    """Every page with what a reader calls such a page."""
    for entry_type in ENTRY_TYPES:
        entries = guide.all(entry_type)
        if entry_type.overview and entries:
            yield _overview(entry_type), "overzicht"
        yield from ((_page(guide, entry), entry_type.label or entry_type.noun) for entry in entries if entry.has_page)
    yield from ((_example(guide, sheet), "voorbeeld") for sheet in guide.all(Worksheet) if sheet.filled)
    yield from ((page, "oefening") for page in rehearsal_pages(guide))
    if scanned(guide):
        yield _scan(), "zelfscan"


def scanned(guide: Guide) -> list[Worksheet]:
    """The worksheets whose rows the self-scan asks."""
    return [sheet for sheet in guide.all(Worksheet) if sheet.scored]


def macro_of(entry_type: type[Entry]) -> str:
    """The macro that lays out the pages of a type; its template is called so too: the class name in small letters."""
    return entry_type.__name__.lower()


def assets_for(markdown: str) -> dict[str, list[str]]:
    """The scripts and the styles that a page needs from docs/assets/, by what stands on it."""
    return {
        kind: list(dict.fromkeys(name for mark, name in needed.items() if mark in markdown))
        for kind, needed in _ASSETS.items()
    }


def menu(guide: Guide, files: Container[str] = ()) -> Menu:
    """The menu: a row of words, some with a list under them. files: what there is of docs/, by name.

    What stands behind the rest is for who writes, and no part of the row.
    """
    row: dict[str, dict[str, str]] = {word: {} for word in _MENU}
    rest: dict[str, str] = {}
    for entry_type in ENTRY_TYPES:
        group = entry_type.menu_group or _word(entry_type)
        (rest if group == _REST else row.setdefault(group, {})).update(_items(guide, entry_type))
    rest.update((word, file) for word, file in _PROSE if file in files)
    items: Menu = [{"Start": "index.md"}]
    for word, under in (*row.items(), (_REST, rest)):
        listed: Menu = [{name: file} for name, file in under.items()]
        if under:
            items.append({word: under[word] if list(under) == [word] else listed})
    if _HANDBOOK in files:
        items.append({"Voor de redactie": _HANDBOOK})
    return items


def _word(entry_type: type[Entry]) -> str:
    return entry_type.menu or entry_type.heading


def _items(guide: Guide, entry_type: type[Entry]) -> dict[str, str]:
    """What of a type stands in the menu: its overview, or else the entries that have pages of their own below them."""
    entries = guide.all(entry_type)
    if entry_type.overview:
        return {_word(entry_type): overview_page(entry_type)} if entries else {}
    return {entry.title: page_of(guide, entry) for entry in entries if entry.has_parts}


def _overview(entry_type: type[Entry]) -> Page:
    needed = (FILTER,) if entry_type.facets else ()
    return Page(
        file=overview_page(entry_type),
        title=entry_type.heading,
        description=entry_type.intro,
        macro=OVERVIEW_MACRO,
        about=entry_type.collection,
        picture=entry_type.picture,
        scripts=needed,
        styles=(*needed, *entry_type.styles),
    )


def _page(guide: Guide, entry: Entry) -> Page:
    file = page_of(guide, entry)
    before, after = _neighbours(guide)[type(_whole_of(guide, entry)), file]
    home = guide.home_of(entry)
    beside = _beside(guide, entry)
    top = type(_whole_of(guide, entry))
    return Page(
        file=file,
        title=entry.title,
        description=plain_text(guide, entry.summary or ""),
        macro=macro_of(type(entry)),
        about=entry.id,
        permalink=permalink_of(entry),
        picture=picture_of(guide, entry).name,
        edited=guide.files[ident(entry)].file,
        trail=(*([overview_page(top)] if top.overview else []), *([page_of(guide, home)] if home else [])),
        beside=tuple(page_of(guide, other) for other in beside),
        beside_label=beside[0].title if isinstance(entry, Section | Journey) else type(entry).heading,
        before=before,
        after=after,
        scripts=entry.scripts,
        styles=entry.styles,
    )


def _example(guide: Guide, sheet: Worksheet) -> Page:
    """The page of a filled-in example, which stands under that of its sheet and nowhere else."""
    assert sheet.filled
    return Page(
        file=example_page(guide, sheet),
        title=f"{sheet.title}, ingevuld",
        description=f"{sheet.filled.intro} {MADE_UP}.",
        macro=EXAMPLE_MACRO,
        about=sheet.id,
        picture=picture_of(guide, sheet).name,
        edited=guide.files[ident(sheet)].file,
        trail=(overview_page(Worksheet), page_of(guide, sheet)),
        scripts=_EXAMPLE,
        styles=_EXAMPLE,
    )


def _scan() -> Page:
    """The page of the self-scan."""
    return Page(
        file=SCAN_PAGE,
        title="Zelfscan",
        description="Zie waar je sterk staat met ouders en waar je kunt groeien, alleen of met je team.",
        macro=SCAN_MACRO,
        about="",
        trail=(overview_page(Worksheet),),
        scripts=("scan/open",),
        styles=("scan/page",),
    )


def _whole_of(guide: Guide, entry: Entry) -> Entry:
    """What an entry is a part of: for a section its home, the recommendation or the journey; any other entry itself."""
    home = guide.home_of(entry) if isinstance(entry, Section) else None
    return home or entry


@once_a_guide
def _neighbours(guide: Guide) -> dict[tuple[type[Entry], str], tuple[str | None, str | None]]:
    """By the type that is read and the file of a page, the files of the pages before and after it."""
    rows = {kind: [page_of(guide, entry) for entry in _reading_order(guide, kind)] for kind in ENTRY_TYPES}
    return {
        (kind, file): (before, after)
        for kind, row in rows.items()
        for before, file, after in zip([None, *row], row, [*row[1:], None], strict=False)
    }


def _reading_order(guide: Guide, kind: type[Entry]) -> list[Entry]:
    """The entries whose pages are read one after the other. A recommendation or a journey is read with its parts."""
    if issubclass(kind, Recommendation | Journey):
        return [page for other in guide.all(kind) for page in (other, *guide.at_home(other, Section))]
    return [other for other in guide.all(kind) if other.has_page]


def _beside(guide: Guide, entry: Entry) -> list[Entry]:
    """The entries whose pages are listed beside this one: few enough to oversee, and this one among them."""
    if isinstance(entry, Section | Journey):
        whole = _whole_of(guide, entry)
        return [whole, *guide.at_home(whole, Section)]
    return _siblings(guide)[ident(entry)] if entry.siblings else [entry]


@once_a_guide
def _siblings(guide: Guide) -> dict[Ident, list[Entry]]:
    """By entry, those of its type: all of them, or else as many as can be overseen, about half of them before it."""
    found: dict[Ident, list[Entry]] = {}
    for kind in (kind for kind in ENTRY_TYPES if kind.siblings):
        row: list[Entry] = list(guide.all(kind))
        for at, entry in enumerate(row):
            first = max(0, min(at - _OVERSEEN // 2, len(row) - _OVERSEEN))
            found[ident(entry)] = row[first : first + _OVERSEEN]
    return found
