"""A rush at the books: everybody's draft is made, in order of arrival, without a storm of 429s.

By hand, as a rush of 200 orders at books that allow 100 calls a minute, ten times as fast:
``RUSH_ORDERS=200 RUSH_SCALE=10 ./desk test tests/scenarios/test_rush.py -s``.
"""

import asyncio
from dataclasses import replace

from temporalio.worker import Worker

from infra.processes.worker import CALLS_PER_ACTIVITY, workflow_runner
from orders.draft import order_key
from runtime.interceptors import DeskInterceptor
from support.server import dev_server
from tests.support.books import ORDERS as CREATES
from tests.support.books import WRITES, order_for, standin
from tests.support.rush import ALLOWED, AT_ONCE, ORDERS, USED, Rush, RushWorkflow, moved
from workflows.policies import BOOKS_QUEUE_SUFFIX

COUNT = ORDERS or 16
PARTITIONS = ("matching.numTaskqueueReadPartitions", "matching.numTaskqueueWritePartitions")
"""As `infra/temporal/dynamic.yaml` and the embedded server have it for the books' queue."""


async def test_f13_a_rush_ends_as_drafts_in_order_of_arrival_without_a_storm():
    with standin() as zoho:
        zoho.tell("limits", minute=ALLOWED)
        names = [f"rush-{number:03}" for number in range(COUNT)]
        sample = await order_for(zoho)
        orders = {name: _as(sample, name) for name in names}
        zoho.tell("log", "DELETE")
        for lost in (COUNT // 4, COUNT // 2):
            zoho.fault("drop_after_commit", method=WRITES, path=CREATES, skip=lost)
        async with dev_server(**dict.fromkeys(PARTITIONS, 1)) as env:
            books = zoho.books()
            numbers = await _rush(env.client, Rush(books, orders), names)
            await books.close()
        calls = [one["status"] for one in zoho.log()]
        told = f"{len(calls)} calls, {calls.count(429)} refused, moved {moved(numbers)}"
        print(f"\n{COUNT} orders: {told}")  # noqa: T201 - what a rush by hand is for
        assert len(zoho.orders()) == len(set(numbers)) == COUNT
        assert calls.count(429) * 100 < len(calls), told
        # Eight are in work at once, so a place or two within them is nobody's loss.
        assert max(moved(numbers)) <= AT_ONCE, told


async def _rush(client, rush, names):
    """Every order's draft number, in order of arrival."""
    rate = USED / 60 / CALLS_PER_ACTIVITY
    async with (
        Worker(
            client, task_queue="desk", workflows=[RushWorkflow], workflow_runner=workflow_runner()
        ),
        Worker(
            client,
            task_queue=f"desk{BOOKS_QUEUE_SUFFIX}",
            activities=[rush.create, rush.annotate],
            interceptors=[DeskInterceptor()],
            max_concurrent_activities=AT_ONCE,
            max_task_queue_activities_per_second=rate,
        ),
    ):
        handles = [
            await client.start_workflow(RushWorkflow.run, name, id=name, task_queue="desk")
            for name in names
        ]
        return await asyncio.gather(*(handle.result() for handle in handles))


def _as(sample, name):
    key = order_key("tenant", sample.organization_id, name)
    return replace(sample, order_id=name, order_key=key, po_number=f"PO-{name}")
