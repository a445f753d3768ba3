"""Tales of orders that are recorded for replay: what a later build must carry on.

Waits need no recording of their own: `test_corpus` stops every history before each click.
"""

import asyncio
import contextlib
from datetime import timedelta

from temporalio.client import WorkflowFailureError

from orders.approval import Verb
from orders.case import FileFacts, Origin
from orders.errors import (
    BooksAccessDenied,
    BooksRejected,
    BooksThrottled,
    BooksUnavailable,
    ChatUnavailable,
    RecordMissing,
    StoreUnavailable,
    SubscriberUnavailable,
    UnreadableFile,
)
from orders.fixes import Fix, FixKind
from support.drive import APPROVER, MANAGER, REQUESTER, SECOND
from support.machines import fault
from workflows import messages as m
from workflows import ports
from workflows.draft_messages import DraftSeen, Line
from workflows.order import OrderWorkflow
from workflows.outbound import DeliveryWorkflow, OutboundWorkflow, outbound_id
from workflows.posting import Delivery, Due
from workflows.renewal import SyncCatalogue
from workflows.turnstile import TurnstileWorkflow, turnstile_id
from workflows.upkeep import CatalogueWorkflow

FIX = Fix(FixKind.CELL, "Sheet1!D14", "10")
ERP = Delivery(subscription="erp", event_id="evt_1")
BI = Delivery(subscription="bi", event_id="evt_1")
SEEN = ("draft", "open", "invoiced")
OTHER_FILE = m.FileLink(name="better.xlsx", url="https://files.example/2")


async def to_approval(drive):
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)


async def approved(drive, keep):
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER, comment="fine")
    assert await drive.handle.result() == "completed"
    await keep("approved")


async def rejected(drive, keep):
    await to_approval(drive)
    await drive.click(Verb.REJECT, APPROVER, comment="")
    await drive.click(Verb.REJECT, APPROVER, comment="too dear")
    assert await drive.handle.result() == "rejected"
    await keep("rejected")


async def cancelled_early(drive, keep):
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.CANCEL, REQUESTER, comment="wrong file")
    assert await drive.handle.result() == "cancelled"
    await keep("cancelled_early")


async def cancelled_late(drive, keep):
    await to_approval(drive)
    await keep("waiting_approval")
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")
    await keep("undo_window")
    await drive.click(Verb.CANCEL, REQUESTER)
    assert await drive.handle.result() == "cancelled"
    await keep("cancelled_late")


async def cancelled_midway(drive, keep):
    drive.machines.hold["create_draft"] = asyncio.Event()
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.until(lambda _view: "create_draft" in drive.machines.calls)
    await drive.click(Verb.CANCEL, REQUESTER)
    drive.machines.hold["create_draft"].set()
    assert await drive.handle.result() == "cancelled"
    await keep("cancelled_midway")


async def cancelled_while_reading(drive, keep):
    drive.machines.hold["read_workbook"] = asyncio.Event()
    await drive.start()
    await drive.until(lambda _view: "read_workbook" in drive.machines.calls)
    await drive.click(Verb.CANCEL, REQUESTER)
    assert await drive.handle.result() == "cancelled"
    await keep("cancelled_while_reading")


async def corrected_twice(drive, keep):
    drive.machines.plan(ports.check_order, m.Checked(errors=2), m.Checked(errors=1), m.Checked())
    await drive.start()
    for revision in (1, 2):
        await drive.until(
            lambda view, n=revision: view.status == "awaiting_corrections" and view.revision == n
        )
        await drive.click(Verb.CORRECT, REQUESTER, fixes=(FIX,))
    await drive.at("awaiting_review")
    await drive.click(Verb.CORRECT, REQUESTER, fixes=(FIX,))
    await drive.until(lambda view: view.status == "awaiting_review" and view.revision == 4)
    await keep("corrected_twice")


