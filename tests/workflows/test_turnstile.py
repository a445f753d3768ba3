"""Orders that wait for the books go on in the order in which they came, without help."""

from datetime import timedelta

from orders.approval import Verb
from orders.errors import BooksQuotaSpent, BooksUnavailable
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
    assert await line.query(TurnstileWorkflow.waiting) == ("order-9", "order-5")
    await drive.env.sleep(timedelta(seconds=60 + 120 + 240 + 300 + 30))
    for order in orders:
        await order.at("completed")
    assert drive.machines.calls.count("probe_books") == 4
    assert drive.machines.order_of_drafts == ["order-9", "order-5"]
    assert await line.query(TurnstileWorkflow.waiting) == ()


async def test_without_a_line_an_order_tries_again_by_itself_and_says_when(drive):
    spent = fault(BooksQuotaSpent, timedelta(hours=9))
    drive.machines.plan(ports.create_draft, spent)
    order = await parked(drive, 1)
    view = await order.at("queued_for_zoho")
    assert view.error_state.kind == "BooksQuotaSpent"
    assert view.error_state.next_try_at > view.error_state.since
    await drive.env.sleep(timedelta(hours=13))
    await order.at("completed")
