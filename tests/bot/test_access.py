"""Refusals in the audit log."""

from datetime import UTC, datetime

from bot.access import CHAIN, AccessLog
from orders.errors import StoreUnavailable
from runtime.storage.memory import MemoryStore
from tests.support.channel import SARA, TENANT

ACTIVITY = {
    "id": "act-1",
    "from": {"aadObjectId": SARA, "name": "Sara"},
    "conversation": {"tenantId": TENANT},
    "text": "secret words",
}


def now():
    return datetime(2026, 11, 21, tzinfo=UTC)


async def records(store):
    return [str(record) async for record in store.audit_records()]


async def test_a_refusal_is_recorded_once_with_its_reason_and_without_words():
    store = MemoryStore()
    access = AccessLog(store, now)
    await access.deny("foreign_tenant", ACTIVITY)
    await access.deny("foreign_tenant", ACTIVITY)
    (record,) = await records(store)
    for part in (CHAIN, "access.denied", "foreign_tenant", SARA, TENANT):
        assert part in record
    assert "secret" not in record
    assert "Sara'" not in record
    await access.deny("channel", ACTIVITY)
    assert len(await records(store)) == 2


async def test_odd_senders_are_recorded_too():
    store = MemoryStore()
    for sender in (None, "29:sara", {}, {"aadObjectId": None}):
        await AccessLog(store, now).deny("foreign_tenant", {"from": sender, "id": str(sender)})
    assert len(await records(store)) == 4


async def test_a_store_that_is_down_raises_nothing_at_the_door():
    class Down:
        async def append_audit(self, entries):
            raise StoreUnavailable

    await AccessLog(Down(), now).deny("channel", ACTIVITY)
