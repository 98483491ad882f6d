"""A site that is made beside the one that stands there, and takes its place when it is whole."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from macros.kept.made_by import KEEP
from macros.kept.standing import StandingSite, inputs
from macros.live_guide import LiveGuide
from macros.publish.beside_pages import OURS
from macros.site.urls import address_for
from macros.system.errors import KEPT, Refusal
from macros.system.folders import new_folder
from macros.system.spare_folder import SpareFolder
from macros.worksheets.pdf import pdf_missing


class Plugin(Protocol):
    """The plugin of our own build."""

    kept_whole: bool

    def start_with(self, live: LiveGuide, refill: Callable[[Path], None]) -> None:
        """Build this guide, that was read already. refill: told where the site comes, once MkDocs has emptied that."""


def online_address(root: Path, hosted: str) -> str:
    """The address that the site will have on the web. hosted: what who hosts it calls it, if they say so.

    Raises Refusal as long as there is none, and ContentError.
    """
    live = LiveGuide(root)
    live.refresh()
    return address_for(live.guide.site, hosted)


def build(root: Path, name: str, *, use_directory_urls: bool = True, **settings: str) -> bool:
    """Build the guide into a folder; answer whether there was anything to build. settings: for the environment.

    Raises Refusal, ContentError.
    """
    os.environ.update({"NO_MKDOCS_2_WARNING": "1", **settings})
    keep = os.environ.setdefault(KEEP, "yes") == "yes"
    standing = StandingSite(root / name, root / ".build" / "standing" / name)
    spare = SpareFolder(root / ".build" / "spare" / name, anew=("assets",))  # The worker knows all that stands there.
    with new_folder(root / name, ours=OURS, keep=spare.keep if keep else None) as new:
        try:
            made_of = inputs(root, use_directory_urls, pdf_missing()) if keep else ""
        except OSError:  # Who reads the guide, says which file does not let us, and why.
            keep, made_of = False, ""
        if keep and standing.is_of(made_of):
            return False
        gc.disable()  # Reading makes no garbage, and what is read, stays.
        live = LiveGuide(root)
        live.refresh()
        gc.freeze()
        gc.enable()
        sound = _built(root, new.path, live, use_directory_urls, spare.lend if keep else lambda _: None)
        spare.settle(new.path)
        new.put_in_place()
        if keep and sound and inputs(root, use_directory_urls, pdf_missing()) == made_of:
            standing.remember(made_of)
    return True


def _built(root: Path, site: Path, live: LiveGuide, use_directory_urls: bool, refill: Callable[[Path], None]) -> bool:
    """Have MkDocs build a site strictly, in this process. Answers whether it can be kept. Raises Refusal."""
    # Only who builds waits until these are read.
    from mkdocs.__main__ import State
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    terminal = State()  # type: ignore[no-untyped-call]  # For as long as it lives, it tells what MkDocs does.
    try:
        config = load_config(
            str(root / "mkdocs.yml"), strict=True, site_dir=str(site), use_directory_urls=use_directory_urls
        )
        plugin: Plugin = config.plugins["sleutelbos"]  # type: ignore[assignment]
        plugin.start_with(live, refill)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:  # mkdocs-macros just leaves.
        if isinstance(error, MkDocsException):
            error.show()
        raise Refusal(f"\nDe gids is niet gebouwd. {KEPT}") from None
    finally:
        del terminal
    return plugin.kept_whole
