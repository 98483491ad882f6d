"""A rule: what the whole guide is held to, with the name and the address by which an editor reads about it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.content.guide import Guide
from macros.content.handbook import rule_address
from macros.content.problems import Problem
from macros.model.slugs import slug_of

Finding = Callable[[Guide], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """One rule. name: what editors call it. mistake: a few lines that break it. find: looks where the guide does."""

    name: str
    mistake: str
    find: Finding

    @property
    def slug(self) -> str:
        """Its name in an address: where the handbook tells of it."""
        return slug_of(self.name)

    @property
    def sentence(self) -> str:
        """The rule itself."""
        return " ".join((inspect.getdoc(self.find) or "").split())

    def __call__(self, guide: Guide) -> Iterator[Problem]:
        """Where the guide breaks it; each problem ends with the address where it is explained."""
        return (problem.leading_to(rule_address(self.slug)) for problem in self.find(guide))


def rule(name: str, mistake: str) -> Callable[[Finding], Rule]:
    """Make a rule of a function whose docstring is the rule, on one line, as the handbook shows it."""
    return lambda find: Rule(name, mistake, find)
