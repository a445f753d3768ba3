"""The worker process: runs the order workflows and every activity."""

from datetime import timedelta

from temporalio.common import (
    VersioningBehavior,
    WorkerDeploymentVersion,
    WorkflowIDConflictPolicy,
)
from temporalio.worker import Worker, WorkerDeploymentConfig
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from activities.registry import Machines, open_machines
from infra.processes.parts import Parts, open_parts, until_stopped, utc_now
from infra.rhythm import rhythm_now
from infra.schedules import put_schedules
from runtime.interceptors import DeskInterceptor
from runtime.settings import Settings, TemporalSettings
from runtime.telemetry import serve_metrics, temporal_runtime
from workflows.draft_messages import Line
from workflows.order import OrderWorkflow
from workflows.outbound import DeliveryWorkflow, OutboundWorkflow, outbound_id
from workflows.policies import BOOKS_QUEUE_SUFFIX
from workflows.turnstile import TurnstileWorkflow, turnstile_id
from workflows.upkeep import CatalogueWorkflow

GRACE = timedelta(seconds=30)
CALLS_PER_ACTIVITY = 3
"""A draft is looked up, written and read back; a note reads comments, attaches and writes one."""
WORKFLOWS = (
    OrderWorkflow,
    TurnstileWorkflow,
    OutboundWorkflow,
    DeliveryWorkflow,
    CatalogueWorkflow,
)
"""Every workflow there is: what workers run and histories are replayed on."""
PASSED_THROUGH = ("orders", "workflows")


async def run(settings: Settings) -> None:
    """Work until the process is asked to stop; what is under way gets `GRACE` to end.

    Raises:
        SettingsError: the books are not named, or a part cannot be reached.
    """
    settings.zoho.require()
    runtime = temporal_runtime(settings.telemetry, offset=2)
    async with open_parts(settings, "worker", runtime) as parts:
        serve_metrics(settings.telemetry, offset=1)
        async with open_machines(settings, parts, utc_now) as machines:
            orders, books = build_workers(parts, machines)
            rhythm = await rhythm_now(parts.store, settings.catalogue)
            await put_schedules(parts.client, rhythm, settings.temporal.task_queue)
            async with orders, books:
                await open_line(parts)
                await tell_subscribers(parts)
                await until_stopped()


async def open_line(parts: Parts) -> None:
    """Start the line of orders that wait for the books, unless it is there."""
    queue = parts.settings.temporal.task_queue
    await parts.client.start_workflow(
        TurnstileWorkflow.run,
        Line(first_pause=parts.settings.policy.books_retry_seconds / 2),
        id=turnstile_id(queue),
        task_queue=queue,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
    )


async def tell_subscribers(parts: Parts) -> None:
    """See that the one workflow of outbound events runs, where anybody is subscribed."""
    settings = parts.settings
    if settings.webhooks.file:
        await parts.client.start_workflow(
            OutboundWorkflow.run,
            id=outbound_id(settings.temporal.task_queue),
            task_queue=settings.temporal.task_queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        )


def build_workers(parts: Parts, machines: Machines) -> tuple[Worker, Worker]:
    """One worker for orders, one for the books, whose rate all workers share."""
    settings = parts.settings
    queue = settings.temporal.task_queue
    orders = Worker(
        parts.client,
        task_queue=queue,
        workflows=WORKFLOWS,
        activities=machines.activities,
        workflow_runner=workflow_runner(),
        interceptors=[DeskInterceptor()],
        graceful_shutdown_timeout=GRACE,
        deployment_config=deployment_of(settings.temporal),
    )
    books = Worker(
        parts.client,
        task_queue=f"{queue}{BOOKS_QUEUE_SUFFIX}",
        activities=machines.books,
        interceptors=[DeskInterceptor()],
        graceful_shutdown_timeout=GRACE,
        max_concurrent_activities=8,
        max_task_queue_activities_per_second=settings.zoho.calls_per_minute
        / 60
        / CALLS_PER_ACTIVITY,
    )
    return orders, books


def workflow_runner() -> SandboxedWorkflowRunner:
    """The sandbox, with our own pure rooms passed through: importing them per run is slow."""
    return SandboxedWorkflowRunner(
        restrictions=SandboxRestrictions.default.with_passthrough_modules(*PASSED_THROUGH)
    )


def deployment_of(settings: TemporalSettings) -> WorkerDeploymentConfig | None:
    """Worker versioning, where a build id says which build this is."""
    if not settings.build_id:
        return None
    return WorkerDeploymentConfig(
        version=WorkerDeploymentVersion("order-desk", settings.build_id),
        use_worker_versioning=True,
        default_versioning_behavior=VersioningBehavior.AUTO_UPGRADE,
    )
