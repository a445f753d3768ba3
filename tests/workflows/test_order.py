"""The road of one order, on a real time-skipping Temporal server."""

import asyncio
from datetime import datetime, timedelta

import pytest
from temporalio.client import WorkflowQueryFailedError
from temporalio.service import RPCError

from orders.approval import Actor, Refusal, Verb
from orders.errors import (
    BooksAccessDenied,
    BooksRejected,
    BooksUnavailable,
    ChatUnavailable,
    LinkExpired,
    RecordMissing,
    StoreUnavailable,
    UnreadableFile,
)
from orders.fixes import Fix, FixKind
from orders.roles import Role
from support.drive import APPROVER, MANAGER, REQUESTER, SECOND
from support.machines import fault
from workflows import messages as m
from workflows import ports
from workflows.order import OrderWorkflow


async def to_approval(drive):
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.at("awaiting_approval")


async def test_an_order_goes_from_file_to_draft(drive):
    await drive.start()
    await drive.at("awaiting_review")
    assert (await drive.click(Verb.SUBMIT, REQUESTER)).accepted
    await drive.at("awaiting_approval")
    assert (await drive.click(Verb.APPROVE, APPROVER)).accepted
    view = await drive.at("completed")
    assert view.draft.number == "SO-00001"
    assert view.progress == (9, 9)
    assert await drive.handle.result() == "completed"
    assert drive.machines.calls.count("create_draft") == 1
    types = drive.machines.event_types
    assert types[0] == "case.created"
    assert (
        types.index("approval.granted")
        < types.index("draft.created")
        < types.index("case.completed")
    )
    assert drive.machines.views[-1].status == "completed"


async def test_a_rejected_order_ends_without_a_draft(drive):
    await to_approval(drive)
    verdict = await drive.click(Verb.REJECT, APPROVER, comment="")
    assert verdict.refusal is Refusal.COMMENT_NEEDED
    assert (await drive.click(Verb.REJECT, APPROVER, comment="too dear")).accepted
    assert await drive.handle.result() == "rejected"
    view = await drive.handle.query(OrderWorkflow.status)
    assert (view.decision.name, view.decision.comment) == ("Omid", "too dear")
    assert "create_draft" not in drive.machines.calls


async def test_corrections_are_checked_again_until_nothing_blocks(drive):
    drive.machines.plan(ports.check_order, m.Checked(errors=2), m.Checked(errors=1), m.Checked())
    await drive.start()
    for answered in (1, 2):
        view = await drive.until(
            lambda view, n=answered: view.status == "awaiting_corrections" and view.revision == n
        )
        fix = Fix(FixKind.CELL, "Sheet1!D14", "10")
        assert (await drive.click(Verb.CORRECT, REQUESTER, fixes=(fix,))).accepted
    view = await drive.at("awaiting_review")
    assert view.revision == 3
    assert [answers.revision for answers in drive.machines.answers] == [2, 3]
    assert drive.machines.calls.count("check_order") == 3


async def test_a_choice_settles_customer_and_items(drive):
    drive.machines.plan(ports.settle_matches, m.Checked(errors=1), m.Checked())
    await drive.start()
    await drive.at("awaiting_selection")
    assert (await drive.click(Verb.CHOOSE, REQUESTER, choices={"customer": "77"})).accepted
    await drive.at("awaiting_review")
    assert drive.machines.answers[0].choices == {"customer": "77"}
    assert drive.machines.calls.count("find_items") == 2


async def test_an_answer_that_blocked_the_order_can_be_undone(drive):
    blocked = m.Checked(blockers=1, first_blocker="NO_LINE_ITEMS")
    drive.machines.plan(ports.check_order, m.Checked(errors=1), blocked, m.Checked(errors=1))
    await drive.start()
    await drive.at("awaiting_corrections")
    await drive.click(Verb.CORRECT, REQUESTER, fixes=(Fix(FixKind.SHEET, "", "Old"),))
    assert (await drive.at("blocked")).answers == 1
    assert (await drive.click(Verb.UNDO, REQUESTER)).accepted
    view = await drive.until(lambda view: view.status == "awaiting_corrections")
    assert (view.answers, view.revision, view.error_state) == (0, 3, None)
    assert [answers.undo for answers in drive.machines.answers] == [False, True]
    assert (await drive.click(Verb.UNDO, REQUESTER)).refusal == "nothing_to_undo"


