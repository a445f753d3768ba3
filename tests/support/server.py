"""A real Temporal development server, and workers made as the desk makes its own."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from temporalio.client import Client, HeaderCodecBehavior
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.converter import DataConverter
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from infra.processes.worker import deployment_of, workflow_runner
from runtime.interceptors import DeskInterceptor
from runtime.settings import TemporalSettings
from support.drive import binary
from support.machines import Machines
from workflows.attributes import KEYS
from workflows.order import OrderWorkflow
from workflows.policies import BOOKS_QUEUE_SUFFIX

SUGGEST = "limit.historyCount.suggestContinueAsNew"
"""The server's setting: from how many events on it suggests to continue as new."""


@contextlib.asynccontextmanager
async def dev_server(
    folder: Path | None = None,
    converter: DataConverter = pydantic_data_converter,
    **dynamic: int,
) -> AsyncIterator[WorkflowEnvironment]:
    """One server for one test; with a folder it keeps its database there."""
    extra: list[str] = []
    for name, value in dynamic.items():
        extra += ["--dynamic-config-value", f"{name}={value}"]
    async with await WorkflowEnvironment.start_local(
        data_converter=converter,
        dev_server_existing_path=binary("temporal"),
        dev_server_database_filename=str(folder / "temporal.db") if folder else None,
        dev_server_log_level="error",
        dev_server_extra_args=extra,
        search_attributes=KEYS,
    ) as env:
        yield env


async def another_client(env: WorkflowEnvironment, converter: DataConverter, *more: Any) -> Client:
    """A client with its own converter and interceptors, as each process of the desk has one."""
    return await Client.connect(
        env.client.service_client.config.target_host,
        data_converter=converter,
        interceptors=more,
        header_codec_behavior=HeaderCodecBehavior.CODEC,
    )


@contextlib.asynccontextmanager
async def workers(
    client: Client,
    machines: Machines,
    *,
    workflow: type = OrderWorkflow,
    also: tuple[type, ...] = (),
    build_id: str = "",
    cached: int = 0,
) -> AsyncIterator[None]:
    """The desk's two workers around scripted machines; without a cache every task replays."""
    activities = machines.activities()
    async with (
        Worker(
            client,
            task_queue="desk",
            workflows=[workflow, *also],
            activities=activities,
            workflow_runner=workflow_runner(),
            interceptors=[DeskInterceptor()],
            max_cached_workflows=cached,
            deployment_config=deployment_of(TemporalSettings(build_id=build_id)),
        ),
        Worker(
            client,
            task_queue=f"desk{BOOKS_QUEUE_SUFFIX}",
            activities=activities,
            interceptors=[DeskInterceptor()],
        ),
    ):
        yield
