"""A plan: which files change and how, shown before anything happens, tried before it is done, done whole or not."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from macros.content.canonical import files_of, in_form
from macros.content.docs_prose import read_docs
from macros.content.guide import Guide
from macros.content.messages import amount
from macros.content.problems import ContentError, Problem, report
from macros.desk.desk import Desk
from macros.desk.talk import Asked, Talk, yes
from macros.open_guide import open_guide
from macros.pages.docs_check import refuse_broken_docs
from macros.pages.render import Renderer
from macros.system.errors import Refusal
from macros.system.git import git
from macros.system.together import change_together, trial_of, write_trial

_MOST_LINES = 80
"""As many changed lines as one can still read before saying yes."""

_MOST_NAMED = 30
"""As many files as a command to type can still name."""

_FOLDERS = ("content", "docs")

Follow = Callable[[Desk], Iterable[tuple[str, str]]]
"""What else changes once it is known where everything stands in the new guide: files with their new text."""


@dataclass
class Plan:
    """What a command means to do. texts: by file, its new text; None for a file that goes.

    moved: by its new name, what a file was called. notes: what an editor should know before saying yes.
    """

    desk: Desk
    texts: dict[str, str | None] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def text(self, file: str) -> str:
        """The text of a file as it will be."""
        return self.texts.get(file) or self.desk.text(file)

    def problems(self, follow: Follow = lambda _: ()) -> list[Problem]:
        """What would be wrong with the guide once this is done; what follows from it is put in the plan."""
        with trial_of(self.desk.root, _FOLDERS) as trial:
            write_trial(trial, self.texts)
            try:
                later = Desk(trial, open_guide(trial / "content"), read_docs(trial / "docs")[0])
                more = dict(follow(later))
                self.texts |= more
                write_trial(trial, more)
                refuse_broken_docs(Renderer(later.guide), trial / "docs")
                self._keep_form(open_guide(trial / "content"))
            except ContentError as error:
                return error.problems
        return []

    def _keep_form(self, later: Guide) -> None:
        """What was in form and changes, stays in form: a longer name may ask for another line."""
        before = {file.file: in_form(kind, file) == file.text for kind, file in files_of(self.desk.guide)}
        for kind, file in files_of(later):
            if self.texts.get(file.file) and before.get(self.moved.get(file.file, file.file)):
                self.texts[file.file] = in_form(kind, file)

    def shown(self) -> str:
        """The plan, as lines: each file with what goes and what comes; of a long one its beginning."""
        lines: list[str] = []
        shown = {file: text for file, text in self.texts.items() if file not in self.moved.values()}
        for nr, (file, text) in enumerate(shown.items()):
            if len(lines) > _MOST_LINES:
                lines += ["", f"En nog {amount(len(shown) - nr, 'bestand', 'bestanden')}, op dezelfde manier."]
                break
            before = self._before(file)
            changed = [] if text is None else list(_changed_lines(before or "", text))
            lines += ["", self._heading(file, before, text), *changed[:_MOST_LINES]]
            lines += [f"  … en nog {len(changed) - _MOST_LINES} regels"] if len(changed) > _MOST_LINES else []
        return "\n".join(["Dit gaat er gebeuren:", *lines, *([""] if self.notes else []), *self.notes])

    def _before(self, file: str) -> str | None:
        old = self.moved.get(file, file)
        path = self.desk.root / old
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def _heading(self, file: str, before: str | None, text: str | None) -> str:
        if file in self.moved:
            return f"{self.moved[file]} wordt {file}"
        return f"{file} gaat weg" if text is None else file if before is not None else f"{file} komt erbij"


def _changed_lines(before: str, after: str) -> Iterator[str]:
    """Each line that goes or comes, with its number."""
    old, new = before.splitlines(), after.splitlines()
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (f"  {nr + 1:>4} - {old[nr]}" for nr in range(i1, i2))
            yield from (f"  {nr + 1:>4} + {new[nr]}" for nr in range(j1, j2))


def carry_out(plan: Plan, talk: Talk, asked: Asked, follow: Follow = lambda _: ()) -> int:
    """Try a plan, show it, ask, and do it. Raises Refusal when it may not be done, or when nobody said yes."""
    wrong = plan.problems(follow)
    if wrong:
        raise Refusal(f"{report(wrong)}\n\nZo zou het worden, en dat klopt niet. Er is niets veranderd.")
    _refuse_unsaved(plan, asked)
    talk.say(plan.shown(), "")
    if not asked.said_yes:
        if not talk.answers:
            raise Refusal("Er is nog niets veranderd. Is dit wat je wilt? Zet er dan --ja achter.")
        if not yes(talk, "Doen?"):
            talk.say("Er is niets veranderd.")
            return 0
    change_together(plan.desk.root, plan.texts)
    talk.say("Klaar.", *_undo(plan))
    return 0


def _refuse_unsaved(plan: Plan, asked: Asked) -> None:
    """Raise Refusal when git could not bring back a file that changes, unless whoever asks knows that."""
    there = [file for file in plan.texts if (plan.desk.root / file).exists()]
    status = git(plan.desk.root, "status", "--porcelain", "--untracked-files=all", "-z", "--", *there) if there else ""
    unsaved = sorted(line[3:] for line in status.split("\0") if line[2:3] == " ")
    if unsaved and not asked.even_so:
        named = "\n".join(f"  {file}" for file in unsaved[:12])
        raise Refusal(
            f"Deze bestanden zijn veranderd, en nog niet bewaard in git:\n{named}\n"
            "Bewaar ze eerst (git commit), dan kun je altijd terug. Wil je toch verder? Zet er --toch achter."
        )


def _undo(plan: Plan) -> Iterator[str]:
    """How to go back."""
    root = plan.desk.root
    if git(root, "rev-parse", "--is-inside-work-tree").strip() != "true":
        yield "Hier is geen git: terug kan alleen met de hand."
        return
    known = set(git(root, "ls-files", "-z", "--", *_FOLDERS).split("\0"))
    new, old = ([file for file in plan.texts if (file in known) == held] for held in (False, True))
    if len(old) > _MOST_NAMED:
        yield f"Toch niet? Met git kun je terug: de {len(old)} bestanden hierboven waren bewaard."
        return
    commands = [f"git restore {' '.join(old)}"] if old else []
    commands += [f"rm {' '.join(new)}"] if new else []
    yield f"Toch niet? Zo kun je terug: {' && '.join(commands)}"
