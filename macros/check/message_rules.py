"""The rules for what goes to parents: one sms is one sms, and every word is one that parents use.

rules.py puts them with the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from macros.check.plain_words import school_words
from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.messages import amount
from macros.content.once_a_file import once_a_file
from macros.content.problems import Problem, did_you_mean
from macros.content.sentences import sentences
from macros.content.yaml_file import YamlFile
from macros.model.entry import Entry
from macros.model.message import LONGEST_SMS, MOST_WORDS, Message, SchoolLetter
from macros.site.icons import known_icons

_SMS = ("sms", "formal")
_WRITTEN = (*_SMS, "note", "call")

_ONE = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_TWO = frozenset("^{}\\[~]|€")
"""The signs of an sms (GSM 03.38): those that take one place, and those that take two."""

_INSTEAD: Mapping[str, str] = {
    **dict.fromkeys("„”“‟", "'"),
    **dict.fromkeys("\u2019\u2018\u201a", "'"),
    **dict.fromkeys("–—", "-"),
    **dict.fromkeys("êë", "e"),
    **dict.fromkeys("ïîí", "i"),
    **dict.fromkeys("áâ", "a"),
    **dict.fromkeys("óô", "o"),
    **dict.fromkeys("úû", "u"),
    "ç": "c",
    "…": "...",
    "☐": "-",
}
"""What one types instead of a sign that an sms does not know."""

_BLANK = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"\w[\w'’-]*")
_MARKUP = re.compile(r"\]\([^()]*\)?|\*\*|<[^<>]*>?")


@rule("Eén sms is één sms", 'sms: "Dag! De boot heet „Zoë” …')
def an_sms_is_one_sms(guide: Guide) -> Iterator[Problem]:
    """Een sms telt hoogstens 160 tekens, en heeft alleen tekens die elke telefoon kent."""
    for message in guide.all(Message):
        file = guide.files[ident(message)]
        yield from once_a_file(file, _no_sms, partial(_no_sms, message, file))


def _no_sms(message: Message, file: YamlFile) -> list[Problem]:
    """Why a message would be no sms, or more than one."""
    problems: list[Problem] = []
    for field in _SMS:
        text = getattr(message, field) or ""
        problems += _unknown_signs(file, field, text)
        # The brackets go when someone fills in; a word there may be as long as what came with them.
        length = len(text) + sum(sign in _TWO for sign in _BLANK.sub("", text))
        if length > LONGEST_SMS:
            said = f"Deze sms telt {amount(length, 'teken', 'tekens')}, en er gaan er {LONGEST_SMS} in een."
            hint = f"Maak hem {amount(length - LONGEST_SMS, 'teken', 'tekens')} korter. Het teken € telt voor twee."
            problems.append(Problem(file.place_of((field,)), said, hint))
    return problems


def _unknown_signs(file: YamlFile, field: str, text: str) -> Iterator[Problem]:
    for sign in dict.fromkeys(text):
        if sign not in _ONE | _TWO:
            instead = _INSTEAD.get(sign)
            yield Problem(
                file.place_in((field,), sign),
                f"Het teken '{sign}' past niet in een gewone sms: er blijft dan plaats voor 70 tekens over.",
                f"Schrijf {instead} in de plaats." if instead else "Schrijf het anders, of laat het weg.",
            )


@rule("Een bericht zonder opmaak", 'note: "[De boot](tip:zwaai-naar-de-boot) komt …')
def what_is_sent_is_plain(guide: Guide) -> Iterator[Problem]:
    """Wat je stuurt of afdrukt voor ouders, heeft geen links of opmaak."""
    for entry, field, text in _for_parents(guide, old=True):
        for found in _MARKUP.finditer(text):
            yield Problem(
                guide.files[ident(entry)].place_in((field,), found[0]),
                f"'{found[0]}' zou zo in het bericht staan: hier is geen opmaak.",
                "Schrijf het gewoon. Tussen [haken] staat alleen wat iemand invult.",
            )


@rule("Woorden van thuis", 'note: "Gelieve te komen. …')
def parents_know_every_word(guide: Guide) -> Iterator[Problem]:
    """In een bericht en in een nieuwe brief staat geen woord dat alleen op school bestaat."""
    for entry, field, text in _for_parents(guide):
        file = guide.files[ident(entry)]
        for word, plain in once_a_file(file, (school_words, field), partial(_school_words, text)):
            yield Problem(
                file.place_in((field,), word),
                f"'{word}' is een woord van op school.",
                f"Zeg wat er gebeurt, in woorden van thuis. Bijvoorbeeld: {plain}",
            )


def _school_words(text: str) -> list[tuple[str, str]]:
    return list(school_words(text))


@rule("Een bericht in korte zinnen", 'call: "Ik bel over de boot die morgen bij vloed met alle kinderen …')
def messages_are_short_of_breath(guide: Guide) -> Iterator[Problem]:
    """De zinnen van een bericht tellen gemiddeld hoogstens negen woorden."""
    for message in guide.all(Message):
        said = once_a_file(guide.files[ident(message)], _measured, partial(_said, message))
        if sum(count for count, _, _ in said) > MOST_WORDS * len(said):
            count, sentence, field = max(said)
            yield Problem(
                guide.files[ident(message)].place_of((field,)),
                f"De zinnen van dit bericht tellen gemiddeld meer dan {MOST_WORDS} woorden.",
                f"Maak er twee zinnen van: „{sentence}” ({amount(count, 'woord', 'woorden')}).",
            )


@rule("Een pictogram bestaat", 'pictograms:\n  - {icon: boet, text: "om [uur]"}')
def pictograms_exist(guide: Guide) -> Iterator[Problem]:
    """Een pictogram bij een bericht is een icoon dat er is."""
    known = known_icons()
    for message in guide.all(Message):
        for at, pictogram in enumerate(message.pictograms):
            if pictogram.icon not in known:
                yield Problem(
                    guide.files[ident(message)].place_of(("pictograms", at, "icon")),
                    f"Het icoon '{pictogram.icon}' bestaat niet.",
                    did_you_mean(pictogram.icon, known),
                )


def _said(message: Message) -> list[tuple[int, str, str]]:
    """Every sentence of a message with how many words it has, and its field."""
    return [(*one, field) for field in _WRITTEN for one in _measured(getattr(message, field) or "")]


def _measured(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a message, each with how many words it has; a box to tick begins a sentence."""
    for sentence in sentences(re.sub(r"\s*☐\s*", "\n\n", text)):
        count = len(_WORD.findall(sentence))
        if count and not _BLANK.fullmatch(sentence):
            yield count, sentence


def _for_parents(guide: Guide, *, old: bool = False) -> Iterator[tuple[Entry, str, str]]:
    """Every text that goes to parents, with its entry and its field. old: also letters as schools write them."""
    for kind, fields in ((Message, _WRITTEN), (SchoolLetter, ("new", "old") if old else ("new",))):
        for entry in guide.all(kind):
            for field in fields:
                yield entry, field, getattr(entry, field) or ""


MESSAGE_RULES = (
    an_sms_is_one_sms,
    what_is_sent_is_plain,
    parents_know_every_word,
    messages_are_short_of_breath,
    pictograms_exist,
)
