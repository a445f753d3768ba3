"""A wait that ends by a click and by the clock at once ends as the clicker was told."""

import asyncio
from datetime import UTC, datetime, timedelta

from orders.approval import Ladder, Verb
from support.drive import APPROVER, REQUESTER, Drive
from support.machines import Machines
from support.server import dev_server, workers
from workflows import messages as m
from workflows.order import OrderWorkflow

SOON = Ladder(0.4 / 3600, 0.8 / 3600, 20 / 3600)
"""Reminded and escalated at once; the clock rings after twenty seconds."""


async def test_b027_approve_racing_expiry_ends_as_the_clicker_was_told():
    """Click and clock meet in one task, in both orders, because no worker was there to see either.

    Naive: whoever wakes looks at the clock, and expires what was just approved.
    """
    async with dev_server() as env:
        machines = Machines()
        early, late = (Drive(env.client, env, machines) for _ in range(2))
        async with workers(env.client, machines):
            views = await asyncio.gather(asked(early), asked(late))
        await approve(early)
        rings = max(datetime.fromisoformat(view.deadlines.expire_at) for view in views)
        await asyncio.sleep((rings - datetime.now(UTC) + timedelta(seconds=1)).total_seconds())
        await approve(late)
        async with workers(env.client, machines):
            for drive in (early, late):
                view = await drive.until(lambda view: view.status in ("completed", "expired"))
                told = await drive.handle.query(OrderWorkflow.verdict, "approval")
                assert told.accepted == (view.status == "completed")


async def asked(drive):
    """The order once its approvers were reminded and their managers told."""
    await drive.start(ladder=SOON)
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    return await drive.until(lambda view: view.status == "awaiting_approval" and view.escalated_to)


async def approve(drive):
    decision = m.Decide(decision_id="approval", actor=APPROVER, revision=1, approve=True)
    await drive.handle.signal(OrderWorkflow.decide, decision)
