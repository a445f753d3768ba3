"""Outbound events on a real time-skipping Temporal server, with machines that keep count."""

import asyncio
from collections import Counter

import pytest
from temporalio import activity
from temporalio.worker import Worker

from infra.processes.worker import workflow_runner
from orders.errors import SubscriberUnavailable
from runtime.interceptors import DeskInterceptor
from workflows.outbound import DeliveryWorkflow, OutboundWorkflow
from workflows.posting import Collect, Delivery, Due, Sent

ONE = Delivery(subscription="erp", event_id="evt_1")
OTHER = Delivery(subscription="bi", event_id="evt_1")


class Machine:
    """Offers deliveries until they are taken; `refuse` says how often each is refused first."""

    def __init__(self) -> None:
        self.offered: list[Delivery] = [ONE, OTHER]
        self.refuse: Counter[str] = Counter()
        self.sent: list[Delivery] = []
        self.buried: list[Delivery] = []

    @activity.defn
    async def collect_deliveries(self, _collect: Collect) -> Due:
        if not self.offered:
            await asyncio.sleep(0.2)
        return Due(deliveries=tuple(self.offered))

    @activity.defn
    async def take_deliveries(self, due: Due) -> None:
        self.offered = [one for one in self.offered if one not in due.deliveries]

    @activity.defn
    async def deliver(self, delivery: Delivery) -> Sent:
        if self.refuse[delivery.subscription]:
            self.refuse[delivery.subscription] -= 1
            raise SubscriberUnavailable
        self.sent.append(delivery)
        return Sent(state="delivered")

    @activity.defn
    async def bury_delivery(self, delivery: Delivery) -> Sent:
        self.buried.append(delivery)
        return Sent(state="dead")


@pytest.fixture
async def machine(env):
    made = Machine()
    activities = [made.collect_deliveries, made.take_deliveries, made.deliver, made.bury_delivery]
    async with Worker(
        env.client,
        task_queue="desk",
        workflows=[OutboundWorkflow, DeliveryWorkflow],
        activities=activities,
        interceptors=[DeskInterceptor()],
        workflow_runner=workflow_runner(),
    ):
        yield made


async def test_every_event_is_handed_out_once_and_none_waits_for_another(env, machine):
    machine.refuse["erp"] = 10_000
    await env.client.start_workflow(OutboundWorkflow.run, id="outbound", task_queue="desk")
    for _ in range(100):
        if OTHER in machine.sent and not machine.offered:
            break
        await asyncio.sleep(0.05)
    assert machine.sent == [OTHER]
    await env.client.get_workflow_handle("outbound").terminate()
    slow = env.client.get_workflow_handle("delivery-erp-evt_1")
    machine.refuse.clear()
    assert await slow.result() == "delivered"
    assert machine.sent == [OTHER, ONE]


async def test_what_nobody_takes_for_a_day_is_buried(env, machine):
    machine.refuse["erp"] = 10_000
    ended = await env.client.execute_workflow(
        DeliveryWorkflow.run, ONE, id="delivery", task_queue="desk"
    )
    assert ended == "dead"
    assert machine.buried == [ONE]
    assert 250 < 10_000 - machine.refuse["erp"] < 320
