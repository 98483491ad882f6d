"""How hard a text is to read, as one figure: LIX, of C.H. Björnsson (Läsbarhet, Stockholm: Liber, 1968).

LIX is the mean number of words in a sentence plus the percentage of words of more than six letters. Björnsson reads it
so: under 30 for children, 40 as in a novel, 50 as in a newspaper, 60 as in the words of an office. It needs no
dictionary and no syllables. It was made for Swedish, which writes compounds as one word, as Dutch does. It is a rough
measure: it tells where to look first, and not what is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from macros.content.guide import Guide, ident
from macros.content.once_a_file import once_a_file
from macros.content.sentences import sentences
from macros.content.text_rules import bare_words
from macros.content.validation import marked_texts
from macros.model.entry import Entry
from macros.model.fields import Prose
from macros.model.spelling import words

LIX_IN_DUTCH = (
    "Het cijfer telt de woorden per zin op bij het aantal lange woorden op honderd (LIX). Onder 40 leest een tekst "
    "vlot, boven 50 stroef. Het daalt met een punt midden in een lange zin, of een gewoner woord."
)
"""What the figure means, for editors."""

_LONG = 7
"""A word of so many letters is long."""

_FEWEST = 40
"""A figure of fewer words says more of chance than of the text."""


@dataclass(frozen=True)
class Readability:
    """How an entry reads: its words for each sentence, and how many of a hundred words are long."""

    entry: Entry
    words_a_sentence: float
    long_words: float

    @property
    def lix(self) -> int:
        """The figure itself."""
        return round(self.words_a_sentence + self.long_words)

    @property
    def in_dutch(self) -> str:
        """The figure, and the two that it is made of, for editors."""
        return f"{self.lix}, met {self.words_a_sentence:.0f} woorden per zin en {self.long_words:.0f} % lange woorden"


def hardest(guide: Guide, count: int) -> list[Readability]:
    """The entries that are hardest to read, the hardest first; not those that say too little to be measured."""
    measured = (once_a_file(guide.files[ident(entry)], readability, partial(readability, entry)) for entry in guide)
    found = [one for one in measured if one]
    return sorted(found, key=lambda one: (-one.lix, ident(one.entry)))[:count]


def readability(entry: Entry) -> Readability | None:
    """How the running text of an entry reads; None when it has too little of it."""
    texts = (text for _, _, mark, text in marked_texts(entry) if isinstance(mark, Prose))
    read = [found for text in texts for sentence in sentences(text) if (found := words(bare_words(sentence)))]
    count = sum(map(len, read))
    if count < _FEWEST:
        return None
    long_words = sum(len(word) >= _LONG for sentence in read for word in sentence)
    return Readability(entry, count / len(read), 100 * long_words / count)
