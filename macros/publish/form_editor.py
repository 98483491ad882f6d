"""The form editor: Sveltia CMS as its makers sent it, a page that starts it, and what the model says of our fields.

It stands in a folder of its own, and no other page loads any of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from macros.content.guide import Guide
from macros.publish.form_config import form_config
from macros.publish.form_fields import FormFields, Schemas
from macros.site.urls import public_url

FOLDER = "redactie"
"""Where it stands, below the root of the site."""

_ENTRY = re.compile(r"content/([a-z]+)/([a-z0-9-]+)\.yml")

_HOSTS: Mapping[str, str] = {"github": "https://api.github.com", "gitlab": "https://gitlab.com"}
"""Where a Git host answers."""

_VENDOR = Path(__file__).parent / "vendor" / "sveltia-cms"

_SCRIPTS = (
    "../assets/form/at-home.js",
    "config.js",
    "sveltia-cms.js",
    "../assets/form/write.js",
    "../assets/form/start.js",
)
"""In this order: what keeps the editor at home, must be there before it."""

_PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="icon" href="../assets/sleutelbos.svg">
<link rel="stylesheet" href="../assets/form/form.css">
{scripts}
</head>
<body class="{place}"></body>
</html>
"""


def edit_url(guide: Guide | None, file: str | None, serving: bool) -> str | None:
    """Where a page is edited: in the form when it is an entry, else where the settings say that its file can be.

    guide: the one that is shown, if there is one yet. file: what the page comes from, in content/ or else below docs/.
    """
    if guide is None or file is None:
        return None
    entry = _ENTRY.fullmatch(file)
    if entry and has_form(guide, serving):
        return f"{FOLDER}/#/collections/{entry[1]}/entries/{entry[2]}"
    path = file if entry else f"docs/{file}"
    return guide.site.edit_address.replace("{path}", path) if public_url(guide.site.edit_address) else None


def has_form(guide: Guide | None, serving: bool) -> bool:
    """Whether there is a form: a folder is only opened from one's own device, so a site needs a Git host for it."""
    return guide is not None and (serving or guide.site.git is not None)


class FormEditor:
    """Makes the form editor of a site that has one, at each refresh."""

    def __init__(self) -> None:
        self._schemas: Schemas = {}

    def files(self, guide: Guide, serving: bool) -> Iterator[tuple[str, str | bytes]]:
        """What the model says, a page that starts the editor, and the editor itself, by their paths in the site."""
        if not has_form(guide, serving):
            return
        config = form_config(guide, FormFields(guide, self._schemas))
        text = json.dumps(config, ensure_ascii=False, separators=(",", ":"))
        yield f"{FOLDER}/config.js", f"const FORM_CONFIG = {text};\n"
        yield f"{FOLDER}/index.html", _page(guide)
        for file in sorted(_VENDOR.iterdir()):
            yield f"{FOLDER}/{file.name}", file.read_bytes()


def _page(guide: Guide) -> str:
    return _PAGE.format(
        policy=_policy(guide),
        place="host" if guide.site.git else "local",
        title=escape(f"Redactie - {guide.site.name}"),
        scripts="\n".join(f'<script src="{script}" defer></script>' for script in _SCRIPTS),
    )


def _policy(guide: Guide) -> str:
    """What the browser lets the editor do: nothing elsewhere but at the Git host.

    It writes styles of its own, shows files as blobs, and has its logo in its text.
    """
    host = f" {_HOSTS[guide.site.git.host]}" if guide.site.git else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            "img-src 'self' blob: data:",
            f"connect-src 'self' blob: data:{host}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
