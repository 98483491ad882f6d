"""How well search finds what teachers mean, beside Material's own search on the same guide. Part of `make bench`."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from browsers import chromium
from goals import GOALS
from graded import Answered, Graded, called, graded, named_today, quality_table
from judgement import TENFOLD, Judged, Scores, addresses, judged, of_today, scores
from machine import run
from playwright.sync_api import Page
from sites import served

from macros.content.guide import Guide
from macros.export import export

LOAD = """const names = ["base/spelling.js", "search/search.js", "search/data.js"];
  for (const name of names) await new Promise((ready, missing) => {
    const script = Object.assign(document.createElement("script"), { onload: ready, onerror: missing });
    script.src = "/assets/" + name;
    document.head.append(script);
  });"""

OURS = """async queries => {
  LOAD
  const finder = new Finder(SearchData);
  return queries.map(query => finder.search(query).hits.map(({ record }) => `${record.kind} ${record.address}`));
}""".replace("LOAD", LOAD)

# Material's box passes a query to this worker as it was typed; what comes back stands in groups, a page with its
# chapters.
MATERIALS = """async queries => {
  const file = JSON.parse(document.getElementById("__config").textContent).search;
  const worker = new Worker(new URL(file, location.href));
  const ask = message => new Promise(answer => {
    worker.onmessage = event => answer(event.data.data);
    worker.postMessage(message);
  });
  const index = await (await fetch("/search/search_index.json")).json();
  await ask({ type: 0, data: { ...index, options: { suggest: false } } });
  const best = group => group.filter(hit => hit.score).sort((one, other) => other.score - one.score);
  const found = [];
  for (const data of queries) {
    const { items } = await ask({ type: 2, data });
    found.push(items.flatMap(group => best(group).map(hit => hit.location)));
  }
  return found;
}"""

# Of five rounds the best of each query: what else the machine does, is no part of an answer. Asked twice in a row, the
# second time it is remembered how a word may be spelled.
SPEED = """async queries => {
  LOAD
  const time = (finder, query) => {
    const start = performance.now();
    finder.search(query);
    return performance.now() - start;
  };
  const large = (TENFOLD)();
  return [new Finder(SearchData), large].map(finder => {
    const rounds = [1, 2, 3, 4, 5].map(() => queries.map(query => time(finder, query)));
    return queries.map((_, which) => Math.min(...rounds.map(round => round[which])));
  });
}""".replace("LOAD", LOAD).replace("TENFOLD", TENFOLD)

MEASURES = "MRR@10 | recall@1 | recall@5 | empty"


def compared(root: Path, guide: Guide, folder: Path) -> str:
    """A table of both searches, per kind of query and per half. folder: where the two sites may be built."""
    asked = of_today(guide, judged())
    queries = [one.query for one in asked]
    build(root, folder / "ours")
    export(root, folder / "exported")
    with_materials_search(folder / "exported")
    build(folder / "exported", folder / "materials")
    places = addresses(guide)
    named = _named(places)
    ours = [[named.get(hit, hit) for hit in hits] for hits in answers(folder / "ours", OURS, queries)]
    theirs = [
        generous(hits, one, places)
        for one, hits in zip(asked, answers(folder / "materials", MATERIALS, queries), strict=True)
    ]
    once, tenfold = answers(folder / "ours", SPEED, queries)
    assets = folder / "ours" / "assets"
    files = [assets / "base" / "spelling.js", *(assets / "search").iterdir()]
    fetched = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1000
    said = f"The first search fetches {fetched:.0f} kB, compressed (goal: ≤ 120 kB)."
    whole = whole_lists(folder / "ours", named_today(guide, graded()), named)
    return f"{table(asked, ours, theirs)}\n\n{whole}\n\n{speed(once, tenfold)}\n\n{said}"


def whole_lists(site: Path, asked: list[Graded], names: dict[str, str]) -> str:
    """How good all of the first five are, and not only the best. names: from a kind and an address to an entry."""
    answered = _answered(site, asked, names)
    return f"""What people type, with each answer graded from 0 to 3 (tests/search/graded.yml). We asked for: nDCG@5
0.80, success@1 85 %, success@5 98 %, sentences 0.72.
Tests hold {GOALS["ndcg"].bound:.2f}, {GOALS["first"].bound:g} % and {GOALS["five"].bound:g} %.
Success is an answer of 2 or 3; what no one judged counts as 0.

