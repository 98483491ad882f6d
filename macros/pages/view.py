"""What a macro hands to a template: everything it found, under names that the template greets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class View:
    """The base of all that can be laid out. Its fields are the context of its template.

    template: the file in templates/ that lays it out, without its ending.
    """

    template: ClassVar[str]

    @property
    def templates(self) -> tuple[str, ...]:
        """The templates that could lay this out; the first one that there is, does."""
        return (self.template,)

    @property
    def context(self) -> dict[str, Any]:
        """What its template sees, by name."""
        return vars(self)
