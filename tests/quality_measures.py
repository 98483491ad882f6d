"""What `make quality` measures, part by part. The measuring is that of the tests, the benchmarks and the audit."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from accessibility import COLOURS, RULES, violations
from audit import audit, versions, vnu
from bench import plain_guide
from browsers import chromium
from builders import BUILDERS
from equality import reports
from goals import GROWS, KB
from graded import graded, named_today, quality
from machine import build
from mutations import ALL_SLIPS, Damaged
from page_bench import slow_visits, visits
from page_measures import Visit
from pdf import complaints
from places import CONTENT, ROOT
from playwright.sync_api import Browser
from search_bench import graded_answers
from sites import heaviest_of_each_kind, pages_of, served
from verify import CIRCUMSTANCES
from verify import verify as made_otherwise

from macros.content.guide import Guide
from macros.content.readability import hardest
from macros.open_guide import open_guide
from macros.pages.measured import in_dutch

Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[Scheme, Mapping[str, Any]], ...] = (("light", RULES), ("dark", COLOURS))
"""How axe looks: for all in the light, and for colours in the dark too."""

SLIPS_OF_EACH = 10
"""How often each slip is made."""


@dataclass(frozen=True)
class Figure:
    """What came of it. seen: what was looked at, in Dutch; tool: by what; plain: the same of plain Material."""

    name: str
    value: float
    seen: str
    tool: str
    plain: float | None = None


class Sites:
    """The guide, and what is built of it once it is asked for. folder: where that may stand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def guide(self) -> Guide:
        """The guide itself."""
        return open_guide(CONTENT)

    @cached_property
    def ours(self) -> Path:
        """Our site."""
        return self.built(ROOT, "ours")

    @cached_property
    def plain(self) -> Path:
        """The same pages as Material shows them by itself."""
        plain_guide(self.folder / "plain-guide")
        return self.built(self.folder / "plain-guide", "plain", strict=False)

    def built(self, project: Path, name: str, *, strict: bool = True) -> Path:
        """The site of a project, built into a folder of this name. strict: whether a warning stops it."""
        site = self.folder / name
        if strict:
            wrong = build(project, site)
            assert wrong == "", wrong
        else:
            command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
            subprocess.run(command, check=True, cwd=project)
        return site


def axe(sites: Sites) -> Iterator[Figure]:
    """All pages on a phone with all open, and their colours in the dark; of plain Material a page of each kind."""
    with chromium() as browser:
        pages = pages_of(sites.ours)
        few = heaviest_of_each_kind(sites.ours)
        ours = _broken(browser, sites.ours, pages)
        plain = _broken(browser, sites.plain, few)
        found = browser.version
    seen = (
        f"Een programma opende {len(pages)} pagina's op een telefoon, met alles open, in het licht en in het donker. "
        f"Van de gewone Material-site zag het er {len(few)}: de zwaarste van elke soort."
    )
    yield Figure(
        "axe", ours, seen, f"axe (axe-playwright-python {version('axe-playwright-python')}), Chromium {found}", plain
    )


def _broken(browser: Browser, site: Path, pages: list[str]) -> int:
    """How often pages break a rule: all rules in the light, colours in the dark."""
    count = 0
    with served(site, site / "404.html") as address:
        for scheme, rules in LOOKS:
            context = browser.new_context(
                viewport={"width": 390, "height": 900},
                color_scheme=scheme,
                reduced_motion="reduce",
                service_workers="block",
            )
            page = context.new_page()
            page.set_default_timeout(0)
            for path in pages:
                page.goto(address + path)
                page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")
                count += len(violations(page, rules))
            context.close()
    return count


def html(sites: Sites) -> Iterator[Figure]:
    """What three checkers of others find in every HTML file; vnu also in the plain site."""
    found, by = audit(sites.ours), versions()
    plain = _plain_html(sites.plain)
    seen = f"Alle {in_dutch(found.pages)} HTML-bestanden van de gids."
    yield Figure("vnu", found.count("vnu"), seen, f"vnu {by['vnu']}, van het W3C", plain)
    yield Figure("html-validate", found.count("html-validate"), seen, f"html-validate {by['html-validate']}")
    seen = f"Alle links en ankers binnen de gids, in {in_dutch(found.pages)} bestanden."
    yield Figure("links", found.count("linkinator"), seen, f"linkinator {by['linkinator']}")


def _plain_html(site: Path) -> int:
    pages = [f"{path}index.html" for path in pages_of(site)]
    with served(site, site / "404.html") as address:
        return sum(1 for _ in vnu(site, pages, address))


