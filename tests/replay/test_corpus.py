"""What orders of earlier builds look like: this build carries every one of them on.

A failure here means that this build would wedge running orders. Never record again to make it
pass: guard the change with `workflow.patched` (docs/operations/WORKFLOW_VERSIONING.md).
"""

import asyncio
import hashlib
import json
import sys
from pathlib import Path

import pytest
from replay import mutants
from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowHistory
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.worker import Replayer

from infra.operate import HISTORIES
from infra.processes.worker import WORKFLOWS, workflow_runner
from support.drive import REQUESTER
from workflows.order import OrderWorkflow
from workflows.steps import STEPS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MANIFEST = json.loads((HERE / "manifest.json").read_text("utf-8"))
NAMES = sorted(MANIFEST)
"""Every recorded history; `ORDERS` are those of orders, `BESIDE` those of other workflows."""
REMEDY = (
    "this build cannot carry on orders that run today. Do NOT record again: guard the change with"
    " workflow.patched, see docs/operations/WORKFLOW_VERSIONING.md"
)
CLICKED = EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED
DECIDED = EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED


def recorded(name):
    text = (HISTORIES / f"{name}.json").read_text("utf-8")
    return WorkflowHistory.from_json(MANIFEST[name]["workflow_id"], text)


def workflow_of(name):
    """The name of the workflow that a history is of."""
    started = recorded(name).events[0].workflow_execution_started_event_attributes
    return started.workflow_type.name


ORDERS = [name for name in NAMES if workflow_of(name) == "OrderWorkflow"]
BESIDE = [name for name in NAMES if name not in ORDERS]


def stopped_before_clicks(history):
    """The history as it stood whenever a person was waited for: cut before each click."""
    for number, event in enumerate(history.events):
        before = history.events[number - 1]
        if event.event_type == CLICKED and before.event_type == DECIDED:
            yield WorkflowHistory(history.workflow_id, history.events[:number])


async def failures(workflow, histories):
    replayer = Replayer(
        workflows=[workflow] if isinstance(workflow, type) else list(workflow),
        data_converter=pydantic_data_converter,
        workflow_runner=workflow_runner(),
    )
    found = []
    for history in histories:
        done = await replayer.replay_workflow(history, raise_on_replay_failure=False)
        found.append(done.replay_failure)
    return found


async def wedged(workflow, names=ORDERS):
    """Names of the histories that a workflow cannot carry on."""
    told = await failures(workflow, [recorded(name) for name in names])
    return [name for name, failure in zip(names, told, strict=True) if failure]


def test_the_corpus_tells_every_tale_and_was_never_touched():
    assert {path.stem for path in HISTORIES.glob("*.json")} == set(NAMES)
    touched = [
        name
        for name, facts in MANIFEST.items()
        if hashlib.sha256((HISTORIES / f"{name}.json").read_bytes()).hexdigest() != facts["sha256"]
    ]
    assert touched == [], "a recorded history is evidence: take it back from git"
    assert all(facts["build"] and facts["recorded"] for facts in MANIFEST.values())
    tales = {"approved", "rejected", "cancelled_early", "cancelled_late", "expired", "continued"}
    assert tales | {"corrected_twice", "chosen", "parked", "helped", "replaced"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
async def test_f33_this_build_carries_on(name):
    assert await failures(WORKFLOWS, [recorded(name)]) == [None], REMEDY


def test_f33_every_workflow_that_workers_run_has_told_its_tale():
    """Naive: only orders were recorded, so a build could wedge the catalogue and the events."""
    told = {workflow_of(name) for name in NAMES}
    assert told >= {"OrderWorkflow", "CatalogueWorkflow", "OutboundWorkflow", "DeliveryWorkflow"}


async def test_f33_a_bad_build_of_what_carries_no_order_is_caught():
    assert set(await wedged(mutants.RenewsLater, ["catalogue_renewed", "catalogue_refused"])) == {
        "catalogue_renewed", "catalogue_refused",
    }  # fmt: skip
    assert await wedged(mutants.TakesFirst, ["events_handed_out"]) == ["events_handed_out"]
    assert await wedged(mutants.BuriesFirst, ["event_dead"]) == ["event_dead"]


async def test_f33_an_order_stopped_at_any_wait_goes_on():
    waits = [one for name in ORDERS for one in stopped_before_clicks(recorded(name))]
    assert len(waits) > len(ORDERS)
    assert set(await failures(OrderWorkflow, waits)) == {None}, REMEDY


async def test_f33_a_compatible_build_is_let_through():
    assert await wedged(mutants.Unchanged) == []
    assert await wedged(mutants.OtherTimes) == []


async def test_f33_deadlines_that_lie_behind_a_running_order_are_caught():
    """A timer's length may change, but not so far that a rung is skipped."""
    assert set(await wedged(mutants.EarlierTimes)) == {
        "escalated_then_approved", "expired", "never_corrected",
    }  # fmt: skip


async def test_f33_a_patched_build_is_let_through():
    assert await wedged(mutants.Patched) == []


@pytest.mark.parametrize("step", STEPS)
async def test_f33_a_bad_build_is_caught_whatever_step_it_changed(step):
    """The naive gate replayed one short history: a change behind its end went through."""
    assert await wedged(mutants.MORE[step], ["approved"]) == ["approved"]
    if step in ("open_case", "receive_file", "read_workbook"):
        assert await wedged(mutants.MORE[step], ["continued"]) == ["continued"]


@pytest.mark.parametrize("bad", [mutants.ChecksFirst, mutants.WaitsFirst, mutants.MORE["review"]])
async def test_f33_a_bad_build_is_caught_in_every_order_it_would_wedge(bad):
    caught = await wedged(bad)
    assert {"approved", "rejected", "undo_window", "expired"} <= set(caught)
    assert "never_corrected" not in caught or bad is mutants.ChecksFirst


def test_the_recordings_name_nobody_and_no_machine():
    for name in NAMES:
        history = recorded(name)
        started = history.events[0].workflow_execution_started_event_attributes
        assert started.identity in {"recorder", ""}
        if name in ORDERS:
            assert REQUESTER.object_id.encode() in started.input.payloads[0].data
        assert "stackTrace" not in (HISTORIES / f"{name}.json").read_text("utf-8")


async def test_the_operators_command_replays_the_same_folder():
    done = await desk("replay")
    assert done == (0, [f"{name}: ok" for name in NAMES])


async def test_the_operators_command_names_what_this_build_cannot_carry_on(tmp_path):
    history = json.loads((HISTORIES / "rejected.json").read_text("utf-8"))
    for event in history["events"]:
        facts = event.get("activityTaskScheduledEventAttributes", {})
        if facts.get("activityType", {}).get("name") == "freeze_order":
            facts["activityType"]["name"] = "freeze_order_twice"
    (tmp_path / "odd.json").write_text(json.dumps(history), "utf-8")
    code, said = await desk("replay", str(tmp_path))
    assert code == 1
    assert len(said) == 1
    assert said[0].startswith("odd: ")
    assert "TMPRL1100" in said[0]


async def desk(*arguments):
    """Run an operator's command as a process of its own; its exit code and the lines it printed itself."""
    command = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "infra.cli", *arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await command.communicate()
    lines = [line for line in said.decode().splitlines() if "temporalio_sdk_core" not in line]
    return command.returncode, lines
