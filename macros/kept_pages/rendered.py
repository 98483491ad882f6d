"""What MkDocs made of the Markdown of a page, as bytes to keep, and given back to a page."""

from __future__ import annotations

import marshal
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents


def to_bytes(page: Page) -> bytes:
    """All that render() set on a page."""
    links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    chapters = [_plain(link) for link in page.toc]
    ids = sorted(page.present_anchor_ids or ())
    # Version 2: in it, equal values always make equal bytes.
    return marshal.dumps((page.content, page._title_from_render, chapters, ids, links), 2)  # noqa: SLF001


def put_back(page: Page, kept: bytes, files: Files) -> None:
    """Set the same on a page, in the place of rendering it."""
    page.content, page._title_from_render, chapters, ids, links = marshal.loads(kept)  # noqa: SLF001
    page.toc = TableOfContents([_link(link) for link in chapters])
    page.present_anchor_ids = set(ids)
    page.links_to_anchors = {files.src_uris[uri]: anchors for uri, anchors in links.items()}


def _plain(link: AnchorLink) -> tuple[Any, ...]:
    return link.title, link.id, link.level, [_plain(child) for child in link.children]


def _link(plain: tuple[Any, ...]) -> AnchorLink:
    title, id, level, children = plain
    link = AnchorLink(title, id, level)
    link.children = [_link(child) for child in children]
    return link
