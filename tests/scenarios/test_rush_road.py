"""A rush over the whole road: files, cards, clicks, approvals and drafts, nothing left out.

By hand, two hundred orders at books that allow 100 calls a minute, on a clock four times as fast:
``RUSH_ORDERS=200 RUSH_SCALE=4 ./desk test tests/scenarios/test_rush_road.py -o timeout=0 -s``.
"""

import asyncio
import json
import sys
import time

import pytest

from orders.case import Status
from support.breaking import books_log, last_serial
from support.crowd import Crowd
from support.facts import rows
from support.road import Road
from tests.support.rush import AT_ONCE, ORDERS, moved

pytestmark = pytest.mark.asyncio(loop_scope="session")

COUNT = ORDERS or 6
PATIENCE = 60.0
"""Seconds until all are drafts, and ten more for each."""


async def test_f13_a_rush_of_whole_orders_ends_as_drafts_in_order_without_a_storm(metered: Road):
    """Every order waits for its turn at the books where people see it, and gets it in order."""
    crowd, before, began = Crowd(metered), await last_serial(metered), time.monotonic()
    await crowd.drop(COUNT)
    dropped = time.monotonic() - began
    waiting: list[int] = []
    watch = asyncio.create_task(_watch(crowd, waiting))
    await crowd.until_drafted(PATIENCE + 10 * COUNT)
    watch.cancel()
    calls = [one for one in await books_log(metered) if one["serial"] > before]
    refused = sum(one["status"] == 429 for one in calls)
    drafts = {one["reference_number"]: one["salesorder_number"] for one in await metered.drafts()}
    places = moved([drafts[po_number] for po_number in _approved(metered)])
    told = f"{len(calls)} calls, {refused} refused, moved by {max(places)}, in line {max(waiting)}"
    took = f"dropped in {dropped:.0f} s, drafts after {time.monotonic() - began:.0f} s"
    sys.stdout.write(f"\n{COUNT} orders {took}: {told}\n")
    assert len(drafts) == len(await metered.drafts()) == COUNT
    assert refused * 100 < len(calls), told
    # Eight are in work at once, and as many may be on their way from the click to the queue.
    assert max(places) <= 2 * AT_ONCE, told


async def _watch(crowd: Crowd, waiting: list[int]) -> None:
    """Note again and again how many orders say that they wait for their turn."""
    while True:
        statuses = [status for _, status in crowd.left().values()]
        waiting.append(statuses.count(Status.QUEUED_FOR_ZOHO))
        await asyncio.sleep(1)


def _approved(road: Road) -> list[str]:
    """The PO numbers of all orders, in the order of their approvals."""
    query = "SELECT body, title FROM audit JOIN cases USING (order_id) ORDER BY seq"
    told = [(json.loads(body)["event_type"], title) for body, title in rows(road, query)]
    return [title.removesuffix(".csv") for kind, title in told if kind == "approval.granted"]
