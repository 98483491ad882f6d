"""The site that someone is looking at while all of it is built anew."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

from macros.system.errors import KEPT
from macros.system.internal_errors import told

log = logging.getLogger("mkdocs.sleutelbos")


def build_again(build: Callable[[], None], site: Path, root: Path) -> bool:
    """Build a site while it is served. Whatever fails, the last good site is put back, and the next save may mend it.

    Answers whether it was built.

    MkDocs empties the site first, and after a build that failed it answers no one any more.
    """
    last = site.with_name(f"{site.name}.last")
    shutil.rmtree(last, ignore_errors=True)
    site.rename(last)
    site.mkdir()
    try:
        build()
    except (Exception, SystemExit) as error:
        shutil.rmtree(site, ignore_errors=True)
        last.rename(site)
        # MkDocs leaves with a SystemExit when it has said itself what was wrong.
        said = isinstance(error, SystemExit)
        log.error("\n%s\n", KEPT if said else told(error, root))
        return False
    shutil.rmtree(last, ignore_errors=True)
    return True
