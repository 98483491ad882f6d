"""The words of search that editors keep: in content/search.yml, and in the field search_words of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.guide import Guide, ident
from macros.content.problems import Problem
from macros.content.yaml_file import Loc
from macros.model.slugs import plain_words


def search_words_stand_once(guide: Guide) -> Iterator[Problem]:
    """Een zoekwoord staat er één keer: in de zoekwoorden van een stuk, en in search.yml."""
    for entry in guide:
        if len(entry.search_words) > 1:
            met: set[str] = set()
            for index, word in enumerate(map(_bare, entry.search_words)):
                if word in met:
                    yield Problem(
                        guide.files[ident(entry)].place_of(("search_words", index)),
                        f"'{entry.search_words[index]}' staat twee keer bij de zoekwoorden van dit stuk.",
                        "Schrap er een. Hoofdletters en accenten maken voor het zoeken geen verschil.",
                    )
                met.add(word)
    first: dict[str, int] = {}
    for loc, word in _said(guide):
        place = guide.search_file.place_of(loc)
        if _bare(word) in first:
            yield Problem(
                place,
                f"'{word}' staat hier al, op regel {first[_bare(word)]}.",
                "Voeg de twee groepjes samen, of schrap er een.",
            )
        first.setdefault(_bare(word), place.line)


def search_words_lead_somewhere(guide: Guide) -> Iterator[Problem]:
    """Een groepje in search.yml heeft minstens één woord dat in de gids staat, en een alledaags woord leidt naar zo'n woord."""
    if guide.search_file is None:
        return
    text = _bare(" ".join(source.text for source in guide.files.values()))
    for index, group in enumerate(guide.search.synonyms):
        if not any(_bare(word) in text for word in group):
            yield Problem(
                guide.search_file.place_of(("synonyms", index)),
                f"Geen enkel van deze woorden staat in de gids: {', '.join(group)}.",
                "Voeg het woord toe dat de gids zelf gebruikt, of schrap het groepje.",
            )
    for index, one in enumerate(guide.search.everyday):
        for nth, word in enumerate(one.mean):
            if _bare(word) not in text:
                yield Problem(
                    guide.search_file.place_of(("everyday", index, "mean", nth)),
                    f"'{word}' staat nergens in de gids.",
                    "Kies een woord dat de gids zelf gebruikt, of schrap het.",
                )


def _said(guide: Guide) -> Iterator[tuple[Loc, str]]:
    """Every word that leads to others, with the way to it: the words of a group, and the words that people say."""
    for index, group in enumerate(guide.search.synonyms):
        for nth, word in enumerate(group):
            yield ("synonyms", index, nth), word
    for index, one in enumerate(guide.search.everyday):
        for nth, word in enumerate(one.say):
            yield ("everyday", index, "say", nth), word


def _bare(text: str) -> str:
    """A text as search compares it: small letters, without accents, and one space before every word."""
    return " " + " ".join(plain_words(text))
