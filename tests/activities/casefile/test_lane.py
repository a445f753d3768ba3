"""The lane's activities: a judgement noted once, a place taken once."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from activities.casefile.lane import Lane
from orders.lane import LaneRules
from orders.laning import STOP
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from tests.orders.test_lane import lane_case
from workflows.messages import CaseRef

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
RULES = LaneRules("100", {"1": Decimal(50)}, daily_cap=1)


async def judged(order_id="o1", store=None, rules=RULES, **changes):
    store = store or MemoryStore()
    case = lane_case(order_id=order_id, **changes)
    await store.save_case(CaseRow(order_id, "K7Q4MP", "t", "sara", "x", "a", "", ""), case)
    lane = Lane(store, lambda: NOW, rules)
    return lane, await lane.judge(case, "hash"), store


async def claim(lane, order_id="o1", revision=1):
    return (await lane.claim_lane(CaseRef(order_id=order_id, revision=revision))).granted


async def test_a_judgement_is_noted_with_what_was_not_met():
    _, report, store = await judged(known_customer=False)
    (entry,) = await store.lane_entries()
    assert (report.mode, entry.unmet, entry.total) == ("report", "customer_known", "50")


async def test_while_the_lane_is_off_nothing_is_noted():
    lane, report, store = await judged(rules=replace(RULES, stage="off"))
    assert report is None
    assert await store.lane_entries() == []
    assert not await claim(lane)


async def test_a_full_day_leaves_no_place_and_a_place_is_kept():
    lane, _, store = await judged()
    other, _, _ = await judged("o2", store)
    assert await claim(lane)
    assert not await claim(other, "o2")
    assert await claim(lane)


async def test_a_stopped_lane_gives_no_place():
    lane, report, store = await judged()
    assert report.mode == "auto"
    await store.set_switch(STOP, "reza")
    assert not await claim(lane)
    await store.set_switch(STOP, "")
    assert await claim(lane)


async def test_an_order_that_moved_on_gets_no_place():
    lane, _, _ = await judged()
    assert not await claim(lane, revision=2)
