"""What a command says and asks: in a terminal someone answers, elsewhere all that it needs stands behind its name."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from macros.content.problems import did_you_mean, nearest
from macros.model.slugs import slug_of
from macros.system.errors import Refusal

MOST_SHOWN = 15
"""As many lines of a list as one looks over at a glance."""

Choice = tuple[str, str]
"""What is chosen, and what one sees of it."""

_SWITCHES = ("ja", "toch")


class Talk:
    """Someone at a terminal."""

    @property
    def answers(self) -> bool:
        """Whether someone is there to answer."""
        return sys.stdin.isatty() and sys.stdout.isatty()

    def say(self, *lines: str) -> None:
        """Show some lines."""
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()

    def ask(self, question: str) -> str:
        """What someone types behind a question, without the spaces around it; Ctrl+D stops, as Ctrl+C does."""
        try:
            return input(f"{question} ").strip()
        except EOFError:
            raise KeyboardInterrupt from None


def yes(talk: Talk, question: str, *, enter_is_no: bool = False) -> bool:
    """Whether someone says yes. enter_is_no: Enter alone says no; where it could do harm, it says nothing."""
    while True:
        answer = talk.ask(f"{question} (ja of neen{', Enter: neen' if enter_is_no else ''})").lower()
        if not answer and enter_is_no:
            return False
        if answer in ("j", "ja", "y", "yes"):
            return True
        if answer in ("n", "nee", "neen", "no"):
            return False


def choose(talk: Talk, question: str, choices: Sequence[Choice], *, enter: str = "") -> str:
    """One of these; nothing when one may leave it open and presses Enter.

    enter: when one presses it, as "om over te slaan"; without it one has to choose.

    Someone types a number of the list, the name itself, or a piece of it to see fewer.
    """
    shown = list(choices)
    _show(talk, question, shown)
    skip = f", of Enter {enter}" if enter else ""
    while True:
        answer = talk.ask(f"Nummer, of een stukje van het woord{skip}:")
        if not answer and enter:
            return ""
        exact = [value for value, _ in choices if value == answer]
        if answer.isdigit() and 1 <= int(answer) <= len(shown) and not exact:
            return shown[int(answer) - 1][0]
        fewer = [choice for choice in choices if _fits(answer, choice)] if answer else list(choices)
        if exact or len(fewer) == 1:
            return exact[0] if exact else fewer[0][0]
        if fewer:
            shown = fewer
            _show(talk, "", shown)
        else:
            talk.say(f"Niets gevonden met '{answer}'.{_nearby(answer, [value for value, _ in choices])}")


def _show(talk: Talk, question: str, choices: Sequence[Choice]) -> None:
    lines = [f"  {nr:>2}  {value}{f'  {label}' if label else ''}" for nr, (value, label) in enumerate(choices, 1)]
    more = len(lines) - MOST_SHOWN
    if more > 0:
        lines = [*lines[:MOST_SHOWN], f"      … en nog {more}: typ een stukje van de titel of de id."]
    talk.say(*([question] if question else []), *lines)


def _nearby(answer: str, values: Sequence[str]) -> str:
    """What would help when nothing fits: to choose one at a time, or what was meant."""
    parts = re.split(r"\s*[,;]\s*|\s+(?=\d)", answer)
    if len(parts) > 1 and all(part.isdigit() or part in values for part in parts):
        return " Kies er één tegelijk."
    near = nearest(answer, values)
    return f" Bedoelde je '{near}'?" if near else ""


def _fits(answer: str, choice: Choice) -> bool:
    """Whether each word of an answer stands in a choice, whatever its accents and capitals."""
    among = slug_of(" ".join(choice))
    return all(word in among for word in slug_of(answer).split("-"))


@dataclass(frozen=True)
class Asked:
    """The words behind a command: those that stand alone, and what each option holds, in order.

    said_yes: nobody needs to be asked. even_so: files that git does not hold yet may be touched too.
    """

    words: tuple[str, ...] = ()
    options: dict[str, list[str]] = field(default_factory=dict)
    said_yes: bool = False
    even_so: bool = False

    def option(self, name: str) -> str:
        """What an option holds; nothing when it was not given. Raises Refusal when it was given twice."""
        given = self.options.get(name, [])
        if len(given) > 1:
            raise Refusal(f"'--{name}' staat er twee keer: laat er een weg.")
        return given[0] if given else ""


def asked(words: Iterable[str], known: Iterable[str] | None = None, most: int = 2) -> Asked:
    """The words behind a command, read. Raises Refusal when an option is not known, or holds nothing.

    known: the options there are; None when whoever reads on knows them. most: how many words may stand alone.
    """
    alone, options = list[str](), dict[str, list[str]]()
    left = iter(words)
    for word in left:
        if not word.startswith("--"):
            alone.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if known is not None and name not in (*known, *_SWITCHES):
            hint = did_you_mean(name, (*known, *_SWITCHES))
            raise Refusal(f"De optie '--{name}' kennen we niet. {hint}")
        options.setdefault(name, []).append("" if name in _SWITCHES else value if equals else _value(name, left))
    if len(alone) > most:
        raise Refusal(f"'{alone[most]}' is een woord te veel. Zet een tekst met spaties tussen aanhalingstekens.")
    switches = [name in options for name in _SWITCHES]
    return Asked(
        tuple(alone), {name: held for name, held in options.items() if name not in _SWITCHES}, switches[0], switches[1]
    )


def _value(name: str, left: Iterator[str]) -> str:
    value = next(left, None)
    if value is None or re.match(r"--[a-z]", value):
        raise Refusal(f"Achter '--{name}' hoort wat het wordt: --{name} \"…\".")
    return value