async def undone(drive, keep):
    """A choice that made the file unreadable is taken back; then nothing is left to undo."""
    drive.machines.plan(
        ports.check_order,
        m.Checked(errors=1),
        m.Checked(blockers=1, first_blocker="NO_LINE_ITEMS"),
        m.Checked(errors=1),
    )
    await drive.start()
    await drive.at("awaiting_corrections")
    await drive.click(Verb.CORRECT, REQUESTER, fixes=(FIX,))
    await drive.at("blocked")
    await drive.click(Verb.UNDO, REQUESTER)
    await drive.until(lambda view: view.status == "awaiting_corrections" and view.revision == 3)
    await drive.click(Verb.UNDO, REQUESTER)
    await keep("undone")


async def chosen(drive, keep):
    drive.machines.plan(ports.settle_matches, m.Checked(errors=1), m.Checked())
    await drive.start()
    await drive.at("awaiting_selection")
    await drive.click(Verb.CHOOSE, REQUESTER, choices={"customer": "77"})
    await drive.at("awaiting_review")
    await keep("chosen")


async def priced_by_manager(drive, keep):
    drive.machines.plan(ports.settle_matches, m.Checked(errors=1, guarded=1), m.Checked())
    await drive.start()
    await drive.at("awaiting_selection")
    await drive.click(Verb.CHOOSE, REQUESTER, choices={"price:abc": "sheet"})
    await drive.click(Verb.CHOOSE, MANAGER, choices={"price:abc": "sheet"})
    await drive.at("awaiting_review")
    await keep("priced_by_manager")


async def replaced(drive, keep):
    drive.machines.plan(ports.read_workbook, fault(UnreadableFile))
    await drive.start()
    await drive.at("blocked")
    await drive.click(Verb.REPLACE_FILE, REQUESTER, file=OTHER_FILE)
    await drive.at("awaiting_review")
    await keep("replaced")


async def parked(drive, keep):
    """Both look-ups fail, then one; a person does not wait for the second pause."""
    drive.machines.plan(ports.find_customer, *[fault(BooksUnavailable)] * 4)
    drive.machines.plan(ports.find_items, *[fault(BooksUnavailable)] * 2)
    await drive.start(books_retry_seconds=3)
    await drive.at("queued_for_zoho")
    await drive.until(lambda view: view.error_state and view.error_state.tries == 2)
    await drive.click(Verb.RESUME, REQUESTER)
    await drive.at("awaiting_review")
    await keep("parked")


async def parked_draft(drive, keep):
    drive.machines.plan(ports.create_draft, *[fault(BooksUnavailable)] * 2)
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("queued_for_zoho")
    await drive.click(Verb.RESUME, REQUESTER)
    await drive.at("completed")
    await keep("parked_draft")


async def helped(drive, keep):
    drive.machines.plan(ports.create_draft, fault(BooksRejected))
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("needs_help")
    await drive.click(Verb.RESUME, REQUESTER)
    await drive.at("completed")
    await keep("helped")


async def touched(drive, keep):
    """Cancelled late; a person has confirmed the draft, and is asked before it is voided."""
    drive.machines.plan(ports.undo_draft, m.Undone(how="left"), m.Undone(how="voided"))
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")
    await drive.click(Verb.CANCEL, REQUESTER)
    await drive.until(lambda view: view.draft_asked)
    await keep("touched_asked")
    await drive.click(Verb.RESUME, REQUESTER)
    assert await drive.handle.result() == "cancelled"
    await keep("touched")


async def watched(drive, keep):
    """Looked at until it is invoiced; the books' queue was long before."""
    drive.machines.plan(ports.look_at_draft, *[DraftSeen(state=one) for one in SEEN])
    drive.machines.hold["create_draft"] = asyncio.Event()
    await drive.start(watch_hours=8, undo_hours=0.1)
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.until(lambda _view: "create_draft" in drive.machines.calls)
    await drive.env.sleep(timedelta(seconds=25))
    await drive.at("queued_for_zoho")
    drive.machines.hold.pop("create_draft").set()
    assert await drive.handle.result() == "completed"
    await keep("watched")


async def nobody_to_approve(drive, keep):
    drive.machines.plan(ports.find_crew, m.Crew(managers=("manager-1",)))
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.at("needs_help")
    await drive.click(Verb.RESUME, REQUESTER)
    await drive.at("awaiting_approval")
    await keep("nobody_to_approve")


