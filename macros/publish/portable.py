"""What makes the guide portable: the plain settings, the frame and the words on how to move, beside the exported pages.

Material for MkDocs, whose styles we take, gets fixes until FIXES_END. The plan for that day stands in DECISIONS.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from macros.content.days import in_words
from macros.content.guide import Guide
from macros.content.messages import amount
from macros.publish.inline_script import inline_script
from macros.site.pages import Menu, pages
from macros.site.site_facts import site_facts
from macros.site.urls import public_url, site_url
from macros.system.files import write_file

FIXES_END = date(2027, 5, 5)
"""The last day on which Material for MkDocs gets fixes: https://zensical.org/upcoming-changes/."""

ZENSICAL = "0.0.73"
"""The version of its successor that builds an export in our tests. requirements-dev.in names it too."""

MADE_BY_BUILDERS = "/site/\n/venv/\n/.cache/\n"
"""What no Git archive of an export needs: LEES-MIJ.md has people make the first two."""

_FILES = Path(__file__).with_name("portable_files")
"""What an export has besides, as it stands there: the page on how to move, and a sitemap for those that make none."""

_ICON = re.compile(r'"\.icons/([\w/-]+\.svg)"')
_OURS = ("plugins", "watch", "exclude_docs", "theme", "extra", "strict")
"""The settings that only our own build has, or that an export has otherwise."""


def portable_config(settings: Mapping[str, Any], guide: Guide, menu: Menu, assets: Path) -> dict[str, Any]:
    """The settings for any other builder: ours, less everything that runs our code, and without a theme.

    settings: those of mkdocs.yml. assets: docs/assets/.
    """
    facts = site_facts(guide)
    pictures: Mapping[str, Any] = facts["pictures"]  # type: ignore[assignment]
    return {
        "site_name": guide.site.name,
        "site_description": guide.site.tagline,
        "site_url": site_url(guide.site),
        **{name: value for name, value in settings.items() if name not in (*_OURS, "site_name")},
        "theme": {
            "name": None,
            "custom_dir": "overrides",
            "static_templates": ["404.html", "sitemap.xml"],
            "favicon": settings["theme"]["favicon"],
        },
        # Where a list goes on at six, it begins with six, as in our own build (macros/pages/markdown_extension.py).
        "markdown_extensions": [*settings["markdown_extensions"], "sane_lists"],
        "plugins": [],
        "nav": menu,
        "extra": {
            "generator": False,
            "early": inline_script(assets),
            "address": public_url(site_url(guide.site)),
            "contact": facts["contact"],
            "version": facts["version"],
            "pictures": {name: {"file": picture.file, "alt": picture.alt} for name, picture in pictures.items()},
        },
    }


def write_frame(overrides: Path, folder: Path) -> None:
    """Write the templates of the frame, and the icons that they ask of the theme."""
    package = find_spec("material")
    assert package and package.origin, "requirements.txt holds the theme"
    icons = Path(package.origin).parent / "templates" / ".icons"
    for path in sorted(overrides.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        write_file(folder / path.relative_to(overrides), text)
        for icon in _ICON.findall(text):
            write_file(folder / ".icons" / icon, (icons / icon).read_bytes())
    write_file(folder / "sitemap.xml", (_FILES / "sitemap.xml").read_bytes())


def read_me(guide: Guide) -> str:
    """How to move, and what stays behind, in Dutch."""
    return (
        (_FILES / "LEES-MIJ.md")
        .read_text(encoding="utf-8")
        .format(
            name=guide.site.name,
            pages=len(pages(guide)),
            end=in_words(FIXES_END.isoformat()),
            mkdocs=version("mkdocs"),
            zensical=ZENSICAL,
        )
    )


def engine_in_dutch(today: date) -> str:
    """How long the engine gets fixes still, and where the plan for after that stands, in two sentences."""
    left = (FIXES_END - today).days
    plan = "Het plan staat in DECISIONS.md, en make portable toont dat de gids ook zonder kan."
    still = f"nog {amount(left, 'dag', 'dagen')}" if left > 0 else "die dag is voorbij"
    return f"Material voor MkDocs krijgt verbeteringen tot {in_words(FIXES_END.isoformat())}: {still}. {plan}"
