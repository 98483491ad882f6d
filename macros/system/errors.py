"""What cannot be done here and now, for a reason outside the content: one Dutch sentence, with what would help."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

KEPT = "De laatste goede site blijft staan."
"""How everything that stops a build ends."""


class Refusal(Exception):
    """What was asked cannot be done, for a reason outside the content; the message says so in Dutch."""


_NO_ROOM = "De schijf is vol, en {path} past er niet meer op: maak plaats vrij en probeer opnieuw."
_NO_RIGHT = (
    "Voor {nearest} heb je de rechten niet: kijk met `ls -ld {nearest}` van wie het is, of kies een andere plaats."
)
_NO_FOLDER = "{nearest} is een bestand, en hier hoort een map: geef dat bestand een andere naam."
_DEAD_LINK = "{nearest} is een link naar iets dat er niet is: maak die map, of haal de link weg."
_ANOTHER_DISK = (
    "{path} is zelf een schijf, en niet te vervangen: kies een map erop, of maak er een link naar zo'n map van."
)
_SENTENCES: Mapping[int, str] = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: "Een bestand zo groot als {path} laat dit toestel niet toe: kijk met `ulimit -f` naar de grens.",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: "{nearest} staat op een schijf die alleen te lezen is: kies een andere plaats.",
    errno.ENOENT: "{path} is er niet: kijk of de naam klopt, en of het niet net verplaatst is.",
    errno.EEXIST: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: "{path} is een map, en hier hoort een bestand: geef die map een andere naam.",
    errno.ENOTEMPTY: "De map {path} is niet leeg: maak ze leeg, of kies een andere.",
    errno.EBUSY: _ANOTHER_DISK,
    errno.EXDEV: _ANOTHER_DISK,
    errno.ELOOP: "{path} is een link die naar zichzelf leidt: haal die link weg.",
    errno.ENAMETOOLONG: "De naam {path} is te lang voor deze schijf: kies een kortere.",
}
_ANY = "Met {path} lukt dit niet ({why}): kijk of het er nog staat, en of je er mag lezen en schrijven."


def in_dutch(error: OSError) -> str:
    """What someone is told when a file, a folder or the disk does not let us."""
    path = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else None
    nearest = _nearest(path) if path else None
    sentence = _SENTENCES.get(error.errno or 0, _ANY)
    if nearest and nearest.is_symlink() and sentence == _NO_FOLDER and not nearest.exists():
        sentence = _DEAD_LINK
    sentence = sentence.format(
        path=f"'{path}'" if path else "wat we schrijven",
        nearest=f"'{nearest}'" if nearest else "een bestand",
        why=error.strerror or error,
    )
    # The name of a file may hold bytes that no terminal can print.
    return sentence.encode("utf-8", "replace").decode("utf-8")


def _nearest(path: Path) -> Path:
    """A path, or the nearest one above it that is there: what it is about when something may not be made."""
    return next((place for place in (path, *path.parents) if os.path.lexists(place)), path)
