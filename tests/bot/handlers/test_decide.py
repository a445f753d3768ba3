"""Approve, reject, reassign: by those who are asked, once, on what they saw."""

import asyncio

import pytest

from bot.turn import Action
from support.drive import APPROVER, MANAGER, REQUESTER, SECOND
from support.office import GUEST, text_of
from workflows import messages as m
from workflows import ports

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_an_approval_makes_the_draft(office):
    row = await office.to_approval()
    await office.press(APPROVER, "approve", row)
    await office.until(row, "completed")
    view = await office.view(row)
    assert view.decision is not None
    assert (view.decision.by, view.draft.number) == (APPROVER.object_id, "SO-00001")


async def test_a_rejection_needs_a_reason(office):
    row = await office.to_approval()
    said = text_of(await office.press(APPROVER, "reject", row, comment="  "))
    assert "say why" in said
    assert (await office.view(row)).status == "awaiting_approval"
    again = await office.press(SECOND, "reject", row, comment="Prices are old.")
    assert "Prices are old." in text_of(again)
    await office.until(row, "rejected")


async def test_nobody_decides_on_an_order_of_their_own(office):
    row = await office.to_approval()
    said = text_of(await office.press(REQUESTER, "approve", row))
    assert "someone else has to decide" in said
    assert (await office.view(row)).status == "awaiting_approval"


async def test_a_manager_does_not_decide_before_it_is_raised_to_them(office):
    row = await office.to_approval()
    assert "Your role does not allow" in text_of(await office.press(MANAGER, "approve", row))


async def test_the_second_decision_is_told_of_the_first(office):
    row = await office.to_approval()
    await office.press(APPROVER, "approve", row)
    said = text_of(await office.press(SECOND, "reject", row, comment="No"))
    assert "Already decided" in said
    assert "Omid" in said
    await office.until(row, "completed")


async def test_two_clicks_at_once_are_one_decision(office):
    row = await office.to_approval()
    await asyncio.gather(
        office.press(APPROVER, "approve", row),
        office.press(APPROVER, "approve", row),
        office.press(SECOND, "reject", row, comment="No"),
    )
    view = await office.view(row)
    assert view.decision is not None
    assert view.decision.by in (APPROVER.object_id, SECOND.object_id)
    ends = {"approve": "completed", "reject": "rejected"}
    await office.until(row, ends[view.decision.verb])


async def test_an_old_card_decides_nothing(office):
    row = await office.to_approval()
    said = text_of(await office.click(APPROVER, Action("approve", row.code, 0)))
    assert "has changed meanwhile" in said
    assert (await office.view(row)).status == "awaiting_approval"


async def test_a_decision_before_its_time_is_refused(office):
    row = await office.order()
    assert "I find no order" in text_of(await office.press(APPROVER, "approve", row))


@pytest.mark.parametrize("verb", ["approve", "reject", "reassign"])
async def test_people_who_are_not_asked_find_no_order(office, verb):
    row = await office.to_approval()
    said = text_of(await office.press(GUEST, verb, row, to=SECOND.object_id, comment="x"))
    assert f"I find no order {row.code}" in said


async def test_an_order_is_given_to_another_approver(office):
    office.machines.plan(ports.find_crew, m.Crew(approvers=(APPROVER.object_id,)))
    row = await office.to_approval()
    await office.press(APPROVER, "reassign", row, to=SECOND.object_id.upper())
    view = await office.view(row)
    assert view.approvers == (SECOND.object_id,)
    said = text_of(await office.press(APPROVER, "approve", row))
    assert "I find no order" in said or "Your role does not allow" in said


@pytest.mark.parametrize("to", ["", "requester-1", "guest-1", "manager-1"])
async def test_an_order_is_given_to_approvers_only(office, to):
    row = await office.to_approval()
    before = (await office.view(row)).approvers
    said = text_of(await office.press(APPROVER, "reassign", row, to=to))
    assert row.code in said
    assert (await office.view(row)).approvers == before


async def test_reassigning_an_unknown_order_finds_none(office):
    said = text_of(await office.click(APPROVER, Action("reassign", "AAAAAA", 1)))
    assert "I find no order" in said
