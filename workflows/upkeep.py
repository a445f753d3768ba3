"""Upkeep by the clock: the shared copy of customers and items, renewed."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows import ports
    from workflows.calling import start
    from workflows.renewal import SyncCatalogue, Synced


@workflow.defn
class CatalogueWorkflow:
    """One renewal of the copy; schedules start it, `workflows.schedules` says when."""

    @workflow.run
    async def run(self, sync: SyncCatalogue) -> Synced:
        """Renew it. An outage of the books ends the run; the next one tries again."""
        return await start(ports.sync_catalogue, sync)
