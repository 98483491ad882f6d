"""What no one put in the guide: the names of what systems and editors leave behind, and a place full of it."""

from __future__ import annotations

from pathlib import Path

FOREIGN = (
    ".DS_Store",
    "._bewijs.md",
    ".#index.md",
    ".index.md.swp",
    ".sb-0f3a2b-abcd",
    "bewijs.md.sb-0f3a2b-abcd",
    "Thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "Desktop.ini",
    "Icon\r",
    "#x.yml#",
    "#index.md#",
    "~$nieuwe tip.docx",
    "~WRL0001.tmp",
    "x.yml.swp",
    "x.swo",
    "4913",
    "x.yml.tmp",
    "x.yml.part",
    "x.crdownload",
    "x.yml___jb_tmp___",
    "__MACOSX",
    "$RECYCLE.BIN",
    "lost+found",
    "@eaDir",
    "System Volume Information",
)
"""What systems and editors leave behind, as files and as folders."""


def litter(folder: Path) -> None:
    """Leave all of it in a folder, as files and as broken links, with a folder that leads back to this one."""
    for number, name in enumerate(FOREIGN):
        if number % 2:
            (folder / name).symlink_to("iemand@toestel.1234")
        else:
            (folder / name).write_bytes(b"\x00\x05\x16\x07\xff")
    (folder / "rond").symlink_to("..")