async def test_a_correction_during_review_is_checked_from_the_start(drive):
    await drive.start()
    await drive.at("awaiting_review")
    fix = Fix(FixKind.FIELD, "po_number", "PO-1")
    await drive.click(Verb.CORRECT, REQUESTER, fixes=(fix,))
    view = await drive.until(lambda view: view.status == "awaiting_review" and view.revision == 2)
    assert drive.machines.calls.count("check_order") == 2
    assert view.revision == 2


async def test_reminder_escalation_and_expiry_come_in_order(drive):
    await to_approval(drive)
    opened = (await drive.handle.query(OrderWorkflow.status)).deadlines
    began = datetime.fromisoformat(opened.remind_at) - timedelta(hours=24)
    assert datetime.fromisoformat(opened.escalate_at) == began + timedelta(hours=48)
    assert datetime.fromisoformat(opened.expire_at) == began + timedelta(days=7)
    await drive.env.sleep(timedelta(hours=25))
    await drive.until(lambda view: view.reminded and not view.escalated_to)
    await drive.env.sleep(timedelta(hours=24))
    await drive.until(lambda view: view.escalated_to == ("manager-1",))
    assert ("reminder", ("approver-1", "approver-2")) in drive.machines.fresh
    assert ("escalation", ("approver-1", "approver-2", "manager-1")) in drive.machines.fresh
    await drive.env.sleep(timedelta(days=6))
    assert await drive.handle.result() == "expired"
    assert "wait.timed_out" in drive.machines.event_types
    assert "create_draft" not in drive.machines.calls
    verdict = await drive.handle.query(OrderWorkflow.status)
    assert verdict.status == "expired"
    with pytest.raises(RPCError):
        await drive.click(Verb.APPROVE, APPROVER)


async def test_a_manager_may_decide_once_it_was_escalated(drive):
    await to_approval(drive)
    refused = await drive.click(Verb.APPROVE, MANAGER)
    assert refused.refusal is Refusal.NOT_ALLOWED
    await drive.env.sleep(timedelta(hours=49))
    await drive.until(lambda view: bool(view.escalated_to))
    assert (await drive.click(Verb.APPROVE, MANAGER)).accepted
    await drive.at("completed")


async def test_an_escalated_review_gives_its_manager_no_right_to_approve(drive):
    """Who was told that a review stands still was not asked for the decision."""
    await drive.start()
    await drive.at("awaiting_review")
    await drive.env.sleep(timedelta(hours=49))
    await drive.until(lambda view: view.escalated_to == ("manager-1",))
    await drive.click(Verb.SUBMIT, REQUESTER)
    assert (await drive.at("awaiting_approval")).escalated_to == ()
    assert (await drive.click(Verb.APPROVE, MANAGER)).refusal is Refusal.NOT_ALLOWED


async def test_managers_whose_answer_is_missing_are_reminded_too(drive):
    drive.machines.plan(ports.settle_matches, m.Checked(errors=1, guarded=1))
    await drive.start()
    await drive.at("awaiting_selection")
    await drive.env.sleep(timedelta(hours=25))
    await drive.until(lambda view: view.reminded)
    assert ("reminder", ("requester-1", "manager-1")) in drive.machines.fresh


async def test_a_wait_for_corrections_expires_too(drive):
    drive.machines.plan(ports.check_order, m.Checked(errors=1))
    await drive.start()
    await drive.at("awaiting_corrections")
    assert await drive.handle.result() == "expired"
    assert drive.machines.fresh[0] == ("reminder", ("requester-1",))


async def test_corrections_do_not_restart_the_clock(drive):
    drive.machines.plan(ports.check_order, m.Checked(errors=1), m.Checked(errors=1))
    await drive.start()
    before = (await drive.at("awaiting_corrections")).deadlines.expire_at
    await drive.env.sleep(timedelta(hours=5))
    await drive.click(Verb.CORRECT, REQUESTER)
    view = await drive.until(lambda v: v.status == "awaiting_corrections" and v.revision == 2)
    assert view.deadlines.expire_at == before