async def reassigned(drive, keep):
    await to_approval(drive)
    await drive.click(Verb.APPROVE, REQUESTER)
    await drive.click(Verb.REASSIGN, APPROVER, to="approver-9")
    await drive.click(Verb.APPROVE, SECOND)
    await drive.at("completed")
    await keep("reassigned")


async def store_and_chat_down(drive, keep):
    drive.machines.plan(ports.record_events, *[fault(StoreUnavailable)] * 2)
    drive.machines.plan(ports.publish, fault(ChatUnavailable), m.Published(unreachable=("x",)))
    await to_approval(drive)
    await keep("store_and_chat_down")


async def expired(drive, keep):
    await to_approval(drive)
    await drive.env.sleep(timedelta(hours=25))
    await drive.until(lambda view: view.reminded)
    await drive.env.sleep(timedelta(hours=24))
    await drive.until(lambda view: bool(view.escalated_to))
    await drive.env.sleep(timedelta(days=6))
    assert await drive.handle.result() == "expired"
    await keep("expired")


async def escalated_then_approved(drive, keep):
    await to_approval(drive)
    await drive.env.sleep(timedelta(hours=49))
    await drive.until(lambda view: bool(view.escalated_to))
    await drive.click(Verb.APPROVE, MANAGER)
    assert await drive.handle.result() == "completed"
    await keep("escalated_then_approved")


async def never_corrected(drive, keep):
    drive.machines.plan(ports.check_order, m.Checked(errors=1))
    await drive.start()
    await drive.at("awaiting_corrections")
    assert await drive.handle.result() == "expired"
    await keep("never_corrected")


async def continued(drive, keep):
    """The server suggests a new run; the second one waits on and ends well."""
    await to_approval(drive)
    first = (await drive.handle.describe()).run_id
    handle = drive.handle = drive.client.get_workflow_handle(drive.handle.id)
    for number in range(40):
        noise = m.Resume(decision_id=f"noise-{number}", actor=SECOND, revision=1)
        await handle.signal(OrderWorkflow.resume, noise)
    while (await handle.describe()).run_id == first:  # noqa: ASYNC110 - the server tells nobody
        await asyncio.sleep(0.1)
    await keep("continued", run_id=first)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")
    await keep("continued_on")


async def split(drive, keep):
    """A file of three orders: the first goes on here, the others start as orders of their own."""
    drive.machines.plan(ports.check_order, m.Checked(errors=1))
    await drive.start()
    await drive.at("awaiting_corrections")
    file = FileFacts("PO.xlsx", "ab" * 32, 10, "xlsx")
    parts = tuple(
        Origin(drive.handle.id, "K7Q4MP", name, (Fix(FixKind.SPLIT, "", name),), file)
        for name in ("P1", "P2", "P3")
    )
    await drive.click(Verb.SPLIT, REQUESTER, parts=parts)
    await drive.click(Verb.SPLIT, REQUESTER, revision=1, parts=parts)
    await drive.at("awaiting_review")
    await drive.click(Verb.UNDO, REQUESTER)
    await keep("split")


async def split_later(drive, keep):
    """One order of a file was chosen; while it waits for approval, the others are started."""
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.at("awaiting_approval")
    file = FileFacts("PO.xlsx", "ab" * 32, 10, "xlsx")
    parts = tuple(
        Origin(drive.handle.id, "K7Q4MP", name, (Fix(FixKind.SPLIT, "", name),), file)
        for name in ("P2", "P3")
    )
    for actor in (REQUESTER, MANAGER):
        await drive.click(Verb.SPLIT_REST, actor, parts=parts)
    await drive.until(lambda view: len(view.parts) == 2)
    await keep("split_later")


async def through_the_lane(drive, keep):
    drive.machines.plan(ports.freeze_order, m.Frozen(order_hash="h", lane=True, lane_minutes=0.02))
    await drive.start()
    await drive.at("completed")
    await keep("through_the_lane")


