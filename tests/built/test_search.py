"""Search finds what teachers mean, and costs little: tried in a real browser. That it knows Dutch: tests/js/.

How well it finds what teachers mean is held on the real
guide by thresholds: a correct new entry may change a place, and never turns this red by being there.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from goals import GOALS
from graded import Graded, called, graded, named_today, quality
from judgement import TENFOLD, Judged, addresses, judged, of_today, scores
from playwright.sync_api import Browser, Page

from macros.content.guide import Guide
from macros.site.urls import entry_url


def ready(browser: Browser, url: str) -> Page:
    """A page on which search is ready, as it is for a reader who opened it."""
    page = browser.new_page()
    page.set_default_timeout(0)
    page.goto(url + "?vind=")
    page.locator(".search__list").wait_for()
    page.evaluate("globalThis.finder = new Finder(SearchData)")
    return page


@pytest.fixture(scope="module")
def harbour_finder(browser: Browser, harbour_address: str) -> Iterator[Page]:
    """Search in the tiny guide."""
    page = ready(browser, harbour_address)
    yield page
    page.close()


@pytest.fixture(scope="module")
def finder(browser: Browser, address: str) -> Iterator[Page]:
    """Search in the real guide."""
    page = ready(browser, address)
    yield page
    page.close()


def test_half_a_compound_is_found_though_it_never_stands_alone(harbour_finder: Page) -> None:
    """The guide says golfbreker and never breker: that comes before what may be a slip, such as zeker."""
    said = "finder.search('breker').hits.filter(hit => !hit.via).map(hit => hit.record.title)"

    assert harbour_finder.evaluate(said) == ["Strandwandeling"]


def test_every_entry_can_be_found_at_its_place(finder: Page, real: Guide) -> None:
    """Whatever the guide holds, search can lead to it."""
    records = set(finder.evaluate("finder.records.map(record => `${record.kind} ${record.address}`)"))

    assert [entry.id for entry in real if f"{entry.noun} {entry_url(real, entry)}" not in records] == []


def test_prose_can_be_found_and_the_editors_handbook_not(harbour_finder: Page) -> None:
    """What docs/ tells a reader is in search too; what it tells an editor would only be in a teacher's way."""
    places = harbour_finder.evaluate("finder.records.map(record => record.address)")

    assert "over/#wie" in places
    assert [place for place in places if place.startswith("handboek/")] == []


@pytest.fixture(scope="module")
def answers(finder: Page, real: Guide) -> list[tuple[Judged, list[str]]]:
    """Every judged query, with the names of what it brings up, best first."""
    asked = of_today(real, judged())
    return list(zip(asked, brought_up(finder, real, [one.query for one in asked]), strict=True))


@pytest.fixture(scope="module")
def graded_answers(finder: Page, real: Guide) -> list[tuple[Graded, list[str]]]:
    """Every graded query that the guide can answer, with the names of what it brings up, best first."""
    asked = [one for one in named_today(real, graded()) if not one.gap]
    return list(zip(asked, brought_up(finder, real, [one.query for one in asked]), strict=True))


def brought_up(finder: Page, guide: Guide, queries: list[str]) -> list[list[str]]:
    """For each query the names of what it brings up, best first."""
    names = {f"{name.partition(':')[0]} {place}": name for name, place in addresses(guide).items()}
    found = finder.evaluate(
        """queries => queries.map(
          query => finder.search(query).hits.map(hit => `${hit.record.kind} ${hit.record.address}`)
        )""",
        queries,
    )
    return [[called(hit, names) for hit in hits] for hits in found]


def test_teachers_find_what_they_mean(answers: list[tuple[Judged, list[str]]]) -> None:
    """The best answer first, nearly always among the first five, and never nothing.

    That holds for the queries that no one tuned on, too.
    """
    answerable = [(one, names) for one, names in answers if one.wanted]
    halves = {
        half: scores((one, names) for one, names in answerable if one.held_back is held)
        for half, held in (("tuning", False), ("held back", True))
    }
    whole = scores(answerable)
    said = f"all {whole}; {halves}"

    assert whole.mrr >= 0.9 and whole.five >= 0.95 and whole.empty == 0, said
    assert halves["held back"].mrr >= 0.88, said


def test_the_first_five_are_worth_reading(graded_answers: list[tuple[Graded, list[str]]]) -> None:
    """Not only the best answer: what follows helps too, and for a whole sentence.

    A new entry that no one graded counts as 0, and may cost a little.
    """
    whole, sentences = quality(graded_answers), quality(told_in_full(graded_answers))
    said = f"all {whole}; sentences {sentences}"

    assert GOALS["ndcg"].held(whole.ndcg), said
    assert GOALS["first"].held(100 * whole.first) and GOALS["five"].held(100 * whole.five), said
    assert sentences.ndcg >= 0.72, said