async def test_a_bad_file_waits_for_another_one(drive):
    drive.machines.plan(ports.read_workbook, fault(UnreadableFile))
    await drive.start()
    view = await drive.at("blocked")
    assert view.error_state.kind == "UnreadableFile"
    assert view.waiting_for == "file"
    new = m.FileLink(name="better.xlsx", url="https://files.example/2")
    assert (await drive.click(Verb.REPLACE_FILE, REQUESTER, file=new)).accepted
    view = await drive.at("awaiting_review")
    assert view.error_state is None
    assert drive.machines.calls.count("receive_file") == 2


async def test_a_blocking_issue_blocks_with_its_code(drive):
    drive.machines.plan(ports.check_order, m.Checked(blockers=1, first_blocker="NO_HEADER_ROW"))
    await drive.start()
    assert (await drive.at("blocked")).error_state.kind == "NO_HEADER_ROW"


async def test_an_expired_link_is_final_and_asks_for_the_file(drive):
    drive.machines.plan(ports.receive_file, fault(LinkExpired))
    await drive.start()
    assert (await drive.at("blocked")).error_state.kind == "LinkExpired"
    assert drive.machines.calls.count("receive_file") == 1


async def test_cancelling_early_leaves_nothing(drive):
    await drive.start()
    await drive.at("awaiting_review")
    assert (await drive.click(Verb.CANCEL, REQUESTER, comment="wrong file")).accepted
    assert await drive.handle.result() == "cancelled"
    assert "undo_draft" not in drive.machines.calls
    assert "case.cancelled" in drive.machines.event_types


async def test_cancelling_late_deletes_the_draft(drive):
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")
    assert drive.machines.drafts
    assert (await drive.click(Verb.CANCEL, REQUESTER)).accepted
    assert await drive.handle.result() == "cancelled"
    assert not drive.machines.drafts
    assert drive.machines.event_types[-2:] == ["draft.undone", "case.cancelled"]


async def test_after_the_undo_window_a_cancel_comes_too_late(drive):
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    assert await drive.handle.result() == "completed"
    view = await drive.handle.query(OrderWorkflow.status)
    assert not view.can_cancel


async def test_cancelling_while_a_machine_works_stops_the_machine(drive):
    drive.machines.hold["read_workbook"] = asyncio.Event()
    await drive.start()
    await drive.until(lambda _view: "read_workbook" in drive.machines.calls)
    assert (await drive.click(Verb.CANCEL, REQUESTER)).accepted
    assert await drive.handle.result() == "cancelled"


async def test_cancelling_during_draft_creation_takes_the_draft_back(drive):
    drive.machines.hold["create_draft"] = asyncio.Event()
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.until(lambda _view: "create_draft" in drive.machines.calls)
    assert (await drive.click(Verb.CANCEL, REQUESTER)).accepted
    drive.machines.hold["create_draft"].set()
    assert await drive.handle.result() == "cancelled"
    assert not drive.machines.drafts
    assert "undo_draft" in drive.machines.calls


@pytest.mark.parametrize("error", [BooksUnavailable, BooksAccessDenied])
async def test_an_outage_of_the_books_parks_the_order_and_heals_by_itself(drive, error):
    """Refused access is one: whoever renews it sets all orders going, and presses on none."""
    drive.machines.plan(ports.find_customer, *[fault(error)] * 4)
    await drive.start()
    view = await drive.at("queued_for_zoho")
    assert view.waiting_for == "books"
    assert view.error_state.kind == error.__name__
    assert view.error_state.next_try_at
    await drive.env.sleep(timedelta(minutes=20))
    view = await drive.at("awaiting_review")
    assert view.error_state is None


async def test_try_now_ends_the_pause(drive):
    drive.machines.plan(ports.find_customer, *[fault(BooksUnavailable)] * 2)
    await drive.start()
    await drive.at("queued_for_zoho")
    assert (await drive.click(Verb.RESUME, REQUESTER)).accepted
    await drive.at("awaiting_review")


async def test_an_outage_after_approval_makes_one_draft(drive):
    drive.machines.plan(ports.create_draft, *[fault(BooksUnavailable)] * 2)
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("queued_for_zoho")
    await drive.env.sleep(timedelta(minutes=5))
    await drive.at("completed")
    assert len(drive.machines.drafts) == 1
    assert "draft.queued" in drive.machines.event_types


