"""The audit of the servers for operators, over the store in memory."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from orders.errors import StoreUnavailable
from runtime.storage.memory import MemoryStore
from runtime.trail import Trail

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Clock:
    now = NOON

    def __call__(self):
        return self.now


class Down(MemoryStore):
    async def append_audit(self, entries):
        raise StoreUnavailable


async def bodies(store):
    return [json.loads(record.body) async for record in store.audit_records()]


async def test_every_deed_is_an_entry_of_its_own_with_the_servers_facts():
    store = MemoryStore()
    trail = Trail(store, "ops", Clock(), {"namespace": "desk"})
    for _ in range(2):
        await trail.note("sam", "ops.order_viewed", order="K7Q4MP")
    first, second = await bodies(store)
    assert first["key"] != second["key"]
    assert (first["order_id"], first["event_type"]) == ("ops", "ops.order_viewed")
    assert first["actor"]["id"] == "sam"
    assert first["data"] == {"namespace": "desk", "order": "K7Q4MP"}


async def test_a_refusal_is_kept_once_a_minute_for_each_person_and_reason():
    store, clock = MemoryStore(), Clock()
    trail = Trail(store, "ops", clock)
    for who, reason in (("", "token"), ("", "token"), ("sam", "form")):
        await trail.refused(reason, who)
    clock.now += timedelta(minutes=1)
    await trail.refused("token")
    assert [one["data"]["reason"] for one in await bodies(store)] == ["token", "form", "token"]


async def test_without_a_store_nothing_is_done_unnoted_and_refusing_goes_on():
    trail = Trail(Down(), "ops", Clock())
    await trail.refused("token")
    with pytest.raises(StoreUnavailable):
        await trail.note("sam", "ops.order_viewed")
