"""`make links`: opens every address outside the guide, says what does not answer, and dates what does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import Literal
from urllib.parse import urlsplit

from macros.content.canonical import in_form
from macros.content.docs_prose import prose_of, read_docs
from macros.content.external_urls import fault_in_url, host_of, is_deep
from macros.content.guide import Guide, ident
from macros.content.problems import ContentError, Place, place_at
from macros.content.validation import marked_texts, record_from
from macros.content.yaml_file import YamlFile, read_yaml_file
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION
from macros.model.fields import Address
from macros.model.settings import Site
from macros.open_guide import open_guide
from macros.pages.render import web
from macros.site.urls import public_url
from macros.system.errors import Refusal
from macros.system.files import save_file
from macros.system.web import Answer, answer_of

KEEP = "--bewaar"
CHECKED = "checked"
"""The field that holds the day on which an address was last opened."""

_IN_TEXT = re.compile(r"\]\(\s*(https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)", re.IGNORECASE)
_AT_ONCE, _SECONDS, _BREATH = 4, 15.0, 1.0
"""So many sites at once, so long we wait for each, and so long we leave a site alone between two of its addresses."""

_GONE, _CLOSED = (404, 410), (401, 403, 405, 406, 429, 451, 999)

Word = Literal["goed", "verhuisd", "kijk zelf", "antwoordt niet"]
Look = Callable[[str], Answer]


@dataclass(frozen=True)
class Link:
    """An address as it is written, and where; an entry that dates it, with the field that it stands in."""

    address: str
    place: Place
    entry: Entry | None = None
    field: str = ""


@dataclass(frozen=True)
class Verdict:
    """What came of opening an address: in a word, and in a sentence."""

    word: Word
    sentence: str = ""


def links_of(guide: Guide, docs: Mapping[str, str]) -> list[Link]:
    """Every address that sends a reader elsewhere. docs: the pages of docs/ by file; a text of an entry has none."""
    found = [link for entry in guide for link in _links_of(entry, guide.files[ident(entry)])]
    for file, text in docs.items():
        found += [Link(one[1], place_at(file, text, one.start(1))) for one in _IN_TEXT.finditer(prose_of(text))]
    return [link for link in found if not fault_in_url(link.address)]


def _links_of(entry: Entry, file: YamlFile) -> Iterator[Link]:
    for name, loc, mark, text in marked_texts(entry):
        if isinstance(mark, Address):
            yield Link(text, file.place_of(loc), entry if CHECKED in entry.shapes else None, name)


def opened(addresses: Iterable[str], look: Look, breath: float = _BREATH) -> dict[str, Verdict]:
    """What came of each address: a few sites at once, and of one site one after the other."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        hosts[host_of(address)].append(address)
    stopped, verdicts = Event(), dict[str, Verdict]()

    def visit(site: Sequence[str]) -> None:
        for nth, address in enumerate(site):
            if stopped.wait(breath if nth else 0):
                return
            verdicts[address] = verdict_on(address, look(web(address)))

    with ThreadPoolExecutor(_AT_ONCE) as crew:
        try:
            for visited in [crew.submit(visit, site) for site in hosts.values()]:
                visited.result()
        finally:
            stopped.set()  # Whoever presses Ctrl+C, does not wait for the rest.
            crew.shutdown(wait=False, cancel_futures=True)
    return verdicts


def verdict_on(address: str, answer: Answer) -> Verdict:
    """What an answer means for whoever keeps the guide."""
    if answer.trouble:
        return Verdict("antwoordt niet", _TROUBLES[answer.trouble])
    if not answer.good:
        return _refusal(answer.status)
    if is_deep(address) and not is_deep(answer.end):
        return Verdict("verhuisd", f"Leidt nu naar de startpagina van {host_of(answer.end)}. Is het er nog?")
    if answer.moved and _elsewhere(address, answer.moved):
        return Verdict("verhuisd", f"Staat nu op {answer.moved}")
    return Verdict("goed")


_TROUBLES: Mapping[str, str] = {
    "late": "Er kwam geen antwoord op tijd.",
    "unknown host": "Deze site is niet te vinden.",
    "unsafe": "Het certificaat klopt niet: een browser waarschuwt hier.",
    "silent": "De site antwoordt niet.",
}


