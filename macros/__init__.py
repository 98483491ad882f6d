"""Sleutelbos: from content/ to a site. What mkdocs-macros finds here is `define_env`; the map is for people.

    plugin  __main__      the MkDocs plugin · the command line
    desk                  what editors have done: one form for every file, a new entry, another name, two that become
                          one, one that goes
    serve                 while someone writes: what was saved, what that changes, and what is open shown first
    mkdocs_files          what MkDocs copies into the site, and what not
    kept_pages            pages as the last build made them, for as long as nothing changed that goes into them
    building  checking    the site made whole, also to put on the web · what the check finds, told
    live_guide  export    the guide of the moment, while building and serving · plain Markdown for any other builder
    pages                 macros, what they hand to templates, and the templates: everything becomes Markdown
    book                  a recommendation, a key, a journey or all of the guide as a PDF to read and to print
    open_guide            content/ goes in, a sound Guide comes out: start reading here
    publish               what stands beside the pages: catalogue, feed, search data, the editor's schemas, the form
                          editor, scripts and styles as they are sent, with what we take of the theme's
    worksheets            a worksheet as HTML, PDF and DOCX; workbooks
    check                 the rules that the content is held to
    kept                  all that goes into a site, in one digest, and whether the site that stands is made of it
    site                  which pages there are, their URLs, permalinks, explained terms, icons, what is new
    content               one YAML file, one record; the guide in memory, and its history; messages to editors
    scenes                draws a scene: its parts, people and things, in a page, on paper, as a picture
    model                 what an entry is: every type, its fields, the blocks of a worksheet
    system                files written whole, folders put in place and filled again, what was made before, a lock, a
                          port, what can fail

A package uses only what stands below it. pyproject.toml holds this order (import-linter), and `make lint` checks it.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Hand every macro to mkdocs-macros, which calls this at every refresh. env: mkdocs-macros itself."""
    for name, macro in env.conf.plugins["sleutelbos"].macros().items():
        env.macro(macro, name)