async def test_an_endless_outage_is_handed_to_a_person(drive):
    drive.machines.plan(ports.find_items, *[fault(BooksUnavailable)] * 400)
    await drive.start(books_give_up_hours=3)
    await drive.at("queued_for_zoho")
    await drive.env.sleep(timedelta(hours=6))
    view = await drive.at("needs_help")
    assert view.waiting_for == "help"
    drive.machines.script["find_items"].clear()
    assert (await drive.click(Verb.RESUME, REQUESTER)).accepted
    await drive.at("awaiting_review")


async def test_a_refusal_of_the_books_is_not_retried_but_handed_over(drive):
    drive.machines.plan(ports.create_draft, fault(BooksRejected))
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    view = await drive.at("needs_help")
    assert view.error_state.kind == "BooksRejected"
    assert drive.machines.calls.count("create_draft") == 1
    assert (await drive.click(Verb.CANCEL, REQUESTER)).accepted
    assert await drive.handle.result() == "cancelled"


async def test_a_chat_that_is_down_stops_no_order(drive):
    drive.machines.plan(ports.publish, *[fault(ChatUnavailable)] * 3)
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")


async def test_nobody_to_approve_is_handed_to_a_person(drive):
    drive.machines.plan(ports.find_crew, m.Crew(managers=("manager-1",)))
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    assert (await drive.at("needs_help")).error_state.kind == "NoApprover"
    await drive.click(Verb.RESUME, REQUESTER)
    await drive.at("awaiting_approval")


async def test_a_decision_can_be_handed_to_somebody_else(drive):
    await to_approval(drive)
    assert (await drive.click(Verb.REASSIGN, APPROVER, to="approver-9")).accepted
    view = await drive.handle.query(OrderWorkflow.status)
    assert view.approvers == ("approver-2", "approver-9")
    refused = await drive.click(Verb.APPROVE, APPROVER)
    assert refused.refusal is Refusal.NOT_ALLOWED
    stranger = Actor("approver-9", REQUESTER.tenant_id, "Nika", "approver-9", APPROVER.roles)
    assert (await drive.click(Verb.APPROVE, stranger)).accepted


async def test_b021_nobody_approves_an_order_of_their_own(drive):
    """The naive version compared object ids only; a second account of the same person passed."""
    await to_approval(drive)
    both = frozenset({Role.REQUESTER, Role.APPROVER})
    own = Actor("requester-1", REQUESTER.tenant_id, "Sara", "requester-1", both)
    second_account = Actor("approver-1", REQUESTER.tenant_id, "Sara", "requester-1", both)
    for actor in (own, second_account):
        assert (await drive.click(Verb.APPROVE, actor)).refusal is Refusal.OWN_ORDER
    assert "access.denied" in drive.machines.event_types or await drive.until(
        lambda _view: "access.denied" in drive.machines.event_types
    )


async def test_b023_a_double_click_and_fifty_clicks_are_one_decision(drive):
    await to_approval(drive)
    verdicts = await asyncio.gather(
        *(drive.click(Verb.APPROVE, APPROVER, revision=1) for _ in range(50))
    )
    assert all(verdict.accepted for verdict in verdicts)
    assert len({verdict.at for verdict in verdicts}) == 1
    await drive.at("completed")
    assert drive.machines.event_types.count("approval.granted") == 1


async def test_b024_of_two_who_decide_at_once_one_wins_and_the_other_learns_who(drive):
    await to_approval(drive)
    one, other = await asyncio.gather(
        drive.click(Verb.APPROVE, APPROVER, revision=1),
        drive.click(Verb.REJECT, SECOND, revision=1, comment="no"),
    )
    assert one.accepted != other.accepted
    loser, winner = (other, "Omid") if one.accepted else (one, "Mina")
    assert (loser.refusal, loser.by) == (Refusal.DECIDED, winner)


