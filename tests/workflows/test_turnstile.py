"""Orders that wait for the books go on in the order in which they came, without help."""

import asyncio
from datetime import timedelta

import pytest

from orders.approval import Verb
from orders.errors import BooksQuotaSpent, BooksThrottled, BooksUnavailable
from support.drive import APPROVER, REQUESTER, Drive
from support.machines import fault
from workflows import ports
from workflows.draft_messages import Line
from workflows.turnstile import TurnstileWorkflow, turnstile_id


async def parked(drive, number):
    order = Drive(drive.client, drive.env, drive.machines)
    await order.start(order_id=f"order-{number}", books_retry_seconds=40_000)
    await order.at("awaiting_review")
    await order.click(Verb.SUBMIT, REQUESTER)
    await order.until(lambda view: view.status == "awaiting_approval" and view.approvers)
    await order.click(Verb.APPROVE, APPROVER)
    await order.at("queued_for_zoho")
    return order


async def test_one_probe_asks_for_all_and_the_line_moves_in_order_of_arrival(drive):
    drive.machines.plan(ports.create_draft, *[fault(BooksUnavailable)] * 4)
    drive.machines.plan(ports.probe_books, *[fault(BooksUnavailable)] * 3)
    line = await drive.client.start_workflow(
        TurnstileWorkflow.run, Line(first_pause=60), id=turnstile_id("desk"), task_queue="desk"
    )
    # Ids sort against the arrival, so that only the moment of the trouble can tell.
    orders = [await parked(drive, number) for number in (9, 5)]
    await asyncio.sleep(0.5)
    assert await line.query(TurnstileWorkflow.waiting) == ("order-9", "order-5")
    await drive.env.sleep(timedelta(seconds=60 + 120 + 240 + 300 + 30))
    for order in orders:
        await order.at("completed")
    assert drive.machines.calls.count("probe_books") == 4
    assert drive.machines.order_of_drafts == ["order-9", "order-5"]
    assert await line.query(TurnstileWorkflow.waiting) == ()


async def test_who_names_a_time_is_asked_again_at_it_and_no_later(drive):
    """Naive: every refusal of a crowded minute doubled the pause, up to five minutes."""
    busy = fault(BooksThrottled, timedelta(seconds=60))
    drive.machines.plan(ports.create_draft, busy)
    drive.machines.plan(ports.probe_books, *[busy] * 4)
    await drive.client.start_workflow(
        TurnstileWorkflow.run, Line(first_pause=60), id=turnstile_id("desk"), task_queue="desk"
    )
    order = await parked(drive, 1)
    await drive.env.sleep(timedelta(seconds=5 * 60 + 30))
    await order.at("completed")


async def test_without_a_line_an_order_tries_again_by_itself_and_says_when(drive):
    spent = fault(BooksQuotaSpent, timedelta(hours=9))
    drive.machines.plan(ports.create_draft, spent)
    order = await parked(drive, 1)
    view = await order.at("queued_for_zoho")
    assert view.error_state.kind == "BooksQuotaSpent"
    assert view.error_state.next_try_at > view.error_state.since
    await drive.env.sleep(timedelta(hours=13))
    await order.at("completed")


@pytest.mark.parametrize(("hours", "count"), [(1, 2), (24, 1)])
async def test_f14_after_an_outage_of_hours_every_order_ends_as_a_draft_without_help(
    drive, hours, count
):
    """The short one is waited out in line; the long one is announced, and there is no line.

    Naive: retries that give up leave orders for people, or fail their workflows.
    """
    if hours == 1:
        await drive.client.start_workflow(
            TurnstileWorkflow.run, Line(first_pause=240), id=turnstile_id("desk"), task_queue="desk"
        )
    drive.machines.books_pause = timedelta(hours=7) if hours == 24 else None
    now = await drive.env.get_current_time()
    drive.machines.books_down_until = now + timedelta(hours=hours)
    orders = [await parked(drive, number) for number in range(count)]
    # One long sleep would outlast the time-out of its own call.
    for _ in range(hours + 8):
        await drive.env.sleep(timedelta(hours=1))
    for order in orders:
        await order.at("completed")
    assert len(drive.machines.drafts) == count
    assert "case.handed_over" not in drive.machines.event_types
