"""Submit and resume: an order moves on, or today's card says why not."""

import pytest

from orders.errors import BooksRejected
from support.drive import APPROVER, MANAGER, REQUESTER
from support.machines import fault
from support.office import GUEST, text_of
from workflows import ports

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_submit_sends_the_order_to_the_approvers(office):
    row = await office.order()
    said = text_of(await office.press(REQUESTER, "submit", row))
    assert row.code in said
    listed = await office.until(row, "awaiting_approval")
    assert listed.approvers == ("approver-1", "approver-2")


async def test_a_second_submit_finds_another_step(office):
    row = await office.to_approval()
    said = text_of(await office.press(REQUESTER, "submit", row))
    assert row.code in said
    assert (await office.view(row)).status == "awaiting_approval"


async def test_an_approver_does_not_submit_for_others(office):
    row = await office.to_approval()
    office_row = await office.order()
    said = text_of(await office.press(APPROVER, "submit", office_row))
    assert "I find no order" in said
    said = text_of(await office.press(MANAGER, "submit", office_row))
    assert "Your role does not allow this" in said
    assert row.status == "awaiting_approval"


async def test_resume_tries_again_what_stands_still(office):
    office.machines.plan(ports.create_draft, fault(BooksRejected))
    row = await office.to_approval()
    await office.press(APPROVER, "approve", row)
    row = await office.until(row, "needs_help")
    assert "I find no order" in text_of(await office.press(GUEST, "resume", row))
    await office.press(REQUESTER, "resume", row)
    assert (await office.until(row, "completed")).status == "completed"


async def test_resume_of_an_order_that_waits_for_nothing_is_refused(office):
    row = await office.order()
    said = text_of(await office.press(REQUESTER, "resume", row))
    assert "not possible at this step" in said


async def test_an_answer_is_undone_by_the_requester_alone(office):
    row = await office.order()
    said = text_of(await office.press(REQUESTER, "undo", row))
    assert "no answer left to undo" in said
    said = text_of(await office.press(MANAGER, "undo", row))
    assert "Your role does not allow this" in said