async def test_b026_an_approval_of_an_older_revision_is_refused(drive):
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.CORRECT, REQUESTER, fixes=(Fix(FixKind.FIELD, "po_number", "2"),))
    await drive.until(lambda view: view.status == "awaiting_review" and view.revision == 2)
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.at("awaiting_approval")
    stale = await drive.click(Verb.APPROVE, APPROVER, revision=1)
    assert stale.refusal is Refusal.STALE
    assert (await drive.click(Verb.APPROVE, APPROVER, revision=2)).accepted


@pytest.mark.parametrize("first", [Verb.APPROVE, Verb.CANCEL])
async def test_b027_approve_racing_cancel_ends_as_both_were_told(drive, first):
    await to_approval(drive)
    clicks = [
        drive.click(Verb.APPROVE, APPROVER, revision=1),
        drive.click(Verb.CANCEL, REQUESTER, revision=1),
    ]
    approve, cancel = await asyncio.gather(*(clicks if first is Verb.APPROVE else clicks[::-1]))
    if first is Verb.CANCEL:
        approve, cancel = cancel, approve
    assert cancel.accepted
    assert approve.accepted or approve.refusal is Refusal.DECIDED
    assert await drive.handle.result() == "cancelled"
    assert not drive.machines.drafts


async def test_a_decision_at_the_last_second_counts(drive):
    await to_approval(drive)
    await drive.env.sleep(timedelta(days=7) - timedelta(seconds=2))
    assert (await drive.click(Verb.APPROVE, APPROVER)).accepted
    await drive.at("completed")


async def test_a_store_that_is_down_is_tried_until_it_is_back(drive):
    drive.machines.plan(ports.record_events, *[fault(StoreUnavailable)] * 2)
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")
    assert drive.machines.event_types.count("approval.granted") == 1


async def test_an_audit_that_refuses_is_tried_again_before_anything_is_drafted(drive):
    drive.machines.plan(ports.record_events, fault(RecordMissing), fault(RecordMissing))
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.env.sleep(timedelta(minutes=5))
    await drive.at("completed")
    types = drive.machines.event_types
    assert types.index("approval.granted") < types.index("draft.created")


async def test_a_stranger_of_another_tenant_is_refused(drive):
    await to_approval(drive)
    stranger = Actor(APPROVER.object_id, "tenant-2", "Omid", "approver-1", APPROVER.roles)
    assert (await drive.click(Verb.APPROVE, stranger)).refusal is Refusal.UNKNOWN_PERSON


async def test_refused_clicks_make_room_for_the_one_that_counts(drive):
    await to_approval(drive)
    handle = drive.handle
    for number in range(205):
        await handle.signal(
            OrderWorkflow.resume,
            m.Resume(decision_id=f"noise-{number}", actor=REQUESTER, revision=1),
        )
    assert await handle.query(OrderWorkflow.verdict, "noise-0") is None
    last = await handle.query(OrderWorkflow.verdict, "noise-204")
    assert last.refusal is Refusal.NOT_NOW
    assert (await drive.click(Verb.APPROVE, APPROVER)).accepted
    with pytest.raises((RPCError, WorkflowQueryFailedError)):
        await handle.query("no_such_query")


async def test_an_answer_for_a_manager_calls_the_managers_once_and_counts_from_them_only(drive):
    waiting = m.Checked(errors=1, guarded=1)
    drive.machines.plan(ports.settle_matches, waiting, waiting, m.Checked())
    await drive.start()
    await drive.at("awaiting_selection")
    choices = {"price:abc": "sheet"}
    refused = await drive.click(Verb.CHOOSE, REQUESTER, choices=choices)
    assert refused.refusal is Refusal.MANAGER_NEEDED
    assert (await drive.click(Verb.CHOOSE, MANAGER, choices=choices)).accepted
    await drive.until(lambda view: view.status == "awaiting_selection" and view.revision == 2)
    assert (await drive.click(Verb.CHOOSE, MANAGER, choices=choices)).accepted
    await drive.at("awaiting_review")
    assert [people for _, people in drive.machines.fresh] == [("manager-1",)]
    assert drive.machines.event_types.count("manager.asked") == 1
    assert drive.machines.answers[0].by == "manager-1"
    chosen = [one for one in drive.machines.events if one.event_type == "selection.submitted"]
    assert [one.data["answers"] for one in chosen] == ["price:abc=sheet"] * 2
