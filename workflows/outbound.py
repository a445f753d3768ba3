"""Telling subscribers what happens to orders: collect, hand out, send."""

from datetime import timedelta

from temporalio import workflow
from temporalio.exceptions import ActivityError, WorkflowAlreadyStartedError
from temporalio.workflow import ParentClosePolicy

with workflow.unsafe.imports_passed_through():
    from workflows import ports
    from workflows.calling import start
    from workflows.posting import Collect, Delivery, Due

OUTBOUND = "outbound-events"
ROUNDS = 200
"""So many rounds in one run; then the workflow goes on in a new one with a short history."""
PAUSE = timedelta(seconds=30)


def outbound_id(task_queue: str) -> str:
    """The one workflow of a desk; ids carry the task queue, so that desks share a namespace."""
    return f"{OUTBOUND}-{task_queue}"


@workflow.defn
class OutboundWorkflow:
    """One per desk: hands every new event to a workflow of its own, so that none waits for another."""

    @workflow.run
    async def run(self) -> None:
        """Collect and hand out, without end."""
        for _ in range(ROUNDS):
            try:
                due = await start(ports.collect_deliveries, Collect())
                await self._hand_out(due)
            except ActivityError:
                workflow.logger.error("events were not collected; it is tried again")
                await workflow.sleep(PAUSE)
        workflow.continue_as_new()

    async def _hand_out(self, due: Due) -> None:
        """Start a delivery for each, then note that they are under way; a repeat starts nothing."""
        for one in due.deliveries:
            try:
                await workflow.start_child_workflow(
                    DeliveryWorkflow.run,
                    one,
                    id=f"delivery-{one.subscription}-{one.event_id}",
                    parent_close_policy=ParentClosePolicy.ABANDON,
                )
            except WorkflowAlreadyStartedError:
                continue
        if due.deliveries:
            await start(ports.take_deliveries, due)


@workflow.defn
class DeliveryWorkflow:
    """One event to one subscriber: tried from a second to five minutes apart, for a day."""

    @workflow.run
    async def run(self, delivery: Delivery) -> str:
        """Send it, or keep it as a dead letter; how it ended."""
        try:
            return (await start(ports.deliver, delivery)).state
        except ActivityError:
            return (await start(ports.bury_delivery, delivery)).state
