"""CI runs actions by commit only, with no more rights than it needs."""

import re

import yaml

from tests.architecture.tree import ROOT, plant

_COMMIT = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")


def workflows(root):
    folder = root / ".github" / "workflows"
    return sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")])


def find_loose_actions(root):
    """Steps and reusable workflows that are not pinned to a full commit."""
    wrong = []
    for path in workflows(root):
        told = yaml.safe_load(path.read_text("utf-8"))
        for job in told["jobs"].values():
            used = [job.get("uses"), *(step.get("uses") for step in job.get("steps", []))]
            wrong += [
                one for one in used if one and not one.startswith("./") and not _COMMIT.match(one)
            ]
    return wrong


def find_generous(root):
    """Workflows that may write, or that hand secrets to anyone."""
    wrong = []
    for path in workflows(root):
        text = path.read_text("utf-8")
        rights = yaml.safe_load(text).get("permissions")
        if rights != {"contents": "read"} or "{{ secrets." in text or "pull_request_target" in text:
            wrong.append(path.name)
    return wrong


def test_b100_every_action_is_pinned_to_a_commit():
    assert workflows(ROOT)
    assert find_loose_actions(ROOT) == []
    assert find_generous(ROOT) == []


def test_ci_runs_the_one_command():
    told = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    runs = [step["run"] for step in told["jobs"]["test"]["steps"] if "run" in step]
    assert runs == [".ci/run"]
    assert "exec ./desk test" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_b100_planted_tags_are_found(tmp_path):
    pinned = f"actions/checkout@{'a' * 40}"
    used = [pinned, "actions/cache@v4", "actions/setup-go@main", f"x/y@{'a' * 39}", "./own"]
    steps = "".join(f"      - uses: {one}\n" for one in used)
    plant(tmp_path, {".github/workflows/x.yml": f"on: push\njobs:\n  a:\n    steps:\n{steps}"})
    assert find_loose_actions(tmp_path) == used[1:4]
    assert find_generous(tmp_path) == ["x.yml"]
