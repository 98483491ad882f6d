"""Leaves of a stylesheet the rules that some elements can use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Declaration, FunctionBlock, Node, QualifiedRule, SquareBracketsBlock

Elements = frozenset[frozenset[str]]
"""Elements that can be there: the tag of each with its classes, as a selector names them (`a`, `.lead`)."""

_FOREIGN = re.compile(r"^\[(data-md-|for=__|id=__|aria-sort|dir=rtl)")
"""What no page of ours has: an attribute of the theme's own frame, a table that sorts, a text from right to left."""

_ANY_OF = ("is", "where", "matches", "-webkit-any", "-moz-any")


@dataclass(frozen=True)
class _Rule:
    """The selectors of a rule, with its declarations by name."""

    selectors: str
    declared: tuple[tuple[str, str], ...]

    def text(self, unused: frozenset[str]) -> str:
        said = ";".join(said for name, said in self.declared if name not in unused)
        return said and f"{self.selectors}{{{said}}}"


@dataclass(frozen=True)
class _Block:
    """Rules that hold at some times (`@media`), or a thing with a name (`@keyframes`, `name`)."""

    head: str
    inside: tuple[_Rule | _Block, ...] = ()
    whole: str = ""
    name: str = ""

    def text(self, unused: frozenset[str]) -> str:
        if self.whole:
            return "" if self.name in unused else self.whole
        inside = _text(self.inside, unused)
        return inside and f"{self.head}{{{inside}}}"


def pruned(css: str, elements: Elements, asked: frozenset[str]) -> str:
    """What of a stylesheet these elements can use. asked: the custom properties that others use."""
    rules = tuple(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), elements))
    unused: frozenset[str] = frozenset()
    while True:
        text = _text(rules, unused)
        used = asked | set(re.findall(r"var\(\s*(--[\w-]+)", text))
        less = frozenset(re.findall(r"(?<=[{;])--[\w-]+(?=:)", text)) - used
        less |= {name for name in re.findall(r"@keyframes ([\w-]+)", text) if len(re.findall(rf"\b{name}\b", text)) < 2}
        if less <= unused:
            return text
        unused |= less


def _text(rules: Iterable[_Rule | _Block], unused: frozenset[str]) -> str:
    return "".join(rule.text(unused) for rule in rules)


def _kept(nodes: Iterable[Node], elements: Elements) -> Iterator[_Rule | _Block]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [tinycss2.serialize(one).strip() for one in _listed(node.prelude) if _fits(one, elements)]
            says = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            if selectors:
                declared = ((one.name, _line(one)) for one in says if isinstance(one, Declaration))
                yield _Rule(",".join(selectors), tuple(declared))
        elif isinstance(node, AtRule) and node.lower_at_keyword in ("media", "supports"):
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            head = f"@{node.lower_at_keyword}{tinycss2.serialize(node.prelude)}"
            yield _Block(head, tuple(_kept(inside, elements)))
        elif isinstance(node, AtRule):
            yield _Block("", whole=node.serialize(), name=tinycss2.serialize(node.prelude).strip())


def _line(one: Declaration) -> str:
    return f"{one.name}:{tinycss2.serialize(one.value).strip()}{'!important' if one.important else ''}"


def _listed(tokens: Sequence[Node]) -> Iterator[list[Node]]:
    """The selectors of a list that commas divide."""
    one: list[Node] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _fits(selector: Sequence[Node], elements: Elements) -> bool:
    """Whether each compound of a selector can be one of the elements."""
    compound: list[Node] = []
    for token in selector:
        if token.type == "whitespace" or (token.type == "literal" and token.value in ">+~"):
            if not _can_be(compound, elements):
                return False
            compound = []
        else:
            compound.append(token)
    return _can_be(compound, elements)


def _is_foreign(token: Node, elements: Elements) -> bool:
    """Whether no element of ours is what a token asks: an id of the theme, an attribute, or one of a list."""
    if isinstance(token, FunctionBlock) and token.lower_name in _ANY_OF:
        return not any(_fits(one, elements) for one in _listed(token.arguments))
    return token.type == "hash" or (isinstance(token, SquareBracketsBlock) and bool(_FOREIGN.match(token.serialize())))


def _can_be(compound: Sequence[Node], elements: Elements) -> bool:
    """Whether one of the elements has the tag and the classes of a compound; what else it asks, is taken as true."""
    wanted: set[str] = set()
    before = ""
    for token in compound:
        if token.type == "literal":
            before += token.value
            continue
        if token.type == "ident" and before in ("", "."):
            wanted.add(f".{token.value}" if before else token.lower_value)
        elif _is_foreign(token, elements):
            return False
        before = ""
    return not wanted or any(wanted <= element for element in elements)