def test_what_words_were_chosen_for_is_found(graded_answers: list[tuple[Graded, list[str]]]) -> None:
    """The half that search is tuned on does better than what we ask of all, 0.80, 85 and 98, sentences 0.72.

    It holds queries of strangers too, for which families of words were chosen afterwards.
    """
    tuned = [(one, names) for one, names in graded_answers if not one.held_back]
    whole, sentences = quality(tuned), quality(told_in_full(tuned))
    said = f"tuned {whole}; sentences {sentences}"

    assert whole.ndcg >= 0.83 and whole.first >= 0.92 and whole.five >= 0.98 and sentences.ndcg >= 0.79, said


def test_a_stranger_finds_something_that_helps(graded_answers: list[tuple[Graded, list[str]]]) -> None:
    """Fresh queries are harder than those that the words were chosen for, and whole sentences hardest.

    Nothing is held when all were tuned on: then fresh ones must be written.
    """
    fresh = [(one, names) for one, names in graded_answers if one.held_back]
    if not fresh:
        pytest.skip("op elke zoekopdracht is al afgestemd: er zijn geen nieuwe")
    found = quality(fresh)

    assert found.ndcg >= 0.68 and found.first >= 0.74 and found.five >= 0.93, found


def told_in_full(answered: list[tuple[Graded, list[str]]]) -> list[tuple[Graded, list[str]]]:
    """Of queries with their answers: the sentences, and what says that something is not so."""
    return [(one, names) for one, names in answered if one.type in ("zin", "ontkenning")]


def test_no_kind_of_query_is_left_behind(answers: list[tuple[Judged, list[str]]]) -> None:
    """Also slips, compounds, questions and jargon are answered."""
    kinds: dict[str, list[tuple[Judged, list[str]]]] = defaultdict(list)
    for one, names in answers:
        if one.wanted:
            kinds[one.kind].append((one, names))

    assert {kind: scores(found) for kind, found in kinds.items() if scores(found).mrr < 0.75} == {}


def test_what_is_not_there_is_not_found(answers: list[tuple[Judged, list[str]]]) -> None:
    """No answer is better than a far-fetched one. A new entry may come to answer one of these; not several at once."""
    found = {one.query: names[:3] for one, names in answers if not one.wanted and names}

    assert len(found) <= 2, found


def test_what_the_guide_does_not_have_is_not_made_up(finder: Page, real: Guide) -> None:
    """Each word of the gaps brings its line, and nothing that only lies near something."""
    gaps = [(word, gap.line) for gap in real.search.gaps for word in gap.say]
    found = finder.evaluate(
        """words => words.map(word => {
          const { gap, hits } = finder.search(word);
          return [gap?.line, hits.filter(({ via }) => via).length];
        })""",
        [word for word, _ in gaps],
    )

    assert gaps and [(word, 0) for word, _ in gaps] == [
        (word, noise) for (word, line), (said, noise) in zip(gaps, found, strict=True) if said == line
    ]


def test_little_is_fetched_and_late(desktop: Page, finder: Page, address: str, built: Path) -> None:
    """Nothing on opening a page; at the first search 15 kB of code, and 110 bytes of whatever can be found.

    As a server sends them, compressed. So the guide may grow: `make bench` tells what a first search fetches in all.
    """
    asked: list[str] = []
    desktop.on("request", lambda request: asked.append(re.sub(r"[?#].*", "", request.url).removeprefix(address)))
    desktop.goto(address, wait_until="networkidle")
    assert [file for file in asked if "/search/" in file] == []
    desktop.locator("button.search-door").click()
    desktop.locator(".search__list").wait_for()
    desktop.keyboard.type("school")
    desktop.locator(".search__hits").wait_for()
    fetched = {file for file in asked if "/search/" in file}
    data = {file for file in fetched if file.endswith("/data.js")}

    assert weight(built, fetched - data) <= 12_700
    assert len(data) == 1 and weight(built, data) <= 110 * finder.evaluate("finder.records.length")


def weight(built: Path, files: set[str]) -> int:
    """The bytes of some files of the site, compressed."""
    return sum(len(gzip.compress((built / file).read_bytes(), 9)) for file in files)


COUNT = """(finder, query) => {
  let looked = 0;
  const { index } = finder, { postings } = index;
  index.postings = {
    has: term => postings.has(term),
    get: term => {
      const found = postings.get(term);
      looked += found ? found.which.length : 1;
      return found;
    },
  };
  try { finder.search(query); } finally { index.postings = postings; }
  return looked;
}"""
"""How many places in records a search looks at: its work, whatever the machine.

How long it takes is in BENCHMARKS.md.
"""


def test_an_answer_is_little_work(finder: Page) -> None:
    """A query looks at each record a few times at most.

    Ten times the guide is some ten times the work, and not a hundred.
    """
    queries = [one.query for one in judged()]
    count = finder.evaluate("finder.records.length")
    once = finder.evaluate(f"queries => queries.map(query => ({COUNT})(finder, query))", queries)
    tenfold = finder.evaluate(
        f"queries => {{ const large = ({TENFOLD})(); return queries.map(query => ({COUNT})(large, query)); }}", queries
    )

    assert all(once) and max(once) <= 6 * count, (max(once), queries[once.index(max(once))], count)
    assert sum(tenfold) <= 12 * sum(once), (sum(tenfold), sum(once))