{quality_table(answered)}"""


def _answered(site: Path, asked: list[Graded], names: dict[str, str]) -> list[Answered]:
    found = answers(site, OURS, [one.query for one in asked])
    return [(one, [called(hit, names) for hit in hits]) for one, hits in zip(asked, found, strict=True)]


def graded_answers(site: Path, guide: Guide, asked: list[Graded]) -> list[Answered]:
    """What a built site brings up for graded queries, by name."""
    return _answered(site, asked, _named(addresses(guide)))


def _named(places: dict[str, str]) -> dict[str, str]:
    """From a kind and an address to the name of an entry."""
    return {f"{name.partition(':')[0]} {place}": name for name, place in places.items()}


def speed(once: list[float], tenfold: list[float]) -> str:
    """How long an answer takes in the guide and in one of ten times its size, in milliseconds for each query."""
    ratio = sum(tenfold) / sum(once)
    return f"""| an answer takes | mean | at most | goal |
|---|---|---|---|
| in the guide | {statistics.mean(once):.1f} ms | {max(once):.1f} ms | ≤ 5 ms, at most 50 ms |
| in ten times the guide | {statistics.mean(tenfold):.1f} ms | {max(tenfold):.1f} ms | at most 60 ms |
| the second ÷ the first | {ratio:.1f} | | ≤ 12 |"""


def generous(hits: list[str], one: Judged, places: dict[str, str]) -> list[str]:
    """What Material found, by name.

    A page counts as found wherever on it the hit lies; an entry that shares its page is found at its own anchor.
    """
    wanted = {places[name]: name for name in one.wanted}
    return [wanted.get(hit) or wanted.get(hit.partition("#")[0], hit) for hit in hits]


def with_materials_search(folder: Path) -> None:
    """Give an exported guide Material's search, set for Dutch."""
    file = folder / "mkdocs.yml"
    config = yaml.safe_load(file.read_text(encoding="utf-8"))
    config["theme"] = {"name": "material", "language": "nl", "font": False}  # And not our frame, which has no such box.
    config["plugins"] = [{"search": {"lang": "nl", "separator": r"""[\s\-,.:;!?()„”‘’"/]+"""}}]
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


def build(root: Path, site: Path) -> None:
    """Build a guide. Raises CalledProcessError."""
    run(root, "mkdocs", "build", "--quiet", "--site-dir", str(site)).check_returncode()


def answers(site: Path, way: str, queries: list[str]) -> Any:
    """What a built site finds for each query, best first, in a real browser."""
    with browsing(site) as page:
        return page.evaluate(way, queries)


@contextmanager
def browsing(site: Path) -> Iterator[Page]:
    """The start page of a built site in a browser, served as any server would."""
    with served(site, site / "404.html") as address, chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(0)
        page.goto(address)
        yield page


def table(asked: list[Judged], ours: list[list[str]], theirs: list[list[str]]) -> str:
    """Both, side by side, in Markdown."""
    answerable = [index for index, one in enumerate(asked) if one.wanted]
    groups = {
        "all": answerable,
        "tuning half": [i for i in answerable if not asked[i].held_back],
        "held back": [i for i in answerable if asked[i].held_back],
    }
    groups |= {
        kind: [i for i in answerable if asked[i].kind == kind]
        for kind in dict.fromkeys(asked[i].kind for i in answerable)
    }
    lines = [
        f"| queries | how many | {MEASURES} | Material: {MEASURES} |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for label, which in groups.items():
        mine, material = (scores((asked[i], found[i]) for i in which) for found in (ours, theirs))
        lines.append(f"| {label} | {len(which)} | {_cells(mine)} | {_cells(material)} |")
    none = [i for i, one in enumerate(asked) if not one.wanted]
    lines.append(
        f"| no answer in the guide | {len(none)} | | | | {_empty(ours, none)} | | | | {_empty(theirs, none)} |"
    )
    return "\n".join(lines)


def _cells(one: Scores) -> str:
    return f"{one.mrr:.2f} | {one.first:.0%} | {one.five:.0%} | {one.empty:.0%}"


def _empty(found: list[list[str]], which: list[int]) -> str:
    return f"{sum(not found[i] for i in which) / len(which):.0%}"
