"""A view: what a macro hands to a template. The comment on top of each template lists what it gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class View:
    """The base of all views. Its fields are the context of its template.

    template: the file in templates/ that renders it, without `.md.jinja`.
    """

    template: ClassVar[str]

    @property
    def templates(self) -> tuple[str, ...]:
        """The templates that could render this; the first one that there is, does."""
        return (self.template,)

    @property
    def context(self) -> dict[str, Any]:
        """What its template sees, by name."""
        return vars(self)
