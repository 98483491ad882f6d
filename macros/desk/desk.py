"""The desk of an editor: the guide as it is now, with what a command asks of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.content.docs_prose import read_docs
from macros.content.guide import Guide, Ident, ident
from macros.content.problems import ContentError, did_you_mean
from macros.desk.namings import Naming, namings
from macros.desk.talk import Asked, Talk, choose
from macros.live_guide import LiveGuide
from macros.model.asides import Enumeration
from macros.model.dutch_words import folder_words, noun_words
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION, BY_NOUN, HOMES
from macros.model.fields import ID, LONGEST_NAME
from macros.system.errors import Refusal


@dataclass(frozen=True)
class Desk:
    """A sound guide, the folder that it stands in, and the pages of docs/ by file."""

    root: Path
    guide: Guide
    docs: Mapping[str, str]

    @cached_property
    def namings(self) -> list[Naming]:
        """Every spot that names an entry."""
        return list(namings(self.guide, self.docs))

    @cached_property
    def _texts(self) -> dict[str, str]:
        files = [*self.guide.files.values(), *filter(None, [self.guide.search_file])]
        return {**{file.file: file.text for file in files}, **self.docs}

    def text(self, file: str) -> str:
        """The text of a file, as it stands there."""
        return self._texts[file]

    def file(self, entry: Entry) -> str:
        """The file of an entry."""
        return self.guide.files[ident(entry)].file


def open_desk(root: Path) -> Desk:
    """The desk of a guide. Raises Refusal when something is wrong with it: then no one could see what a change does."""
    live = LiveGuide(root)
    try:
        live.refresh()
    except ContentError as error:
        raise Refusal(f"{error}\n\nVerbeter dit eerst: dan pas is te zien wat een wijziging doet.") from None
    return Desk(root, live.guide, read_docs(root / "docs")[0])


def entry_for(desk: Desk, talk: Talk, asked: Asked, at: int, question: str) -> Entry:
    """The entry that a word behind a command names, or that someone chooses. Raises Refusal, or UnknownEntry."""
    if len(asked.words) > at:
        return entry_named(desk.guide, asked.words[at])
    if not talk.answers:
        raise Refusal(f"{question} Zet het achter het commando, zoals tip:familiemuur.")
    choices = [(f"{entry.noun}:{entry.id}", entry.title) for entry in desk.guide]
    return entry_named(desk.guide, choose(talk, question, choices))


def entry_named(guide: Guide, name: str) -> Entry:
    """The entry that someone calls tip:familiemuur, tips/familiemuur, by its file, or by an id that only one has."""
    name = re.sub(r"^(?:\./)?content/|\.yml$", "", name)
    noun, mark, id = name.replace("/", ":", 1).partition(":")
    if mark:
        return guide.by_name(f"{kind_called(noun).noun}:{id}")
    found = [entry for collection in BY_COLLECTION if (entry := guide.find(collection, name))]
    if len(found) == 1:
        return found[0]
    if found:
        several = " of ".join(f"'{entry.noun}:{name}'" for entry in found)
        raise Refusal(f"'{name}' zijn er {len(found)}. Zeg welk je bedoelt: {several}.")
    known = [entry.id for entry in guide]
    raise Refusal(f"'{name}' kennen we niet. {did_you_mean(name, known)}")


def kind_called(word: str) -> type[Entry]:
    """The type of entry that someone calls so: tip, tips, Tips. Raises Refusal."""
    noun = word if word in BY_NOUN else noun_words().get(word) or noun_words().get(word.capitalize())
    kind = BY_NOUN.get(noun or "") or BY_COLLECTION.get(folder_words().get(word, ""))
    if kind is None:
        raise Refusal(f"Een '{word}' kennen we niet. {did_you_mean(word, BY_NOUN, words=noun_words())}")
    return kind


def fault_in_id(desk: Desk, kind: type[Entry], id: str, own: Entry | None = None) -> str:
    """Why an entry cannot get this id; nothing when it can. own: the entry that gets it instead of the one it has."""
    if not ID.fullmatch(id) or len(id) > LONGEST_NAME:
        most = f"hoogstens {LONGEST_NAME} tekens, met alleen kleine letters, cijfers en koppeltekens"
        return f"'{id}' kan geen id zijn: {most}."
    owner = taken(desk, kind).get(id)
    return f"'{id}' is al bezet: {owner[1]}." if owner and owner[0] != (own and ident(own)) else ""


def taken(desk: Desk, kind: type[Entry]) -> dict[str, tuple[Ident | None, str]]:
    """Every id that is no longer free for a type, with what has it, and how one calls that."""
    found: dict[str, tuple[Ident | None, str]] = {}
    for row in desk.guide.published:
        letter, _, id = row.address.partition("/")
        if letter == kind.letter:
            found[id] = None, f"het vaste adres /{row.address}/ verscheen al"
    for entry in desk.guide:
        points = entry.items if isinstance(entry, Enumeration) else ()
        if entry.letter == kind.letter:
            for id in (*entry.aliases, *(point.anchor for point in points if point.anchor)):
                found[id] = ident(entry), f"het leidt naar {entry.noun}:{entry.id}"
        if entry.letter == kind.letter or {kind, type(entry)} <= set(HOMES):
            found[entry.id] = ident(entry), f"zo heet {desk.file(entry)}"
    return found
