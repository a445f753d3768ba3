"""A time-skipping Temporal server and workers whose every task replays."""

from collections.abc import AsyncIterator

import pytest
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from runtime.temporal import register_attributes
from support.drive import Drive, binary
from support.machines import Machines
from workflows.attributes import KEYS
from workflows.order import OrderWorkflow
from workflows.policies import BOOKS_QUEUE_SUFFIX
from workflows.turnstile import TurnstileWorkflow


@pytest.fixture(scope="session")
def test_server() -> str:
    return binary("temporal-test-server")


@pytest.fixture
async def env(test_server: str) -> AsyncIterator[WorkflowEnvironment]:
    async with await WorkflowEnvironment.start_time_skipping(
        test_server_existing_path=test_server, data_converter=pydantic_data_converter
    ) as env:
        await register_attributes(env.client, KEYS)
        yield env


@pytest.fixture
async def drive(env: WorkflowEnvironment) -> AsyncIterator[Drive]:
    machines = Machines()
    activities = machines.activities()
    runner = SandboxedWorkflowRunner(
        restrictions=SandboxRestrictions.default.with_passthrough_modules("orders", "workflows")
    )
    async with (
        Worker(
            env.client,
            task_queue="desk",
            workflows=[OrderWorkflow, TurnstileWorkflow],
            activities=activities,
            workflow_runner=runner,
            max_cached_workflows=0,
        ),
        Worker(env.client, task_queue=f"desk{BOOKS_QUEUE_SUFFIX}", activities=activities),
    ):
        yield Drive(env.client, env, machines)
