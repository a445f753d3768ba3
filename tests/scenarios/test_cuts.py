"""Workers that lose their line or freeze, and come back: one draft, whoever made it."""

import asyncio

import pytest

from support.breaking import (
    Wire,
    acquaint,
    books_reached,
    freeze,
    last_serial,
    start,
    start_worker_through,
    thaw,
    without,
)
from support.road import Road, Walk

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONG = 90


async def asked(road: Road) -> Walk:
    """An order that an approver is asked about."""
    walk = await road.drop()
    await walk.to_approval()
    return walk


async def approved_into(walk: Walk, method: str, seconds: int) -> None:
    """Approve, and return while the books take their time over this request."""
    road, serial = walk.road, await last_serial(walk.road)
    await road.books_fault("slow", seconds=str(seconds), method=method, path="salesorders")
    await walk.press("approve", "omid")
    await books_reached(road, method, "salesorders", serial)


async def test_f30_a_worker_cut_off_from_temporal_makes_one_draft(frail: Road):
    """Naive: the work is done, the answer never arrives, and the next try does it again."""
    walk = await asked(frail)
    async with Wire(frail.stack.ports.temporal).open() as wire, without(frail, "worker"):
        try:
            await start_worker_through(frail, "cut", DESK_TEMPORAL_ADDRESS=f"127.0.0.1:{wire.port}")
            await acquaint(frail)
            await approved_into(walk, "PUT", 2)
            wire.cut()
            await asyncio.sleep(14)
            assert len(await walk.drafts()) == 1
            wire.mend()
            await walk.says("SO-", seconds=LONG)
        finally:
            await frail.stack.children.kill("cut")
    assert len(await walk.drafts()) == 1


async def test_f31_a_worker_cut_off_from_the_books_one_way_makes_one_draft_each(frail: Road):
    """Up: the request waits and arrives long after its worker gave up. Down: only the answer does.

    Naive: what was not answered in time is taken for not done, and is done again.
    """
    up, down = await asked(frail), await asked(frail)
    async with Wire(frail.stack.ports.books).open() as wire, without(frail, "worker"):
        settings = {
            "DESK_ZOHO_API_URL": f"http://127.0.0.1:{wire.port}/books/v3",
            "DESK_ZOHO_TIMEOUT_SECONDS": "1",
        }
        try:
            await start_worker_through(frail, "cut", **settings)
            for way, walk in (("up", up), ("down", down)):
                await asyncio.sleep(4)
                wire.cut(way)
                await walk.press("approve", "omid")
                await asyncio.sleep(4)
                wire.mend()
                await walk.says("SO-", seconds=LONG)
        finally:
            await frail.stack.children.kill("cut")
    for walk in (up, down):
        assert len(await walk.drafts()) == 1


async def test_f32_a_worker_frozen_before_and_inside_the_send_makes_one_draft_each(frail: Road):
    """Another worker takes over past the time-out; the frozen one wakes and goes on.

    One order stops inside its send, the other before it: that one has looked, has found nothing,
    and would send what was sent meanwhile. Naive: looking before creating, without a key that the
    books keep unique, doubles it.
    """
    await acquaint(frail)
    inside, before = await asked(frail), await asked(frail)
    await approved_into(before, "GET", 12)
    await approved_into(inside, "PUT", 8)
    freeze(frail, "worker")
    frozen = frail.stack.children.running.pop("worker")
    frail.stack.children.running["frozen"] = frozen
    try:
        await start(frail, "worker")
        for walk in (inside, before):
            await walk.says("SO-", seconds=LONG)
        thaw(frail, "frozen")
        await asyncio.sleep(4)
        assert frozen.returncode is None
    finally:
        await frail.stack.children.kill("frozen")
    for walk in (inside, before):
        assert len(await walk.drafts()) == 1
