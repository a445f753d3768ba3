"""Giving an order up: asked first, done once, by those who may."""

import pytest

from bot.turn import Action
from support.drive import APPROVER, MANAGER, REQUESTER
from support.office import AUDITOR, GUEST, text_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_cancel_without_a_code_asks_which(office):
    assert "Which order?" in text_of(await office.write(REQUESTER, "cancel"))


async def test_cancel_of_an_unknown_order_finds_none(office):
    said = text_of(await office.write(REQUESTER, "cancel AAAAAA"))
    assert "I find no order AAAAAA" in said


async def test_cancel_of_somebody_elses_order_finds_none(office):
    row = await office.order()
    said = text_of(await office.write(GUEST, f"cancel {row.code}"))
    assert f"I find no order {row.code}" in said


async def test_the_word_asks_before_anything_happens(office):
    row = await office.order()
    said = text_of(await office.write(REQUESTER, f"cancel {row.code.lower()}"))
    assert '"verb": "cancel"' in said
    assert (await office.view(row)).status == "awaiting_review"


async def test_the_button_asks_too_and_the_second_one_cancels(office):
    row = await office.order()
    said = text_of(await office.press(REQUESTER, "ask_cancel", row))
    assert '"verb": "cancel"' in said
    await office.press(REQUESTER, "cancel", row, comment="Sent twice")
    assert (await office.until(row, "cancelled")).status == "cancelled"
    decision = (await office.view(row)).decision
    assert decision is not None
    assert (decision.by, decision.comment) == (REQUESTER.object_id, "Sent twice")


async def test_a_manager_may_cancel_and_an_auditor_may_not(office):
    row = await office.order()
    assert "Your role does not allow" in text_of(await office.press(AUDITOR, "cancel", row))
    await office.press(MANAGER, "cancel", row)
    await office.until(row, "cancelled")


async def test_an_approver_who_is_asked_may_not_cancel(office):
    row = await office.to_approval()
    assert "Your role does not allow" in text_of(await office.press(APPROVER, "cancel", row))
    assert (await office.view(row)).status == "awaiting_approval"


async def test_a_closed_order_is_not_asked_about(office):
    row = await office.order()
    await office.press(REQUESTER, "cancel", row)
    row = await office.until(row, "cancelled")
    for answer in (
        await office.write(REQUESTER, f"cancel {row.code}"),
        await office.press(REQUESTER, "ask_cancel", row),
        await office.press(MANAGER, "cancel", row),
    ):
        assert "This order is closed" in text_of(answer)


async def test_an_order_nobody_can_speak_for_is_asked_about_later(office):
    row = await office.stalled()
    said = text_of(await office.write(REQUESTER, f"cancel {row.code}"))
    assert "cannot answer right now" in said


async def test_an_automatic_cancel_cancels_nothing(office):
    row = await office.order()
    await office.click(REQUESTER, Action("cancel", row.code, 1, automatic=True))
    assert (await office.view(row)).status == "awaiting_review"


async def test_a_button_of_an_unknown_order_finds_none(office):
    said = text_of(await office.click(REQUESTER, Action("ask_cancel", "AAAAAA", 1)))
    assert "I find no order" in said
