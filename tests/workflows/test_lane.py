"""The lane without an approver, on a real time-skipping Temporal server."""

from datetime import timedelta

import pytest

from orders.approval import Refusal, Verb
from support.drive import APPROVER, MANAGER, REQUESTER
from workflows import messages as m
from workflows import ports

AUTO = m.Frozen(order_hash="hash-1", lane=True, lane_minutes=10)


async def opened(drive):
    drive.machines.plan(ports.freeze_order, AUTO)
    await drive.start()
    return await drive.until(lambda view: bool(view.lane_until))


async def test_nobody_objects_and_the_draft_is_written_after_the_window(drive):
    view = await opened(drive)
    assert view.waiting_for == "lane"
    assert "create_draft" not in drive.machines.calls
    await drive.env.sleep(timedelta(minutes=11))
    view = await drive.at("completed")
    assert (view.decision.verb, view.lane_until) == ("lane", "")
    types = drive.machines.event_types
    assert types.index("lane.opened") < types.index("lane.granted") < types.index("draft.created")
    assert "approval.granted" not in types


@pytest.mark.parametrize("who", [REQUESTER, MANAGER])
async def test_a_reported_problem_brings_it_to_the_approver(drive, who):
    await opened(drive)
    assert (await drive.click(Verb.REPORT, who)).accepted
    await drive.until(lambda view: view.waiting_for == "review" and not view.lane_until)
    await drive.env.sleep(timedelta(hours=1))
    assert "create_draft" not in drive.machines.calls
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.at("awaiting_approval")


async def test_somebody_else_reports_nothing(drive):
    await opened(drive)
    assert (await drive.click(Verb.REPORT, APPROVER)).refusal is Refusal.NOT_ALLOWED


async def test_no_place_in_the_lane_means_review_as_ever(drive):
    drive.machines.plan(ports.claim_lane, m.LaneClaim(granted=False))
    await opened(drive)
    await drive.env.sleep(timedelta(minutes=11))
    await drive.until(lambda view: view.waiting_for == "review")
    assert "lane.left" in drive.machines.event_types
    assert "create_draft" not in drive.machines.calls


async def test_a_cancel_in_the_window_leaves_nothing(drive):
    await opened(drive)
    await drive.click(Verb.CANCEL, REQUESTER)
    assert await drive.handle.result() == "cancelled"
    assert "create_draft" not in drive.machines.calls