def pages(sites: Sites) -> Iterator[Figure]:
    """What the pages ask of a phone, at their worst."""
    with chromium() as browser:
        ours, theirs = visits(browser, sites.ours), visits(browser, sites.plain)
        slow, slow_theirs = slow_visits(browser, sites.ours), slow_visits(browser, sites.plain)
        tool = f"Chromium {browser.version}, op een scherm van 390 bij 844"
    seen = f"Een eerste bezoek aan elk van de {len(ours)} pagina's. Bij de middelste pagina is het {{}}."

    def figure(name: str, value: Callable[[Visit], float], digits: int, allowed: Callable[[Visit], float]) -> Figure:
        middle = round(statistics.median(map(value, ours)), digits)
        most, plain = round(max(map(allowed, ours)), digits), round(max(map(value, theirs)), digits)
        return Figure(name, most, seen.format(f"{middle:g}".replace(".", ",")), tool, plain)

    def weight(one: Visit) -> float:
        return one.weight / KB

    def allowed(one: Visit) -> float:
        return (one.weight - (GROWS if one.path == "tips/" else 0)) / KB

    yield figure("screens", lambda one: one.screens, 1, lambda one: one.screens)
    figure_of_weight = figure("weight", weight, 1, allowed)
    more = f" De lijst met alle tips mag {GROWS // KB} kB meer wegen, en dat is hier afgetrokken."
    yield replace(figure_of_weight, seen=figure_of_weight.seen + more)
    yield figure("requests", lambda one: one.requests, 0, lambda one: one.requests)
    seen_slowly = f"De zwaarste pagina van {len(slow)} soorten, op een trage lijn en een trage processor."
    shifts = (round(max(one.shift for one in some), 3) for some in (slow, slow_theirs))
    yield Figure("shift", next(shifts), seen_slowly, tool, next(shifts))


def lix(sites: Sites) -> Iterator[Figure]:
    """How hard the texts are to read."""
    found = [one.lix for one in hardest(sites.guide, sys.maxsize)]
    seen = f"De middelste van {len(found)} stukken met genoeg tekst. Het moeilijkste haalt {max(found)}."
    yield Figure("lix", statistics.median(found), seen, "de formule van Björnsson, in onze eigen code")


def search(sites: Sites) -> Iterator[Figure]:
    """How good the first answers are."""
    asked = named_today(sites.guide, graded())
    answered = [one for one in graded_answers(sites.ours, sites.guide, asked) if not one[0].gap]
    found, fresh = quality(answered), [one for one in answered if one[0].held_back]
    held = quality(fresh) if fresh else None
    tool = "onze eigen vragen en punten (tests/search/graded.yml)"

    def seen(shown: float) -> str:
        unseen = f" Bij {len(fresh)} daarvan stelden we het zoeken niet bij: daar is het {in_dutch(shown)}."
        return f"{found.count} vragen." + (unseen if fresh else " Met al die vragen stelden we het zoeken ook bij.")

    yield Figure("first", round(100 * found.first), seen(round(100 * held.first) if held else 0), tool)
    yield Figure("five", round(100 * found.five), seen(round(100 * held.five) if held else 0), tool)
    yield Figure("ndcg", round(found.ndcg, 2), seen(round(held.ndcg, 2) if held else 0), f"nDCG@5, {tool}")


def pdf(sites: Sites) -> Iterator[Figure]:
    """Which sheets and workbooks break the standard for reading aloud."""
    files = sorted(sites.ours.rglob("*.pdf"))
    wrong = sum(bool(complaints(file.read_bytes())) for file in files)
    seen = f"Alle {len(files)} PDF's, ook die in grote letter en de bundels."
    yield Figure("pdf", wrong, seen, f"page-validation {version('page-validation')}")


def slips(sites: Sites) -> Iterator[Figure]:
    """Which slips of an editor get no answer that helps."""
    damaged, missed = Damaged(sites.folder / "damaged"), 0
    for slip in ALL_SLIPS:
        try:
            damaged.slip(slip, SLIPS_OF_EACH)
        except AssertionError:
            missed += 1
    seen = f"{len(ALL_SLIPS)} soorten vergissingen, elk {SLIPS_OF_EACH} keer. In elke proef zijn het er samen duizend."
    yield Figure("slips", missed, seen, "onze eigen proeven (tests/mutations.py)")


def engines(sites: Sites) -> Iterator[Figure]:
    """How many files other builders make otherwise of an export. Figures were written since our own site was built."""
    found = list(reports(sites.built(ROOT, "today"), sites.folder / "engines", tuple(BUILDERS)))
    pages = min(one.pages for one in found)
    names = "MkDocs, ProperDocs en Zensical"
    seen = f"{names} bouwden {pages} pagina's en alle bestanden ernaast. Elke byte is vergeleken."
    tool = f"tests/equality.py, met Zensical {version('zensical')} en ProperDocs {version('properdocs')}"
    yield Figure("engines", sum(len(one.differences) for one in found), seen, tool)


def verify(sites: Sites) -> Iterator[Figure]:
    """How much differs when the same commit is made again, in other circumstances."""
    (sites.folder / "again").mkdir()
    wrong = made_otherwise(sites.folder / "again")
    seen = (
        f"Dezelfde tekst werd zes keer gebouwd, en {len(CIRCUMSTANCES)} omstandigheden verschilden daarbij: de map, de "
        "tijdzone, de taal en de klok van het toestel, en meer. Elke byte is vergeleken."
    )
    yield Figure("verify", wrong, seen, "make verify")


MEASURES: Mapping[str, Callable[[Sites], Iterator[Figure]]] = {
    measure.__name__: measure for measure in (axe, html, pages, lix, search, pdf, slips, engines, verify)
}
"""By its name, each part."""
