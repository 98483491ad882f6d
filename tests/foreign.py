"""What no one put in the guide: how what systems and editors leave and copies are called, and a place full."""

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
    "x.yml.crswap",
    "x.yml___jb_tmp___",
    "__MACOSX",
    "$RECYCLE.BIN",
    "lost+found",
    "@eaDir",
    "System Volume Information",
)
"""What systems and editors leave behind, as files and as folders."""

COPIES = (
    "{0} (1).yml",
    "{0} (kopie).yml",
    "{0} - kopie.yml",
    "{0} - Copy (3).yml",
    "{0} copy 2.yml",
    "Kopie van {0}.yml",
    "Copy (2) of {0}.yml",
    "{0} (conflicted copy 2026-11-22).yml",
    "{0}.sync-conflict-20261122-101112-ABCDEF7.yml",
    "{0}.yml~",
    "{0}.yml.bak",
    "{0}.yml.orig",
    "{0}.yml.rej",
    "{0}.yml.txt",
    "{0}.YML",
    "{0}.yaml",
    "{0}.yml.yml",
    "{0}",
    "{0} .yml",
)
"""How systems, editors and people call a copy of a file that has the name {0}."""


def litter(folder: Path) -> None:
    """Leave all of it in a folder, as files and as broken links, with a folder that leads back to this one."""
    for number, name in enumerate(FOREIGN):
        if number % 2:
            (folder / name).symlink_to("iemand@toestel.1234")
        else:
            (folder / name).write_bytes(b"\x00\x05\x16\x07\xff")
    (folder / "rond").symlink_to("..")
