"""The house itself: rooms that can be overseen, no state that outlives its reason, a check that loads little.

Which package may use which is held by import-linter (pyproject.toml, `make lint`).
"""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

import macros

HOUSE = Path(macros.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))
MODULES = [
    ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in FILES
    if path.stem != "__main__"
]
BESIDE = sorted(
    path
    for folder, kinds in (("tests", ("py", "js")), ("docs/assets", ("js", "css")), (".ci", ("py",)))
    for kind in kinds
    for path in (HOUSE.parent / folder).rglob(f"*.{kind}")
    if "vendor" not in path.parts
)
"""The tests, the scripts and the styles: they are read as often as the machine itself."""

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
REMEMBERING = {"cache", "lru_cache"}


@pytest.mark.parametrize("path", [*FILES, *BESIDE], ids=lambda path: path.relative_to(HOUSE.parent).as_posix())
def test_a_module_can_be_overseen(path: Path) -> None:
    """A module that grows past this wants to be two."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize(
    "path",
    [*FILES, *(path for path in BESIDE if path.suffix == ".py")],
    ids=lambda path: path.relative_to(HOUSE.parent).as_posix(),
)
def test_a_function_can_be_overseen(path: Path) -> None:
    """A function that grows past this wants to be two."""
    functions = [node for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert [one.name for one in functions if (one.end_lineno or 0) - one.lineno >= MOST_LINES_OF_A_FUNCTION] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_no_function_remembers(path: Path) -> None:
    """What is kept, is kept by an object that someone lets go of: a guide, a refresh, a serving.

    Never by a function, never in a global.
    """
    nodes = list(ast.walk(_tree(path)))
    kept = [node.id for node in nodes if isinstance(node, ast.Name) and node.id in REMEMBERING]
    kept += [node.attr for node in nodes if isinstance(node, ast.Attribute) and node.attr in REMEMBERING]
    kept += [name for node in nodes if isinstance(node, ast.Global) for name in node.names]

    assert kept == []


WRITING = {"write_text", "write_bytes", "mkdir", "touch", "rename", "symlink_to", "hardlink_to", "rmtree", "copytree"}
WRITING |= {"makedirs", "copyfile", "copy2", "mkstemp", "mkdtemp", "NamedTemporaryFile"}


@pytest.mark.parametrize("path", [*FILES, *(HOUSE.parent / ".ci").glob("*.py")], ids=lambda path: path.name)
def test_files_are_written_in_one_place(path: Path) -> None:
    """Whole or not at all: macros/system knows how, and everything else asks there."""
    if path.parent.name != "system":
        calls = [node.func for node in ast.walk(_tree(path)) if isinstance(node, ast.Call)]
        names = {call.attr for call in calls if isinstance(call, ast.Attribute)}

        assert names & WRITING == set()
        assert [call for call in calls if isinstance(call, ast.Name) and call.id == "open"] == []


@pytest.mark.parametrize("name", MODULES)
def test_a_module_holds_nothing_that_changes(name: str) -> None:
    """Lists, sets and dictionaries at the top of a module are promised not to change, and our own objects cannot."""
    assert list(_changeable(importlib.import_module(name))) == []


def test_the_check_starts_without_templates_and_without_mkdocs() -> None:
    """Checking the content is quick because it loads nothing that only a page needs."""
    assert not {"jinja2", "mkdocs"} & _loaded_by("macros.open_guide")


OF_MKDOCS = ("macros.plugin", "macros.mkdocs_files", "macros.kept_pages.", "macros.serve.")
"""The modules that know MkDocs."""


def test_what_is_below_the_plugin_runs_without_mkdocs() -> None:
    """The guide outlives its engine: nothing that these modules use brings MkDocs in by the back door."""
    assert "mkdocs" not in _loaded_by(*(name for name in MODULES if not name.startswith(OF_MKDOCS)))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _changeable(module: ModuleType) -> Iterator[str]:
    """The names at the top of a module that someone could change from elsewhere."""
    promised = getattr(module, "__annotations__", {})
    for name in _assigned(_tree(Path(str(module.__file__)))):
        value = getattr(module, name)
        if callable(value):
            continue
        if isinstance(value, list | set | bytearray):
            yield name
        elif isinstance(value, dict) and not str(promised.get(name, "")).startswith("Mapping"):
            yield f"{name} (a dict that is not annotated as a Mapping)"
        elif type(value).__module__.startswith("macros.") and not _frozen(value):
            yield name


def _assigned(tree: ast.Module) -> Iterator[str]:
    """The names that a module gives a value to, at its top."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and node.value and isinstance(node.target, ast.Name):
            yield node.target.id


def _frozen(value: object) -> bool:
    if isinstance(value, BaseModel):
        return bool(value.model_config.get("frozen"))
    as_dataclass = getattr(type(value), "__dataclass_params__", None)
    return as_dataclass is not None and bool(as_dataclass.frozen)


def _loaded_by(*modules: str) -> set[str]:
    """The packages that are loaded once these modules are, seen in a fresh Python."""
    imports = "\n".join(f"import {module}" for module in modules)
    code = f"{imports}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE.parent, capture_output=True, text=True, check=True)
    return {module.split(".")[0] for module in done.stdout.split()}
