"""The configuration of the form editor, from the model: a collection for each folder of content/, and the settings."""

from __future__ import annotations

from typing import Any

from macros.content.guide import Guide
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.fields import ID
from macros.model.settings import SETTINGS
from macros.publish.form_fields import FormFields


def form_config(guide: Guide, fields: FormFields) -> dict[str, Any]:
    """What Sveltia CMS is started with."""
    return {
        "load_config_file": False,
        "backend": _backend(guide),
        "publish_mode": "editorial_workflow" if guide.site.git else "simple",
        "app_title": f"Redactie van {guide.site.name}",
        "logo": {"src": "../assets/sleutelbos.svg"},
        "media_folder": "docs/assets",
        "show_preview_links": False,
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": [*(_collection(entry_type, fields) for entry_type in ENTRY_TYPES), _settings(fields)],
    }


def _backend(guide: Guide) -> dict[str, Any]:
    """Where the files are. Sveltia wants a Git host; without one its name is never used: only a folder can be opened.

    With one, each change is a proposal that someone reads, and who edits, signs in with a key of the host's own.
    """
    git = guide.site.git
    if git is None:
        return {"name": "github", "repo": f"lokaal/{guide.site.name}", "auth_methods": ["oauth"]}
    return {"name": git.host, "repo": git.repository, "branch": git.branch, "auth_methods": ["token"]}


def _collection(entry_type: type[Entry], fields: FormFields) -> dict[str, Any]:
    """One folder of content/. The name of a file is chosen once; an address that was given out may not change.

    It comes from the title, but where pages have an address of their own: ids like s06 are chosen.
    """
    named = {} if "address" in entry_type.model_fields else {"template": "{{title}}"}
    return {
        "name": entry_type.collection,
        "label": entry_type.menu or entry_type.heading,
        "label_singular": entry_type.reader_label(),
        "folder": f"content/{entry_type.collection}",
        "extension": "yml",
        "format": "yml",
        "create": True,
        "delete": False,
        "slug": {
            **named,
            "editable": ["create"],
            "pattern": [f"^{ID.pattern}$", "Gebruik alleen kleine letters, cijfers en koppeltekens."],
            "hint": "De naam van het bestand, en een deel van het adres. Je kiest hem één keer.",
        },
        "identifier_field": "title",
        "summary": "{{title}}",
        "sortable_fields": ["title"],
        "thumbnail": False,
        "aliases_field": False,
        "fields": fields.of(entry_type),
    }


def _settings(fields: FormFields) -> dict[str, Any]:
    """The settings files beside these folders: each is one, and always there."""
    return {
        "name": "instellingen",
        "label": "Instellingen",
        "format": "yml",
        "files": [
            {
                "name": name.removesuffix(".yml"),
                "label": record_type.heading,
                "file": f"content/{name}",
                "fields": fields.of(record_type),
            }
            for name, record_type in SETTINGS.items()
        ],
    }
