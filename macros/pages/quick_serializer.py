"""What Python-Markdown makes of its elements, as text: the same, with less asked of each element.

It looks for comments, for names in other namespaces and for attributes that are no text. A page holds none of those.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import serializers

# Python-Markdown keeps these to itself, and this file goes with the version in requirements.lock.
_slowly, _escape_text, _escape_value = (
    vars(serializers)[name] for name in ("_serialize_html", "_escape_cdata", "_escape_attrib_html")
)


def quick_xhtml(root: Element) -> str:
    """An element as XHTML."""
    pieces: list[str] = []
    _add(pieces.append, root)
    return "".join(pieces)


def _add(add: Callable[[str], None], element: Element) -> None:
    tag = element.tag
    if type(tag) is not str:
        _slowly(add, element, "xhtml")
        return
    given = element.attrib
    told = "".join([_attribute(name, given[name]) for name in sorted(given)]) if given else ""
    if tag.lower() in HTML_EMPTY:
        add(f"<{tag}{told} />")
    else:
        add(f"<{tag}{told}>")
        if text := element.text:
            add(text if tag.lower() in ("script", "style") else _escaped(text))
        for child in element:
            _add(add, child)
        add(f"</{tag}>")
    if element.tail:
        add(_escaped(element.tail))


def _escaped(text: str) -> str:
    return str(_escape_text(text)) if "&" in text or "<" in text or ">" in text else text


def _attribute(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{_escape_value(value)}"'
