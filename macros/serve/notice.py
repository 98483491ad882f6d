"""What stands above the text of a page while someone serves."""

from __future__ import annotations

_ARTICLE = b'<article class="md-content__inner'


def noticed(page: bytes, notice: bytes) -> bytes:
    """A page with this above its text, as HTML."""
    before, article, after = page.partition(_ARTICLE)
    tag, end, inside = after.partition(b">")
    return b"".join((before, article, tag, end, notice, inside)) if article else page
