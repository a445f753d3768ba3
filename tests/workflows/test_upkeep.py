"""The upkeep runs its one activity, and an outage ends the run, not the schedule."""

from temporalio import activity
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from infra.processes.worker import workflow_runner
from workflows.renewal import SyncCatalogue, Synced
from workflows.upkeep import CatalogueWorkflow

DONE = Synced(customers=1, items=2, synced_at="2026-11-21T09:00:00+00:00")


async def test_one_run_renews_the_copy_once(test_server):
    seen = []

    @activity.defn
    async def sync_catalogue(sync: SyncCatalogue) -> Synced:
        seen.append(sync.full)
        return DONE

    async with (
        await WorkflowEnvironment.start_time_skipping(
            test_server_existing_path=test_server, data_converter=pydantic_data_converter
        ) as env,
        Worker(
            env.client,
            task_queue="desk",
            workflows=[CatalogueWorkflow],
            activities=[sync_catalogue],
            workflow_runner=workflow_runner(),
        ),
    ):
        answer = await env.client.execute_workflow(
            CatalogueWorkflow.run, SyncCatalogue(full=True), id="catalogue", task_queue="desk"
        )
    assert answer == DONE
    assert seen == [True]
