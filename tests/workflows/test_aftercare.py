"""After the draft: the note on it, the watch over it, and the question before it goes."""

from datetime import timedelta

import pytest

from orders.approval import Verb
from orders.case import DraftRef
from orders.errors import BooksRejected, BooksUnavailable
from support.drive import APPROVER, MANAGER, REQUESTER, SECOND
from support.machines import fault
from workflows import messages as m
from workflows import ports
from workflows.draft_messages import DraftSeen


async def completed(drive, **changes):
    await drive.start(**changes)
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")


async def test_the_draft_is_annotated_once_and_watched_ever_less_often(drive):
    drive.machines.plan(ports.look_at_draft, DraftSeen(state="draft"), fault(BooksUnavailable))
    drive.machines.plan(ports.look_at_draft, *[DraftSeen(state="open")] * 9)
    await completed(drive, undo_hours=1, watch_hours=6)
    assert await drive.handle.result() == "completed"
    view = drive.machines.views[-1]
    assert view.draft == DraftRef("1", "SO-00001", state="open")
    assert not view.can_cancel
    assert drive.machines.calls.count("annotate_draft") == 1
    assert drive.machines.calls.count("look_at_draft") in range(5, 9)
    assert drive.machines.event_types.count("draft.seen") == 1
    assert "draft.annotated" in drive.machines.event_types


async def test_what_is_invoiced_is_told_and_needs_no_more_watching(drive):
    drive.machines.plan(ports.look_at_draft, DraftSeen(state="invoiced"))
    await completed(drive, undo_hours=24, watch_hours=24)
    assert await drive.handle.result() == "completed"
    assert drive.machines.calls.count("look_at_draft") == 1
    assert drive.machines.views[-1].draft.state == "invoiced"


async def test_a_note_that_cannot_be_written_stops_nothing(drive):
    drive.machines.plan(ports.annotate_draft, fault(BooksRejected))
    await completed(drive, undo_hours=1)
    assert await drive.handle.result() == "completed"
    assert "look_at_draft" not in drive.machines.calls


@pytest.mark.parametrize("verb", [Verb.RESUME, Verb.KEEP_DRAFT])
async def test_a_touched_draft_is_asked_about_before_it_goes(drive, verb):
    drive.machines.plan(ports.undo_draft, m.Undone(how="left"), m.Undone(how="voided"))
    await completed(drive)
    early = await drive.click(Verb.KEEP_DRAFT, REQUESTER)
    assert not early.accepted
    await drive.click(Verb.CANCEL, REQUESTER, comment="twice")
    view = await drive.until(lambda view: view.draft_asked)
    assert (view.status, view.can_cancel) == ("needs_help", False)
    assert not (await drive.click(Verb.CANCEL, MANAGER)).accepted
    assert not (await drive.click(verb, SECOND)).accepted
    assert (await drive.click(verb, MANAGER)).accepted
    assert await drive.handle.result() == "cancelled"
    kept = verb is Verb.KEEP_DRAFT
    assert drive.machines.views[-1].draft.state == ("" if kept else "void")
    assert drive.machines.calls.count("undo_draft") == (1 if kept else 2)
    assert drive.machines.forced == ([False] if kept else [False, True])


async def test_a_long_queue_at_the_books_is_shown_and_no_trouble(drive):
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)
    with drive.held("create_draft"):
        await drive.click(Verb.APPROVE, APPROVER)
        await drive.until(lambda _view: "create_draft" in drive.machines.calls)
        await drive.env.sleep(timedelta(seconds=25))
        view = await drive.at("queued_for_zoho")
        assert view.error_state is None
    view = await drive.at("completed")
    assert view.draft == DraftRef("1", "SO-00001")
