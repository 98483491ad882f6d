"""No test looks at a clock: a busy machine is no mistake. `make bench` measures; what waits, waits long."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from places import TESTS

BENCHES = ("bench", "build_bench", "parts_bench", "search_bench", "serve_bench", "sheet_bench")
MEASURING = {*(f"{name}.py" for name in BENCHES), "audit.py", Path(__file__).name}
CLOCK_OF_OURS = "sitecustomize.py"
FILES = sorted(path for path in TESTS.rglob("*.py") if path.name not in {*MEASURING, CLOCK_OF_OURS})
CLOCK = re.compile(
    r"perf_counter|process_time|thread_time|performance\.now|Date\.now|timeit|time\.time\(|os\.times|getrusage"
)
MOMENT = re.compile(r"monotonic|\b(?:milli)?seconds\b|\belapsed\b|\bduration\b")


def faults(text: str) -> list[str]:
    """What in a test, with its line, makes it depend on how busy a machine is."""
    found = [f"line {number} reads a clock" for number, line in enumerate(text.splitlines(), 1) if CLOCK.search(line)]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assert) and MOMENT.search(ast.unparse(node)):
            found.append(f"line {node.lineno} asserts how long something took: count its work")
        if isinstance(node, ast.Call):
            guessed = [
                given for given in node.keywords if given.arg == "timeout" and isinstance(given.value, ast.Constant)
            ]
            found += [
                f"line {node.lineno} guesses how long something may take: PATIENCE in machine.py says it once"
                for _ in guessed
            ]
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(TESTS).as_posix())
def test_no_test_looks_at_a_clock(file: Path) -> None:
    """Deadlines are long, and end what is stuck; they prove nothing."""
    assert faults(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "start = perf_counter()",
        "assert seconds < 2",
        "assert monotonic() < until",
        "page.evaluate('performance.now()')",
        "run(words, timeout=5)",
    ],
)
def test_a_test_that_does_is_seen(text: str) -> None:
    """Each way there was."""
    assert len(faults(text)) == 1
