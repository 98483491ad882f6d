"""Whether another builder makes the same site of an export: python tests/equality.py [BUILDER …].

Every byte of every file is compared, but for the differences that tests/engines/declared.yml declares: for each of
those there is a function here, and no other thing is left out.
"""

from __future__ import annotations

import html
import posixpath
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import yaml
from builders import BUILDERS, build_export
from machine import build
from places import ROOT, TESTS

from macros.export import export
from macros.publish.joined_assets import joined_assets, lean
from macros.publish.made_of_pages import sent as as_sent
from macros.publish.offline import DOOR, SIZE
from macros.publish.theme_styles import BASE_STYLES

DECLARED = TESTS / "engines" / "declared.yml"

PARTS: Mapping[str, str] = {
    "head": r"<head>.*?</head>",
    "menu": r'<header class="top.*?</header>',
    "trail": r'<nav class="trail".*?</nav>',
    "beside": r'<nav class="beside.*?</nav>',
    "article": r"<article class=\"md-content__inner.*</article>",
    "map": r'<nav class="map .*?</nav>',
    "before and after": r'<nav class="foot__row".*?</nav>',
    "foot": r'<div class="foot__small">.*',
}
"""The parts of a page in which a difference is told. All of a page is compared."""

_ADDRESS = re.compile(r'(?<= )(href|src|data-root)="([^"]*)"')
_SIGN = re.compile(r"&(?:#\w+|\w+);")
_CODE = re.compile(
    r'(?:<div class="[^"]*highlight[^"]*">)?<pre>(?:<span></span>)?<code[^>]*>(.*?)</code></pre>(?:</div>)?', re.DOTALL
)
_MENDING = re.compile(
    r'<p class="edit no-print">(?!<a class="feedback").*?</p>|(?<=<a class="feedback" )([^>]*>).*?</a>', re.DOTALL
)
"""Below a page, the way to its file, or whom to tell; and of a mail to send, the words but not the address."""

_LOCATION = re.compile(r"<loc>(.*?)</loc>")
_ONLY_OURS = re.compile("^" + re.escape(SIZE).replace(r"\{\}", r"\d+"))
_KEPT_SIGNS = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}

Change = Callable[[str, str], str]
"""What is done to the text of a file before it is compared: given its path and its text."""


@dataclass
class Report:
    """What came of comparing: how many files and pages, where they differ, and how often each difference was met."""

    builder: str
    files: int = 0
    pages: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        parts = ", ".join(f"{name} {count}" for name, count in self.parts.items())
        lines = [
            f"{self.builder}: {self.files} files, {self.pages} pages ({parts}); {len(self.differences)} differences",
            f"  declared differences met: {', '.join(f'{name} {count}' for name, count in sorted(self.met.items()))}",
        ]
        return "\n".join([*lines, *self.differences])


def declared() -> dict[str, list[str]]:
    """By the name of each declared difference, the files that may have it."""
    return {one["change"]: one["files"] for one in yaml.safe_load(DECLARED.read_text(encoding="utf-8"))}


def sent(path: str, text: str) -> str:
    """A page as our build sends it, less the way to its file, and with white space as one where it does not count."""
    pieces = re.split(r"(<pre\b.*?</pre>)", _MENDING.sub(r"\1", as_sent(text)), flags=re.DOTALL)
    pieces[::2] = (re.sub(r"\s+", " ", piece).replace("> <", "><").strip() for piece in pieces[::2])
    return "".join(pieces)


def addresses(path: str, text: str) -> str:
    """A page with its addresses as seen from the root of the site, and each sign written in one way."""
    folder = "/" + path.removesuffix("index.html")

    def resolved(found: re.Match[str]) -> str:
        whole = _resolved(folder, found[2])
        return f'{found[1]}="{whole.rstrip("/") if found[1] == "data-root" else whole}"'

    return _ADDRESS.sub(resolved, _SIGN.sub(_as_one_sign, text))


@cache
def _resolved(folder: str, address: str) -> str:
    if re.match(r"[a-z]+:|#", address):
        return address
    path, mark, anchor = address.partition("#")
    whole = posixpath.normpath(posixpath.join(folder, path))
    is_folder = path.endswith(("/", "..", ".")) or not path
    return (whole.rstrip("/") + "/" if is_folder else whole) + mark + anchor


def _as_one_sign(found: re.Match[str]) -> str:
    sign = html.unescape(found[0])
    return _KEPT_SIGNS.get(sign, sign)


