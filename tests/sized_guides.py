"""Guides of another size than the real one, to measure with: of many times its entries, or of fewer."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Collection
from pathlib import Path

import yaml
from places import ROOT

from macros.content.canonical import in_form
from macros.content.docs_prose import read_docs
from macros.content.guide import Guide, Ident, Reference, ident
from macros.content.text_rules import NAMING, mentions
from macros.content.validation import marked_texts
from macros.content.yaml_file import Loc, YamlValue, parse_yaml_file
from macros.model.advice import Tip
from macros.model.asides import Box, Enumeration
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION
from macros.model.fields import RefersTo
from macros.model.practice import Case, Worksheet
from macros.model.reference import Partner, Resource, Term
from macros.model.settings import Site
from macros.model.ways_in import SchoolMoment

COPIED = shutil.ignore_patterns("__pycache__")
SPARED = (Tip, Resource, Term, Partner, Box, Case, Worksheet, Enumeration)
"""The types that a smaller guide may have fewer of."""

_NAMED = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<noun>\w+):(?P<id>[^()\s]+)\)")


def grown(guide: Guide, folder: Path, times: int) -> None:
    """A project with as many copies of every entry of the real guide; each copy names the others of its own copy."""
    for name in ("macros", "overrides", "docs", "content"):
        shutil.copytree(ROOT / name, folder / name, ignore=COPIED)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for copy in range(2, times + 1):
        multiply(guide, folder / "content", f"-k{copy}")


def multiply(guide: Guide, content: Path, suffix: str) -> None:
    """Write a copy of every entry beside the entries that are there; the copies name each other.

    The school year stays one: its moments fit on one sheet.
    """
    for entry in guide:
        if isinstance(entry, SchoolMoment):
            continue
        _write(content / entry.collection / f"{entry.id}{suffix}.yml", _copied(guide, entry, suffix))


def thin_out(guide: Guide, docs: Path, content: Path, most: int) -> None:
    """Write a guide of this many of its entries: the others are left out, and with them every name of them."""
    kept = {ident(entry) for entry in guide}
    in_docs = {f"{one.noun}:{one.id}" for text in read_docs(docs)[0].values() for one in mentions(text)}
    spare = [ident(entry) for kind in SPARED for entry in guide.all(kind) if f"{entry.noun}:{entry.id}" not in in_docs]
    # Taken from all over, so that what is left is as mixed as the whole.
    spare.sort(key=lambda key: hashlib.sha256("/".join(key).encode()).digest())
    for key in spare:
        if len(kept) == most:
            break
        naming = [one for one in guide.references if one.target == key and one.origin in kept]
        if not any(_needs(reference) for reference in naming):
            kept.remove(key)
    for key in kept:
        _write(content / key[0] / f"{key[1]}.yml", _without(guide, guide.entry(key), kept))
    _write(content / "site.yml", guide.site.model_dump())


def _needs(reference: Reference) -> bool:
    """Whether the one that names cannot do without the named.

    It stands alone in its field, or is one of the few in a list that may not be empty.
    """
    return (
        len(reference.loc) == 1
        or (reference.loc[0] == "tips" and reference.origin[0] == "situations")
        or reference.loc[0] == "sources"
    )


def _without(guide: Guide, entry: Entry, kept: set[Ident]) -> YamlValue:
    """The values of an entry, less what names an entry that was left out."""

    def unlinked(found: re.Match[str]) -> str:
        there = ident(guide.by_name(f"{found['noun']}:{found['id']}")) in kept
        return found[0] if there else found["words"] or "dat"

    gone = {
        reference.loc
        for reference in guide.references
        if reference.origin == ident(entry) and reference.target not in kept and not reference.in_text
    }
    return _changed(guide.files[ident(entry)].values, lambda text, loc: _NAMED.sub(unlinked, text), gone)


def _copied(guide: Guide, entry: Entry, suffix: str) -> YamlValue:
    """The values of an entry, in which every id it names has a suffix.

    A word of the glossary has one too, because it means one thing.
    """
    own = {"address", "aliases", *(("title", "synonyms", "forms") if isinstance(entry, Term) else ())}
    ids = {loc for _, loc, mark, _ in marked_texts(entry) if isinstance(mark, RefersTo)}

    def renamed(text: str, loc: Loc) -> str:
        if loc in ids or loc[0] in own or loc[-1] == "anchor":
            return f"{text}{suffix}"
        return NAMING.sub(lambda found: f"]({found['noun']}:{found['id']}{suffix})", text)

    return _changed(guide.files[ident(entry)].values, renamed)


def _changed(
    value: YamlValue, change: Callable[[str, Loc], str], gone: Collection[Loc] = (), loc: Loc = ()
) -> YamlValue:
    """What a file holds, with each of its texts changed. gone: the places of what is left out."""
    if isinstance(value, dict):
        fields = {name: (part, (*loc, name)) for name, part in value.items() if (*loc, name) not in gone}
        return {name: _changed(part, change, gone, place) for name, (part, place) in fields.items()}
    if isinstance(value, list):
        items = [(part, (*loc, index)) for index, part in enumerate(value) if (*loc, index) not in gone]
        return [_changed(part, change, gone, place) for part, place in items]
    return change(value, loc) if isinstance(value, str) else value


def _write(file: Path, values: object) -> None:
    """Write a file in its form, as the check asks."""
    file.parent.mkdir(parents=True, exist_ok=True)
    typed = parse_yaml_file(file.name, yaml.safe_dump(values, allow_unicode=True).encode())
    file.write_text(in_form(BY_COLLECTION.get(file.parent.name, Site), typed), encoding="utf-8")
