"""A hint, followed to the letter, mends or does nothing: these tests do what a hint says, as an editor would."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from macros.content.guide import Guide
from macros.content.misplaced_fields import hint_for_field
from macros.content.problems import ContentError, did_you_mean
from macros.content.references import unknown
from macros.content.validation import record_from
from macros.content.yaml_file import parse_yaml_file
from macros.model.dutch_words import field_words, folder_words, noun_words
from macros.model.entry import Citation, Entry
from macros.model.entry_types import BY_COLLECTION, BY_NOUN, ENTRY_TYPES
from macros.model.record import Record
from macros.model.settings import SearchWords, Site

MEANT = re.compile(r"^Bedoelde je '([^']+)'", re.MULTILINE)


def record_types() -> list[type[Record]]:
    """Every type of record that a file can hold, at any depth."""
    found: dict[type[Record], None] = {}

    def add(record_type: Any) -> None:
        if record_type not in found:
            found[record_type] = None
            for shape in record_type.shapes.values():
                for inside in shape.records:
                    add(inside)

    for top in (*ENTRY_TYPES, Site, SearchWords):
        add(top)
    return list(found)


RECORDS = record_types()


def test_every_field_has_a_dutch_word() -> None:
    """And the word leads to a field of the record it is written in, whichever record that is."""
    for record_type in RECORDS:
        fields = [name for name in record_type.shapes if name != "id"]
        words = field_words(fields)
        assert set(fields) == set(words.values()), record_type.__name__
        for word, field in words.items():
            hint = hint_for_field([record_type], word, ())
            assert hint.startswith("Bedoelde je '"), (record_type.__name__, word, field, hint)


@pytest.mark.parametrize(
    "written, meant",
    [("bronnen", "sources"), ("titel", "title"), ("thuis", "home"), ("waarom", "why"), ("Voor wie", "audience")],
)
def test_a_dutch_field_leads_to_the_english_one(written: str, meant: str) -> None:
    """As in a tip."""
    assert hint_for_field([BY_COLLECTION["tips"]], written, ()) == f"Bedoelde je '{meant}'?"


def test_a_field_on_another_level_is_sent_there() -> None:
    """Up or down; and not to a field that stands there already."""
    tip = BY_COLLECTION["tips"]

    assert hint_for_field([tip], "page", ()) == "Het hoort binnen 'sources'."
    assert hint_for_field([tip, Citation], "home", ()).startswith("Het hoort een niveau hoger")
    assert hint_for_field([tip, Citation], "home", (), ("home",)).startswith("Dit kan wel")
    assert "voeg ze samen" in hint_for_field([tip], "bron", ("title", "sources"))


def test_what_a_field_may_be_is_all_listed() -> None:
    """No list of fields is cut before the one that is meant."""
    for record_type in RECORDS:
        hint = hint_for_field([record_type], "zzz", ())
        assert [name for name in record_type.shapes if name != "id" and not re.search(rf"\b{name}\b", hint)] == []


def test_a_folder_or_a_noun_in_other_words_is_found() -> None:
    """By its heading, its noun, its folder or its English name; what is meant is always there."""
    for word, collection in folder_words().items():
        assert did_you_mean(word, BY_COLLECTION, words=folder_words()).startswith("Bedoelde je '"), word
        assert collection in BY_COLLECTION
    for word in noun_words():
        assert did_you_mean(word, BY_NOUN, words=noun_words()).startswith("Bedoelde je '"), word


def misspelt(dice: random.Random, name: str) -> str:
    """A name as someone in a hurry writes it; its numbers are right, but for the zeros in front."""
    at = dice.randrange(len(name))
    return dice.choice(
        [
            name.upper(),
            name.replace("-", " "),
            name.replace("-", "_"),
            re.sub(r"(?<!\d)0+(?=\d)", "", name),
            f"{name}.yml",
            name[:at] + name[at + 1 :] if not name[at].isdigit() else name,
        ]
    )


@pytest.mark.parametrize("collection", BY_COLLECTION)
def test_a_name_that_is_offered_exists(collection: str, tiny: Guide) -> None:
    """An id with a slip is never sent to one with another number, and never to one that is not there."""
    dice = random.Random(collection)
    ids = list(tiny.entries[collection])
    for id in ids * 8:
        written = misspelt(dice, id)
        if written in ids or any(tiny.find(other, written) for other in BY_COLLECTION):
            continue
        hint = unknown(tiny, (collection,), written, None)[1]
        offered = MEANT.search(hint)
        if offered:
            assert offered[1] in ids
            assert numbers(offered[1]) == numbers(written), hint
        made = re.search(r"maak '(.+)\.yml' nog aan", hint)
        assert made is None or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made[1]), hint


def numbers(name: str) -> list[int]:
    """The numbers in a name."""
    return [int(number) for number in re.findall(r"\d+", name)]


def test_a_key_is_found_by_what_people_call_it(tiny: Guide) -> None:
    """By its number, its noun, its title."""
    for written in ("s1", "S01", "s001", "sleutel 1", "Sleutel 01", "sleutel:s01", "keys/s01.yml", "Zwaai eerst"):
        assert unknown(tiny, ("keys",), written, BY_COLLECTION["tips"])[1].startswith("Bedoelde je 's01'"), written


@pytest.mark.parametrize("glued", ["s01, s02", "S1 en s2", "s01; s02", "s01 s02", "s01/s02", "sleutel 1, sleutel 2"])
def test_two_names_in_one_are_told_apart(glued: str, tiny: Guide) -> None:
    """Neither is dropped, and no third one is offered."""
    assert unknown(tiny, ("keys",), glued, BY_COLLECTION["tips"])[1].startswith("Dit zijn er 2: 's01' en 's02'.")


def test_the_word_that_shares_most_is_meant() -> None:
    """Rather than one with as many letters in common."""
    assert "'ouders in klas en school'" in did_you_mean(
        "ouders in de klas", ("ouders onder elkaar", "ouders in klas en school")
    )


def test_a_name_that_stands_in_it_whole_is_not_left_out() -> None:
    """amber-dark is nearer to amber than to petrol-dark, whatever two have in common."""
    colours = ("petrol", "petrol-light", "petrol-dark", "amber", "amber-light", "paper")

    offered = {word: did_you_mean(word, colours) for word in ("amber-dark", "paper-dark", "petrol-drak")}

    assert offered == {
        "amber-dark": "Bedoelde je 'amber'?",
        "paper-dark": "Bedoelde je 'paper'?",
        "petrol-drak": "Bedoelde je 'petrol-dark'?",
    }


def all_pairs() -> Iterator[tuple[type[Entry], str, str]]:
    """Every type, each of its fields that names others, and each collection that this field may not name."""
    for origin in ENTRY_TYPES:
        for name, shape in origin.shapes.items():
            for other in BY_COLLECTION if shape.refers else ():
                if shape.refers and other not in shape.refers.collections:
                    yield origin, name, other


def test_what_exists_elsewhere_is_called_by_its_kind(tiny: Guide) -> None:
    """`methods: [zie-en-groet]`, where that is a tip: it is not to be made anew. Where it goes, is a field."""
    for origin, name, other in all_pairs():
        refers = origin.shapes[name].refers
        entry = next(iter(tiny.entries[other].values()))
        if refers is None or any(tiny.find(collection, entry.id) for collection in refers.collections):
            continue
        hint = unknown(tiny, refers.collections, entry.id, origin)[1]
        assert re.search(r"is een \w+", hint) and "maak" not in hint, hint
        field = re.search(r"Zet hem in '(\w+)'", hint)
        assert field is None or field[1] in origin.shapes


def test_a_field_with_an_offered_name_is_known(tiny: Guide) -> None:
    """Whichever field of whichever file is misspelt: with the name that is offered, it is no longer unknown."""
    dice = random.Random(14)
    offered = 0
    for (collection, id), source in tiny.files.items():
        tree = yaml.load(source.text, Loader=yaml.CBaseLoader)
        name = dice.choice([*tree])
        wrong = {(name + "n" if key == name else key): value for key, value in tree.items()}
        try:
            record_from(BY_COLLECTION[collection], parse_yaml_file(source.file, yaml.safe_dump(wrong).encode()), id)
        except ContentError as error:
            hint = next(problem.hint for problem in error.problems if f"'{name}n'" in problem.message)
            meant = MEANT.search(hint)
            if meant:
                offered += 1
                mended = {(meant[1] if key == f"{name}n" else key): value for key, value in wrong.items()}
                raw = yaml.safe_dump(mended).encode()
                record_from(BY_COLLECTION[collection], parse_yaml_file(source.file, raw), id)
    assert offered > 40


def test_a_tag_is_a_field_of_what_it_tells_apart() -> None:
    """What tells blocks, or parts of a scene, apart is listed with their fields: who forgot it, finds it there."""
    for record in RECORDS:
        if record.tagged_by:
            assert record.tagged_by in hint_for_field([record], "zzz", ())
