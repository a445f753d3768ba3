"""From an audit record to a taken event, a dead letter, or a subscriber who has gone."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from activities.webhooks.post import Post
from activities.webhooks.steps import ENDED, Webhooks
from orders.chain import AuditEntry
from orders.delivery import DEAD, DELIVERED, GONE, NEW, TAKEN
from orders.errors import SubscriberUnavailable
from orders.outbound import Subscription
from runtime.storage.memory import MemoryStore
from tests.activities.webhooks.test_post import SECRET, receiver  # noqa: F401 - a fixture
from workflows.posting import Collect, Due

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@dataclass
class Listed:
    """Subscribers as a file would list them."""

    known: tuple[Subscription, ...]


def entry(key, kind="draft.created"):
    return AuditEntry("o-1", key, kind, NOW.isoformat(), data={"number": "SO-1"}, tenant_id="t")


async def desk(url):
    store = MemoryStore()
    await store.append_audit([entry("0")])
    to = Subscription("erp", url, SECRET, frozenset({"order.drafted"}))
    hooks = Webhooks(store, Post(allow_loopback=True), Listed((to,)), lambda: NOW, pause=0.01)
    assert await hooks.collect_deliveries(Collect(seconds=0.01)) == Due()
    return hooks, store


async def due(hooks, store, *keys):
    await store.append_audit([entry(key) for key in keys])
    return (await hooks.collect_deliveries(Collect(seconds=0.05))).deliveries


async def test_what_happens_from_now_on_is_told_once(receiver):  # noqa: F811 - a fixture
    hooks, store = await desk(receiver.url)
    await store.append_audit([entry("1", "access.denied")])
    (one,) = await due(hooks, store, "2")
    assert await hooks.collect_deliveries(Collect(seconds=0.01)) == Due(deliveries=(one,))
    await hooks.take_deliveries(Due(deliveries=(one,)))
    assert await hooks.collect_deliveries(Collect(seconds=0.01)) == Due()
    assert (await hooks.deliver(one)).state == DELIVERED
    assert len(receiver.heard) == 1
    assert [e.state for e in await store.deliveries((DELIVERED, TAKEN, NEW))] == [DELIVERED]


async def test_a_subscriber_who_has_gone_hears_nothing_more(receiver):  # noqa: F811 - a fixture
    hooks, store = await desk(receiver.url)
    receiver.answers = [410]
    first, second = await due(hooks, store, "1", "2")
    assert (await hooks.deliver(first)).state == GONE
    assert await store.switch(f"{ENDED}erp")
    assert (await hooks.deliver(second)).state == DEAD
    await store.append_audit([entry("3")])
    await hooks.collect_deliveries(Collect(seconds=0.01))
    assert len(receiver.heard) == 1


async def test_nobody_took_it_and_it_is_kept(receiver):  # noqa: F811 - a fixture
    hooks, store = await desk(receiver.url)
    receiver.answers = [500]
    (one,) = await due(hooks, store, "1")
    with pytest.raises(SubscriberUnavailable):
        await hooks.deliver(one)
    assert (await hooks.bury_delivery(one)).state == DEAD
    (dead,) = await store.deliveries((DEAD,))
    assert "does not answer" in dead.note
    await store.move_delivery("erp", dead.event_id, NEW)
    assert (await hooks.collect_deliveries(Collect(seconds=0.05))).deliveries == (one,)
    assert (await hooks.deliver(one)).state == DELIVERED