def _refusal(status: int) -> Verdict:
    if status in _GONE:
        return Verdict("antwoordt niet", f"Deze pagina bestaat niet meer ({status}).")
    if status in _CLOSED:
        return Verdict("kijk zelf", f"De site laat geen programma binnen ({status}).")
    what = "De site heeft een fout" if status >= 500 else "De site geeft geen pagina"
    return Verdict("antwoordt niet", f"{what} ({status}).")


def _elsewhere(address: str, moved: str) -> bool:
    """Whether an address lives elsewhere: not when only www, https or a slash differs, or a front page has a path."""
    if not is_deep(address):
        return host_of(address) != host_of(moved)
    return _bare(address) != _bare(moved)


def _bare(address: str) -> str:
    parts = urlsplit(web(address))
    return f"{host_of(address)}{parts.path.rstrip('/')}?{parts.query}"


def agent_of(site: Site) -> str:
    """How we name ourselves to a site: by the name of the guide, and where it stands."""
    name = "".join(sign for sign in site.name if sign.isascii() and (sign.isalnum() or sign in " -.")).strip()
    home = f"; +{site.address}" if public_url(site.address) and site.address.isascii() else ""
    return f"Mozilla/5.0 (compatible; {name or 'gids'} linkcontrole{home})"


def dated(root: Path, links: Iterable[Link], day: str) -> list[str]:
    """Write the day in the entries of these links, and answer the files that changed.

    Each file is read anew: someone may have saved it while the addresses were opened.
    """
    done = []
    for link in links:
        if link.entry is None:
            continue
        path = root / link.place.file
        record_type = BY_COLLECTION[link.entry.collection]
        try:
            file = read_yaml_file(path, root)
            record = record_from(record_type, file, link.entry.id)
        except ContentError:
            continue  # The check tells of it.
        if getattr(record, link.field) == link.address and getattr(record, CHECKED) != day:
            save_file(path, in_form(record_type, replace(file, values={**file.values, CHECKED: day})))
            done.append(file.file)
    return done


def check_links(root: Path, words: Sequence[str], day: str, look: Look | None = None) -> Iterator[str]:
    """Open every address, and say in Dutch what came of it.

    words: with --bewaar, what answers well gets the day. look: what opens an address. Raises ContentError, or Refusal.
    """
    if words not in ((), (KEEP,)):
        raise Refusal(f"Achter 'links' kan alleen {KEEP} staan, of niets.")
    guide, (docs, _) = open_guide(root / "content"), read_docs(root / "docs")
    links = links_of(guide, docs)
    yield f"We openen {len({link.address for link in links})} adressen, elk één keer. Dat duurt een minuut of twee."
    look = look or partial(answer_of, agent=agent_of(guide.site), seconds=_SECONDS)
    verdicts = opened([link.address for link in links], look)
    if verdicts and all(verdict.sentence in _TROUBLES.values() for verdict in verdicts.values()):
        raise Refusal("Geen enkele site antwoordde. Ben je op het internet? Er is niets veranderd.")
    yield from _report(links, verdicts)
    good = [link for link in links if verdicts[link.address].word == "goed" and link.entry]
    if words:
        written = dated(root, good, day)
        said = "In één bestand" if len(written) == 1 else f"In {len(written)} bestanden"
        yield f"\n{said} staat nu '{CHECKED}: {day}'. Wat er veranderde, zegt: git diff"
    elif good:
        yield f"\nEr is niets veranderd. Zet de dag in '{CHECKED}' van wat goed antwoordt met: make links BEWAAR=ja"


def _report(links: Sequence[Link], verdicts: Mapping[str, Verdict]) -> Iterator[str]:
    good = sum(verdict.word == "goed" for verdict in verdicts.values())
    yield f"\nGoed: {good} van {len(verdicts)}, op {len({host_of(link.address) for link in links})} sites"
    headings: Mapping[Word, str] = {
        "antwoordt niet": "Antwoordt niet",
        "verhuisd": "Verhuisd",
        "kijk zelf": "Open dit zelf in een browser",
    }
    for word, heading in headings.items():
        rows = [link for link in links if verdicts[link.address].word == word]
        yield from ("", f"{heading}: {len(rows)}")
        for link in rows:
            yield f"  {link.place}  {link.address}"
            yield f"    {verdicts[link.address].sentence}"
