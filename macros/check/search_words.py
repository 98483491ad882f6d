"""The rules for search words: those in content/search.yml, and those in the field search_words of an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, partial

from macros.check.rule import rule
from macros.content.guide import Guide, Ident, ident
from macros.content.once_a_file import once_a_file
from macros.content.problems import Problem, did_you_mean
from macros.content.yaml_file import Loc, YamlFile
from macros.model.advice import Tip
from macros.model.entry import Entry
from macros.model.message import Message
from macros.model.reference import Partner, Role
from macros.model.settings import SearchWords
from macros.model.situation import Situation
from macros.model.spelling import words

_NAMED: Mapping[str, type[Entry]] = {
    "partners": Partner,
    "roles": Role,
    "situations": Situation,
    "messages": Message,
    "tips": Tip,
}
"""The fields of a gap that name what is there, and what each names."""


@rule("Een zoekwoord staat er één keer", "search_words: [lantaarn, Lantaarn]")
def search_words_stand_once(guide: Guide) -> Iterator[Problem]:
    """Een zoekwoord staat er één keer: in de zoekwoorden van een stuk, en in search.yml."""
    for entry in guide:
        if len(entry.search_words) > 1:
            file = guide.files[ident(entry)]
            yield from once_a_file(file, _doubles_in_entry, partial(_doubles_in_entry, entry, file))
    if guide.search_file:
        doubles = partial(_doubles_in_search_file, guide.search, guide.search_file)
        yield from once_a_file(guide.search_file, _doubles_in_search_file, doubles)


@rule("Een zoekwoord leidt ergens naartoe", "synonyms:\n  - [vliegtuig, helikopter]")
def search_words_lead_somewhere(guide: Guide) -> Iterator[Problem]:
    """Een groepje in search.yml heeft minstens één woord dat in de gids staat, en een alledaags woord leidt naar zo'n woord."""  # noqa: E501 - one sentence, shown as it stands
    if guide.search_file is None:
        return
    said = _Said(guide, once_a_file(guide.search_file, _Said, dict))
    bare = once_a_file(guide.search_file, _bare_words, partial(_bare_words, guide.search))
    for index, group in enumerate(guide.search.synonyms):
        found_first = sorted((bare[word] for word in group), key=lambda word: word not in said.found)
        if not any(map(said.holds, found_first)):
            yield Problem(
                guide.search_file.place_of(("synonyms", index)),
                f"Geen enkel van deze woorden staat in de gids: {', '.join(group)}.",
                "Voeg het woord toe dat de gids zelf gebruikt, of schrap het groepje.",
            )
    for index, everyday in enumerate(guide.search.everyday):
        for nth, word in enumerate(everyday.mean):
            if not said.holds(bare[word]):
                yield Problem(
                    guide.search_file.place_of(("everyday", index, "mean", nth)),
                    f"'{word}' staat nergens in de gids.",
                    "Kies een woord dat de gids zelf gebruikt, of schrap het.",
                )


@rule("Een lacune is een lacune", "gaps:\n  - say: [kwallen, soep, Lantaarn]")
def gaps_are_gaps(guide: Guide) -> Iterator[Problem]:
    """Wat in search.yml bij gaps staat, heeft de gids echt niet, en wie dan wel kan helpen, bestaat."""
    if guide.search_file is None:
        return
    sound: set[str] = once_a_file(guide.search_file, _title, set)  # The titles in which none stood before.
    titles = [(_title(entry), entry) for entry in guide if entry.title not in sound]
    joined, told = "\n".join(title for title, _ in titles), False
    words_of_file = once_a_file(guide.search_file, _bare_words, partial(_bare_words, guide.search))
    for index, gap in enumerate(guide.search.gaps):
        for nth, word in enumerate(gap.say):
            bare = f"{words_of_file[word]} "
            if bare in joined:
                entry = next(entry for title, entry in titles if bare in title)
                told = True
                yield Problem(
                    guide.search_file.place_of(("gaps", index, "say", nth)),
                    f"De gids heeft wel iets over '{word}': {entry.article} {entry.noun} '{entry.title}'.",
                    "Schrap het woord hier.",
                )
        for field, entry_type in _NAMED.items():
            yield from _unknown(guide, guide.search_file, ("gaps", index, field), getattr(gap, field), entry_type)
    if not told:
        sound.clear()
        sound.update(entry.title for entry in guide)