async def reported_in_the_lane(drive, keep):
    drive.machines.plan(ports.freeze_order, m.Frozen(order_hash="h", lane=True, lane_minutes=60))
    await drive.start()
    await drive.until(lambda view: bool(view.lane_until))
    await drive.click(Verb.REPORT, REQUESTER)
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)
    await keep("reported_in_the_lane")


async def renewed(drive, keep):
    """The catalogue's copy, renewed at the second try; another run meets an outage to its end."""
    drive.machines.plan(ports.sync_catalogue, fault(BooksUnavailable))
    await drive.run(CatalogueWorkflow.run, SyncCatalogue(full=True), "catalogue-full")
    assert (await drive.handle.result()).customers == 1
    await keep("catalogue_renewed")
    drive.machines.plan(ports.sync_catalogue, fault(BooksAccessDenied))
    await drive.run(CatalogueWorkflow.run, SyncCatalogue(), "catalogue")
    with contextlib.suppress(WorkflowFailureError):
        await drive.handle.result()
    await keep("catalogue_refused")


async def told_outside(drive, keep):
    """Events handed out, a collecting that fails, one event sent and one buried."""
    both = Due(deliveries=(ERP, BI))
    drive.machines.plan(ports.collect_deliveries, both, fault(RecordMissing), Due())
    drive.machines.plan(ports.deliver, fault(SubscriberUnavailable), fault(RecordMissing))
    await drive.run(OutboundWorkflow.run, None, outbound_id("replay"))
    outbound = drive.handle
    await drive.until_called("collect_deliveries", 2)
    drive.machines.hold["collect_deliveries"] = asyncio.Event()
    await drive.env.sleep(timedelta(seconds=40))
    await drive.until_called("collect_deliveries", 3)
    await keep("events_handed_out")
    for one in (ERP, BI):
        drive.handle = drive.client.get_workflow_handle(
            f"delivery-{one.subscription}-{one.event_id}"
        )
        ended = await drive.handle.result()
        await keep(f"event_{ended}")
    await outbound.terminate()
    drive.machines.hold["collect_deliveries"].set()


async def line_of_an_outage(drive, keep):
    """The line asks the books in one run and on in the next; then it lets its one order go."""
    crowded = fault(BooksThrottled, timedelta(seconds=0.2))
    drive.machines.plan(ports.probe_books, *[crowded] * 18)
    await drive.run(TurnstileWorkflow.run, Line(first_pause=0.1), turnstile_id("replay"))
    first = (await drive.handle.describe()).run_id
    await drive.handle.signal(TurnstileWorkflow.join, args=["order-1", "2026-11-21T09:00:00+00:00"])
    handle = drive.handle = drive.client.get_workflow_handle(drive.handle.id)
    while (await handle.describe()).run_id == first:  # noqa: ASYNC110 - the server tells nobody
        await asyncio.sleep(0.1)
    await keep("line_that_is_long", run_id=first)
    while await handle.query(TurnstileWorkflow.waiting):  # noqa: ASYNC110 - the same
        await asyncio.sleep(0.1)
    await asyncio.sleep(1)
    await keep("line_that_moves")
    await handle.terminate()


REAL = (
    rejected, cancelled_early, cancelled_late, cancelled_midway, cancelled_while_reading,
    corrected_twice, undone, chosen, priced_by_manager, replaced, parked, parked_draft, helped,
    nobody_to_approve, reassigned, touched, store_and_chat_down, continued,
    split, split_later, through_the_lane, reported_in_the_lane, line_of_an_outage,
)  # fmt: skip
"""Told on a real server."""

BESIDE_ORDERS = (CatalogueWorkflow, OutboundWorkflow, DeliveryWorkflow, TurnstileWorkflow)
"""Workflows that carry no order."""

SUGGESTED = (continued, line_of_an_outage)
"""Told where the server soon suggests a new run."""

SKIPPING = (
    approved,
    watched,
    renewed,
    told_outside,
    expired,
    escalated_then_approved,
    never_corrected,
)
"""Told where a week takes a second."""
