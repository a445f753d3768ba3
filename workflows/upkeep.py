"""Upkeep by the clock: the shared copy of customers and items, renewed."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows import ports
    from workflows.policies import POLICIES
    from workflows.renewal import SyncCatalogue, Synced


@workflow.defn
class CatalogueWorkflow:
    """One renewal of the copy; schedules start it, `workflows.schedules` says when."""

    @workflow.run
    async def run(self, sync: SyncCatalogue) -> Synced:
        """Renew it. An outage of the books ends the run; the next one tries again."""
        policy = POLICIES[ports.sync_catalogue]
        return await workflow.execute_activity(
            ports.sync_catalogue,
            sync,
            start_to_close_timeout=policy.attempt,
            schedule_to_close_timeout=policy.in_all,
            heartbeat_timeout=policy.heartbeat,
            retry_policy=policy.retry,
        )
