"""Keepers: they end with the block, and one that breaks ends it."""

import asyncio

import pytest
from temporalio.api.enums.v1 import EventType

from support.drive import Drive
from workflows import messages as m
from workflows import ports
from workflows.keeping import kept


async def forever(log=None):
    try:
        await asyncio.Event().wait()
    finally:
        if log is not None:
            log.append("ended")


async def test_keepers_end_with_the_block_and_its_own_end_is_its_own():
    log = []
    async with kept(forever(log), forever(log)):
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert log == ["ended", "ended"]
    with pytest.raises(LookupError):
        async with kept(forever()):
            raise LookupError


async def test_a_keeper_that_breaks_ends_the_block_with_its_error():
    async def breaks():
        raise ValueError("x")

    with pytest.raises(RuntimeError) as told:
        async with kept(forever(), breaks()):
            await asyncio.Event().wait()
    assert isinstance(told.value.__cause__, ValueError)


async def test_a_pause_that_no_clock_has_fails_the_task_where_people_see_it(
    drive: Drive,
):
    """Naive: a line in a log, and an order whose cards and audit stand still for ever."""
    drive.machines.plan(ports.publish, m.Published(held=("requester-1",), pause=1e300))
    await drive.start()
    for _ in range(600):
        history = await drive.handle.fetch_history()
        if any(e.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED for e in history.events):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("the workflow's task never failed")
