"""The rules for search words: those in content/search.yml, and those in the field search_words of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.guide import Guide, ident
from macros.content.problems import Problem
from macros.content.yaml_file import Loc, YamlFile
from macros.model.entry import Entry
from macros.model.settings import SearchWords
from macros.model.spelling import words


def search_words_stand_once(guide: Guide) -> Iterator[Problem]:
    """Een zoekwoord staat er één keer: in de zoekwoorden van een stuk, en in search.yml."""
    for entry in guide:
        if len(entry.search_words) > 1:
            yield from _doubles_in_entry(guide, entry)
    if guide.search_file:
        yield from _doubles_in_search_file(guide.search, guide.search_file)


def search_words_lead_somewhere(guide: Guide) -> Iterator[Problem]:
    """Een groepje in search.yml heeft minstens één woord dat in de gids staat, en een alledaags woord leidt naar zo'n woord."""  # noqa: E501 - one sentence, shown as it stands
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
    for index, everyday in enumerate(guide.search.everyday):
        for nth, word in enumerate(everyday.mean):
            if _bare(word) not in text:
                yield Problem(
                    guide.search_file.place_of(("everyday", index, "mean", nth)),
                    f"'{word}' staat nergens in de gids.",
                    "Kies een woord dat de gids zelf gebruikt, of schrap het.",
                )


def _doubles_in_entry(guide: Guide, entry: Entry) -> Iterator[Problem]:
    earlier: set[str] = set()
    for index, word in enumerate(entry.search_words):
        if _bare(word) in earlier:
            yield Problem(
                guide.files[ident(entry)].place_of(("search_words", index)),
                f"'{word}' staat twee keer bij de zoekwoorden van dit stuk.",
                "Schrap er een. Hoofdletters en accenten maken voor het zoeken geen verschil.",
            )
        earlier.add(_bare(word))


def _doubles_in_search_file(search: SearchWords, file: YamlFile) -> Iterator[Problem]:
    first_line: dict[str, int] = {}
    for loc, word in _starting_words(search):
        place, bare = file.place_of(loc), _bare(word)
        if bare in first_line:
            message = f"'{word}' staat hier al, op regel {first_line[bare]}."
            yield Problem(place, message, "Voeg de twee groepjes samen, of schrap er een.")
        first_line.setdefault(bare, place.line)


def _starting_words(search: SearchWords) -> Iterator[tuple[Loc, str]]:
    """Every word that leads to others, with the path to it: the words of a group, and the words that people say."""
    for index, group in enumerate(search.synonyms):
        for nth, word in enumerate(group):
            yield ("synonyms", index, nth), word
    for index, everyday in enumerate(search.everyday):
        for nth, word in enumerate(everyday.say):
            yield ("everyday", index, "say", nth), word


def _bare(text: str) -> str:
    """A text as search compares it: small letters, without accents, and one space before every word."""
    return " " + " ".join(words(text))
