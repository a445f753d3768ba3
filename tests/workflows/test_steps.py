"""Steps that people meet at an awkward moment."""

import asyncio
from datetime import timedelta

from orders.approval import Refusal, Verb
from orders.case import Status
from orders.errors import BooksUnavailable, DeskError, StoreUnavailable
from orders.fixes import Fix, FixKind
from support.drive import APPROVER, REQUESTER
from support.machines import fault
from workflows import messages as m
from workflows import ports
from workflows.order import OrderWorkflow
from workflows.steps import OVER, STEPS

FIX = Fix(FixKind.FIELD, "po_number", "PO-1")


async def to_review(drive, **changes):
    await drive.start(**changes)
    await drive.at("awaiting_review")


async def test_a_correction_while_the_crew_is_looked_up_comes_too_late(drive):
    """The naive road still showed the review: the correction was accepted and never written."""
    drive.machines.hold["find_crew"] = asyncio.Event()
    await to_review(drive)
    assert (await drive.click(Verb.SUBMIT, REQUESTER)).accepted
    await drive.at("checking")
    late = await drive.click(Verb.CORRECT, REQUESTER, fixes=(FIX,))
    assert late.refusal is Refusal.NOT_NOW
    drive.machines.hold["find_crew"].set()
    assert (await drive.at("awaiting_approval")).revision == 1


async def test_a_correction_beside_the_send_button_is_checked_before_anyone_is_asked(drive):
    """Both clicks arrive before the workflow wakes up; both were accepted, so both count."""
    await to_review(drive)
    common = {"actor": REQUESTER, "revision": 1}
    await asyncio.gather(
        drive.handle.signal(OrderWorkflow.submit, m.Submit(decision_id="a", **common)),
        drive.handle.signal(
            OrderWorkflow.correct, m.Correct(decision_id="b", fixes=(FIX,), **common)
        ),
    )
    verdicts = [await drive.handle.query(OrderWorkflow.verdict, key) for key in ("a", "b")]
    view = await drive.until(lambda view: view.status in ("awaiting_review", "awaiting_approval"))
    if verdicts[1].accepted:
        await drive.until(lambda view: view.status == "awaiting_review" and view.revision == 2)
        assert [answers.fixes for answers in drive.machines.answers] == [(FIX,)]
    else:
        assert verdicts[0].accepted
        assert view.revision == 1


async def test_a_file_replaced_during_corrections_starts_the_road_and_the_clock_again(drive):
    drive.machines.plan(ports.check_order, m.Checked(errors=1), m.Checked(errors=1))
    await drive.start()
    before = await drive.at("awaiting_corrections")
    await drive.env.sleep(timedelta(hours=1))
    new = m.FileLink(name="better.xlsx", url="https://files.example/2")
    await drive.click(Verb.REPLACE_FILE, REQUESTER, file=new)
    view = await drive.until(lambda v: v.status == "awaiting_corrections" and v.revision == 2)
    assert view.deadlines.expire_at > before.deadlines.expire_at
    assert drive.machines.calls.count("receive_file") == 2


async def test_an_order_cancelled_while_the_books_are_down_is_not_tried_again(drive):
    drive.machines.plan(ports.find_customer, *[fault(BooksUnavailable)] * 9)
    await drive.start()
    await drive.at("queued_for_zoho")
    tries = drive.machines.calls.count("find_customer")
    await drive.click(Verb.CANCEL, REQUESTER)
    assert await drive.handle.result() == "cancelled"
    assert drive.machines.calls.count("find_customer") == tries


async def test_an_undo_that_meets_an_outage_waits_and_ends(drive):
    drive.machines.plan(ports.undo_draft, *[fault(BooksUnavailable)] * 2)
    await to_review(drive)
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")
    await drive.click(Verb.CANCEL, REQUESTER)
    assert await drive.handle.result() == "cancelled"
    assert "draft.undone" in drive.machines.event_types


async def test_a_draft_that_a_person_touched_stays(drive):
    drive.machines.plan(ports.undo_draft, m.Undone(how="left"))
    await to_review(drive)
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")
    await drive.click(Verb.CANCEL, REQUESTER)
    await drive.until(lambda view: view.draft_asked)
    await drive.click(Verb.KEEP_DRAFT, REQUESTER)
    assert await drive.handle.result() == "cancelled"
    view = await drive.handle.query(OrderWorkflow.status)
    assert view.draft.number == "SO-00001"


async def test_people_may_try_again_as_often_as_it_takes(drive):
    """And the second "try again" at the same revision counts like the first."""
    drive.machines.plan(ports.check_order, *[fault(DeskError)] * 2)
    await drive.start()
    view = await drive.at("needs_help")
    assert view.error_state.message
    await drive.click(Verb.RESUME, REQUESTER)
    await drive.until(
        lambda view: view.status == "needs_help" and drive.machines.calls.count("check_order") == 2
    )
    await drive.click(Verb.RESUME, REQUESTER)
    assert (await drive.at("awaiting_review")).error_state is None


async def test_both_machines_may_fail_at_once(drive):
    drive.machines.plan(ports.find_customer, *[fault(StoreUnavailable)] * 2)
    drive.machines.plan(ports.find_items, *[fault(BooksUnavailable)] * 2)
    await drive.start()
    await drive.env.sleep(timedelta(minutes=30))
    view = await drive.until(lambda view: view.status in ("awaiting_review", "needs_help"))
    if view.status == "needs_help":
        await drive.click(Verb.RESUME, REQUESTER)
    await drive.at("awaiting_review")


async def test_readers_whom_no_message_reaches_are_in_the_audit(drive):
    drive.machines.plan(ports.publish, m.Published(unreachable=("requester-1",)))
    await to_review(drive)
    await drive.until(lambda _view: "card.unreachable" in drive.machines.event_types)


async def test_a_chat_that_stays_down_stops_no_order(drive):
    stuck = fault(DeskError)
    drive.machines.plan(ports.publish, *[stuck] * 40)
    await to_review(drive)


def test_the_road_is_complete():
    assert next(iter(STEPS)) == "open_case"
    assert OVER not in STEPS
    assert all(step.__name__ == name for name, step in STEPS.items())
    assert Status.COMPLETED