def code(path: str, text: str) -> str:
    """A page with the bare text of each piece of code."""
    return _CODE.sub(lambda found: f"<pre><code>{html.escape(_bare(found[1]), quote=False)}</code></pre>", text)


def _bare(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def engine(path: str, text: str) -> str:
    """The pages that a sitemap names."""
    return "\n".join(sorted(_LOCATION.findall(text)))


def lighter(path: str, text: str) -> str:
    """A script or a style as we send it, and of the one that begins with the theme's, our own part."""
    text = _ONLY_OURS.sub("", text)
    while (shorter := lean(text, path)) != text:  # Names that are short already may change places once more.
        text = shorter
    if path == f"assets/{BASE_STYLES}" and text.endswith(own := _own_styles()):
        return own
    return re.sub(f"[,;]{re.escape(_door())}$", "", text)


@cache
def _own_styles() -> str:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    return lean(joined_assets(ROOT / "docs" / "assets", settings["extra"]["joined"])[BASE_STYLES], BASE_STYLES)


@cache
def _door() -> str:
    return lean((ROOT / "docs" / "assets" / DOOR).read_text(encoding="utf-8"), DOOR)


CHANGES: Mapping[str, Change] = {
    "sent": sent,
    "code": code,
    "addresses": addresses,
    "lighter": lighter,
    "engine": engine,
}


def compare(builder: str, ours: Path, theirs: Path, allowed: Mapping[str, list[str]]) -> Report:
    """Compare what a builder made with our own site. allowed: by name, the files that may have a difference."""
    report = Report(builder)
    here, there = _files(ours), _files(theirs)
    for path in sorted(here ^ there):
        if _matches(path, allowed.get("engine", [])):
            report.met["engine"] += 1
        else:
            report.differences.append(f"  {path}: only {'here' if path in here else 'there'}")
    for path in sorted(here & there):
        report.files += 1
        _compare_file(report, path, (ours / path).read_bytes(), (theirs / path).read_bytes(), allowed)
    return report


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _matches(path: str, patterns: list[str]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)


def _compare_file(report: Report, path: str, one: bytes, other: bytes, allowed: Mapping[str, list[str]]) -> None:
    is_page = path.endswith(".html") and b'<main class="md-main"' in one
    report.pages += is_page
    if is_page:
        text = one.decode()
        report.parts.update(name for name, pattern in PARTS.items() if re.search(pattern, text, re.DOTALL))
    for name, patterns in allowed.items():
        if one == other:
            return
        if not _matches(path, patterns):
            continue
        changed = _changed(name, path, one), _changed(name, path, other)
        if changed != (one, other):
            report.met[name] += 1
        one, other = changed
    if one != other:
        report.differences.extend(_told(path, one.decode("utf-8", "replace"), other.decode("utf-8", "replace")))


def _changed(name: str, path: str, content: bytes) -> bytes:
    try:
        return CHANGES[name](path, content.decode()).encode()
    except UnicodeDecodeError:  # A font, or a packed file: it can only be declared whole.
        return b""


def _told(path: str, one: str, other: str) -> Iterator[str]:
    """In which parts two pages differ, and how they do in each for the first time."""
    wholes = {name: (_part(pattern, one), _part(pattern, other)) for name, pattern in PARTS.items()}
    differing = {name: pair for name, pair in wholes.items() if pair[0] != pair[1]} or {"elsewhere": (one, other)}
    for name, (mine, theirs) in differing.items():
        pairs = enumerate(zip(mine, theirs, strict=False))
        at = next((at for at, (a, b) in pairs if a != b), min(len(mine), len(theirs)))
        seen = slice(max(0, at - 60), at + 90)
        yield f"  {path}, {name}:\n    here:  {mine[seen]!r}\n    there: {theirs[seen]!r}"


def _part(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.DOTALL)
    return found[0] if found else ""


def reports(ours: Path, folder: Path, builders: tuple[str, ...]) -> Iterator[Report]:
    """What each builder makes of an export otherwise than our own build, ours. folder: where the export may stand."""
    export(ROOT, folder / "as made")
    moved = (folder / "as made").rename(folder / "elders gezet")
    for builder in builders:
        build_export(builder, moved)
        yield compare(builder, ours, moved / "site", declared())
        shutil.rmtree(moved / "site")


def main(builders: tuple[str, ...]) -> int:
    """Build the guide and an export of it, and tell what differs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if wrong := build(ROOT, folder / "ours"):
            print(wrong)
            return 1
        differing = 0
        for report in reports(folder / "ours", folder, builders):
            print(report, flush=True)
            differing += len(report.differences)
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:]) or tuple(BUILDERS)))
