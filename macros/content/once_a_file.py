"""What is worked out of one file alone: once, for as long as its bytes stay the same.

While serving, the content is checked at every save, and all files but one are as they were. It is kept with the entries
from one build to the next too (macros/kept/entries.py): so what is worked out, and the name of it, can be pickled.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from macros.content.yaml_file import YamlFile

T = TypeVar("T")


def once_a_file(file: YamlFile, what: object, work_out: Callable[[], T]) -> T:
    """The result of a function of this file, or of the entry in it, and of nothing else. what: which result.

    What rests on more, may be kept here as a place to look first: see search_words_lead_somewhere.
    """
    if what not in file.worked_out:
        file.worked_out[what] = work_out()
    return cast(T, file.worked_out[what])
