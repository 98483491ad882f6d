"""What the check finds, told at a terminal or as the answer to whoever proposes a change."""

from __future__ import annotations

import atexit
import gc
from dataclasses import dataclass
from pathlib import Path

from macros.check.rules import badly_written
from macros.content.markdown_report import all_well, markdown_report
from macros.content.problems import ContentError, warning
from macros.live_guide import LiveGuide
from macros.system.files import save_file
from macros.worksheets.downloads import misfits
from macros.worksheets.pdf import pdf_missing


@dataclass(frozen=True)
class Checked:
    """A guide without mistakes. unmeasured: why no one could measure whether each sheet fits, if so."""

    entries: int
    warnings: str
    unmeasured: str | None

    def __str__(self) -> str:
        lines = [f"{self.warnings}\n"] if self.warnings else []
        lines.append(f"De inhoud klopt: {self.entries} stukken.")
        if self.unmeasured:
            lines.append(f"Of elk werkblad op zijn bladen past, konden we niet meten. {self.unmeasured}")
        return "\n".join(lines)


def check(root: Path) -> Checked:
    """Look at all the content. Raises ContentError."""
    # The guide stays in memory to the end: looking for garbage only costs time, on the way and on the way out.
    gc.disable()
    atexit.register(gc.freeze)
    live, missing = LiveGuide(root), pdf_missing()
    live.refresh()
    problems = badly_written(live.guide)
    problems += [] if missing else misfits(live.renderer.worksheets, root / ".build" / "sheets")
    if problems:
        raise ContentError(problems)
    return Checked(sum(1 for _ in live.guide), warning(live.warnings()), missing)


def check_proposal(root: Path, answer: Path) -> Checked:
    """The same, and write into a file what stands under the proposal, in Markdown. Raises ContentError."""
    try:
        checked = check(root)
    except ContentError as error:
        save_file(answer, markdown_report(error.problems))
        raise
    save_file(answer, all_well(checked.entries))
    return checked