class _Said:
    """All that the guide says. found: by word, where it stood at an earlier check, to look there first."""

    def __init__(self, guide: Guide, found: dict[str, Ident]) -> None:
        self.found = found
        self._files = guide.files

    def holds(self, word: str) -> bool:
        """Whether the guide says a word, as search compares it."""
        before = self.found.get(word)
        if before and before in self._files and word in _bare_text(self._files[before]):
            return True
        at = self._whole.find(word)
        if at >= 0:
            self.found[word] = self._at[self._whole.count("\n", 0, at)]
        return at >= 0

    @cached_property
    def _at(self) -> list[Ident]:
        return list(self._files)

    @cached_property
    def _whole(self) -> str:
        """All of it, a file on each line: so each word is looked for once, and not in each file."""
        return "\n".join(map(_bare_text, self._files.values()))


def _unknown(
    guide: Guide, file: YamlFile, loc: Loc, ids: tuple[str, ...], entry_type: type[Entry]
) -> Iterator[Problem]:
    """What search.yml names, and is not there."""
    for nth, id in enumerate(ids):
        if guide.find(entry_type.collection, id) is None:
            message = f"{entry_type.article.capitalize()} {entry_type.noun} '{id}' bestaat niet."
            yield Problem(file.place_of((*loc, nth)), message, did_you_mean(id, guide.entries[entry_type.collection]))


def _bare_text(file: YamlFile) -> str:
    """All that stands in a file."""
    return once_a_file(file, _bare, partial(_bare, file.text))


def _title(entry: Entry) -> str:
    """The title of an entry as it is compared with whole words."""
    return f"{_bare(entry.title)} "


def _doubles_in_entry(entry: Entry, file: YamlFile) -> list[Problem]:
    earlier: set[str] = set()
    problems: list[Problem] = []
    for index, word in enumerate(entry.search_words):
        if _bare(word) in earlier:
            message = f"'{word}' staat twee keer bij de zoekwoorden van dit stuk."
            hint = "Schrap er een. Hoofdletters en accenten maken voor het zoeken geen verschil."
            problems.append(Problem(file.place_of(("search_words", index)), message, hint))
        earlier.add(_bare(word))
    return problems


def _doubles_in_search_file(search: SearchWords, file: YamlFile) -> list[Problem]:
    first_line: dict[str, int] = {}
    problems: list[Problem] = []
    for loc, word in _starting_words(search):
        place, bare = file.place_of(loc), _bare(word)
        if bare in first_line:
            message = f"'{word}' staat hier al, op regel {first_line[bare]}."
            hint = "Schrap het op een van de twee plekken. Betekenen twee groepjes hetzelfde? Voeg ze dan samen."
            problems.append(Problem(place, message, hint))
        first_line.setdefault(bare, place.line)
    return problems


def _starting_words(search: SearchWords) -> Iterator[tuple[Loc, str]]:
    """Every word that leads to others, with the path to it: the words of a group, and those that people say."""
    for index, group in enumerate(search.synonyms):
        for nth, word in enumerate(group):
            yield ("synonyms", index, nth), word
    for index, everyday in enumerate(search.everyday):
        for nth, word in enumerate(everyday.say):
            yield ("everyday", index, "say", nth), word
    for index, gap in enumerate(search.gaps):
        for nth, word in enumerate(gap.say):
            yield ("gaps", index, "say", nth), word


def _bare_words(search: SearchWords) -> dict[str, str]:
    """Every word of search.yml as search compares it."""
    meant = (word for everyday in search.everyday for word in everyday.mean)
    return {word: _bare(word) for word in (*meant, *(word for _, word in _starting_words(search)))}


def _bare(text: str) -> str:
    """A text as search compares it: small letters, without accents, and one space before every word."""
    return " " + " ".join(words(text))
