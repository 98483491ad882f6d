"""When our own code fails: what an editor is told, and what is kept for whoever knows the code."""

from __future__ import annotations

import traceback
from pathlib import Path

from macros.system.errors import KEPT

FILE = ".build/fout.txt"


def told(error: BaseException, root: Path) -> str:
    """Keep the traceback of an error in our own code beside the guide, and answer what an editor reads instead."""
    file = root / FILE
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="replace")
        kept = f"Bezorg {FILE} aan wie de code kent."
    except OSError:
        kept = f"Vertel wie de code kent dat het om '{type(error).__name__}' ging."
    return (
        "De gids liep vast op een fout in zijn eigen code. Daar kun jij niets aan doen.\n"
        f"{kept} Maak intussen ongedaan wat je het laatst bewaarde.\n{KEPT}"
    )
