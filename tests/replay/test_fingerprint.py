"""A change of what a workflow commands is seen, and the failure says what to do about it."""

import json
import os
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, plant
from tests.replay.fingerprint import fingerprint

COMMITTED = Path(__file__).with_name("fingerprints.json")
REMEDY = """
The commands of a workflow have changed: {changed}.
Orders that are under way replay their history through this code. If a command is added, removed,
moved or renamed where such an order passes, put the new way behind `workflow.patched("what-it-does")`
and keep the old way beside it, as docs/operations/WORKFLOW_VERSIONING.md shows; run the replay tests.
Then record the new fingerprint: RECORD_FINGERPRINTS=1 ./desk test tests/replay/test_fingerprint.py
"""


def find_changed(before, after):
    """Where two fingerprints differ: `module function`."""
    return sorted(
        f"{module} {place}"
        for module in before.keys() | after.keys()
        for place in before.get(module, {}).keys() | after.get(module, {}).keys()
        if before.get(module, {}).get(place) != after.get(module, {}).get(place)
    )


def test_workflows_command_what_they_commanded():
    now = fingerprint(ROOT)
    if os.environ.get("RECORD_FINGERPRINTS"):
        COMMITTED.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", "utf-8")
    changed = find_changed(json.loads(COMMITTED.read_text("utf-8")), now)
    if changed:
        pytest.fail(REMEDY.format(changed="; ".join(changed)), pytrace=False)


def test_the_fingerprint_sees_the_real_workflow():
    seen = json.dumps(fingerprint(ROOT))
    for part in (
        "@workflow.signal",
        "@workflow.query",
        "workflow.wait_condition(",
        "ports.publish",
    ):
        assert part in seen


ORDER = """
from temporalio import workflow
from workflows import ports

@workflow.defn
class Order:
    @workflow.run
    async def run(self):
        await workflow.execute_activity(ports.open_case, 1)
        await workflow.wait_condition(lambda: self.done)

    @workflow.signal
    def decide(self): ...
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ports.open_case", "ports.close_case"),
        ("wait_condition(lambda: self.done)", "sleep(5)"),
        ("def decide", "def settle"),
        ("        await workflow.wait_condition", "        workflow.patched('x')\n        await workflow.wait_condition"),
        ("@workflow.signal", "@workflow.query"),
    ],
)  # fmt: skip
def test_a_planted_change_is_found(tmp_path, old, new):
    before = fingerprint(plant(tmp_path / "a", {"workflows/order.py": ORDER}))
    after = fingerprint(plant(tmp_path / "b", {"workflows/order.py": ORDER.replace(old, new)}))
    assert find_changed(before, after)


def test_a_change_that_commands_nothing_is_quiet(tmp_path):
    before = fingerprint(plant(tmp_path / "a", {"workflows/order.py": ORDER}))
    calm = ORDER.replace("def decide(self): ...", "def decide(self):\n        self.done = True")
    assert before == fingerprint(plant(tmp_path / "b", {"workflows/order.py": calm}))


def test_the_failure_says_what_to_do():
    assert "workflow.patched" in REMEDY
    assert "docs/operations/WORKFLOW_VERSIONING.md" in REMEDY
