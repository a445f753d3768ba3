"""An order that waits through a deployment is carried on by the new build."""

import asyncio

import pytest
from replay.mutants import MORE, Patched
from temporalio.api.enums.v1 import WorkflowTaskFailedCause
from temporalio.api.workflowservice.v1 import (
    DescribeWorkerDeploymentRequest,
    SetWorkerDeploymentCurrentVersionRequest,
)
from temporalio.client import WorkflowExecutionStatus
from temporalio.service import RPCError

from orders.approval import Verb
from support.drive import APPROVER, REQUESTER, Drive
from support.machines import Machines
from support.server import dev_server, workers
from workflows import messages as m
from workflows.order import OrderWorkflow

NOT_OURS = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR


@pytest.fixture
async def env():
    async with dev_server() as env:
        yield env


async def make_current(client, build_id):
    """What an operator does last when a build is rolled out: `temporal worker deployment …`."""
    request = SetWorkerDeploymentCurrentVersionRequest(
        namespace=client.namespace,
        deployment_name="order-desk",
        build_id=build_id,
        identity="operator",
    )
    for _ in range(100):
        try:
            await client.workflow_service.set_worker_deployment_current_version(request)
        except RPCError:
            await asyncio.sleep(0.1)
        else:
            return
    raise AssertionError(f"{build_id} never polled")


async def versions_of(client):
    found = await client.workflow_service.describe_worker_deployment(
        DescribeWorkerDeploymentRequest(namespace=client.namespace, deployment_name="order-desk")
    )
    summaries = found.worker_deployment_info.version_summaries
    return {one.deployment_version.build_id for one in summaries}


async def to_approval(drive):
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)


def approval_of(drive):
    return m.Decide(decision_id="approval", actor=APPROVER, revision=1, approve=True)


async def stuck(handle):
    """Return when the server has kept a task that this build could not replay."""
    for _ in range(100):
        for event in (await handle.fetch_history()).events:
            if event.workflow_task_failed_event_attributes.cause == NOT_OURS:
                return
        await asyncio.sleep(0.1)
    raise AssertionError("the bad build went through")


async def test_f33_an_order_begun_on_one_build_ends_on_the_next(env):
    """Under PINNED it would wait for a worker that is gone; AUTO_UPGRADE moves it."""
    drive = Drive(env.client, env, Machines())
    async with workers(env.client, drive.machines, build_id="v1"):
        await make_current(env.client, "v1")
        await to_approval(drive)
    async with workers(env.client, drive.machines, build_id="v2"):
        await make_current(env.client, "v2")
        assert (await drive.click(Verb.APPROVE, APPROVER)).accepted
        view = await drive.at("completed")
    assert view.draft.number == "SO-00001"
    info = (await drive.handle.describe()).raw_description.workflow_execution_info
    assert info.versioning_info.deployment_version.build_id == "v2"
    assert await versions_of(env.client) == {"v1", "v2"}


async def test_f33_a_bad_build_leaves_the_order_running_and_a_rollback_ends_it(env):
    drive = Drive(env.client, env, Machines())
    async with workers(env.client, drive.machines):
        await to_approval(drive)
    async with workers(env.client, drive.machines, workflow=MORE["checks"]):
        await drive.handle.signal(OrderWorkflow.decide, approval_of(drive))
        await stuck(drive.handle)
        described = await drive.handle.describe()
        assert described.status is WorkflowExecutionStatus.RUNNING
        assert "create_draft" not in drive.machines.calls
    async with workers(env.client, drive.machines):
        await drive.at("completed")
    assert drive.machines.calls.count("create_draft") == 1


async def test_f33_a_patched_build_ends_old_orders_and_begins_new_ones(env):
    old = Drive(env.client, env, Machines())
    async with workers(env.client, old.machines):
        await to_approval(old)
    async with workers(env.client, old.machines, workflow=Patched):
        assert (await old.click(Verb.APPROVE, APPROVER)).accepted
        await old.at("completed")
        assert old.machines.calls.count("freeze_order") == 1
        new = Drive(env.client, env, old.machines)
        await to_approval(new)
        assert old.machines.calls.count("freeze_order") == 3
