"""The worker process: runs the order workflows and every activity."""

from datetime import timedelta

from temporalio.common import VersioningBehavior, WorkerDeploymentVersion
from temporalio.worker import Worker, WorkerDeploymentConfig
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from activities.registry import Machines, open_machines
from infra.processes.parts import Parts, open_parts, until_stopped, utc_now
from runtime.interceptors import DeskInterceptor
from runtime.settings import Settings, TemporalSettings
from runtime.telemetry import serve_metrics, temporal_runtime
from workflows.order import OrderWorkflow
from workflows.policies import BOOKS_QUEUE_SUFFIX

GRACE = timedelta(seconds=30)
CALLS_PER_DRAFT = 3
"""A look-up, the upsert, and reading back."""
PASSED_THROUGH = ("orders", "workflows")


async def run(settings: Settings) -> None:
    """Work until the process is asked to stop; what is under way gets `GRACE` to end."""
    runtime = temporal_runtime(settings.telemetry, offset=2)
    async with open_parts(settings, "worker", runtime) as parts:
        serve_metrics(settings.telemetry, offset=1)
        async with open_machines(settings, parts, utc_now) as machines:
            orders, books = build_workers(parts, machines)
            async with orders, books:
                await until_stopped()


def build_workers(parts: Parts, machines: Machines) -> tuple[Worker, Worker]:
    """One worker for orders, one for the books, whose rate all workers share."""
    settings = parts.settings
    queue = settings.temporal.task_queue
    orders = Worker(
        parts.client,
        task_queue=queue,
        workflows=[OrderWorkflow],
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
        max_task_queue_activities_per_second=settings.zoho.calls_per_minute / 60 / CALLS_PER_DRAFT,
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
