"""What those who publish find ready: workflows for two Git hosts, and a container.

They name what is there, and may do little.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from machine import machine, run
from places import ROOT

from macros.content.guide import Guide
from macros.site.urls import address_for
from macros.system.errors import Refusal

COMMENT = ROOT / ".github" / "workflows" / "comment.yml"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
CONTAINER = ROOT / "container"
BUILDING = [*WORKFLOWS, GITLAB, CONTAINER / "Containerfile"]

MAY_WRITE = {
    ("publish", "deploy"): {"pages", "id-token"},
    ("comment", "comment"): {"pull-requests"},
}
"""By workflow and job, the rights to change something. Every other may only read."""


def by_name(path: Path) -> str:
    return path.name


def jobs_of(path: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow, each with the rights that it has."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: {"permissions": workflow["permissions"], **job} for name, job in workflow["jobs"].items()}


@pytest.mark.parametrize("path", BUILDING, ids=by_name)
def test_a_workflow_asks_make_for_what_there_is(path: Path) -> None:
    """Whoever renames a target, renames it there too."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    asked = re.findall(r"^[^#\n]*\bmake ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE)

    assert [target for target in asked if target not in (*targets, "git")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_a_workflow_may_no_more_than_it_has_to(path: Path) -> None:
    """Each right to write stands in the table above; there are no secrets, and nothing comes from strangers."""
    text = path.read_text(encoding="utf-8")
    may = {
        (path.stem, name): {right for right, level in job["permissions"].items() if level != "read"}
        for name, job in jobs_of(path).items()
    }

    assert may == {job: MAY_WRITE.get(job, set()) for job in may}
    assert "secrets." not in text and "pull_request_target" not in text
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", used) for used in re.findall(r"uses: (\S+)", text))


@pytest.mark.parametrize("path", WORKFLOWS, ids=by_name)
def test_what_someone_typed_is_never_run(path: Path) -> None:
    """The name of a branch or a title may hold commands: no step puts a value of GitHub's in a line that it runs."""
    steps = [step for job in jobs_of(path).values() for step in job["steps"]]
    lines = [line for step in steps for line in (step.get("run"), step.get("with", {}).get("script")) if line]

    assert [line for line in lines if "${{" in line] == []
    assert all(
        step["with"].get("persist-credentials") is False
        for step in steps
        if step.get("uses", "").startswith("actions/checkout")
    )


def test_the_answer_runs_nothing_of_a_proposal() -> None:
    """It waits for the workflow that looks at proposals, and checks out what we have, as we have it."""
    answer = yaml.safe_load(COMMENT.read_text(encoding="utf-8"))
    proposal = yaml.safe_load(COMMENT.with_name("proposal.yml").read_text(encoding="utf-8"))
    steps = answer["jobs"]["comment"]["steps"]
    made = {step["with"]["name"] for step in proposal["jobs"]["check"]["steps"] if "name" in step.get("with", {})}

    # YAML takes a bare `on` for a yes.
    assert answer[True]["workflow_run"]["workflows"] == [proposal["name"]]
    assert [{"ref", "repository"} & set(step.get("with", {})) for step in steps] == [set()] * len(steps)
    assert [step.get("run") for step in steps] == [None] * len(steps)
    assert steps[1]["with"]["name"] in made


def test_gitlab_shows_what_a_proposal_makes() -> None:
    """A folder is shown only when its path ends in a slash; who comments has the token, and nothing of the proposal."""
    jobs = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))

    assert jobs["preview"]["artifacts"]["paths"] == ["offline/"]
    assert jobs["check"]["artifacts"]["when"] == "always"
    assert jobs["comment"]["variables"] == {"GIT_STRATEGY": "none"}
    assert [name for name, job in jobs.items() if "TOKEN" in str(job)] == ["comment"]
    assert [job["stage"] for job in jobs.values() if isinstance(job, dict) and "stage" in job][-1] == jobs["stages"][-1]


@pytest.mark.parametrize("path", [COMMENT, CONTAINER / "Containerfile"], ids=by_name)
def test_what_is_taken_along_is_there(path: Path) -> None:
    """A script, a setting, a lock."""
    text = path.read_text(encoding="utf-8")
    named = re.findall(r'require\("\./([^"]+)"\)|^COPY (?!--from)(\S+)', text, re.MULTILINE)

    assert named
    assert [name for name in map("".join, named) if not (ROOT / name).exists()] == []


def test_the_container_takes_no_rights() -> None:
    """It serves as no one in particular, at a port that everyone may listen at."""
    text = (CONTAINER / "Containerfile").read_text(encoding="utf-8")
    (port,) = re.findall(r"listen (\d+);", (CONTAINER / "nginx.conf").read_text(encoding="utf-8"))

    assert "\nUSER nginx\n" in text
    assert f"EXPOSE {port}" in text and int(port) > 1023


def test_a_placeholder_is_not_put_on_the_web(tmp_path: Path) -> None:
    """One sentence says what to do, and nothing is built."""
    project = machine(tmp_path / "gids")
    done = run(project, "macros", "online")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "'https://vuurtorenschool.example/' is maar een voorbeeld van een adres: daar kan niemand de gids lezen. "
        "Zet het echte bij 'address' in content/site.yml, of typ het erachter: "
        "make online ADRES=https://school.be/gids/.\n"
    )
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    "own, hosted, promised",
    [
        ("https://gids.example/", "https://school.github.io/gids", "https://school.github.io/gids/"),
        ("https://gids.school.be/", "https://school.github.io/gids", "https://gids.school.be/"),
        ("https://gids.school.be/", " ", "https://gids.school.be/"),
    ],
    ids=["the host's", "our own", "no host"],
)
def test_the_address_is_ours_or_else_the_hosts(own: str, hosted: str, promised: str, tiny: Guide) -> None:
    """What content/site.yml says goes first, once that is real."""
    assert address_for(tiny.site.model_copy(update={"address": own}), hosted) == promised


@pytest.mark.parametrize("hosted", ["gids", "school.be/gids", "https://gids.example/"])
def test_an_address_where_no_one_can_go_is_refused(hosted: str, tiny: Guide) -> None:
    """Whoever says it."""
    with pytest.raises(Refusal, match=f"'{hosted}' is .*: make online ADRES="):
        address_for(tiny.site, hosted)
