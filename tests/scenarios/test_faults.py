"""Workers that die, in every step and all at once: one draft each, nothing lost.

By hand, with two hundred orders and a minute without workers: ``F02_ORDERS=200 F02_SECONDS=60
./desk test tests/scenarios/test_faults.py -k f02``.
"""

import asyncio
import os
import sys
import time
from pathlib import Path

import pytest

from support.breaking import acquaint, books_reached, last_serial, start, start_doomed, without
from support.crowd import Crowd
from support.facts import eventually, orders_named
from support.road import Road, Walk

pytestmark = pytest.mark.asyncio(loop_scope="session")

BEFORE_PEOPLE = (
    "open_case",
    "receive_file",
    "read_workbook",
    "ask_committee",
    "check_order",
    "find_customer",
    "find_items",
    "settle_matches",
    "freeze_order",
    "record_events",
    "publish",
)
ON_THE_WAY = ("find_crew", "create_draft", "finish_audit")
ON_DEMAND = ("record_answers", "undo_draft")
WRONG = (("BW-1001", "Trail Backpack 30L Green", "ten", "49.90"),)
ORDERS = int(os.environ.get("F02_ORDERS", "6"))
AWAY = int(os.environ.get("F02_SECONDS", "5"))
AGAIN = 30
"""Seconds after which a desk is to be normal again; tests allow a busy machine twice that."""


@pytest.mark.parametrize("when", ["before", "after"])
async def test_f01_a_worker_killed_in_every_step_at_once_loses_and_doubles_nothing(
    frail: Road, when: str
):
    """Sixteen orders hang in the sixteen activities, one each, when the worker is killed.

    Naive: a create that is repeated without looking first doubles the order of `create_draft`.
    """
    await frail.stack.children.kill("worker")
    notes = await start_doomed(frail, when, (*BEFORE_PEOPLE, *ON_THE_WAY, *ON_DEMAND))
    early = [await frail.drop() for _ in BEFORE_PEOPLE]
    await hanging(notes, *BEFORE_PEOPLE)
    late = [await frail.drop() for _ in ON_THE_WAY]
    wrong, gone = await frail.drop(lines=WRONG), await frail.drop()
    people = [asyncio.create_task(slowly(walk).to_draft()) for walk in late]
    await correct(wrong)
    await hanging(notes, *ON_THE_WAY, "record_answers")
    await slowly(gone).to_draft()
    await gone.cancel()
    await hanging(notes, "undo_draft")
    await frail.stack.children.kill("worker")
    began = time.monotonic()
    await start(frail, "worker")
    await asyncio.gather(*(reach(walk, "awaiting_review", AGAIN * 2) for walk in (*early, wrong)))
    sys.stdout.write(f"F01 {when}: all on their way after {time.monotonic() - began:.0f} s\n")
    await asyncio.gather(slowly(wrong).to_draft(), *people)
    for walk in (*late, wrong):
        assert len(await walk.drafts()) == 1
    await reach(gone, "cancelled")
    assert await gone.drafts() == []


async def test_f01_a_worker_killed_while_the_books_answer_makes_one_draft(frail: Road):
    """Naive: what was sent and not answered is sent again, and two drafts stand."""
    await acquaint(frail)
    walk = await frail.drop()
    await walk.to_approval()
    await frail.books_fault("slow", seconds="3", method="PUT", path="salesorders")
    serial = await last_serial(frail)
    await walk.press("approve", "omid")
    await books_reached(frail, "PUT", "salesorders", serial)
    # The head of the request has arrived: its body must be with the books, too, before the kill.
    await asyncio.sleep(1)
    async with without(frail, "worker"):
        await eventually(walk.drafts, lambda drafts: len(drafts) == 1)
    await walk.says("SO-", seconds=AGAIN * 2)
    assert len(await walk.drafts()) == 1


@pytest.mark.timeout(300 + 12 * ORDERS)
async def test_f02_all_workers_dead_with_orders_in_flight_drains_to_one_draft_each(
    frail: Road,
):
    """Naive: what only a worker's memory queued is gone with it."""
    # Nobody presses "Try now": the orders go on by themselves.
    crowd = Crowd(frail, (("sara", ("submit",)), ("omid", ("approve",))))
    # At least one step is surely under way when the workers die.
    await frail.stack.children.kill("worker")
    notes = await start_doomed(frail, "before", ("read_workbook",))
    await crowd.drop(ORDERS // 2)
    await hanging(notes, "read_workbook")
    async with without(frail, "worker"):
        await crowd.drop(ORDERS // 2)
        await asyncio.sleep(AWAY)
    await crowd.until_drafted(250 + 10 * ORDERS)
    own = sorted(walk.po_number for walk in crowd.walks)
    made = [one["reference_number"] for one in await frail.drafts()]
    assert sorted(one for one in made if one in own) == own


def slowly(walk: Walk) -> Walk:
    """The same walk, looking at the chat less often: many at once are a load of their own."""
    walk.pause, walk.patience = 1.0, 200
    return walk


async def correct(walk: Walk) -> None:
    card = await walk.offers("correct")
    (name,) = [name for name in card.inputs if name.startswith("fix/")]
    await walk.road.chat.click("sara", card, "correct", {name: "10"})


async def reach(walk: Walk, status: str, seconds: float = 60) -> None:
    await eventually(
        lambda: orders_named(walk.road, walk.name),
        lambda found: [one for *_, one in found] == [status],
        seconds,
    )


async def hanging(notes: Path, *steps: str) -> None:
    """Return when an order hangs in each of these steps."""
    await eventually(
        lambda: set(steps) - {one.name for one in notes.iterdir()}, lambda left: not left, AGAIN * 4
    )
